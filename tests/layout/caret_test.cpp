// Carets by name: each stop around selectors, MVS, NNBSP, ligatures, digits, emoji, tabs and breaks, in both modes.
#include "layout/caret_paragraphs.h"

namespace bichig::layout {
namespace {

using Stops = std::vector<TextIndex>;

class CaretPlaces : public CaretTest {
protected:
    static void expect_stops(const std::u16string& text, const Stops& expected) {
        for (const WritingMode mode : {WritingMode::vertical_lr, WritingMode::horizontal_tb}) {
            const Paragraph paragraph = lay_out(text, Length::points(400), mode);
            EXPECT_EQ(forward(paragraph), expected);
            EXPECT_EQ(backward(paragraph), expected);
            for (const CaretPosition& position : positions(paragraph)) {
                const LogicalPoint point = middle(paragraph, caret_box(paragraph, position));
                EXPECT_EQ(hit_test(paragraph, point).caret, position) << position.index;
            }
        }
    }
    static CaretBox box(const Paragraph& paragraph, TextIndex index, Affinity affinity = Affinity::downstream) {
        return caret_box(paragraph, {index, affinity});
    }
};

TEST_F(CaretPlaces, NoStopBeforeASelector) {
    for (const char16_t selector : {u'\u180B', u'\u180C', u'\u180D', u'\u180F'}) {
        expect_stops(std::u16string{u'\u1828', selector, u'\u1820'}, {0, 2, 3});
    }
}

TEST_F(CaretPlaces, MvsGoesWithTheLetterAfterIt) {
    expect_stops(u"\u182C\u180E\u1820", {0, 1, 3});
    expect_stops(u"\u182C\u180E\u1824\u1828", {0, 1, 3, 4});
    expect_stops(u"\u182C\u180E", {0, 2});
    expect_stops(u"\u182C\u180E\u1820\u180B", {0, 1, 4});
}

TEST_F(CaretPlaces, NnbspHasStopsOnBothSides) { expect_stops(u"\u182C\u202F\u1824\u1828", {0, 1, 2, 3, 4}); }

TEST_F(CaretPlaces, JoinersStayWithTheirLetter) { expect_stops(u"\u1820\u200D\u1820\u200C\u1820", {0, 2, 4, 5}); }

TEST_F(CaretPlaces, EmojiSequencesAreOneStop) {
    expect_stops(u"\U0001F468\u200D\U0001F469\u200D\U0001F467a", {0, 8, 9});
    expect_stops(u"\U0001F1E8\U0001F1F3\U0001F1F2\U0001F1F3", {0, 4, 8});
    expect_stops(u"\U0001F44D\U0001F3FD", {0, 4});
}

TEST_F(CaretPlaces, LettersOfOneGlyphShareItsRoom) {
    const Paragraph paragraph = lay_out(u"\u182A\u1820\u182A\u1824");  // BA and BO are ligatures in the font
    EXPECT_EQ(forward(paragraph), (Stops{0, 1, 2, 3, 4}));
    for (TextIndex index = 1; index <= 4; ++index) {
        EXPECT_LT(box(paragraph, index - 1).inline_, box(paragraph, index).inline_) << index;
    }
    ASSERT_LT(paragraph.shaped.glyphs.size(), 4u);
    const Length middle_of_first = (box(paragraph, 0).inline_ + box(paragraph, 2).inline_) / 2;
    EXPECT_LE(box(paragraph, 1).inline_ - middle_of_first, Length::raw(1));
    EXPECT_GE(box(paragraph, 1).inline_ - middle_of_first, Length::raw(-1));
}

TEST_F(CaretPlaces, EveryDigitHasItsStop) {
    expect_stops(u"23", {0, 1, 2});
    expect_stops(u"\u1812\u1813\u202F\u1824", {0, 1, 2, 3, 4});
    expect_stops(u"2024", {0, 1, 2, 3, 4});
}

TEST_F(CaretPlaces, ATabIsOneCharacterAsWideAsItsRoom) {
    expect_stops(u"a\tb", {0, 1, 2, 3});
    const Paragraph paragraph = lay_out(u"a\tb");
    EXPECT_EQ(box(paragraph, 2).inline_, Length::points(36));
    const Hit hit = hit_test(paragraph, {Length::points(35), paragraph.axis(0)});
    EXPECT_EQ(hit.character, (TextRange{1, 2}));
    EXPECT_EQ(hit.caret.index, 2u);
}

TEST_F(CaretPlaces, AnEmptyParagraphHasOneStop) {
    expect_stops(u"", {0});
    ParagraphOptions options = measure(Length::points(100));
    options.start_indent = Length::points(7);
    shape::Shaper shaper;
    const Paragraph paragraph =
        lay_out_paragraph(u"", {{{0, 0}, fonts(), em, ""}}, options, WritingMode::vertical_lr, shaper);
    EXPECT_EQ(box(paragraph, 9), (CaretBox{0, Length::points(7), Length::points(4), em}));
    const Hit hit = hit_test(paragraph, {Length::points(-50), Length::points(900)});
    EXPECT_EQ(hit.caret, CaretPosition{});
    EXPECT_TRUE(hit.character.empty());
    EXPECT_FALSE(hit.inside);
}

TEST_F(CaretPlaces, AForcedBreakHasAStopOnEachSide) {
    expect_stops(u"a\r\nb\u2028\u2028", {0, 1, 3, 4, 5, 6});
    const Paragraph paragraph = lay_out(u"a\nb\n");
    EXPECT_EQ(caret_line_count(paragraph), 3u);
    EXPECT_EQ(box(paragraph, 1).line, 0u);
    EXPECT_EQ(box(paragraph, 2).line, 1u);
    EXPECT_EQ(box(paragraph, 2, Affinity::upstream).line, 1u);
    EXPECT_EQ(box(paragraph, 4).line, 2u);
    EXPECT_EQ(box(paragraph, 4).inline_, Length{});
}

TEST_F(CaretPlaces, ASoftLineEndHasTwoPlaces) {
    const Paragraph paragraph = lay_out(u"中文中文中文", Length::points(40));
    ASSERT_EQ(paragraph.lines.lines.size(), 3u);
    EXPECT_EQ(box(paragraph, 2, Affinity::upstream), (CaretBox{0, em * 2, Length::points(4), em}));
    EXPECT_EQ(box(paragraph, 2), (CaretBox{1, Length{}, Length::points(28), em}));
    EXPECT_EQ(hit_test(paragraph, {Length::points(99), Length::points(12)}).caret,
              (CaretPosition{2, Affinity::upstream}));
    EXPECT_EQ(hit_test(paragraph, {Length::points(-1), Length::points(36)}).caret, (CaretPosition{2}));
}

TEST_F(CaretPlaces, TheBarLiesAcrossItsLine) {
    const Paragraph vertical = lay_out(u"中文");
    const PhysicalPoint corner{Length::points(100), Length::points(200)};
    const PhysicalRect flat = to_physical(box(vertical, 1), Length::points(2), corner, vertical.mode);
    EXPECT_EQ(flat, (PhysicalRect{{Length::points(104), Length::points(215)}, {em, Length::points(2)}}));
    const Paragraph horizontal = lay_out(u"中文", Length::points(400), WritingMode::horizontal_tb);
    const PhysicalRect tall = to_physical(box(horizontal, 1), Length::points(2), corner, horizontal.mode);
    EXPECT_EQ(tall, (PhysicalRect{{Length::points(115), Length::points(204)}, {Length::points(2), em}}));
}

TEST_F(CaretPlaces, TheBarIsAsLongAsTheTextBeforeIt) {
    shape::Shaper shaper;
    const Paragraph paragraph = lay_out_paragraph(
        u"中文", {{{0, 1}, fonts(), em, ""}, {{1, 2}, fonts(), em * 2, ""}}, measure(Length::points(400)),
        WritingMode::vertical_lr, shaper);
    EXPECT_EQ(box(paragraph, 0).extent, em);
    EXPECT_EQ(box(paragraph, 1).extent, em);
    EXPECT_EQ(box(paragraph, 2).extent, em * 2);
}

TEST_F(CaretPlaces, RoomOfJustificationBelongsToASide) {
    const std::u16string text = repeated(word + u" ", 8);
    const Paragraph paragraph = lay_out(text, Length::points(130), WritingMode::vertical_lr, Alignment::justify);
    ASSERT_GT(paragraph.lines.lines.size(), 1u);
    const Line& line = paragraph.lines.lines[0];
    TextIndex visible = line.text.end;
    while (text[visible - 1] == u' ') --visible;
    EXPECT_EQ(box(paragraph, visible).inline_, line.start + line.width);
    EXPECT_EQ(box(paragraph, visible).inline_, Length::points(130));
}

TEST_F(CaretPlaces, PointsOutsideAreClamped) {
    const Paragraph paragraph = lay_out(u"中文\n中");
    EXPECT_EQ(hit_test(paragraph, {Length::points(-9), Length::points(-9)}).caret.index, 0u);
    EXPECT_EQ(hit_test(paragraph, {Length::points(999), Length::points(1)}).caret.index, 2u);
    EXPECT_EQ(hit_test(paragraph, {Length::points(999), Length::points(999)}).caret.index, 4u);
    EXPECT_FALSE(hit_test(paragraph, {Length::points(1), Length::points(-9)}).inside);
    EXPECT_TRUE(hit_test(paragraph, {Length::points(1), Length::points(1)}).inside);
}

TEST_F(CaretPlaces, AnIndexInsideAGraphemeIsItsStart) {
    const Paragraph paragraph = lay_out(u"a\u1828\u180B\u1820");
    EXPECT_EQ(normalized(paragraph, {2, Affinity::upstream}), (CaretPosition{1, Affinity::downstream}));
    EXPECT_EQ(normalized(paragraph, {900, Affinity::upstream}), (CaretPosition{4, Affinity::downstream}));
}

}  // namespace
}  // namespace bichig::layout
