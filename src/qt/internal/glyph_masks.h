// Glyphs that were painted before, as masks: how much of each pixel they cover.
//
// The same few hundred glyphs make all words, so a word that is seen for the first time need not be filled from its
// outlines. Masks are added up before they are painted, as a filled path adds up its parts: where two letters meet
// within a pixel, what each covers of it is the whole.
#pragma once

#include <vector>

#include <QRect>

#include "qt/internal/glyph_run.h"

namespace bichig::qt {

/// Value.
struct Mask {
    QRect pixels;                ///< where it stands; empty, where it would have more than a million of them
    std::vector<uchar> covered;  ///< of each pixel, row by row: 0 to 255

    int bytes() const { return static_cast<int>(sizeof *this + covered.capacity()); }
};

/// The mask of a run, in which the place of each glyph is right within a 32nd of a pixel. `to_pixels` only scales and
/// moves. GUI thread.
Mask mask_of(const GlyphRun& run, const QTransform& to_pixels);

}  // namespace bichig::qt
