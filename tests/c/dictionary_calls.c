/* Dictionaries: built, made, looked into; the tables that they are built from. */
#include <stdlib.h>

#include <bichig/c/bichig.h>

#include "check.h"

/* Letters of EAC MGC/01-02 as text. */
void letters(const char *latin, char *out, size_t size) {
    char *made = NULL;
    size_t length = 0;
    CHECK_STATUS(bichig_convert_utf8(latin, BICHIG_WHOLE, BICHIG_FROM_EAC, &made, &length, NULL, NULL, NULL),
                 BICHIG_OK);
    CHECK(length < size);
    out[0] = 0;
    if (made != NULL && length < size) memcpy(out, made, length + 1);
    bichig_free(made);
}

/* Mongolian letters are three bytes each. */
size_t wide_letters(const char *latin, bichig_char16 *out) {
    char bytes[200];
    size_t count = 0;
    const unsigned char *at = (const unsigned char *)bytes;
    letters(latin, bytes, sizeof bytes);
    for (; *at != 0; at += 3) {
        out[count++] = (bichig_char16)(((at[0] & 15) << 12) | ((at[1] & 63) << 6) | (at[2] & 63));
    }
    out[count] = 0;
    return count;
}

void add_words(bichig_dictionary_builder *builder, const char *const *words) {
    char word[200];
    for (; *words != NULL; ++words) {
        letters(*words, word, sizeof word);
        CHECK_STATUS(bichig_dictionary_builder_add_utf8(builder, word, BICHIG_WHOLE, 0, BICHIG_FORM_WORD, NULL),
                     BICHIG_OK);
    }
}

static void test_lookups(const bichig_dictionary *dictionary) {
    bichig_form *forms = NULL;
    size_t count = 0;
    int contains = 5;
    char word[100];
    bichig_char16 wide[100];
    size_t length = wide_letters("urdu", wide);
    letters("ordu", word, sizeof word);
    CHECK_STATUS(bichig_dictionary_contains_utf8(dictionary, word, BICHIG_WHOLE, &contains, NULL), BICHIG_OK);
    CHECK(contains == 1);
    CHECK_STATUS(bichig_dictionary_contains_utf16(dictionary, wide, length, &contains, NULL), BICHIG_OK);
    CHECK(contains == 0);
    /* Two words look as this one. */
    CHECK_STATUS(bichig_dictionary_same_shape_utf16(dictionary, wide, length, &forms, &count, NULL), BICHIG_OK);
    CHECK(count == 2 && forms[0].utf8 == NULL && forms[0].length == 4 && forms[0].utf16[4] == 0);
    CHECK(forms[0].utf16[1] == 0x1837 && forms[1].distance == 0);
    bichig_free(forms);
    CHECK_STATUS(bichig_dictionary_same_shape_utf8(dictionary, word, BICHIG_WHOLE, &forms, &count, NULL), BICHIG_OK);
    CHECK(count == 2 && (strcmp(forms[0].utf8, word) == 0 || strcmp(forms[1].utf8, word) == 0));
    CHECK(forms[0].utf16 == NULL && forms[0].length == strlen(forms[0].utf8));
    bichig_free(forms);
    /* Near: gar is a letter from ger, in shape too. */
    letters("gir", word, sizeof word);
    CHECK_STATUS(bichig_dictionary_near_utf8(dictionary, word, BICHIG_WHOLE, 0, 0, &forms, &count, NULL), BICHIG_OK);
    CHECK(count == 0 && forms != NULL);
    bichig_free(forms);
    CHECK_STATUS(bichig_dictionary_near_utf8(dictionary, word, BICHIG_WHOLE, 100, 0, &forms, &count, NULL),
                 BICHIG_OK);
    CHECK(count >= 1 && forms[0].distance > 0 && forms[0].distance <= 100);
    bichig_free(forms);
    length = wide_letters("gir", wide);
    CHECK_STATUS(bichig_dictionary_near_utf16(dictionary, wide, length, 200, 1, &forms, &count, NULL), BICHIG_OK);
    CHECK(count == 1);
    bichig_free(forms);
    CHECK_STATUS(bichig_dictionary_near_utf8(dictionary, word, BICHIG_WHOLE, 70000, 0, &forms, &count, NULL),
                 BICHIG_INVALID_ARGUMENT);
    /* All forms, part by part. */
    CHECK_STATUS(bichig_dictionary_forms_utf8(dictionary, 0, 100, &forms, &count, NULL), BICHIG_OK);
    CHECK(count == 6);
    bichig_free(forms);
    CHECK_STATUS(bichig_dictionary_forms_utf16(dictionary, 5, 4, &forms, &count, NULL), BICHIG_OK);
    CHECK(count == 1 && forms[0].length > 0);
    bichig_free(forms);
    CHECK_STATUS(bichig_dictionary_forms_utf16(dictionary, 600, 4, &forms, &count, NULL), BICHIG_OK);
    CHECK(count == 0);
    bichig_free(forms);
}

