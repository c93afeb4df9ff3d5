// Runs of glyphs that were painted before, as masks: on the screen the same lines are painted again and again, by every
// key, by every blink of the caret, and a mask costs a fiftieth of a path.
#pragma once

#include <QColor>

#include "qt/internal/glyph_run.h"

class QPainter;

namespace bichig::qt {

/// Paints a run through its mask, which is made where there is none, with its place within an eighth of a pixel. False,
/// and nothing is painted, where that does not serve: on printers and in PDF, turned, on other threads, very large.
bool paint_by_mask(QPainter& painter, const GlyphRun& run, const QColor& colour);

}  // namespace bichig::qt
