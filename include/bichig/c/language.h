/* The C interface of Bichig, any text: boundaries, counting, order; and suffixes of Mongolian words.
 * All calls are for any thread. */
#ifndef BICHIG_C_LANGUAGE_H
#define BICHIG_C_LANGUAGE_H

#include <bichig/c/text.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum bichig_boundary {
    BICHIG_GRAPHEMES = 0, /* where a caret may stand, 0 and the end included */
    BICHIG_SENTENCES = 1, /* where sentences begin, and the end */
    BICHIG_LINE_BREAKS = 2, /* where a line may end, the end included */
    BICHIG_LINE_ENDS = 3  /* where a line must end, the end included */
} bichig_boundary;

/* Offsets in `text`, in order. */
BICHIG_API bichig_status bichig_boundaries_utf8(const char *text, size_t length, bichig_boundary kind,
                                                size_t **offsets, size_t *count, bichig_error *error);
BICHIG_API bichig_status bichig_boundaries_utf16(const bichig_char16 *text, size_t length, bichig_boundary kind,
                                                 size_t **offsets, size_t *count, bichig_error *error);

typedef enum bichig_segment_kind {
    BICHIG_SEGMENT_BLANK = 0,
    BICHIG_SEGMENT_MARK = 1,
    BICHIG_SEGMENT_NUMBER = 2,
    BICHIG_SEGMENT_WORD = 3
} bichig_segment_kind;

typedef struct bichig_segment {
    bichig_range range;
    bichig_segment_kind kind;
} bichig_segment;

/* The text cut at word boundaries, without gaps. `suffixes_apart` not 0: the stem, then each connector with its
 * suffix; 0: a word with its suffixes is one. */
BICHIG_API bichig_status bichig_segments_utf8(const char *text, size_t length, int suffixes_apart,
                                              bichig_segment **segments, size_t *count, bichig_error *error);
BICHIG_API bichig_status bichig_segments_utf16(const bichig_char16 *text, size_t length, int suffixes_apart,
                                               bichig_segment **segments, size_t *count, bichig_error *error);
/* The syllables of all Mongolian words. */
BICHIG_API bichig_status bichig_syllables_utf8(const char *text, size_t length, bichig_range **ranges, size_t *count,
                                               bichig_error *error);
BICHIG_API bichig_status bichig_syllables_utf16(const bichig_char16 *text, size_t length, bichig_range **ranges,
                                                size_t *count, bichig_error *error);

/* Counts by EAC MGC/01-11. */
typedef struct bichig_counts {
    size_t size;
    size_t characters;            /* Mongolian ones with their controls, without punctuation */
    size_t characters_with_marks; /* the same with punctuation */
    size_t words;                 /* Mongolian ones */
    size_t words_with_marks;
    size_t syllables;
    size_t han;
    size_t other_words;
    size_t code_points;
    size_t lines;
} bichig_counts;
#define BICHIG_COUNTS_INIT {sizeof(bichig_counts), 0, 0, 0, 0, 0, 0, 0, 0, 0}

BICHIG_API bichig_status bichig_count_utf8(const char *text, size_t length, bichig_counts *counts,
                                           bichig_error *error);
BICHIG_API bichig_status bichig_count_utf16(const bichig_char16 *text, size_t length, bichig_counts *counts,
                                            bichig_error *error);

/* An order of texts: GB/T 30851 for Mongolian, CLDR for other scripts. Any number of threads may use one. */
typedef struct bichig_collator bichig_collator;

typedef enum bichig_han_order { BICHIG_HAN_RADICAL = 0, BICHIG_HAN_PINYIN = 1, BICHIG_HAN_STROKE = 2 } bichig_han_order;

typedef struct bichig_collation_options {
    size_t size;
    bichig_han_order han;
    int numeric;         /* rows of digits compare by their value */
    int connectors_apart; /* MVS before a suffix and NNBSP have places of their own */
    int distinguish_all; /* what the order ignores decides where all else is equal */
} bichig_collation_options;
#define BICHIG_COLLATION_OPTIONS_INIT {sizeof(bichig_collation_options), BICHIG_HAN_RADICAL, 0, 0, 0}

BICHIG_API bichig_status bichig_collator_open(const bichig_collation_options *options, bichig_collator **collator,
                                              bichig_error *error);
BICHIG_API void bichig_collator_close(bichig_collator *collator);
/* Below, equal to or above zero as `a` comes before, with or after `b`. */
BICHIG_API bichig_status bichig_compare_utf8(const bichig_collator *collator, const char *a, size_t a_length,
                                             const char *b, size_t b_length, int *order, bichig_error *error);
BICHIG_API bichig_status bichig_compare_utf16(const bichig_collator *collator, const bichig_char16 *a,
                                              size_t a_length, const bichig_char16 *b, size_t b_length, int *order,
                                              bichig_error *error);
/* Bytes whose order is that of compare; comparable only within one version. */
BICHIG_API bichig_status bichig_sort_key_utf8(const bichig_collator *collator, const char *text, size_t length,
                                              bichig_byte **key, size_t *key_size, bichig_error *error);
BICHIG_API bichig_status bichig_sort_key_utf16(const bichig_collator *collator, const bichig_char16 *text,
                                               size_t length, bichig_byte **key, size_t *key_size,
                                               bichig_error *error);

/* Suffixes: cases, plurals, reflexives and particles, as EAC MGC/01-03 lists them. */
typedef enum bichig_suffix {
    BICHIG_GENITIVE = 0, BICHIG_DATIVE, BICHIG_DATIVE_DUR, BICHIG_DATIVE_CLASSICAL, BICHIG_ACCUSATIVE, BICHIG_ABLATIVE,
    BICHIG_ABLATIVE_DACHA, BICHIG_INSTRUMENTAL, BICHIG_COMITATIVE, BICHIG_CONJUNCTIVE,
    BICHIG_PLURAL_NAR = 256, BICHIG_PLURAL_UD, BICHIG_PLURAL_NUGUD,
    BICHIG_REFLEXIVE = 512, BICHIG_REFLEXIVE_GENITIVE, BICHIG_REFLEXIVE_DATIVE, BICHIG_REFLEXIVE_ACCUSATIVE,
    BICHIG_REFLEXIVE_ABLATIVE, BICHIG_REFLEXIVE_COMITATIVE,
    BICHIG_LOCATIVE = 768, BICHIG_ORDINAL, BICHIG_FOCUS_DA, BICHIG_FOCUS_CHU, BICHIG_QUESTION
} bichig_suffix;

/* `stem` and the form of `suffix` that its vowels and its last sound ask for, after `connector` (MVS or NNBSP). */
BICHIG_API bichig_status bichig_attach_suffix_utf8(const char *stem, size_t length, bichig_suffix suffix,
                                                   bichig_connector connector, char **word, size_t *word_length,
                                                   bichig_error *error);
BICHIG_API bichig_status bichig_attach_suffix_utf16(const bichig_char16 *stem, size_t length, bichig_suffix suffix,
                                                    bichig_connector connector, bichig_char16 **word,
                                                    size_t *word_length, bichig_error *error);

#ifdef __cplusplus
}
#endif

#endif