static void test_files(bichig_dictionary_builder *builder, const char *folder) {
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_dictionary_info info = BICHIG_DICTIONARY_INFO_INIT;
    bichig_dictionary *dictionary = NULL;
    char path[400];
    char *bytes = (char *)malloc(100000);
    size_t size;
    FILE *file;
    sprintf(path, "%.300s/made.shapes", folder);
    CHECK_STATUS(bichig_dictionary_builder_save(builder, path, &error), BICHIG_OK);
    CHECK_STATUS(bichig_dictionary_open(path, 1, &dictionary, &error), BICHIG_OK);
    CHECK_STATUS(bichig_dictionary_describe(dictionary, &info, &error), BICHIG_OK);
    CHECK(info.forms == 6 && info.shapes == 5 && strcmp(info.path, path) == 0 && info.title[0] == 0);
    bichig_dictionary_close(dictionary);
    file = fopen(path, "rb");
    size = fread(bytes, 1, 100000, file);
    fclose(file);
    CHECK(size == info.bytes);
    CHECK_STATUS(bichig_dictionary_open_memory(bytes, size, NULL, 1, &dictionary, &error), BICHIG_OK);
    bichig_dictionary_close(dictionary);
    bytes[size - 3] ^= 1;
    CHECK_STATUS(bichig_dictionary_open_memory(bytes, size, "mine", 1, &dictionary, &error), BICHIG_INVALID_INPUT);
    CHECK(dictionary == NULL && strcmp(error.file, "mine") == 0 && error.hint[0] != 0);
    free(bytes);
    CHECK_STATUS(bichig_dictionary_open("/nowhere", 0, &dictionary, &error), BICHIG_NOT_FOUND);
    CHECK_STATUS(bichig_dictionary_open(NULL, 0, &dictionary, &error), BICHIG_INVALID_ARGUMENT);
    CHECK_STATUS(bichig_dictionary_open_memory(NULL, 4, NULL, 0, &dictionary, &error), BICHIG_INVALID_ARGUMENT);
    CHECK_STATUS(bichig_dictionary_builder_save(builder, "/nowhere/x.shapes", &error), BICHIG_SYSTEM);
}

