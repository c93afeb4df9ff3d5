// Sets text in lines for tests: the staged fonts at 16 pt.
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <bichig/font/catalogue.h>
#include <bichig/layout/lines.h>

namespace bichig::layout {

struct Set {
    std::u16string text;
    text::Analysis analysis;
    std::vector<shape::Span> spans;
    shape::ShapedText shaped;
    Lines lines;
};

class LinesTest : public testing::Test {
protected:
    static shape::FontSet fonts() {
        static const auto catalogue = font::Catalogue::open(BICHIG_FONT_FOLDER);
        if (!catalogue) throw std::runtime_error(describe(catalogue.error()));
        using font::Role;
        return {catalogue->font(Role::mongolian), catalogue->font(Role::han_fangsong), catalogue->font(Role::latin),
                catalogue->font(Role::emoji), catalogue->font(Role::fallback)};
    }
    static Set set(const std::u16string& text, const ParagraphOptions& options, WritingMode mode) {
        static shape::Shaper shaper;
        Set made{text, text::analyze(text), {}, {}, {}};
        made.spans = {{{0, static_cast<TextIndex>(text.size())}, fonts(), Length::points(16), ""}};
        const auto direction =
            mode == WritingMode::vertical_lr ? shape::LineDirection::vertical : shape::LineDirection::horizontal;
        made.shaped = shaper.shape(text, made.analysis, made.spans, direction);
        made.lines = break_lines(text, made.analysis, made.shaped, options);
        justify(text, made.shaped, options, made.lines);
        return made;
    }
    static std::vector<page::Item> place_all(const Set& made, WritingMode mode) {
        std::vector<page::Item> items;
        const std::vector<SpanMarks> marks(made.spans.size());
        for (std::size_t line = 0; line < made.lines.lines.size(); ++line) {
            Placement placement;
            placement.position = {Length{}, Length::points(29) * static_cast<std::int64_t>(line)};
            placement.mode = mode;
            placement.size = Length::points(16);
            place(made.text, made.shaped, made.lines, line, made.spans, marks, placement, items);
        }
        return items;
    }
    static Length width_of(const Set& made, const Line& line) {
        Length width;
        for (std::uint32_t g = line.glyph_begin; g < line.glyph_end; ++g) {
            width += made.lines.positions[g + 1] - made.lines.positions[g] + made.lines.before[g] + made.lines.after[g];
        }
        return width;
    }
};

inline const std::u16string word = u"\u182E\u1823\u1829\u182D\u1823\u182F";
inline const Length em = Length::points(16);

inline std::u16string repeated(const std::u16string& text, int count) {
    std::u16string all;
    for (int i = 0; i < count; ++i) all += text;
    return all;
}

inline ParagraphOptions measure(Length length) {
    ParagraphOptions options;
    options.measure = length;
    return options;
}

}  // namespace bichig::layout
