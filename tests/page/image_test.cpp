// Heads of images: kind, size, and what is refused.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <bichig/page/image.h>

namespace bichig::page {
namespace {

using namespace std::string_literals;

Result<ImageData> recognize(std::string bytes) {
    return recognize_image(std::make_shared<const std::string>(std::move(bytes)));
}

const std::string png_head = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\1\2\0\0\0\x10\x8\2\0\0\0\0\0\0\0"s;
const std::string jpeg_head = "\xFF\xD8\xFF\xE0\0\4ab\xFF\xFF\xC2\0\x0B\x8\0\x30\1\x40\1\1\x11\0"s;

TEST(Image, PngStatesItsSize) {
    const auto image = recognize(png_head);
    ASSERT_TRUE(image);
    EXPECT_EQ(image->format, ImageData::Format::png);
    EXPECT_EQ(image->width, 0x102u);
    EXPECT_EQ(image->height, 0x10u);
    EXPECT_EQ(*image->bytes, png_head);
}

TEST(Image, JpegStatesItsSizeAfterOtherSegments) {
    const auto image = recognize(jpeg_head);
    ASSERT_TRUE(image);
    EXPECT_EQ(image->format, ImageData::Format::jpeg);
    EXPECT_EQ(image->width, 0x140u);
    EXPECT_EQ(image->height, 0x30u);
}

TEST(Image, OtherFormatsAreUnsupported) {
    for (const std::string& bytes : {""s, "GIF89a"s, "\x89PN"s, "\xFF\xD8"s, "<svg/>"s}) {
        const auto image = recognize(bytes);
        ASSERT_FALSE(image);
        EXPECT_EQ(image.error().code, ErrorCode::unsupported);
        EXPECT_FALSE(image.error().hint.empty());
    }
}

TEST(Image, CutHeadsAreInvalid) {
    for (std::size_t size = 8; size < png_head.size(); ++size) {
        ASSERT_FALSE(recognize(png_head.substr(0, size)));
        EXPECT_EQ(recognize(png_head.substr(0, size)).error().code, ErrorCode::invalid_input);
    }
    for (std::size_t size = 3; size < jpeg_head.size(); ++size) {
        ASSERT_FALSE(recognize(jpeg_head.substr(0, size))) << size;
        EXPECT_EQ(recognize(jpeg_head.substr(0, size)).error().code, ErrorCode::invalid_input);
    }
}

TEST(Image, ImpossibleSizesAreInvalid) {
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

TEST(Image, JpegWithDataBeforeItsFrameIsInvalid) {
    EXPECT_FALSE(recognize("\xFF\xD8\xFF\xDA\0\4ab\xFF\xC0\0\x0B\x8\0\x30\1\x40\1\1\x11\0"s));
    EXPECT_FALSE(recognize("\xFF\xD8\xFF\xE0\0\1ab\xFF\xC0\0\x0B\x8\0\x30\1\x40\1\1\x11\0"s));
}

TEST(Image, AnyBytesGiveAnAnswer) {
    rc::check([](const std::string& tail, bool png) {
        const auto image = recognize((png ? "\x89PNG\r\n\x1A\n"s : "\xFF\xD8\xFF"s) + tail);
        RC_ASSERT((image ? image->width > 0 && image->height > 0 : !image.error().message.empty()));
    });
}

}  // namespace
}  // namespace bichig::page
