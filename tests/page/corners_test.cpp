// Where the corners of the stored rows of an image go, for each value of the Exif tag Orientation.
#include <gtest/gtest.h>

#include <bichig/page/image.h>

namespace bichig::page {
namespace {

/// Corners of a box at (0, 0) of 2 × 1 pt: "left/right, top/foot".
std::string corner(PhysicalPoint point) {
    return std::string{point.x == Length{} ? "l" : "r"} + (point.y == Length{} ? "t" : "f");
}

std::string of(int orientation) {
    const PhysicalRect box{{}, {Length::points(2), Length::points(1)}};
    const ImageCorners made = corners(box, static_cast<image::Orientation>(orientation));
    return corner(made.first) + " " + corner(made.row_end) + " " + corner(made.last_row);
}

/// Exif 2.32, 4.6.4: the tag says which side the first row and the first column are on.
TEST(Corners, AreWhereExifPutsRowsAndColumns) {
    EXPECT_EQ(of(1), "lt rt lf");
    EXPECT_EQ(of(2), "rt lt rf");
    EXPECT_EQ(of(3), "rf lf rt");
    EXPECT_EQ(of(4), "lf rf lt");
    EXPECT_EQ(of(5), "lt lf rt");
    EXPECT_EQ(of(6), "rt rf lt");
    EXPECT_EQ(of(7), "rf rt lf");
    EXPECT_EQ(of(8), "lf lt rf");
}

}  // namespace
}  // namespace bichig::page
