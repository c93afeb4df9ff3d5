/* Draws the pages of a document as SVG from what the page visitor tells alone, as a platform with a canvas of its own
 * would: visitor_svg FONT-FOLDER DOCUMENT.md FOLDER [--boxes]. With --boxes, the boxes of all characters too. C89. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <bichig/c/bichig.h>

typedef struct drawing {
    FILE *file;
    const char *folder;
    const bichig_pages *pages; /* NULL: without boxes */
} drawing;

static void draw_parts(FILE *file, const bichig_path_part *parts, size_t count) {
    size_t i;
    for (i = 0; i < count; ++i) {
        const bichig_path_part *part = &parts[i];
        switch (part->kind) {
            case BICHIG_PATH_MOVE: fprintf(file, "M%.4f %.4f", part->x, part->y); break;
            case BICHIG_PATH_LINE: fprintf(file, "L%.4f %.4f", part->x, part->y); break;
            case BICHIG_PATH_QUADRATIC:
                fprintf(file, "Q%.4f %.4f %.4f %.4f", part->x1, part->y1, part->x, part->y);
                break;
            case BICHIG_PATH_CUBIC:
                fprintf(file, "C%.4f %.4f %.4f %.4f %.4f %.4f", part->x1, part->y1, part->x2, part->y2, part->x,
                        part->y);
                break;
            case BICHIG_PATH_CLOSE: fprintf(file, "Z"); break;
        }
    }
}

static void draw_boxes(drawing *to, size_t page) {
    bichig_page_character *characters = NULL;
    size_t count = 0;
    size_t i;
    if (bichig_pages_characters_utf8(to->pages, page, &characters, &count, NULL) != BICHIG_OK) return;
    for (i = 0; i < count; ++i) {
        const bichig_rect *box = &characters[i].box;
        fprintf(to->file, "<rect x=\"%.3f\" y=\"%.3f\" width=\"%.3f\" height=\"%.3f\" fill=\"#%s\"/>\n", box->x, box->y,
                box->width, box->height, i % 2 == 0 ? "bfdfff" : "ffdfbf");
    }
    bichig_free(characters);
}

static int begin_page(void *user, const bichig_page_info *page) {
    drawing *to = (drawing *)user;
    char path[600];
    sprintf(path, "%.500s/%lu.svg", to->folder, (unsigned long)page->index + 1);
    to->file = fopen(path, "wb");
    if (to->file == NULL) return 1;
    fprintf(to->file, "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
            "width=\"%.4fpt\" height=\"%.4fpt\" viewBox=\"0 0 %.4f %.4f\">\n<rect width=\"100%%\" height=\"100%%\" "
            "fill=\"#fff\"/>\n", page->width, page->height, page->width, page->height);
    if (to->pages != NULL) draw_boxes(to, page->index);
    return 0;
}

static int draw_run(void *user, const bichig_glyph_run *run) {
    drawing *to = (drawing *)user;
    size_t i;
    for (i = 0; i < run->glyph_count; ++i) {
        const bichig_placed_glyph *glyph = &run->glyphs[i];
        bichig_path_part *parts = NULL;
        size_t count = 0;
        if (bichig_glyph_outline(run->face, glyph->id, &parts, &count, NULL) != BICHIG_OK) return 1;
        fprintf(to->file, "<path transform=\"matrix(%.8f %.8f %.8f %.8f %.4f %.4f)\" fill=\"#%06lx\" ", run->matrix.xx,
                run->matrix.yx, run->matrix.xy, run->matrix.yy, glyph->x, glyph->y, run->colour);
        if (run->stroke_width > 0) {
            fprintf(to->file, "stroke=\"#%06lx\" stroke-linejoin=\"round\" stroke-width=\"%.4f\" ", run->colour,
                    run->stroke_width * run->units_per_em / run->font_size);
        }
        fprintf(to->file, "d=\"");
        draw_parts(to->file, parts, count);
        fprintf(to->file, "\"/>\n");
        bichig_free(parts);
    }
    return 0;
}

