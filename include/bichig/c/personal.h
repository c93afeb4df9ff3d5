/* The C interface of Bichig, personal dictionaries: words that a user or a document adds to a dictionary. */
#ifndef BICHIG_C_PERSONAL_H
#define BICHIG_C_PERSONAL_H

#include <bichig/c/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A list of words, each with an example whose endings it takes. Unlike other handles it changes: any number of threads
 * may read and change one at once, and checkers that were opened with it see each change. */
typedef struct bichig_personal bichig_personal;

/* The list in a file of UTF-8, a word a line, after a tab its example. A file that is not there is made by the first
 * change; several programs may share it. NULL for `path`: an empty list in memory. */
BICHIG_API bichig_status bichig_personal_open(const char *path, bichig_personal **personal, bichig_error *error);
/* A list in memory of the lines of such a file. */
BICHIG_API bichig_status bichig_personal_open_text_utf8(const char *text, size_t length, bichig_personal **personal,
                                                        bichig_error *error);
BICHIG_API bichig_status bichig_personal_open_text_utf16(const bichig_char16 *text, size_t length,
                                                         bichig_personal **personal, bichig_error *error);
BICHIG_API void bichig_personal_close(bichig_personal *personal);

/* Adds a word, or gives it another example; `like` may be NULL, with length 0. A list of a file is written at once,
 * with what other programs added meanwhile. A word with white space is BICHIG_INVALID_INPUT. */
BICHIG_API bichig_status bichig_personal_add_utf8(bichig_personal *personal, const char *word, size_t length,
                                                  const char *like, size_t like_length, bichig_error *error);
BICHIG_API bichig_status bichig_personal_add_utf16(bichig_personal *personal, const bichig_char16 *word, size_t length,
                                                   const bichig_char16 *like, size_t like_length, bichig_error *error);
/* Takes a word out; one that is not there is no failure. */
BICHIG_API bichig_status bichig_personal_remove_utf8(bichig_personal *personal, const char *word, size_t length,
                                                     bichig_error *error);
BICHIG_API bichig_status bichig_personal_remove_utf16(bichig_personal *personal, const bichig_char16 *word,
                                                      size_t length, bichig_error *error);
/* Reads the file again, if another program has changed it. */
BICHIG_API bichig_status bichig_personal_refresh(bichig_personal *personal, bichig_error *error);

BICHIG_API bichig_status bichig_personal_contains_utf8(const bichig_personal *personal, const char *word,
                                                       size_t length, int *contains, bichig_error *error);
BICHIG_API bichig_status bichig_personal_contains_utf16(const bichig_personal *personal, const bichig_char16 *word,
                                                        size_t length, int *contains, bichig_error *error);

/* A word of a list. Of `utf8` and `utf16` texts those of the call are set, the others NULL. */
typedef struct bichig_learnt_word {
    const char *utf8;
    const bichig_char16 *utf16;
    size_t length;
    const char *like_utf8; /* empty: no example */
    const bichig_char16 *like_utf16;
    size_t like_length;
} bichig_learnt_word;

/* All words in the order of the file, in one block with their texts: bichig_free(). */
BICHIG_API bichig_status bichig_personal_words_utf8(const bichig_personal *personal, bichig_learnt_word **words,
                                                    size_t *count, bichig_error *error);
BICHIG_API bichig_status bichig_personal_words_utf16(const bichig_personal *personal, bichig_learnt_word **words,
                                                     size_t *count, bichig_error *error);
/* The lines of the file, for documents that keep their words themselves. */
BICHIG_API bichig_status bichig_personal_text_utf8(const bichig_personal *personal, char **text, size_t *length,
                                                   bichig_error *error);
BICHIG_API bichig_status bichig_personal_text_utf16(const bichig_personal *personal, bichig_char16 **text,
                                                    size_t *length, bichig_error *error);
/* Writes them into another file, whole or not at all. */
BICHIG_API bichig_status bichig_personal_save(const bichig_personal *personal, const char *path, bichig_error *error);

#ifdef __cplusplus
}
#endif

#endif
