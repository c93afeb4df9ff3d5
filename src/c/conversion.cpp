// Calls of bichig/c/conversion.h.
#include <bichig/c/conversion.h>

#include <optional>
#include <utility>

#include <bichig/script/legacy.h>
#include <bichig/text/encoding.h>

#include "c/internal/conversion.h"

namespace bichig::c {

namespace {

std::optional<text::Encoding> encoding_of(bichig_encoding encoding) {
    require(encoding >= BICHIG_ENCODING_DETECT && encoding <= BICHIG_ENCODING_GB18030, "there is no such encoding");
    if (encoding == BICHIG_ENCODING_DETECT) return std::nullopt;
    return static_cast<text::Encoding>(encoding - 1);
}

/// The index of the first lone surrogate, or the size of the text.
TextIndex lone_surrogate(std::u16string_view text) {
    TextIndex index = 0;
    while (index < text.size()) {
        const CodePoint point = code_point_at(text, index);
        if (point.value >= 0xD800 && point.value < 0xE000) break;
        index += point.size;
    }
    return index;
}

/// The same failure as one of ill-formed text, where it is told by an offset: "byte 17".
[[noreturn]] void fail_ill_formed(const Error& error) {
    try {
        fail_with(error);
    } catch (Failure& failure) {
        if (failure.offset != BICHIG_NO_OFFSET) failure.status = BICHIG_ILL_FORMED;
        throw;
    }
}

template <class Char>
void decode(const void* bytes, std::size_t size, bichig_encoding encoding, Char** out, std::size_t* length,
            bichig_decoded* decoded) {
    clear_result(out);
    if (decoded != nullptr) fill(decoded, bichig_decoded{});
    require(bytes != nullptr || size == 0, "the bytes are NULL");
    require(size < 0x7FFFFFFF, "a text is shorter than 2 GB");
    const std::string_view in{static_cast<const char*>(bytes), size};
    const std::optional<text::Encoding> named = encoding_of(encoding);
    bichig_decoded value{};
    value.confidence = 1;
    if (!named) {
        const text::DetectedEncoding detected = text::detect_encoding(in);
        value.confidence = detected.confidence;
        copy_field(value.reason, sizeof value.reason, detected.reason);
    }
    const auto text = text::decode(in, named);
    if (!text) fail_ill_formed(text.error());
    if constexpr (std::is_same_v<Char, char>) {
        if (const TextIndex at = lone_surrogate(text->text); at < text->text.size()) {
            throw Failure{BICHIG_ILL_FORMED,
                          {ErrorCode::invalid_input, "a surrogate stands alone", "UTF-8 has none: ask for UTF-16", {}},
                          std::size_t{at} * 2 + (text->byte_order_mark ? 2 : 0)};
        }
    }
    TextBlock block = TextBlock::of<Char>(text->text);
    value.encoding = static_cast<bichig_encoding>(static_cast<int>(text->encoding) + 1);
    value.byte_order_mark = text->byte_order_mark;
    value.line_ends = static_cast<bichig_line_ends>(text->line_ends);
    if (decoded != nullptr) fill(decoded, value);
    block.give(out, length);
}

template <class Char>
void encode(const Char* text, std::size_t length, bichig_encoding encoding, int mark, bichig_byte** out,
            std::size_t* size) {
    clear_result(out, size);
    const std::optional<text::Encoding> named = encoding_of(encoding);
    require(named.has_value(), "an encoding for writing must be named");
    const Source source{text, length};
    const auto bytes = text::encode(source.text(), *named, mark != 0);
    if (!bytes) {
        throw Failure{BICHIG_ILL_FORMED, bytes.error(), source.offset(lone_surrogate(source.text()))};
    }
    TextBlock{std::string_view{*bytes}}.give(out, size);
}

bichig_conversion reader_of(script::Legacy legacy) {
    switch (legacy) {
        case script::Legacy::menksoft: return BICHIG_FROM_MENKSOFT;
        case script::Legacy::menksoft_letter: return BICHIG_FROM_MENKSOFT_LETTERS;
        case script::Legacy::delehi: return BICHIG_FROM_DELEHI;
        case script::Legacy::z52: return BICHIG_FROM_Z52;
    }
    return BICHIG_FROM_MENKSOFT;
}

template <class Char>
void detect_legacy(const Char* text, std::size_t length, const char* font, bichig_legacy_detection* out) {
    fill(out, bichig_legacy_detection{});
    const Source source{text, length};
    const script::LegacyDetection found = script::detect_legacy(source.text(), font != nullptr ? font : "");
    bichig_legacy_detection value{};
    value.kind = static_cast<bichig_legacy_kind>(found.kind);
    value.conversion = reader_of(found.legacy);
    value.confidence = found.confidence;
    copy_field(value.reason, sizeof value.reason, found.reason);
    fill(out, value);
}

template <class Char>
void convert(const Char* text, std::size_t length, bichig_conversion conversion, const bichig_convert_options* given,
             Char** out, std::size_t* size, bichig_mapping** parts, std::size_t* part_count, bichig_remark** remarks,
             std::size_t* remark_count) {
    clear_result(out);
    clear_result(parts, part_count);
    require((remarks == nullptr) == (remark_count == nullptr), "remarks and their count: both, or neither");
    if (remarks != nullptr) clear_result(remarks, remark_count);
    const bichig_convert_options options = options_of(given);
    const Source source{text, length};
    const script::Conversion result = converted(source.text(), conversion, {options.lossy == 0, true});
    const ResultOffsets<Char> offsets{result.text};
    std::vector<bichig_mapping> list;
    list.reserve(result.alignments.size());
    for (const script::Alignment& part : result.alignments) {
        list.push_back({source.range(part.source), offsets.range(part.result)});
    }
    ArrayBlock part_block{list};
    TextBlock block = TextBlock::of<Char>(result.text);
    if (remarks != nullptr) ArrayBlock{remarks_of(result, source)}.give(remarks, remark_count);
    part_block.give(parts, part_count);
    block.give(out, size);
}

}  // namespace

}  // namespace bichig::c

