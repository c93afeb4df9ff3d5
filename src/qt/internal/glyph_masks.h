// Glyphs that were painted before, as masks: how much of each pixel they cover.
//
// The same few hundred glyphs make all words, so a word that is seen for the first time need not be filled from its
// outlines. Masks are added up before they are painted, as a filled path adds up its parts: where two letters meet
// within a pixel, what each covers of it is the whole.
#pragma once

#include <QColor>
#include <QImage>
#include <QPoint>

#include "qt/internal/glyph_run.h"

namespace bichig::qt {

struct RunImage {
    QImage image;
    QPoint corner;  ///< where it stands from pixel 0, 0
};

/// Paints `path` in one colour. A null image where it would be larger than a million pixels.
RunImage image_of(const QPainterPath& path, double stroke, const QColor& colour, const QTransform& to_pixels);

/// The same for a run, from masks; the place of each glyph is right within a 32nd of a pixel. `to_pixels` only scales
/// and moves. GUI thread.
RunImage image_of(const GlyphRun& run, const QColor& colour, const QTransform& to_pixels);

}  // namespace bichig::qt
