/* Fonts, shaping and layout. */
#include <stdlib.h>

#include <bichig/c/bichig.h>

#include "check.h"

static bichig_fonts *open_staged(const char *folder) {
    bichig_font_options options = BICHIG_FONT_OPTIONS_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_fonts *fonts = NULL;
    options.staged = folder;
    CHECK_STATUS(bichig_fonts_open(&options, &fonts, NULL, &error), BICHIG_OK);
    if (fonts == NULL) printf("%s: %s\n", folder, error.message);
    return fonts;
}

/* A file whole; the caller frees it. */
static void *read_whole(const char *folder, const char *name, size_t *size) {
    char path[500];
    char *bytes = NULL;
    FILE *file;
    sprintf(path, "%s/%s", folder, name);
    file = fopen(path, "rb");
    *size = 0;
    if (file == NULL) return NULL;
    fseek(file, 0, SEEK_END);
    *size = (size_t)ftell(file);
    rewind(file);
    bytes = (char *)malloc(*size);
    if (fread(bytes, 1, *size, file) != *size) *size = 0;
    fclose(file);
    return bytes;
}

static void test_memory_font(const char *folder) {
    bichig_font_options options = BICHIG_FONT_OPTIONS_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_findings *findings = NULL;
    bichig_fonts *fonts = NULL;
    bichig_memory_font memory;
    bichig_face face = BICHIG_FACE_INIT;
    bichig_run *runs = NULL;
    bichig_glyph *glyphs = NULL;
    size_t run_count = 0;
    size_t glyph_count = 0;
    size_t size = 0;
    void *bytes = read_whole(folder, "NotoSansMongolian_400Regular.ttf", &size);
    CHECK(bytes != NULL);
    if (bytes == NULL) return;
    memory.bytes = bytes;
    memory.size = size;
    memory.name = "mine";
    options.memory = &memory;
    options.memory_count = 1;
    CHECK_STATUS(bichig_fonts_open(&options, &fonts, &findings, &error), BICHIG_OK);
    if (error.message[0] != 0) printf("%s\n", error.message);
    free(bytes); /* it was copied */
    CHECK(bichig_fonts_face_count(fonts) == 1);
    CHECK_STATUS(bichig_fonts_face(fonts, 0, &face, &error), BICHIG_OK);
    CHECK(strcmp(face.name, "Noto Sans Mongolian") == 0 && strcmp(face.file, "mine") == 0 && face.weight == 400);
    CHECK_STATUS(bichig_fonts_face(fonts, 1, &face, &error), BICHIG_INVALID_ARGUMENT);
    CHECK_STATUS(bichig_shape_utf8(fonts, WORD "\xE4\xB8\xAD", BICHIG_WHOLE, NULL, &runs, &run_count, &glyphs,
                                   &glyph_count, &error), BICHIG_OK);
    CHECK(glyph_count > 5 && glyphs[0].id != 0 && glyphs[glyph_count - 1].id == 0);
    CHECK(glyphs[glyph_count - 1].cluster == 18);
    bichig_free(runs);
    bichig_free(glyphs);
    bichig_findings_free(findings);
    bichig_fonts_close(fonts);
}

