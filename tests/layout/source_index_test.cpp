// Sources of the lines of a long span: the same with an index of its bytes as counted from its begin.
#include <gtest/gtest.h>

#include <layout/set_lines.h>

namespace bichig::layout {
namespace {

class SourceIndexTest : public LinesTest {};

TEST_F(SourceIndexTest, LinesHaveTheSourceThatCountingGives) {
    std::u16string text;
    while (text.size() < 5 * source_step) text += word + u" ab é 中文 \U0001F600 ";
    const Set made = set(text, measure(Length::points(300)), WritingMode::vertical_lr);
    SpanMarks counted;
    counted.source = {0, 1000, 1000 + 4 * static_cast<std::uint32_t>(text.size())};
    counted.source_is_text = true;
    SpanMarks indexed = counted;
    index_source(indexed, text);
    EXPECT_EQ(indexed.source_bytes.size(), text.size() / source_step);
    EXPECT_TRUE(counted.source_bytes.empty());
    std::size_t runs = 0;
    for (std::size_t line = 0; line < made.lines.lines.size(); ++line) {
        std::vector<page::Item> one;
        std::vector<page::Item> other;
        place(made.text, made.shaped, made.lines, line, made.spans, {counted}, Placement{}, one);
        place(made.text, made.shaped, made.lines, line, made.spans, {indexed}, Placement{}, other);
        ASSERT_EQ(one.size(), other.size());
        for (std::size_t i = 0; i < one.size(); ++i) {
            const auto* run = std::get_if<page::GlyphRun>(&one[i]);
            if (run == nullptr) continue;
            EXPECT_EQ(run->source, std::get<page::GlyphRun>(other[i]).source);
            ++runs;
        }
    }
    EXPECT_GT(runs, 1000u);
}

TEST_F(SourceIndexTest, ShortSpansAndOtherSourcesHaveNone) {
    SpanMarks marks;
    marks.source_is_text = true;
    index_source(marks, std::u16string(2 * source_step - 1, u'a'));
    EXPECT_TRUE(marks.source_bytes.empty());
    marks.source_is_text = false;
    index_source(marks, std::u16string(9 * source_step, u'a'));
    EXPECT_TRUE(marks.source_bytes.empty());
}

}  // namespace
}  // namespace bichig::layout
