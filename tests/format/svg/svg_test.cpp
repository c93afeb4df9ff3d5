// SVG pages: well-formed XML, outlines once, places in every orientation, and files that appear together.
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <rapidcheck.h>
#include <unistd.h>

#include <bichig/base/file.h>
#include <bichig/format/svg.h>

#include "format/pdf/made_pages.h"
#include "format/svg/internal/drawing.h"

namespace bichig::test {
namespace {

using page::Orientation;
using testing::HasSubstr;

class Svg : public testing::Test {
protected:
    Svg() {
        std::string name = (std::filesystem::temp_directory_path() / "bichig-XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
    }
    ~Svg() override { std::filesystem::remove_all(folder_); }

    std::string path(const std::string& name) const { return folder_ + "/" + name; }
    std::size_t file_count() const {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{folder_}, {}));
    }
    Result<void> write(const std::string& file, std::vector<page::Page> pages) {
        auto sink = format::open_svg({file, &written_});
        if (!sink) return tl::unexpected<Error>{sink.error()};
        if (auto done = (*sink)->begin({}); !done) return done;
        for (page::Page& page : pages) {
            if (auto done = (*sink)->page(std::move(page)); !done) return done;
        }
        return (*sink)->finish();
    }

    std::string folder_;
    std::vector<std::string> written_;
};

page::Page page_of(std::vector<page::Item> items) {
    page::Page page = a4();
    page.items = std::move(items);
    return page;
}

std::string drawn(std::vector<page::Item> items) { return format::svg::draw(page_of(std::move(items)), {}, {}); }

page::GlyphRun run(std::u16string text, Orientation orientation) {
    return plain_run(fangsong(), std::move(text), at(60, 80), 1, orientation, 10);
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

TEST_F(Svg, OnePageIsOneFile) {
    ASSERT_TRUE(write(path("out.svg"), {a4()}));
    EXPECT_THAT(written_, testing::ElementsAre(path("out.svg")));
    EXPECT_EQ(file_count(), 1u);
    const std::string text = *read_file(path("out.svg"));
    EXPECT_THAT(text, HasSubstr("width=\"595.276pt\" height=\"841.89pt\" viewBox=\"0 0 595.276 841.89\""));
}

TEST_F(Svg, MorePagesAreNumberedBeforeTheExtension) {
    ASSERT_TRUE(write(path("out.svg"), {a4(), a4(), a4()}));
    EXPECT_THAT(written_, testing::ElementsAre(path("out-1.svg"), path("out-2.svg"), path("out-3.svg")));
    EXPECT_EQ(file_count(), 3u);
}

TEST_F(Svg, UnfinishedDocumentLeavesNothingAndTheOldFile) {
    std::ofstream{path("out.svg")} << "old";
    {
        auto sink = format::open_svg({path("out.svg"), nullptr});
        ASSERT_TRUE(sink);
        ASSERT_TRUE((*sink)->page(a4()));
        ASSERT_TRUE((*sink)->page(a4()));
    }
    EXPECT_EQ(*read_file(path("out.svg")), "old");
    EXPECT_EQ(file_count(), 1u);
}

TEST_F(Svg, FolderInTheWayOfOnePageStopsAll) {
    std::filesystem::create_directory(path("out-2.svg"));
    const auto done = write(path("out.svg"), {a4(), a4()});
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::system);
    EXPECT_EQ(done.error().where.file, path("out-2.svg"));
    EXPECT_EQ(file_count(), 1u);
}

TEST_F(Svg, MissingFolderIsASystemError) {
    const auto done = write(path("none/out.svg"), {a4()});
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::system);
}

TEST_F(Svg, TurnedImagesStandUpright) {
    page::ImageBox image{rectangle(10, 20, 30, 40), {}, 0};
    image.image.bytes = std::make_shared<const std::string>("abcd");
    image.image.orientation = image::Orientation::quarter_turn;
    const std::string text = drawn({image});
    EXPECT_THAT(text, HasSubstr("<image width=\"1\" height=\"1\" transform=\"matrix(0 40 -30 0 40 20)\""));
    EXPECT_THAT(text, HasSubstr("image-orientation:none"));
}

TEST_F(Svg, SameGlyphIsOneOutline) {
    const std::string text = drawn({run(u"通通知", Orientation::horizontal), run(u"知", Orientation::upright)});
    EXPECT_EQ(count(text, "<path "), 2u);
    EXPECT_EQ(count(text, "<use "), 4u);
    EXPECT_EQ(count(text, "xlink:href=\"#g2\""), 2u);
}

TEST_F(Svg, BlankGlyphsAreNotDrawn) {
    const std::string text = drawn({run(u"　", Orientation::horizontal)});
    EXPECT_EQ(count(text, "<use "), 0u);
    EXPECT_THAT(text, HasSubstr("aria-label=\"　\""));
}

TEST_F(Svg, MatricesOfTheOrientations) {
    EXPECT_THAT(drawn({run(u"通知", Orientation::horizontal)}), HasSubstr("matrix(0.01 0 0 -0.01 60 80)"));
    EXPECT_THAT(drawn({run(u"通知", Orientation::horizontal)}), HasSubstr("x=\"1000\"/>"));
    EXPECT_THAT(drawn({run(u"通知", Orientation::sideways)}), HasSubstr("matrix(0 0.01 0.01 0 60 80)"));
}

