/* Editing: keys, undo, input methods, paste, search, what is drawn, spelling, and what happened. */
#include <string.h>

#include <bichig/c/bichig.h>

#include "check.h"

#define SUFFIX "\xE1\xA0\xA4\xE1\xA0\xA8"
#define NNBSP "\xE2\x80\xAF"
#define FVS1 "\xE1\xA0\x8B"

static bichig_error error = BICHIG_ERROR_INIT;

static void text_is(const bichig_editor *edit, const char *wanted) {
    char *text = NULL;
    size_t length = 0;
    CHECK_STATUS(bichig_editor_text_utf8(edit, 0, BICHIG_WHOLE, &text, &length, &error), BICHIG_OK);
    CHECK(text != NULL && length == strlen(wanted) && strcmp(text, wanted) == 0);
    if (text != NULL && strcmp(text, wanted) != 0) printf("  '%s', not '%s'\n", text, wanted);
    bichig_free(text);
}

static void caret_is(const bichig_editor *edit, size_t anchor, size_t head) {
    bichig_selection selection = BICHIG_SELECTION_INIT;
    CHECK_STATUS(bichig_editor_get_selection(edit, &selection, &error), BICHIG_OK);
    CHECK(selection.anchor == anchor && selection.head == head);
}

static size_t changes_of_kind(bichig_editor *edit, bichig_change_kind kind) {
    bichig_change *changes = NULL;
    size_t count = 0;
    size_t found = 0;
    size_t i;
    CHECK_STATUS(bichig_editor_take_changes(edit, &changes, &count, &error), BICHIG_OK);
    for (i = 0; i < count; ++i) found += changes[i].kind == kind;
    bichig_free(changes);
    return found;
}

static bichig_editor *open_edit(const bichig_fonts *fonts, const char *text, const bichig_editor_options *options) {
    bichig_editor *edit = NULL;
    CHECK_STATUS(bichig_editor_open_utf8(fonts, text, BICHIG_WHOLE, NULL, 200, options, &edit, &error), BICHIG_OK);
    return edit;
}

/* What was removed can be read after the block of the changes is freed, and after it was undone. */
static void test_removed_text(const bichig_fonts *fonts) {
    static const bichig_char16 letters[] = {0x182E, 0x1823, 0x1829, 0x182D, 0x1823, 0x182F, 0};
    const bichig_char16 *removed = NULL;
    bichig_change *changes = NULL;
    bichig_editor *edit = open_edit(fonts, WORD, NULL);
    size_t count = 0;
    size_t i;
    int changed = 0;
    changes_of_kind(edit, BICHIG_CHANGE_TEXT);
    CHECK_STATUS(bichig_editor_replace_utf8(edit, 0, 6, "x", BICHIG_WHOLE, &changed, &error), BICHIG_OK);
    CHECK_STATUS(bichig_editor_take_changes(edit, &changes, &count, &error), BICHIG_OK);
    for (i = 0; i < count; ++i) {
        CHECK(changes[i].removed_text != NULL && changes[i].removed_text[changes[i].removed] == 0);
        if (changes[i].removed == 6) removed = changes[i].removed_text;
    }
    bichig_free(changes);
    CHECK_STATUS(bichig_editor_undo(edit, &changed, &error), BICHIG_OK);
    CHECK(removed != NULL);
    if (removed != NULL) {
        CHECK(memcmp(removed, letters, sizeof letters) == 0);
    }
    bichig_editor_close(edit);
}

