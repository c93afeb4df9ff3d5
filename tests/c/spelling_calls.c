/* Spelling: checks and suggestions, dictionaries of Hunspell, and personal ones. */
#include <bichig/c/bichig.h>

#include "check.h"

static void write_file(const char *folder, const char *name, const char *bytes, char *path) {
    FILE *file;
    sprintf(path, "%.300s/%s", folder, name);
    file = fopen(path, "wb");
    fputs(bytes, file);
    fclose(file);
}

void test_personal(const char *folder) {
    bichig_personal *personal = NULL;
    bichig_personal *other = NULL;
    bichig_learnt_word *words = NULL;
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_char16 wide[20];
    bichig_char16 *wide_text = NULL;
    char *text = NULL;
    char path[400];
    size_t count = 0;
    int contains = 0;
    sprintf(path, "%.300s/personal.txt", folder);
    remove(path);
    CHECK_STATUS(bichig_personal_open(path, &personal, &error), BICHIG_OK);
    CHECK_STATUS(bichig_personal_add_utf8(personal, "abc", BICHIG_WHOLE, "def", 3, &error), BICHIG_OK);
    wide[0] = 0x1820;
    wide[1] = 0x1828;
    wide[2] = 0xD800;
    CHECK_STATUS(bichig_personal_add_utf16(personal, wide, 2, NULL, 0, &error), BICHIG_OK);
    CHECK_STATUS(bichig_personal_add_utf16(personal, wide, 3, NULL, 0, &error), BICHIG_ILL_FORMED);
    CHECK(error.offset == 2);
    CHECK_STATUS(bichig_personal_add_utf8(personal, "two words", BICHIG_WHOLE, NULL, 0, &error), BICHIG_INVALID_INPUT);
    CHECK_STATUS(bichig_personal_contains_utf16(personal, wide, 2, &contains, &error), BICHIG_OK);
    CHECK(contains == 1);
    /* Another program's list of the same file. */
    CHECK_STATUS(bichig_personal_open(path, &other, &error), BICHIG_OK);
    CHECK_STATUS(bichig_personal_add_utf8(other, "ghi", 3, NULL, 0, &error), BICHIG_OK);
    CHECK_STATUS(bichig_personal_contains_utf8(personal, "ghi", 3, &contains, &error), BICHIG_OK);
    CHECK(contains == 0);
    CHECK_STATUS(bichig_personal_refresh(personal, &error), BICHIG_OK);
    CHECK_STATUS(bichig_personal_contains_utf8(personal, "ghi", 3, &contains, &error), BICHIG_OK);
    CHECK(contains == 1);
    CHECK_STATUS(bichig_personal_remove_utf8(personal, "ghi", 3, &error), BICHIG_OK);
    CHECK_STATUS(bichig_personal_words_utf8(personal, &words, &count, &error), BICHIG_OK);
    CHECK(count == 2 && strcmp(words[0].utf8, "abc") == 0 && strcmp(words[0].like_utf8, "def") == 0);
    CHECK(words[1].length == 6 && words[1].like_length == 0 && words[1].like_utf8[0] == 0 && words[1].utf16 == NULL);
    bichig_free(words);
    CHECK_STATUS(bichig_personal_remove_utf16(personal, wide, 2, &error), BICHIG_OK);
    CHECK_STATUS(bichig_personal_words_utf16(personal, &words, &count, &error), BICHIG_OK);
    CHECK(count == 1 && words[0].length == 3 && words[0].utf16[2] == 'c' && words[0].like_utf16[3] == 0);
    bichig_free(words);
    CHECK_STATUS(bichig_personal_text_utf8(personal, &text, &count, &error), BICHIG_OK);
    CHECK(strcmp(text, "abc\tdef\n") == 0 && count == 8);
    bichig_free(text);
    CHECK_STATUS(bichig_personal_text_utf16(personal, &wide_text, &count, &error), BICHIG_OK);
    CHECK(count == 8 && wide_text[3] == '\t' && wide_text[8] == 0);
    bichig_personal_close(other);
    /* Lists in memory. */
    CHECK_STATUS(bichig_personal_open_text_utf16(wide_text, count, &other, &error), BICHIG_OK);
    bichig_free(wide_text);
    CHECK_STATUS(bichig_personal_contains_utf8(other, "abc", 3, &contains, &error), BICHIG_OK);
    CHECK(contains == 1);
    CHECK_STATUS(bichig_personal_save(other, path, &error), BICHIG_OK);
    CHECK_STATUS(bichig_personal_save(other, "/nowhere/list", &error), BICHIG_SYSTEM);
    bichig_personal_close(other);
    CHECK_STATUS(bichig_personal_open_text_utf8("a\nb\tc\td\n", BICHIG_WHOLE, &other, &error), BICHIG_INVALID_INPUT);
    CHECK(other == NULL && error.line == 2);
    CHECK_STATUS(bichig_personal_add_utf8(NULL, "a", 1, NULL, 0, &error), BICHIG_INVALID_ARGUMENT);
    bichig_personal_close(personal);
    bichig_personal_close(NULL);
}

