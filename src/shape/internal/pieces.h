// Pieces of text as HarfBuzz shapes them: a word, a space, an ideograph.
#pragma once

#include <string_view>
#include <vector>

#include <hb.h>

#include <bichig/shape/shaper.h>

namespace bichig::shape::internal {

/// What besides the characters decides how a piece is shaped.
struct Context {
    std::uintptr_t font = 0;
    Orientation orientation = Orientation::sideways;
    text::Script script = text::common;
    hb_language_t language = HB_LANGUAGE_INVALID;
    bool operator==(const Context&) const = default;
};

/// Appends the glyphs of `piece` by the font's own rules; clusters count from its start. At least one glyph is
/// appended; the first has cluster 0.
void shape_piece(hb_buffer_t* buffer, std::u16string_view piece, const Context& context, const font::Font& font,
                 std::vector<Glyph>& out);

}  // namespace bichig::shape::internal