static void test_typing(const bichig_fonts *fonts) {
    static const bichig_char16 letter[] = {0x1820, 0};
    bichig_editor_state state = BICHIG_EDITOR_STATE_INIT;
    bichig_change *changes = NULL;
    bichig_editor *edit = open_edit(fonts, "", NULL);
    bichig_char16 *wide = NULL;
    size_t count = 0;
    int changed = 0;
    CHECK_STATUS(bichig_editor_insert_utf8(edit, WORD, BICHIG_WHOLE, 100, &changed, &error), BICHIG_OK);
    CHECK(changed == 1);
    CHECK_STATUS(bichig_editor_take_changes(edit, &changes, &count, &error), BICHIG_OK);
    CHECK(count >= 2 && changes[0].kind == BICHIG_CHANGE_TEXT && changes[0].range.end == 6 && changes[0].removed == 0 &&
          changes[0].block_end > 0);
    bichig_free(changes);
    CHECK_STATUS(bichig_editor_insert_utf16(edit, letter, 1, 200, &changed, &error), BICHIG_OK);
    caret_is(edit, 7, 7);
    CHECK_STATUS(bichig_editor_text_utf16(edit, 6, 9, &wide, &count, &error), BICHIG_OK);
    CHECK(count == 1 && wide[0] == 0x1820 && wide[1] == 0);
    bichig_free(wide);
    CHECK_STATUS(bichig_editor_get_state(edit, &state, &error), BICHIG_OK);
    CHECK(state.length == 7 && state.can_undo == 1 && state.can_redo == 0 && state.changed == 1 &&
          state.paragraphs == 1 && state.extent > 0);
    CHECK_STATUS(bichig_editor_set_saved(edit, &error), BICHIG_OK);
    CHECK_STATUS(bichig_editor_erase(edit, BICHIG_STEP_GRAPHEME, 0, 300, &changed, &error), BICHIG_OK);
    text_is(edit, WORD);
    CHECK_STATUS(bichig_editor_undo(edit, &changed, &error), BICHIG_OK);
    CHECK_STATUS(bichig_editor_get_state(edit, &state, &error), BICHIG_OK);
    CHECK(state.changed == 0 && state.can_redo == 1);
    CHECK_STATUS(bichig_editor_undo(edit, &changed, &error), BICHIG_OK);
    text_is(edit, "");
    CHECK_STATUS(bichig_editor_redo(edit, &changed, &error), BICHIG_OK);
    CHECK_STATUS(bichig_editor_replace_utf8(edit, 0, 1, "ab\r\ncd", BICHIG_WHOLE, &changed, &error), BICHIG_OK);
    CHECK_STATUS(bichig_editor_replace_utf16(edit, 5, BICHIG_WHOLE, NULL, 0, &changed, &error), BICHIG_OK);
    text_is(edit, "ab\ncd");
    CHECK_STATUS(bichig_editor_move_text(edit, 0, 2, 5, &changed, &error), BICHIG_OK);
    text_is(edit, "\ncdab");
    caret_is(edit, 3, 5);
    CHECK_STATUS(bichig_editor_erase(edit, BICHIG_STEP_TEXT, 0, 0, &changed, &error), BICHIG_OK);
    text_is(edit, "\ncd");
    CHECK_STATUS(bichig_editor_erase(edit, BICHIG_STEP_TEXT, 0, 0, &changed, &error), BICHIG_OK);
    text_is(edit, "");
    CHECK_STATUS(bichig_editor_set_text_utf16(edit, letter, BICHIG_WHOLE, &error), BICHIG_OK);
    CHECK_STATUS(bichig_editor_set_text_utf8(edit, WORD, BICHIG_WHOLE, &error), BICHIG_OK);
    CHECK(changes_of_kind(edit, BICHIG_CHANGE_EVERYTHING) == 1);
    text_is(edit, WORD);
    bichig_editor_close(edit);
}

