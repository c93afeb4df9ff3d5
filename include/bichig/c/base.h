/* The C interface of Bichig: what all its headers share. Read this preface first.
 *
 * LIFETIME. A call that makes something has a matching one that ends it: bichig_fonts_open(), bichig_fonts_close().
 * Blocks of memory that a call hands out through a pointer (texts, arrays) are the caller's and end with bichig_free().
 * Texts handed out end in a zero unit that their length does not count. Pointers inside the struct that a handle fills
 * live as long as the handle. Nothing that was passed in is kept: it may go as soon as the call returns. A handle that
 * was made with another (a layout with fonts) keeps what it needs of it: they may end in any order. NULL may be closed
 * and freed.
 *
 * THREADS. Handles never change once they are made, unless their header says otherwise: any number of threads may use
 * one at once, and only the call that ends it must be the last. Calls share nothing that could be seen. Exception:
 * bichig_set_allocator().
 *
 * ERRORS. A call that can fail returns a bichig_status and fills the bichig_error that the caller owns, or may pass
 * NULL for it. Then results are NULL or zero. Without BICHIG_OK nothing was made and no file was touched; handles stay
 * usable. A pointer that must not be NULL and is gives BICHIG_INVALID_ARGUMENT. No C++ exception leaves the library.
 *
 * TEXT. Calls that take text are there twice: _utf8 and _utf16. Offsets and lengths count the units of the text that
 * was passed: bytes or 16-bit units. BICHIG_WHOLE as a length says that the text ends before its first zero unit. Only
 * well-formed UTF-8 is taken: else BICHIG_ILL_FORMED with the offset of the first bad byte. In UTF-16 a lone surrogate
 * is data, as editors produce it; where bytes must be written from it, it is BICHIG_ILL_FORMED with its offset.
 *
 * STRUCTS that callers fill begin with `size`, which the macro of the struct's name with _INIT sets; all other fields
 * may stay zero, which means the default. A later version may have more fields: it goes by `size`.
 *
 * The headers are C89 and C++98. Lengths are in points (1/72 inch); pages have y downwards. */
#ifndef BICHIG_C_BASE_H
#define BICHIG_C_BASE_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define BICHIG_API __attribute__((visibility("default")))
#else
#define BICHIG_API
#endif

typedef unsigned short bichig_char16;  /* a unit of UTF-16 */
typedef unsigned char bichig_byte;

/* Length of a text that ends before its first zero unit. */
#define BICHIG_WHOLE ((size_t)-1)
/* An offset that is not known. */
#define BICHIG_NO_OFFSET ((size_t)-1)

typedef enum bichig_status {
    BICHIG_OK = 0,
    BICHIG_INVALID_ARGUMENT = 1, /* the call was made wrongly: a NULL, a size, a number out of range */
    BICHIG_ILL_FORMED = 2,       /* the text is no well-formed Unicode: see offset */
    BICHIG_INVALID_INPUT = 3,    /* the input is wrong: see message and place */
    BICHIG_NOT_FOUND = 4,        /* a file, font or name does not exist */
    BICHIG_UNSUPPORTED = 5,      /* well formed, but Bichig does not do it */
    BICHIG_SYSTEM = 6,           /* disk, permissions */
    BICHIG_NO_MEMORY = 7,
    BICHIG_CANCELLED = 8,        /* a callback said so */
    BICHIG_INTERNAL = 9          /* a fault of Bichig: please report it */
} bichig_status;

/* Why a call failed, and where. All texts are UTF-8, end in zero and are empty where nothing is known. */
typedef struct bichig_error {
    size_t size;        /* sizeof(bichig_error) */
    bichig_status status;
    size_t offset;      /* in the units of the caller's text, or BICHIG_NO_OFFSET */
    unsigned line;      /* from 1; 0 if unknown */
    unsigned column;    /* from 1, in code points; 0 if unknown */
    char message[400];  /* what is wrong, one line */
    char hint[300];     /* what to do about it */
    char file[300];     /* name as the caller gave it */
    char detail[200];   /* a finer place: a JSON pointer, a key, "byte 17" */
} bichig_error;
#define BICHIG_ERROR_INIT {sizeof(bichig_error), BICHIG_OK, 0, 0, 0, "", "", "", ""}

/* Units [begin, end) of a text. */
typedef struct bichig_range {
    size_t begin;
    size_t end;
} bichig_range;

/* What pages and pictures are written as. */
typedef enum bichig_format {
    BICHIG_RGBA = 0, /* rows without gaps, four bytes a pixel, colours not multiplied by alpha; not for documents */
    BICHIG_PNG = 1,
    BICHIG_SVG = 2,
    BICHIG_PDF = 3 /* for documents */
} bichig_format;

/* How much a finding matters. */
typedef enum bichig_severity {
    BICHIG_WARNING = 0, /* probably wrong */
    BICHIG_NOTE = 1,    /* worth a look */
    BICHIG_ERROR = 2    /* it cannot be used as it is */
} bichig_severity;

/* A finding that did not stop the work. Texts are UTF-8 and live as long as the bichig_findings they came from. */
typedef struct bichig_finding {
    size_t size;
    const char *id;      /* stable name: "missing-glyph" */
    const char *message;
    const char *hint;    /* may be empty */
    const char *file;    /* may be empty */
    unsigned line;       /* from 1; 0 if unknown */
    unsigned column;
    bichig_severity severity;
} bichig_finding;
#define BICHIG_FINDING_INIT {sizeof(bichig_finding), NULL, NULL, NULL, NULL, 0, 0, BICHIG_WARNING}

/* The findings of a call, in the order in which they were met. Calls give one where they are asked to. */
typedef struct bichig_findings bichig_findings;
BICHIG_API size_t bichig_findings_count(const bichig_findings *findings);
BICHIG_API bichig_status bichig_findings_item(const bichig_findings *findings, size_t index, bichig_finding *finding,
                                              bichig_error *error);
BICHIG_API void bichig_findings_free(bichig_findings *findings);

/* Called now and then by calls that take long: `done` of about `total` steps (0: not known). Any answer but 0 cancels
 * the call. It runs on the thread of the call. */
typedef int (*bichig_progress)(void *user, size_t done, size_t total);

/* The version that is running: "0.1.0", and 10000 * major + 100 * minor + patch. */
BICHIG_API const char *bichig_version(void);
BICHIG_API unsigned long bichig_version_number(void);
/* The name of a status, "not found"; never NULL. */
BICHIG_API const char *bichig_status_name(bichig_status status);

/* Where blocks for callers and handles come from, in place of malloc() and free(). `allocate` may answer NULL, which is
 * BICHIG_NO_MEMORY; its blocks suit any type. Working memory inside a call is not taken from it. A block goes back to
 * the functions it came from, whatever is set then. NULL for both brings malloc() and free() back. The one call that no
 * other may run beside. */
BICHIG_API bichig_status bichig_set_allocator(void *(*allocate)(void *user, size_t size),
                                              void (*release)(void *user, void *block), void *user);
/* Gives back a block that a call handed out. */
BICHIG_API void bichig_free(void *block);

#ifdef __cplusplus
}
#endif

#endif
