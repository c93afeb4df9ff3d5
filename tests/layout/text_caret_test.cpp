// Carets over many paragraphs: steps go from one to the next, points find their caret, selections have their shapes.
#include <limits>

#include <bichig/layout/text_caret.h>

#include "layout/caret_paragraphs.h"

namespace bichig::layout {
namespace {

class TextCaretTest : public CaretTest {
protected:
    static TextLayout open(std::u16string_view text, WritingMode mode = WritingMode::vertical_lr) {
        TextLayoutOptions options;
        options.styles = {{fonts(), em, "mn-Mong"}};
        options.looks.resize(1);
        options.looks[0].space_before = Length::points(5);
        options.looks[0].space_after = Length::points(3);
        options.measure = Length::points(120);
        options.mode = mode;
        return {paragraphs_of(text), options};
    }

    static std::u16string words(int paragraphs) {
        std::u16string text;
        for (int i = 0; i < paragraphs; ++i) {
            if (i > 0) text += u'\n';
            for (int w = 0; w < i % 9; ++w) text += word + u" ";
        }
        return text;
    }

    /// All stops of a text, from paragraph to paragraph.
    static std::vector<TextOffset> stops(TextLayout& text) {
        std::vector<TextOffset> all;
        for (std::size_t i = 0; i < text.paragraph_count(); ++i) {
            for (const TextIndex index : text::grapheme_boundaries(text.text(i))) {
                all.push_back(text.offset_of(TextPlace{i, index}));
            }
        }
        return all;
    }

