/* Base, text and language. */
#include <stdlib.h>

#include <bichig/c/bichig.h>

#include "check.h"

static int blocks = 0;
static int allowed = -1; /* so many more are given; below 0: all */

static void *count_allocate(void *user, size_t size) {
    if (allowed == 0) return NULL;
    if (allowed > 0) --allowed;
    ++*(int *)user;
    return malloc(size);
}
static void count_release(void *user, void *block) {
    --*(int *)user;
    free(block);
}

void test_base(void) {
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_error unset;
    struct { size_t size; bichig_status status; } old;
    char *text = NULL;
    size_t length = 0;
    int status;
    CHECK(strcmp(bichig_version(), "0.1.0") == 0);
    CHECK(bichig_version_number() == 100);
    for (status = BICHIG_OK; status <= BICHIG_INTERNAL; ++status) {
        CHECK(strlen(bichig_status_name((bichig_status)status)) > 1);
    }
    bichig_free(NULL);
    /* A program of an older version knows a shorter struct. */
    old.size = sizeof old;
    CHECK_STATUS(bichig_units_utf8(NULL, 3, NULL, &text, &length, (bichig_error *)(void *)&old),
                 BICHIG_INVALID_ARGUMENT);
    CHECK(old.size == sizeof old && old.status == BICHIG_INVALID_ARGUMENT);
    memset(&unset, 0, sizeof unset);
    CHECK_STATUS(bichig_units_utf8("a", 1, NULL, &text, &length, &unset), BICHIG_INVALID_ARGUMENT);
    CHECK_STATUS(bichig_units_utf8("a", 1, NULL, NULL, NULL, &error), BICHIG_INVALID_ARGUMENT);
    CHECK(error.status == BICHIG_INVALID_ARGUMENT && error.message[0] != 0 && error.hint[0] != 0);
    /* Blocks come from the allocator and go back to it, also when it is another one by then. */
    CHECK_STATUS(bichig_set_allocator(count_allocate, NULL, &blocks), BICHIG_INVALID_ARGUMENT);
    CHECK_STATUS(bichig_set_allocator(count_allocate, count_release, &blocks), BICHIG_OK);
    CHECK_STATUS(bichig_units_utf8(WORD, BICHIG_WHOLE, NULL, &text, NULL, NULL), BICHIG_OK);
    CHECK(blocks == 1);
    allowed = 0;
    {
        char *none = text;
        CHECK_STATUS(bichig_units_utf8(WORD, BICHIG_WHOLE, NULL, &none, &length, &error), BICHIG_NO_MEMORY);
        CHECK(none == NULL && error.status == BICHIG_NO_MEMORY);
    }
    allowed = 1;
    {
        char *none = text;
        bichig_edit *edits = NULL;
        size_t count = 0;
        CHECK_STATUS(bichig_normalize_utf8(WORD, BICHIG_WHOLE, NULL, &none, &length, &edits, &count, &error),
                     BICHIG_NO_MEMORY);
        CHECK(none == NULL && edits == NULL && blocks == 1);
    }
    allowed = -1;
    CHECK_STATUS(bichig_set_allocator(NULL, NULL, NULL), BICHIG_OK);
    bichig_free(text);
    CHECK(blocks == 0);
}

static void test_ill_formed(void) {
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_char16 lone[3];
    bichig_char16 *wide = NULL;
    char *text = NULL;
    size_t length = 9;
    CHECK_STATUS(bichig_units_utf8("abc\n\xE1\xA0", BICHIG_WHOLE, NULL, &text, &length, &error), BICHIG_ILL_FORMED);
    CHECK(error.offset == 4 && error.line == 2 && error.column == 1 && text == NULL);
    CHECK_STATUS(bichig_normalize_utf8("\xF0\x9F\x98\x80\x80", 5, NULL, &text, &length, NULL, NULL, &error),
                 BICHIG_ILL_FORMED);
    CHECK(error.offset == 4);
    /* A lone surrogate is data where no bytes are made of it. */
    lone[0] = 'a';
    lone[1] = 0xD800;
    lone[2] = 'b';
    CHECK_STATUS(bichig_normalize_utf16(lone, 3, NULL, &wide, &length, NULL, NULL, &error), BICHIG_OK);
    CHECK(length == 3 && wide[1] == 0xD800 && wide[3] == 0);
    bichig_free(wide);
}

