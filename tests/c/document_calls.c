/* Documents and labels. */
#include <stdlib.h>

#include <bichig/c/bichig.h>

#include "check.h"

static bichig_fonts *open_staged(const char *folder) {
    bichig_font_options options = BICHIG_FONT_OPTIONS_INIT;
    bichig_fonts *fonts = NULL;
    options.staged = folder;
    CHECK_STATUS(bichig_fonts_open(&options, &fonts, NULL, NULL), BICHIG_OK);
    return fonts;
}

static int exists(const char *path) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) return 0;
    fclose(file);
    return 1;
}

static int stop_at(void *user, size_t done, size_t total) {
    (void)total;
    return done >= *(size_t *)user;
}

typedef struct taken { size_t pages; size_t bytes; size_t most; } taken;
static int take_page(void *user, size_t page, const void *bytes, size_t size) {
    taken *all = (taken *)user;
    CHECK(page == all->pages && bytes != NULL && size > 0);
    all->bytes += size;
    return ++all->pages >= all->most;
}

static void test_reading(void) {
    bichig_read_options options = BICHIG_READ_OPTIONS_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_document *document = NULL;
    bichig_findings *findings = NULL;
    bichig_char16 wide[4];
    bichig_char16 *wide_text = NULL;
    char *text = NULL;
    size_t length = 0;
    CHECK_STATUS(bichig_document_read_utf8("# " WORD "\n\nab\n", BICHIG_WHOLE, &options, &document, &findings, &error),
                 BICHIG_OK);
    CHECK(bichig_findings_count(findings) == 0);
    CHECK_STATUS(bichig_document_text_utf8(document, &text, &length, &error), BICHIG_OK);
    CHECK(strncmp(text, WORD, 18) == 0 && length >= 20);
    bichig_free(text);
    bichig_findings_free(findings);
    bichig_document_close(document);
    bichig_document_close(NULL);
    options.name = "mine.json";
    options.source = BICHIG_JSON;
    CHECK_STATUS(bichig_document_read_utf8("{\n \"kind\": 3}", BICHIG_WHOLE, &options, &document, &findings, &error),
                 BICHIG_INVALID_INPUT);
    CHECK(document == NULL && findings == NULL && error.line == 2 && error.column > 0);
    CHECK(strcmp(error.file, "mine.json") == 0 && strcmp(error.detail, "/kind") == 0);
    wide[0] = 'a';
    wide[1] = 0xDC00;
    wide[2] = 'b';
    wide[3] = 0;
    options.source = BICHIG_MARKDOWN;
    CHECK_STATUS(bichig_document_read_utf16(wide, 3, &options, &document, NULL, &error), BICHIG_ILL_FORMED);
    CHECK(error.offset == 1);
    CHECK_STATUS(bichig_document_read_utf8("ab\xFF", 3, &options, &document, NULL, &error), BICHIG_ILL_FORMED);
    CHECK(error.offset == 2);
    wide[1] = 0x1820;
    CHECK_STATUS(bichig_document_read_utf16(wide, BICHIG_WHOLE, NULL, &document, NULL, &error), BICHIG_OK);
    CHECK_STATUS(bichig_document_text_utf16(document, &wide_text, &length, &error), BICHIG_OK);
    CHECK(wide_text != NULL && wide_text[1] == 0x1820);
    bichig_free(wide_text);
    bichig_document_close(document);
}

/* Three pages. */
static bichig_document *three_pages(void) {
    bichig_document *document = NULL;
    static char text[60000];
    int i;
    text[0] = 0;
    for (i = 0; i < 110; ++i) strcat(text, WORD_GENITIVE " " WORD " " WORD " " WORD " " WORD " " WORD "\n\n");
    CHECK_STATUS(bichig_document_read_utf8(text, BICHIG_WHOLE, NULL, &document, NULL, NULL), BICHIG_OK);
    return document;
}

