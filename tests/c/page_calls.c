/* Pages shown to callbacks, outlines, and pages that are kept. */
#include <math.h>
#include <stdlib.h>

#include <bichig/c/bichig.h>

#include "check.h"

/* Counts what a visitor is told, and checks what must hold for all of it. */
typedef struct told {
    int calls;
    int stop_at; /* the call that cancels; 0: none */
    int pages, open_pages, elements, ended, runs, glyphs, paths, boxes, images, links, places, entries, bold, artifacts;
    size_t outlined;
    unsigned long face_id;
    bichig_range source; /* of all runs */
    char text[4000];     /* of all runs */
} told;

static int count_call(told *all) { return ++all->calls == all->stop_at; }

static int begin_page(void *user, const bichig_page_info *page) {
    told *all = (told *)user;
    CHECK(page->index == (size_t)all->pages && page->width > 10 && page->height > 10);
    ++all->open_pages;
    return count_call(all);
}
static int begin_element(void *user, const bichig_page_element *element) {
    told *all = (told *)user;
    CHECK(element->id == (unsigned long)++all->elements && element->parent < element->id);
    CHECK((element->role == BICHIG_ROLE_DOCUMENT) == (element->parent == 0) && element->title != NULL);
    CHECK((element->role == BICHIG_ROLE_HEADING) == (element->heading_level > 0));
    return count_call(all);
}
static int end_element(void *user, unsigned long id) {
    told *all = (told *)user;
    CHECK(id >= 1 && id <= (unsigned long)all->elements);
    ++all->ended;
    return count_call(all);
}

static void check_outline(told *all, const bichig_glyph_run *run, unsigned long glyph) {
    bichig_path_part *parts = NULL;
    size_t count = 0;
    size_t i;
    CHECK_STATUS(bichig_glyph_outline(run->face, glyph, &parts, &count, NULL), BICHIG_OK);
    CHECK(parts != NULL && (count == 0 || parts[0].kind == BICHIG_PATH_MOVE));
    CHECK(count == 0 || parts[count - 1].kind == BICHIG_PATH_CLOSE);
    for (i = 0; i < count; ++i) CHECK(fabs(parts[i].x) < run->units_per_em * 20);
    all->outlined += count > 0;
    bichig_free(parts);
}

static int glyphs(void *user, const bichig_glyph_run *run) {
    told *all = (told *)user;
    const double scale = run->font_size / run->units_per_em;
    size_t utf8 = 0;
    size_t utf16 = 0;
    double sum = 0;
    size_t i;
    CHECK(all->open_pages == 1 && run->glyph_count > 0 && run->face_name[0] != 0);
    CHECK(run->text.utf8[run->text.utf8_length] == 0 && run->text.utf16[run->text.utf16_length] == 0);
    CHECK(fabs(run->matrix.xx * run->matrix.yy - run->matrix.xy * run->matrix.yx + scale * scale) < 1e-9);
    for (i = 0; i < run->glyph_count; ++i) {
        const bichig_placed_glyph *glyph = &run->glyphs[i];
        CHECK(glyph->id != 0 && glyph->utf8.begin == utf8 && glyph->utf16.begin == utf16);
        utf8 = glyph->utf8.end;
        utf16 = glyph->utf16.end;
        sum += glyph->advance;
        check_outline(all, run, glyph->id);
    }
    CHECK(utf8 == run->text.utf8_length && utf16 == run->text.utf16_length);
    CHECK(fabs(sum + (run->orientation == BICHIG_GLYPH_HORIZONTAL ? run->glyphs[0].x - run->x : 0) - run->advance) <
          run->font_size);
    if (all->runs == 0) all->source.begin = run->text.source.begin;
    all->source.end = run->text.source.end;
    all->bold += run->stroke_width > 0;
    all->artifacts += run->element == 0;
    all->face_id = run->face_id;
    ++all->runs;
    all->glyphs += (int)run->glyph_count;
    if (strlen(all->text) + run->text.utf8_length < sizeof all->text) strcat(all->text, run->text.utf8);
    return count_call(all);
}
static int path(void *user, const bichig_page_path *shown) {
    told *all = (told *)user;
    CHECK(shown->part_count >= 2 && shown->parts[0].kind == BICHIG_PATH_MOVE && shown->stroke_width > 0);
    ++all->paths;
    all->boxes += shown->text.utf8_length > 0;
    return count_call(all);
}
static int image(void *user, const bichig_page_image *shown) {
    told *all = (told *)user;
    CHECK(shown->byte_count > 50 && memcmp(shown->bytes, "\x89PNG", 4) == 0 && strcmp(shown->type, "image/png") == 0);
    CHECK(shown->width > 0 && shown->box.width > 0 && shown->matrix.xx == shown->box.width);
    CHECK(shown->text.utf16_length == 2 && shown->text.utf8_length == 4);
    ++all->images;
    return count_call(all);
}
static int link(void *user, const bichig_page_link *shown) {
    told *all = (told *)user;
    CHECK((shown->uri[0] != 0) != (shown->destination[0] != 0) && shown->box.height > 0 && shown->element > 0);
    ++all->links;
    return count_call(all);
}
static int place(void *user, const bichig_page_place *shown) {
    told *all = (told *)user;
    CHECK(shown->name[0] != 0);
    if (shown->level == 0) ++all->places;
    else ++all->entries;
    return count_call(all);
}
static int end_page(void *user, const bichig_page_info *page) {
    told *all = (told *)user;
    CHECK(page->index == (size_t)all->pages);
    ++all->pages;
    --all->open_pages;
    return count_call(all);
}