static void test_caret(const bichig_fonts *fonts) {
    bichig_editor *edit = open_edit(fonts, WORD FVS1 " " WORD "\n" WORD, NULL);
    bichig_rect first, second;
    bichig_range range;
    bichig_hit hit = BICHIG_HIT_INIT;
    CHECK_STATUS(bichig_editor_select(edit, 5, 5, &error), BICHIG_OK);
    CHECK_STATUS(bichig_editor_key(edit, BICHIG_ARROW_DOWN, 0, 0, &error), BICHIG_OK);
    caret_is(edit, 7, 7); /* over the selector */
    CHECK_STATUS(bichig_editor_key(edit, BICHIG_ARROW_DOWN, 1, 1, &error), BICHIG_OK);
    caret_is(edit, 7, 8);
    CHECK_STATUS(bichig_editor_move(edit, BICHIG_STEP_LINE_EDGE, 1, 0, &error), BICHIG_OK);
    caret_is(edit, 14, 14);
    CHECK_STATUS(bichig_editor_move(edit, BICHIG_STEP_TEXT, 1, 1, &error), BICHIG_OK);
    caret_is(edit, 14, 21);
    CHECK_STATUS(bichig_editor_move_by(edit, -1000, 0, &error), BICHIG_OK);
    CHECK_STATUS(bichig_editor_unit_at(edit, 6, BICHIG_UNIT_GRAPHEME, &range, &error), BICHIG_OK);
    CHECK(range.begin == 5 && range.end == 7);
    CHECK_STATUS(bichig_editor_unit_at(edit, 9, BICHIG_UNIT_LINE, &range, &error), BICHIG_OK);
    CHECK(range.begin == 0 && range.end == 14);
    CHECK_STATUS(bichig_editor_select_unit(edit, 17, BICHIG_UNIT_WORD, &error), BICHIG_OK);
    caret_is(edit, 15, 21);
    CHECK_STATUS(bichig_editor_caret_at(edit, 15, 0, 1, &first, &error), BICHIG_OK);
    CHECK_STATUS(bichig_editor_caret(edit, 1, &second, &error), BICHIG_OK);
    CHECK(first.height == 1 && first.width == 16 && second.x == first.x && second.y > first.y);
    CHECK_STATUS(bichig_editor_hit_test(edit, first.x + 8, first.y + 0.5, &hit, &error), BICHIG_OK);
    CHECK(hit.offset == 15 && hit.character.begin == 15);
    CHECK_STATUS(bichig_editor_press(edit, second.x + 8, second.y, BICHIG_UNIT_GRAPHEME, &error), BICHIG_OK);
    caret_is(edit, 21, 21);
    CHECK_STATUS(bichig_editor_drag(edit, first.x + 8, first.y, &error), BICHIG_OK);
    caret_is(edit, 21, 15);
    CHECK_STATUS(bichig_editor_key(edit, (bichig_arrow)9, 0, 0, &error), BICHIG_INVALID_ARGUMENT);
    bichig_editor_close(edit);
}

