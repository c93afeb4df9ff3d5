// Shapes of selections, and what double and triple clicks select.
#include "layout/caret_paragraphs.h"

namespace bichig::layout {
namespace {

class Selection : public CaretTest {};

TEST_F(Selection, OneRectangleForEachLine) {
    const Paragraph paragraph = lay_out(u"中文中文中文", Length::points(40));
    const std::vector<SelectionPart> parts = selection_shapes(paragraph, {1, 5});
    ASSERT_EQ(parts.size(), 3u);
    const Length pitch = Length::points(24);
    EXPECT_EQ(parts[0], (SelectionPart{0, {1, 2}, {em, Length{}}, {em, pitch}, {}}));
    EXPECT_EQ(parts[1], (SelectionPart{1, {2, 4}, {Length{}, pitch}, {em * 2, pitch}, {}}));
    EXPECT_EQ(parts[2], (SelectionPart{2, {4, 5}, {Length{}, pitch * 2}, {em, pitch}, {}}));
    EXPECT_EQ(selection_shapes(paragraph, {5, 1}), parts);
    const PhysicalRect second = to_physical(parts[1], {Length::points(100), Length{}}, paragraph.mode);
    EXPECT_EQ(second, (PhysicalRect{{Length::points(124), Length{}}, {pitch, em * 2}}));
}

TEST_F(Selection, NoGapAtSeparators) {
    const std::u16string text = word + u"\u202F\u1824\u1828 " + word + u"\u180E\u1824\u1828\t2";
    const Paragraph paragraph = lay_out(text);
    const std::vector<SelectionPart> parts = selection_shapes(paragraph, {0, static_cast<TextIndex>(text.size())});
    ASSERT_EQ(parts.size(), 1u);
    EXPECT_EQ(parts[0].origin.inline_, Length{});
    EXPECT_EQ(parts[0].size.inline_, paragraph.lines.lines[0].width);
}

TEST_F(Selection, AForcedBreakIsSeen) {
    const Paragraph paragraph = lay_out(u"中\n\n文");
    const std::vector<SelectionPart> parts = selection_shapes(paragraph, {1, 3});
    ASSERT_EQ(parts.size(), 2u);
    for (const SelectionPart& part : parts) {
        EXPECT_EQ(part.size.inline_, em / 4);
        EXPECT_EQ(part.break_room, em / 4);
    }
    EXPECT_TRUE(selection_shapes(paragraph, {2, 2}).empty());
}

TEST_F(Selection, PointsGiveTheRangeBack) {
    const Paragraph paragraph = lay_out(u"中文中文中文", Length::points(40));
    const LogicalPoint from{em, paragraph.axis(0)};
    const LogicalPoint to{em, paragraph.axis(2)};
    EXPECT_EQ(range_between(paragraph, from, to), (TextRange{1, 5}));
    EXPECT_EQ(range_between(paragraph, to, from), (TextRange{1, 5}));
}

TEST_F(Selection, AWordWithItsSuffixOrWithout) {
    const std::u16string text = u"\u4E2D " + word + u"\u202F\u1824\u1828 " + word;
    const Paragraph paragraph = lay_out(text);
    EXPECT_EQ(word_at(paragraph, 4).range, (TextRange{2, 11}));
    EXPECT_EQ(word_at(paragraph, 10).range, (TextRange{2, 11}));
    EXPECT_EQ(word_at(paragraph, 4, text::Suffixes::apart).range, (TextRange{2, 8}));
    EXPECT_EQ(word_at(paragraph, 9, text::Suffixes::apart).range, (TextRange{8, 11}));
    EXPECT_EQ(word_at(paragraph, 11).kind, text::SegmentKind::blank);
    EXPECT_EQ(word_at(paragraph, 999).range, (TextRange{12, 18}));
    EXPECT_TRUE(word_at(lay_out(u""), 0).range.empty());
}

TEST_F(Selection, WordsNearAPlaceAreThoseOfTheWholeText) {
    MixedStrings strings;
    for (int i = 0; i < 2000; ++i) {
        const std::u16string text = strings.next() + u" " + strings.next();
        const Paragraph paragraph = lay_out(text);
        for (const text::Segment& segment : text::segments(text)) {
            ASSERT_EQ(word_at(paragraph, segment.range.begin), segment) << segment.range.begin;
            ASSERT_EQ(word_at(paragraph, segment.range.end - 1), segment);
        }
    }
}

TEST_F(Selection, ASentenceWithTheSpaceAfterIt) {
    const Paragraph paragraph = lay_out(u"One two. Three four. Five");
    EXPECT_EQ(sentence_at(paragraph, 4), (TextRange{0, 9}));
    EXPECT_EQ(sentence_at(paragraph, 9), (TextRange{9, 21}));
    EXPECT_EQ(sentence_at(paragraph, 999), (TextRange{21, 25}));
    EXPECT_EQ(sentence_at(lay_out(u""), 0), (TextRange{}));
}

}  // namespace
}  // namespace bichig::layout