static void test_units(void) {
    bichig_unit_options options = BICHIG_UNIT_OPTIONS_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_letter *letters = NULL;
    char *text = NULL;
    size_t length = 0;
    size_t count = 0;
    bichig_char16 wide[2];
    CHECK_STATUS(bichig_units_utf8(WORD, BICHIG_WHOLE, NULL, &text, &length, &error), BICHIG_OK);
    CHECK(length == strlen(text) && length > 8 && text[0] == 'M');
    bichig_free(text);
    CHECK_STATUS(bichig_letters_utf8(WORD "x", BICHIG_WHOLE, &options, &letters, &count, &error), BICHIG_OK);
    CHECK(count == 6 && letters[1].range.begin == 3 && letters[1].range.end == 6);
    CHECK(letters[0].position == BICHIG_INIT && letters[5].position == BICHIG_FINA);
    CHECK(strcmp(letters[0].condition, "default") == 0 && strcmp(letters[0].units, "M") == 0);
    bichig_free(letters);
    wide[0] = 0x1820;
    wide[1] = 0;
    CHECK_STATUS(bichig_letters_utf16(wide, BICHIG_WHOLE, &options, &letters, &count, &error), BICHIG_OK);
    CHECK(count == 1 && letters[0].position == BICHIG_ISOL && letters[0].range.end == 1);
    bichig_free(letters);
    CHECK_STATUS(bichig_units_utf16(wide, 1, &options, &text, &length, &error), BICHIG_OK);
    CHECK(strcmp(text, "A Aa") == 0 || length > 0);
    bichig_free(text);
    options.system = (bichig_system)99;
    CHECK_STATUS(bichig_units_utf8("", 0, &options, &text, &length, &error), BICHIG_INVALID_ARGUMENT);
}

static void test_normal_forms(void) {
    /* NNBSP before a suffix becomes MVS; the edit counts in the units of the caller. */
    const char *old = WORD "\xE2\x80\xAF\xE1\xA0\xA4\xE1\xA0\xA8";
    bichig_normal_options options = BICHIG_NORMAL_OPTIONS_INIT;
    bichig_char16 *wide = NULL;
    bichig_edit *edits = NULL;
    char *text = NULL;
    size_t length = 0;
    size_t count = 0;
    bichig_char16 source[3];
    CHECK_STATUS(bichig_normalize_utf8(old, BICHIG_WHOLE, NULL, &text, &length, &edits, &count, NULL), BICHIG_OK);
    CHECK(strcmp(text, WORD_GENITIVE) == 0 && length == strlen(text));
    CHECK(count == 1 && edits[0].source.begin == 18 && edits[0].source.end == 21 && edits[0].result.begin == 18);
    bichig_free(edits);
    bichig_free(text);
    options.connector = BICHIG_CONNECTOR_KEEP;
    CHECK_STATUS(bichig_normalize_utf8(old, BICHIG_WHOLE, &options, &text, &length, NULL, NULL, NULL), BICHIG_OK);
    CHECK(strcmp(text, old) == 0);
    bichig_free(text);
    options.leave_out = BICHIG_RULE_NFC;
    source[0] = 'e';
    source[1] = 0x301;
    source[2] = 0;
    CHECK_STATUS(bichig_normalize_utf16(source, 2, NULL, &wide, &length, &edits, &count, NULL), BICHIG_OK);
    CHECK(length == 1 && wide[0] == 0xE9 && count == 1);
    bichig_free(edits);
    bichig_free(wide);
    CHECK_STATUS(bichig_normalize_utf16(source, 2, &options, &wide, &length, NULL, NULL, NULL), BICHIG_OK);
    CHECK(length == 2);
    bichig_free(wide);
    CHECK_STATUS(bichig_normalize_utf8("", 0, NULL, &text, &length, &edits, NULL, NULL), BICHIG_INVALID_ARGUMENT);
}

