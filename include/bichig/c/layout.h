/* The C interface of Bichig, layout: glyphs of a text, and a paragraph in lines with hit test, caret, selection and
 * picture. Points are those of a box whose top left corner is 0, 0; x to the right, y downwards. */
#ifndef BICHIG_C_LAYOUT_H
#define BICHIG_C_LAYOUT_H

#include <bichig/c/fonts.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum bichig_mongolian_face { BICHIG_MONGOLIAN_TEXT = 0, BICHIG_MONGOLIAN_TITLE = 1 } bichig_mongolian_face;
typedef enum bichig_han_face {
    BICHIG_HAN_SONG = 0, BICHIG_HAN_FANGSONG = 1, BICHIG_HAN_HEI = 2, BICHIG_HAN_KAI = 3, BICHIG_HAN_TITLE = 4
} bichig_han_face;
typedef enum bichig_direction { BICHIG_VERTICAL = 0, BICHIG_HORIZONTAL = 1 } bichig_direction;
typedef enum bichig_alignment {
    BICHIG_START = 0, BICHIG_CENTRE = 1, BICHIG_END = 2, BICHIG_JUSTIFY = 3
} bichig_alignment;

/* How a text is set. */
typedef struct bichig_style {
    size_t size;
    double font_size;          /* points; 0: 16 */
    unsigned weight;           /* 1 to 1000; 0: 400, regular */
    bichig_mongolian_face mongolian;
    bichig_han_face han;
    const char *language;      /* BCP 47; NULL: "mn-Mong" */
    unsigned long colour;      /* 0xRRGGBB */
    bichig_direction direction;
    bichig_alignment alignment;
    double line_pitch;         /* points from line to line; 0: one and a half font sizes */
    double first_line_indent;  /* points */
    unsigned combine_digits;   /* numbers of so many digits stand upright in vertical lines, 1 to 4; 0: 2 */
    double han_scale;          /* ideographs are so many times as large, 0.25 to 4; 0: 1 */
} bichig_style;
#define BICHIG_STYLE_INIT                                                                                          \
    {sizeof(bichig_style), 0, 0, BICHIG_MONGOLIAN_TEXT, BICHIG_HAN_SONG, NULL, 0, BICHIG_VERTICAL, BICHIG_START,    \
     0, 0, 0, 0}

typedef enum bichig_orientation {
    BICHIG_GLYPH_HORIZONTAL = 0, /* as drawn in the font, in a horizontal line */
    BICHIG_GLYPH_SIDEWAYS = 1,   /* turned by 90 degrees clockwise */
    BICHIG_GLYPH_UPRIGHT = 2     /* as drawn, in a vertical line */
} bichig_orientation;

typedef struct bichig_glyph {
    unsigned long id;     /* in its face; 0: no font has the character */
    size_t cluster;       /* offset of the first unit it stands for */
    double advance;       /* points along the line */
    double shift_x;       /* points, in the glyph's own axes, y upwards */
    double shift_y;
} bichig_glyph;

/* Glyphs of one face and orientation. */
typedef struct bichig_run {
    bichig_range text;
    size_t glyph_begin;
    size_t glyph_end;
    bichig_orientation orientation;
    double font_size;
    char face[96]; /* PostScript name */
} bichig_run;

/* The glyphs of a text on one endless line. Both arrays are given back with bichig_free(). */
BICHIG_API bichig_status bichig_shape_utf8(const bichig_fonts *fonts, const char *text, size_t length,
                                           const bichig_style *style, bichig_run **runs, size_t *run_count,
                                           bichig_glyph **glyphs, size_t *glyph_count, bichig_error *error);
BICHIG_API bichig_status bichig_shape_utf16(const bichig_fonts *fonts, const bichig_char16 *text, size_t length,
                                            const bichig_style *style, bichig_run **runs, size_t *run_count,
                                            bichig_glyph **glyphs, size_t *glyph_count, bichig_error *error);

/* A text in lines. Any number of threads may use one. */
typedef struct bichig_layout bichig_layout;

