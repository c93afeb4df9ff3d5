/* Encodings, legacy text, conversions with their map, numbers and dates, and what a PDF says of itself. */
#include <stdio.h>

#include <bichig/c/bichig.h>

#include "check.h"

static void test_bytes(void) {
    /* "ab" and U+4E2D in GB 18030, and in UTF-16 with a byte order mark. */
    static const char gb[] = "ab\r\n\xD6\xD0\r\n\xD6\xD0\xCE\xC4\xCE\xC4";
    static const char utf16[] = "\xFF\xFE" "a\0\x2D\x4E";
    static const char lone[] = "a\0\0\xD8" "b";
    bichig_decoded decoded = BICHIG_DECODED_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_char16 *wide = NULL;
    bichig_char16 unpaired[2];
    bichig_byte *bytes = NULL;
    char *text = NULL;
    size_t length = 0;
    CHECK_STATUS(bichig_decode_utf8(gb, sizeof gb - 1, BICHIG_ENCODING_DETECT, &text, &length, &decoded, &error),
                 BICHIG_OK);
    CHECK(strncmp(text, "ab\r\n\xE4\xB8\xAD\r\n", 9) == 0 && decoded.encoding == BICHIG_ENCODING_GB18030);
    CHECK(decoded.line_ends == BICHIG_LINE_ENDS_CRLF && decoded.confidence > 0 && decoded.reason[0] != 0);
    CHECK_STATUS(bichig_encode_utf8(text, length, BICHIG_ENCODING_GB18030, 0, &bytes, &length, &error), BICHIG_OK);
    CHECK(length == sizeof gb - 1 && memcmp(bytes, gb, length) == 0);
    bichig_free(bytes);
    bichig_free(text);
    CHECK_STATUS(bichig_decode_utf16(utf16, 6, BICHIG_ENCODING_DETECT, &wide, &length, &decoded, &error), BICHIG_OK);
    CHECK(length == 2 && wide[1] == 0x4E2D && decoded.byte_order_mark && decoded.confidence == 1);
    CHECK_STATUS(bichig_encode_utf16(wide, 2, BICHIG_ENCODING_UTF16LE, 1, &bytes, &length, &error), BICHIG_OK);
    CHECK(length == 6 && memcmp(bytes, utf16, 6) == 0);
    bichig_free(bytes);
    bichig_free(wide);
    CHECK_STATUS(bichig_decode_utf8("ab\xFF", 3, BICHIG_ENCODING_UTF8, &text, &length, &decoded, &error),
                 BICHIG_ILL_FORMED);
    CHECK(error.offset == 2 && text == NULL && decoded.encoding == BICHIG_ENCODING_DETECT);
    CHECK_STATUS(bichig_decode_utf16(lone, 6, BICHIG_ENCODING_UTF16LE, &wide, &length, NULL, &error), BICHIG_OK);
    CHECK(length == 3 && wide[1] == 0xD800);
    bichig_free(wide);
    CHECK_STATUS(bichig_decode_utf8(lone, 6, BICHIG_ENCODING_UTF16LE, &text, &length, NULL, &error),
                 BICHIG_ILL_FORMED);
    CHECK(error.offset == 2);
    unpaired[0] = 'a';
    unpaired[1] = 0xDC00;
    CHECK_STATUS(bichig_encode_utf16(unpaired, 2, BICHIG_ENCODING_UTF8, 0, &bytes, &length, &error),
                 BICHIG_ILL_FORMED);
    CHECK(error.offset == 1 && bytes == NULL);
    CHECK_STATUS(bichig_encode_utf8("a", 1, BICHIG_ENCODING_DETECT, 0, &bytes, &length, &error),
                 BICHIG_INVALID_ARGUMENT);
    CHECK_STATUS(bichig_decode_utf8(NULL, 1, BICHIG_ENCODING_UTF8, &text, NULL, NULL, &error),
                 BICHIG_INVALID_ARGUMENT);
}

static void test_legacy(void) {
    bichig_legacy_detection found = BICHIG_LEGACY_DETECTION_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_char16 *codes = NULL;
    bichig_char16 *back = NULL;
    bichig_char16 word[] = {0x182E, 0x1823, 0x1829, 0x182D, 0x1823, 0x182F, 0};
    size_t length = 0;
    CHECK_STATUS(bichig_detect_legacy_utf16(word, BICHIG_WHOLE, NULL, &found, &error), BICHIG_OK);
    CHECK(found.kind == BICHIG_LEGACY_NONE && found.reason[0] != 0);
    CHECK_STATUS(bichig_convert_utf16(word, BICHIG_WHOLE, BICHIG_TO_MENKSOFT, &codes, &length, NULL, NULL, &error),
                 BICHIG_OK);
    CHECK_STATUS(bichig_detect_legacy_utf16(codes, length, "Menk Qagan Tig", &found, &error), BICHIG_OK);
    CHECK(found.kind == BICHIG_LEGACY_FOUND && found.conversion == BICHIG_FROM_MENKSOFT && found.confidence > 0.5);
    CHECK_STATUS(bichig_convert_utf16(codes, length, found.conversion, &back, &length, NULL, NULL, &error), BICHIG_OK);
    CHECK(length == 6);
    bichig_free(codes);
    bichig_free(back);
    CHECK_STATUS(bichig_detect_legacy_utf8(WORD, BICHIG_WHOLE, NULL, &found, &error), BICHIG_OK);
    CHECK(found.kind == BICHIG_LEGACY_NONE);
    found.size = 0;
    CHECK_STATUS(bichig_detect_legacy_utf8(WORD, BICHIG_WHOLE, NULL, &found, &error), BICHIG_INVALID_ARGUMENT);
}

