// Tells spaces, ideographs and marks that can be squeezed apart, glyph by glyph.
#include "layout/internal/glyph_class.h"
#include "layout/internal/soft_hyphen.h"

#include <algorithm>

#include <bichig/base/utf.h>

namespace bichig::layout::internal {

namespace {

constexpr char32_t ideographic_space = 0x3000;

constexpr bool is_connector(char32_t c) { return c == 0x180E || c == 0x202F; }

bool hangs(char32_t c) {
    return c == U' ' || (c >= U'\t' && c <= U'\r') || c == 0x85 || (c >= 0x2000 && c <= 0x200A && c != 0x2007) ||
           c == 0x2028 || c == 0x2029 || c == 0x205F || c == ideographic_space;
}

/// Letters and digits, as far as Chinese lines ask: what may have room beside it where an ideograph stands next to it.
/// Marks are told apart by their blocks, since a wrong guess only leaves out one place among many.
bool is_letter_or_digit(char32_t c) {
    if (c < 0x80) return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
    const bool latin_sign = c < 0xC0 || c == 0xD7 || c == 0xF7;
    const bool mongolian_mark = c >= 0x1800 && c < 0x1810;
    return !latin_sign && !mongolian_mark && c < 0x2000;
}

/// The character that glyph number `g` shows: the first of its cluster that is no zero-width space, as these leave no
/// glyph and may go with the one after them.
char32_t shown_character(std::u16string_view text, const shape::ShapedText& shaped, std::uint32_t g) {
    constexpr char16_t zero_width_space = 0x200B;
    TextIndex at = shaped.glyphs[g].cluster;
    if (text[at] == zero_width_space) {
        const std::size_t end = g + 1 < shaped.glyphs.size() ? shaped.glyphs[g + 1].cluster : text.size();
        while (at + 1 < end && text[at] == zero_width_space) ++at;
    }
    return code_point_at(text, at).value;
}

/// Whether `c` and another one after it are the halves of one dash or one ellipsis (GB/T 15834-2011, 4.10 and 4.11).
bool is_half(char32_t c) { return c == 0x2014 || c == 0x2026; }

/// The empty half of a full-width quotation mark.
text::Squeeze quotation_side(char32_t c) {
    if (c == 0x2018 || c == 0x201C) return text::Squeeze::start;
    if (c == 0x2019 || c == 0x201D) return text::Squeeze::end;
    return text::Squeeze::none;
}

/// The ink of the glyph asked for last: a row of equal marks asks the font once.
struct LastInk {
    font::GlyphId glyph = 0;
    font::Ink ink;
};

/// Sets what a full-width mark can give up: half an em on its empty sides, but never room that its ink takes, for fonts
/// differ in where a mark stands in its em. `last` belongs to the run.
void set_squeeze(GlyphClass& known, const shape::Glyph& glyph, const shape::Run& run, text::Squeeze side,
                 LastInk& last) {
    if (side == text::Squeeze::none || glyph.id == 0) return;
    const font::Metrics& metrics = run.font.metrics();
    const std::int64_t em = metrics.units_per_em.count();
    if (last.glyph != glyph.id) last = {glyph.id, run.font.ink(glyph.id)};
    const font::Ink& ink = last.ink;
    const bool upright = run.orientation == shape::Orientation::upright;
    const std::int64_t top = metrics.central_baseline.count() + em / 2;
    const std::int64_t kept = em / 20;
    const std::int64_t free_before = (upright ? top - ink.top.count() : ink.left.count()) - kept;
    const std::int64_t free_after =
        (upright ? ink.bottom.count() - (top - em) : glyph.advance.count() - ink.right.count()) - kept;
    std::int64_t before = 0;
    std::int64_t after = 0;
    switch (side) {
        case text::Squeeze::start: before = em / 2; break;
        case text::Squeeze::end: after = em / 2; break;
        case text::Squeeze::both: before = em / 4; break;
        case text::Squeeze::none: break;
    }
    before = std::clamp<std::int64_t>(before, 0, std::max<std::int64_t>(free_before, 0));
    if (side == text::Squeeze::both) after = em / 2 - before;
    after = std::clamp<std::int64_t>(after, 0, std::max<std::int64_t>(free_after, 0));
    known.give_before = to_length(FontUnits{before}, metrics.units_per_em, run.size);
    known.give_after = to_length(FontUnits{after}, metrics.units_per_em, run.size);
}

}  // namespace

std::vector<GlyphClass> classify(std::u16string_view text, const shape::ShapedText& shaped) {
    std::vector<GlyphClass> classes(shaped.glyphs.size());
    for (const shape::Run& run : shaped.runs) {
        const FontUnits space = run.font.advance(run.font.glyph(U' '));
        LastInk last;
        const bool may_be_wide = run.orientation != shape::Orientation::sideways || run.script == text::han;
        for (std::uint32_t g = run.glyph_begin; g < run.glyph_end; ++g) {
            GlyphClass& known = classes[g];
            const shape::Glyph& glyph = shaped.glyphs[g];
            if (g > run.glyph_begin && shaped.glyphs[g - 1].cluster == glyph.cluster) {
                known.part = Part::later;
                continue;
            }
            const char32_t c = shown_character(text, shaped, g);
            known.trailing = hangs(c);
            known.with_next = is_half(c) && glyph.cluster + 1 < text.size() && text[glyph.cluster + 1] == c;
            if (c == U'\t') {
                known.part = Part::tab;
            } else if (c == soft_hyphen) {
                known.part = Part::soft_hyphen;
            } else if (is_connector(c)) {
                // The wide form before a suffix is a space; the narrow one before a final a or e is next to nothing.
                if (glyph.advance.count() * 2 >= space.count()) known.part = Part::space;
            } else if (text::is_stretchable_space(c)) {
                known.part = Part::space;
            } else if (is_letter_or_digit(c)) {
                known.part = Part::letter;
            } else if (may_be_wide && text::is_han_like(c)) {
                known.part = Part::ideograph;
                const bool upright = run.orientation == shape::Orientation::upright;
                set_squeeze(known, glyph, run, text::squeeze_side(c, upright), last);
            } else if (run.script == text::han && glyph.advance == run.font.metrics().units_per_em) {
                // Quotation marks, dashes and dots of a Chinese face are as wide as its ideographs.
                known.part = Part::ideograph;
                set_squeeze(known, glyph, run, quotation_side(c), last);
            }
        }
    }
    return classes;
}

}  // namespace bichig::layout::internal