static void test_search(void) {
    bichig_byte *one = NULL;
    bichig_byte *other = NULL;
    bichig_range *ranges = NULL;
    size_t one_size = 0;
    size_t other_size = 0;
    size_t count = 0;
    bichig_char16 text[4];
    CHECK_STATUS(bichig_search_key_utf8(WORD, BICHIG_WHOLE, BICHIG_KEY_FOLDED, &one, &one_size, NULL), BICHIG_OK);
    CHECK_STATUS(bichig_search_key_utf8(WORD_GENITIVE, BICHIG_WHOLE, BICHIG_KEY_FOLDED, &other, &other_size, NULL),
                 BICHIG_OK);
    CHECK(one_size == other_size && memcmp(one, other, one_size) == 0);
    bichig_free(one);
    bichig_free(other);
    CHECK_STATUS(bichig_find_utf8("a " WORD " " WORD, BICHIG_WHOLE, WORD, BICHIG_WHOLE, BICHIG_KEY_SHAPE, &ranges,
                                  &count, NULL), BICHIG_OK);
    CHECK(count == 2 && ranges[0].begin == 2 && ranges[0].end == 20 && ranges[1].begin == 21);
    bichig_free(ranges);
    text[0] = 'a';
    text[1] = 'b';
    text[2] = 'a';
    text[3] = 0;
    CHECK_STATUS(bichig_search_key_utf16(text, 3, BICHIG_KEY_EXACT, &one, &one_size, NULL), BICHIG_OK);
    CHECK(one_size > 2);
    bichig_free(one);
    CHECK_STATUS(bichig_find_utf16(text, 3, text, 1, BICHIG_KEY_EXACT, &ranges, &count, NULL), BICHIG_OK);
    CHECK(count == 2 && ranges[1].begin == 2);
    bichig_free(ranges);
    CHECK_STATUS(bichig_find_utf16(text, 3, text, 1, (bichig_key_level)7, &ranges, &count, NULL),
                 BICHIG_INVALID_ARGUMENT);
    CHECK(ranges == NULL && count == 0);
}

static void test_conversions(void) {
    bichig_char16 *wide = NULL;
    bichig_char16 *back = NULL;
    bichig_remark *remarks = NULL;
    char *latin = NULL;
    char *text = NULL;
    size_t length = 0;
    size_t count = 0;
    int conversion;
    bichig_char16 source[3];
    CHECK_STATUS(bichig_convert_utf8(WORD, BICHIG_WHOLE, BICHIG_TO_EAC, &latin, &length, NULL, NULL, NULL), BICHIG_OK);
    CHECK_STATUS(bichig_convert_utf8(latin, length, BICHIG_FROM_EAC, &text, &length, &remarks, &count, NULL),
                 BICHIG_OK);
    CHECK(strcmp(text, WORD) == 0 && count == 0);
    bichig_free(remarks);
    bichig_free(text);
    bichig_free(latin);
    CHECK_STATUS(bichig_convert_utf8("a qqq", 5, BICHIG_FROM_UTN_HUDUM, &text, &length, &remarks, &count, NULL),
                 BICHIG_OK);
    CHECK(count == 1 && strcmp(remarks[0].id, "unknown-alias") == 0 && remarks[0].source.begin == 2);
    bichig_free(remarks);
    bichig_free(text);
    source[0] = 0x1820;
    source[1] = 0x182F;
    source[2] = 0;
    for (conversion = BICHIG_TO_EAC; conversion <= BICHIG_FROM_Z52; ++conversion) {
        CHECK_STATUS(bichig_convert_utf16(source, 2, (bichig_conversion)conversion, &wide, &length, &remarks, &count,
                                          NULL), BICHIG_OK);
        if (conversion == BICHIG_TO_MENKSOFT) {
            CHECK(wide[0] >= 0xE234 && wide[0] <= 0xE34F);
            CHECK_STATUS(bichig_convert_utf16(wide, length, BICHIG_FROM_MENKSOFT, &back, &length, NULL, NULL, NULL),
                         BICHIG_OK);
            CHECK(length == 2 && back[0] == 0x1820);
            bichig_free(back);
        }
        bichig_free(remarks);
        bichig_free(wide);
    }
    CHECK_STATUS(bichig_convert_utf16(source, 2, (bichig_conversion)99, &wide, &length, NULL, NULL, NULL),
                 BICHIG_INVALID_ARGUMENT);
}

