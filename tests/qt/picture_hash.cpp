// The hash of a picture: cells, letters and distances.
#include "qt/picture_hash.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <QColor>

namespace widgets {

namespace {

constexpr int cell = 8;
constexpr char base64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr double levels = 63;

/// The mean of a channel over the pixels of a cell, 0 to 255.
double mean(const QImage& image, const QRect& where, int (*channel)(QRgb)) {
    double sum = 0;
    for (int y = where.top(); y <= where.bottom(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        for (int x = where.left(); x <= where.right(); ++x) sum += channel(line[x]);
    }
    return sum / (static_cast<double>(where.width()) * where.height());
}

char letter_of(double value) { return base64[static_cast<int>(std::lround(value / 255 * levels))]; }

}  // namespace

PictureHash::PictureHash(const QImage& picture, double ratio) {
    const QImage image = picture.convertToFormat(QImage::Format_RGB32);
    const int side = static_cast<int>(std::lround(cell * ratio));
    columns_ = (image.width() + side - 1) / side;
    rows_ = (image.height() + side - 1) / side;
    for (int row = 0; row < rows_; ++row) {
        for (int column = 0; column < columns_; ++column) {
            const QRect where = QRect(column * side, row * side, side, side) & image.rect();
            letters_ += letter_of(mean(image, where, qRed));
            letters_ += letter_of(mean(image, where, qGreen));
            letters_ += letter_of(mean(image, where, qBlue));
        }
    }
}

PictureHash::PictureHash(int columns, int rows, const QByteArray& given) {
    if (columns <= 0 || rows <= 0 || given.size() != 3 * columns * rows) return;
    columns_ = columns;
    rows_ = rows;
    letters_ = given;
}

int PictureHash::channel(int at) const {
    const char* found = std::find(std::begin(base64), std::end(base64) - 1, letters_.at(at));
    return static_cast<int>(found - std::begin(base64));
}

QString PictureHash::difference(const PictureHash& other) const {
    if (columns_ != other.columns_ || rows_ != other.rows_) {
        return QStringLiteral("it has %1 × %2 cells, not %3 × %4")
            .arg(columns_).arg(rows_).arg(other.columns_).arg(other.rows_);
    }
    double farthest = 0, sum = 0;
    int where = 0;
    for (int i = 0; i < letters_.size(); ++i) {
        const int steps = std::abs(channel(i) - other.channel(i));
        const double apart = steps / levels;
        if (steps > 1) sum += apart;  // one may be a matter of rounding
        if (apart <= farthest) continue;
        farthest = apart;
        where = i / 3;
    }
    const double all = sum / letters_.size();
    if (farthest <= cell_distance && all <= mean_distance) return {};
    return QStringLiteral("cells are up to %1 apart (at %2, %3), %4 in the mean")
        .arg(farthest, 0, 'f', 3).arg(where % columns_ * cell).arg(where / columns_ * cell).arg(all, 0, 'f', 5);
}

QImage PictureHash::image() const {
    QImage small(columns_, rows_, QImage::Format_RGB32);
    for (int i = 0; i < columns_ * rows_; ++i) {
        const auto value = [&](int at) { return static_cast<int>(channel(3 * i + at) / levels * 255); };
        small.setPixel(i % columns_, i / columns_, qRgb(value(0), value(1), value(2)));
    }
    return small.scaled(columns_ * cell, rows_ * cell);
}

}  // namespace widgets