static void test_input(const bichig_fonts *fonts) {
    static const bichig_char16 letters[] = {0x182E, 0x1823, 0};
    bichig_paste_options options = BICHIG_PASTE_OPTIONS_INIT;
    bichig_paste_report report = BICHIG_PASTE_REPORT_INIT;
    bichig_editor_state state = BICHIG_EDITOR_STATE_INIT;
    bichig_range all = {0, 1};
    bichig_rect before, after;
    bichig_rect *boxes = NULL;
    size_t count = 0;
    int changed = 0;
    bichig_editor *edit = open_edit(fonts, "", NULL);
    CHECK_STATUS(bichig_editor_caret(edit, 1, &before, &error), BICHIG_OK);
    CHECK_STATUS(bichig_editor_compose_utf16(edit, letters, 2, 2, &error), BICHIG_OK);
    CHECK_STATUS(bichig_editor_compose_utf8(edit, WORD, BICHIG_WHOLE, 6, &error), BICHIG_OK);
    CHECK_STATUS(bichig_editor_caret(edit, 1, &after, &error), BICHIG_OK);
    CHECK(after.y > before.y);
    CHECK_STATUS(bichig_editor_get_state(edit, &state, &error), BICHIG_OK);
    CHECK(state.composing == 1 && state.length == 0);
    CHECK_STATUS(bichig_editor_composition_boxes(edit, 0, 2, 0, 100, &boxes, &count, &error), BICHIG_OK);
    CHECK(count == 1 && boxes[0].y + boxes[0].height == after.y + 0.5);
    bichig_free(boxes);
    CHECK(changes_of_kind(edit, BICHIG_CHANGE_COMPOSITION) == 2);
    CHECK_STATUS(bichig_editor_commit_utf8(edit, "a", BICHIG_WHOLE, NULL, 0, &changed, &error), BICHIG_OK);
    CHECK_STATUS(bichig_editor_commit_utf16(edit, letters, 2, &all, 0, &changed, &error), BICHIG_OK);
    CHECK_STATUS(bichig_editor_select(edit, 2, 2, &error), BICHIG_OK);
    CHECK_STATUS(bichig_editor_paste_utf8(edit, WORD NNBSP SUFFIX, BICHIG_WHOLE, NULL, &report, &error), BICHIG_OK);
    CHECK(report.connectors == 1 && report.range.begin == 2 && report.range.end == 11 && report.encoding[0] == 0);
    CHECK_STATUS(bichig_editor_undo(edit, &changed, &error), BICHIG_OK);
    CHECK_STATUS(bichig_editor_select(edit, 0, 2, &error), BICHIG_OK);
    CHECK_STATUS(bichig_editor_erase(edit, BICHIG_STEP_WORD, 0, 0, &changed, &error), BICHIG_OK);
    text_is(edit, WORD NNBSP SUFFIX);
    CHECK_STATUS(bichig_editor_clean(edit, 0, BICHIG_WHOLE, &options, &report, &error), BICHIG_OK);
    CHECK(report.connectors == 1 && report.range.end == 9);
    text_is(edit, WORD_GENITIVE);
    options.raw = 1;
    CHECK_STATUS(bichig_editor_paste_utf16(edit, letters, 2, &options, &report, &error), BICHIG_OK);
    options.encoding = "klingon";
    CHECK_STATUS(bichig_editor_paste_utf8(edit, "a", 1, &options, NULL, &error), BICHIG_NOT_FOUND);
    bichig_editor_close(edit);
}

static void test_search(const bichig_fonts *fonts) {
    /* "mongol" with a for the e that looks alike */
    static const bichig_char16 word[] = {0x182E, 0x1823, 0x1829, 0x182D, 0x1823, 0x182F, 0};
    static const bichig_char16 other[] = {0x182E, 0x1824, 0x1829, 0x182D, 0x1824, 0x182F, 0};
    bichig_editor_match match = BICHIG_EDITOR_MATCH_INIT;
    bichig_range *ranges = NULL;
    size_t count = 0;
    bichig_editor *edit = open_edit(fonts, WORD " a\n" WORD, NULL);
    CHECK_STATUS(bichig_editor_find_utf16(edit, other, BICHIG_WHOLE, BICHIG_KEY_SHAPE, 1, 1, 0, &match, &error), BICHIG_OK);
    CHECK(match.range.begin == 9 && match.range.end == 15 && match.wrapped == 0);
    CHECK_STATUS(bichig_editor_find_utf8(edit, WORD, BICHIG_WHOLE, BICHIG_KEY_EXACT, 10, 1, 1, &match, &error), BICHIG_OK);
    CHECK(match.range.begin == 0 && match.wrapped == 1);
    CHECK_STATUS(bichig_editor_find_utf8(edit, "x", 1, BICHIG_KEY_EXACT, 0, 1, 1, &match, &error), BICHIG_NOT_FOUND);
    CHECK_STATUS(bichig_editor_find_all_utf8(edit, "a\n", 2, BICHIG_KEY_EXACT, 0, &ranges, &count, &error), BICHIG_OK);
    CHECK(count == 1 && ranges[0].begin == 7 && ranges[0].end == 9);
    bichig_free(ranges);
    CHECK_STATUS(bichig_editor_find_all_utf16(edit, word, BICHIG_WHOLE, BICHIG_KEY_SHAPE, 1, &ranges, &count, &error),
                 BICHIG_OK);
    CHECK(count == 1);
    bichig_free(ranges);
    CHECK_STATUS(bichig_editor_replace_all_utf16(edit, word, 6, other, 6, BICHIG_KEY_EXACT, &count, &error), BICHIG_OK);
    CHECK(count == 2);
    CHECK_STATUS(bichig_editor_replace_all_utf8(edit, WORD, BICHIG_WHOLE, "b", 1, BICHIG_KEY_SHAPE, &count, &error),
                 BICHIG_OK);
    text_is(edit, "b a\nb");
    bichig_editor_close(edit);
}