static bichig_page_visitor visitor_of(told *all) {
    bichig_page_visitor visitor = BICHIG_PAGE_VISITOR_INIT;
    memset(all, 0, sizeof *all);
    visitor.user = all;
    visitor.begin_page = begin_page;
    visitor.begin_element = begin_element;
    visitor.glyphs = glyphs;
    visitor.path = path;
    visitor.image = image;
    visitor.link = link;
    visitor.place = place;
    visitor.end_element = end_element;
    visitor.end_page = end_page;
    return visitor;
}

/* All that pages may hold: a heading, links both ways, emphasis, a table, an emoji, a character that no font has. */
static const char everything[] =
    "::: id first\n# " WORD "\n:::\n\n" WORD_GENITIVE " **" WORD "** [ab](https://example.org) \xF0\x9F\x98\x80 "
    "\xE2\x9F\xA6 2024 [cd](#first)[^n]\n\n| " WORD " | b |\n| --- | --- |\n| c | 45 |\n\n[^n]: " WORD "\n";

static bichig_document *read_everything(void) {
    bichig_document *document = NULL;
    CHECK_STATUS(bichig_document_read_utf8(everything, BICHIG_WHOLE, NULL, &document, NULL, NULL), BICHIG_OK);
    return document;
}

static void test_visit(const bichig_fonts *fonts, const bichig_document *document) {
    told all;
    bichig_page_visitor visitor = visitor_of(&all);
    bichig_page_visitor none = BICHIG_PAGE_VISITOR_INIT;
    bichig_summary summary = BICHIG_SUMMARY_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_findings *findings = NULL;
    int calls;
    int stop;
    CHECK_STATUS(bichig_document_visit(document, fonts, &visitor, &summary, &findings, &error), BICHIG_OK);
    CHECK((size_t)all.pages == summary.pages && all.pages == 1 && all.open_pages == 0);
    CHECK(all.elements == all.ended && all.elements > 12 && all.outlined > 20);
    CHECK(all.runs > 8 && all.artifacts >= 1 && all.bold > 0);
    CHECK(all.boxes == 1 && all.paths > 5 && all.images == 1 && all.places >= 1 && all.entries == 1);
    CHECK(all.links >= 2 && strstr(all.text, WORD) != NULL && bichig_findings_count(findings) >= 1);
    bichig_findings_free(findings);
    calls = all.calls;
    CHECK(calls > 60);
    for (stop = 1; stop <= calls; stop += stop < 10 || stop > calls - 10 ? 1 : 7) {
        visitor = visitor_of(&all);
        all.stop_at = stop;
        CHECK_STATUS(bichig_document_visit(document, fonts, &visitor, NULL, NULL, &error), BICHIG_CANCELLED);
        CHECK(all.calls == stop && error.status == BICHIG_CANCELLED);
    }
    CHECK_STATUS(bichig_document_visit(document, fonts, &none, NULL, NULL, &error), BICHIG_OK);
    CHECK_STATUS(bichig_document_visit(document, fonts, NULL, NULL, NULL, &error), BICHIG_INVALID_ARGUMENT);
    CHECK_STATUS(bichig_document_visit(NULL, fonts, &none, NULL, NULL, &error), BICHIG_INVALID_ARGUMENT);
    none.size = 0;
    CHECK_STATUS(bichig_document_visit(document, fonts, &none, NULL, NULL, &error), BICHIG_INVALID_ARGUMENT);
}

