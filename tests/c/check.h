/* What the parts of the C test share: CHECK counts faults and says where. C89. */
#ifndef BICHIG_TEST_CHECK_H
#define BICHIG_TEST_CHECK_H

#include <stdio.h>
#include <string.h>

extern int faults;

#define CHECK(holds)                                                          \
    do {                                                                      \
        if (!(holds)) {                                                       \
            ++faults;                                                         \
            printf("%s:%d: does not hold: %s\n", __FILE__, __LINE__, #holds); \
        }                                                                     \
    } while (0)
#define CHECK_STATUS(call, wanted)                                                                           \
    do {                                                                                                     \
        const int got = (int)(call);                                                                         \
        if (got != (int)(wanted)) {                                                                          \
            ++faults;                                                                                        \
            printf("%s:%d: gave %s, not %s: %s\n", __FILE__, __LINE__, bichig_status_name((bichig_status)got), \
                   bichig_status_name(wanted), #call);                                                       \
        }                                                                                                    \
    } while (0)

/* "mongol" in Mongolian letters, and with a genitive after MVS; in both encodings. */
#define WORD "\xE1\xA0\xAE\xE1\xA0\xA3\xE1\xA0\xA9\xE1\xA0\xAD\xE1\xA0\xA3\xE1\xA0\xAF"
#define WORD_GENITIVE WORD "\xE1\xA0\x8E\xE1\xA0\xA4\xE1\xA0\xA8"

void test_base(void);
void test_text(void);
void test_language(void);
void test_fonts(const char *fonts);
void test_layout(const char *fonts);
void test_documents(const char *fonts, const char *folder);
void test_labels(const char *fonts, const char *folder);
void test_dictionaries(const char *folder);
void test_lexicon(const char *source, const char *folder);
void test_personal(const char *folder);
void test_spelling(const char *folder);

/* Words from Latin letters (dictionary_calls.c), and into a dictionary. */
void letters(const char *latin, char *out, size_t size);
size_t wide_letters(const char *latin, bichig_char16 *out);
void add_words(bichig_dictionary_builder *builder, const char *const *words);
void test_edit(const char *fonts);
void test_pages(const char *fonts);
void test_encodings_and_maps(const char *fonts, const char *folder);

#endif
