/* The C interface of Bichig, where texts come from: encodings of bytes, legacy encodings of Mongolian, and conversions
 * with a map from the source to the result. All calls are for any thread. */
#ifndef BICHIG_C_CONVERSION_H
#define BICHIG_C_CONVERSION_H

#include <bichig/c/text.h>

#ifdef __cplusplus
extern "C" {
#endif

/* How characters are written as bytes. */
typedef enum bichig_encoding {
    BICHIG_ENCODING_DETECT = 0, /* for reading only */
    BICHIG_ENCODING_UTF8 = 1,
    BICHIG_ENCODING_UTF16LE = 2,
    BICHIG_ENCODING_UTF16BE = 3,
    BICHIG_ENCODING_GB18030 = 4 /* GB 18030-2022; GBK and GB 2312 are parts of it */
} bichig_encoding;

typedef enum bichig_line_ends {
    BICHIG_LINE_ENDS_NONE = 0, BICHIG_LINE_ENDS_LF = 1, BICHIG_LINE_ENDS_CRLF = 2, BICHIG_LINE_ENDS_CR = 3,
    BICHIG_LINE_ENDS_MIXED = 4
} bichig_line_ends;

/* What bytes were read as. */
typedef struct bichig_decoded {
    size_t size;
    bichig_encoding encoding;
    double confidence;    /* of the detection, 0 to 1; 1 where the encoding was named or a byte order mark says it */
    int byte_order_mark;  /* there was one; it is taken off */
    bichig_line_ends line_ends;
    char reason[96];      /* of the detection */
} bichig_decoded;
#define BICHIG_DECODED_INIT {sizeof(bichig_decoded), BICHIG_ENCODING_DETECT, 0, 0, BICHIG_LINE_ENDS_NONE, ""}

/* Bytes as text. `decoded` may be NULL. A byte order mark of UTF-16 overrules the byte order that was named. Bytes that
 * do not fit are BICHIG_ILL_FORMED with the offset of the first; lone surrogates of UTF-16 are data, but ill-formed
 * where UTF-8 is asked for. */
BICHIG_API bichig_status bichig_decode_utf8(const void *bytes, size_t size, bichig_encoding encoding, char **text,
                                            size_t *length, bichig_decoded *decoded, bichig_error *error);
BICHIG_API bichig_status bichig_decode_utf16(const void *bytes, size_t size, bichig_encoding encoding,
                                             bichig_char16 **text, size_t *length, bichig_decoded *decoded,
                                             bichig_error *error);
/* Text as bytes, with a byte order mark where it is asked for. */
BICHIG_API bichig_status bichig_encode_utf8(const char *text, size_t length, bichig_encoding encoding,
                                            int byte_order_mark, bichig_byte **bytes, size_t *size,
                                            bichig_error *error);
BICHIG_API bichig_status bichig_encode_utf16(const bichig_char16 *text, size_t length, bichig_encoding encoding,
                                             int byte_order_mark, bichig_byte **bytes, size_t *size,
                                             bichig_error *error);

typedef enum bichig_legacy_kind {
    BICHIG_LEGACY_NONE = 0,   /* Unicode: nothing to convert */
    BICHIG_LEGACY_FOUND = 1,  /* `conversion` reads it */
    BICHIG_LEGACY_REFUSED = 2 /* several fit, or one that is not known here: ask before converting */
} bichig_legacy_kind;

typedef struct bichig_legacy_detection {
    size_t size;
    bichig_legacy_kind kind;
    bichig_conversion conversion; /* BICHIG_FROM_...; only with BICHIG_LEGACY_FOUND */
    double confidence;            /* 0 to 1 */
    char reason[160];
} bichig_legacy_detection;
#define BICHIG_LEGACY_DETECTION_INIT \
    {sizeof(bichig_legacy_detection), BICHIG_LEGACY_NONE, BICHIG_FROM_MENKSOFT, 0, ""}

/* Which legacy encoding of Mongolian a text is in. `font` is the name of the font that it was set in, UTF-8, or NULL:
 * vendors use the same codes with other meanings, and letters in the style of Menksoft and Delehi are told by it
 * alone. */
BICHIG_API bichig_status bichig_detect_legacy_utf8(const char *text, size_t length, const char *font,
                                                   bichig_legacy_detection *detection, bichig_error *error);
BICHIG_API bichig_status bichig_detect_legacy_utf16(const bichig_char16 *text, size_t length, const char *font,
                                                    bichig_legacy_detection *detection, bichig_error *error);

/* A part of the source and the part of the result that stands for it; either may be empty. */
typedef struct bichig_mapping {
    bichig_range source;
    bichig_range result;
} bichig_mapping;

typedef struct bichig_convert_options {
    size_t size;
    int lossy;  /* transliteration without escapes: what will not come back has a remark */
} bichig_convert_options;
#define BICHIG_CONVERT_OPTIONS_INIT {sizeof(bichig_convert_options), 0}

/* As bichig_convert_utf8(), with the map of offsets: parts in order and without gaps, which cover both texts. Remarks
 * and `options` may be NULL; the parts must not. */
BICHIG_API bichig_status bichig_convert_mapped_utf8(const char *text, size_t length, bichig_conversion conversion,
                                                    const bichig_convert_options *options, char **result,
                                                    size_t *result_length, bichig_mapping **parts,
                                                    size_t *part_count, bichig_remark **remarks, size_t *remark_count,
                                                    bichig_error *error);
BICHIG_API bichig_status bichig_convert_mapped_utf16(const bichig_char16 *text, size_t length,
                                                     bichig_conversion conversion,
                                                     const bichig_convert_options *options, bichig_char16 **result,
                                                     size_t *result_length, bichig_mapping **parts,
                                                     size_t *part_count, bichig_remark **remarks,
                                                     size_t *remark_count, bichig_error *error);
/* Where an offset of the source is in the result: the start of the part that stands for it, or the end of all. */
BICHIG_API size_t bichig_result_offset(const bichig_mapping *parts, size_t part_count, size_t offset);

#ifdef __cplusplus
}
#endif

#endif