void test_text(void) {
    test_ill_formed();
    test_units();
    test_normal_forms();
    test_search();
    test_conversions();
}

static void test_places(void) {
    bichig_segment *segments = NULL;
    bichig_range *ranges = NULL;
    size_t *offsets = NULL;
    size_t count = 0;
    bichig_char16 text[4];
    /* An emoji is four bytes and one stop; a line may end after the space. */
    CHECK_STATUS(bichig_boundaries_utf8("\xF0\x9F\x98\x80 b", 6, BICHIG_GRAPHEMES, &offsets, &count, NULL), BICHIG_OK);
    CHECK(count == 4 && offsets[1] == 4 && offsets[3] == 6);
    bichig_free(offsets);
    CHECK_STATUS(bichig_boundaries_utf8("ab cd\nef", BICHIG_WHOLE, BICHIG_LINE_BREAKS, &offsets, &count, NULL),
                 BICHIG_OK);
    CHECK(count == 3 && offsets[0] == 3 && offsets[1] == 6 && offsets[2] == 8);
    bichig_free(offsets);
    text[0] = 'a';
    text[1] = '\n';
    text[2] = 'b';
    text[3] = 0;
    CHECK_STATUS(bichig_boundaries_utf16(text, BICHIG_WHOLE, BICHIG_LINE_ENDS, &offsets, &count, NULL), BICHIG_OK);
    CHECK(count == 2 && offsets[0] == 2 && offsets[1] == 3);
    bichig_free(offsets);
    CHECK_STATUS(bichig_boundaries_utf8("One. Two.", 9, BICHIG_SENTENCES, &offsets, &count, NULL), BICHIG_OK);
    CHECK(count == 3 && offsets[1] == 5);
    bichig_free(offsets);
    CHECK_STATUS(bichig_segments_utf8(WORD_GENITIVE " 12", BICHIG_WHOLE, 0, &segments, &count, NULL), BICHIG_OK);
    CHECK(count == 3 && segments[0].kind == BICHIG_SEGMENT_WORD && segments[0].range.end == 27);
    CHECK(segments[1].kind == BICHIG_SEGMENT_BLANK && segments[2].kind == BICHIG_SEGMENT_NUMBER);
    bichig_free(segments);
    CHECK_STATUS(bichig_segments_utf8(WORD_GENITIVE, BICHIG_WHOLE, 1, &segments, &count, NULL), BICHIG_OK);
    CHECK(count == 2 && segments[1].range.begin == 18);
    bichig_free(segments);
    CHECK_STATUS(bichig_segments_utf16(text, 3, 0, &segments, &count, NULL), BICHIG_OK);
    CHECK(count == 3);
    bichig_free(segments);
    CHECK_STATUS(bichig_syllables_utf8(WORD, BICHIG_WHOLE, &ranges, &count, NULL), BICHIG_OK);
    CHECK(count == 2 && ranges[1].end == 18);
    bichig_free(ranges);
    CHECK_STATUS(bichig_syllables_utf16(text, 3, &ranges, &count, NULL), BICHIG_OK);
    CHECK(count == 0 && ranges != NULL);
    bichig_free(ranges);
}