static void test_layout_visit(const bichig_fonts *fonts) {
    static const char text[] = WORD " " WORD_GENITIVE " ab \xE4\xB8\xAD " WORD;
    static bichig_char16 wide[] = {0x182E, 0x1823, 0x1829, ' ', 0xD83D, 0xDE00, ' ', 0x182D, 0x1823, 0x182F, 0};
    bichig_page_visitor visitor;
    bichig_layout *layout = NULL;
    bichig_error error = BICHIG_ERROR_INIT;
    unsigned long face_id;
    told all;
    CHECK_STATUS(bichig_layout_open_utf8(fonts, text, BICHIG_WHOLE, NULL, 1000, &layout, &error), BICHIG_OK);
    visitor = visitor_of(&all);
    CHECK_STATUS(bichig_layout_visit(layout, &visitor, &error), BICHIG_OK);
    CHECK(all.pages == 1 && all.elements == 0 && strcmp(all.text, text) == 0);
    CHECK(all.source.begin == 0 && all.source.end == sizeof text - 1);
    face_id = all.face_id;
    visitor = visitor_of(&all);
    CHECK_STATUS(bichig_layout_visit(layout, &visitor, &error), BICHIG_OK);
    CHECK(all.face_id == face_id);
    bichig_layout_close(layout);
    CHECK_STATUS(bichig_layout_open_utf16(fonts, wide, BICHIG_WHOLE, NULL, 1000, &layout, &error), BICHIG_OK);
    visitor = visitor_of(&all);
    CHECK_STATUS(bichig_layout_visit(layout, &visitor, &error), BICHIG_OK);
    CHECK(all.images == 1 && all.source.begin == 0 && all.source.end == 10);
    visitor = visitor_of(&all);
    all.stop_at = 2;
    CHECK_STATUS(bichig_layout_visit(layout, &visitor, &error), BICHIG_CANCELLED);
    CHECK_STATUS(bichig_layout_visit(layout, NULL, &error), BICHIG_INVALID_ARGUMENT);
    CHECK_STATUS(bichig_layout_visit(NULL, &visitor, &error), BICHIG_INVALID_ARGUMENT);
    CHECK_STATUS(bichig_glyph_outline(NULL, 1, NULL, NULL, &error), BICHIG_INVALID_ARGUMENT);
    bichig_layout_close(layout);
}

/* Pages of long text, so that it flows over several. */
static bichig_pages *open_long(const bichig_fonts *fonts, char **text) {
    static char source[60000];
    bichig_document *document = NULL;
    bichig_pages *pages = NULL;
    size_t length = 0;
    int i;
    source[0] = 0;
    for (i = 0; i < 60; ++i) {
        strcat(source, WORD_GENITIVE " " WORD " " WORD " \xE4\xB8\xAD\xE6\x96\x87 12 abc " WORD_GENITIVE " ");
        if (i % 10 == 9) strcat(source, "\n\n");
        strcat(source, WORD " " WORD " " WORD " " WORD " ");
    }
    CHECK_STATUS(bichig_document_read_utf8(source, BICHIG_WHOLE, NULL, &document, NULL, NULL), BICHIG_OK);
    CHECK_STATUS(bichig_document_text_utf8(document, text, &length, NULL), BICHIG_OK);
    CHECK_STATUS(bichig_pages_open(document, fonts, NULL, &pages, NULL, NULL, NULL), BICHIG_OK);
    bichig_document_close(document);
    return pages;
}