    static Length middle(TextLayout& text, const TextCaret& caret) {
        const CaretBox box = caret_box(text, caret);
        return box.block + box.extent / 2;
    }
};

TEST_F(TextCaretTest, GraphemeStepsVisitEveryStopOfEveryParagraph) {
    MixedStrings strings;
    for (int i = 0; i < 300; ++i) {
        TextLayout text = open(strings.next() + u"\n" + strings.next() + u"\n\n" + strings.next());
        const std::vector<TextOffset> wanted = stops(text);
        std::vector<TextOffset> seen{0};
        TextCaret caret;
        while (offset_of(text, caret) != text.size() && seen.size() <= wanted.size()) {
            caret = move(text, caret, Step::grapheme, Direction::forward);
            seen.push_back(offset_of(text, caret));
        }
        ASSERT_EQ(seen, wanted);
        EXPECT_EQ(move(text, caret, Step::grapheme, Direction::forward), caret);
        std::vector<TextOffset> back{text.size()};
        while (offset_of(text, caret) != 0 && back.size() <= wanted.size()) {
            caret = move(text, caret, Step::grapheme, Direction::backward);
            back.push_back(offset_of(text, caret));
        }
        std::reverse(back.begin(), back.end());
        ASSERT_EQ(back, wanted);
    }
}

TEST_F(TextCaretTest, LineStepsKeepTheirGoalOverShortAndEmptyParagraphs) {
    TextLayout text = open(words(40));
    TextCaret caret = caret_at(text, text.offset_of(TextPlace{8, 20}));
    const Length goal = caret_box(text, caret).inline_;
    Length block = middle(text, caret);
    std::size_t steps = 0;
    while (caret.paragraph < 39) {
        caret = move(text, caret, Arrow::right);  // to the next line of vertical text
        ASSERT_EQ(caret.caret.goal, goal);
        const Length next = middle(text, caret);
        ASSERT_GT(next, block);
        block = next;
        ASSERT_LT(++steps, 500u);
    }
    const TextCaret end = move(text, caret, Step::line, Direction::forward);
    for (int i = 0; i < 20; ++i) caret = move(text, caret, Step::line, Direction::forward);
    EXPECT_EQ(offset_of(text, caret), text.size());
    EXPECT_EQ(end.caret.goal, goal);
    for (int i = 0; i < 1000; ++i) caret = move(text, caret, Step::line, Direction::backward);
    EXPECT_EQ(offset_of(text, caret), 0u);
}

TEST_F(TextCaretTest, ThePointOfEveryCaretFindsIt) {
    for (const WritingMode mode : {WritingMode::vertical_lr, WritingMode::horizontal_tb}) {
        TextLayout text = open(words(60), mode);
        for (const TextOffset offset : stops(text)) {
            const TextCaret caret = caret_at(text, offset);
            const CaretBox box = caret_box(text, caret);
            const TextHit hit = hit_test(text, {box.inline_, box.block + box.extent / 2});
            ASSERT_EQ(hit.paragraph, caret.paragraph);
            // Two stops at one place: after a space that hangs at the end of a line.
            ASSERT_EQ(caret_box(text, TextCaret{hit.paragraph, {hit.hit.caret, {}}}).inline_, box.inline_);
        }
    }
}

TEST_F(TextCaretTest, PointsOutsideFindTheEnds) {
    TextLayout text = open(words(60));
    const Length far = Length::raw(std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(hit_test(text, {-far, -far}).paragraph, 0u);
    EXPECT_EQ(hit_test(text, {far, far}).paragraph, 59u);
    TextLayout word = open(u"Bichig");
    const Length along = Length::points(5);  // where its line has text
    EXPECT_TRUE(hit_test(word, {along, Length::points(8)}).hit.inside);
    EXPECT_FALSE(hit_test(word, {along, Length::points(2)}).hit.inside);  // in the space before it
    EXPECT_FALSE(hit_test(word, {along, -Length::points(1)}).hit.inside);
    EXPECT_FALSE(hit_test(word, {along, far}).hit.inside);
    EXPECT_EQ(stretch_between(text, {far, far}, {-far, -far}), (TextStretch{0, text.size()}));
    EXPECT_EQ(stretch_between(text, {}, {}), (TextStretch{0, 0}));
    TextLayout empty = open(u"");
    EXPECT_EQ(hit_test(empty, {far, far}).paragraph, 0u);
    EXPECT_EQ(move(empty, {7, {}}, Arrow::down), TextCaret{});
    EXPECT_TRUE(selection_shapes(empty, {0, 9}, {}, far).empty());
}

TEST_F(TextCaretTest, APointLaysOutWhatIsThereAlone) {
    TextLayout text = open(words(5000));
    const TextHit hit = hit_test(text, {Length::points(10), text.block_size() / 2});
    EXPECT_GT(hit.paragraph, 1000u);
    EXPECT_TRUE(text.is_laid_out(hit.paragraph));
    EXPECT_LE(text.figures().layouts, 16u);
}

TEST_F(TextCaretTest, AScreenfulGoesFartherThanALineAndComesBack) {
    TextLayout text = open(words(300));
    TextCaret caret = caret_at(text, text.offset_of(TextPlace{100, 6}));
    const Length from = middle(text, caret);
    const TextCaret next = move_by(text, caret, Length::points(400));
    EXPECT_NEAR((middle(text, next) - from).in_points(), 400, 30);
    EXPECT_EQ(move_by(text, next, Length::points(-400)).paragraph, caret.paragraph);
    // Less than a line is a line all the same, and beyond the ends is their line.
    EXPECT_GT(middle(text, move_by(text, caret, Length::raw(1))), from);
    EXPECT_LT(middle(text, move_by(text, caret, Length::raw(-1))), from);
    EXPECT_EQ(move_by(text, caret, Length::raw(std::numeric_limits<std::int64_t>::max())).paragraph, 299u);
    EXPECT_EQ(move_by(text, caret, Length::raw(-std::numeric_limits<std::int64_t>::max())).paragraph, 0u);
}

TEST_F(TextCaretTest, ASelectionOfAllTouchesWhatIsSeenAlone) {
    TextLayout text = open(words(20000));
    const Length offset = text.block_size() / 3;
    const View view = text.show(offset, Length::points(600));
    const std::uint64_t layouts = text.figures().layouts;
    const std::vector<TextSelectionPart> parts =
        selection_shapes(text, {0, text.size()}, view.offset, Length::points(600));
    EXPECT_LE(text.figures().layouts, layouts + 2);
    ASSERT_GT(parts.size(), 10u);
    for (const TextSelectionPart& part : parts) {
        EXPECT_GE(part.paragraph, view.paragraphs.front().paragraph);
        EXPECT_LE(part.paragraph, view.paragraphs.back().paragraph);
    }
}

TEST_F(TextCaretTest, EveryLineOfASelectionHasAShapeAndEndsOfParagraphsShow) {
    TextLayout text = open(u"a\n\nb");
    const auto parts = selection_shapes(text, {0, 4}, {}, Length::points(1000));
    ASSERT_EQ(parts.size(), 3u);
    EXPECT_EQ(parts[0].part.text, (TextRange{0, 1}));
    EXPECT_EQ(parts[0].part.break_room, em / 4);
    EXPECT_EQ(parts[1].part.size.inline_, em / 4);
    EXPECT_EQ(parts[2].part.break_room, Length{});
    EXPECT_EQ(parts[2].part.origin.block, text.block_of(2) + Length::points(5));
    EXPECT_EQ(selection_shapes(text, {4, 0}, {}, Length::points(1000)).size(), 3u);
    EXPECT_EQ(selection_shapes(text, {1, 2}, {}, Length::points(1000)).size(), 1u);
}

TEST_F(TextCaretTest, ShapesOfARangeLeadBackToIt) {
    TextLayout text = open(words(30));
    const std::vector<TextOffset> all = stops(text);
    for (std::size_t i = 0; i < all.size(); i += 7) {
        for (std::size_t j = i + 1; j < all.size(); j += 61) {
            const auto parts = selection_shapes(text, {all[i], all[j]}, {}, text.block_size());
            ASSERT_FALSE(parts.empty());
            const TextSelectionPart& first = parts.front();
            const TextSelectionPart& last = parts.back();
            EXPECT_EQ(text.offset_of(TextPlace{first.paragraph, first.part.text.begin}), all[i]);
            // A range up to the start of a paragraph ends with the end of the one before.
            const TextOffset end = text.offset_of(TextPlace{last.paragraph, last.part.text.end});
            EXPECT_TRUE(end == all[j] || end + 1 == all[j]) << end << ' ' << all[j];
        }
    }
}

}  // namespace
}  // namespace bichig::layout