/* A dictionary of Hunspell of Latin letters. */
static bichig_hunspell *test_hunspell(const char *folder) {
    bichig_hunspell *hunspell = NULL;
    bichig_suggestion *suggestions = NULL;
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_char16 wide[6];
    char aff[400];
    char dic[400];
    size_t count = 0;
    int yes = 0;
    size_t i;
    write_file(folder, "en.aff", "SET UTF-8\nTRY abcdeghlorstw\n", aff);
    write_file(folder, "en.dic", "3\nhello\nworld\nabout\n", dic);
    CHECK_STATUS(bichig_hunspell_open(aff, "/nowhere.dic", &hunspell, &error), BICHIG_NOT_FOUND);
    CHECK_STATUS(bichig_hunspell_open(aff, NULL, &hunspell, &error), BICHIG_INVALID_ARGUMENT);
    CHECK_STATUS(bichig_hunspell_open(aff, dic, &hunspell, &error), BICHIG_OK);
    CHECK(strcmp(bichig_hunspell_encoding(hunspell), "UTF-8") == 0 && bichig_hunspell_encoding(NULL)[0] == 0);
    for (i = 0; i < 5; ++i) wide[i] = (bichig_char16)("hallo"[i]);
    CHECK_STATUS(bichig_hunspell_covers_utf8(hunspell, "hallo", 5, &yes, &error), BICHIG_OK);
    CHECK(yes == 1);
    CHECK_STATUS(bichig_hunspell_covers_utf8(hunspell, WORD, BICHIG_WHOLE, &yes, &error), BICHIG_OK);
    CHECK(yes == 0);
    CHECK_STATUS(bichig_hunspell_covers_utf16(hunspell, wide, 5, &yes, &error), BICHIG_OK);
    CHECK(yes == 1);
    CHECK_STATUS(bichig_hunspell_is_right_utf8(hunspell, "hello", 5, &yes, &error), BICHIG_OK);
    CHECK(yes == 1);
    CHECK_STATUS(bichig_hunspell_is_right_utf16(hunspell, wide, 5, &yes, &error), BICHIG_OK);
    CHECK(yes == 0);
    CHECK_STATUS(bichig_hunspell_suggest_utf8(hunspell, "hallo", 5, 3, &suggestions, &count, &error), BICHIG_OK);
    CHECK(count >= 1 && strcmp(suggestions[0].utf8, "hello") == 0 && suggestions[0].length == 5);
    bichig_free(suggestions);
    CHECK_STATUS(bichig_hunspell_suggest_utf16(hunspell, wide, 5, 3, &suggestions, &count, &error), BICHIG_OK);
    CHECK(count >= 1 && suggestions[0].utf16[1] == 'e' && suggestions[0].utf8 == NULL);
    bichig_free(suggestions);
    return hunspell;
}

