// Bytes of files as text and back: UTF-8, UTF-16 and GB 18030-2022, named or detected.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <bichig/base/result.h>

namespace bichig::text {

/// How characters are written as bytes.
enum class Encoding : std::uint8_t {
    utf8,
    utf16le,
    utf16be,
    gb18030  ///< GB 18030-2022; its private-use codes come back as U+E000–F8FF, so glyph codes of vendors survive
};

/// How lines end in a text.
enum class LineEnds : std::uint8_t { none, lf, crlf, cr, mixed };

/// The encoding that `name` means, in small or capital letters: "utf-8", "utf-16" (little-endian where no byte order
/// mark says otherwise), "utf-16le", "utf-16be", "gb18030", "gbk", "gb2312". Errors: invalid_input, naming those known.
Result<Encoding> encoding_named(std::string_view name);

/// The name of `encoding`, as encoding_named knows it.
std::string_view name_of(Encoding encoding);

/// What detect_encoding concluded. Value.
struct DetectedEncoding {
    Encoding encoding = Encoding::utf8;
    double confidence = 0;    ///< 0 to 1; 1 when a byte order mark says it
    std::string_view reason;  ///< why, in a few words; static storage
};

/// The most likely encoding of `bytes`. Total: bytes that fit nothing come back as UTF-8 with confidence 0.
DetectedEncoding detect_encoding(std::string_view bytes);

/// Text that was bytes. Value.
struct Decoded {
    std::u16string text;  ///< without the byte order mark; ends of lines as they were
    Encoding encoding = Encoding::utf8;
    bool byte_order_mark = false;
    LineEnds line_ends = LineEnds::none;
};

/// `bytes` as text, in `encoding` or in what detect_encoding says. A byte order mark is taken off; one of UTF-16
/// overrules the byte order that was named. Errors: invalid_input with the offset of the first byte that does not fit,
/// and its line; a UTF-16 file of odd length; lone surrogates in UTF-16 are data and come through.
Result<Decoded> decode(std::string_view bytes, std::optional<Encoding> encoding = std::nullopt);

/// `text` as bytes. Errors: invalid_input with the offset (in code units) of a lone surrogate, which UTF-8 and GB 18030
/// cannot write.
Result<std::string> encode(std::u16string_view text, Encoding encoding, bool byte_order_mark = false);

}  // namespace bichig::text
