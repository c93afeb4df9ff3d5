/* The C interface of Bichig, Mongolian text: written units, normal forms, keys and search, Latin, legacy encodings.
 * All calls are for any thread. Without options (NULL) the defaults named here hold. */
#ifndef BICHIG_C_TEXT_H
#define BICHIG_C_TEXT_H

#include <bichig/c/base.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum bichig_system {
    BICHIG_SYSTEM_AUTOMATIC = 0, /* that of most letters */
    BICHIG_HUDUM = 1,
    BICHIG_HUDUM_ALI_GALI = 2,
    BICHIG_TODO = 3,
    BICHIG_TODO_ALI_GALI = 4,
    BICHIG_SIBE = 5,
    BICHIG_MANCHU = 6,
    BICHIG_MANCHU_ALI_GALI = 7
} bichig_system;

/* Whose rules decide where UTN #57 and GB/T 25914-2023 differ. */
typedef enum bichig_profile { BICHIG_GB25914 = 0, BICHIG_UTN57 = 1 } bichig_profile;

typedef struct bichig_unit_options {
    size_t size;
    bichig_profile profile;
    bichig_system system;
} bichig_unit_options;
#define BICHIG_UNIT_OPTIONS_INIT {sizeof(bichig_unit_options), BICHIG_GB25914, BICHIG_SYSTEM_AUTOMATIC}

typedef enum bichig_position { BICHIG_ISOL = 0, BICHIG_INIT = 1, BICHIG_MEDI = 2, BICHIG_FINA = 3 } bichig_position;

typedef enum bichig_selector_effect {
    BICHIG_SELECTOR_NONE = 0,
    BICHIG_SELECTOR_EFFECTIVE = 1,
    BICHIG_SELECTOR_WITHOUT_EFFECT = 2,
    BICHIG_SELECTOR_INVALID = 3 /* the letter has no such form there */
} bichig_selector_effect;

/* A letter of a text and why it is drawn as it is. */
typedef struct bichig_letter {
    bichig_range range;            /* the letter and the first selector after it */
    bichig_position position;      /* where it stands */
    bichig_selector_effect effect;
    unsigned selector;             /* 1 to 4; 0 without one */
    const char *condition;         /* the rule that chose the form, "chachlag"; "default" for none; lives for ever */
    char units[32];                /* what is drawn, in the notation of UTN #57 */
} bichig_letter;

/* The written units of a text, in the notation of UTN #57: "A N _ Aa". */
BICHIG_API bichig_status bichig_units_utf8(const char *text, size_t length, const bichig_unit_options *options,
                                           char **units, size_t *units_length, bichig_error *error);
BICHIG_API bichig_status bichig_units_utf16(const bichig_char16 *text, size_t length,
                                            const bichig_unit_options *options, char **units, size_t *units_length,
                                            bichig_error *error);
/* The letters of a text, in order. */
BICHIG_API bichig_status bichig_letters_utf8(const char *text, size_t length, const bichig_unit_options *options,
                                             bichig_letter **letters, size_t *count, bichig_error *error);
BICHIG_API bichig_status bichig_letters_utf16(const bichig_char16 *text, size_t length,
                                              const bichig_unit_options *options, bichig_letter **letters,
                                              size_t *count, bichig_error *error);

typedef enum bichig_connector {
    BICHIG_CONNECTOR_MVS = 0,   /* U+180E: GB/T 25914-2023, Unicode 16 */
    BICHIG_CONNECTOR_NNBSP = 1, /* U+202F: text of before 2023 */
    BICHIG_CONNECTOR_KEEP = 2   /* what is there; for normal forms only */
} bichig_connector;

/* Rules of a normal form, as bits. */
#define BICHIG_RULE_NFC 1u
#define BICHIG_RULE_VERTICAL_FORMS 2u
#define BICHIG_RULE_SECOND_SELECTOR 8u
#define BICHIG_RULE_SELECTOR_WITHOUT_EFFECT 16u
#define BICHIG_RULE_DIPHTHONG 32u /* the one that changes the shape; never by default */

typedef struct bichig_normal_options {
    size_t size;
    unsigned leave_out;         /* BICHIG_RULE_ bits of rules that do not apply */
    int diphthong;              /* not 0: the rule BICHIG_RULE_DIPHTHONG too */
    bichig_connector connector;
    bichig_profile profile;
    bichig_system system;
} bichig_normal_options;
#define BICHIG_NORMAL_OPTIONS_INIT                                                                               \
    {sizeof(bichig_normal_options), 0, 0, BICHIG_CONNECTOR_MVS, BICHIG_GB25914, BICHIG_SYSTEM_AUTOMATIC}