static void test_maps(void) {
    bichig_convert_options options = BICHIG_CONVERT_OPTIONS_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_mapping *parts = NULL;
    bichig_remark *remarks = NULL;
    bichig_char16 *wide = NULL;
    bichig_char16 word[] = {0x182E, 0x1823, ' ', 0xD83D, 0xDE00, 0};
    char *latin = NULL;
    size_t remark_count = 0;
    size_t length = 0;
    size_t count = 0;
    size_t i;
    CHECK_STATUS(bichig_convert_mapped_utf8(WORD " \xF0\x9F\x98\x80 " WORD, BICHIG_WHOLE, BICHIG_TO_EAC, NULL, &latin,
                                            &length, &parts, &count, &remarks, &remark_count, &error), BICHIG_OK);
    CHECK(count > 8 && parts[0].source.begin == 0 && parts[0].result.begin == 0 && latin[0] == 'm');
    for (i = 1; i < count; ++i) {
        CHECK(parts[i].source.begin == parts[i - 1].source.end && parts[i].result.begin == parts[i - 1].result.end);
    }
    CHECK(parts[count - 1].source.end == 42 && parts[count - 1].result.end == length);
    CHECK(bichig_result_offset(parts, count, 3) == 1 && bichig_result_offset(parts, count, 42) == length);
    CHECK(latin[bichig_result_offset(parts, count, 24)] == 'm');
    CHECK(bichig_result_offset(NULL, 0, 7) == 0);
    bichig_free(parts);
    bichig_free(remarks);
    bichig_free(latin);
    /* "GPS" is data where there is an escape for it, and a loss where there is none. */
    for (options.lossy = 0; options.lossy < 2; ++options.lossy) {
        CHECK_STATUS(bichig_convert_mapped_utf8("GPS mn", BICHIG_WHOLE, BICHIG_TO_EAC, &options, &latin, &length,
                                                &parts, &count, &remarks, &remark_count, &error), BICHIG_OK);
        CHECK((remark_count > 0) == (options.lossy != 0) && (strcmp(latin, "GPS mn") == 0) == (options.lossy != 0));
        bichig_free(parts);
        bichig_free(remarks);
        bichig_free(latin);
    }
    CHECK_STATUS(bichig_convert_mapped_utf16(word, BICHIG_WHOLE, BICHIG_TO_MENKSOFT, NULL, &wide, &length, &parts,
                                             &count, NULL, NULL, &error), BICHIG_OK);
    CHECK(parts[count - 1].source.end == 5 && parts[count - 1].result.end == length);
    bichig_free(parts);
    bichig_free(wide);
    CHECK_STATUS(bichig_convert_mapped_utf8("a", 1, BICHIG_TO_EAC, NULL, &latin, &length, NULL, &count, NULL, NULL,
                                            &error), BICHIG_INVALID_ARGUMENT);
}

