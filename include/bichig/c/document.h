/* The C interface of Bichig, documents: Markdown or JSON in, PDF, SVG or PNG out. */
#ifndef BICHIG_C_DOCUMENT_H
#define BICHIG_C_DOCUMENT_H

#include <bichig/c/fonts.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum bichig_source { BICHIG_MARKDOWN = 0, BICHIG_JSON = 1 } bichig_source;

typedef struct bichig_read_options {
    size_t size;
    bichig_source source;
    const char *name;   /* what messages call it; NULL: "document" */
    const char *folder; /* images and profiles come from it and from nowhere else; NULL: the current folder */
} bichig_read_options;
#define BICHIG_READ_OPTIONS_INIT {sizeof(bichig_read_options), BICHIG_MARKDOWN, NULL, NULL}

/* A document, or an official notice: what was read. Any number of threads may use one. */
typedef struct bichig_document bichig_document;

/* Reads a document. What is wrong with it has line and column in `error`. `findings` may be NULL. */
BICHIG_API bichig_status bichig_document_read_utf8(const char *text, size_t length,
                                                   const bichig_read_options *options, bichig_document **document,
                                                   bichig_findings **findings, bichig_error *error);
BICHIG_API bichig_status bichig_document_read_utf16(const bichig_char16 *text, size_t length,
                                                    const bichig_read_options *options, bichig_document **document,
                                                    bichig_findings **findings, bichig_error *error);
BICHIG_API void bichig_document_close(bichig_document *document);

/* Its text in reading order, a paragraph a line. */
BICHIG_API bichig_status bichig_document_text_utf8(const bichig_document *document, char **text, size_t *length,
                                                   bichig_error *error);
BICHIG_API bichig_status bichig_document_text_utf16(const bichig_document *document, bichig_char16 **text,
                                                    size_t *length, bichig_error *error);

typedef struct bichig_write_options {
    size_t size;
    bichig_format format;    /* BICHIG_PDF, BICHIG_SVG or BICHIG_PNG */
    double dots_per_inch;    /* of PNG; 0: 300 */
    int transparent;         /* PNG without the white ground */
    int strict;              /* a character that no font has is BICHIG_INVALID_INPUT, and nothing is written */
    const char *date;        /* ISO 8601, where the document states none; NULL: none */
    bichig_progress progress; /* called after each page; may be NULL */
    void *progress_user;
} bichig_write_options;
#define BICHIG_WRITE_OPTIONS_INIT {sizeof(bichig_write_options), BICHIG_RGBA, 0, 0, 0, NULL, NULL, NULL}

typedef struct bichig_summary {
    size_t size;
    size_t pages;
    size_t missing_characters; /* that no font has: a box stands in their place */
    size_t overfull_lines;
    size_t underfull_lines;
} bichig_summary;
#define BICHIG_SUMMARY_INIT {sizeof(bichig_summary), 0, 0, 0, 0}

/* Sets a document and writes it to `path`. SVG and PNG have one file a page: "-1", "-2", ... before the extension where
 * there is more than one. Files appear whole and together, or not at all. `summary` and `findings` may be NULL. */
BICHIG_API bichig_status bichig_document_write_file(const bichig_document *document, const bichig_fonts *fonts,
                                                    const bichig_write_options *options, const char *path,
                                                    bichig_summary *summary, bichig_findings **findings,
                                                    bichig_error *error);

/* Takes the bytes of a file: page 0 and on of SVG and PNG, page 0 alone of PDF, which comes last and in one piece. Any
 * answer but 0 cancels the call. It runs on the thread of the call. */
typedef int (*bichig_write_page)(void *user, size_t page, const void *bytes, size_t size);

/* The same into a callback, which gets each page of SVG and PNG as soon as it is set. */
BICHIG_API bichig_status bichig_document_write_callback(const bichig_document *document, const bichig_fonts *fonts,
                                                        const bichig_write_options *options, bichig_write_page write,
                                                        void *user, bichig_summary *summary,
                                                        bichig_findings **findings, bichig_error *error);

/* Files in memory. */
typedef struct bichig_files bichig_files;

/* The same into memory. */
BICHIG_API bichig_status bichig_document_write_memory(const bichig_document *document, const bichig_fonts *fonts,
                                                      const bichig_write_options *options, bichig_files **files,
                                                      bichig_summary *summary, bichig_findings **findings,
                                                      bichig_error *error);
BICHIG_API size_t bichig_files_count(const bichig_files *files);
/* The bytes of a file; they live as long as `files`. NULL for a number that there is not. */
BICHIG_API const void *bichig_files_bytes(const bichig_files *files, size_t index, size_t *size);
BICHIG_API void bichig_files_free(bichig_files *files);

#ifdef __cplusplus
}
#endif

#endif
