// Tests of tabs, indents and the alignment of lines: where text stands on the measure.
#include <gtest/gtest.h>

#include <layout/set_lines.h>

namespace bichig::layout {
namespace {

class TabsTest : public LinesTest {
protected:
    /// Where the glyph of code unit `index` begins, from the start edge of the measure.
    static Length position(const Set& made, TextIndex index) {
        for (const Line& line : made.lines.lines) {
            Length pen = line.start;
            for (std::uint32_t g = line.glyph_begin; g < line.trailing_end; ++g) {
                if (made.shaped.glyphs[g].cluster == index) return pen + made.lines.before[g];
                pen += made.lines.positions[g + 1] - made.lines.positions[g] + made.lines.before[g] +
                       made.lines.after[g];
            }
        }
        ADD_FAILURE() << "no glyph at " << index;
        return {};
    }
    static ParagraphOptions with_stops(std::vector<TabStop> stops) {
        ParagraphOptions options = measure(em * 20);
        options.tab_stops = std::move(stops);
        return options;
    }
};

const WritingMode both[] = {WritingMode::vertical_lr, WritingMode::horizontal_tb};

TEST_F(TabsTest, LeadsToEachStopInTurn) {
    for (const WritingMode mode : both) {
        const Set made = set(u"中\t文\t字", with_stops({{em * 9}, {em * 4}}), mode);
        ASSERT_EQ(made.lines.lines.size(), 1u);
        EXPECT_EQ(position(made, 2), em * 4);
        EXPECT_EQ(position(made, 4), em * 9);
        EXPECT_EQ(made.lines.lines[0].width, em * 10);
        EXPECT_EQ(width_of(made, made.lines.lines[0]), em * 10);
    }
}

TEST_F(TabsTest, PassesStopsThatTextHasCovered) {
    const Set made = set(u"中文中文中\t字", with_stops({{em * 4}, {em * 5}, {em * 8}}), WritingMode::vertical_lr);
    EXPECT_EQ(position(made, 6), em * 8);
}

TEST_F(TabsTest, TextStandsAtItsStopByItsAlignment) {
    const auto at = [&](TabAlignment alignment) {
        return position(set(u"中\t文字文字\t中", with_stops({{em * 8, alignment}, {em * 15}}), WritingMode::vertical_lr), 2);
    };
    EXPECT_EQ(at(TabAlignment::start), em * 8);
    EXPECT_EQ(at(TabAlignment::centre), em * 6);
    EXPECT_EQ(at(TabAlignment::end), em * 4);
}

TEST_F(TabsTest, DecimalMarksStandUnderEachOther) {
    const std::u16string text = u"\t3.25\n\t120.5\n\t77";
    const Set made = set(text, with_stops({{em * 8, TabAlignment::decimal}}), WritingMode::horizontal_tb);
    EXPECT_EQ(position(made, 2), em * 8);
    EXPECT_EQ(position(made, 10), em * 8);
    const Line& last = made.lines.lines[2];
    EXPECT_EQ(last.start + last.width, em * 8);
    const Set comma =
        set(u"\t3,25", with_stops({{em * 8, TabAlignment::decimal, u','}}), WritingMode::horizontal_tb);
    EXPECT_EQ(position(comma, 2), em * 8);
}

TEST_F(TabsTest, TextTooLongForItsStopFollowsTheTextBefore) {
    const Set made = set(u"中文中文\t文字文字文字", with_stops({{em * 8, TabAlignment::end}}), WritingMode::vertical_lr);
    EXPECT_EQ(position(made, 5), em * 4);
}

TEST_F(TabsTest, StopsGoOnAtTheirDistance) {
    ParagraphOptions options = with_stops({{em * 3}});
    options.tab_distance = em * 5;
    const Set made = set(u"\t中\t文\t字", options, WritingMode::vertical_lr);
    EXPECT_EQ(position(made, 1), em * 3);
    EXPECT_EQ(position(made, 3), em * 5);
    EXPECT_EQ(position(made, 5), em * 10);
}

TEST_F(TabsTest, TextBehindTheLastPlaceGoesToTheNextLine) {
    ParagraphOptions options = with_stops({});
    options.tab_distance = em * 15;
    const Set made = set(u"中\t文\t字文", options, WritingMode::vertical_lr);
    ASSERT_EQ(made.lines.lines.size(), 2u);
    EXPECT_EQ(position(made, 2), em * 15);
    EXPECT_EQ(position(made, 4), Length{});
}

TEST_F(TabsTest, ATabOfAHangingIndentLeadsToTheIndent) {
    ParagraphOptions options = measure(em * 20);
    options.start_indent = em * 2;
    options.first_line_indent = -em * 2;
    const Set made = set(u"1.\t" + repeated(u"中文", 15), options, WritingMode::vertical_lr);
    ASSERT_EQ(made.lines.lines.size(), 2u);
    EXPECT_EQ(position(made, 0), Length{});
    EXPECT_EQ(position(made, 3), em * 2);
    EXPECT_EQ(made.lines.lines[1].start, em * 2);
    EXPECT_EQ(made.lines.lines[1].available, em * 18);
}

TEST_F(TabsTest, JustifiedLinesStretchAfterTheirLastTabOnly) {
    ParagraphOptions options = with_stops({{em * 5}});
    const Set made = set(word + u" \t" + repeated(word + u" ", 12), options, WritingMode::vertical_lr);
    const Line& line = made.lines.lines[0];
    EXPECT_EQ(line.width, line.available);
    EXPECT_EQ(position(made, 8), em * 5);
    EXPECT_EQ(width_of(made, line), line.width);
}

TEST_F(TabsTest, FirstLineIndentsShortenTheFirstLine) {
    ParagraphOptions options = measure(em * 10);
    options.first_line_indent = em * 2;
    const Set made = set(repeated(u"中", 18), options, WritingMode::horizontal_tb);
    ASSERT_EQ(made.lines.lines.size(), 2u);
    EXPECT_EQ(made.lines.lines[0].start, em * 2);
    EXPECT_EQ(made.lines.lines[0].text.size(), 8u);
    EXPECT_EQ(made.lines.lines[1].start, Length{});
}

TEST_F(TabsTest, TheLastLineStandsByItsOwnOption) {
    ParagraphOptions options = measure(em * 10);
    const auto last = [&](std::optional<Alignment> alignment) {
        options.last_line = alignment;
        return set(u"中文\n中文", options, WritingMode::horizontal_tb).lines.lines;
    };
    for (std::size_t line = 0; line < 2; ++line) {  // the one before a forced break stands like the last
        EXPECT_EQ(last({})[line].start, Length{});
        EXPECT_EQ(last(Alignment::start)[line].start, Length{});
        EXPECT_EQ(last(Alignment::centre)[line].start, em * 4);
        EXPECT_EQ(last(Alignment::end)[line].start, em * 8);
    }
    options.alignment = Alignment::centre;
    EXPECT_EQ(last({})[0].start, em * 4);
    EXPECT_EQ(last(Alignment::start)[0].start, Length{});
}

TEST_F(TabsTest, AJustifiedLastLineIsFilled) {
    ParagraphOptions options = measure(em * 3);
    options.last_line = Alignment::justify;
    EXPECT_EQ(set(u"中文", options, WritingMode::horizontal_tb).lines.lines[0].width, em * 3);
}

TEST_F(TabsTest, ALineThatCannotBeFilledSaysSoAndKeepsItsRoom) {
    ParagraphOptions options = measure(em * 10);
    const std::u16string text = word + u" " + word + u" " + repeated(word, 3);
    const Line loose = set(text, options, WritingMode::vertical_lr).lines.lines[0];
    EXPECT_TRUE(loose.underfull);
    EXPECT_LT(loose.width, loose.available);
    options.most_stretch = 10;
    const Line filled = set(text, options, WritingMode::vertical_lr).lines.lines[0];
    EXPECT_FALSE(filled.underfull);
    EXPECT_EQ(filled.width, filled.available);
    const Line one_word = set(word + u" " + repeated(word, 3), options, WritingMode::vertical_lr).lines.lines[0];
    EXPECT_TRUE(one_word.underfull);
}

}  // namespace
}  // namespace bichig::layout