static void test_characters(const bichig_fonts *fonts) {
    bichig_character *characters = NULL;
    size_t count = 0;
    bichig_editor *edit = open_edit(fonts, "x\xE1\xA0\xA8" FVS1 NNBSP "\n", NULL);
    CHECK_STATUS(bichig_editor_characters(edit, 1, BICHIG_WHOLE, 0, &characters, &count, &error), BICHIG_OK);
    CHECK(count == 4 && characters[0].offset == 1 && characters[0].code_point == 0x1828 &&
          strcmp(characters[0].name, "MONGOLIAN LETTER NA") == 0 && characters[0].label[0] == 0);
    bichig_free(characters);
    CHECK_STATUS(bichig_editor_characters(edit, 0, BICHIG_WHOLE, 1, &characters, &count, &error), BICHIG_OK);
    CHECK(count == 3 && strcmp(characters[0].label, "FVS1") == 0 && strcmp(characters[1].label, "NNBSP") == 0 &&
          strcmp(characters[2].label, "LF") == 0);
    bichig_free(characters);
    bichig_editor_close(edit);
}

static void test_view(const bichig_fonts *fonts) {
    bichig_editor_options options = BICHIG_EDITOR_OPTIONS_INIT;
    bichig_editor_state state = BICHIG_EDITOR_STATE_INIT;
    bichig_editor_view view = BICHIG_EDITOR_VIEW_INIT;
    bichig_style style = BICHIG_STYLE_INIT;
    bichig_rect *boxes = NULL;
    size_t count = 0;
    int changed = 1;
    bichig_editor *edit = open_edit(fonts, WORD " " WORD "\n" WORD, NULL);
    CHECK_STATUS(bichig_editor_set_measure(edit, 60, &error), BICHIG_OK); /* a word for each line */
    CHECK_STATUS(bichig_editor_show(edit, 0, 500, &view, &error), BICHIG_OK);
    CHECK(view.offset == 0 && view.text.begin == 0 && view.text.end == 20);
    CHECK_STATUS(bichig_editor_boxes(edit, 3, 17, 0, 500, &boxes, &count, &error), BICHIG_OK);
    CHECK(count == 3 && boxes[1].x == boxes[0].x + boxes[0].width && boxes[2].x == boxes[1].x + boxes[1].width);
    bichig_free(boxes);
    CHECK_STATUS(bichig_editor_boxes(edit, 3, 17, 1000, 500, &boxes, &count, &error), BICHIG_OK);
    CHECK(count == 0);
    bichig_free(boxes);
    style.font_size = 32;
    CHECK_STATUS(bichig_editor_set_style(edit, fonts, &style, &error), BICHIG_OK);
    CHECK_STATUS(bichig_editor_show(edit, 0, 500, NULL, &error), BICHIG_OK);
    CHECK_STATUS(bichig_editor_get_state(edit, &state, &error), BICHIG_OK);
    CHECK(state.extent > 3 * 48 - 1);
    CHECK_STATUS(bichig_editor_set_placeholder_utf8(edit, WORD, BICHIG_WHOLE, &error), BICHIG_OK);
    CHECK_STATUS(bichig_editor_set_placeholder_utf16(edit, NULL, 0, &error), BICHIG_OK);
    options.single_line = 1;
    options.read_only = 1;
    CHECK_STATUS(bichig_editor_set_options(edit, &options, &error), BICHIG_OK);
    text_is(edit, WORD " " WORD " " WORD);
    CHECK_STATUS(bichig_editor_get_state(edit, &state, &error), BICHIG_OK);
    CHECK(state.paragraphs == 1 && state.line_length > 60);
    CHECK_STATUS(bichig_editor_insert_utf8(edit, "a", 1, 0, &changed, &error), BICHIG_OK);
    CHECK(changed == 0 && changes_of_kind(edit, BICHIG_CHANGE_READ_ONLY) == 1);
    bichig_editor_close(edit);
}

