// Paragraphs for tests of carets and selections: the staged fonts, Mongolian from Latin transliteration.
#pragma once

#include <random>
#include <string>
#include <utility>
#include <vector>

#include <bichig/layout/movement.h>
#include <bichig/layout/selection.h>

#include "layout/set_lines.h"

namespace bichig::layout {

class CaretTest : public LinesTest {
protected:
    static Paragraph lay_out(const std::u16string& text, Length line = Length::points(400),
                             WritingMode mode = WritingMode::vertical_lr,
                             Alignment alignment = Alignment::start) {
        static shape::Shaper shaper;
        ParagraphOptions options = measure(line);
        options.alignment = alignment;
        return lay_out_paragraph(text, {{{0, static_cast<TextIndex>(text.size())}, fonts(), em, ""}}, options, mode,
                                 shaper);
    }

    /// The indexes at which a caret stands that goes from the start to the end by graphemes.
    static std::vector<TextIndex> forward(const Paragraph& paragraph) {
        std::vector<TextIndex> visited{0};
        Moved moved = move(paragraph, {}, Step::grapheme, Direction::forward);
        while (moved.leaving == Leaving::no && visited.size() <= paragraph.text.size()) {
            visited.push_back(moved.caret.position.index);
            moved = move(paragraph, moved.caret, Step::grapheme, Direction::forward);
        }
        return visited;
    }

    /// Likewise from the end to the start, put in the order of the text.
    static std::vector<TextIndex> backward(const Paragraph& paragraph) {
        Caret caret{{static_cast<TextIndex>(paragraph.text.size()), Affinity::downstream}, {}};
        std::vector<TextIndex> visited{caret.position.index};
        Moved moved = move(paragraph, caret, Step::grapheme, Direction::backward);
        while (moved.leaving == Leaving::no && visited.size() <= paragraph.text.size()) {
            visited.push_back(moved.caret.position.index);
            moved = move(paragraph, moved.caret, Step::grapheme, Direction::backward);
        }
        std::reverse(visited.begin(), visited.end());
        return visited;
    }

    /// Every place of the caret: each stop, and soft line ends with both affinities.
    static std::vector<CaretPosition> positions(const Paragraph& paragraph) {
        std::vector<CaretPosition> all;
        for (const TextIndex index : text::grapheme_boundaries(paragraph.text)) {
            const CaretPosition up{index, Affinity::upstream};
            if (normalized(paragraph, up) == up) all.push_back(up);
            all.push_back({index, Affinity::downstream});
        }
        return all;
    }

    static LogicalPoint middle(const Paragraph& paragraph, const CaretBox& box) {
        return {box.inline_, paragraph.axis(box.line)};
    }
};

/// Strings of letters, selectors, connectors, spaces, breaks, digits, ligatures and emoji, the same in every run.
class MixedStrings {
public:
    std::u16string next() {
        static const std::vector<std::u16string> pieces{
            word, u"\u1828\u180B\u1820", u"\u182D\u180E\u1820", u"\u182D\u202F\u1824\u1828", u"\u180E\u1820", u"\u180E",
            u"\u1820\u180F", u"\u180D", u"\u1822\u180C\u1828", u"\u180A", u"\u1807", u"\u1806", u"\u200D", u"\u200C",
            u" ", u"  ", u"\u00A0", u"\u3000", u"\t", u"\n", u"\r\n", u"\u2028", u"\u00AD", u"\u200B",
            u"1", u"23", u"2024", u"\u1811\u1812", u"office", u"A\u0301", u"\u0301", u"\u4E2D\u6587", u"\u3002",
            u"\u300A", u"\u300B", u"\u1802", u"\u1803", u"\uFF01", u"\U0001F600", u"\U0001F468\u200D\U0001F469\u200D"
            u"\U0001F467", u"\U0001F1E8\U0001F1F3", u"\U0001F44D\U0001F3FD", u"\u2764\uFE0F", u"\u0B95\u0BCD\u0BB7",
            std::u16string(1, char16_t{0xD83D}), std::u16string(1, char16_t{0xDC00}), u"\u0415", u"\u0627\u0644",
        };
        std::u16string made;
        for (std::uint32_t i = random_() % 14; i > 0; --i) made += pieces[random_() % pieces.size()];
        return made;
    }
    std::uint32_t number(std::uint32_t below) { return static_cast<std::uint32_t>(random_() % below); }

private:
    std::mt19937 random_{20261124};
};

}  // namespace bichig::layout