static void test_texts(const bichig_checker *checker) {
    bichig_word_finding *findings = NULL;
    bichig_check_summary summary = BICHIG_CHECK_SUMMARY_INIT;
    bichig_check_options options = BICHIG_CHECK_OPTIONS_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    char text[600];
    char right[100];
    char wrong[100];
    bichig_char16 wide[100];
    bichig_char16 meant[100];
    size_t count = 0;
    size_t length;
    letters("mon\xC9\xA1gol", right, sizeof right);
    letters("mun\xC9\xA1gul", wrong, sizeof wrong);
    /* Offsets are bytes, also after characters of other lengths. */
    sprintf(text, "\xE4\xB8\xAD\xC3\xA9 %s, %s \xF0\x9F\x98\x80 hallo", right, wrong);
    CHECK_STATUS(bichig_check_utf8(checker, text, BICHIG_WHOLE, &options, &findings, &count, &summary, &error),
                 BICHIG_OK);
    CHECK(count == 2 && summary.searched == 1 && summary.words == 3);
    if (count == 2) {
        CHECK(findings[0].range.begin == 6 + strlen(right) + 2);
        CHECK(findings[0].range.end == findings[0].range.begin + strlen(wrong));
        CHECK(findings[0].fault == BICHIG_FAULT_ENCODING && findings[0].certain == 1);
        CHECK(strcmp(findings[0].id, "other-letters") == 0 && strlen(findings[0].reason) > 20);
        CHECK(findings[0].suggestion_count >= 1 && strcmp(findings[0].suggestions[0].utf8, right) == 0);
        CHECK(findings[0].suggestions[0].cost == 0 && findings[0].suggestions[0].length == strlen(right));
        CHECK(findings[1].range.end == strlen(text) && findings[1].range.begin == strlen(text) - 5);
        CHECK(bichig_fault_is_wrong(findings[1].fault) == 1);
    }
    bichig_free(findings);
    length = wide_letters("mun\xC9\xA1gul", wide);
    wide_letters("mon\xC9\xA1gol", meant);
    CHECK_STATUS(bichig_check_utf16(checker, wide, length, NULL, &findings, &count, NULL, &error), BICHIG_OK);
    CHECK(count == 1 && findings[0].range.end == length && findings[0].suggestions[0].utf8 == NULL);
    CHECK(memcmp(findings[0].suggestions[0].utf16, meant, (length + 1) * 2) == 0);
    bichig_free(findings);
    CHECK_STATUS(bichig_check_utf8(checker, "", 0, NULL, &findings, &count, &summary, &error), BICHIG_OK);
    CHECK(count == 0 && findings != NULL && summary.words == 0);
    bichig_free(findings);
    CHECK_STATUS(bichig_check_utf8(checker, "a\xFF", 2, NULL, &findings, &count, &summary, &error),
                 BICHIG_ILL_FORMED);
    CHECK(findings == NULL && error.offset == 1);
    CHECK_STATUS(bichig_check_utf8(NULL, "a", 1, NULL, &findings, &count, NULL, &error), BICHIG_INVALID_ARGUMENT);
}

static int stop_later(void *user, size_t done, size_t total) {
    CHECK(done <= total);
    return ++*(int *)user == 3;
}

static void test_options(const bichig_checker *checker) {
    bichig_word_finding *findings = NULL;
    bichig_check_summary summary = BICHIG_CHECK_SUMMARY_INIT;
    bichig_check_options options = BICHIG_CHECK_OPTIONS_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    char old[100];
    char text[600];
    size_t count = 0;
    int calls = 0;
    letters("gar-tu", old, sizeof old);
    CHECK_STATUS(bichig_check_utf8(checker, old, BICHIG_WHOLE, NULL, &findings, &count, NULL, &error), BICHIG_OK);
    CHECK(count == 1 && findings[0].fault == BICHIG_FAULT_SUFFIX && strcmp(findings[0].id, "old-connector") == 0);
    bichig_free(findings);
    options.accept_nnbsp = 1;
    CHECK_STATUS(bichig_check_utf8(checker, old, BICHIG_WHOLE, &options, &findings, &count, NULL, &error), BICHIG_OK);
    CHECK(count == 0);
    bichig_free(findings);
    letters("gir gim gil gid", text, sizeof text);
    options.limit = 1;
    options.word_budget = 1000000;
    CHECK_STATUS(bichig_check_utf8(checker, text, BICHIG_WHOLE, &options, &findings, &count, NULL, &error),
                 BICHIG_OK);
    CHECK(count == 4 && findings[0].suggestion_count == 1);
    bichig_free(findings);
    options.no_suggestions = 1;
    CHECK_STATUS(bichig_check_utf8(checker, text, BICHIG_WHOLE, &options, &findings, &count, NULL, &error),
                 BICHIG_OK);
    CHECK(count == 4 && findings[0].suggestion_count == 0 && findings[0].suggestions == NULL);
    bichig_free(findings);
    options.no_suggestions = 0;
    options.searches = 2;
    CHECK_STATUS(bichig_check_utf8(checker, text, BICHIG_WHOLE, &options, &findings, &count, &summary, &error),
                 BICHIG_OK);
    CHECK(count == 4 && summary.searched == 0);
    bichig_free(findings);
    options.progress = stop_later;
    options.progress_user = &calls;
    CHECK_STATUS(bichig_check_utf8(checker, text, BICHIG_WHOLE, &options, &findings, &count, &summary, &error),
                 BICHIG_CANCELLED);
    CHECK(calls == 3 && findings == NULL && count == 0);
    options.size = 3;
    CHECK_STATUS(bichig_check_utf8(checker, text, BICHIG_WHOLE, &options, &findings, &count, &summary, &error),
                 BICHIG_INVALID_ARGUMENT);
}