/* Each character has a place on the page, in order, and is found there. */
static void check_characters(const bichig_pages *pages, size_t page, size_t *found) {
    bichig_page_character *characters = NULL;
    bichig_page_character *wide = NULL;
    bichig_hit hit = BICHIG_HIT_INIT;
    bichig_rect *boxes = NULL;
    char *text = NULL;
    size_t wide_count = 0;
    size_t length = 0;
    size_t count = 0;
    size_t lines = 0;
    size_t i;
    double width = 0;
    double height = 0;
    CHECK_STATUS(bichig_pages_size(pages, page, &width, &height, NULL), BICHIG_OK);
    CHECK_STATUS(bichig_pages_text_utf8(pages, page, &text, &length, NULL), BICHIG_OK);
    CHECK_STATUS(bichig_pages_characters_utf8(pages, page, &characters, &count, NULL), BICHIG_OK);
    CHECK_STATUS(bichig_pages_characters_utf16(pages, page, &wide, &wide_count, NULL), BICHIG_OK);
    CHECK(count == wide_count && count > 5);
    for (i = 0; i < count; ++i) {
        const bichig_rect *box = &characters[i].box;
        const bichig_range *range = &characters[i].text;
        CHECK(range->begin < range->end && range->end <= length && box->x > 0 && box->x + box->width < width);
        CHECK(box->y > 0 && box->y + box->height < height && box->x == wide[i].box.x && characters[i].element > 0);
        CHECK(i == 0 || range->begin >= characters[i - 1].text.end);
        if (box->height < 0.01 || i % 3 != 0) continue;
        CHECK_STATUS(bichig_pages_hit_test_utf8(pages, page, box->x + box->width / 2, box->y + box->height / 2.01, &hit,
                                                NULL), BICHIG_OK);
        CHECK(hit.inside && hit.character.begin == range->begin && hit.character.end == range->end);
        CHECK(hit.offset == range->begin || hit.offset == range->end);
        lines = hit.line;
        CHECK_STATUS(bichig_pages_hit_test_utf16(pages, page, box->x + box->width / 2, box->y + box->height / 2.01,
                                                 &hit, NULL), BICHIG_OK);
        CHECK(hit.character.begin == wide[i].text.begin);
    }
    *found += count;
    CHECK_STATUS(bichig_pages_selection_utf8(pages, page, 0, length, &boxes, &count, NULL), BICHIG_OK);
    CHECK(count >= lines + 1 && boxes[0].width > 0);
    bichig_free(boxes);
    CHECK_STATUS(bichig_pages_selection_utf16(pages, page, wide[1].text.begin, wide[0].text.begin, &boxes, &count,
                                              NULL), BICHIG_OK);
    CHECK(count == 1 && boxes[0].y == characters[0].box.y && boxes[0].height == characters[0].box.height);
    bichig_free(boxes);
    bichig_free(text);
    bichig_free(characters);
    bichig_free(wide);
}

