/* The C interface of Bichig, dictionaries: built ones of Mongolian, Hunspell's for other scripts, and personal ones.
 * What linguists build them from is in lexicon.h, what checks texts with them in spelling.h. */
#ifndef BICHIG_C_DICTIONARY_H
#define BICHIG_C_DICTIONARY_H

#include <bichig/c/text.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Arrays of the structs below come in one block with all of their texts: bichig_free() ends it. Of `utf8` and `utf16`
 * the one of the call is set and the other NULL; lengths and offsets count its units. */

/* Something that may be meant by a word. */
typedef struct bichig_suggestion {
    const char *utf8;
    const bichig_char16 *utf16;
    size_t length;
    int cost; /* in hundredths of an ordinary difference; 0: looks the same. The best come first */
} bichig_suggestion;

typedef enum bichig_form_kind {
    BICHIG_FORM_WORD = 0,
    BICHIG_FORM_NAME = 1, /* of persons */
    BICHIG_FORM_PLACE = 2,
    BICHIG_FORM_ABBREVIATION = 3
} bichig_form_kind;

/* A word as it is written, with its endings. */
typedef struct bichig_form {
    const char *utf8;
    const bichig_char16 *utf16;
    size_t length;
    unsigned long frequency; /* how often it was counted; 0 if it was not */
    bichig_form_kind kind;
    unsigned distance;       /* of bichig_dictionary_near: what the differences cost */
} bichig_form;

/* A dictionary of Mongolian in the Mongolian script. */
typedef struct bichig_dictionary bichig_dictionary;

/* Opens the folder of a built dictionary, or its file ID.shapes, which is mapped and not read: it must be replaced by
 * renaming, not written over. `whole` not 0: all of the file is looked at for damage, not only its head. */
BICHIG_API bichig_status bichig_dictionary_open(const char *path, int whole, bichig_dictionary **dictionary,
                                                bichig_error *error);
/* The same of the bytes of such a file, which are copied. `name` stands in errors and may be NULL. */
BICHIG_API bichig_status bichig_dictionary_open_memory(const void *bytes, size_t size, const char *name, int whole,
                                                       bichig_dictionary **dictionary, bichig_error *error);
BICHIG_API void bichig_dictionary_close(bichig_dictionary *dictionary);

/* What a dictionary is. Texts are UTF-8, live as long as the dictionary and are empty where nothing is known. */
typedef struct bichig_dictionary_info {
    size_t size;
    size_t forms;
    size_t shapes;          /* how many differ in what they look like */
    size_t bytes;           /* of its file */
    unsigned format;        /* version of the file */
    bichig_profile profile; /* whose shapes it holds */
    const char *path;
    const char *title;
    const char *version;
    const char *notice;     /* the file NOTICE beside it: title, version, statement, licences, sources */
} bichig_dictionary_info;
#define BICHIG_DICTIONARY_INFO_INIT                                                                               \
    {sizeof(bichig_dictionary_info), 0, 0, 0, 0, BICHIG_GB25914, NULL, NULL, NULL, NULL}
BICHIG_API bichig_status bichig_dictionary_describe(const bichig_dictionary *dictionary, bichig_dictionary_info *info,
                                                    bichig_error *error);

/* 1 in `contains` if `form` is one of the forms, exactly, else 0. */
BICHIG_API bichig_status bichig_dictionary_contains_utf8(const bichig_dictionary *dictionary, const char *form,
                                                         size_t length, int *contains, bichig_error *error);
BICHIG_API bichig_status bichig_dictionary_contains_utf16(const bichig_dictionary *dictionary,
                                                          const bichig_char16 *form, size_t length, int *contains,
                                                          bichig_error *error);
/* The forms that look as `text` does: itself, where it is a form, and those that are written with other letters. */
BICHIG_API bichig_status bichig_dictionary_same_shape_utf8(const bichig_dictionary *dictionary, const char *text,
                                                           size_t length, bichig_form **forms, size_t *count,
                                                           bichig_error *error);
BICHIG_API bichig_status bichig_dictionary_same_shape_utf16(const bichig_dictionary *dictionary,
                                                            const bichig_char16 *text, size_t length,
                                                            bichig_form **forms, size_t *count, bichig_error *error);
/* The forms whose shape differs from that of `text` by at most `distance` (an ordinary difference is 100; more than 300
 * takes long), by distance. At most `limit` forms; 0: all that were found. */
BICHIG_API bichig_status bichig_dictionary_near_utf8(const bichig_dictionary *dictionary, const char *text,
                                                     size_t length, unsigned distance, size_t limit,
                                                     bichig_form **forms, size_t *count, bichig_error *error);
