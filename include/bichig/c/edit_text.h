/* The C interface of Bichig, editing: text from other programs and from input methods, search, and what a text is made
 * of. */
#ifndef BICHIG_C_EDIT_TEXT_H
#define BICHIG_C_EDIT_TEXT_H

#include <bichig/c/edit.h>
#include <bichig/c/text.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What stands before a suffix after cleaning. */
typedef enum bichig_clean_connector {
    BICHIG_CLEAN_TO_MVS = 0,  /* MVS: GB/T 25914-2023 */
    BICHIG_CLEAN_TO_NNBSP = 1,
    BICHIG_CLEAN_NOTHING = 2  /* what is there */
} bichig_clean_connector;

typedef struct bichig_paste_options {
    size_t size;
    int raw;                  /* not 0: the text as it is, without cleaning */
    bichig_clean_connector connector;
    const char *font;         /* name of the font that the text was set in, which may tell its encoding; may be NULL */
    const char *encoding;     /* "menksoft", "menksoft-letter", "delehi", "z52"; NULL: it is detected */
} bichig_paste_options;
#define BICHIG_PASTE_OPTIONS_INIT {sizeof(bichig_paste_options), 0, BICHIG_CLEAN_TO_MVS, NULL, NULL}

/* What a paste or cleaning did. */
typedef struct bichig_paste_report {
    size_t size;
    bichig_range range;       /* where the text stands now */
    int cut;                  /* not all of it fitted in */
    char encoding[24];        /* the legacy encoding it was in; empty: Unicode, or see `refused` */
    int refused;              /* it is in a legacy encoding that could not be told, and stayed */
    size_t words_converted;
    size_t words_kept;        /* that could not be converted */
    size_t connectors;        /* of suffixes that were replaced */
} bichig_paste_report;
#define BICHIG_PASTE_REPORT_INIT {sizeof(bichig_paste_report), {0, 0}, 0, "", 0, 0, 0, 0}

/* Puts in text from elsewhere, in place of the selection, and cleans it: legacy encodings and older connectors. What
 * cleaning changes is a step of undo of its own: the first undo gives the text as it came. `report` may be NULL. */
BICHIG_API bichig_status bichig_editor_paste_utf8(bichig_editor *edit, const char *text, size_t length,
                                                  const bichig_paste_options *options, bichig_paste_report *report,
                                                  bichig_error *error);
BICHIG_API bichig_status bichig_editor_paste_utf16(bichig_editor *edit, const bichig_char16 *text, size_t length,
                                                   const bichig_paste_options *options, bichig_paste_report *report,
                                                   bichig_error *error);
/* Cleans [begin, end). */
BICHIG_API bichig_status bichig_editor_clean(bichig_editor *edit, size_t begin, size_t end,
                                             const bichig_paste_options *options, bichig_paste_report *report,
                                             bichig_error *error);

/* Input methods. Shows `text` at the caret, laid out but no part of the text; `caret` is an offset of `text` in its
 * units. A selection is taken away first. An empty text ends it. */
BICHIG_API bichig_status bichig_editor_compose_utf8(bichig_editor *edit, const char *text, size_t length, size_t caret,
                                                    bichig_error *error);
BICHIG_API bichig_status bichig_editor_compose_utf16(bichig_editor *edit, const bichig_char16 *text, size_t length,
                                                     size_t caret, bichig_error *error);
/* Ends the composition and puts `text` in as typed, in place of `replaced` where that is not NULL. */
BICHIG_API bichig_status bichig_editor_commit_utf8(bichig_editor *edit, const char *text, size_t length,
                                                   const bichig_range *replaced, unsigned long time, int *changed,
                                                   bichig_error *error);
BICHIG_API bichig_status bichig_editor_commit_utf16(bichig_editor *edit, const bichig_char16 *text, size_t length,
                                                    const bichig_range *replaced, unsigned long time, int *changed,
                                                    bichig_error *error);

/* How something is found: BICHIG_KEY_SHAPE finds words that are spelt otherwise and look the same, too. `wrap` not 0:
 * from the end the search goes on at the start. */
typedef struct bichig_editor_match {
    size_t size;
    bichig_range range; /* both ends the same: nothing was found */
    int wrapped;        /* it is beyond the end, from the start on */
} bichig_editor_match;
#define BICHIG_EDITOR_MATCH_INIT {sizeof(bichig_editor_match), {0, 0}, 0}

/* The next occurrence from `from` on (or, not `forward`, the last that ends there). BICHIG_NOT_FOUND: there is none.
 * A pattern may go over ends of paragraphs. */
BICHIG_API bichig_status bichig_editor_find_utf8(const bichig_editor *edit, const char *pattern, size_t length,
                                                 bichig_key_level level, size_t from, int forward, int wrap,
                                                 bichig_editor_match *match, bichig_error *error);
BICHIG_API bichig_status bichig_editor_find_utf16(const bichig_editor *edit, const bichig_char16 *pattern,
                                                  size_t length, bichig_key_level level, size_t from, int forward,
                                                  int wrap, bichig_editor_match *match, bichig_error *error);
/* All occurrences in order, at most `limit` (0: all). bichig_free(). */
BICHIG_API bichig_status bichig_editor_find_all_utf8(const bichig_editor *edit, const char *pattern, size_t length,
                                                     bichig_key_level level, size_t limit, bichig_range **matches,
                                                     size_t *count, bichig_error *error);
BICHIG_API bichig_status bichig_editor_find_all_utf16(const bichig_editor *edit, const bichig_char16 *pattern,
                                                      size_t length, bichig_key_level level, size_t limit,
                                                      bichig_range **matches, size_t *count, bichig_error *error);
/* Replaces all occurrences in one step of undo; how many in `count`, which may be NULL. */
BICHIG_API bichig_status bichig_editor_replace_all_utf8(bichig_editor *edit, const char *pattern, size_t pattern_length,
                                                        const char *text, size_t length, bichig_key_level level,
                                                        size_t *count, bichig_error *error);
BICHIG_API bichig_status bichig_editor_replace_all_utf16(bichig_editor *edit, const bichig_char16 *pattern,
                                                         size_t pattern_length, const bichig_char16 *text,
                                                         size_t length, bichig_key_level level, size_t *count,
                                                         bichig_error *error);

/* A character of a text. */
typedef struct bichig_character {
    size_t offset;
    unsigned long code_point; /* of a lone surrogate its own */
    char label[12];           /* of one that is not seen, such as "FVS1", "MVS", "NNBSP", "TAB"; else empty */
    char name[100];           /* as Unicode has it: "MONGOLIAN LETTER A"; may be empty */
} bichig_character;
/* The characters of [begin, end), one by one: bichig_free(). `invisible` not 0: only those that have no ink. */
BICHIG_API bichig_status bichig_editor_characters(const bichig_editor *edit, size_t begin, size_t end, int invisible,
                                                  bichig_character **characters, size_t *count, bichig_error *error);

#ifdef __cplusplus
}
#endif

#endif
