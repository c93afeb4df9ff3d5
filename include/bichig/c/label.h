/* The C interface of Bichig, the short way: a label, a badge, a bubble or a cell as a picture in one call. */
#ifndef BICHIG_C_LABEL_H
#define BICHIG_C_LABEL_H

#include <bichig/c/layout.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct bichig_label_options {
    size_t size;
    bichig_format format;  /* BICHIG_RGBA, BICHIG_PNG or BICHIG_SVG */
    double dots_per_inch;  /* 0: 96 */
    double width;          /* points, padding included; 0: as wide as the text */
    double height;         /* likewise */
    double padding;        /* points on all sides */
    double smallest;       /* shrink to fit: the smallest font size; 0: the size of the style alone */
    int measure_only;      /* fill bichig_picture, but draw nothing */
    int white;             /* on white ground; else transparent */
} bichig_label_options;
#define BICHIG_LABEL_OPTIONS_INIT {sizeof(bichig_label_options), BICHIG_RGBA, 0, 0, 0, 0, 0, 0, 0}

/* Draws `text` in a box. Lines are as long as the box allows, and in a box without an end as long as the text. Where
 * the text is too large even in the smallest size, picture->overflow says so and what stands out is cut. For any
 * thread. */
BICHIG_API bichig_status bichig_render_text_utf8(const bichig_fonts *fonts, const char *text, size_t length,
                                                 const bichig_style *style, const bichig_label_options *options,
                                                 bichig_picture *picture, bichig_error *error);
BICHIG_API bichig_status bichig_render_text_utf16(const bichig_fonts *fonts, const bichig_char16 *text, size_t length,
                                                  const bichig_style *style, const bichig_label_options *options,
                                                  bichig_picture *picture, bichig_error *error);

#ifdef __cplusplus
}
#endif

#endif
