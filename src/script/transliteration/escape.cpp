// Reads and writes the escape of lossless transliteration.
#include "script/transliteration/escape.h"

#include <bichig/base/utf.h>

namespace bichig::script {

namespace {

int hex_value(char16_t c) {
    if (c >= u'0' && c <= u'9') return c - u'0';
    if (c >= u'A' && c <= u'F') return c - u'A' + 10;
    return -1;
}

}  // namespace

std::optional<Escape> read_escape(std::u16string_view text) {
    if (text.size() < 2) return std::nullopt;
    if (text[1] == u'}') return Escape{2, {}, 0, false};
    if (text[1] == u'=') {
        for (std::size_t i = 2; i < text.size(); ++i) {
            if (text[i] == u'{') return std::nullopt;
            if (text[i] == u'}') return Escape{static_cast<TextIndex>(i + 1), text.substr(2, i - 2), 0, false};
        }
        return std::nullopt;
    }
    char32_t value = 0;
    std::size_t i = 1;
    while (i < text.size() && i < 8 && hex_value(text[i]) >= 0) {
        value = value * 16 + static_cast<char32_t>(hex_value(text[i]));
        ++i;
    }
    if (i < 5 || i > 7 || i >= text.size() || text[i] != u'}' || value > 0x10FFFF) return std::nullopt;
    return Escape{static_cast<TextIndex>(i + 1), {}, value, true};
}

void append_number(std::u16string& out, char32_t character) {
    constexpr std::u16string_view digits = u"0123456789ABCDEF";
    out += u'{';
    for (int shift = character > 0xFFFFF ? 20 : character > 0xFFFF ? 16 : 12; shift >= 0; shift -= 4) {
        out += digits[(character >> shift) & 0xF];
    }
    out += u'}';
}

bool is_lone_surrogate(std::u16string_view text, TextIndex index) {
    const char16_t c = text[index];
    if (c < 0xD800 || c > 0xDFFF) return false;
    if (c < 0xDC00) return index + 1 >= text.size() || (text[index + 1] & 0xFC00) != 0xDC00;
    return index == 0 || (text[index - 1] & 0xFC00) != 0xD800;
}

}  // namespace bichig::script