void test_fonts(const char *folder) {
    bichig_font_options options = BICHIG_FONT_OPTIONS_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_finding finding = BICHIG_FINDING_INIT;
    bichig_findings *findings = NULL;
    bichig_fonts *fonts = NULL;
    bichig_role role;
    const char *folders[1];
    bichig_memory_font broken;
    test_memory_font(folder);
    options.staged = "/nowhere";
    CHECK_STATUS(bichig_fonts_open(&options, &fonts, &findings, &error), BICHIG_NOT_FOUND);
    CHECK(fonts == NULL && findings == NULL && error.hint[0] != 0);
    options.staged = folder;
    role.role = "no-such-role";
    role.name = "x";
    options.roles = &role;
    options.role_count = 1;
    CHECK_STATUS(bichig_fonts_open(&options, &fonts, NULL, &error), BICHIG_NOT_FOUND);
    /* A file that is no font is a finding; a folder and a role are used. */
    broken.bytes = "no font";
    broken.size = 7;
    broken.name = NULL;
    folders[0] = folder;
    role.role = "latin";
    role.name = "Noto Sans Mongolian";
    options.folders = folders;
    options.folder_count = 1;
    options.memory = &broken;
    options.memory_count = 1;
    CHECK_STATUS(bichig_fonts_open(&options, &fonts, &findings, &error), BICHIG_OK);
    CHECK(bichig_findings_count(findings) >= 1);
    CHECK_STATUS(bichig_findings_item(findings, 0, &finding, &error), BICHIG_OK);
    CHECK(finding.message != NULL && strcmp(finding.id, "font-unreadable") == 0);
    CHECK_STATUS(bichig_findings_item(findings, 99, &finding, &error), BICHIG_INVALID_ARGUMENT);
    bichig_findings_free(findings);
    bichig_fonts_close(fonts);
    bichig_fonts_close(NULL);
    bichig_findings_free(NULL);
    CHECK(bichig_findings_count(NULL) == 0 && bichig_fonts_face_count(NULL) == 0);
    options.policy = (bichig_policy)9;
    CHECK_STATUS(bichig_fonts_open(&options, &fonts, NULL, &error), BICHIG_INVALID_ARGUMENT);
}

static void test_shaping(const bichig_fonts *fonts) {
    bichig_style style = BICHIG_STYLE_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_run *runs = NULL;
    bichig_glyph *glyphs = NULL;
    size_t run_count = 0;
    size_t glyph_count = 0;
    bichig_char16 text[2];
    CHECK_STATUS(bichig_shape_utf8(fonts, WORD_GENITIVE " \xE4\xB8\xAD", BICHIG_WHOLE, &style, &runs, &run_count,
                                   &glyphs, &glyph_count, &error), BICHIG_OK);
    CHECK(run_count == 2 && runs[0].orientation == BICHIG_GLYPH_SIDEWAYS && runs[1].orientation == BICHIG_GLYPH_UPRIGHT);
    CHECK(runs[1].text.begin == 28 && runs[1].text.end == 31 && runs[1].glyph_end == glyph_count);
    CHECK(glyphs[0].advance > 1 && runs[0].font_size == 16.0 && runs[0].face[0] != 0);
    bichig_free(runs);
    bichig_free(glyphs);
    text[0] = 'A';
    text[1] = 'b';
    style.direction = BICHIG_HORIZONTAL;
    style.font_size = 10;
    CHECK_STATUS(bichig_shape_utf16(fonts, text, 2, &style, &runs, &run_count, &glyphs, &glyph_count, &error),
                 BICHIG_OK);
    CHECK(run_count == 1 && glyph_count == 2 && runs[0].orientation == BICHIG_GLYPH_HORIZONTAL && glyphs[1].cluster == 1);
    bichig_free(runs);
    bichig_free(glyphs);
    style.font_size = -1;
    CHECK_STATUS(bichig_shape_utf16(fonts, text, 2, &style, &runs, &run_count, &glyphs, &glyph_count, &error),
                 BICHIG_INVALID_ARGUMENT);
}

/* A caret drawn and pointed at comes back to its place. */
static void test_round_trip(const bichig_layout *layout, const char *text) {
    bichig_hit hit = BICHIG_HIT_INIT;
    bichig_rect caret;
    size_t *stops = NULL;
    size_t count = 0;
    size_t i;
    CHECK_STATUS(bichig_boundaries_utf8(text, BICHIG_WHOLE, BICHIG_GRAPHEMES, &stops, &count, NULL), BICHIG_OK);
    for (i = 0; i < count; ++i) {
        CHECK_STATUS(bichig_layout_caret(layout, stops[i], 0, 0, &caret, NULL), BICHIG_OK);
        CHECK_STATUS(bichig_layout_hit_test(layout, caret.x + caret.width / 2, caret.y, &hit, NULL), BICHIG_OK);
        CHECK(hit.offset == stops[i]);
    }
    bichig_free(stops);
}