void test_dictionaries(const char *folder) {
    static const char *const words[] = {"gar", "ger", "ordu", "urtu", "gar_tu", NULL};
    bichig_dictionary_builder *builder = NULL;
    bichig_dictionary *dictionary = NULL;
    bichig_dictionary_info info = BICHIG_DICTIONARY_INFO_INIT;
    bichig_form *forms = NULL;
    bichig_error error = BICHIG_ERROR_INIT;
    size_t count = 0;
    bichig_char16 wide[100];
    size_t length = wide_letters("bulgan", wide);
    CHECK_STATUS(bichig_dictionary_builder_open((bichig_profile)9, &builder, &error), BICHIG_INVALID_ARGUMENT);
    CHECK_STATUS(bichig_dictionary_builder_open(BICHIG_GB25914, &builder, &error), BICHIG_OK);
    add_words(builder, words);
    CHECK_STATUS(bichig_dictionary_builder_add_utf16(builder, wide, length, 12, BICHIG_FORM_PLACE, &error), BICHIG_OK);
    CHECK_STATUS(bichig_dictionary_builder_add_utf16(builder, wide, 0, 12, BICHIG_FORM_PLACE, &error),
                 BICHIG_INVALID_INPUT);
    CHECK_STATUS(bichig_dictionary_builder_add_utf16(builder, wide, length, 1, (bichig_form_kind)9, &error),
                 BICHIG_INVALID_ARGUMENT);
    CHECK_STATUS(bichig_dictionary_builder_make(builder, &dictionary, &error), BICHIG_OK);
    CHECK_STATUS(bichig_dictionary_describe(dictionary, &info, NULL), BICHIG_OK);
    CHECK(info.forms == 6 && info.path[0] == 0 && info.notice[0] == 0 && info.format >= 2);
    CHECK_STATUS(bichig_dictionary_same_shape_utf16(dictionary, wide, length, &forms, &count, NULL), BICHIG_OK);
    CHECK(count == 1 && forms[0].frequency == 12 && forms[0].kind == BICHIG_FORM_PLACE);
    bichig_free(forms);
    test_lookups(dictionary);
    test_files(builder, folder);
    bichig_dictionary_builder_close(builder);
    bichig_dictionary_close(dictionary);
    bichig_dictionary_close(NULL);
}

static int stop_at_once(void *user, size_t done, size_t total) {
    CHECK(done <= total);
    ++*(int *)user;
    return 1;
}
static int go_on(void *user, size_t done, size_t total) {
    (void)total;
    *(size_t *)user = done;
    return 0;
}

static void test_build(const bichig_lexicon *lexicon, const char *folder) {
    bichig_build_report report = BICHIG_BUILD_REPORT_INIT;
    bichig_dictionary_info info = BICHIG_DICTIONARY_INFO_INIT;
    bichig_dictionary *dictionary = NULL;
    bichig_hunspell *hunspell = NULL;
    bichig_error error = BICHIG_ERROR_INIT;
    char path[400];
    char word[100];
    size_t done = 0;
    int calls = 0;
    int right = 0;
    sprintf(path, "%.300s/cancelled", folder);
    CHECK_STATUS(bichig_lexicon_build(lexicon, path, stop_at_once, &calls, &report, &error), BICHIG_CANCELLED);
    CHECK(calls == 1 && report.forms == 0);
    CHECK_STATUS(bichig_dictionary_open(path, 0, &dictionary, &error), BICHIG_NOT_FOUND);
    sprintf(path, "%.300s/built", folder);
    CHECK_STATUS(bichig_lexicon_build(lexicon, path, go_on, &done, &report, &error), BICHIG_OK);
    CHECK(done == 4 && report.entries == 4 && report.forms == 13 && report.distinct_forms == 13);
    CHECK_STATUS(bichig_dictionary_open(path, 1, &dictionary, &error), BICHIG_OK);
    CHECK_STATUS(bichig_dictionary_describe(dictionary, &info, &error), BICHIG_OK);
    CHECK(info.forms == 13 && strcmp(info.title, "Small") == 0 && strcmp(info.version, "1") == 0);
    CHECK(strstr(info.notice, "Apache-2.0") != NULL);
    /* Hunspell's files beside it. */
    CHECK_STATUS(bichig_dictionary_hunspell(dictionary, &hunspell, &error), BICHIG_OK);
    bichig_dictionary_close(dictionary);
    letters("gar_tu", word, sizeof word);
    CHECK_STATUS(bichig_hunspell_is_right_utf8(hunspell, word, BICHIG_WHOLE, &right, &error), BICHIG_OK);
    CHECK(right == 1);
    bichig_hunspell_close(hunspell);
    /* The same in memory has none. */
    CHECK_STATUS(bichig_lexicon_make(lexicon, &dictionary, &error), BICHIG_OK);
    CHECK_STATUS(bichig_dictionary_describe(dictionary, &info, &error), BICHIG_OK);
    CHECK(info.forms == 13 && info.title[0] == 0);
    CHECK_STATUS(bichig_dictionary_hunspell(dictionary, &hunspell, &error), BICHIG_NOT_FOUND);
    CHECK(hunspell == NULL);
    bichig_dictionary_close(dictionary);
    CHECK_STATUS(bichig_lexicon_build(lexicon, "/proc/nowhere", NULL, NULL, NULL, &error), BICHIG_SYSTEM);
}

