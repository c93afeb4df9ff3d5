// Tests of hyphens at the edges of lines: soft hyphens show only where a line breaks at them.
#include <gtest/gtest.h>

#include <layout/set_lines.h>

#include "layout/internal/glyph_ink.h"

namespace bichig::layout {
namespace {

class SoftHyphensTest : public LinesTest {
protected:
    static std::vector<page::GlyphRun> runs(const Set& made, WritingMode mode) {
        std::vector<page::GlyphRun> found;
        for (const page::Item& item : place_all(made, mode)) found.push_back(std::get<page::GlyphRun>(item));
        return found;
    }
    static bool shows_hyphen(const page::GlyphRun& run) {
        return std::any_of(run.glyphs.begin(), run.glyphs.end(), [&](const page::PlacedGlyph& glyph) {
            return glyph.glyph == run.font.glyph(0x2010) || glyph.glyph == run.font.glyph(U'-') ||
                   (run.font.glyph(0x1806) != 0 && glyph.glyph == run.font.glyph(0x1806));
        });
    }
    static ParagraphOptions at_start(Length length) {
        ParagraphOptions options = measure(length);
        options.alignment = Alignment::start;
        return options;
    }
};

const std::u16string latin = u"typo\u00ADgraphic";
const std::u16string mongolian = word + u"\u00AD" + word;

TEST_F(SoftHyphensTest, AreNotSeenWhereNoLineBreaks) {
    for (const std::u16string& text : {latin, mongolian}) {
        const Set made = set(text, at_start(em * 20), WritingMode::vertical_lr);
        ASSERT_EQ(made.lines.lines.size(), 1u);
        std::u16string drawn;
        for (const page::GlyphRun& run : runs(made, WritingMode::vertical_lr)) {
            EXPECT_FALSE(shows_hyphen(run));
            drawn += run.text;
        }
        EXPECT_EQ(drawn, text);
    }
}

TEST_F(SoftHyphensTest, LettersJoinAcrossThem) {
    const auto drawn = [](const std::u16string& text) {
        std::vector<font::GlyphId> glyphs;
        const Set made = set(text, at_start(em * 20), WritingMode::vertical_lr);
        for (const shape::Run& run : made.shaped.runs) {
            for (std::uint32_t g = run.glyph_begin; g < run.glyph_end; ++g) {
                if (!internal::ink_along(run, made.shaped.glyphs[g]).blank()) {
                    glyphs.push_back(made.shaped.glyphs[g].id);
                }
            }
        }
        return glyphs;
    };
    const std::u16string tail = u"\u1834\u1824\u1833\u1824\u1828";
    for (std::size_t at = 0; at <= tail.size(); ++at) {
        EXPECT_EQ(drawn(word + tail.substr(0, at) + u"\u00AD" + tail.substr(at)), drawn(word + tail)) << at;
    }
}

TEST_F(SoftHyphensTest, CloseTheLineOfALatinWord) {
    for (const WritingMode mode : {WritingMode::vertical_lr, WritingMode::horizontal_tb}) {
        const Set made = set(latin, at_start(em * 4), mode);
        ASSERT_EQ(made.lines.lines.size(), 2u);
        const Line& line = made.lines.lines[0];
        EXPECT_TRUE(line.hyphen_at_end);
        EXPECT_FALSE(made.lines.lines[1].hyphen_at_start);
        EXPECT_EQ(width_of(made, line), line.width);
        EXPECT_LE(line.width, line.available);
        const std::vector<page::GlyphRun> placed = runs(made, mode);
        EXPECT_TRUE(shows_hyphen(placed.front()));
        EXPECT_FALSE(shows_hyphen(placed.back()));
        EXPECT_EQ(placed.front().text, u"typo\u00AD");
        const page::PlacedGlyph& hyphen = placed.front().glyphs.back();
        EXPECT_TRUE(hyphen.text.empty());
        EXPECT_EQ(hyphen.along, made.lines.positions[line.glyph_end]);  // it follows the last letter
    }
}

TEST_F(SoftHyphensTest, OpenTheSecondLineOfAMongolianWord) {
    const Set made = set(mongolian, at_start(em * 5), WritingMode::vertical_lr);
    ASSERT_EQ(made.lines.lines.size(), 2u);
    const Line& line = made.lines.lines[1];
    EXPECT_FALSE(made.lines.lines[0].hyphen_at_end);
    EXPECT_TRUE(line.hyphen_at_start);
    EXPECT_EQ(width_of(made, line), line.width);
    const page::GlyphRun second = runs(made, WritingMode::vertical_lr).back();
    EXPECT_EQ(second.glyphs.front().glyph, second.font.glyph(0x1806));
    EXPECT_GT(second.glyphs[1].along, Length{});
    EXPECT_EQ(second.text, word);
    EXPECT_TRUE(second.glyphs[1].text.empty());
}

TEST_F(SoftHyphensTest, CountForTheRoomOfTheLine) {
    const Set whole = set(latin, at_start(em * 20), WritingMode::vertical_lr);
    const Length without_hyphen = whole.lines.positions[whole.shaped.glyphs.size() - 7];
    // "typo" fits alone, but not with a hyphen: the word is cut at the edge instead.
    const Set made = set(latin, at_start(without_hyphen), WritingMode::vertical_lr);
    EXPECT_FALSE(made.lines.lines[0].hyphen_at_end);
    EXPECT_TRUE(made.lines.lines[0].overfull);
}

TEST_F(SoftHyphensTest, TheHyphenOfTodoIsAlwaysSeenAndOpensTheLine) {
    const std::u16string text = word + u"\u1806" + word;
    const Set whole = set(text, at_start(em * 20), WritingMode::vertical_lr);
    EXPECT_TRUE(shows_hyphen(runs(whole, WritingMode::vertical_lr).front()));
    const Set made = set(text, at_start(em * 5), WritingMode::vertical_lr);
    ASSERT_EQ(made.lines.lines.size(), 2u);
    EXPECT_EQ(made.lines.lines[1].text.begin, word.size());
    EXPECT_TRUE(shows_hyphen(runs(made, WritingMode::vertical_lr).back()));
}

}  // namespace
}  // namespace bichig::layout