void test_layout(const char *folder) {
    bichig_fonts *fonts = open_staged(folder);
    bichig_style style = BICHIG_STYLE_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_layout *layout = NULL;
    bichig_line line = BICHIG_LINE_INIT;
    bichig_hit hit = BICHIG_HIT_INIT;
    bichig_picture picture = BICHIG_PICTURE_INIT;
    bichig_picture_options drawing = BICHIG_PICTURE_OPTIONS_INIT;
    bichig_rect *boxes = NULL;
    double width = 0;
    double height = 0;
    size_t count = 0;
    bichig_char16 text[3];
    const char *words = WORD " " WORD_GENITIVE " " WORD;
    test_shaping(fonts);
    CHECK_STATUS(bichig_layout_open_utf8(fonts, words, BICHIG_WHOLE, &style, 80, &layout, &error), BICHIG_OK);
    count = bichig_layout_line_count(layout);
    CHECK(count == 3);
    CHECK_STATUS(bichig_layout_size(layout, &width, &height, &error), BICHIG_OK);
    CHECK(height == 80.0 && width == 24.0 * (double)count);
    CHECK_STATUS(bichig_layout_line(layout, 1, &line, &error), BICHIG_OK);
    CHECK(line.text.begin == 19 && line.text.end == 47 && line.box.x == 24.0 && line.box.width == 24.0);
    CHECK(line.box.height > 20 && !line.overfull);
    CHECK_STATUS(bichig_layout_line(layout, 3, &line, &error), BICHIG_INVALID_ARGUMENT);
    CHECK_STATUS(bichig_layout_hit_test(layout, 36, 1, &hit, &error), BICHIG_OK);
    CHECK(hit.line == 1 && hit.inside && hit.character.begin == 19 && hit.character.end == 22);
    test_round_trip(layout, words);
    CHECK_STATUS(bichig_layout_selection(layout, 3, 25, &boxes, &count, &error), BICHIG_OK);
    CHECK(count == 2 && boxes[0].x == 0 && boxes[1].x == 24.0 && boxes[1].y == 0);
    bichig_free(boxes);
    /* What was opened with fonts outlives them. */
    bichig_fonts_close(fonts);
    drawing.format = BICHIG_PNG;
    drawing.dots_per_inch = 72;
    drawing.padding = 2;
    CHECK_STATUS(bichig_layout_draw(layout, &drawing, &picture, &error), BICHIG_OK);
    CHECK(picture.width == 76 && picture.height == 84 && picture.byte_count > 100);
    CHECK(picture.bytes != NULL && memcmp(picture.bytes, "\x89PNG", 4) == 0);
    bichig_free(picture.bytes);
    drawing.format = BICHIG_PDF;
    CHECK_STATUS(bichig_layout_draw(layout, &drawing, &picture, &error), BICHIG_INVALID_ARGUMENT);
    CHECK(picture.bytes == NULL);
    bichig_layout_close(layout);
    fonts = open_staged(folder);
    text[0] = 'a';
    text[1] = '\n';
    text[2] = 'b';
    CHECK_STATUS(bichig_layout_open_utf16(fonts, text, 3, &style, 60, &layout, &error), BICHIG_OK);
    CHECK(bichig_layout_line_count(layout) == 2);
    CHECK_STATUS(bichig_layout_caret(layout, 99, 0, 1, NULL, &error), BICHIG_INVALID_ARGUMENT);
    bichig_layout_close(layout);
    bichig_layout_close(NULL);
    CHECK_STATUS(bichig_layout_open_utf16(fonts, text, 3, &style, -5, &layout, &error), BICHIG_INVALID_ARGUMENT);
    CHECK(layout == NULL && bichig_layout_line_count(NULL) == 0);
    bichig_fonts_close(fonts);
}