static void test_memory(const bichig_fonts *fonts, const bichig_document *document) {
    bichig_write_options options = BICHIG_WRITE_OPTIONS_INIT;
    bichig_summary summary = BICHIG_SUMMARY_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_findings *findings = NULL;
    bichig_files *files = NULL;
    size_t size = 0;
    CHECK_STATUS(bichig_document_write_memory(document, fonts, &options, &files, NULL, NULL, &error),
                 BICHIG_INVALID_ARGUMENT);
    options.format = BICHIG_PDF;
    options.date = "2026-01-02";
    CHECK_STATUS(bichig_document_write_memory(document, fonts, &options, &files, &summary, &findings, &error),
                 BICHIG_OK);
    CHECK(summary.pages >= 2 && summary.missing_characters == 0 && bichig_findings_count(findings) == 0);
    CHECK(bichig_files_count(files) == 1 && memcmp(bichig_files_bytes(files, 0, &size), "%PDF-1.7", 8) == 0);
    CHECK(size > 5000 && bichig_files_bytes(files, 1, &size) == NULL && size == 0);
    bichig_files_free(files);
    bichig_findings_free(findings);
    options.format = BICHIG_SVG;
    CHECK_STATUS(bichig_document_write_memory(document, fonts, &options, &files, NULL, NULL, &error), BICHIG_OK);
    CHECK(bichig_files_count(files) == summary.pages);
    CHECK(memcmp(bichig_files_bytes(files, 1, &size), "<?xml", 5) == 0);
    bichig_files_free(files);
    options.format = BICHIG_PNG;
    options.dots_per_inch = 30;
    CHECK_STATUS(bichig_document_write_memory(document, fonts, &options, &files, NULL, NULL, &error), BICHIG_OK);
    CHECK(bichig_files_count(files) == summary.pages);
    CHECK(memcmp(bichig_files_bytes(files, 0, &size), "\x89PNG", 4) == 0);
    bichig_files_free(files);
    bichig_files_free(NULL);
    CHECK(bichig_files_count(NULL) == 0);
}

static void test_callbacks(const bichig_fonts *fonts, const bichig_document *document) {
    bichig_write_options options = BICHIG_WRITE_OPTIONS_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_files *files = NULL;
    size_t stop = 1;
    taken all;
    all.pages = all.bytes = 0;
    all.most = 100;
    options.format = BICHIG_SVG;
    CHECK_STATUS(bichig_document_write_callback(document, fonts, &options, take_page, &all, NULL, NULL, &error),
                 BICHIG_OK);
    CHECK(all.pages >= 2 && all.bytes > 1000);
    all.pages = 0;
    all.most = 2;
    CHECK_STATUS(bichig_document_write_callback(document, fonts, &options, take_page, &all, NULL, NULL, &error),
                 BICHIG_CANCELLED);
    CHECK(all.pages == 2 && error.status == BICHIG_CANCELLED);
    options.progress = stop_at;
    options.progress_user = &stop;
    options.format = BICHIG_PDF;
    CHECK_STATUS(bichig_document_write_memory(document, fonts, &options, &files, NULL, NULL, &error),
                 BICHIG_CANCELLED);
    CHECK(files == NULL);
    stop = 1000;
    all.pages = 0;
    all.most = 1;
    CHECK_STATUS(bichig_document_write_callback(document, fonts, &options, take_page, &all, NULL, NULL, &error),
                 BICHIG_CANCELLED);
    CHECK_STATUS(bichig_document_write_callback(document, fonts, &options, NULL, NULL, NULL, NULL, &error),
                 BICHIG_INVALID_ARGUMENT);
}

static void test_files(const bichig_fonts *fonts, const bichig_document *document, const char *folder) {
    bichig_write_options options = BICHIG_WRITE_OPTIONS_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_document *missing = NULL;
    bichig_findings *findings = NULL;
    bichig_summary summary = BICHIG_SUMMARY_INIT;
    size_t stop = 1;
    char path[500];
    sprintf(path, "%s/out.pdf", folder);
    options.format = BICHIG_PDF;
    options.progress = stop_at;
    options.progress_user = &stop;
    CHECK_STATUS(bichig_document_write_file(document, fonts, &options, path, NULL, NULL, &error), BICHIG_CANCELLED);
    CHECK(!exists(path));
    options.progress = NULL;
    CHECK_STATUS(bichig_document_write_file(document, fonts, &options, path, &summary, NULL, &error), BICHIG_OK);
    CHECK(exists(path) && remove(path) == 0);
    options.format = BICHIG_PNG;
    options.dots_per_inch = 20;
    sprintf(path, "%s/out.png", folder);
    CHECK_STATUS(bichig_document_write_file(document, fonts, &options, path, NULL, NULL, &error), BICHIG_OK);
    for (stop = 1; stop <= summary.pages; ++stop) {
        sprintf(path, "%s/out-%u.png", folder, (unsigned)stop);
        CHECK(exists(path) && remove(path) == 0);
    }
    sprintf(path, "%s/none/out.png", folder);
    CHECK_STATUS(bichig_document_write_file(document, fonts, &options, path, NULL, NULL, &error), BICHIG_SYSTEM);
    CHECK(strcmp(error.file, path) == 0);
    /* A character that no font has is a finding, or with `strict` a refusal. */
    CHECK_STATUS(bichig_document_read_utf8("a \xE2\x9F\xA6", BICHIG_WHOLE, NULL, &missing, NULL, &error), BICHIG_OK);
    sprintf(path, "%s/out.svg", folder);
    options.format = BICHIG_SVG;
    CHECK_STATUS(bichig_document_write_file(missing, fonts, &options, path, &summary, &findings, &error), BICHIG_OK);
    CHECK(summary.missing_characters == 1 && bichig_findings_count(findings) == 1 && remove(path) == 0);
    bichig_findings_free(findings);
    options.strict = 1;
    CHECK_STATUS(bichig_document_write_file(missing, fonts, &options, path, &summary, NULL, &error),
                 BICHIG_INVALID_INPUT);
    CHECK(error.line == 1 && error.column == 3 && !exists(path));
    bichig_document_close(missing);
}

