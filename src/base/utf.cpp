// Strict UTF-8 decoding with the place of the first fault, and lenient encoding.
#include <bichig/base/utf.h>

#include <algorithm>

#include "base/internal/encode_utf8.h"

namespace bichig::inline base {

namespace {

/// Length of the well-formed sequence at `position`, with its code point; 0 if ill-formed (Unicode 15, table 3-7).
unsigned decode(std::string_view text, std::size_t position, char32_t& value) {
    const auto byte = [&](std::size_t offset) -> unsigned {
        return position + offset < text.size() ? static_cast<unsigned char>(text[position + offset]) : 0;
    };
    const auto continues = [&](std::size_t offset, unsigned low = 0x80, unsigned high = 0xBF) {
        return byte(offset) >= low && byte(offset) <= high;
    };
    const unsigned lead = byte(0);
    if (lead < 0x80) {
        value = lead;
        return 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF && continues(1)) {
        value = ((lead & 0x1F) << 6) | (byte(1) & 0x3F);
        return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = lead == 0xED ? 0x9F : 0xBF;
        if (!continues(1, low, high) || !continues(2)) return 0;
        value = ((lead & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F);
        return 3;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
        const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
        if (!continues(1, low, high) || !continues(2) || !continues(3)) return 0;
        value = ((lead & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) | (byte(3) & 0x3F);
        return 4;
    }
    return 0;
}

}  // namespace

void append(std::u16string& text, char32_t value) {
    if (value < 0x10000) {
        text.push_back(static_cast<char16_t>(value));
    } else {
        text.push_back(static_cast<char16_t>(0xD7C0 + (value >> 10)));
        text.push_back(static_cast<char16_t>(0xDC00 + (value & 0x3FF)));
    }
}

namespace {

Error ill_formed(std::string_view utf8, std::size_t position) {
    Place where;
    where.line = 1 + static_cast<std::uint32_t>(std::count(utf8.begin(), utf8.begin() + position, '\n'));
    const std::size_t line_end = utf8.rfind('\n', position);
    const std::size_t line_begin = line_end == std::string_view::npos || position == 0 ? 0 : line_end + 1;
    const std::string_view before = utf8.substr(line_begin, position - line_begin);
    where.column = 1 + static_cast<std::uint32_t>(std::count_if(before.begin(), before.end(),
                                                                [](char byte) { return (byte & 0xC0) != 0x80; }));
    where.detail = "byte " + std::to_string(position);
    return {ErrorCode::invalid_input, "ill-formed UTF-8", "save the text as UTF-8", where};
}

/// A character of three bytes at `position`, as nearly all of Mongolian and Chinese are; 0 for anything else.
char16_t three_bytes(std::string_view text, std::size_t position) {
    if (text.size() - position < 3) return 0;
    const unsigned lead = static_cast<unsigned char>(text[position]);
    const unsigned second = static_cast<unsigned char>(text[position + 1]);
    const unsigned third = static_cast<unsigned char>(text[position + 2]);
    if ((lead & 0xF0) != 0xE0 || (second & 0xC0) != 0x80 || (third & 0xC0) != 0x80) return 0;
    const unsigned value = (lead & 0x0F) << 12 | (second & 0x3F) << 6 | (third & 0x3F);
    const bool well_formed = value >= 0x800 && (value < 0xD800 || value > 0xDFFF);
    return well_formed ? static_cast<char16_t>(value) : u'\0';
}

/// As many units as the text has if it is well formed; no prefix that is well formed has more.
std::size_t count_units(std::string_view utf8) {
    std::size_t count = 0;
    for (const char byte : utf8) {
        count += (byte & 0xC0) != 0x80;
        count += static_cast<unsigned char>(byte) >= 0xF0;
    }
    return count;
}

}  // namespace

Result<std::u16string> to_utf16(std::string_view utf8) {
    std::u16string text(count_units(utf8), u'\0');
    char16_t* out = text.data();
    for (std::size_t position = 0; position < utf8.size();) {
        if (const char16_t unit = three_bytes(utf8, position); unit != 0) {
            *out++ = unit;
            position += 3;
            continue;
        }
        char32_t value = 0;
        const unsigned size = decode(utf8, position, value);
        if (size == 0) return fail(ill_formed(utf8, position));
        if (value < 0x10000) {
            *out++ = static_cast<char16_t>(value);
        } else {
            *out++ = static_cast<char16_t>(0xD7C0 + (value >> 10));
            *out++ = static_cast<char16_t>(0xDC00 + (value & 0x3FF));
        }
        position += size;
    }
    return text;
}

char* encode_utf8(std::u16string_view utf16, char* out) {
    const auto tail = [](char32_t value, unsigned shift) {
        return static_cast<char>(0x80 | ((value >> shift) & 0x3F));
    };
    for (TextIndex index = 0; index < utf16.size(); ++index) {
        char32_t value = utf16[index];
        if (value < 0x80) {
            *out++ = static_cast<char>(value);
            continue;
        }
        if (value < 0x800) {
            *out++ = static_cast<char>(0xC0 | (value >> 6));
            *out++ = tail(value, 0);
            continue;
        }
        if (value >= 0xD800 && value < 0xE000) {
            const CodePoint point = code_point_at(utf16, index);
            value = point.size == 2 ? point.value : 0xFFFD;
            index += point.size - 1;
        }
        if (value < 0x10000) {
            *out++ = static_cast<char>(0xE0 | (value >> 12));
        } else {
            *out++ = static_cast<char>(0xF0 | (value >> 18));
            *out++ = tail(value, 12);
        }
        *out++ = tail(value, 6);
        *out++ = tail(value, 0);
    }
    return out;
}

std::string to_utf8(std::u16string_view utf16) {
    std::string text(utf16.size() * most_bytes_of_unit, '\0');
    text.resize(static_cast<std::size_t>(encode_utf8(utf16, text.data()) - text.data()));
    return text;
}

}  // namespace bichig::inline base
