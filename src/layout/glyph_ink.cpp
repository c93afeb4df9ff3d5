// Turns the ink box of a glyph into its extent along the line.
#include "layout/internal/glyph_ink.h"

namespace bichig::layout::internal {

InkAlong ink_along(const shape::Run& run, const shape::Glyph& glyph) {
    if (glyph.id == 0) return {};
    const font::Ink ink = run.font.ink(glyph.id);
    if (ink.right <= ink.left || ink.top <= ink.bottom) return {};
    if (run.orientation != shape::Orientation::upright) return {ink.left + glyph.shift_x, ink.right + glyph.shift_x};
    const font::Metrics& metrics = run.font.metrics();
    const FontUnits top = metrics.central_baseline + FontUnits{metrics.units_per_em.count() / 2} - glyph.shift_y;
    return {top - ink.top, top - ink.bottom};
}

}  // namespace bichig::layout::internal
