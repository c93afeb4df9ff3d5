// Where the ink of a glyph lies along its line: how marks and runs know the room that a face has built in.
#pragma once

#include <bichig/shape/shaper.h>

namespace bichig::layout::internal {

/// From where to where a glyph is drawn along the line, from its pen, in font units; both zero where it draws nothing.
struct InkAlong {
    FontUnits begin;
    FontUnits end;
    bool blank() const { return begin == end; }
};

InkAlong ink_along(const shape::Run& run, const shape::Glyph& glyph);

}  // namespace bichig::layout::internal