static void test_order(void) {
    bichig_collation_options options = BICHIG_COLLATION_OPTIONS_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_collator *collator = NULL;
    bichig_byte *one = NULL;
    bichig_byte *other = NULL;
    size_t one_size = 0;
    size_t other_size = 0;
    int order = 0;
    bichig_char16 text[2];
    options.numeric = 1;
    CHECK_STATUS(bichig_collator_open(&options, &collator, &error), BICHIG_OK);
    CHECK_STATUS(bichig_compare_utf8(collator, "a9", 2, "a10", 3, &order, &error), BICHIG_OK);
    CHECK(order < 0);
    text[0] = 0x1821;
    text[1] = 0x1820;
    CHECK_STATUS(bichig_compare_utf16(collator, text, 1, text + 1, 1, &order, &error), BICHIG_OK);
    CHECK(order > 0);
    CHECK_STATUS(bichig_sort_key_utf16(collator, text, 1, &one, &one_size, &error), BICHIG_OK);
    CHECK_STATUS(bichig_sort_key_utf8(collator, "\xE1\xA0\xA0", 3, &other, &other_size, &error), BICHIG_OK);
    CHECK(memcmp(one, other, one_size < other_size ? one_size : other_size) > 0);
    bichig_free(one);
    bichig_free(other);
    CHECK_STATUS(bichig_compare_utf8(NULL, "", 0, "", 0, &order, &error), BICHIG_INVALID_ARGUMENT);
    bichig_collator_close(collator);
    bichig_collator_close(NULL);
    options.han = (bichig_han_order)5;
    CHECK_STATUS(bichig_collator_open(&options, &collator, &error), BICHIG_INVALID_ARGUMENT);
    CHECK(collator == NULL);
}

static void test_words(void) {
    bichig_counts counts = BICHIG_COUNTS_INIT;
    bichig_char16 *wide = NULL;
    char *word = NULL;
    size_t length = 0;
    bichig_char16 text[2];
    CHECK_STATUS(bichig_count_utf8(WORD_GENITIVE " " WORD " ab\n", BICHIG_WHOLE, &counts, NULL), BICHIG_OK);
    CHECK(counts.words == 2 && counts.other_words == 1 && counts.lines == 1 && counts.size == sizeof counts);
    text[0] = 0x1820;
    text[1] = 0x182F;
    CHECK_STATUS(bichig_count_utf16(text, 2, &counts, NULL), BICHIG_OK);
    CHECK(counts.words == 1 && counts.characters == 2);
    CHECK_STATUS(bichig_count_utf16(text, 2, NULL, NULL), BICHIG_INVALID_ARGUMENT);
    CHECK_STATUS(bichig_attach_suffix_utf8(WORD, BICHIG_WHOLE, BICHIG_GENITIVE, BICHIG_CONNECTOR_MVS, &word, &length,
                                           NULL), BICHIG_OK);
    CHECK(strcmp(word, WORD_GENITIVE) == 0);
    bichig_free(word);
    CHECK_STATUS(bichig_attach_suffix_utf16(text, 2, BICHIG_QUESTION, BICHIG_CONNECTOR_NNBSP, &wide, &length, NULL),
                 BICHIG_OK);
    CHECK(length == 5 && wide[2] == ' ');
    bichig_free(wide);
    CHECK_STATUS(bichig_attach_suffix_utf8(WORD, BICHIG_WHOLE, (bichig_suffix)300, BICHIG_CONNECTOR_MVS, &word,
                                           &length, NULL), BICHIG_INVALID_ARGUMENT);
}

void test_language(void) {
    test_places();
    test_order();
    test_words();
}
