// Room outside brackets and quotation marks that stand beside Mongolian: see layout::MarkSpacing.
#pragma once

#include <string_view>
#include <vector>

#include <bichig/shape/shaper.h>

namespace bichig::layout::internal {

/// Room to add on the outer side of a mark; less than none where its glyph has more room built in than is wanted.
struct MarkRoom {
    std::uint32_t glyph = 0;  ///< first glyph of an opening mark, last one of a closing mark
    bool opens = false;       ///< the outer side is before the glyph, else after it
    Length inside;            ///< within a line
    Length at_edge;           ///< where the line begins or ends with the mark; not more than `inside`
};

/// The marks of a text that are given room or stripped of it, by glyph. `data/mark_spacing` has the figures.
std::vector<MarkRoom> find_mark_rooms(std::u16string_view text, const shape::ShapedText& shaped);

}  // namespace bichig::layout::internal