static void test_long_pages(const bichig_fonts *fonts) {
    char *whole = NULL;
    bichig_pages *pages = open_long(fonts, &whole);
    bichig_page_match *matches = NULL;
    const size_t count = bichig_pages_count(pages);
    size_t black = 0;
    size_t found = 0;
    size_t at = 0;
    size_t i;
    size_t over = 0;
    size_t length = 0;
    CHECK(count >= 2);
    for (i = 0; i < count; ++i) {
        char *text = NULL;
        CHECK_STATUS(bichig_pages_text_utf8(pages, i, &text, &length, NULL), BICHIG_OK);
        CHECK(strncmp(whole + at, text, length) == 0 && length > 10);
        at += length;
        bichig_free(text);
        check_characters(pages, i, &found);
    }
    CHECK(at == strlen(whole));
    for (i = 0; whole[i] != 0; ++i) {
        const unsigned char byte = (unsigned char)whole[i]; /* a char is signed on some machines and not on others */
        black += (byte > ' ' && byte < 0x80) || byte >= 0xC0;
    }
    CHECK(found > black - black / 8); /* MVS and its letter are one character */
    CHECK_STATUS(bichig_pages_find_utf8(pages, WORD " " WORD, BICHIG_WHOLE, BICHIG_KEY_EXACT, &matches, &found, NULL),
                 BICHIG_OK);
    CHECK(found >= 120);
    for (i = 0; i < found; ++i) {
        const bichig_page_match *one = &matches[i];
        CHECK(one->page < count && (one->page == one->end_page ? one->end - one->begin == 37 : one->end < 37));
        over += one->end_page - one->page;
    }
    CHECK(over < count && matches[found - 1].end_page == count - 1);
    bichig_free(matches);
    bichig_free(whole);
    bichig_pages_close(pages);
}

static void test_kept_pages(const bichig_fonts *fonts, const bichig_document *document) {
    bichig_pages_options options = BICHIG_PAGES_OPTIONS_INIT;
    bichig_summary summary = BICHIG_SUMMARY_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_findings *findings = NULL;
    bichig_page_element element;
    bichig_page_match *matches = NULL;
    bichig_char16 *wide = NULL;
    bichig_pages *pages = NULL;
    bichig_page_visitor visitor;
    told all;
    static const bichig_char16 pattern[] = {0x182E, 0x1823, 0};
    bichig_hit hit = BICHIG_HIT_INIT;
    size_t page = 9;
    size_t found = 0;
    size_t length = 0;
    double x = 0;
    double y = 0;
    CHECK_STATUS(bichig_pages_open(document, fonts, &options, &pages, &summary, &findings, &error), BICHIG_OK);
    CHECK(bichig_pages_count(pages) == 1 && summary.pages == 1 && summary.missing_characters == 1);
    CHECK(bichig_pages_count(NULL) == 0 && bichig_findings_count(findings) >= 1);
    bichig_findings_free(findings);
    visitor = visitor_of(&all);
    CHECK_STATUS(bichig_pages_visit(pages, 0, &visitor, &error), BICHIG_OK);
    CHECK(all.pages == 1 && all.images == 1 && all.boxes == 1 && all.elements > 12);
    CHECK_STATUS(bichig_pages_visit(pages, 1, &visitor, &error), BICHIG_INVALID_ARGUMENT);
    CHECK_STATUS(bichig_pages_element(pages, 1, &element, &error), BICHIG_OK);
    CHECK(element.role == BICHIG_ROLE_DOCUMENT && element.parent == 0 && element.alternative[0] == 0);
    CHECK_STATUS(bichig_pages_element(pages, 10000, &element, &error), BICHIG_INVALID_ARGUMENT);
    CHECK_STATUS(bichig_pages_destination(pages, "first", &page, &x, &y, &error), BICHIG_OK);
    CHECK(page == 0 && x > 0 && y > 0);
    CHECK_STATUS(bichig_pages_destination(pages, "none", &page, &x, &y, &error), BICHIG_NOT_FOUND);
    CHECK_STATUS(bichig_pages_text_utf16(pages, 0, &wide, &length, &error), BICHIG_OK);
    CHECK(length > 20 && wide[0] == 0x182E && wide[length] == 0);
    bichig_free(wide);
    found = 0;
    check_characters(pages, 0, &found);
    CHECK_STATUS(bichig_pages_find_utf16(pages, pattern, BICHIG_WHOLE, BICHIG_KEY_SHAPE, &matches, &found, &error),
                 BICHIG_OK);
    CHECK(matches != NULL);
    bichig_free(matches);
    CHECK_STATUS(bichig_pages_find_utf8(pages, "", BICHIG_WHOLE, BICHIG_KEY_FOLDED, &matches, &found, &error),
                 BICHIG_OK);
    CHECK(found == 0);
    bichig_free(matches);
    CHECK_STATUS(bichig_pages_find_utf8(pages, "a", 1, (bichig_key_level)7, &matches, &found, &error),
                 BICHIG_INVALID_ARGUMENT);
    CHECK_STATUS(bichig_pages_hit_test_utf8(pages, 0, -100, 1e9, &hit, &error), BICHIG_OK);
    CHECK(!hit.inside);
    CHECK_STATUS(bichig_pages_hit_test_utf8(pages, 0, HUGE_VAL, 0, &hit, &error), BICHIG_INVALID_ARGUMENT);
    bichig_pages_close(pages);
    bichig_pages_close(NULL);
}

