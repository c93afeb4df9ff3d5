// How a soft hyphen (U+00AD) is drawn where a line breaks at it.
#pragma once

#include <string_view>

#include <bichig/shape/shaper.h>

namespace bichig::layout::internal {

constexpr char16_t soft_hyphen = 0x00AD;

/// Whether the soft hyphen at `index` stands before a Mongolian letter: there the hyphen opens the second line, as
/// U+1806 does, and does not close the first.
inline bool opens_line(std::u16string_view text, TextIndex index) {
    const auto is_letter = [](char16_t c) { return c >= 0x1820 && c <= 0x18AA; };
    return index + 1 < text.size() && text[index] == soft_hyphen && is_letter(text[index + 1]);
}

/// The glyph that shows it in `font`; 0 where the font has no hyphen.
inline font::GlyphId hyphen_glyph(const font::Font& font, bool opens) {
    constexpr char32_t todo_hyphen = 0x1806;
    constexpr char32_t hyphen = 0x2010;
    font::GlyphId glyph = opens ? font.glyph(todo_hyphen) : 0;
    if (glyph == 0) glyph = font.glyph(hyphen);
    return glyph != 0 ? glyph : font.glyph(U'-');
}

}  // namespace bichig::layout::internal