static void test_entries(const bichig_lexicon *lexicon) {
    bichig_entry *entries = NULL;
    bichig_paradigm_form *forms = NULL;
    bichig_error error = BICHIG_ERROR_INIT;
    char word[100];
    bichig_char16 wide[100];
    bichig_char16 ger[100];
    size_t length = wide_letters("yabu", wide);
    size_t count = 0;
    CHECK_STATUS(bichig_lexicon_entries_utf8(lexicon, NULL, 0, &entries, &count, &error), BICHIG_OK);
    CHECK(count == 4 && entries[3].number == 3 && strcmp(entries[3].part_of_speech, "particle") == 0);
    bichig_free(entries);
    CHECK_STATUS(bichig_lexicon_entries_utf8(lexicon, "gar", BICHIG_WHOLE, &entries, &count, &error), BICHIG_OK);
    letters("gar", word, sizeof word);
    CHECK(count == 1 && strcmp(entries[0].utf8, word) == 0 && strcmp(entries[0].latin, "gar") == 0);
    CHECK(entries[0].forms == 6 && entries[0].line == 3 && strcmp(entries[0].paradigm, "noun+plural_ud") == 0);
    CHECK(strcmp(entries[0].status, "unreviewed") == 0 && strstr(entries[0].file, "words.tsv") != NULL);
    CHECK(strcmp(entries[0].cyrillic, "\xD0\xB3\xD0\xB0\xD1\x80") == 0);
    CHECK_STATUS(bichig_lexicon_paradigm_utf8(lexicon, entries[0].number, &forms, &count, &error), BICHIG_OK);
    CHECK(count == 6 && strcmp(forms[0].utf8, word) == 0 && forms[0].group[0] == 0 && forms[0].chain[0] == 0);
    CHECK(strcmp(forms[1].chain, "genitive") == 0 && strcmp(forms[1].latin, "gar_un") == 0);
    CHECK(forms[1].length == strlen(forms[1].utf8) && forms[1].units[0] != 0);
    bichig_free(forms);
    bichig_free(entries);
    CHECK_STATUS(bichig_lexicon_entries_utf16(lexicon, wide, length, &entries, &count, &error), BICHIG_OK);
    CHECK(count == 1 && entries[0].utf8 == NULL && entries[0].length == 4 && entries[0].utf16[0] == 0x1836);
    CHECK_STATUS(bichig_lexicon_paradigm_utf16(lexicon, entries[0].number, &forms, &count, &error), BICHIG_OK);
    CHECK(count == 3 && forms[0].utf16[0] == 0x1836 && forms[0].utf16[forms[0].length] == 0);
    bichig_free(forms);
    bichig_free(entries);
    length = wide_letters("xele", ger);
    CHECK_STATUS(bichig_lexicon_entries_utf16(lexicon, ger, length, &entries, &count, &error), BICHIG_OK);
    CHECK(count == 0);
    bichig_free(entries);
    CHECK_STATUS(bichig_lexicon_paradigm_utf8(lexicon, 4, &forms, &count, &error), BICHIG_INVALID_ARGUMENT);
}

