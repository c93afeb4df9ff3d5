// Calls of bichig/c/conversion.h and numbers.h for Python: encodings of bytes, legacy encodings, maps of offsets,
// numbers and dates in words.
#include "python/call.h"

#include <optional>

#include <nanobind/stl/optional.h>

namespace bichig::python {

namespace {

using Decoded = std::tuple<nb::str, int, double, bool, int, std::string>;
using Detected = std::tuple<int, int, double, std::string>;
using Part = std::tuple<std::size_t, std::size_t, std::size_t, std::size_t>;

Decoded decode(const nb::bytes& bytes, int encoding) {
    bichig_decoded decoded = BICHIG_DECODED_INIT;
    Array<bichig_char16> text;
    run(bytes.size() >= LONG_TEXT, nullptr, [&](bichig_error* error) {
        return bichig_decode_utf16(bytes.data(), bytes.size(), static_cast<bichig_encoding>(encoding), text.out(),
                                   text.count(), &decoded, error);
    });
    return {str_of(text.begin(), text.size()), decoded.encoding,  decoded.confidence,
            decoded.byte_order_mark != 0,      decoded.line_ends, decoded.reason};
}

nb::bytes encode(const nb::str& text, int encoding, bool byte_order_mark) {
    const Utf16 units{text};
    const auto made = array_of<bichig_byte>(units, [&](auto** out, std::size_t* size, bichig_error* error) {
        return bichig_encode_utf16(units.data(), units.size(), static_cast<bichig_encoding>(encoding),
                                   byte_order_mark ? 1 : 0, out, size, error);
    });
    return nb::bytes(made.begin(), made.size());
}

Detected detect_legacy(const nb::str& text, const std::optional<std::string>& font) {
    const Utf16 units{text};
    bichig_legacy_detection detection = BICHIG_LEGACY_DETECTION_INIT;
    run(units, [&](bichig_error* error) {
        return bichig_detect_legacy_utf16(units.data(), units.size(), font ? font->c_str() : nullptr, &detection,
                                          error);
    });
    return {detection.kind, detection.conversion, detection.confidence, detection.reason};
}

std::tuple<nb::str, std::vector<Part>, std::vector<Remark>> convert_mapped(const nb::str& text, int conversion,
                                                                           bool lossy) {
    const Utf16 units{text};
    bichig_convert_options options = BICHIG_CONVERT_OPTIONS_INIT;
    options.lossy = lossy ? 1 : 0;
    Array<bichig_mapping> parts;
    Array<bichig_remark> remarks;
    const auto result = array_of<bichig_char16>(units, [&](auto** out, std::size_t* size, bichig_error* error) {
        return bichig_convert_mapped_utf16(units.data(), units.size(), static_cast<bichig_conversion>(conversion),
                                           &options, out, size, parts.out(), parts.count(), remarks.out(),
                                           remarks.count(), error);
    });
    Places places;
    nb::str made = str_of(result.begin(), result.size(), &places);
    std::vector<Part> all;
    all.reserve(parts.size());
    for (const bichig_mapping& part : parts) {
        const Range source = range_of(part.source, units.places());
        const Range target = range_of(part.result, places);
        all.emplace_back(source.first, source.second, target.first, target.second);
    }
    return {std::move(made), std::move(all), remarks_of(remarks, units.places())};
}

bichig_number_options number_options(int digits, int connector) {
    bichig_number_options options = BICHIG_NUMBER_OPTIONS_INIT;
    options.digits = static_cast<bichig_digits>(digits);
    options.connector = static_cast<bichig_connector>(connector);
    return options;
}

nb::str write_number(unsigned long number, int form, int digits, int connector) {
    const bichig_number_options options = number_options(digits, connector);
    Array<bichig_char16> text;
    run(false, nullptr, [&](bichig_error* error) {
        return bichig_write_number_utf16(number, static_cast<bichig_number_form>(form), &options, text.out(),
                                         text.count(), error);
    });
    return str_of(text.begin(), text.size());
}

nb::str write_date(unsigned year, unsigned month, unsigned day, int language, int digits, int connector) {
    const bichig_number_options options = number_options(digits, connector);
    Array<bichig_char16> text;
    run(false, nullptr, [&](bichig_error* error) {
        return bichig_write_date_utf16(year, month, day, static_cast<bichig_date_language>(language), &options,
                                       text.out(), text.count(), error);
    });
    return str_of(text.begin(), text.size());
}

}  // namespace

void bind_conversion(nb::module_& module) {
    module.def("decode", &decode, nb::arg("bytes"), nb::arg("encoding"));
    module.def("encode", &encode, nb::arg("text"), nb::arg("encoding"), nb::arg("byte_order_mark"));
    module.def("detect_legacy", &detect_legacy, nb::arg("text"), nb::arg("font").none());
    module.def("convert_mapped", &convert_mapped, nb::arg("text"), nb::arg("conversion"), nb::arg("lossy"));
    module.def("write_number", &write_number, nb::arg("number"), nb::arg("form"), nb::arg("digits"),
               nb::arg("connector"));
    module.def("write_date", &write_date, nb::arg("year"), nb::arg("month"), nb::arg("day"), nb::arg("language"),
               nb::arg("digits"), nb::arg("connector"));
}

}  // namespace bichig::python
