// Room outside brackets and quotation marks beside Mongolian: one word space, however it is written.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <layout/set_lines.h>

#include "layout/generated/mark_spacing.h"
#include "layout/internal/glyph_ink.h"

namespace bichig::layout {
namespace {

using internal::ink_along;

class MarkSpacingTest : public LinesTest {
protected:
    static Set set_marks(const std::u16string& text, MarkSpacing spacing = MarkSpacing::even,
                         Length length = Length::points(2000)) {
        ParagraphOptions options = measure(length);
        options.mark_spacing = spacing;
        options.alignment = Alignment::start;
        return set(text, options, WritingMode::vertical_lr);
    }

    static std::uint32_t glyph_at(const Set& made, TextIndex index) {
        const auto& glyphs = made.shaped.glyphs;
        for (std::uint32_t g = 0; g < glyphs.size(); ++g) {
            if (glyphs[g].cluster == index) return g;
        }
        throw std::runtime_error("no glyph begins there");
    }

    static const shape::Run& run_of(const Set& made, std::uint32_t g) {
        return *std::find_if(made.shaped.runs.begin(), made.shaped.runs.end(),
                             [&](const shape::Run& run) { return g < run.glyph_end; });
    }

    static Length pen(const Set& made, std::uint32_t g) {
        Length at = made.lines.lines[0].start;
        for (std::uint32_t i = 0; i < g; ++i) {
            at += made.lines.positions[i + 1] - made.lines.positions[i] + made.lines.before[i] + made.lines.after[i];
        }
        return at;
    }

    /// From the end of the word before an opening mark to the ink of the mark; the mark at `index`.
    static Length room_before(const Set& made, TextIndex word_end, TextIndex index) {
        const std::uint32_t mark = glyph_at(made, index);
        const shape::Run& run = run_of(made, mark);
        const Length ink = to_length(ink_along(run, made.shaped.glyphs[mark]).begin, run.font.metrics().units_per_em,
                                     run.size);
        return pen(made, mark) + made.lines.before[mark] + ink - pen(made, glyph_at(made, word_end));
    }

    /// From the ink of a closing mark to the begin of the word after it.
    static Length room_after(const Set& made, TextIndex index, TextIndex word_begin) {
        const std::uint32_t mark = glyph_at(made, index);
        const shape::Run& run = run_of(made, mark);
        const Length ink = to_length(ink_along(run, made.shaped.glyphs[mark]).end, run.font.metrics().units_per_em,
                                     run.size);
        const std::uint32_t word = glyph_at(made, word_begin);
        return pen(made, word) + made.lines.before[word] - pen(made, mark) - made.lines.before[mark] - ink;
    }

    static Length word_space() {
        const font::Font& face = fonts().mongolian;
        return to_length(face.advance(face.glyph(U' ')), face.metrics().units_per_em, em);
    }
};

TEST_F(MarkSpacingTest, EveryMarkOfTheTableStandsAWordSpaceOffTheWord) {
    const auto near = [](Length room, Length wanted, char16_t mark) {
        // What a glyph may keep, and what ink of a narrow mark leaves free by itself.
        EXPECT_GE(room, wanted - Length::raw(4)) << std::hex << static_cast<int>(mark);
        EXPECT_LE(room, wanted + em / 4) << std::hex << static_cast<int>(mark);
    };
    for (const char16_t mark : generated::opening_marks) {
        const Set close = set_marks(word + mark + word);
        near(room_before(close, static_cast<TextIndex>(word.size()), static_cast<TextIndex>(word.size())),
             word_space(), mark);
    }
    for (const char16_t mark : generated::closing_marks) {
        const Set close = set_marks(word + mark + word);
        const auto at = static_cast<TextIndex>(word.size());
        near(room_after(close, at, at + 1), word_space(), mark);
    }
}

TEST_F(MarkSpacingTest, AWrittenSpaceAndABuiltInOneAreNotTwo) {
    const auto size = static_cast<TextIndex>(word.size());
    for (const char16_t space : generated::written_spaces) {
        const Set spaced = set_marks(word + space + u"《" + word + u"》" + space + word);
        EXPECT_LE(room_before(spaced, size, size + 1), word_space() + em / 8);
        EXPECT_LE(room_after(spaced, 2 * size + 2, 2 * size + 4), word_space() + em / 8);
        const Set written = set_marks(word + space + u"《" + word + u"》" + space + word, MarkSpacing::as_written);
        EXPECT_GE(room_before(written, size, size + 1), word_space() + em / 3);
    }
}

TEST_F(MarkSpacingTest, MarksAwayFromMongolianAreLeftAlone) {
    for (const std::u16string text : {u"中文《书名》（注）文字", u"see (the note) [1] here", u"《", u"（）", u"2025(3)",
                                      u"中文 《书名》 文字"}) {
        const Set even = set_marks(text);
        const Set written = set_marks(text, MarkSpacing::as_written);
        EXPECT_EQ(even.lines.before, written.lines.before);
        EXPECT_EQ(even.lines.after, written.lines.after);
    }
}

TEST_F(MarkSpacingTest, LinesBeginAndEndAtTheMark) {
    // One word and a bracketed one: the line breaks before the bracket, or after it.
    for (const std::u16string mark : {u"《", u"("}) {
        const std::u16string text = word + mark + word;
        const Set made = set_marks(text, MarkSpacing::even, em * 4);
        ASSERT_EQ(made.lines.lines.size(), 2U);
        const std::uint32_t glyph = made.lines.lines[1].glyph_begin;
        ASSERT_EQ(made.text[made.shaped.glyphs[glyph].cluster], mark[0]);
        const shape::Run& run = run_of(made, glyph);
        const Length ink = to_length(ink_along(run, made.shaped.glyphs[glyph]).begin,
                                     run.font.metrics().units_per_em, run.size);
        EXPECT_LE(made.lines.before[glyph] + ink, em / 6);
    }
}

RC_GTEST_FIXTURE_PROP(MarkSpacingTest, PartsAddUpAndFit, ()) {
    const std::u16string alphabet = u"\u182E\u1823\u180E\u1820  \u00A0《》()（）“”中文a1\u1802\u3000\t";
    const std::u16string text = *rc::gen::container<std::u16string>(rc::gen::elementOf(alphabet));
    ParagraphOptions options = measure(Length::points(*rc::gen::inRange(10, 300)));
    options.alignment = *rc::gen::element(Alignment::start, Alignment::justify);
    const Set made = set(text, options, WritingMode::vertical_lr);
    for (const Line& line : made.lines.lines) {
        RC_ASSERT(width_of(made, line) == line.width);
        RC_ASSERT(line.overfull || line.width <= line.available);
    }
    for (std::uint32_t g = 0; g < made.shaped.glyphs.size(); ++g) {
        const Length natural = made.lines.positions[g + 1] - made.lines.positions[g];
        RC_ASSERT(natural + made.lines.before[g] + made.lines.after[g] >= Length{});
    }
}

}  // namespace
}  // namespace bichig::layout
