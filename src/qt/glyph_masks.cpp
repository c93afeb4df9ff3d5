// Masks of glyphs, the least recently used of which go first, and images of runs that are added up from them.
#include "qt/internal/glyph_masks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <vector>

#include <QCache>
#include <QPainter>

namespace bichig::qt {

namespace {

constexpr int most_bytes = 4 * 1024 * 1024;  ///< of all masks
constexpr double most_pixels = 1 << 20;      ///< of one image
constexpr double largest = 128;              ///< pixels an em that masks serve for: larger glyphs are few
constexpr int phases = 16;                   ///< places within a pixel that have a mask of their own

struct Mask {
    QRect pixels;
    std::vector<uchar> covered;  ///< 0 to 255, row by row
};

/// An image that is painted on again and again: each image that was ever painted on keeps what Qt made for that, more
/// than most runs take, and making it takes longer than most runs.
QImage& canvas_for(const QSize& size) {
    static QImage canvas;
    if (canvas.width() < size.width() || canvas.height() < size.height()) {
        canvas = QImage(size.expandedTo(canvas.size()), QImage::Format_ARGB32_Premultiplied);
    }
    return canvas;
}

/// Paints on the canvas, in its corner; which pixels these are. Empty, and nothing is painted, where they are too many.
QRect paint_on_canvas(const QPainterPath& path, double stroke, const QColor& colour, const QTransform& to_pixels) {
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
    painter.fillPath(path, colour);
    if (stroke > 0) painter.strokePath(path, QPen(colour, stroke, Qt::SolidLine, Qt::SquareCap, Qt::RoundJoin));
    return pixels;
}

Mask* drawn(const QPainterPath& outline, const QTransform& to_pixels) {
    auto* mask = new Mask{paint_on_canvas(outline, 0, Qt::black, to_pixels), {}};
    const QImage& canvas = canvas_for(mask->pixels.size());
    mask->covered.reserve(static_cast<std::size_t>(mask->pixels.width()) * mask->pixels.height());
    for (int y = 0; y < mask->pixels.height(); ++y) {
        const auto* row = reinterpret_cast<const QRgb*>(canvas.constScanLine(y));
        for (int x = 0; x < mask->pixels.width(); ++x) mask->covered.push_back(static_cast<uchar>(qAlpha(row[x])));
    }
    return mask;
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
    const std::shared_ptr<const Mask> made(drawn(glyph.outline, to_mask));
    masks.insert(key, new std::shared_ptr<const Mask>(made), static_cast<int>(made->covered.size() + sizeof(Mask)));
    return {made, pixel};
}

void add(const PlacedMask& from, const QRect& pixels, std::vector<uchar>& covered) {
    const QRect& mask = from.mask->pixels;
    const QPoint corner = from.at + mask.topLeft() - pixels.topLeft();
    for (int y = 0; y < mask.height(); ++y) {
        const uchar* in = from.mask->covered.data() + static_cast<std::ptrdiff_t>(y) * mask.width();
        uchar* out = covered.data() + static_cast<std::ptrdiff_t>(corner.y() + y) * pixels.width() + corner.x();
        for (int x = 0; x < mask.width(); ++x) out[x] = static_cast<uchar>(std::min(255, out[x] + in[x]));
    }
}

/// The colour as each pixel has it, by how much of it is covered.
std::array<QRgb, 256> shades_of(const QColor& colour) {
    std::array<QRgb, 256> shades;
    for (int covered = 0; covered < 256; ++covered) {
        shades[static_cast<std::size_t>(covered)] =
            qPremultiply(qRgba(colour.red(), colour.green(), colour.blue(), (colour.alpha() * covered + 127) / 255));
    }
    return shades;
}

RunImage coloured(const std::vector<uchar>& covered, const QRect& pixels, const QColor& colour) {
    static QColor last;
    static std::array<QRgb, 256> shades;
    if (colour != last) shades = shades_of(last = colour);
    RunImage run{QImage(pixels.size(), QImage::Format_ARGB32_Premultiplied), pixels.topLeft()};
    const uchar* in = covered.data();
    for (int y = 0; y < pixels.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(run.image.scanLine(y));
        for (int x = 0; x < pixels.width(); ++x) row[x] = shades[*in++];
    }
    return run;
}

}  // namespace

RunImage image_of(const QPainterPath& path, double stroke, const QColor& colour, const QTransform& to_pixels) {
    const QRect pixels = paint_on_canvas(path, stroke, colour, to_pixels);
    if (pixels.isEmpty()) return {};
    return {canvas_for(pixels.size()).copy(QRect(QPoint(), pixels.size())), pixels.topLeft()};
}

RunImage image_of(const GlyphRun& run, const QColor& colour, const QTransform& to_pixels) {
    const bool serves = run.stroke <= 0 && run.size * to_pixels.m11() <= largest;
    if (!serves) return image_of(run.path(), run.stroke, colour, to_pixels);
    std::vector<PlacedMask> masks;
    masks.reserve(run.glyphs.size());
    QRect pixels;
    for (const RunGlyph& glyph : run.glyphs) {
        masks.push_back(placed(run, glyph, to_pixels));
        if (masks.back().mask->pixels.isEmpty()) return {};
        pixels |= masks.back().mask->pixels.translated(masks.back().at);
    }
    if (static_cast<double>(pixels.width()) * pixels.height() > most_pixels) return {};
    std::vector<uchar> covered(static_cast<std::size_t>(pixels.width()) * pixels.height());
    for (const PlacedMask& mask : masks) add(mask, pixels, covered);
    return coloured(covered, pixels, colour);
}

}  // namespace bichig::qt