struct seen {
    size_t runs;
    size_t glyphs;
    size_t begin;
    size_t end;
};

static int see_glyphs(void *user, const bichig_glyph_run *run) {
    struct seen *seen = (struct seen *)user;
    if (seen->runs == 0) seen->begin = run->text.source.begin;
    ++seen->runs;
    seen->glyphs += run->glyph_count;
    seen->end = run->text.source.end;
    return 0;
}

static struct seen visit(bichig_editor *edit, double offset, double extent) {
    struct seen seen = {0, 0, 0, 0};
    bichig_page_visitor visitor = BICHIG_PAGE_VISITOR_INIT;
    visitor.user = &seen;
    visitor.glyphs = see_glyphs;
    CHECK_STATUS(bichig_editor_visit(edit, offset, extent, &visitor, &error), BICHIG_OK);
    return seen;
}

struct places {
    size_t count;
    double all[3 * 400]; /* glyph, x, y */
    bichig_range sources[100];
    size_t runs;
};

static int note_places(void *user, const bichig_glyph_run *run) {
    struct places *places = (struct places *)user;
    size_t i;
    for (i = 0; i < run->glyph_count && places->count + 3 <= sizeof places->all / sizeof places->all[0]; ++i) {
        places->all[places->count++] = (double)run->glyphs[i].id;
        places->all[places->count++] = run->glyphs[i].x;
        places->all[places->count++] = run->glyphs[i].y;
    }
    if (places->runs < sizeof places->sources / sizeof places->sources[0]) {
        places->sources[places->runs++] = run->text.source;
    }
    return 0;
}

/* An editor tells a paragraph as a layout of the same text tells it. */
static void test_painting_is_that_of_layout(const bichig_fonts *fonts) {
    static const char *const text = WORD " " WORD_GENITIVE " 2024 ab " WORD FVS1 " \xE4\xB8\xAD\xE6\x96\x87 " WORD;
    static struct places one, other;
    bichig_char16 wide[100];
    bichig_char16 *units = NULL;
    bichig_page_visitor visitor = BICHIG_PAGE_VISITOR_INIT;
    bichig_layout *layout = NULL;
    bichig_style style = BICHIG_STYLE_INIT;
    size_t length = 0;
    int direction;
    for (direction = BICHIG_VERTICAL; direction <= BICHIG_HORIZONTAL; ++direction) {
        bichig_editor *edit = NULL;
        memset(&one, 0, sizeof one);
        memset(&other, 0, sizeof other);
        style.direction = (bichig_direction)direction;
        CHECK_STATUS(bichig_editor_open_utf8(fonts, text, BICHIG_WHOLE, &style, 90, NULL, &edit, &error), BICHIG_OK);
        CHECK_STATUS(bichig_editor_text_utf16(edit, 0, BICHIG_WHOLE, &units, &length, &error), BICHIG_OK);
        CHECK(length < 100);
        memcpy(wide, units, length * sizeof wide[0]);
        bichig_free(units);
        CHECK_STATUS(bichig_layout_open_utf16(fonts, wide, length, &style, 90, &layout, &error), BICHIG_OK);
        visitor.glyphs = note_places;
        visitor.user = &one;
        CHECK_STATUS(bichig_editor_visit(edit, 0, 1000, &visitor, &error), BICHIG_OK);
        visitor.user = &other;
        CHECK_STATUS(bichig_layout_visit(layout, &visitor, &error), BICHIG_OK);
        CHECK(one.count > 90 && one.runs > 4);
        CHECK(memcmp(&one, &other, sizeof one) == 0);
        bichig_layout_close(layout);
        bichig_editor_close(edit);
    }
}

