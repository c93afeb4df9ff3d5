/* The C interface of Bichig, what stands on a page: glyphs, paths, pictures, links and structure told to callbacks, and
 * the outlines of glyphs. For who draws pages or paragraphs with the means of a platform. */
#ifndef BICHIG_C_PAGE_H
#define BICHIG_C_PAGE_H

#include <bichig/c/document.h>
#include <bichig/c/layout.h>

#ifdef __cplusplus
extern "C" {
#endif

/* All that callbacks get is Bichig's and lives until the callback returns. Positions are points of the page: from its
 * top left corner, x to the right, y downwards. Texts are there in UTF-8 and in UTF-16, and end in a zero unit. Later
 * versions add fields at the end of structs, but none to those of arrays: bichig_placed_glyph, bichig_path_part. */

/* A matrix and a shift: x' = xx * x + xy * y + x0, y' = yx * x + yy * y + y0. */
typedef struct bichig_matrix { double xx, yx, xy, yy, x0, y0; } bichig_matrix;

typedef struct bichig_page_info {
    size_t index;         /* from 0 */
    unsigned long number; /* as its page number says, or would say if it had one */
    double width;
    double height;
} bichig_page_info;

/* A text that something on the page stands for. */
typedef struct bichig_page_text {
    const char *utf8;
    size_t utf8_length;
    const bichig_char16 *utf16;
    size_t utf16_length;
    bichig_range source; /* of a layout: in its text, in the units it was opened with; of a document: bytes of its
                            source; both ends are the same where it comes from none */
} bichig_page_text;

/* An opened face: for bichig_glyph_outline(), until the callback returns. */
typedef struct bichig_glyph_face bichig_glyph_face;

/* A glyph of a run. Its outline has its own origin at x, y of the page. */
typedef struct bichig_placed_glyph {
    unsigned long id;   /* in its face, never 0 */
    double x;
    double y;
    double advance;     /* to the pen position of the next glyph, in points along the line; may be negative */
    bichig_range utf8;  /* the part of the run's text that it stands for; parts have no gaps, those of the second and */
    bichig_range utf16; /* later glyphs of a cluster are empty */
} bichig_placed_glyph;

/* Glyphs of one face, size and orientation on one line. */
typedef struct bichig_glyph_run {
    const bichig_glyph_face *face;
    unsigned long face_id;    /* of this face alone, and never given to another: a key for outlines that are kept */
    const char *face_name;    /* PostScript name */
    double units_per_em;
    double font_size;
    bichig_matrix matrix;     /* from font units (y upwards) to the page; the shift is 0: that is each glyph's x, y */
    double stroke_width;      /* where the face has no bold: points of a line along the outlines in the same colour,
                                 with round joints; else 0 */
    unsigned long colour;     /* 0xRRGGBB */
    bichig_orientation orientation;
    double x;                 /* the pen at the start: on the baseline, of upright glyphs on the middle of the line */
    double y;
    double advance;           /* to the end of the last glyph, along the line */
    const bichig_placed_glyph *glyphs;
    size_t glyph_count;
    bichig_page_text text;
    int joins_next;           /* no space stands between this text and the next, whatever room does */
    unsigned long element;    /* the id of its element; 0: no part of the text, such as page numbers */
    const char *language;     /* BCP 47 where it is not that of the element; else empty */
} bichig_glyph_run;

typedef enum bichig_path_kind {
    BICHIG_PATH_MOVE = 0,      /* to x, y */
    BICHIG_PATH_LINE = 1,      /* to x, y */
    BICHIG_PATH_QUADRATIC = 2, /* to x, y by x1, y1 */
    BICHIG_PATH_CUBIC = 3,     /* to x, y by x1, y1 and x2, y2 */
    BICHIG_PATH_CLOSE = 4
} bichig_path_kind;

typedef struct bichig_path_part {
    bichig_path_kind kind;
    double x1, y1, x2, y2, x, y;
} bichig_path_part;

/* Rules, lines along the text, marks under it, and the box that stands for a character that no font has. */
typedef struct bichig_page_path {
    const bichig_path_part *parts;
    size_t part_count;
    double stroke_width;    /* points; 0: the path is filled (non-zero winding) */
    int round_joints;       /* else they are mitred; lines end where they end, cut square */
    unsigned long colour;
    bichig_page_text text;  /* of the box of a missing character; else empty */
    unsigned long element;
} bichig_page_path;

/* A picture, or a character that its font has as a picture, such as an emoji. */
typedef struct bichig_page_image {
    bichig_rect box;          /* what it covers; it stands upright there */
    const void *bytes;        /* of the file */
    size_t byte_count;
    const char *type;         /* "image/png" or "image/jpeg" */
    unsigned width;           /* pixels as stored */
    unsigned height;
    bichig_matrix matrix;     /* from the stored picture (1 wide, 1 high, first row at 0) to the page, turned as the
                                 file's Exif says: readers must not turn it again */
    bichig_page_text text;    /* of a character; else empty */
    const char *alternative;  /* UTF-8: what the picture shows; may be empty */
    unsigned long element;
} bichig_page_image;

/* A place that leads somewhere. */
typedef struct bichig_page_link {
    bichig_rect box;
    const char *uri;         /* empty where `destination` says it */
    const char *destination; /* the name of a place in the document; else empty */
    unsigned long element;
} bichig_page_link;

/* A place that links can name, or an entry of the outline. */
typedef struct bichig_page_place {
    double x;
    double y;
    const char *name;        /* UTF-8: its name, or the title of the entry */
    unsigned level;          /* of the entry, from 1; of a place that links name, 0 */
    unsigned long element;
} bichig_page_place;

typedef enum bichig_element_role {
    BICHIG_ROLE_DOCUMENT = 0, BICHIG_ROLE_SECTION = 1, BICHIG_ROLE_HEADING = 2, BICHIG_ROLE_PARAGRAPH = 3,
    BICHIG_ROLE_LIST = 4, BICHIG_ROLE_LIST_ITEM = 5, BICHIG_ROLE_LIST_LABEL = 6, BICHIG_ROLE_LIST_BODY = 7,
    BICHIG_ROLE_TABLE = 8, BICHIG_ROLE_TABLE_ROW = 9, BICHIG_ROLE_TABLE_HEADER_CELL = 10,
    BICHIG_ROLE_TABLE_DATA_CELL = 11, BICHIG_ROLE_LINK = 12, BICHIG_ROLE_FIGURE = 13, BICHIG_ROLE_NOTE = 14,
    BICHIG_ROLE_REFERENCE = 15, BICHIG_ROLE_CAPTION = 16
} bichig_element_role;

/* An element of the structure; ids count from 1 in reading order. */
typedef struct bichig_page_element {
    unsigned long id;
    unsigned long parent;    /* 0 of the root */
    bichig_element_role role;
    unsigned heading_level;  /* 1 to 6; else 0 */
    unsigned column_span;    /* of cells */
    unsigned row_span;
    int row_header;          /* a header cell that heads its row; else its column */
    const char *language;    /* BCP 47; empty: as the parent */
    const char *alternative; /* UTF-8, of figures and links */
    const char *title;       /* UTF-8; may be empty */
} bichig_page_element;

/* What is called for what is met, in the order of the fields: elements that begin on the page, glyphs, paths and images
 * in reading order and artifacts last, links, places, elements that end with it. Each may be NULL. Any answer but 0
 * stops the visit, which gives BICHIG_CANCELLED. They run on the thread of the call; the handles of the call may be
 * used in them, but not ended. */
typedef struct bichig_page_visitor {
    size_t size;
    void *user; /* handed to each */
    int (*begin_page)(void *user, const bichig_page_info *page);
    int (*begin_element)(void *user, const bichig_page_element *element);
    int (*glyphs)(void *user, const bichig_glyph_run *run);
    int (*path)(void *user, const bichig_page_path *path);
    int (*image)(void *user, const bichig_page_image *image);
    int (*link)(void *user, const bichig_page_link *link);
    int (*place)(void *user, const bichig_page_place *place);
    int (*end_element)(void *user, unsigned long id); /* gets no more content and no more children */
    int (*end_page)(void *user, const bichig_page_info *page);
} bichig_page_visitor;
#define BICHIG_PAGE_VISITOR_INIT                                                                                   \
    {sizeof(bichig_page_visitor), NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL}

/* Sets a document and shows each page as soon as it is set; none is kept. `summary` and `findings` may be NULL. */
BICHIG_API bichig_status bichig_document_visit(const bichig_document *document, const bichig_fonts *fonts,
                                               const bichig_page_visitor *visitor, bichig_summary *summary,
                                               bichig_findings **findings, bichig_error *error);
/* Shows the lines of a layout as one page of the layout's size. */
BICHIG_API bichig_status bichig_layout_visit(const bichig_layout *layout, const bichig_page_visitor *visitor,
                                             bichig_error *error);
/* The outline of a glyph in font units, y upwards; filled with the non-zero rule. A glyph without ink has no parts; its
 * block is given back all the same. */
BICHIG_API bichig_status bichig_glyph_outline(const bichig_glyph_face *face, unsigned long glyph,
                                              bichig_path_part **parts, size_t *count, bichig_error *error);

#ifdef __cplusplus
}
#endif

#endif
