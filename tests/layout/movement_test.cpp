// Steps of the caret by name: keys in both modes, words with suffixes, the goal, and from paragraph to paragraph.
#include "layout/caret_paragraphs.h"

namespace bichig::layout {
namespace {

class Movement : public CaretTest {
protected:
    static TextIndex after(const Paragraph& paragraph, TextIndex index, Step step, Direction direction,
                           const MovementOptions& options = {}) {
        return move(paragraph, {{index}}, step, direction, options).caret.position.index;
    }
    static TextIndex after(const Paragraph& paragraph, TextIndex index, Arrow arrow, ArrowKeys keys) {
        MovementOptions options;
        options.arrow_keys = keys;
        return move(paragraph, {{index}}, arrow, Step::grapheme, options).caret.position.index;
    }
};

TEST_F(Movement, ArrowsGoWhereTheyPointInVerticalLines) {
    const Paragraph paragraph = lay_out(u"中文中文中文", Length::points(40));
    EXPECT_EQ(after(paragraph, 2, Arrow::down, ArrowKeys::physical), 3u);
    EXPECT_EQ(after(paragraph, 3, Arrow::up, ArrowKeys::physical), 2u);
    EXPECT_EQ(after(paragraph, 3, Arrow::right, ArrowKeys::physical), 5u);
    EXPECT_EQ(after(paragraph, 3, Arrow::left, ArrowKeys::physical), 1u);
    EXPECT_EQ(after(paragraph, 3, Arrow::right, ArrowKeys::logical), 4u);
    EXPECT_EQ(after(paragraph, 3, Arrow::down, ArrowKeys::logical), 5u);
}

TEST_F(Movement, DownWrapsToTheTopOfTheNextLine) {
    const Paragraph paragraph = lay_out(u"中文中文", Length::points(40));
    const Moved moved = move(paragraph, {{1}}, Arrow::down);
    EXPECT_EQ(caret_box(paragraph, moved.caret.position).line, 1u);
    EXPECT_EQ(caret_box(paragraph, moved.caret.position).inline_, Length{});
}

TEST_F(Movement, ArrowsInHorizontalLines) {
    const Paragraph paragraph = lay_out(u"中文中文中文", Length::points(40), WritingMode::horizontal_tb);
    for (const ArrowKeys keys : {ArrowKeys::physical, ArrowKeys::logical}) {
        EXPECT_EQ(after(paragraph, 3, Arrow::right, keys), 4u);
        EXPECT_EQ(after(paragraph, 3, Arrow::left, keys), 2u);
        EXPECT_EQ(after(paragraph, 3, Arrow::down, keys), 5u);
        EXPECT_EQ(after(paragraph, 3, Arrow::up, keys), 1u);
    }
}

TEST_F(Movement, TheGoalOutlivesAShortLine) {
    const Paragraph paragraph = lay_out(u"中文中\n文\n中文中");
    Moved moved = move(paragraph, {{3}}, Step::line, Direction::forward);
    EXPECT_EQ(moved.caret.position.index, 5u);
    moved = move(paragraph, moved.caret, Step::line, Direction::forward);
    EXPECT_EQ(moved.caret.position.index, 9u);
    moved = move(paragraph, moved.caret, Step::grapheme, Direction::backward);
    EXPECT_FALSE(moved.caret.goal);
}

TEST_F(Movement, AWordHasItsSuffixes) {
    const std::u16string noun = u"\u182A\u1822\u1834\u1822\u182D";
    const std::u16string text = noun + u"\u202F\u1824\u1828 " + noun + u"\u180E\u1824\u1828\u1803";
    const Paragraph paragraph = lay_out(text);
    EXPECT_EQ(after(paragraph, 0, Step::word, Direction::forward), 9u);
    EXPECT_EQ(after(paragraph, 9, Step::word, Direction::forward), 18u);
    EXPECT_EQ(after(paragraph, 18, Step::word, Direction::backward), 9u);
    EXPECT_EQ(after(paragraph, 7, Step::word, Direction::backward), 0u);
    MovementOptions options;
    options.word_stop = WordStop::end;
    EXPECT_EQ(after(paragraph, 0, Step::word, Direction::forward, options), 8u);
    options.suffixes = text::Suffixes::apart;
    EXPECT_EQ(after(paragraph, 0, Step::word, Direction::forward, options), 5u);
}

TEST_F(Movement, WordsFarApartAreFound) {
    const Paragraph paragraph = lay_out(u"a" + repeated(u"-", 500) + u"b");
    EXPECT_EQ(after(paragraph, 0, Step::word, Direction::forward), 501u);
    EXPECT_EQ(after(paragraph, 501, Step::word, Direction::backward), 0u);
}

TEST_F(Movement, LinesInsideAGraphemeArePassed) {
    // A grapheme longer than any of a language is cut between its selectors.
    const Paragraph paragraph = lay_out(u"\u00A0" + repeated(u"\u180D", 600) + u"\n", Length::points(1));
    Moved moved = move(paragraph, {}, Step::line, Direction::forward);
    EXPECT_EQ(line_of(paragraph, moved.caret.position) + 2, caret_line_count(paragraph));
    moved = move(paragraph, moved.caret, Step::line, Direction::forward);
    EXPECT_EQ(moved.caret.position.index, 602u);
    moved = move(paragraph, moved.caret, Step::line, Direction::forward);
    EXPECT_EQ(moved.leaving, Leaving::to_next);
}

TEST_F(Movement, LineEdges) {
    const Paragraph paragraph = lay_out(u"中文中文中文", Length::points(40));
    const Moved end = move(paragraph, {{3}}, Step::line_edge, Direction::forward);
    EXPECT_EQ(end.caret.position, (CaretPosition{4, Affinity::upstream}));
    EXPECT_EQ(move(paragraph, end.caret, Step::line_edge, Direction::forward).caret.position, end.caret.position);
    EXPECT_EQ(move(paragraph, end.caret, Step::line_edge, Direction::backward).caret.position, (CaretPosition{2}));
}

TEST_F(Movement, LineStepsGoOnInTheNextParagraph) {
    const Paragraph first = lay_out(u"中文中");
    const Paragraph second = lay_out(u"文中文");
    Moved moved = move(first, {{2}}, Arrow::right);
    EXPECT_EQ(moved.leaving, Leaving::to_next);
    Caret caret = enter(second, moved, Step::line);
    EXPECT_EQ(caret.position.index, 2u);
    moved = move(second, caret, Arrow::left);
    EXPECT_EQ(moved.leaving, Leaving::to_previous);
    EXPECT_EQ(enter(first, moved, Step::line).position.index, 2u);
}

TEST_F(Movement, OtherStepsLeadOutOfAParagraph) {
    const Paragraph first = lay_out(u"中文中");
    const Paragraph second = lay_out(u"文中文");
    const Moved on = move(first, {{3}}, Step::grapheme, Direction::forward);
    EXPECT_EQ(on.leaving, Leaving::to_next);
    EXPECT_EQ(enter(second, on, Step::grapheme).position.index, 0u);
    const Moved back = move(second, {{0}}, Step::word, Direction::backward);
    EXPECT_EQ(back.leaving, Leaving::to_previous);
    EXPECT_EQ(enter(first, back, Step::word).position.index, 3u);
    EXPECT_EQ(move(second, {{2}}, Step::paragraph, Direction::backward).caret.position.index, 0u);
    const Moved next = move(first, {{1}}, Step::paragraph, Direction::forward);
    EXPECT_EQ(next.leaving, Leaving::to_next);
    EXPECT_EQ(next.caret.position.index, 3u);
    EXPECT_EQ(enter(second, next, Step::paragraph).position.index, 0u);
}

}  // namespace
}  // namespace bichig::layout