static void test_painting(const bichig_fonts *fonts) {
    struct seen seen;
    int i;
    bichig_editor *edit = open_edit(fonts, "", NULL);
    CHECK(visit(edit, 0, 100).runs == 0);
    CHECK_STATUS(bichig_editor_set_placeholder_utf8(edit, WORD, BICHIG_WHOLE, &error), BICHIG_OK);
    seen = visit(edit, 0, 100);
    CHECK(seen.runs == 1 && seen.glyphs >= 4 && seen.begin == 0 && seen.end == 0);
    CHECK_STATUS(bichig_editor_compose_utf8(edit, "abc", 3, 3, &error), BICHIG_OK);
    seen = visit(edit, 0, 100);
    CHECK(seen.runs == 1 && seen.glyphs == 3 && seen.begin == 0 && seen.end == 0);
    for (i = 0; i < 50; ++i) {
        CHECK_STATUS(bichig_editor_insert_utf8(edit, WORD "\n", BICHIG_WHOLE, 0, NULL, &error), BICHIG_OK);
    }
    seen = visit(edit, 24 * 10, 24 * 5); /* the lines beside are told, too, for ink that reaches over */
    CHECK(seen.runs >= 5 && seen.runs <= 8 && seen.begin <= 70 && seen.begin >= 56 && seen.end >= 14 * 7 + 6);
    bichig_editor_close(edit);
}

/* Without a dictionary, a word of two scripts is wrong by itself. */
static void test_marks(const bichig_fonts *fonts) {
    bichig_checker_options options = BICHIG_CHECKER_OPTIONS_INIT;
    bichig_editor_state state = BICHIG_EDITOR_STATE_INIT;
    bichig_word_finding *marks = NULL;
    bichig_mark_line *lines = NULL;
    bichig_checker *checker = NULL;
    bichig_spelling_job *job = NULL;
    size_t count = 0;
    int done = 0;
    bichig_editor *edit = open_edit(fonts, "a " WORD "x b", NULL);
    CHECK_STATUS(bichig_checker_open(&options, &checker, &error), BICHIG_OK);
    CHECK_STATUS(bichig_editor_set_checker(edit, checker, NULL, &error), BICHIG_OK);
    bichig_checker_close(checker);
    CHECK_STATUS(bichig_editor_check(edit, 1000000, &done, &error), BICHIG_OK);
    CHECK(done == 1);
    CHECK_STATUS(bichig_editor_marks(edit, 0, BICHIG_WHOLE, &marks, &count, &error), BICHIG_OK);
    CHECK(count == 1 && marks[0].range.begin == 2 && marks[0].range.end == 8 && marks[0].fault == BICHIG_FAULT_MIXED &&
          marks[0].reason[0] != 0);
    bichig_free(marks);
    CHECK_STATUS(bichig_editor_mark_lines(edit, 0, 100, &lines, &count, &error), BICHIG_OK);
    CHECK(count == 1 && lines[0].x1 == lines[0].x2 && lines[0].y2 > lines[0].y1 && lines[0].x1 > 12 + 8 &&
          lines[0].x1 < 24);
    bichig_free(lines);
    CHECK(changes_of_kind(edit, BICHIG_CHANGE_MARKS) >= 1);
    CHECK_STATUS(bichig_editor_recheck(edit, &error), BICHIG_OK);
    CHECK_STATUS(bichig_editor_take_job(edit, 1000, &job, &error), BICHIG_OK);
    CHECK(job != NULL);
    CHECK_STATUS(bichig_editor_insert_utf8(edit, WORD "y ", BICHIG_WHOLE, 0, NULL, &error), BICHIG_OK);
    CHECK_STATUS(bichig_spelling_job_run(job, &error), BICHIG_OK);
    CHECK_STATUS(bichig_editor_finish_job(edit, job, &error), BICHIG_OK);
    CHECK_STATUS(bichig_editor_take_job(edit, 1000, &job, &error), BICHIG_OK);
    bichig_spelling_job_stop(job);
    CHECK_STATUS(bichig_spelling_job_run(job, &error), BICHIG_OK);
    bichig_spelling_job_free(job); /* nothing was done */
    CHECK_STATUS(bichig_editor_get_state(edit, &state, &error), BICHIG_OK);
    CHECK(state.unchecked > 0);
    CHECK_STATUS(bichig_editor_check(edit, 1000000, &done, &error), BICHIG_OK);
    CHECK_STATUS(bichig_editor_select(edit, 0, 0, &error), BICHIG_OK);
    CHECK_STATUS(bichig_editor_marks(edit, 0, BICHIG_WHOLE, &marks, &count, &error), BICHIG_OK);
    CHECK(done == 1 && count == 2 && marks[0].range.begin == 0 && marks[1].range.begin == 10);
    bichig_free(marks);
    CHECK_STATUS(bichig_editor_set_checker(edit, NULL, NULL, &error), BICHIG_OK);
    CHECK_STATUS(bichig_editor_take_job(edit, 1000, &job, &error), BICHIG_OK);
    CHECK(job == NULL);
    bichig_editor_close(edit);
}

