// Tests of breaking, justifying and placing lines: what must hold for every text, and the cases with names.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <layout/set_lines.h>

namespace bichig::layout {
namespace {

TEST_F(LinesTest, StretchesSpacesOfMongolianLinesInEqualParts) {
    const Set made = set(repeated(word + u" ", 40), measure(Length::points(300)), WritingMode::vertical_lr);
    ASSERT_GT(made.lines.lines.size(), 3u);
    const Line& line = made.lines.lines[0];
    EXPECT_EQ(line.width, line.available);
    EXPECT_EQ(width_of(made, line), line.available);
    Length least = Length::points(1000);
    Length most;
    for (std::uint32_t g = line.glyph_begin; g < line.glyph_end; ++g) {
        if (made.text[made.shaped.glyphs[g].cluster] != u' ') {
            EXPECT_EQ(made.lines.after[g], Length{});
            continue;
        }
        least = std::min(least, made.lines.after[g]);
        most = std::max(most, made.lines.after[g]);
    }
    EXPECT_GT(least, Length{});
    EXPECT_LE(most - least, Length::raw(1));
}

TEST_F(LinesTest, StretchesTheSpaceBeforeASuffixLikeAnyOther) {
    const std::u16string with_suffix = word + u"\u180E\u1824\u1828 ";
    const Set made = set(repeated(with_suffix, 40), measure(Length::points(300)), WritingMode::vertical_lr);
    const Line& line = made.lines.lines[0];
    Length space;
    Length separator;
    for (std::uint32_t g = line.glyph_begin; g + 1 < line.glyph_end; ++g) {
        const char16_t c = made.text[made.shaped.glyphs[g].cluster];
        if (c == u' ') space = made.lines.after[g];
        if (c == u'\u180E') separator = made.lines.after[g];
    }
    EXPECT_GT(space, Length{});
    EXPECT_LE(std::max(space, separator) - std::min(space, separator), Length::raw(1));
}

TEST_F(LinesTest, SqueezesMarksByAtMostHalfAnEm) {
    // Twelve characters in a line of eleven and a half: the comma gives up half an em.
    const Set made = set(u"中文公文格式，通知内容如下文字", measure(em * 23 / 2), WritingMode::horizontal_tb);
    const Line& line = made.lines.lines[0];
    EXPECT_EQ(line.text.size(), 12u);
    EXPECT_EQ(line.width, line.available);
    EXPECT_EQ(made.lines.after[6], -em / 2);
}

TEST_F(LinesTest, SpreadsBetweenIdeographsWhereNothingCanBeSqueezed) {
    const Set made = set(repeated(u"中文", 20), measure(em * 21 / 2), WritingMode::horizontal_tb);
    const Line& line = made.lines.lines[0];
    EXPECT_EQ(line.text.size(), 10u);
    EXPECT_EQ(width_of(made, line), line.available);
    EXPECT_EQ(made.lines.after[0], em / 2 / 9);
    EXPECT_EQ(made.lines.after[9], Length{});
}

TEST_F(LinesTest, SpreadsChineseLinesAroundLatinButNotInADash) {
    // Eleven full-width characters and "PDF" leave an em to fill, for the long word goes to the next line.
    const std::u16string text = u"中文——中文PDF中文……中ABCDEFGHIJKLMNOP";
    const Set made = set(text, measure(em * 14), WritingMode::horizontal_tb);
    const Line& line = made.lines.lines[0];
    ASSERT_EQ(line.text.end, text.find(u'A'));
    EXPECT_EQ(width_of(made, line), line.available);
    const auto after = [&](TextIndex index) {
        const auto& glyphs = made.shaped.glyphs;
        const auto glyph = std::find_if(glyphs.begin(), glyphs.end(),
                                        [&](const shape::Glyph& known) { return known.cluster == index; });
        return made.lines.after[static_cast<std::size_t>(glyph - glyphs.begin())];
    };
    EXPECT_GT(after(0), Length{});       // between ideographs
    EXPECT_EQ(after(2), Length{});       // in the dash
    EXPECT_GT(after(5), Length{});       // before "PDF"
    EXPECT_EQ(after(6), Length{});       // in it
    EXPECT_GT(after(8), Length{});       // after it
    EXPECT_EQ(after(11), Length{});      // in the ellipsis
}

TEST_F(LinesTest, AddsNothingBetweenIdeographsOfMongolianLines) {
    const Set made = set(repeated(word + u" 中文 ", 40), measure(Length::points(300)), WritingMode::vertical_lr);
    for (std::size_t g = 0; g < made.shaped.glyphs.size(); ++g) {
        const bool ideograph = made.text[made.shaped.glyphs[g].cluster] == u'中';
        EXPECT_TRUE(!ideograph || made.lines.after[g] == Length{});
    }
}

TEST_F(LinesTest, SetsFullWidthCharactersOnTheGrid) {
    ParagraphOptions options = measure(Length::millimetres(156));
    options.character_pitch = Length::millimetres(156) / 28;
    const Set made = set(repeated(u"公文", 40), options, WritingMode::horizontal_tb);
    EXPECT_EQ(made.lines.lines[0].text.size(), 28u);
}

TEST_F(LinesTest, LeavesTheLastLineAndStandsLinesByTheirAlignment) {
    ParagraphOptions options = measure(em * 10);
    const auto start_of = [&](Alignment alignment) {
        options.alignment = alignment;
        return set(u"中文", options, WritingMode::horizontal_tb).lines.lines[0].start;
    };
    EXPECT_EQ(start_of(Alignment::justify), Length{});
    EXPECT_EQ(start_of(Alignment::start), Length{});
    EXPECT_EQ(start_of(Alignment::centre), em * 4);
    EXPECT_EQ(start_of(Alignment::end), em * 8);
}

TEST_F(LinesTest, ATabTakesTheRoomThatIsLeft) {
    ParagraphOptions options = measure(em * 10);
    options.tab_distance = Length{};
    const Set made = set(u"中文\t日期", options, WritingMode::horizontal_tb);
    EXPECT_EQ(made.lines.lines[0].width, em * 10);
    EXPECT_EQ(made.lines.after[2], em * 6);
}

TEST_F(LinesTest, TabsWithoutStopsShareTheRoomThatIsLeft) {
    ParagraphOptions options = measure(em * 10);
    options.tab_distance = Length{};
    const Set made = set(u"中\t文\t字", options, WritingMode::vertical_lr);
    EXPECT_EQ(made.lines.lines[0].width, em * 10);
    EXPECT_EQ(made.lines.after[1], em * 7 / 2);
    EXPECT_EQ(made.lines.after[3], em * 7 / 2);
    EXPECT_EQ(made.lines.filling_tabs, (std::vector<std::uint32_t>{1, 3}));
}

TEST_F(LinesTest, ALineMayEndAtAZeroWidthSpaceBeforeAnotherFont) {
    ParagraphOptions options = measure(em * 3);
    options.alignment = Alignment::start;
    const Set made = set(u"中文\u200Bword", options, WritingMode::vertical_lr);
    ASSERT_EQ(made.lines.lines.size(), 2u);
    EXPECT_FALSE(made.lines.lines[0].overfull);
    EXPECT_EQ(made.lines.lines[0].width, em * 2);
}

TEST_F(LinesTest, CutsAWordThatIsLongerThanTheLineAndSaysSo) {
    const Set made = set(repeated(word, 10), measure(Length::points(100)), WritingMode::vertical_lr);
    ASSERT_GT(made.lines.lines.size(), 2u);
    EXPECT_TRUE(made.lines.lines[0].overfull);
    EXPECT_LE(made.lines.lines[0].width, Length::points(100));
}

TEST_F(LinesTest, CentresAllScriptsOnTheAxisOfVerticalLines) {
    const Set made = set(word + u" 中", measure(Length::points(600)), WritingMode::vertical_lr);
    for (const page::Item& item : place_all(made, WritingMode::vertical_lr)) {
        const auto& run = std::get<page::GlyphRun>(item);
        const font::Metrics& metrics = run.font.metrics();
        const Length central = to_length(metrics.central_baseline, metrics.units_per_em, run.size);
        EXPECT_EQ(run.orientation == page::Orientation::upright ? run.origin.x : run.origin.x + central, Length{});
    }
}

RC_GTEST_FIXTURE_PROP(LinesTest, LinesCoverTheTextAndKeepTheirMeasure, ()) {
    const std::vector<std::u16string> choices{
        word, u" ", u" ", u"\u202F\u1824\u1828", u"\u180E\u1820", u"《", u"》", u"中", u"文", u"。", u"，", u"\n", u"GPS",
        u"23", u"\u3000", u"\u1803", u"(", u")", u"\u182D\u180B\u1820", u"😀", u"——", u"\t"};
    const auto pieces = *rc::gen::container<std::vector<std::u16string>>(rc::gen::elementOf(choices));
    std::u16string text;
    for (const std::u16string& piece : pieces) text += piece;
    const WritingMode mode = *rc::gen::element(WritingMode::vertical_lr, WritingMode::horizontal_tb);
    ParagraphOptions options = measure(Length::points(*rc::gen::inRange(20, 500)));
    options.alignment = *rc::gen::element(Alignment::start, Alignment::centre, Alignment::end, Alignment::justify);
    const Set made = set(text, options, mode);

    TextIndex index = 0;
    std::uint32_t glyph = 0;
    for (const Line& line : made.lines.lines) {
        RC_ASSERT(line.text.begin == index);
        RC_ASSERT(line.text.end > index);
        RC_ASSERT(line.glyph_begin == glyph);
        RC_ASSERT(line.glyph_end <= line.trailing_end);
        RC_ASSERT(width_of(made, line) == line.width);
        if (!line.overfull) RC_ASSERT(line.width <= line.available);
        RC_ASSERT(line.start >= Length{});
        index = line.text.end;
        glyph = line.trailing_end;
    }
    RC_ASSERT(index == text.size());
    RC_ASSERT(glyph == made.shaped.glyphs.size());

    std::u16string drawn;
    for (const page::Item& item : place_all(made, mode)) {
        if (const auto* run = std::get_if<page::GlyphRun>(&item)) {
            TextIndex end = 0;
            for (const page::PlacedGlyph& placed : run->glyphs) {
                RC_ASSERT(placed.glyph != 0u);
                RC_ASSERT(placed.text.begin == end);
                end = placed.text.end;
            }
            RC_ASSERT(end == run->text.size());
            drawn += run->text;
        } else if (const auto* box = std::get_if<page::MissingBox>(&item)) {
            drawn += box->text;
        }
    }
    std::erase_if(text, [](char16_t c) { return c == u'\n' || c == u'\t'; });
    RC_ASSERT(drawn == text);
}

}  // namespace
}  // namespace bichig::layout