void test_documents(const char *folder, const char *scratch) {
    bichig_fonts *fonts = open_staged(folder);
    bichig_document *document = three_pages();
    test_reading();
    test_memory(fonts, document);
    test_callbacks(fonts, document);
    test_files(fonts, document, scratch);
    bichig_document_close(document);
    bichig_fonts_close(fonts);
}

void test_labels(const char *folder, const char *scratch) {
    bichig_fonts *fonts = open_staged(folder);
    bichig_label_options options = BICHIG_LABEL_OPTIONS_INIT;
    bichig_style style = BICHIG_STYLE_INIT;
    bichig_picture picture = BICHIG_PICTURE_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_char16 text[2];
    double natural;
    size_t i;
    size_t inked = 0;
    (void)scratch;
    options.measure_only = 1;
    CHECK_STATUS(bichig_render_text_utf8(fonts, WORD, BICHIG_WHOLE, &style, &options, &picture, &error), BICHIG_OK);
    CHECK(picture.bytes == NULL && picture.text_height > 20 && picture.text_width == 24.0 && !picture.overflow);
    CHECK(picture.width_points == picture.text_width && picture.font_size == 16.0);
    natural = picture.text_height;
    options.measure_only = 0;
    options.dots_per_inch = 144;
    CHECK_STATUS(bichig_render_text_utf8(fonts, WORD, BICHIG_WHOLE, &style, &options, &picture, &error), BICHIG_OK);
    CHECK(picture.width == 48 && picture.byte_count == (size_t)picture.width * picture.height * 4);
    for (i = 3; i < picture.byte_count; i += 4) inked += picture.bytes[i] != 0;
    CHECK(inked > 100 && picture.bytes[3] == 0);
    bichig_free(picture.bytes);
    /* Half the room: half the size or less; a smallest size above that does not fit. */
    options.height = natural / 2;
    options.smallest = 2;
    CHECK_STATUS(bichig_render_text_utf8(fonts, WORD, BICHIG_WHOLE, &style, &options, &picture, &error), BICHIG_OK);
    CHECK(!picture.overflow && picture.font_size > 7.5 && picture.font_size <= 8.01);
    bichig_free(picture.bytes);
    options.smallest = 12;
    options.format = BICHIG_SVG;
    CHECK_STATUS(bichig_render_text_utf8(fonts, WORD, BICHIG_WHOLE, &style, &options, &picture, &error), BICHIG_OK);
    CHECK(picture.overflow && memcmp(picture.bytes, "<?xml", 5) == 0 && picture.width == 0);
    bichig_free(picture.bytes);
    text[0] = 0x1820;
    text[1] = 0;
    options.format = BICHIG_PNG;
    options.white = 1;
    options.padding = 3;
    options.width = options.height = 60;
    CHECK_STATUS(bichig_render_text_utf16(fonts, text, BICHIG_WHOLE, &style, &options, &picture, &error), BICHIG_OK);
    CHECK(picture.width == 120 && picture.height == 120 && memcmp(picture.bytes, "\x89PNG", 4) == 0);
    bichig_free(picture.bytes);
    options.padding = 40;
    CHECK_STATUS(bichig_render_text_utf16(fonts, text, 1, &style, &options, &picture, &error),
                 BICHIG_INVALID_ARGUMENT);
    CHECK_STATUS(bichig_render_text_utf16(NULL, text, 1, &style, &options, &picture, &error),
                 BICHIG_INVALID_ARGUMENT);
    bichig_fonts_close(fonts);
}