TEST_F(Svg, UprightGlyphsHangCentredFromThePen) {
    const font::Metrics& metrics = fangsong().metrics();
    const std::int64_t top = metrics.central_baseline.count() + metrics.units_per_em.count() / 2;
    EXPECT_THAT(drawn({run(u"通知", Orientation::upright)}),
                HasSubstr("x=\"-500\" y=\"" + std::to_string(-1000 - top) + "\"/>"));
}

TEST_F(Svg, TextIsInTheLabelOfItsRun) {
    page::GlyphRun made = mongolian_run(u"ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ", at(60, 60), 1);
    made.language = "mn-Mong";
    made.colour = {255, 0, 16};
    const std::string text = drawn({made});
    EXPECT_THAT(text, HasSubstr("aria-label=\"ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ\""));
    EXPECT_THAT(text, HasSubstr("xml:lang=\"mn-Mong\""));
    EXPECT_THAT(text, HasSubstr("fill=\"#ff0010\""));
}

TEST_F(Svg, StrokesBoxesAndImages) {
    page::ImageBox image{rectangle(1, 2, 3, 4), {}, 7};
    image.image.bytes = std::make_shared<const std::string>("abcd");
    const std::string text = format::svg::draw(
        page_of({page::Stroke{at(1, 2), at(3, 2), Length::points(0.5), {255, 0, 0}},
                 page::MissingBox{rectangle(10, 20, 16, 32), u"\U00012345", latin(), Length::points(32),
                                  Orientation::sideways, {}, 1, {}},
                 image}),
        {}, {{7, u"a \"seal\""}});
    EXPECT_THAT(text, HasSubstr("<line x1=\"1\" y1=\"2\" x2=\"3\" y2=\"2\" stroke=\"#ff0000\" stroke-width=\"0.5\"/>"));
    EXPECT_THAT(text, HasSubstr("<rect x=\"11\" y=\"21\" width=\"14\" height=\"30\" fill=\"none\""));
    EXPECT_THAT(text, HasSubstr("aria-label=\"\U00012345\""));
    EXPECT_THAT(text, HasSubstr("aria-label=\"a &quot;seal&quot;\" xlink:href=\"data:image/png;base64,YWJjZA==\"/>"));
}

TEST_F(Svg, WavesAreOnePathOfCurves) {
    const std::string text = drawn({page::Wave{at(10, 10), at(10, 30), Length::points(3), Length::points(5),
                                               Length::points(0.5), {0, 0, 255}}});
    const std::size_t begin = text.find("<path d=\"M10 10");
    ASSERT_NE(begin, std::string::npos) << text;
    const std::string path = text.substr(begin, text.find("/>", begin) - begin);
    EXPECT_EQ(count(path, "C"), 4u) << path;
    EXPECT_THAT(path, HasSubstr("10 30"));
    EXPECT_THAT(path, HasSubstr("fill=\"none\" stroke=\"#0000ff\" stroke-width=\"0.5\""));
}

TEST_F(Svg, TitleAndLanguageOfTheDocument) {
    page::Properties properties;
    properties.title = u"a < b & c";
    properties.language = "mn-Mong";
    const std::string text = format::svg::draw(a4(), properties, {});
    EXPECT_THAT(text, HasSubstr("<title>a &lt; b &amp; c</title>"));
    EXPECT_THAT(text, HasSubstr("viewBox=\"0 0 595.276 841.89\" xml:lang=\"mn-Mong\">"));
}

TEST_F(Svg, WhatXmlCannotSayIsReplaced) {
    EXPECT_EQ(format::svg::escape(std::u16string{u'a', 0, 1, 0xFFFE, 0xD800, u'b'}), "a\uFFFD\uFFFD\uFFFD\uFFFDb");
    EXPECT_EQ(format::svg::escape(u"\t\n\r\"<>&'"), "&#9;&#10;&#13;&quot;&lt;&gt;&amp;'");
}

/// Any text gives only characters that XML 1.0 allows, and none that ends an attribute.
TEST_F(Svg, EscapedTextIsSafeInAnAttribute) {
    rc::check([](const std::vector<char16_t>& units) {
        const std::string text = format::svg::escape({units.begin(), units.end()});
        for (const char c : text) RC_ASSERT((static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '<'));
        RC_ASSERT(to_utf16(text).has_value());
    });
}

TEST_F(Svg, BoldByAStrokeHasItsColourAndRoundJoints) {
    page::GlyphRun bold = run(u"字", Orientation::upright);
    bold.font = bold.font.with_synthetic_bold();
    bold.colour = {255, 0, 0};
    const std::string text = drawn({bold, run(u"字", Orientation::upright)});
    // In font units: a thirtieth of an em of a thousand.
    EXPECT_THAT(text, HasSubstr(" fill=\"#ff0000\""));
    EXPECT_THAT(text, HasSubstr(" stroke=\"#ff0000\" stroke-width=\"33.333\" stroke-linejoin=\"round\""));
    EXPECT_EQ(count(text, "stroke-width"), 1u);
    EXPECT_EQ(count(text, "<path "), 1u);
}

TEST_F(Svg, AnEmojiIsAPictureWithItsText) {
    const std::string text = drawn({picture(u"😀", rectangle(60, 200, 20, 25), 1)});
    EXPECT_THAT(text, HasSubstr("<image x=\"60\" y=\"200\" width=\"20\" height=\"25\""));
    EXPECT_THAT(text, HasSubstr("role=\"img\" aria-label=\"😀\""));
    EXPECT_THAT(text, HasSubstr("data:image/png;base64,iVBOR"));
}

}  // namespace
}  // namespace bichig::test
