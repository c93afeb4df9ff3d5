// Short numbers that stand upright across a vertical line, as one character ("tate-chu-yoko").
#pragma once

#include <string_view>
#include <vector>

#include <hb.h>

#include <bichig/shape/shaper.h>

namespace bichig::shape::internal {

/// One past the number at `begin` if it may stand upright in a vertical line; else `begin`. `span` is the range it lies
/// in that has one look; what another span touches it with is no part of it, so that a note mark after a word stands.
/// Digits that touch it from outside are, unless the span is `apart`.
///
/// It has at most Span::combine_digits digits of ASCII and is a whole number by itself: no part of a decimal, a date,
/// a range, an amount or a name ("2.5", "10:30", "3-4", "5%", "A4"), and no letter touches it. Space, Mongolian and
/// Chinese marks, brackets, ideographs and a suffix after U+202F may. `script` is that of the text around it: numbers
/// among Latin or Cyrillic words lie with them.
TextIndex upright_number_end(std::u16string_view text, TextIndex begin, TextRange span, text::Script script,
                             unsigned most_digits, bool apart = false);

/// Appends the glyphs of the number `digits` side by side, in one cluster of one em that begins at 0. The size that
/// they are to be set in, as a share of the size of the text: 1 unless they are wider than the line allows and the
/// font has no narrow forms (OpenType `hwid`, `twid`, `qwid`).
double shape_upright_number(hb_buffer_t* buffer, std::u16string_view digits, const font::Font& font,
                            std::vector<Glyph>& out);

}  // namespace bichig::shape::internal
