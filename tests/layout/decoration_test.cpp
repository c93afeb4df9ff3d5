// Lines along text: where they begin and end, that they have no gaps, and where raised marks stand.
#include <rapidcheck/gtest.h>

#include "layout/set_lines.h"

namespace bichig::layout {
namespace {

class DecorationTest : public LinesTest {
protected:
    struct Part {
        std::u16string text;
        SpanMarks marks;
        Length size = em;
    };

    /// The items of the lines of `parts`, which stand 29 pt apart; `set` is what they were placed from.
    static std::vector<page::Item> place_parts(const std::vector<Part>& parts, Length line, WritingMode mode,
                                               Set& set) {
        set = {};
        std::vector<SpanMarks> marks;
        for (const Part& part : parts) {
            const auto begin = static_cast<TextIndex>(set.text.size());
            set.text += part.text;
            set.spans.push_back({{begin, static_cast<TextIndex>(set.text.size())}, fonts(), part.size, ""});
            marks.push_back(part.marks);
        }
        static shape::Shaper shaper;
        set.analysis = text::analyze(set.text);
        const bool vertical = mode == WritingMode::vertical_lr;
        set.shaped = shaper.shape(set.text, set.analysis, set.spans,
                                  vertical ? shape::LineDirection::vertical : shape::LineDirection::horizontal);
        ParagraphOptions options = measure(line);
        options.alignment = Alignment::start;
        set.lines = break_lines(set.text, set.analysis, set.shaped, options);
        justify(set.text, set.shaped, options, set.lines);
        std::vector<page::Item> items;
        for (std::size_t i = 0; i < set.lines.lines.size(); ++i) {
            Placement placement;
            placement.position = {Length{}, Length::points(29) * static_cast<std::int64_t>(i)};
            placement.mode = mode;
            placement.size = em;
            place(set.text, set.shaped, set.lines, i, set.spans, marks, placement, items);
        }
        return items;
    }

    template <class Item>
    static std::vector<Item> all(const std::vector<page::Item>& items) {
        std::vector<Item> found;
        for (const page::Item& item : items) {
            if (const auto* one = std::get_if<Item>(&item)) found.push_back(*one);
        }
        return found;
    }

