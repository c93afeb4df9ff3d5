// What line setting needs to know of each glyph: is it a space, an ideograph, a mark that can be squeezed.
#pragma once

#include <string_view>
#include <vector>

#include <bichig/shape/shaper.h>
#include <bichig/text/analysis.h>

namespace bichig::layout::internal {

/// The part a glyph plays in its line.
enum class Part : std::uint8_t {
    other,      ///< letters, signs
    space,      ///< a space or a wide separator: stretches
    ideograph,  ///< a full-width character: room may go between two of them
    tab,        ///< takes up the room that is left in its line
    later       ///< a later glyph of a cluster
};

/// A glyph as line setting sees it.
struct GlyphClass {
    Part part = Part::other;
    Length give_before;  ///< how much of its room a full-width mark can give up at its start
    Length give_after;   ///< and at its end; together half an em at the most
    Length give() const { return give_before + give_after; }
    bool trailing = false;  ///< U+0020 or U+3000-like white space that hangs at the end of a line
};

/// The classes of all glyphs of a shaped text.
std::vector<GlyphClass> classify(std::u16string_view text, const shape::ShapedText& shaped);

}  // namespace bichig::layout::internal