static void test_words(const bichig_checker *checker) {
    bichig_suggestion *suggestions = NULL;
    bichig_check_options options = BICHIG_CHECK_OPTIONS_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    char word[100];
    char meant[100];
    bichig_char16 wide[100];
    size_t length = wide_letters("gar_tu", wide);
    size_t count = 0;
    int right = 5;
    letters("gar_du", word, sizeof word);
    letters("gar_tu", meant, sizeof meant);
    CHECK_STATUS(bichig_is_right_utf8(checker, word, BICHIG_WHOLE, &right, &error), BICHIG_OK);
    CHECK(right == 0);
    CHECK_STATUS(bichig_is_right_utf16(checker, wide, length, &right, &error), BICHIG_OK);
    CHECK(right == 1);
    options.limit = 2;
    CHECK_STATUS(bichig_suggest_utf8(checker, word, BICHIG_WHOLE, &options, &suggestions, &count, &error), BICHIG_OK);
    CHECK(count >= 1 && count <= 2 && strcmp(suggestions[0].utf8, meant) == 0);
    bichig_free(suggestions);
    wide_letters("gar_du", wide);
    CHECK_STATUS(bichig_suggest_utf16(checker, wide, length, NULL, &suggestions, &count, &error), BICHIG_OK);
    CHECK(count >= 1 && suggestions[0].length == length && suggestions[0].utf16[4] == 0x1832);
    bichig_free(suggestions);
    CHECK_STATUS(bichig_is_right_utf8(checker, word, BICHIG_WHOLE, NULL, &error), BICHIG_INVALID_ARGUMENT);
}

static void test_faults(void) {
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_fault found = BICHIG_FAULT_MIXED;
    int fault;
    for (fault = BICHIG_FAULT_ENCODING; fault <= BICHIG_FAULT_MIXED; ++fault) {
        CHECK_STATUS(bichig_fault_named(bichig_fault_name((bichig_fault)fault), &found, &error), BICHIG_OK);
        CHECK((int)found == fault);
        CHECK(bichig_fault_is_wrong((bichig_fault)fault) ==
              (fault != BICHIG_FAULT_UNKNOWN && fault != BICHIG_FAULT_NAME));
    }
    CHECK_STATUS(bichig_fault_named("sin", &found, &error), BICHIG_NOT_FOUND);
    CHECK(bichig_fault_name((bichig_fault)77)[0] == 0 && bichig_fault_is_wrong((bichig_fault)77) == 0);
}

void test_spelling(const char *folder) {
    static const char *const words[] = {"gar", "ger", "mon\xC9\xA1gol", "gar_tu", "sain", NULL};
    bichig_checker_options options = BICHIG_CHECKER_OPTIONS_INIT;
    bichig_dictionary_builder *builder = NULL;
    bichig_dictionary *dictionary = NULL;
    bichig_hunspell *hunspell = test_hunspell(folder);
    bichig_personal *personal = NULL;
    const bichig_hunspell *others[1];
    bichig_checker *checker = NULL;
    bichig_error error = BICHIG_ERROR_INIT;
    char word[100];
    int right = 0;
    bichig_dictionary_builder_open(BICHIG_GB25914, &builder, NULL);
    add_words(builder, words);
    CHECK_STATUS(bichig_dictionary_builder_make(builder, &dictionary, &error), BICHIG_OK);
    bichig_dictionary_builder_close(builder);
    CHECK_STATUS(bichig_personal_open(NULL, &personal, &error), BICHIG_OK);
    others[0] = NULL;
    options.dictionary = dictionary;
    options.others = others;
    options.other_count = 1;
    options.personal = &personal;
    options.personal_count = 1;
    CHECK_STATUS(bichig_checker_open(&options, &checker, &error), BICHIG_INVALID_ARGUMENT);
    others[0] = hunspell;
    CHECK_STATUS(bichig_checker_open(&options, &checker, &error), BICHIG_OK);
    /* The checker keeps what it needs; the list changes behind it. */
    bichig_dictionary_close(dictionary);
    bichig_hunspell_close(hunspell);
    test_texts(checker);
    test_options(checker);
    test_words(checker);
    test_faults();
    letters("xele", word, sizeof word);
    CHECK_STATUS(bichig_is_right_utf8(checker, word, BICHIG_WHOLE, &right, &error), BICHIG_OK);
    CHECK(right == 0);
    CHECK_STATUS(bichig_personal_add_utf8(personal, word, BICHIG_WHOLE, NULL, 0, &error), BICHIG_OK);
    bichig_personal_close(personal);
    CHECK_STATUS(bichig_is_right_utf8(checker, word, BICHIG_WHOLE, &right, &error), BICHIG_OK);
    CHECK(right == 1);
    bichig_checker_close(checker);
    bichig_checker_close(NULL);
    CHECK_STATUS(bichig_checker_open(NULL, &checker, &error), BICHIG_OK);
    bichig_checker_close(checker);
}
