/* The C interface of Bichig, numbers and dates as notices write them, in Mongolian and Chinese. All calls are for any
 * thread. The wording of Mongolian numerals and dates has not been reviewed yet. */
#ifndef BICHIG_C_NUMBERS_H
#define BICHIG_C_NUMBERS_H

#include <bichig/c/text.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum bichig_digits {
    BICHIG_DIGITS_EUROPEAN = 0,
    BICHIG_DIGITS_MONGOLIAN = 1, /* U+1810 to 1819 */
    BICHIG_DIGITS_CHINESE = 2    /* digit by digit; in dates month and day as spoken */
} bichig_digits;

typedef enum bichig_number_form {
    BICHIG_NUMBER_DIGITS = 0,                /* in `digits` */
    BICHIG_NUMBER_ORDINAL = 1,               /* in `digits`, with the suffix of the last spoken word: "23-dugar" */
    BICHIG_NUMBER_MONGOLIAN = 2,             /* in words, last in its phrase */
    BICHIG_NUMBER_MONGOLIAN_ATTRIBUTIVE = 3, /* in words, before a noun */
    BICHIG_NUMBER_CHINESE = 4                /* in words: counted in wan and yi */
} bichig_number_form;

typedef enum bichig_date_language { BICHIG_DATE_MONGOLIAN = 0, BICHIG_DATE_CHINESE = 1 } bichig_date_language;

typedef struct bichig_number_options {
    size_t size;
    bichig_digits digits;       /* Mongolian dates have no Chinese ones: European ones stand there */
    bichig_connector connector; /* before suffixes: MVS or NNBSP */
} bichig_number_options;
#define BICHIG_NUMBER_OPTIONS_INIT {sizeof(bichig_number_options), BICHIG_DIGITS_EUROPEAN, BICHIG_CONNECTOR_MVS}

/* `number` written out. `options` may be NULL. */
BICHIG_API bichig_status bichig_write_number_utf8(unsigned long number, bichig_number_form form,
                                                  const bichig_number_options *options, char **text, size_t *length,
                                                  bichig_error *error);
BICHIG_API bichig_status bichig_write_number_utf16(unsigned long number, bichig_number_form form,
                                                   const bichig_number_options *options, bichig_char16 **text,
                                                   size_t *length, bichig_error *error);
/* A day of the Gregorian calendar written out. A day that does not exist is BICHIG_INVALID_INPUT. */
BICHIG_API bichig_status bichig_write_date_utf8(unsigned year, unsigned month, unsigned day,
                                                bichig_date_language language, const bichig_number_options *options,
                                                char **text, size_t *length, bichig_error *error);
BICHIG_API bichig_status bichig_write_date_utf16(unsigned year, unsigned month, unsigned day,
                                                 bichig_date_language language, const bichig_number_options *options,
                                                 bichig_char16 **text, size_t *length, bichig_error *error);

#ifdef __cplusplus
}
#endif

#endif