    static SpanMarks right_line() {
        SpanMarks marks;
        marks.decorations.right_line = true;
        return marks;
    }
};

const std::u16string suffix = u"\u202F\u1824\u1828";

TEST_F(DecorationTest, OneLineGoesOnOverConnectorsSpacesFacesAndSizes) {
    const std::vector<Part> parts{{word + u" ", {}}, {word + suffix + u" \u4E2D\u6587 Latin ", right_line()},
                                  {u"12\u180E\u1820 large", right_line(), Length::points(24)}, {u" " + word, {}}};
    for (const WritingMode mode : {WritingMode::vertical_lr, WritingMode::horizontal_tb}) {
        Set set;
        const auto strokes = all<page::Stroke>(place_parts(parts, Length::points(2000), mode, set));
        ASSERT_EQ(strokes.size(), 1u);
        const bool vertical = mode == WritingMode::vertical_lr;
        const auto glyph_at = [&](TextIndex index) {
            std::uint32_t g = 0;
            while (g < set.shaped.glyphs.size() && set.shaped.glyphs[g].cluster < index) ++g;
            return set.lines.positions[g];
        };
        const page::Stroke& stroke = strokes[0];
        EXPECT_EQ(vertical ? stroke.from.y : stroke.from.x, glyph_at(set.spans[1].range.begin));
        EXPECT_EQ(vertical ? stroke.to.y : stroke.to.x, glyph_at(set.spans[2].range.end));
        EXPECT_EQ(vertical ? stroke.from.x : stroke.from.y, vertical ? stroke.to.x : stroke.to.y);
        // The largest size asks for its distance, below the baseline of the paragraph in horizontal lines.
        const Length at = vertical ? stroke.from.x : stroke.from.y;
        EXPECT_EQ(at, vertical ? Length::points(24).scaled(0.65)
                               : (em - Length::points(24)).scaled(0.38) + Length::points(24).scaled(0.65));
        EXPECT_EQ(stroke.width, Length::points(24).scaled(0.05));
    }
}

TEST_F(DecorationTest, EachKindHasItsPlace) {
    SpanMarks marks;
    marks.decorations = {true, true, true, true};
    marks.colour = {200, 0, 0};
    Set set;
    const auto items = place_parts({{word, marks}}, Length::points(400), WritingMode::vertical_lr, set);
    const auto strokes = all<page::Stroke>(items);
    const auto waves = all<page::Wave>(items);
    ASSERT_EQ(strokes.size(), 3u);
    ASSERT_EQ(waves.size(), 1u);
    EXPECT_GT(strokes[0].from.x, Length{});
    EXPECT_EQ(strokes[1].from.x, -strokes[0].from.x);
    EXPECT_EQ(strokes[2].from.x, Length{});
    EXPECT_EQ(waves[0].from, strokes[0].from);
    EXPECT_EQ(waves[0].to, strokes[0].to);
    EXPECT_EQ(waves[0].colour, marks.colour);
}

TEST_F(DecorationTest, LinesOfTheTextAreDecoratedEachAndHangingSpacesAreNot) {
    Set set;
    const auto items = place_parts({{repeated(word + u"  ", 9), right_line()}}, Length::points(120),
                                   WritingMode::vertical_lr, set);
    const auto strokes = all<page::Stroke>(items);
    ASSERT_EQ(strokes.size(), set.lines.lines.size());
    ASSERT_GT(strokes.size(), 2u);
    for (std::size_t i = 0; i < strokes.size(); ++i) {
        EXPECT_EQ(strokes[i].to.y - strokes[i].from.y, set.lines.lines[i].width);
    }
}

TEST_F(DecorationTest, OtherColoursAndPlainTextPartLines) {
    SpanMarks red = right_line();
    red.colour = {255, 0, 0};
    Set set;
    const auto items = place_parts({{word, right_line()}, {word, red}, {word, {}}, {word, red}}, Length::points(900),
                                   WritingMode::vertical_lr, set);
    const auto strokes = all<page::Stroke>(items);
    ASSERT_EQ(strokes.size(), 3u);
    EXPECT_EQ(strokes[0].to, strokes[1].from);
    EXPECT_LT(strokes[1].to.y, strokes[2].from.y);
}

TEST_F(DecorationTest, RaisedMarksStandToTheRightOrAbove) {
    SpanMarks raised;
    raised.raised = true;
    const std::vector<Part> parts{{word, {}}, {u"1", raised, em.scaled(raised_size)}, {u" " + word, {}}};
    Set set;
    for (const WritingMode mode : {WritingMode::vertical_lr, WritingMode::horizontal_tb}) {
        std::vector<Part> lying = parts;
        const auto up = all<page::GlyphRun>(place_parts(parts, Length::points(400), mode, set));
        lying[1].marks.raised = false;
        const auto flat = all<page::GlyphRun>(place_parts(lying, Length::points(400), mode, set));
        ASSERT_EQ(up.size(), 3u);
        ASSERT_EQ(flat.size(), 3u);
        const bool vertical = mode == WritingMode::vertical_lr;
        EXPECT_EQ(up[1].origin.x - flat[1].origin.x, vertical ? em.scaled(raised_shift) : Length{});
        EXPECT_EQ(up[1].origin.y - flat[1].origin.y, vertical ? Length{} : -em.scaled(raised_shift));
        EXPECT_EQ(up[2].origin, flat[2].origin);
    }
}

/// Whatever is marked, the strokes of a line cover the advances of its marked glyphs, no less and no more.
RC_GTEST_FIXTURE_PROP(DecorationTest, StrokesCoverWhatIsMarked, ()) {
    const std::vector<std::u16string> pieces{word, suffix, u" ", u"16", u"\u4E2D", u"a", u"\u180E\u1820", u"\u1802"};
    std::vector<Part> parts;
    for (int i = *rc::gen::inRange(1, 9); i > 0; --i) {
        Part part{pieces[*rc::gen::inRange<std::size_t>(0, pieces.size())], {}, em};
        if (*rc::gen::arbitrary<bool>()) part.marks = right_line();
        parts.push_back(part);
    }
    Set set;
    const auto items = place_parts(parts, Length::points(*rc::gen::inRange(20, 300)), WritingMode::vertical_lr, set);
    Length drawn;
    for (const page::Stroke& stroke : all<page::Stroke>(items)) drawn += stroke.to.y - stroke.from.y;
    Length marked;
    for (const Line& line : set.lines.lines) {
        for (const shape::Run& run : set.shaped.runs) {
            if (!parts[run.span].marks.decorations.right_line) continue;
            for (std::uint32_t g = run.glyph_begin; g < run.glyph_end; ++g) {
                if (g < line.glyph_begin || g >= line.glyph_end) continue;
                marked += set.lines.positions[g + 1] - set.lines.positions[g];
            }
        }
    }
    RC_ASSERT(drawn == marked);
}

}  // namespace
}  // namespace bichig::layout
