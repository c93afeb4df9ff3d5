// Images of runs, the least recently used of which go first.
#include "qt/internal/run_images.h"

#include <cmath>

#include <QCache>
#include <QCoreApplication>
#include <QImage>
#include <QPaintEngine>
#include <QPainter>
#include <QThread>

namespace bichig::qt {

namespace {

constexpr int most_bytes = 48 * 1024 * 1024;
constexpr double most_pixels = 1 << 20;  ///< of one image
constexpr int phases = 8;                ///< places within a pixel that have an image of their own

struct ImageKey {
    RunKey run;
    qint64 scale;
    int phase;
    QRgb colour;

    friend bool operator==(const ImageKey& a, const ImageKey& b) {
        return a.run.first == b.run.first && a.run.second == b.run.second && a.scale == b.scale && a.phase == b.phase &&
               a.colour == b.colour;
    }
    friend uint qHash(const ImageKey& key, uint seed = 0) {
        const quint64 mixed = key.run.first ^ static_cast<quint64>(key.scale) * 31 ^ (quint64{key.colour} << 8) ^
                              static_cast<quint64>(key.phase) << 40;
        return static_cast<uint>(mixed ^ (mixed >> 32)) ^ seed;
    }
};

struct RunImage {
    QImage image;
    QPoint corner;  ///< from the pixel of the anchor
};

RunImage* draw(const QPainterPath& path, double stroke, const QColor& colour, const QTransform& to_image) {
    const double out = stroke * to_image.m11();
    const QRectF bounds = to_image.mapRect(path.controlPointRect()).adjusted(-out - 1, -out - 1, out + 1, out + 1);
    if (bounds.width() * bounds.height() > most_pixels) return nullptr;
    const QRect pixels = bounds.toAlignedRect();
    auto* run = new RunImage{QImage(pixels.size(), QImage::Format_ARGB32_Premultiplied), pixels.topLeft()};
    run->image.fill(Qt::transparent);
    QPainter painter(&run->image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-pixels.topLeft());
    painter.setTransform(to_image, true);
    painter.fillPath(path, colour);
    if (stroke > 0) painter.strokePath(path, QPen(colour, stroke, Qt::SolidLine, Qt::SquareCap, Qt::RoundJoin));
    return run;
}

}  // namespace

void RunKey::add(quint64 value) {
    first = (first ^ value) * 0x100000001B3;
    second = (second + value) * 0xD6E8FEB86659FD93;
    second ^= second >> 32;
}

void RunKey::add(double value) {
    constexpr double fine = 4096;
    add(static_cast<quint64>(static_cast<qint64>(std::llround(value * fine))));
}

bool paint_run_image(QPainter& painter, const RunKey& key, const QPointF& anchor, const QPainterPath& path,
                     double stroke, const QColor& colour) {
    static QCache<ImageKey, RunImage> images(most_bytes);
    const QTransform to_device = painter.deviceTransform();
    const QCoreApplication* application = QCoreApplication::instance();
    if (painter.paintEngine()->type() != QPaintEngine::Raster || to_device.type() > QTransform::TxScale ||
        std::abs(to_device.m11() - to_device.m22()) > 1e-9 || to_device.m11() <= 0 || application == nullptr ||
        QThread::currentThread() != application->thread()) {
        return false;
    }
    const double scale = to_device.m11();
    const QPointF at = to_device.map(anchor);
    const QPoint pixel(static_cast<int>(std::floor(at.x())), static_cast<int>(std::floor(at.y())));
    const QPoint phase = ((at - pixel) * phases).toPoint();
    const ImageKey image_key{key, std::llround(scale * 65536), phase.x() * (phases + 1) + phase.y(), colour.rgba()};
    RunImage* run = images.object(image_key);
    if (run == nullptr) {
        const QPointF shift = QPointF(phase) / phases - anchor * scale;
        run = draw(path, stroke, colour, QTransform(scale, 0, 0, scale, shift.x(), shift.y()));
        if (run == nullptr) return false;
        const int bytes = run->image.bytesPerLine() * run->image.height();
        if (!images.insert(image_key, run, bytes)) return false;
    }
    // All that moves points is undone but what Qt adds behind the painter's own transform.
    const QTransform behind = painter.worldTransform().inverted() * to_device;
    painter.save();
    painter.setWorldTransform(QTransform::fromTranslate(pixel.x(), pixel.y()) * behind.inverted());
    painter.drawImage(run->corner, run->image);
    painter.restore();
    return true;
}

}  // namespace bichig::qt