static void test_numbers(void) {
    bichig_number_options options = BICHIG_NUMBER_OPTIONS_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_char16 *wide = NULL;
    char *text = NULL;
    size_t length = 0;
    int form;
    CHECK_STATUS(bichig_write_number_utf8(1024, BICHIG_NUMBER_CHINESE, NULL, &text, &length, &error), BICHIG_OK);
    CHECK(strcmp(text, "\xE4\xB8\x80\xE5\x8D\x83\xE9\x9B\xB6\xE4\xBA\x8C\xE5\x8D\x81\xE5\x9B\x9B") == 0);
    bichig_free(text);
    for (form = BICHIG_NUMBER_DIGITS; form <= BICHIG_NUMBER_CHINESE; ++form) {
        CHECK_STATUS(bichig_write_number_utf8(23, (bichig_number_form)form, &options, &text, &length, &error),
                     BICHIG_OK);
        CHECK(length == strlen(text) && (strncmp(text, "23", 2) == 0) == (form <= BICHIG_NUMBER_ORDINAL));
        bichig_free(text);
    }
    options.digits = BICHIG_DIGITS_MONGOLIAN;
    CHECK_STATUS(bichig_write_number_utf16(7, BICHIG_NUMBER_DIGITS, &options, &wide, &length, &error), BICHIG_OK);
    CHECK(length == 1 && wide[0] == 0x1817);
    bichig_free(wide);
    options.digits = BICHIG_DIGITS_EUROPEAN;
    CHECK_STATUS(bichig_write_date_utf8(2024, 3, 18, BICHIG_DATE_CHINESE, NULL, &text, &length, &error), BICHIG_OK);
    CHECK(strcmp(text, "2024\xE5\xB9\xB4" "3\xE6\x9C\x88" "18\xE6\x97\xA5") == 0);
    bichig_free(text);
    CHECK_STATUS(bichig_write_date_utf16(2024, 3, 18, BICHIG_DATE_MONGOLIAN, &options, &wide, &length, &error),
                 BICHIG_OK);
    CHECK(length > 15 && wide[0] == '2' && wide[3] == '4');
    bichig_free(wide);
    CHECK_STATUS(bichig_write_date_utf8(2023, 2, 29, BICHIG_DATE_CHINESE, NULL, &text, &length, &error),
                 BICHIG_INVALID_INPUT);
    CHECK(text == NULL && error.message[0] != 0);
    options.connector = BICHIG_CONNECTOR_KEEP;
    CHECK_STATUS(bichig_write_number_utf8(1, BICHIG_NUMBER_ORDINAL, &options, &text, &length, &error),
                 BICHIG_INVALID_ARGUMENT);
    CHECK_STATUS(bichig_write_number_utf8(1, (bichig_number_form)7, NULL, &text, &length, &error),
                 BICHIG_INVALID_ARGUMENT);
}

/* What we write is what it says of itself. */
static void check_pdf(const char *path) {
    bichig_pdf_facts facts = BICHIG_PDF_FACTS_INIT;
    bichig_pdf_font font = BICHIG_PDF_FONT_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_pdf_info *info = NULL;
    const char *name = NULL;
    double width = 0;
    double height = 0;
    size_t count = 0;
    CHECK_STATUS(bichig_pdf_info_open(path, &info, &error), BICHIG_OK);
    CHECK_STATUS(bichig_pdf_info_facts(info, &facts, &error), BICHIG_OK);
    CHECK(facts.pages == 1 && facts.tagged && strcmp(facts.pdfa, "2u") == 0 && strcmp(facts.pdfua, "1") == 0);
    CHECK(strncmp(facts.text, WORD, 18) == 0 && facts.page_size_count == 1 && facts.font_count >= 1);
    CHECK_STATUS(bichig_pdf_info_page_size(info, 0, &width, &height, &count, &error), BICHIG_OK);
    CHECK(width > 500 && height > 500 && count == 1);
    CHECK_STATUS(bichig_pdf_info_font(info, 0, &font, &error), BICHIG_OK);
    CHECK(font.embedded && font.subset && font.pages == 1 && font.name[0] != 0);
    CHECK(facts.element_count >= 2);
    CHECK_STATUS(bichig_pdf_info_element(info, 0, &name, &count, &error), BICHIG_OK);
    CHECK(name != NULL && count >= 1);
    CHECK_STATUS(bichig_pdf_info_language(info, facts.language_count, &name, &count, &error), BICHIG_INVALID_ARGUMENT);
    CHECK(name == NULL && count == 0);
    bichig_pdf_info_close(info);
    bichig_pdf_info_close(NULL);
}

static void test_pdf(const char *folder, const char *scratch) {
    bichig_font_options options = BICHIG_FONT_OPTIONS_INIT;
    bichig_write_options writing = BICHIG_WRITE_OPTIONS_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_fonts *fonts = NULL;
    bichig_document *document = NULL;
    bichig_pdf_info *info = NULL;
    char path[500];
    options.staged = folder;
    writing.format = BICHIG_PDF;
    sprintf(path, "%.400s/info.pdf", scratch);
    CHECK_STATUS(bichig_fonts_open(&options, &fonts, NULL, NULL), BICHIG_OK);
    CHECK_STATUS(bichig_document_read_utf8("# " WORD "\n", BICHIG_WHOLE, NULL, &document, NULL, NULL), BICHIG_OK);
    CHECK_STATUS(bichig_document_write_file(document, fonts, &writing, path, NULL, NULL, NULL), BICHIG_OK);
    check_pdf(path);
    CHECK(remove(path) == 0);
    CHECK_STATUS(bichig_pdf_info_open(path, &info, &error), BICHIG_NOT_FOUND);
    CHECK_STATUS(bichig_pdf_info_open(NULL, &info, &error), BICHIG_INVALID_ARGUMENT);
    bichig_document_close(document);
    bichig_fonts_close(fonts);
}

void test_encodings_and_maps(const char *fonts, const char *folder) {
    test_bytes();
    test_legacy();
    test_maps();
    test_numbers();
    test_pdf(fonts, folder);
}