/* A change: `source` of the text became `result` of the normal form. */
typedef struct bichig_edit {
    bichig_range source;
    bichig_range result;
} bichig_edit;

/* A text in its normal form. `edits` and `edit_count` may both be NULL. */
BICHIG_API bichig_status bichig_normalize_utf8(const char *text, size_t length, const bichig_normal_options *options,
                                               char **result, size_t *result_length, bichig_edit **edits,
                                               size_t *edit_count, bichig_error *error);
BICHIG_API bichig_status bichig_normalize_utf16(const bichig_char16 *text, size_t length,
                                                const bichig_normal_options *options, bichig_char16 **result,
                                                size_t *result_length, bichig_edit **edits, size_t *edit_count,
                                                bichig_error *error);

/* How much two texts may differ and still be found for one another. */
typedef enum bichig_key_level {
    BICHIG_KEY_EXACT = 0,
    BICHIG_KEY_SHAPE = 1, /* what looks alike */
    BICHIG_KEY_FOLDED = 2 /* and without separated suffixes; digits and marks as those of ASCII */
} bichig_key_level;

/* Bytes that two texts share exactly if they count as equal on `level`: for indexes and search engines. They begin with
 * their version and level. */
BICHIG_API bichig_status bichig_search_key_utf8(const char *text, size_t length, bichig_key_level level,
                                                bichig_byte **key, size_t *key_size, bichig_error *error);
BICHIG_API bichig_status bichig_search_key_utf16(const bichig_char16 *text, size_t length, bichig_key_level level,
                                                 bichig_byte **key, size_t *key_size, bichig_error *error);
/* Where `pattern` occurs in `text` on `level`, from the start, without overlap. */
BICHIG_API bichig_status bichig_find_utf8(const char *text, size_t length, const char *pattern, size_t pattern_length,
                                          bichig_key_level level, bichig_range **ranges, size_t *count,
                                          bichig_error *error);
BICHIG_API bichig_status bichig_find_utf16(const bichig_char16 *text, size_t length, const bichig_char16 *pattern,
                                           size_t pattern_length, bichig_key_level level, bichig_range **ranges,
                                           size_t *count, bichig_error *error);

/* What a text is turned from or into. */
typedef enum bichig_conversion {
    BICHIG_TO_EAC = 0, /* into Latin: EAC MGC/01-02; reads back to the same text */
    BICHIG_FROM_EAC = 1,
    BICHIG_TO_UTN_HUDUM = 2, /* the letter names of UTN #57 */
    BICHIG_FROM_UTN_HUDUM = 3,
    BICHIG_TO_MOLLENDORFF_MANCHU = 4,
    BICHIG_FROM_MOLLENDORFF_MANCHU = 5,
    BICHIG_TO_MOLLENDORFF_SIBE = 6,
    BICHIG_FROM_MOLLENDORFF_SIBE = 7,
    BICHIG_FROM_MENKSOFT = 8, /* glyph codes, U+E234 to E34F */
    BICHIG_TO_MENKSOFT = 9,
    BICHIG_FROM_MENKSOFT_LETTERS = 10,
    BICHIG_FROM_DELEHI = 11,
    BICHIG_FROM_Z52 = 12
} bichig_conversion;

/* Something that a conversion could not do, or did at a loss. */
typedef struct bichig_remark {
    bichig_range source;
    int kept;        /* whether this part stands in the result as it was */
    char id[32];     /* "no-sign" */
    char reason[96];
} bichig_remark;

/* `text` converted. `remarks` and `remark_count` may both be NULL. What has no counterpart stays as it is. */
BICHIG_API bichig_status bichig_convert_utf8(const char *text, size_t length, bichig_conversion conversion,
                                             char **result, size_t *result_length, bichig_remark **remarks,
                                             size_t *remark_count, bichig_error *error);
BICHIG_API bichig_status bichig_convert_utf16(const bichig_char16 *text, size_t length, bichig_conversion conversion,
                                              bichig_char16 **result, size_t *result_length, bichig_remark **remarks,
                                              size_t *remark_count, bichig_error *error);

#ifdef __cplusplus
}
#endif

#endif