using bichig::c::guarded;

extern "C" {

bichig_status bichig_decode_utf8(const void* bytes, size_t size, bichig_encoding encoding, char** text, size_t* length,
                                 bichig_decoded* decoded, bichig_error* error) {
    return guarded(error, [&] { bichig::c::decode(bytes, size, encoding, text, length, decoded); });
}
bichig_status bichig_decode_utf16(const void* bytes, size_t size, bichig_encoding encoding, bichig_char16** text,
                                  size_t* length, bichig_decoded* decoded, bichig_error* error) {
    return guarded(error, [&] { bichig::c::decode(bytes, size, encoding, text, length, decoded); });
}
bichig_status bichig_encode_utf8(const char* text, size_t length, bichig_encoding encoding, int byte_order_mark,
                                 bichig_byte** bytes, size_t* size, bichig_error* error) {
    return guarded(error, [&] { bichig::c::encode(text, length, encoding, byte_order_mark, bytes, size); });
}
bichig_status bichig_encode_utf16(const bichig_char16* text, size_t length, bichig_encoding encoding,
                                  int byte_order_mark, bichig_byte** bytes, size_t* size, bichig_error* error) {
    return guarded(error, [&] { bichig::c::encode(text, length, encoding, byte_order_mark, bytes, size); });
}
bichig_status bichig_detect_legacy_utf8(const char* text, size_t length, const char* font,
                                        bichig_legacy_detection* detection, bichig_error* error) {
    return guarded(error, [&] { bichig::c::detect_legacy(text, length, font, detection); });
}
bichig_status bichig_detect_legacy_utf16(const bichig_char16* text, size_t length, const char* font,
                                         bichig_legacy_detection* detection, bichig_error* error) {
    return guarded(error, [&] { bichig::c::detect_legacy(text, length, font, detection); });
}
bichig_status bichig_convert_mapped_utf8(const char* text, size_t length, bichig_conversion conversion,
                                         const bichig_convert_options* options, char** result, size_t* result_length,
                                         bichig_mapping** parts, size_t* part_count, bichig_remark** remarks,
                                         size_t* remark_count, bichig_error* error) {
    return guarded(error, [&] {
        bichig::c::convert(text, length, conversion, options, result, result_length, parts, part_count, remarks,
                           remark_count);
    });
}
bichig_status bichig_convert_mapped_utf16(const bichig_char16* text, size_t length, bichig_conversion conversion,
                                          const bichig_convert_options* options, bichig_char16** result,
                                          size_t* result_length, bichig_mapping** parts, size_t* part_count,
                                          bichig_remark** remarks, size_t* remark_count, bichig_error* error) {
    return guarded(error, [&] {
        bichig::c::convert(text, length, conversion, options, result, result_length, parts, part_count, remarks,
                           remark_count);
    });
}
size_t bichig_result_offset(const bichig_mapping* parts, size_t part_count, size_t offset) {
    if (parts == nullptr || part_count == 0) return 0;
    size_t low = 0;
    size_t high = part_count;
    while (low < high) {  // the first part that ends after the offset
        const size_t middle = low + (high - low) / 2;
        if (parts[middle].source.end > offset) high = middle;
        else low = middle + 1;
    }
    return low < part_count ? parts[low].result.begin : parts[part_count - 1].result.end;
}

}  // extern "C"
