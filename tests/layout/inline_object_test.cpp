// Objects in lines: their room, where they stand, breaks and carets beside them, blocks with a mode of their own.
#include "layout/caret_paragraphs.h"

namespace bichig::layout {
namespace {

class InlineObjectTest : public CaretTest {
protected:
    static Paragraph with(const std::u16string& text, std::vector<InlineObject> objects, Length line,
                          WritingMode mode = WritingMode::vertical_lr) {
        static shape::Shaper shaper;
        ParagraphOptions options = measure(line);
        options.alignment = Alignment::start;
        options.objects = std::move(objects);
        return lay_out_paragraph(text, {{{0, static_cast<TextIndex>(text.size())}, fonts(), em, ""}}, options, mode,
                                 shaper);
    }
    static InlineObject picture(TextIndex index, double width, double height) {
        InlineObject object;
        object.index = index;
        object.size = {Length::points(width), Length::points(height)};
        object.image.bytes = std::make_shared<const std::string>("png");
        return object;
    }
    static std::vector<page::Item> items(const Paragraph& paragraph) {
        std::vector<page::Item> made;
        const std::vector<SpanMarks> marks(paragraph.spans.size());
        for (std::size_t line = 0; line < paragraph.lines.lines.size(); ++line) {
            place(paragraph.text, paragraph.shaped, paragraph.lines, line, paragraph.spans, marks,
                  {{}, {{}, paragraph.axis(line)}, paragraph.mode, em}, made);
        }
        return made;
    }
};

const std::u16string object = u"\uFFFC";

TEST_F(InlineObjectTest, APictureHasItsRoomAndStandsOnTheAxis) {
    const auto index = static_cast<TextIndex>(word.size());
    for (const WritingMode mode : {WritingMode::vertical_lr, WritingMode::horizontal_tb}) {
        const Paragraph paragraph = with(word + object + word, {picture(index, 20, 30)}, Length::points(400), mode);
        const bool vertical = mode == WritingMode::vertical_lr;
        const Length word_width = with(word, {}, Length::points(400), mode).lines.lines[0].width;
        EXPECT_EQ(paragraph.lines.lines[0].width, word_width * 2 + Length::points(vertical ? 30 : 20));
        const std::vector<page::Item> made = items(paragraph);
        ASSERT_EQ(made.size(), 3u);
        const auto* image = std::get_if<page::ImageBox>(&made[1]);
        ASSERT_NE(image, nullptr);
        const Length across = Length::points(vertical ? 20 : 30);
        const Length middle = (vertical ? image->box.origin.x : image->box.origin.y) + across / 2;
        EXPECT_EQ(middle, paragraph.axis(0));
        EXPECT_EQ(vertical ? image->box.origin.y : image->box.origin.x, word_width);
        EXPECT_EQ(image->box.size, (PhysicalSize{Length::points(20), Length::points(30)}));
    }
}

TEST_F(InlineObjectTest, LinesStandAsFarApartAsObjectsAsk) {
    const std::u16string text = word + u" " + object + u" " + word;
    const auto index = static_cast<TextIndex>(word.size() + 1);
    EXPECT_EQ(with(text, {picture(index, 10, 10)}, Length::points(60)).pitch, Length::points(24));
    EXPECT_EQ(with(text, {picture(index, 50, 10)}, Length::points(60)).pitch, Length::points(54));
    EXPECT_EQ(with(text, {picture(index, 10, 50)}, Length::points(60), WritingMode::horizontal_tb).pitch,
              Length::points(54));
}

TEST_F(InlineObjectTest, LinesBreakBesideObjects) {
    const auto index = static_cast<TextIndex>(word.size());
    const Paragraph paragraph = with(word + object + word, {picture(index, 16, 40)}, Length::points(56));
    ASSERT_EQ(paragraph.lines.lines.size(), 3u);
    EXPECT_EQ(paragraph.lines.lines[0].text.end, index);
    EXPECT_EQ(paragraph.lines.lines[1].text.end, index + 1);
    EXPECT_FALSE(paragraph.lines.lines[1].overfull);
    const Paragraph wide = with(object, {picture(0, 16, 400)}, Length::points(56));
    ASSERT_EQ(wide.lines.lines.size(), 1u);
    EXPECT_TRUE(wide.lines.lines[0].overfull);
}

TEST_F(InlineObjectTest, CaretsAndHitsTreatAnObjectAsOneCharacter) {
    const auto index = static_cast<TextIndex>(word.size());
    const Paragraph paragraph = with(word + object + word, {picture(index, 20, 30)}, Length::points(400));
    EXPECT_EQ(forward(paragraph), text::grapheme_boundaries(paragraph.text));
    const CaretBox before = caret_box(paragraph, {index, Affinity::downstream});
    const CaretBox after = caret_box(paragraph, {index + 1, Affinity::downstream});
    EXPECT_EQ(after.inline_ - before.inline_, Length::points(30));
    EXPECT_EQ(hit_test(paragraph, {before.inline_ + Length::points(10), paragraph.axis(0)}).caret.index, index);
    EXPECT_EQ(hit_test(paragraph, {before.inline_ + Length::points(20), paragraph.axis(0)}).caret.index, index + 1);
}

TEST_F(InlineObjectTest, AVerticalBlockStandsUprightInAHorizontalLine) {
    const Paragraph inner = lay_out(word + u" " + word, Length::points(60));
    ASSERT_EQ(inner.lines.lines.size(), 2u);
    const InlineObject block = inline_block(1, inner);
    EXPECT_EQ(block.size.width, Length::points(48));
    EXPECT_EQ(block.size.height, inner.lines.lines[0].width);
    const Paragraph outer = with(u"\u4E2D" + object + u"\u6587", {block}, Length::points(400),
                                 WritingMode::horizontal_tb);
    const std::vector<page::Item> made = items(outer);
    ASSERT_EQ(made.size(), 4u);
    std::u16string text;
    for (const page::Item& item : made) text += std::get<page::GlyphRun>(item).text;
    EXPECT_EQ(text, u"\u4E2D" + word + u" " + word + u"\u6587");
    const auto& first = std::get<page::GlyphRun>(made[1]);
    const auto& second = std::get<page::GlyphRun>(made[2]);
    EXPECT_EQ(first.orientation, page::Orientation::sideways);
    EXPECT_EQ(second.origin.x - first.origin.x, Length::points(24));
    EXPECT_EQ(first.origin.y, outer.axis(0) - block.size.height / 2);
    EXPECT_EQ(std::get<page::GlyphRun>(made[3]).origin.x, em + Length::points(48));
}

TEST_F(InlineObjectTest, OtherCharactersAndWrongIndexesAreNoObjects) {
    const Paragraph plain = with(word, {}, Length::points(400));
    const Paragraph odd = with(word, {picture(1, 9, 9), picture(77, 9, 9)}, Length::points(400));
    EXPECT_EQ(odd.lines.positions, plain.lines.positions);
    EXPECT_TRUE(odd.lines.objects.empty());
    const Paragraph negative = with(object, {picture(0, -5, -5)}, Length::points(400));
    EXPECT_EQ(negative.lines.lines[0].width, Length{});
}

TEST_F(InlineObjectTest, BlocksInBlocksEndSomewhere) {
    InlineObject block = inline_block(0, lay_out(u"a"));
    for (int depth = 1; depth < 40; ++depth) block = inline_block(0, with(object, {block}, Length::points(400)));
    EXPECT_EQ(block.block->depth, 40u);
    EXPECT_TRUE(items(with(object, {block}, Length::points(400))).empty());
}

}  // namespace
}  // namespace bichig::layout
