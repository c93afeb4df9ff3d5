// Tests of the faces that paginated text is set in: bold, a user's own title face, faces that do not join, emoji.
#include <algorithm>
#include <stdexcept>

#include <gtest/gtest.h>

#include <bichig/base/file.h>
#include <bichig/paginate/paginate.h>

namespace bichig::paginate {
namespace {

using font::Role;

class Recorder : public page::Sink {
public:
    Result<void> begin(const page::Properties&) override { return {}; }
    Result<void> page(page::Page given) override {
        for (page::Item& item : given.items) items.push_back(std::move(item));
        return {};
    }
    Result<void> finish() override { return {}; }
    std::vector<page::Item> items;
};

font::Catalogue catalogue(font::CatalogueOptions options = {}) {
    options.staged = BICHIG_FONT_FOLDER;
    Diagnostics diagnostics;
    auto opened = font::Catalogue::open(options, diagnostics);
    if (!opened) throw std::runtime_error(describe(opened.error()));
    return *opened;
}

std::string bytes_of(const std::string& file) {
    std::string path = BICHIG_FONT_FOLDER "/";
    path += file;
    return read_file(path).value();
}

struct Set {
    Recorder recorder;
    Diagnostics diagnostics;
    /// The face of the first run that is of `text`.
    const page::GlyphRun& run(std::u16string_view text) const {
        for (const page::Item& item : recorder.items) {
            const auto* run = std::get_if<page::GlyphRun>(&item);
            if (run != nullptr && run->text.find(text) != std::u16string::npos) return *run;
        }
        throw std::out_of_range("no such run");
    }
    std::size_t count(const std::string& id) const {
        return static_cast<std::size_t>(std::count_if(diagnostics.items.begin(), diagnostics.items.end(),
                                                      [&](const Diagnostic& found) { return found.id == id; }));
    }
};

Set set(const std::u16string& plain, const std::u16string& strong, const font::Catalogue& fonts,
        document::WritingMode mode = document::WritingMode::vertical_lr) {
    document::Document made;
    document::Paragraph paragraph;
    document::Run first;
    first.text = plain + u" ";
    document::Run second;
    second.text = strong;
    second.style.strong = true;
    paragraph.runs = {first, second};
    document::Section section;
    section.writing_mode = mode;
    section.language = "mn-Mong";
    section.blocks = {{paragraph}, {paragraph}};
    made.sections.push_back(std::move(section));
    Set result;
    EXPECT_TRUE(paginate(made, fonts, result.recorder, result.diagnostics).has_value());
    return result;
}

const std::u16string word = u"\u182E\u1823\u1829\u182D\u1823\u182F";
const std::u16string other = u"\u182A\u1820\u182D";

TEST(Faces, StrongMongolianIsThickenedAndSaidOnce) {
    const Set result = set(word, other, catalogue());
    EXPECT_FALSE(result.run(word).font.synthetic_bold());
    EXPECT_TRUE(result.run(other).font.synthetic_bold());
    ASSERT_EQ(result.diagnostics.items.size(), 1u);
    EXPECT_EQ(result.diagnostics.items[0].id, "synthetic-bold");
    EXPECT_NE(result.diagnostics.items[0].message.find("Noto Sans Mongolian"), std::string::npos);
}

TEST(Faces, StrongTextOfOtherScriptsTakesTheBoldFaceThatIsThere) {
    const Set latin = set(u"plain", u"strong", catalogue());
    EXPECT_EQ(latin.run(u"strong").font.postscript_name(), "LiberationSerif-Bold");
    const Set han = set(u"\u4E2D", u"\u6587", catalogue());
    EXPECT_EQ(han.run(u"\u6587").font.family(), "FandolHei");
    EXPECT_FALSE(han.run(u"\u6587").font.synthetic_bold());
    EXPECT_TRUE(latin.diagnostics.empty());
    EXPECT_TRUE(han.diagnostics.empty());
}

TEST(Faces, TheUsersOwnTitleFaceComesBeforeAStroke) {
    font::CatalogueOptions options;
    // Another family with the letters: the staged face under another name.
    std::string bytes = bytes_of("NotoSansMongolian_400Regular.ttf");
    const std::string family = std::string("\0N\0o\0t\0o", 8);
    for (std::size_t at = bytes.find(family); at != std::string::npos; at = bytes.find(family, at + 1)) {
        bytes.replace(at, 8, std::string("\0O\0w\0n\0 ", 8));
    }
    options.memory = {{std::make_shared<const std::string>(bytes), "own"}};
    options.roles = {{Role::mongolian_title, "Own  Sans Mongolian"}};
    const Set result = set(word, other, catalogue(options));
    EXPECT_EQ(result.run(other).font.family(), "Own  Sans Mongolian");
    EXPECT_FALSE(result.run(other).font.synthetic_bold());
    EXPECT_TRUE(result.diagnostics.empty());
}

TEST(Faces, AFaceThatDoesNotJoinIsSaid) {
    font::CatalogueOptions options;
    std::string bytes = bytes_of("NotoSansMongolian_400Regular.ttf");
    bytes.replace(bytes.find("GSUB"), 4, "GSUA");
    options.memory = {{std::make_shared<const std::string>(bytes), "without rules"}};
    options.roles = {{Role::mongolian, "Noto Sans Mongolian"}};
    const Set result = set(word, u"x", catalogue(options));
    EXPECT_EQ(result.count("no-joining"), 1u);
    EXPECT_EQ(set(word, u"x", catalogue()).count("no-joining"), 0u);
    EXPECT_EQ(set(u"x", u"\u1803", catalogue(options)).count("no-joining"), 0u) << "marks need no joining";
}

TEST(Faces, ColourEmojiArePicturesWithTheirText) {
    font::CatalogueOptions options;
    options.roles = {{Role::emoji, "Noto Color Emoji"}};
    const std::u16string family = u"\U0001F468\u200D\U0001F469\u200D\U0001F467";
    for (const auto mode : {document::WritingMode::vertical_lr, document::WritingMode::horizontal_tb}) {
        const Set result = set(word + u" " + family + u"\U0001F600 " + other, u"x", catalogue(options), mode);
        std::vector<const page::GlyphImage*> pictures;
        for (const page::Item& item : result.recorder.items) {
            if (const auto* picture = std::get_if<page::GlyphImage>(&item)) pictures.push_back(picture);
        }
        ASSERT_EQ(pictures.size(), 4u) << "two in each of two paragraphs";
        EXPECT_EQ(pictures[0]->text, family);
        EXPECT_EQ(pictures[1]->text, u"\U0001F600");
        EXPECT_NE(pictures[0]->element, page::artifact);
        EXPECT_EQ(pictures[0]->image.format, page::ImageData::Format::png);
        EXPECT_FALSE(pictures[0]->carrier.has_colour_images());
        const bool vertical = mode == document::WritingMode::vertical_lr;
        const auto start = [&](const PhysicalRect& box) { return vertical ? box.origin.y : box.origin.x; };
        const auto extent = [&](const PhysicalRect& box) { return vertical ? box.size.height : box.size.width; };
        // The pictures of the font are a hair larger than their advance.
        const Length end = start(pictures[0]->box) + extent(pictures[0]->box);
        EXPECT_GE(start(pictures[1]->box) + Length::points(0.1), end);
        EXPECT_EQ(result.count("missing-glyph"), 0u);
    }
    // By default emoji are outlines: glyphs like any other.
    EXPECT_EQ(set(u"\U0001F600", u"x", catalogue()).run(u"\U0001F600").font.family(), "Noto Emoji");
}

TEST(Faces, WhatNoRoleHasIsLookedForInTheCatalogue) {
    // The staged Tibetan face serves as one that a user added: its role is given to a face without the letters.
    font::CatalogueOptions options;
    options.roles = {{Role::tibetan, "Liberation Serif"}};
    const Set result = set(u"\u0F40\u0F0B\u0F41", u"x", catalogue(options));
    EXPECT_EQ(result.run(u"\u0F40").font.family(), "Noto Serif Tibetan");
    EXPECT_TRUE(result.diagnostics.empty());
    EXPECT_EQ(set(u"\u0E01", u"x", catalogue()).count("missing-glyph"), 2u) << "Thai is in no staged face";
}

}  // namespace
}  // namespace bichig::paginate