static int draw_path(void *user, const bichig_page_path *path) {
    drawing *to = (drawing *)user;
    fprintf(to->file, "<path fill=\"none\" stroke=\"#%06lx\" stroke-width=\"%.4f\" stroke-linejoin=\"%s\" d=\"",
            path->colour, path->stroke_width, path->round_joints ? "round" : "miter");
    draw_parts(to->file, path->parts, path->part_count);
    fprintf(to->file, "\"/>\n");
    return 0;
}

static int draw_image(void *user, const bichig_page_image *image) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    drawing *to = (drawing *)user;
    const bichig_byte *bytes = (const bichig_byte *)image->bytes;
    size_t i;
    fprintf(to->file, "<image width=\"1\" height=\"1\" preserveAspectRatio=\"none\" style=\"image-orientation:none\" "
            "transform=\"matrix(%.6f %.6f %.6f %.6f %.6f %.6f)\" xlink:href=\"data:%s;base64,", image->matrix.xx,
            image->matrix.yx, image->matrix.xy, image->matrix.yy, image->matrix.x0, image->matrix.y0, image->type);
    for (i = 0; i < image->byte_count; i += 3) {
        const size_t left = image->byte_count - i;
        const unsigned long group = (unsigned long)bytes[i] << 16 | (left > 1 ? (unsigned long)bytes[i + 1] << 8 : 0) |
                                    (left > 2 ? bytes[i + 2] : 0);
        fputc(digits[group >> 18 & 63], to->file);
        fputc(digits[group >> 12 & 63], to->file);
        fputc(left > 1 ? digits[group >> 6 & 63] : '=', to->file);
        fputc(left > 2 ? digits[group & 63] : '=', to->file);
    }
    fprintf(to->file, "\"/>\n");
    return 0;
}

static int end_page(void *user, const bichig_page_info *page) {
    drawing *to = (drawing *)user;
    (void)page;
    fprintf(to->file, "</svg>\n");
    return fclose(to->file) != 0;
}

static bichig_document *read_document(const char *path) {
    static char text[200000];
    char folder[500];
    bichig_read_options options = BICHIG_READ_OPTIONS_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_document *document = NULL;
    char *slash;
    size_t length;
    FILE *file = fopen(path, "rb");
    if (file == NULL) return NULL;
    length = fread(text, 1, sizeof text, file);
    fclose(file);
    strncpy(folder, path, sizeof folder - 1);
    folder[sizeof folder - 1] = 0;
    slash = strrchr(folder, '/');
    if (slash != NULL) *slash = 0;
    options.folder = slash != NULL ? folder : ".";
    options.name = path;
    if (bichig_document_read_utf8(text, length, &options, &document, NULL, &error) != BICHIG_OK) {
        fprintf(stderr, "%s:%u: %s\n", error.file, error.line, error.message);
    }
    return document;
}

int main(int count, char **arguments) {
    bichig_font_options options = BICHIG_FONT_OPTIONS_INIT;
    bichig_page_visitor visitor = BICHIG_PAGE_VISITOR_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_document *document;
    bichig_fonts *fonts = NULL;
    bichig_pages *pages = NULL;
    drawing to = {NULL, NULL, NULL};
    if (count < 4) return 2;
    options.staged = arguments[1];
    to.folder = arguments[3];
    document = read_document(arguments[2]);
    if (document == NULL || bichig_fonts_open(&options, &fonts, NULL, &error) != BICHIG_OK) return 2;
    if (count > 4 && bichig_pages_open(document, fonts, NULL, &pages, NULL, NULL, &error) != BICHIG_OK) return 2;
    to.pages = pages;
    visitor.user = &to;
    visitor.begin_page = begin_page;
    visitor.glyphs = draw_run;
    visitor.path = draw_path;
    visitor.image = draw_image;
    visitor.end_page = end_page;
    if (bichig_document_visit(document, fonts, &visitor, NULL, NULL, &error) != BICHIG_OK) {
        fprintf(stderr, "%s\n", error.message);
        return 1;
    }
    bichig_pages_close(pages);
    bichig_document_close(document);
    bichig_fonts_close(fonts);
    return 0;
}
