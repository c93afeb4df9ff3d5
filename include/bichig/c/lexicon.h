/* The C interface of Bichig, for linguists' tools: the tables that a dictionary is built from, judged, shown and built.
 * data/dictionary/README.md describes the folder with the tables. */
#ifndef BICHIG_C_LEXICON_H
#define BICHIG_C_LEXICON_H

#include <bichig/c/dictionary.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The source of a dictionary as it stood when it was opened. */
typedef struct bichig_lexicon bichig_lexicon;

/* Reads the tables in `folder`. Without `findings` (NULL) the first row that cannot be used is BICHIG_INVALID_INPUT,
 * with file, line and column; with them such rows are left out and listed. */
BICHIG_API bichig_status bichig_lexicon_open(const char *folder, bichig_lexicon **lexicon, bichig_findings **findings,
                                             bichig_error *error);
BICHIG_API void bichig_lexicon_close(bichig_lexicon *lexicon);

/* What it says of itself. Texts are UTF-8 and live as long as the lexicon. */
typedef struct bichig_lexicon_info {
    size_t size;
    const char *id; /* the files that are built are called ID.shapes, ... */
    const char *title;
    const char *version;
    const char *date;
    const char *language; /* BCP 47 */
    const char *licence;  /* SPDX */
    const char *statement;
    size_t entries;
    size_t forms;         /* of all entries; some alike */
} bichig_lexicon_info;
#define BICHIG_LEXICON_INFO_INIT {sizeof(bichig_lexicon_info), NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0}
BICHIG_API bichig_status bichig_lexicon_describe(const bichig_lexicon *lexicon, bichig_lexicon_info *info,
                                                 bichig_error *error);

/* All that is wrong, or worth a look, in the tables of `folder`, by file, line and column. */
BICHIG_API bichig_status bichig_lexicon_lint(const char *folder, bichig_findings **findings, bichig_error *error);

typedef struct bichig_build_report {
    size_t size;
    size_t entries;        /* rows that make forms */
    size_t forms;          /* of all entries */
    size_t distinct_forms;
    size_t classes;        /* of suffixes */
} bichig_build_report;
#define BICHIG_BUILD_REPORT_INIT {sizeof(bichig_build_report), 0, 0, 0, 0}
/* Writes ID.aff, ID.dic, ID.shapes and NOTICE into `folder`, which is made if it is not there; each file appears whole
 * or not at all. `progress` and `report` may be NULL; after BICHIG_CANCELLED nothing was written. */
BICHIG_API bichig_status bichig_lexicon_build(const bichig_lexicon *lexicon, const char *folder,
                                              bichig_progress progress, void *progress_user,
                                              bichig_build_report *report, bichig_error *error);
/* The same in memory, without Hunspell's files. */
BICHIG_API bichig_status bichig_lexicon_make(const bichig_lexicon *lexicon, bichig_dictionary **dictionary,
                                             bichig_error *error);

/* A row that makes forms. Texts live in the block that it came in; but for the stem all are UTF-8. */
typedef struct bichig_entry {
    size_t number;            /* from 0 */
    const char *utf8;         /* the stem in Mongolian letters; of the two that of the call, the other NULL */
    const bichig_char16 *utf16;
    size_t length;
    const char *latin;
    const char *part_of_speech; /* "noun" */
    const char *status;         /* "unreviewed", "reviewed", "disputed" */
    const char *paradigm;
    const char *cyrillic;
    const char *gloss_zh;
    unsigned long frequency;
    size_t forms;             /* how many it makes */
    const char *file;
    unsigned line;
} bichig_entry;

/* The entries whose stem is `word`, in Latin or in Mongolian letters; all entries where it is empty. In one block. */
BICHIG_API bichig_status bichig_lexicon_entries_utf8(const bichig_lexicon *lexicon, const char *word, size_t length,
                                                     bichig_entry **entries, size_t *count, bichig_error *error);
BICHIG_API bichig_status bichig_lexicon_entries_utf16(const bichig_lexicon *lexicon, const bichig_char16 *word,
                                                      size_t length, bichig_entry **entries, size_t *count,
                                                      bichig_error *error);

/* A form of a paradigm. Texts live in the block that it came in; but for the form all are UTF-8. */
typedef struct bichig_paradigm_form {
    const char *utf8;
    const bichig_char16 *utf16;
    size_t length;
    const char *latin;
    const char *units; /* in the notation of UTN #57 */
    const char *group; /* the group that begins the chain; empty for the stem alone */
    const char *chain; /* the suffixes, parted by spaces: "plural_ud genitive" */
} bichig_paradigm_form;

/* The forms of the entry with this number: the stem if it is a word, then group by group. In one block. */
BICHIG_API bichig_status bichig_lexicon_paradigm_utf8(const bichig_lexicon *lexicon, size_t entry,
                                                      bichig_paradigm_form **forms, size_t *count,
                                                      bichig_error *error);
BICHIG_API bichig_status bichig_lexicon_paradigm_utf16(const bichig_lexicon *lexicon, size_t entry,
                                                       bichig_paradigm_form **forms, size_t *count,
                                                       bichig_error *error);

#ifdef __cplusplus
}
#endif

#endif