static int stop_at_once(void *user, size_t done, size_t total) {
    (void)user;
    (void)total;
    return done == 1;
}

/* What is drawn of a kept page is what is written of the document. */
static void test_drawing(const bichig_fonts *fonts, const bichig_document *document) {
    bichig_pages_options options = BICHIG_PAGES_OPTIONS_INIT;
    bichig_write_options writing = BICHIG_WRITE_OPTIONS_INIT;
    bichig_picture_options drawing = BICHIG_PICTURE_OPTIONS_INIT;
    bichig_picture picture = BICHIG_PICTURE_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_files *files = NULL;
    bichig_pages *pages = NULL;
    const void *bytes;
    size_t size = 0;
    int i;
    CHECK_STATUS(bichig_pages_open(document, fonts, NULL, &pages, NULL, NULL, &error), BICHIG_OK);
    drawing.white = 1;
    drawing.dots_per_inch = writing.dots_per_inch = 30;
    for (i = 0; i < 2; ++i) {
        drawing.format = writing.format = i == 0 ? BICHIG_PNG : BICHIG_SVG;
        CHECK_STATUS(bichig_document_write_memory(document, fonts, &writing, &files, NULL, NULL, &error), BICHIG_OK);
        CHECK_STATUS(bichig_pages_draw(pages, 0, &drawing, &picture, &error), BICHIG_OK);
        bytes = bichig_files_bytes(files, 0, &size);
        CHECK(size == picture.byte_count && memcmp(bytes, picture.bytes, size) == 0);
        bichig_free(picture.bytes);
        bichig_files_free(files);
    }
    drawing.format = BICHIG_RGBA;
    CHECK_STATUS(bichig_pages_draw(pages, 0, &drawing, &picture, &error), BICHIG_OK);
    CHECK(picture.byte_count == (size_t)picture.width * picture.height * 4);
    bichig_free(picture.bytes);
    drawing.padding = 3;
    CHECK_STATUS(bichig_pages_draw(pages, 0, &drawing, &picture, &error), BICHIG_INVALID_ARGUMENT);
    bichig_pages_close(pages);
    options.progress = stop_at_once;
    CHECK_STATUS(bichig_pages_open(document, fonts, &options, &pages, NULL, NULL, &error), BICHIG_CANCELLED);
    CHECK(pages == NULL);
    CHECK_STATUS(bichig_pages_open(NULL, fonts, NULL, &pages, NULL, NULL, &error), BICHIG_INVALID_ARGUMENT);
}

void test_pages(const char *folder) {
    bichig_font_options options = BICHIG_FONT_OPTIONS_INIT;
    bichig_fonts *fonts = NULL;
    bichig_document *document = read_everything();
    bichig_role emoji;
    options.staged = folder;
    emoji.role = "emoji"; /* as pictures in colour */
    emoji.name = "Noto Color Emoji";
    options.roles = &emoji;
    options.role_count = 1;
    CHECK_STATUS(bichig_fonts_open(&options, &fonts, NULL, NULL), BICHIG_OK);
    test_visit(fonts, document);
    test_layout_visit(fonts);
    test_long_pages(fonts);
    test_kept_pages(fonts, document);
    test_drawing(fonts, document);
    bichig_document_close(document);
    bichig_fonts_close(fonts);
}
