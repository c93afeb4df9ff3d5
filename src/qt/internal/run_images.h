// Runs of glyphs that were painted before, as images: on the screen the same lines are painted again and again, by
// every key, by every blink of the caret, and an image costs a tenth of a path.
#pragma once

#include <QColor>
#include <QPainterPath>
#include <QPointF>

class QPainter;

namespace bichig::qt {

/// What runs look like: two hashes of their glyphs, their size and where each stands from the first.
struct RunKey {
    quint64 first = 0xCBF29CE484222325;
    quint64 second = 0x9E3779B97F4A7C15;

    void add(quint64 value);
    void add(double value);  ///< as far as it can be seen
    bool is_set() const { return first != RunKey{}.first; }
};

/// Paints a run from its image, which is made where there is none, with its place within an eighth of a pixel. False,
/// and nothing is painted, where that does not serve: on printers and in PDF, turned, on other threads, very large.
/// `anchor` is a point of the run that moves with it, `path` its outline, `stroke` the line along it.
bool paint_run_image(QPainter& painter, const RunKey& key, const QPointF& anchor, const QPainterPath& path,
                     double stroke, const QColor& colour);

}  // namespace bichig::qt
