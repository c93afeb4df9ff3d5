// Masks of runs, the least recently used of which go first.
#include "qt/internal/run_masks.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QCache>
#include <QGuiApplication>
#include <QPaintEngine>
#include <QPainter>
#include <QScreen>
#include <QThread>

#include "qt/internal/glyph_masks.h"

namespace bichig::qt {

namespace {

constexpr int phases = 8;  ///< places within a pixel that have a mask of their own

/// Somewhat more than two screens full of text take.
int most_bytes() {
    constexpr double least = 2.0 * 1024 * 1024, most = 24.0 * 1024 * 1024;
    double pixels = 0;
    for (const QScreen* screen : QGuiApplication::screens()) {
        const double scale = screen->devicePixelRatio();
        pixels = std::max(pixels, scale * scale * screen->size().width() * screen->size().height());
    }
    return static_cast<int>(std::clamp(2 * pixels, least, most));
}

/// The colour as each pixel has it, by how much of it is covered.
std::array<QRgb, 256> shades_of(QRgb colour) {
    std::array<QRgb, 256> shades;
    for (int covered = 0; covered < 256; ++covered) {
        shades[static_cast<std::size_t>(covered)] =
            qPremultiply((colour & 0xFFFFFF) | static_cast<QRgb>((qAlpha(colour) * covered + 127) / 255) << 24);
    }
    return shades;
}

/// The mask in a colour, in the corner of an image that is used again and again.
const QImage& coloured(const Mask& mask, QRgb colour) {
    static QRgb last = 0;
    static std::array<QRgb, 256> shades = shades_of(last);
    static QImage image;
    if (colour != last) shades = shades_of(last = colour);
    if (image.width() < mask.pixels.width() || image.height() < mask.pixels.height()) {
        image = QImage(mask.pixels.size().expandedTo(image.size()), QImage::Format_ARGB32_Premultiplied);
    }
    const uchar* covered = mask.covered.data();
    for (int y = 0; y < mask.pixels.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < mask.pixels.width(); ++x) row[x] = shades[*covered++];
    }
    return image;
}

/// The mask of a run, for the pixel at 0, 0 and a place in it in eighths; null where there can be none.
const Mask* kept_mask(const GlyphRun& run, double scale, QPoint phase) {
    static QCache<LookKey, Mask> masks(most_bytes());
    LookKey key = run.look;
    key.add(static_cast<quint64>(std::llround(scale * 65536)));
    key.add(static_cast<quint64>(phase.x() * (phases + 1) + phase.y()));
    if (const Mask* known = masks.object(key)) return known;
    const QPointF shift = QPointF(phase) / phases - run.anchor * scale;
    auto* made = new Mask(mask_of(run, QTransform(scale, 0, 0, scale, shift.x(), shift.y())));
    if (made->pixels.isEmpty()) {
        delete made;
        return nullptr;
    }
    return masks.insert(key, made, made->bytes()) ? made : nullptr;  // else the cache has deleted it
}

}  // namespace

bool paint_by_mask(QPainter& painter, const GlyphRun& run, const QColor& colour) {
    const QTransform to_device = painter.deviceTransform();
    const QCoreApplication* application = QCoreApplication::instance();
    if (painter.paintEngine()->type() != QPaintEngine::Raster || to_device.type() > QTransform::TxScale ||
        std::abs(to_device.m11() - to_device.m22()) > 1e-9 || to_device.m11() <= 0 || application == nullptr ||
        QThread::currentThread() != application->thread()) {
        return false;
    }
    const QPointF at = to_device.map(run.anchor);
    const QPoint pixel(static_cast<int>(std::floor(at.x())), static_cast<int>(std::floor(at.y())));
    const Mask* mask = kept_mask(run, to_device.m11(), ((at - pixel) * phases).toPoint());
    if (mask == nullptr) return false;
    // All that moves points is undone but what Qt adds behind the painter's own transform.
    const QTransform behind = painter.worldTransform().inverted() * to_device;
    painter.save();
    painter.setWorldTransform(QTransform::fromTranslate(pixel.x(), pixel.y()) * behind.inverted());
    painter.drawImage(mask->pixels.topLeft(), coloured(*mask, colour.rgba()), QRect(QPoint(), mask->pixels.size()));
    painter.restore();
    return true;
}

}  // namespace bichig::qt
