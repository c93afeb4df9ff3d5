// Which encoding bytes are in: byte order mark, then UTF-8 if it is well formed, then what gives the more likely text.
//
// Mongolian UTF-16 without a mark is the trap: U+1820 is the bytes 18 20, which are well-formed UTF-8 (a control and a
// space). So controls in what would be UTF-8 are taken as a sign of UTF-16.
#include <algorithm>

#include <bichig/base/utf.h>
#include <bichig/text/encoding.h>

#include "text/encoding/gb18030.h"

namespace bichig::text {

namespace {

constexpr std::size_t looked_at = 65536;

/// Whether texts of this library's users are likely to hold `c`.
bool is_likely(char16_t c) {
    return c == u'\n' || c == u'\r' || c == u'\t' || (c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c < 0x250) ||
           (c >= 0x370 && c < 0x530) || (c >= 0x1800 && c < 0x18B0) || (c >= 0x2000 && c < 0x2070) ||
           (c >= 0x2100 && c < 0x2600) || (c >= 0x3000 && c < 0x3020) || (c >= 0x4E00 && c < 0xA000) ||
           (c >= 0xE000 && c < 0xE800) || (c >= 0xFE10 && c < 0xFE50) || (c >= 0xFF00 && c < 0xFF60);
}

double likelihood(std::u16string_view text) {
    if (text.empty()) return 0;
    const auto likely = std::count_if(text.begin(), text.end(), is_likely);
    return static_cast<double>(likely) / static_cast<double>(text.size());
}

std::u16string utf16_units(std::string_view bytes, bool big_endian) {
    std::u16string out;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        const auto a = static_cast<std::uint8_t>(bytes[i]);
        const auto b = static_cast<std::uint8_t>(bytes[i + 1]);
        out += static_cast<char16_t>(big_endian ? a << 8 | b : b << 8 | a);
    }
    return out;
}

bool has_controls(std::string_view bytes) {
    return std::any_of(bytes.begin(), bytes.end(), [](char c) {
        return static_cast<std::uint8_t>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\x1B';
    });
}

bool is_ascii(std::string_view bytes) {
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<std::uint8_t>(c) < 0x80; });
}

/// The front of `bytes`, not cut within a character of UTF-8.
std::string_view front(std::string_view bytes) {
    if (bytes.size() <= looked_at) return bytes;
    std::size_t end = looked_at;
    while (end > looked_at - 4 && (static_cast<std::uint8_t>(bytes[end]) & 0xC0) == 0x80) --end;
    return bytes.substr(0, end);
}

}  // namespace

DetectedEncoding detect_encoding(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) return {Encoding::utf8, 1, "byte order mark"};
    if (bytes.starts_with("\xFF\xFE")) return {Encoding::utf16le, 1, "byte order mark"};
    if (bytes.starts_with("\xFE\xFF")) return {Encoding::utf16be, 1, "byte order mark"};
    if (bytes.starts_with("\x84\x31\x95\x33")) return {Encoding::gb18030, 1, "byte order mark"};
    const std::string_view head = front(bytes);
    const bool whole = head.size() == bytes.size();
    const bool utf8 = to_utf16(head).has_value();
    if (utf8 && !has_controls(head)) {
        if (is_ascii(head)) return {Encoding::utf8, 0.9, "ASCII, which all encodings share but UTF-16"};
        return {Encoding::utf8, 0.99, "well-formed UTF-8"};
    }
    DetectedEncoding best{Encoding::utf8, utf8 ? 0.5 : 0, utf8 ? "well-formed UTF-8 with controls" : "fits nothing"};
    if (bytes.size() % 2 == 0) {
        const double little = likelihood(utf16_units(head, false));
        const double big = likelihood(utf16_units(head, true));
        const double likely = std::max(little, big);
        if (likely > 0.9 && little != big) {
            best = {little > big ? Encoding::utf16le : Encoding::utf16be, likely - 0.05, "likely characters as UTF-16"};
        }
    }
    if (utf8) return best;
    const auto gb = from_gb18030(head);
    if (gb && (gb->bad == std::string_view::npos || (!whole && gb->bad + 4 > head.size()))) {
        const double likely = likelihood(gb->text);
        if (likely - 0.1 > best.confidence) best = {Encoding::gb18030, likely - 0.1, "likely characters as GB 18030"};
    }
    return best;
}

}  // namespace bichig::text