static void test_wrong_calls(const bichig_fonts *fonts) {
    bichig_editor *edit = NULL;
    bichig_rect caret;
    CHECK_STATUS(bichig_editor_open_utf8(fonts, "a", 1, NULL, 0, NULL, &edit, &error), BICHIG_INVALID_ARGUMENT);
    CHECK_STATUS(bichig_editor_open_utf8(fonts, "\xFF", 1, NULL, 100, NULL, &edit, &error), BICHIG_ILL_FORMED);
    CHECK(edit == NULL && error.offset == 0);
    CHECK_STATUS(bichig_editor_open_utf16(NULL, NULL, 0, NULL, 100, NULL, &edit, &error), BICHIG_INVALID_ARGUMENT);
    CHECK_STATUS(bichig_editor_undo(NULL, NULL, &error), BICHIG_INVALID_ARGUMENT);
    CHECK_STATUS(bichig_editor_caret(NULL, 1, &caret, &error), BICHIG_INVALID_ARGUMENT);
    CHECK_STATUS(bichig_editor_finish_job(NULL, NULL, &error), BICHIG_INVALID_ARGUMENT);
    CHECK_STATUS(bichig_spelling_job_run(NULL, &error), BICHIG_INVALID_ARGUMENT);
    bichig_spelling_job_stop(NULL);
    bichig_spelling_job_free(NULL);
    bichig_editor_close(NULL);
}

void test_edit(const char *folder) {
    bichig_font_options options = BICHIG_FONT_OPTIONS_INIT;
    bichig_fonts *fonts = NULL;
    options.staged = folder;
    CHECK_STATUS(bichig_fonts_open(&options, &fonts, NULL, &error), BICHIG_OK);
    test_typing(fonts);
    test_removed_text(fonts);
    test_caret(fonts);
    test_input(fonts);
    test_search(fonts);
    test_characters(fonts);
    test_view(fonts);
    test_painting(fonts);
    test_painting_is_that_of_layout(fonts);
    test_marks(fonts);
    test_wrong_calls(fonts);
    bichig_fonts_close(fonts);
}