/* The tables of `source` with a row that is twice there and one that cannot be used. */
static void write_faulty(const char *source, const char *folder) {
    static const char *const names[] = {"dictionary.toml", "suffixes.tsv", "paradigms.toml", "words.tsv"};
    char path[400];
    char bytes[6000];
    size_t size;
    size_t i;
    FILE *file;
    for (i = 0; i < 4; ++i) {
        sprintf(path, "%.300s/%s", source, names[i]);
        file = fopen(path, "rb");
        size = fread(bytes, 1, sizeof bytes, file);
        fclose(file);
        sprintf(path, "%.300s/%s", folder, names[i]);
        file = fopen(path, "wb");
        fwrite(bytes, 1, size, file);
        if (i == 3) {
            fputs("bar\tbird\tnoun\t\t\tim\t\t\town\t\tApache-2.0\t\tunreviewed\t2026-01-31\t\n", file);
            fputs("garger\tnoun\tnoun\t\t\tim\t\t\town\t\tApache-2.0\t\tunreviewed\t2026-01-31\t\n", file);
        }
        fclose(file);
    }
}

static void test_faulty(const char *source, const char *folder) {
    bichig_lexicon *lexicon = NULL;
    bichig_findings *findings = NULL;
    bichig_finding finding = BICHIG_FINDING_INIT;
    bichig_lexicon_info info = BICHIG_LEXICON_INFO_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    size_t i;
    int warnings = 0;
    int errors = 0;
    write_faulty(source, folder);
    CHECK_STATUS(bichig_lexicon_open(folder, &lexicon, NULL, &error), BICHIG_INVALID_INPUT);
    CHECK(lexicon == NULL && error.line == 7 && strstr(error.file, "words.tsv") != NULL);
    CHECK_STATUS(bichig_lexicon_open(folder, &lexicon, &findings, &error), BICHIG_OK);
    CHECK_STATUS(bichig_lexicon_describe(lexicon, &info, &error), BICHIG_OK);
    CHECK(info.entries == 5);
    CHECK_STATUS(bichig_findings_item(findings, 0, &finding, &error), BICHIG_OK);
    CHECK(finding.severity == BICHIG_ERROR && finding.line == 7 && finding.id[0] != 0);
    bichig_findings_free(findings);
    bichig_lexicon_close(lexicon);
    CHECK_STATUS(bichig_lexicon_lint(folder, &findings, &error), BICHIG_OK);
    for (i = 0; i < bichig_findings_count(findings); ++i) {
        CHECK_STATUS(bichig_findings_item(findings, i, &finding, &error), BICHIG_OK);
        if (finding.severity == BICHIG_ERROR) ++errors;
        if (finding.severity == BICHIG_WARNING) ++warnings;
        CHECK(finding.message[0] != 0);
    }
    CHECK(errors >= 1 && errors + warnings >= 2);
    bichig_findings_free(findings);
}

void test_lexicon(const char *source, const char *folder) {
    bichig_lexicon *lexicon = NULL;
    bichig_findings *findings = NULL;
    bichig_lexicon_info info = BICHIG_LEXICON_INFO_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    CHECK_STATUS(bichig_lexicon_open("/nowhere", &lexicon, NULL, &error), BICHIG_NOT_FOUND);
    CHECK_STATUS(bichig_lexicon_open(NULL, &lexicon, NULL, &error), BICHIG_INVALID_ARGUMENT);
    CHECK_STATUS(bichig_lexicon_lint("/nowhere", &findings, &error), BICHIG_NOT_FOUND);
    CHECK(findings == NULL && error.file[0] != 0);
    CHECK_STATUS(bichig_lexicon_open(source, &lexicon, &findings, &error), BICHIG_OK);
    CHECK(bichig_findings_count(findings) == 0);
    bichig_findings_free(findings);
    CHECK_STATUS(bichig_lexicon_describe(lexicon, &info, &error), BICHIG_OK);
    CHECK(info.entries == 4 && info.forms == 13 && strcmp(info.id, "small") == 0);
    CHECK(strcmp(info.title, "Small") == 0 && strcmp(info.version, "1") == 0 && strcmp(info.date, "2026-01-31") == 0);
    CHECK(strcmp(info.language, "mn-Mong-CN") == 0 && strcmp(info.licence, "Apache-2.0") == 0);
    test_entries(lexicon);
    test_build(lexicon, folder);
    bichig_lexicon_close(lexicon);
    test_faulty(source, folder);
}
