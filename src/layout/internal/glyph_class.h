// What line setting needs to know of each glyph: is it a space, an ideograph, a mark that can be squeezed.
#pragma once

#include <string_view>
#include <vector>

#include <bichig/shape/shaper.h>
#include <bichig/text/analysis.h>

namespace bichig::layout::internal {

/// The part a glyph plays in its line.
enum class Part : std::uint8_t {
    other,        ///< signs
    letter,       ///< letters and digits of ordinary width
    space,        ///< a space or a wide separator: stretches
    ideograph,    ///< a full-width character: room may go between two of them
    tab,          ///< leads to the next tab stop
    soft_hyphen,  ///< U+00AD: without width, unless a line breaks there
    later         ///< a later glyph of a cluster
};

/// A glyph as line setting sees it.
struct GlyphClass {
    Part part = Part::other;
    bool trailing = false;    ///< white space that hangs at the end of a line
    bool with_next = false;   ///< first half of a dash or an ellipsis: no room goes between the halves
    Length give_before;       ///< how much of its room a full-width mark can give up at its start
    Length give_after;        ///< and at its end; together half an em at the most
    Length give() const { return give_before + give_after; }

    /// What the glyph says about its line: 1 that it is Chinese, -1 that it is not.
    int weight() const {
        if (part == Part::ideograph) return 1;
        return part == Part::other || part == Part::letter ? -1 : 0;
    }
};

/// The classes of all glyphs of a shaped text.
std::vector<GlyphClass> classify(std::u16string_view text, const shape::ShapedText& shaped);

}  // namespace bichig::layout::internal
