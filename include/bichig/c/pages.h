/* The C interface of Bichig, pages that are kept: what a view of pages asks for. Draw them, find and select text. */
#ifndef BICHIG_C_PAGES_H
#define BICHIG_C_PAGES_H

#include <bichig/c/page.h>
#include <bichig/c/text.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The pages of a document, set once; all stay in memory. Any number of threads may use one. */
typedef struct bichig_pages bichig_pages;

typedef struct bichig_pages_options {
    size_t size;
    bichig_progress progress; /* called after each page; may be NULL */
    void *progress_user;
} bichig_pages_options;
#define BICHIG_PAGES_OPTIONS_INIT {sizeof(bichig_pages_options), NULL, NULL}

/* Sets a document. `options`, `summary` and `findings` may be NULL. */
BICHIG_API bichig_status bichig_pages_open(const bichig_document *document, const bichig_fonts *fonts,
                                           const bichig_pages_options *options, bichig_pages **pages,
                                           bichig_summary *summary, bichig_findings **findings, bichig_error *error);
BICHIG_API void bichig_pages_close(bichig_pages *pages);

BICHIG_API size_t bichig_pages_count(const bichig_pages *pages);
/* The size of page `page`, from 0, in points. */
BICHIG_API bichig_status bichig_pages_size(const bichig_pages *pages, size_t page, double *width, double *height,
                                           bichig_error *error);
/* Shows a page: see bichig/c/page.h. */
BICHIG_API bichig_status bichig_pages_visit(const bichig_pages *pages, size_t page,
                                            const bichig_page_visitor *visitor, bichig_error *error);
/* Draws a page as RGBA, PNG or SVG. The padding of `options` must be 0. */
BICHIG_API bichig_status bichig_pages_draw(const bichig_pages *pages, size_t page,
                                           const bichig_picture_options *options, bichig_picture *picture,
                                           bichig_error *error);
/* An element of the structure by its id, whichever page it began on; its texts live as long as `pages`. */
BICHIG_API bichig_status bichig_pages_element(const bichig_pages *pages, unsigned long id,
                                              bichig_page_element *element, bichig_error *error);
/* Where a place that links name is. BICHIG_NOT_FOUND: the document has none of that name. */
BICHIG_API bichig_status bichig_pages_destination(const bichig_pages *pages, const char *name, size_t *page, double *x,
                                                  double *y, bichig_error *error);

/* The text of a page in reading order: what flows, then its notes; a paragraph a line. The texts of all pages one after
 * the other are the text of the document. What is no part of the text, such as page numbers, is not in it. Offsets of
 * the calls below are offsets in it. */
BICHIG_API bichig_status bichig_pages_text_utf8(const bichig_pages *pages, size_t page, char **text, size_t *length,
                                                bichig_error *error);
BICHIG_API bichig_status bichig_pages_text_utf16(const bichig_pages *pages, size_t page, bichig_char16 **text,
                                                 size_t *length, bichig_error *error);

/* A character (what a caret passes at once) and where it is. */
typedef struct bichig_page_character {
    bichig_range text;
    bichig_rect box;        /* its advance along the line, the font size across it */
    bichig_direction line;  /* how its line runs */
    unsigned long element;
} bichig_page_character;

/* The characters of a page that have a place, in the order of the text: line ends and spaces before them have none. */
BICHIG_API bichig_status bichig_pages_characters_utf8(const bichig_pages *pages, size_t page,
                                                      bichig_page_character **characters, size_t *count,
                                                      bichig_error *error);
BICHIG_API bichig_status bichig_pages_characters_utf16(const bichig_pages *pages, size_t page,
                                                       bichig_page_character **characters, size_t *count,
                                                       bichig_error *error);

/* What is at a point of a page, or nearest to it: hit->offset is the place for a caret, hit->character the character,
 * hit->line counts the lines of the page as they follow each other in the text. On a page without text all is 0. */
BICHIG_API bichig_status bichig_pages_hit_test_utf8(const bichig_pages *pages, size_t page, double x, double y,
                                                    bichig_hit *hit, bichig_error *error);
BICHIG_API bichig_status bichig_pages_hit_test_utf16(const bichig_pages *pages, size_t page, double x, double y,
                                                     bichig_hit *hit, bichig_error *error);

/* What to fill behind a selection: a box for each line, gaps between words filled. */
BICHIG_API bichig_status bichig_pages_selection_utf8(const bichig_pages *pages, size_t page, size_t begin, size_t end,
                                                     bichig_rect **boxes, size_t *count, bichig_error *error);
BICHIG_API bichig_status bichig_pages_selection_utf16(const bichig_pages *pages, size_t page, size_t begin, size_t end,
                                                      bichig_rect **boxes, size_t *count, bichig_error *error);

/* A part of the text, which may reach over pages. */
typedef struct bichig_page_match {
    size_t page;
    size_t begin;
    size_t end_page;
    size_t end;
} bichig_page_match;

/* Where `pattern` occurs in the text of all pages on `level`, in order, without overlap. */
BICHIG_API bichig_status bichig_pages_find_utf8(const bichig_pages *pages, const char *pattern, size_t length,
                                                bichig_key_level level, bichig_page_match **matches, size_t *count,
                                                bichig_error *error);
BICHIG_API bichig_status bichig_pages_find_utf16(const bichig_pages *pages, const bichig_char16 *pattern,
                                                 size_t length, bichig_key_level level, bichig_page_match **matches,
                                                 size_t *count, bichig_error *error);

#ifdef __cplusplus
}
#endif

#endif
