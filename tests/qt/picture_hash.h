// Pictures of widgets as they are kept: a hash that other versions of a rasterizer leave as it is, but no other line,
// letter, mark or colour.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

namespace widgets {

/// The mean colour of each cell of 8 × 8 of Qt's pixels: from the left to the right, row for row, a letter of base64
/// for each of red, green and blue.
class PictureHash {
public:
    PictureHash() = default;
    /// `image` has so many pixels to one of Qt's.
    PictureHash(const QImage& image, double ratio);
    /// Of a row of the table: columns, rows, letters. Empty where it is none.
    PictureHash(int columns, int rows, const QByteArray& letters);

    int columns() const { return columns_; }
    int rows() const { return rows_; }
    const QByteArray& letters() const { return letters_; }
    bool is_empty() const { return letters_.isEmpty(); }

    /// What two hashes differ in, empty where they are of the same picture: no cell's colour may be farther from the
    /// other's than `cell_distance`, and all of them together not than `mean_distance`, where 1 is white from black.
    QString difference(const PictureHash& other) const;
    /// What is kept, to be looked at beside the picture.
    QImage image() const;

    static constexpr double cell_distance = 0.04;
    static constexpr double mean_distance = 0.0005;

private:
    int channel(int at) const;
    int columns_ = 0, rows_ = 0;
    QByteArray letters_;
};

}  // namespace widgets
