// Heads of images: kind, size, and what is refused.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <bichig/image/head.h>

namespace bichig::image {
namespace {

using namespace std::string_literals;

Result<Head> recognize(const std::string& bytes) { return read_head(bytes); }

const std::string png_head = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\1\2\0\0\0\x10\x8\2\0\0\0\0\0\0\0"s;
const std::string jpeg_head = "\xFF\xD8\xFF\xE0\0\4ab\xFF\xFF\xC2\0\x0B\x8\0\x30\1\x40\1\1\x11\0"s;

TEST(Head, PngStatesItsSize) {
    const auto image = recognize(png_head);
    ASSERT_TRUE(image);
    EXPECT_EQ(image->format, Format::png);
    EXPECT_EQ(image->width, 0x102u);
    EXPECT_EQ(image->height, 0x10u);
}

TEST(Head, JpegStatesItsSizeAfterOtherSegments) {
    const auto image = recognize(jpeg_head);
    ASSERT_TRUE(image);
    EXPECT_EQ(image->format, Format::jpeg);
    EXPECT_EQ(image->width, 0x140u);
    EXPECT_EQ(image->height, 0x30u);
}

TEST(Head, ResolutionIsThatOfPhysOrJfif) {
    const std::string metre = png_head + "\0\0\0\x09pHYs\0\0\x1D\x87\0\0\x0E\xC3\1\0\0\0\0"s;  // 192 and 96 to the inch
    const auto png = recognize(metre);
    ASSERT_TRUE(png);
    EXPECT_NEAR(png->resolution_across, 192, 0.1);
    EXPECT_NEAR(png->size().width.in_points(), 258 * 72.0 / 192, 0.1);
    EXPECT_NEAR(png->size().height.in_points(), 16 * 72.0 / 96, 0.1);
    const std::string frame = "\xFF\xC2\0\x0B\x8\0\x30\1\x40\1\1\x11\0"s;
    const auto jfif = [&](const std::string& density) {
        return recognize("\xFF\xD8\xFF\xE0\0\x10JFIF\0\1\1"s + density + "\0\0"s + frame)->resolution_across;
    };
    EXPECT_NEAR(jfif("\1\1\x2C\1\x2C"s), 300, 0.1);
    EXPECT_NEAR(jfif("\2\0\x76\0\x76"s), 299.7, 0.1);
    EXPECT_NEAR(jfif("\0\0\x76\0\x76"s), default_resolution, 0.1);  // a proportion alone
    EXPECT_NEAR(jfif("\1\0\1\0\1"s), default_resolution, 0.1);       // one pixel to the inch: nobody means that
}

TEST(Head, OrientationIsThatOfExif) {
    const std::string frame = "\xFF\xC2\0\x0B\x8\0\x30\1\x40\1\1\x11\0"s;
    const std::string big = "MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\6\0\0"s;
    const std::string little = "II*\0\x08\0\0\0\1\0\x12\1\3\0\1\0\0\0\6\0\0\0"s;
    for (const std::string& tiff : {big, little}) {
        const auto size = static_cast<char>(2 + 6 + tiff.size());
        const auto image = recognize("\xFF\xD8\xFF\xE1\0"s + size + "Exif\0\0"s + tiff + frame);
        ASSERT_TRUE(image);
        EXPECT_EQ(image->orientation, Orientation::quarter_turn);
        EXPECT_NEAR(image->size().width.in_points(), 0x30 * 0.75, 0.01);
        EXPECT_NEAR(image->size().height.in_points(), 0x140 * 0.75, 0.01);
    }
}

TEST(Head, OtherFormatsAreUnsupported) {
    for (const std::string& bytes : {""s, "GIF89a"s, "\x89PN"s, "\xFF\xD8"s, "<svg/>"s}) {
        const auto image = recognize(bytes);
        ASSERT_FALSE(image);
        EXPECT_EQ(image.error().code, ErrorCode::unsupported);
        EXPECT_FALSE(image.error().hint.empty());
    }
}

TEST(Head, CutHeadsAreInvalid) {
    for (std::size_t size = 8; size < png_head.size(); ++size) {
        ASSERT_FALSE(recognize(png_head.substr(0, size)));
        EXPECT_EQ(recognize(png_head.substr(0, size)).error().code, ErrorCode::invalid_input);
    }
    for (std::size_t size = 3; size < jpeg_head.size(); ++size) {
        ASSERT_FALSE(recognize(jpeg_head.substr(0, size))) << size;
        EXPECT_EQ(recognize(jpeg_head.substr(0, size)).error().code, ErrorCode::invalid_input);
    }
}

TEST(Head, ImpossibleSizesAreInvalid) {
    std::string empty = png_head;
    empty[18] = empty[19] = 0;
    EXPECT_FALSE(recognize(empty));
    std::string huge = png_head;
    huge[16] = '\x80';
    EXPECT_FALSE(recognize(huge));
    std::string flat = jpeg_head;
    flat[15] = 0;
    EXPECT_FALSE(recognize(flat));
}

TEST(Head, JpegWithDataBeforeItsFrameIsInvalid) {
    EXPECT_FALSE(recognize("\xFF\xD8\xFF\xDA\0\4ab\xFF\xC0\0\x0B\x8\0\x30\1\x40\1\1\x11\0"s));
    EXPECT_FALSE(recognize("\xFF\xD8\xFF\xE0\0\1ab\xFF\xC0\0\x0B\x8\0\x30\1\x40\1\1\x11\0"s));
}

TEST(Head, AnyBytesGiveAnAnswer) {
    rc::check([](const std::string& tail, bool png) {
        const auto image = recognize((png ? "\x89PNG\r\n\x1A\n"s : "\xFF\xD8\xFF"s) + tail);
        RC_ASSERT((image ? image->width > 0 && image->height > 0 : !image.error().message.empty()));
    });
}

}  // namespace
}  // namespace bichig::image
