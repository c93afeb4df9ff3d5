/* The C interface of Bichig, what a PDF file says of itself, of whatever program it is. Nothing is validated. */
#ifndef BICHIG_C_PDF_H
#define BICHIG_C_PDF_H

#include <bichig/c/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What was read of a file. Any number of threads may use one; texts are UTF-8 and live as long as it. */
typedef struct bichig_pdf_info bichig_pdf_info;

/* Reads the file at `path`. BICHIG_INVALID_INPUT: it is no PDF, is damaged beyond repair or wants a password. */
BICHIG_API bichig_status bichig_pdf_info_open(const char *path, bichig_pdf_info **info, bichig_error *error);
BICHIG_API void bichig_pdf_info_close(bichig_pdf_info *info);

/* What the file states; empty where it states nothing. */
typedef struct bichig_pdf_facts {
    size_t size;
    const char *version; /* "1.7" */
    const char *title;
    const char *author;
    const char *subject;
    const char *keywords;
    const char *creator;
    const char *producer;
    const char *created;      /* as the file has it: "D:20240318...", or of ISO 8601 */
    const char *modified;
    const char *language;     /* BCP 47 */
    const char *profile;      /* of an official document set by Bichig */
    const char *script_order; /* likewise: "mongolian_first", "chinese_first" */
    const char *pdfa;         /* "2u": part and level of PDF/A that are claimed */
    const char *pdfua;        /* "1": the part of PDF/UA that is claimed */
    const char *text;         /* the beginning of the first page's text */
    int tagged;
    int encrypted;
    size_t pages;
    size_t bookmarks;
    size_t links;
    size_t page_size_count; /* for bichig_pdf_info_page_size() */
    size_t font_count;      /* for bichig_pdf_info_font() */
    size_t language_count;  /* for bichig_pdf_info_language() */
    size_t element_count;   /* for bichig_pdf_info_element() */
} bichig_pdf_facts;
#define BICHIG_PDF_FACTS_INIT                                                                                      \
    {sizeof(bichig_pdf_facts), NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, \
     NULL, 0, 0, 0, 0, 0, 0, 0, 0, 0}

BICHIG_API bichig_status bichig_pdf_info_facts(const bichig_pdf_info *info, bichig_pdf_facts *facts,
                                               bichig_error *error);
/* Item `index` of the sizes in the order of the pages: so many pages after one another have it. Points. */
BICHIG_API bichig_status bichig_pdf_info_page_size(const bichig_pdf_info *info, size_t index, double *width,
                                                   double *height, size_t *pages, bichig_error *error);

typedef struct bichig_pdf_font {
    size_t size;
    const char *name; /* PostScript name, the tag of a subset left out */
    const char *type; /* "TrueType", "Type1", "CIDFontType0", ... */
    int embedded;
    int subset;
    size_t pages;     /* that it is a resource of */
} bichig_pdf_font;
#define BICHIG_PDF_FONT_INIT {sizeof(bichig_pdf_font), NULL, NULL, 0, 0, 0}

BICHIG_API bichig_status bichig_pdf_info_font(const bichig_pdf_info *info, size_t index, bichig_pdf_font *font,
                                              bichig_error *error);
/* A language of elements and marked contents, or a type of elements of the structure, and how often it occurs. */
BICHIG_API bichig_status bichig_pdf_info_language(const bichig_pdf_info *info, size_t index, const char **name,
                                                  size_t *count, bichig_error *error);
BICHIG_API bichig_status bichig_pdf_info_element(const bichig_pdf_info *info, size_t index, const char **name,
                                                 size_t *count, bichig_error *error);

#ifdef __cplusplus
}
#endif

#endif
