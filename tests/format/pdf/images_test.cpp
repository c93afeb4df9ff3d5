// Images in a PDF: pixels of every PNG kind, JPEG as it is, and damaged files.
#include <gmock/gmock.h>
#include <cstdio>

#include <jpeglib.h>
#include <png.h>
#include <zlib.h>
#include <rapidcheck.h>

#include <bichig/page/image.h>

#include "format/pdf/read_back.h"

namespace bichig::test {
namespace {

/// A PNG of 5 × 3 pixels whose bytes count up, in any colour type and depth.
std::string make_png(int colour_type, int depth, bool interlaced, bool transparent_colour = false) {
    std::string bytes;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(
        png, &bytes,
        [](png_structp state, png_bytep data, std::size_t size) {
            static_cast<std::string*>(png_get_io_ptr(state))->append(reinterpret_cast<char*>(data), size);
        },
        nullptr);
    png_set_IHDR(png, info, 5, 3, depth, colour_type, interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_color palette[4] = {{0, 0, 0}, {255, 0, 0}, {0, 255, 0}, {0, 0, 255}};
    if (colour_type == PNG_COLOR_TYPE_PALETTE) png_set_PLTE(png, info, palette, 4);
    png_color_16 clear{};
    if (transparent_colour) png_set_tRNS(png, info, nullptr, 0, &clear);
    png_write_info(png, info);
    const std::size_t row_size = png_get_rowbytes(png, info);
    std::vector<unsigned char> pixels(row_size * 3);
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        pixels[i] = static_cast<unsigned char>(colour_type == PNG_COLOR_TYPE_PALETTE ? i % 4 : i);
    }
    std::vector<png_bytep> rows{&pixels[0], &pixels[row_size], &pixels[2 * row_size]};
    png_write_image(png, rows.data());
    png_write_end(png, nullptr);
    png_destroy_write_struct(&png, &info);
    return bytes;
}

/// A JPEG of 64 × 48 pixels.
std::string make_jpeg(int components, bool progressive = false) {
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &bytes, &size);
    jpeg.image_width = 64;
    jpeg.image_height = 48;
    jpeg.input_components = components;
    jpeg.in_color_space = components == 1 ? JCS_GRAYSCALE : components == 3 ? JCS_RGB : JCS_CMYK;
    jpeg_set_defaults(&jpeg);
    if (progressive) jpeg_simple_progression(&jpeg);
    jpeg_start_compress(&jpeg, TRUE);
    std::vector<unsigned char> row(64U * static_cast<unsigned>(components), 200);
    for (unsigned char* start = row.data(); jpeg.next_scanline < jpeg.image_height;) {
        jpeg_write_scanlines(&jpeg, &start, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    std::string made{reinterpret_cast<char*>(bytes), size};
    std::free(bytes);
    return made;
}

page::ImageData image(std::string bytes) {
    return page::recognize_image(std::make_shared<const std::string>(std::move(bytes))).value();
}

page::Page figure_page(std::vector<page::ImageData> images) {
    page::Page page = a4();
    page::Element figure = element(2, 1, page::ElementRole::figure);
    figure.alternative_text = u"a seal";
    page.begun = {element(1, 0, page::ElementRole::document), figure};
    page.ended = {2, 1};
    double top = 100;
    for (page::ImageData& data : images) {
        page.items.push_back(page::ImageBox{rectangle(60, top += 50, 50, 30), data, 2});
    }
    return page;
}

Result<void> write_image(std::string bytes) {
    const Folder folder;
    Diagnostics diagnostics;
    const auto recognized = page::recognize_image(std::make_shared<const std::string>(std::move(bytes)));
    if (!recognized) return tl::unexpected<Error>{recognized.error()};
    return write_pages(folder.file("out.pdf"), {figure_page({*recognized})}, some_properties(), diagnostics);
}

std::vector<QPDFObjectHandle> images_of(Written& written) {
    std::vector<QPDFObjectHandle> images;
    QPDFObjectHandle objects = written.pages().at(0).getKey("/Resources").getKey("/XObject");
    for (const std::string& key : objects.getKeys()) images.push_back(objects.getKey(key));
    return images;
}

struct PngCase {
    const char* name;
    int colour_type, depth;
    bool interlaced, clear_colour;
    const char* space;
    std::size_t colours;
    bool mask;
};

class PdfPng : public testing::TestWithParam<PngCase> {};

TEST_P(PdfPng, EveryKindBecomesEightBitRows) {
    const PngCase& row = GetParam();
    Written written{{figure_page({image(make_png(row.colour_type, row.depth, row.interlaced, row.clear_colour))})}};
    const auto images = images_of(written);
    ASSERT_EQ(images.size(), 1u);
    QPDFObjectHandle dictionary = QPDFObjectHandle{images[0]}.getDict();
    EXPECT_EQ(dictionary.getKey("/Width").getIntValueAsInt(), 5);
    EXPECT_EQ(dictionary.getKey("/Height").getIntValueAsInt(), 3);
    EXPECT_EQ(dictionary.getKey("/ColorSpace").getArrayItem(0).getName(), row.space);
    EXPECT_EQ(stream_text(images[0]).size(), 5u * 3u * row.colours);
    EXPECT_EQ(dictionary.hasKey("/SMask"), row.mask);
    if (row.mask) {
        EXPECT_EQ(stream_text(dictionary.getKey("/SMask")).size(), 15u);
        EXPECT_EQ(written.pages().at(0).getKey("/Group").getKey("/S").getName(), "/Transparency");
    }
}

INSTANTIATE_TEST_SUITE_P(Kinds, PdfPng, testing::Values(
    PngCase{"gray", PNG_COLOR_TYPE_GRAY, 8, false, false, "/CalGray", 1, false},
    PngCase{"bits", PNG_COLOR_TYPE_GRAY, 1, false, false, "/CalGray", 1, false},
    PngCase{"gray16", PNG_COLOR_TYPE_GRAY, 16, false, false, "/CalGray", 1, false},
    PngCase{"grayalpha", PNG_COLOR_TYPE_GRAY_ALPHA, 8, false, false, "/CalGray", 1, true},
    PngCase{"rgb", PNG_COLOR_TYPE_RGB, 8, false, false, "/CalRGB", 3, false},
    PngCase{"rgbclear", PNG_COLOR_TYPE_RGB, 8, false, true, "/CalRGB", 3, true},
    PngCase{"rgba", PNG_COLOR_TYPE_RGBA, 8, false, false, "/CalRGB", 3, true},
    PngCase{"rgba16woven", PNG_COLOR_TYPE_RGBA, 16, true, false, "/CalRGB", 3, true},
    PngCase{"palette", PNG_COLOR_TYPE_PALETTE, 8, false, false, "/CalRGB", 3, false},
    PngCase{"palettewoven", PNG_COLOR_TYPE_PALETTE, 8, true, false, "/CalRGB", 3, false}),
    [](const auto& info) { return std::string{info.param.name}; });

TEST(PdfImages, PixelsAreThoseOfThePng) {
    Written written{{figure_page({image(make_png(PNG_COLOR_TYPE_RGBA, 8, true))})}};
    const std::string colours = stream_text(images_of(written).at(0));
    const std::string alphas = stream_text(images_of(written).at(0).getDict().getKey("/SMask"));
    for (unsigned pixel = 0; pixel < 15; ++pixel) {
        for (unsigned part = 0; part < 3; ++part) {
            EXPECT_EQ(static_cast<unsigned char>(colours[pixel * 3 + part]), pixel * 4 + part);
        }
        EXPECT_EQ(static_cast<unsigned char>(alphas[pixel]), pixel * 4 + 3);
    }
}

TEST(PdfImages, SameImageTwiceIsOneObject) {
    const std::string bytes = make_png(PNG_COLOR_TYPE_RGB, 8, false);
    Written written{{figure_page({image(bytes), image(bytes)})}};
    EXPECT_EQ(images_of(written).size(), 1u);
}

TEST(PdfImages, FigureHasItsTextAndPlace) {
    Written written{{figure_page({image(make_png(PNG_COLOR_TYPE_RGB, 8, false))})}};
    QPDFObjectHandle document = written.structure().getKey("/K").getArrayItem(0);
    QPDFObjectHandle figure = document.getKey("/K").getArrayItem(0);
    EXPECT_EQ(figure.getKey("/S").getName(), "/Figure");
    EXPECT_EQ(figure.getKey("/Alt").getUTF8Value(), "a seal");
    QPDFObjectHandle box = figure.getKey("/A").getKey("/BBox");
    EXPECT_NEAR(box.getArrayItem(0).getNumericValue(), 60, 0.001);
    EXPECT_NEAR(box.getArrayItem(3).getNumericValue(), 841.89 - 150, 0.01);
}

TEST(PdfImages, JpegIsTakenAsItIs) {
    const std::string bytes = make_jpeg(3, true);
    Written written{{figure_page({image(bytes)})}};
    QPDFObjectHandle made = images_of(written).at(0);
    EXPECT_EQ(made.getDict().getKey("/Filter").getName(), "/DCTDecode");
    EXPECT_EQ(made.getDict().getKey("/Width").getIntValueAsInt(), 64);
    const auto raw = made.getRawStreamData();
    EXPECT_EQ((std::string{reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize()}), bytes);
}

TEST(PdfImages, CmykBecomesRgb) {
    for (const bool progressive : {false, true}) {
        Written written{{figure_page({image(make_jpeg(4, progressive))})}};
        QPDFObjectHandle made = images_of(written).at(0);
        EXPECT_EQ(made.getDict().getKey("/ColorSpace").getArrayItem(0).getName(), "/CalRGB");
        EXPECT_EQ(stream_text(made).size(), 64U * 48U * 3U);
    }
}

/// Where the unit square of an image lies: its origin is the start of the last row, y upwards.
TEST(PdfImages, OrientationTurnsTheImageUpright) {
    page::ImageData turned = image(make_jpeg(3));
    turned.orientation = image::Orientation::quarter_turn;  // the first row is at the right
    Written written{{figure_page({turned})}};
    const std::string content = stream_text(written.pages().at(0).getKey("/Contents"));
    EXPECT_THAT(content, testing::HasSubstr("q 0 -30 50 0 60 691.89 cm"));
}

TEST(PdfImages, JpegThatNobodyTakesIsRefused) {
    std::string lossless = make_jpeg(3);
    std::string deep = lossless;
    const std::size_t frame = lossless.find("\xFF\xC0");
    lossless[frame + 1] = '\xC3';
    deep[frame + 4] = 12;
    for (const std::string& bytes : {lossless, deep}) {
        const auto done = write_image(bytes);
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().code, ErrorCode::unsupported) << done.error().message;
        EXPECT_FALSE(done.error().hint.empty());
    }
}

TEST(PdfImages, CutImagesAreErrors) {
    const std::string jpeg = make_jpeg(3);
    const std::string png = make_png(PNG_COLOR_TYPE_RGBA, 8, false);
    for (const std::string& bytes :
         {jpeg.substr(0, jpeg.size() - 2), png.substr(0, png.size() - 20), png.substr(0, 40)}) {
        const auto done = write_image(bytes);
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().code, ErrorCode::invalid_input);
        EXPECT_THAT(done.error().message, testing::HasSubstr("image is"));
    }
}

TEST(PdfImages, DamagedJpegNeverCrashes) {
    const std::string plain = make_jpeg(3);
    const std::string cmyk = make_jpeg(4, true);
    EXPECT_TRUE(rc::check([&] {
        std::string bytes = *rc::gen::arbitrary<bool>() ? plain : cmyk;
        const auto place = *rc::gen::inRange<std::size_t>(0, bytes.size());
        bytes[place] = *rc::gen::arbitrary<char>();
        const auto done = write_image(bytes);
        RC_ASSERT((done || !done.error().message.empty()));
    }));
}

/// Rows that come woven would have to be held whole.
TEST(PdfImages, WovenImageOfAGigapixelIsRefused) {
    std::string bytes = make_png(PNG_COLOR_TYPE_RGB, 8, true);
    for (const std::size_t at : {16U, 20U}) bytes.replace(at, 4, std::string{"\0\0\x7D\0", 4});
    const uLong checksum = crc32(0, reinterpret_cast<const Bytef*>(bytes.data() + 12), 17);
    for (unsigned i = 0; i < 4; ++i) bytes[29 + i] = static_cast<char>(checksum >> (24 - 8 * i));
    const auto done = write_image(bytes);
    ASSERT_FALSE(done);
    EXPECT_THAT(done.error().message, testing::HasSubstr("32000 × 32000"));
}

/// Whatever is wrong with the bytes of a PNG, the answer is a file or an error.
TEST(PdfImages, DamagedPngNeverCrashes) {
    const std::string png = make_png(PNG_COLOR_TYPE_RGBA, 16, true);
    rc::check([&png] {
        std::string bytes = png;
        const auto place = *rc::gen::inRange<std::size_t>(0, bytes.size());
        bytes[place] = *rc::gen::arbitrary<char>();
        const auto done = write_image(bytes);
        RC_ASSERT((done || !done.error().message.empty()));
    });
}

}  // namespace
}  // namespace bichig::test
