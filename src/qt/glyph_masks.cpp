// Masks of glyphs, the least recently used of which go first, and those of runs, which are added up from them.
#include "qt/internal/glyph_masks.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include <QCache>
#include <QImage>
#include <QPainter>

namespace bichig::qt {

namespace {

constexpr int most_bytes = 2 * 1024 * 1024;  ///< of all masks of glyphs
constexpr double most_pixels = 1 << 20;      ///< of one mask
constexpr double largest = 128;              ///< pixels an em that masks of glyphs serve for: larger ones are few
constexpr int phases = 16;                   ///< places within a pixel that have a mask of their own

/// An image that is painted on again and again: each image that was ever painted on keeps what Qt made for that, more
/// than most words take, and making it takes longer than most words.
QImage& canvas_for(const QSize& size) {
    static QImage canvas;
    if (canvas.width() < size.width() || canvas.height() < size.height()) {
        canvas = QImage(size.expandedTo(canvas.size()), QImage::Format_ARGB32_Premultiplied);
    }
    return canvas;
}

/// Of what was painted in the corner of the canvas, without the empty pixels around it.
Mask mask_of_canvas(const QRect& pixels) {
    const QImage& canvas = canvas_for(pixels.size());
    const auto row = [&](int y) { return reinterpret_cast<const QRgb*>(canvas.constScanLine(y)); };
    QRect ink(QPoint(pixels.width(), pixels.height()), QPoint(-1, -1));
    for (int y = 0; y < pixels.height(); ++y) {
        for (int x = 0; x < pixels.width(); ++x) {
            if (row(y)[x] == 0) continue;
            ink.setCoords(std::min(ink.left(), x), std::min(ink.top(), y), std::max(ink.right(), x), y);
        }
    }
    if (!ink.isValid()) ink = QRect(0, 0, 1, 1);  // too fine to be seen
    Mask mask{ink.translated(pixels.topLeft()), {}};
    mask.covered.reserve(static_cast<std::size_t>(ink.width()) * ink.height());
    for (int y = ink.top(); y <= ink.bottom(); ++y) {
        for (int x = ink.left(); x <= ink.right(); ++x) mask.covered.push_back(static_cast<uchar>(qAlpha(row(y)[x])));
    }
    return mask;
}

Mask drawn(const QPainterPath& path, double stroke, const QTransform& to_pixels) {
    const double out = stroke * to_pixels.m11();
    const QRectF bounds = to_pixels.mapRect(path.controlPointRect()).adjusted(-out - 1, -out - 1, out + 1, out + 1);
    if (bounds.width() * bounds.height() > most_pixels) return {};
    const QRect pixels = bounds.toAlignedRect();
    QPainter painter(&canvas_for(pixels.size()));
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.fillRect(QRect(QPoint(), pixels.size()), Qt::transparent);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-pixels.topLeft());
    painter.setTransform(to_pixels, true);
    painter.fillPath(path, Qt::black);
    if (stroke > 0) painter.strokePath(path, QPen(Qt::black, stroke, Qt::SolidLine, Qt::SquareCap, Qt::RoundJoin));
    painter.end();
    return mask_of_canvas(pixels);
}

/// A mask and where its own pixel 0, 0 stands. It is shared, for others may push it out.
struct PlacedMask {
    std::shared_ptr<const Mask> mask;
    QPoint at;
};

PlacedMask placed(const GlyphRun& run, const RunGlyph& glyph, const QTransform& to_pixels) {
    static QCache<LookKey, std::shared_ptr<const Mask>> masks(most_bytes);
    const QPoint fine = (to_pixels.map(glyph.at) * phases).toPoint();
    const QPoint pixel(static_cast<int>(std::floor(fine.x() / double{phases})),
                       static_cast<int>(std::floor(fine.y() / double{phases})));
    const QPoint phase = fine - pixel * phases;
    LookKey key = run.glyph_look;
    key.add(glyph.id);
    key.add(static_cast<quint64>(phase.x() * phases + phase.y()));
    key.add(static_cast<quint64>(std::llround(to_pixels.m11() * 65536)));
    if (const auto* known = masks.object(key)) return {*known, pixel};
    const QTransform to_mask = run.to_page * QTransform::fromScale(to_pixels.m11(), to_pixels.m11()) *
                               QTransform::fromTranslate(phase.x() / double{phases}, phase.y() / double{phases});
    const auto made = std::make_shared<const Mask>(drawn(glyph.outline, 0, to_mask));
    masks.insert(key, new std::shared_ptr<const Mask>(made), made->bytes());
    return {made, pixel};
}

void add(const PlacedMask& from, Mask& to) {
    const QRect& pixels = from.mask->pixels;
    const QPoint corner = from.at + pixels.topLeft() - to.pixels.topLeft();
    for (int y = 0; y < pixels.height(); ++y) {
        const uchar* in = from.mask->covered.data() + static_cast<std::ptrdiff_t>(y) * pixels.width();
        uchar* out = to.covered.data() + static_cast<std::ptrdiff_t>(corner.y() + y) * to.pixels.width() + corner.x();
        for (int x = 0; x < pixels.width(); ++x) out[x] = static_cast<uchar>(std::min(255, out[x] + in[x]));
    }
}

}  // namespace

Mask mask_of(const GlyphRun& run, const QTransform& to_pixels) {
    const bool serves = run.stroke <= 0 && run.size * to_pixels.m11() <= largest;
    if (!serves) return drawn(run.path(), run.stroke, to_pixels);
    std::vector<PlacedMask> masks;
    masks.reserve(run.glyphs.size());
    Mask all;
    for (const RunGlyph& glyph : run.glyphs) {
        masks.push_back(placed(run, glyph, to_pixels));
        if (masks.back().mask->pixels.isEmpty()) return {};
        all.pixels |= masks.back().mask->pixels.translated(masks.back().at);
    }
    if (static_cast<double>(all.pixels.width()) * all.pixels.height() > most_pixels) return {};
    all.covered.resize(static_cast<std::size_t>(all.pixels.width()) * all.pixels.height());
    for (const PlacedMask& mask : masks) add(mask, all);
    return all;
}

}  // namespace bichig::qt