/* Lays out `text` in lines of the length `measure` (points); line ends of the text end lines. */
BICHIG_API bichig_status bichig_layout_open_utf8(const bichig_fonts *fonts, const char *text, size_t length,
                                                 const bichig_style *style, double measure, bichig_layout **layout,
                                                 bichig_error *error);
BICHIG_API bichig_status bichig_layout_open_utf16(const bichig_fonts *fonts, const bichig_char16 *text, size_t length,
                                                  const bichig_style *style, double measure, bichig_layout **layout,
                                                  bichig_error *error);
BICHIG_API void bichig_layout_close(bichig_layout *layout);

typedef struct bichig_rect { double x, y, width, height; } bichig_rect;

typedef struct bichig_line {
    size_t size;
    bichig_range text;  /* white space at its end included */
    bichig_rect box;    /* the room of its glyphs along the line, and the pitch across it */
    int overfull;       /* holds a part of a word that is longer than a line */
} bichig_line;
#define BICHIG_LINE_INIT {sizeof(bichig_line), {0, 0}, {0, 0, 0, 0}, 0}

BICHIG_API bichig_status bichig_layout_size(const bichig_layout *layout, double *width, double *height,
                                            bichig_error *error);
BICHIG_API size_t bichig_layout_line_count(const bichig_layout *layout);
BICHIG_API bichig_status bichig_layout_line(const bichig_layout *layout, size_t index, bichig_line *line,
                                            bichig_error *error);

/* What is at a point. */
typedef struct bichig_hit {
    size_t size;
    size_t offset;          /* of the nearest place for a caret */
    int upstream;           /* the caret is at the end of the line before, not at the start of the next */
    size_t line;
    bichig_range character; /* under the point or nearest to it */
    int inside;             /* whether the point is on it */
} bichig_hit;
#define BICHIG_HIT_INIT {sizeof(bichig_hit), 0, 0, 0, {0, 0}, 0}
BICHIG_API bichig_status bichig_layout_hit_test(const bichig_layout *layout, double x, double y, bichig_hit *hit,
                                                bichig_error *error);

/* Where a caret `thickness` points thick is drawn, for an offset of the text; `upstream` as bichig_hit has it. */
BICHIG_API bichig_status bichig_layout_caret(const bichig_layout *layout, size_t offset, int upstream,
                                             double thickness, bichig_rect *caret, bichig_error *error);
/* What to fill behind a selection: a box for each line. */
BICHIG_API bichig_status bichig_layout_selection(const bichig_layout *layout, size_t begin, size_t end,
                                                 bichig_rect **boxes, size_t *count, bichig_error *error);

/* How a picture is made. */
typedef struct bichig_picture_options {
    size_t size;
    bichig_format format;  /* BICHIG_RGBA, BICHIG_PNG or BICHIG_SVG */
    double dots_per_inch;  /* 0: 96 */
    double padding;        /* points on all sides, for ink that reaches out of its box */
    int white;             /* not 0: on white ground; else transparent. SVG is on white always */
} bichig_picture_options;
#define BICHIG_PICTURE_OPTIONS_INIT {sizeof(bichig_picture_options), BICHIG_RGBA, 0, 0, 0}

typedef struct bichig_picture {
    size_t size;
    unsigned width;       /* pixels; 0 for SVG */
    unsigned height;
    double width_points;  /* of the picture */
    double height_points;
    double text_width;    /* points that the text takes */
    double text_height;
    double font_size;     /* that was used */
    int overflow;         /* the text does not fit: what stands out is cut */
    bichig_byte *bytes;   /* bichig_free(); NULL where nothing was drawn */
    size_t byte_count;
} bichig_picture;
#define BICHIG_PICTURE_INIT {sizeof(bichig_picture), 0, 0, 0, 0, 0, 0, 0, 0, NULL, 0}

/* Draws a layout. */
BICHIG_API bichig_status bichig_layout_draw(const bichig_layout *layout, const bichig_picture_options *options,
                                            bichig_picture *picture, bichig_error *error);

#ifdef __cplusplus
}
#endif

#endif
