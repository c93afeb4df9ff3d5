// Images of runs, the least recently used of which go first.
#include "qt/internal/run_images.h"

#include <algorithm>
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

constexpr int phases = 8;  ///< places within a pixel that have an image of their own

struct ImageKey {
    LookKey run;
    qint64 scale;
    int phase;
    QRgb colour;

    friend bool operator==(const ImageKey& a, const ImageKey& b) {
        return a.run == b.run && a.scale == b.scale && a.phase == b.phase && a.colour == b.colour;
    }
    friend uint qHash(const ImageKey& key, uint seed = 0) {
        const quint64 mixed = key.run.first ^ static_cast<quint64>(key.scale) * 31 ^ (quint64{key.colour} << 8) ^
                              static_cast<quint64>(key.phase) << 40;
        return static_cast<uint>(mixed ^ (mixed >> 32)) ^ seed;
    }
};

/// As much as a screen full of text takes, with room for one more.
int most_bytes() {
    constexpr double least = 4.0 * 1024 * 1024, most = 48.0 * 1024 * 1024;
    double pixels = 0;
    for (const QScreen* screen : QGuiApplication::screens()) {
        const double scale = screen->devicePixelRatio();
        pixels = std::max(pixels, scale * scale * screen->size().width() * screen->size().height());
    }
    return static_cast<int>(std::clamp(2 * pixels * sizeof(QRgb), least, most));
}

}  // namespace

bool paint_run_image(QPainter& painter, const GlyphRun& run, const QColor& colour) {
    const QTransform to_device = painter.deviceTransform();
    const QCoreApplication* application = QCoreApplication::instance();
    if (painter.paintEngine()->type() != QPaintEngine::Raster || to_device.type() > QTransform::TxScale ||
        std::abs(to_device.m11() - to_device.m22()) > 1e-9 || to_device.m11() <= 0 || application == nullptr ||
        QThread::currentThread() != application->thread()) {
        return false;
    }
    static QCache<ImageKey, RunImage> images(most_bytes());
    const double scale = to_device.m11();
    const QPointF at = to_device.map(run.anchor);
    const QPoint pixel(static_cast<int>(std::floor(at.x())), static_cast<int>(std::floor(at.y())));
    const QPoint phase = ((at - pixel) * phases).toPoint();
    const ImageKey key{run.look, std::llround(scale * 65536), phase.x() * (phases + 1) + phase.y(), colour.rgba()};
    RunImage* image = images.object(key);
    if (image == nullptr) {
        const QPointF shift = QPointF(phase) / phases - run.anchor * scale;
        image = new RunImage(image_of(run, colour, QTransform(scale, 0, 0, scale, shift.x(), shift.y())));
        const int bytes = image->image.bytesPerLine() * image->image.height();
        if (bytes == 0) {
            delete image;
            return false;
        }
        if (!images.insert(key, image, bytes)) return false;
    }
    // All that moves points is undone but what Qt adds behind the painter's own transform.
    const QTransform behind = painter.worldTransform().inverted() * to_device;
    painter.save();
    painter.setWorldTransform(QTransform::fromTranslate(pixel.x(), pixel.y()) * behind.inverted());
    painter.drawImage(image->corner, image->image);
    painter.restore();
    return true;
}

}  // namespace bichig::qt
