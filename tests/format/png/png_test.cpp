// PNG pages: sizes and resolution, transparency, refusals, and the same pixels as librsvg draws of our SVG.
#include <cmath>
#include <cstdlib>
#include <filesystem>

#include <gmock/gmock.h>
#include <png.h>
#include <unistd.h>

#include <bichig/base/file.h>
#include <bichig/format/png.h>

#include "format/pdf/made_pages.h"
#include "format/svg/internal/drawing.h"

namespace bichig::test {
namespace {

using page::Orientation;

struct Picture {
    unsigned width = 0;
    unsigned height = 0;
    std::vector<unsigned char> rgba;
};

Picture read_png(const std::string& bytes) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    EXPECT_NE(png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()), 0) << image.message;
    image.format = PNG_FORMAT_RGBA;
    Picture picture{image.width, image.height, std::vector<unsigned char>(PNG_IMAGE_SIZE(image))};
    EXPECT_NE(png_image_finish_read(&image, nullptr, picture.rgba.data(), 0, nullptr), 0) << image.message;
    return picture;
}

class Png : public testing::Test {
protected:
    Png() {
        std::string name = (std::filesystem::temp_directory_path() / "bichig-XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
    }
    ~Png() override { std::filesystem::remove_all(folder_); }

    std::string path(const std::string& name) const { return folder_ + "/" + name; }

    /// What librsvg makes of our SVG of the page.
    Picture second_opinion(const page::Page& page, int resolution) const {
        auto file = OutputFile::create(path("page.svg")).value();
        EXPECT_TRUE(file.write(format::svg::draw(page, {}, {})));
        EXPECT_TRUE(file.commit());
        const std::string number = std::to_string(resolution);
        const std::string command = "rsvg-convert --dpi-x " + number + " --dpi-y " + number + " -o " +
                                    path("second.png") + " " + path("page.svg");
        EXPECT_EQ(std::system(command.c_str()), 0) << command;
        return read_png(read_file(path("second.png")).value());
    }

    std::string folder_;
};

/// A page of the size of a card, with something of every kind.
page::Page card() {
    page::Page page;
    page.size = {Length::points(216), Length::points(144)};
    const auto draws = [](const font::Font& font, std::u16string text, double x, Orientation orientation) {
        return plain_run(font, std::move(text), at(x, 20), 1, orientation, 18);
    };
    page.items.push_back(mongolian_run(u"\u182E\u1823\u1829\u182D\u1823\u182F", at(20, 12), 1));
    page.items.push_back(draws(fangsong(), u"\u4E2D\u6587", 50, Orientation::upright));
    page.items.push_back(draws(latin(), u"Aegx", 70, Orientation::sideways));
    page.items.push_back(draws(latin().with_synthetic_bold(), u"Bold", 100, Orientation::horizontal));
    std::get<page::GlyphRun>(page.items.back()).colour = {200, 30, 60};
    page.items.push_back(page::MissingBox{rectangle(160, 10, 14, 18), u"?", latin(), Length::points(16),
                                          Orientation::horizontal, {}, 1, {}});
    page.items.push_back(page::Stroke{at(20, 120), at(190, 120), Length::points(1.5), {0, 80, 160}});
    page.items.push_back(page::Wave{at(190, 20), at(190, 100), Length::points(2), Length::points(5),
                                    Length::points(1), {0, 120, 0}});
    page.items.push_back(picture(u"\U0001F600", rectangle(110, 50, 40, 40), 1));
    return page;
}

double mean_difference(const format::Pixels& one, const Picture& other) {
    double sum = 0;
    for (std::size_t i = 0; i < one.rgba.size(); ++i) sum += std::abs(int{one.rgba[i]} - int{other.rgba[i]});
    return sum / static_cast<double>(one.rgba.size());
}

TEST_F(Png, DrawsWhatLibrsvgDrawsOfOurSvg) {
    for (const int resolution : {72, 150, 300}) {
        const auto pixels = format::draw(card(), {static_cast<double>(resolution)});
        ASSERT_TRUE(pixels);
        const Picture other = second_opinion(card(), resolution);
        ASSERT_EQ(pixels->width, other.width);
        ASSERT_EQ(pixels->height, other.height);
        EXPECT_LT(mean_difference(*pixels, other), 0.3) << resolution;
    }
}

TEST_F(Png, TheComparisonSeesALostRunAndAShift) {
    const auto pixels = format::draw(card(), {150});
    page::Page lost = card();
    lost.items.erase(lost.items.begin());
    EXPECT_GT(mean_difference(*pixels, second_opinion(lost, 150)), 0.4);
    page::Page moved = card();
    std::get<page::GlyphRun>(moved.items[1]).origin.x += Length::points(1);
    EXPECT_GT(mean_difference(*pixels, second_opinion(moved, 150)), 0.4);
}

TEST_F(Png, ImagesStandAsTheirOrientationSays) {
    page::Page page;
    page.size = {Length::points(60), Length::points(60)};
    page::ImageBox box{rectangle(10, 10, 40, 40), picture(u"\U0001F605", {}, 0).image, 0};
    for (int value = 1; value <= 8; ++value) {
        box.image.orientation = static_cast<image::Orientation>(value);
        page.items = {box};
        EXPECT_LT(mean_difference(format::draw(page, {144}).value(), second_opinion(page, 144)), 3) << value;
    }
}

TEST_F(Png, AnImageThatCannotBeDecodedIsLeftOut) {
    page::Page page;
    page.size = {Length::points(20), Length::points(20)};
    page::ImageBox box{rectangle(0, 0, 20, 20), {}, 0};
    box.image.bytes = std::make_shared<const std::string>("\x89PNG\r\n\x1A\n cut");
    box.image.width = box.image.height = 4;
    for (const auto format : {image::Format::png, image::Format::jpeg}) {
        box.image.format = format;
        page.items = {box};
        const auto pixels = format::draw(page, {72});
        ASSERT_TRUE(pixels);
        EXPECT_THAT(pixels->rgba, testing::Each(255));
    }
}

TEST_F(Png, WithoutGroundTheColoursAreNotMultipliedByAlpha) {
    page::Page page;
    page.size = {Length::points(4), Length::points(4)};
    page.items.push_back(page::Stroke{at(0, 1.25), at(4, 1.25), Length::points(1.5), {200, 100, 50}});
    format::PixelOptions options{72, std::nullopt};
    const auto pixels = format::draw(page, options);
    ASSERT_TRUE(pixels);
    const auto pixel = [&](std::size_t y) {
        return std::vector<int>(pixels->rgba.begin() + static_cast<std::ptrdiff_t>(y * 16),
                                pixels->rgba.begin() + static_cast<std::ptrdiff_t>(y * 16 + 4));
    };
    EXPECT_EQ(pixel(1), (std::vector<int>{200, 100, 50, 255}));
    EXPECT_NEAR(pixel(0)[0], 200, 2);
    EXPECT_NEAR(pixel(0)[3], 128, 2);
    EXPECT_EQ(pixel(3), (std::vector<int>{0, 0, 0, 0}));
    const Picture read = read_png(format::encode_png(*pixels, 72).value());
    EXPECT_EQ(read.rgba, pixels->rgba);
}

TEST_F(Png, FilesStateTheirResolutionAndAreTheSameEachTime) {
    const auto pixels = format::draw(card(), {300}).value();
    EXPECT_EQ(pixels.width, 900u);
    EXPECT_EQ(pixels.height, 600u);
    const std::string bytes = format::encode_png(pixels, 300).value();
    EXPECT_NE(bytes.find(std::string("pHYs\0\0\x2E\x23\0\0\x2E\x23\x01", 13)), std::string::npos);
    EXPECT_EQ(format::encode_png(format::draw(card(), {300}).value(), 300).value(), bytes);
}

TEST_F(Png, RefusesWhatNoPictureCanBe) {
    EXPECT_EQ(format::draw(card(), {0}).error().code, ErrorCode::invalid_input);
    EXPECT_EQ(format::draw(card(), {std::nan("")}).error().code, ErrorCode::invalid_input);
    page::Page page;
    page.size = {Length::points(72 * 40), Length::points(72)};
    EXPECT_EQ(format::draw(page, {1000}).error().code, ErrorCode::unsupported);
    EXPECT_EQ(format::encode_png({2, 2, {1, 2, 3}}, 96).error().code, ErrorCode::invalid_input);
    EXPECT_EQ(format::open_png({path("x.png"), {-1}}).error().code, ErrorCode::invalid_input);
    EXPECT_EQ(format::open_png({path("none/x.png"), {}}).error().code, ErrorCode::system);
    EXPECT_TRUE(std::filesystem::is_empty(folder_));
}

TEST_F(Png, PagesAreFilesThatAppearTogether) {
    std::vector<std::string> written;
    {
        auto sink = format::open_png({path("x.png"), {72}, &written}).value();
        ASSERT_TRUE(sink->begin({}));
        ASSERT_TRUE(sink->page(card()));
        ASSERT_TRUE(sink->page(card()));
        EXPECT_FALSE(std::filesystem::exists(path("x-1.png")));
        ASSERT_TRUE(sink->finish());
    }
    EXPECT_THAT(written, testing::ElementsAre(path("x-1.png"), path("x-2.png")));
    EXPECT_EQ(read_png(read_file(written[1]).value()).width, 216u);
}

}  // namespace
}  // namespace bichig::test
