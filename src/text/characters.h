// Properties of single characters that more than one phase asks for, with shortcuts for what fills most texts.
#pragma once

#include <algorithm>

#include <unicode/uchar.h>

#include <text/generated/kinsoku.h>

namespace bichig::text {

/// Letters of the basic Mongolian, Todo, Sibe, Manchu and Ali Gali sets without a gap or a mark among them.
constexpr bool is_plain_mongolian_letter(char32_t c) { return c >= 0x1820 && c <= 0x1878; }

constexpr bool is_plain_ideograph(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

constexpr bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// Digits that a Mongolian font has: European and Mongolian ones.
constexpr bool is_digit_of_mongolian_text(char32_t c) { return is_ascii_digit(c) || (c >= 0x1810 && c <= 0x1819); }

/// MVS and NNBSP.
constexpr bool is_connector(char32_t c) {
    return std::find(generated::connectors.begin(), generated::connectors.end(), c) != generated::connectors.end();
}

/// White space that does not end a paragraph and is no connector; the zero-width space is one, too.
constexpr bool is_blank(char32_t c) {
    return c == 0x20 || c == 0x09 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x205F ||
           c == 0x3000;
}

constexpr bool is_no_break_space(char32_t c) { return c == 0xA0 || c == 0x2007; }

/// Characters that belong to the one before them: combining marks, selectors, ZWJ (UAX #29, GB9 and GB9a).
inline bool extends_previous(char32_t c) {
    if (c < 0x300 || is_plain_mongolian_letter(c) || is_plain_ideograph(c)) return false;
    const auto value = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_GRAPHEME_CLUSTER_BREAK);
    return value == U_GCB_EXTEND || value == U_GCB_SPACING_MARK || value == U_GCB_ZWJ;
}

/// East_Asian_Width F, W or H: characters that Chinese and Japanese set on a grid.
inline bool is_east_asian(char32_t c) {
    if (c < 0x1100) return false;
    if (is_plain_ideograph(c)) return true;
    const auto value = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
    return value == U_EA_FULLWIDTH || value == U_EA_WIDE || value == U_EA_HALFWIDTH;
}

/// CJK marks (U+3000–303F) and full- and half-width forms (U+FF00–FFEF), letters among them included.
constexpr bool is_cjk_mark_or_form(char32_t c) { return (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF); }

}  // namespace bichig::text