BICHIG_API bichig_status bichig_dictionary_near_utf16(const bichig_dictionary *dictionary, const bichig_char16 *text,
                                                      size_t length, unsigned distance, size_t limit,
                                                      bichig_form **forms, size_t *count, bichig_error *error);
/* The forms with the numbers from `first` on, at most `limit`: all of a dictionary, part by part. Forms of one shape
 * follow one another. */
BICHIG_API bichig_status bichig_dictionary_forms_utf8(const bichig_dictionary *dictionary, size_t first, size_t limit,
                                                      bichig_form **forms, size_t *count, bichig_error *error);
BICHIG_API bichig_status bichig_dictionary_forms_utf16(const bichig_dictionary *dictionary, size_t first, size_t limit,
                                                       bichig_form **forms, size_t *count, bichig_error *error);

/* Makes a dictionary of words that a program has. For one thread at a time. */
typedef struct bichig_dictionary_builder bichig_dictionary_builder;
BICHIG_API bichig_status bichig_dictionary_builder_open(bichig_profile profile, bichig_dictionary_builder **builder,
                                                        bichig_error *error);
BICHIG_API void bichig_dictionary_builder_close(bichig_dictionary_builder *builder);
/* A form with its endings, MVS before suffixes. One that was added before takes the higher frequency. */
BICHIG_API bichig_status bichig_dictionary_builder_add_utf8(bichig_dictionary_builder *builder, const char *form,
                                                            size_t length, unsigned long frequency,
                                                            bichig_form_kind kind, bichig_error *error);
BICHIG_API bichig_status bichig_dictionary_builder_add_utf16(bichig_dictionary_builder *builder,
                                                             const bichig_char16 *form, size_t length,
                                                             unsigned long frequency, bichig_form_kind kind,
                                                             bichig_error *error);
/* What was added, as a dictionary in memory and as a file ID.shapes. More may be added afterwards. */
BICHIG_API bichig_status bichig_dictionary_builder_make(bichig_dictionary_builder *builder,
                                                        bichig_dictionary **dictionary, bichig_error *error);
BICHIG_API bichig_status bichig_dictionary_builder_save(bichig_dictionary_builder *builder, const char *path,
                                                        bichig_error *error);

/* A dictionary of Hunspell, of any language. Hunspell works for one thread at a time: calls from several threads on one
 * handle wait for one another. */
typedef struct bichig_hunspell bichig_hunspell;
BICHIG_API bichig_status bichig_hunspell_open(const char *aff_path, const char *dic_path, bichig_hunspell **hunspell,
                                              bichig_error *error);
/* The one beside a built dictionary. BICHIG_NOT_FOUND: there is none, or it cannot be read. */
BICHIG_API bichig_status bichig_dictionary_hunspell(const bichig_dictionary *dictionary, bichig_hunspell **hunspell,
                                                    bichig_error *error);
BICHIG_API void bichig_hunspell_close(bichig_hunspell *hunspell);
/* The encoding of its files; lives as long as the handle. */
BICHIG_API const char *bichig_hunspell_encoding(const bichig_hunspell *hunspell);
/* 1 if the dictionary is for words of such letters, and if the word is right. */
BICHIG_API bichig_status bichig_hunspell_covers_utf8(const bichig_hunspell *hunspell, const char *word, size_t length,
                                                     int *covers, bichig_error *error);
BICHIG_API bichig_status bichig_hunspell_covers_utf16(const bichig_hunspell *hunspell, const bichig_char16 *word,
                                                      size_t length, int *covers, bichig_error *error);
BICHIG_API bichig_status bichig_hunspell_is_right_utf8(const bichig_hunspell *hunspell, const char *word,
                                                       size_t length, int *right, bichig_error *error);
BICHIG_API bichig_status bichig_hunspell_is_right_utf16(const bichig_hunspell *hunspell, const bichig_char16 *word,
                                                        size_t length, int *right, bichig_error *error);
/* At most `limit` words that may be meant; their costs are 0. It can take a tenth of a second. */
BICHIG_API bichig_status bichig_hunspell_suggest_utf8(const bichig_hunspell *hunspell, const char *word,
                                                      size_t length, size_t limit, bichig_suggestion **suggestions,
                                                      size_t *count, bichig_error *error);
BICHIG_API bichig_status bichig_hunspell_suggest_utf16(const bichig_hunspell *hunspell, const bichig_char16 *word,
                                                       size_t length, size_t limit, bichig_suggestion **suggestions,
                                                       size_t *count, bichig_error *error);

#ifdef __cplusplus
}
#endif

#endif
