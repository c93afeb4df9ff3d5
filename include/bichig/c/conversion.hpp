// Encodings, legacy text, numbers and PDF facts as functions of C++17, over conversion.h, numbers.h and pdf.h.
#ifndef BICHIG_C_CONVERSION_HPP
#define BICHIG_C_CONVERSION_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/c/call.hpp>

namespace bichig::c_api {

/// Bytes of a file as text (bichig_decode_utf8). `decoded` is told what they were read as, where it is not null.
inline std::string decode(std::string_view bytes, bichig_encoding encoding = BICHIG_ENCODING_DETECT,
                          bichig_decoded* decoded = nullptr) {
    return internal::text([&](char** out, std::size_t* size, bichig_error* error) {
        return bichig_decode_utf8(bytes.data(), bytes.size(), encoding, out, size, decoded, error);
    });
}

/// A text as bytes (bichig_encode_utf8).
inline std::string encode(std::string_view text, bichig_encoding encoding, bool byte_order_mark = false) {
    const auto bytes = internal::array<bichig_byte>([&](bichig_byte** out, std::size_t* size, bichig_error* error) {
        return bichig_encode_utf8(text.data(), text.size(), encoding, byte_order_mark ? 1 : 0, out, size, error);
    });
    return std::string(bytes.begin(), bytes.end());
}

/// Which legacy encoding a text is in (bichig_detect_legacy_utf8).
inline bichig_legacy_detection detect_legacy(std::string_view text, const std::string& font = {}) {
    bichig_legacy_detection detection = BICHIG_LEGACY_DETECTION_INIT;
    internal::check([&](bichig_error* error) {
        return bichig_detect_legacy_utf8(text.data(), text.size(), font.c_str(), &detection, error);
    });
    return detection;
}

/// A converted text with the map of its offsets.
struct MappedText {
    std::string text;
    std::vector<bichig_mapping> parts;

    /// Where an offset of the source is in the text (bichig_result_offset).
    std::size_t result_offset(std::size_t offset) const {
        return bichig_result_offset(parts.data(), parts.size(), offset);
    }
};

/// A conversion with its map (bichig_convert_mapped_utf8).
inline MappedText convert_mapped(std::string_view text, bichig_conversion conversion) {
    MappedText mapped;
    mapped.parts = internal::array<bichig_mapping>([&](bichig_mapping** out, std::size_t* count, bichig_error* error) {
        char* result = nullptr;
        std::size_t size = 0;
        const bichig_status status = bichig_convert_mapped_utf8(text.data(), text.size(), conversion, nullptr, &result,
                                                                &size, out, count, nullptr, nullptr, error);
        const std::unique_ptr<void, internal::Release> owned(result);
        if (status == BICHIG_OK) mapped.text.assign(result, size);
        return status;
    });
    return mapped;
}

/// A number written out (bichig_write_number_utf8).
inline std::string write_number(unsigned long number, bichig_number_form form,
                                const bichig_number_options* options = nullptr) {
    return internal::text([&](char** out, std::size_t* size, bichig_error* error) {
        return bichig_write_number_utf8(number, form, options, out, size, error);
    });
}

/// A day written out (bichig_write_date_utf8).
inline std::string write_date(unsigned year, unsigned month, unsigned day, bichig_date_language language,
                              const bichig_number_options* options = nullptr) {
    return internal::text([&](char** out, std::size_t* size, bichig_error* error) {
        return bichig_write_date_utf8(year, month, day, language, options, out, size, error);
    });
}

/// What a PDF file says of itself (bichig_pdf_info_open).
class PdfInfo {
public:
    explicit PdfInfo(const std::string& path) {
        bichig_pdf_info* made = nullptr;
        internal::check([&](bichig_error* error) { return bichig_pdf_info_open(path.c_str(), &made, error); });
        info_.reset(made);
    }
    /// Its texts live as long as this.
    bichig_pdf_facts facts() const {
        bichig_pdf_facts facts = BICHIG_PDF_FACTS_INIT;
        internal::check([&](bichig_error* error) { return bichig_pdf_info_facts(get(), &facts, error); });
        return facts;
    }
    const bichig_pdf_info* get() const { return info_.get(); }

private:
    internal::Owned<bichig_pdf_info> info_;
};

}  // namespace bichig::c_api

#endif
