// 10,000 random mixed strings: the caret visits every grapheme once both ways, and points find their caret again.
#include <cstdio>

#include "layout/caret_paragraphs.h"
#include "layout/internal/stops.h"

namespace bichig::layout {
namespace {

class CaretProperty : public CaretTest {
protected:
    static Paragraph random(MixedStrings& strings) {
        static const std::vector<int> widths{1, 17, 40, 90, 400};
        const std::u16string text = strings.next();
        const Length line = Length::points(widths[strings.number(5)]);
        const auto mode = strings.number(3) == 0 ? WritingMode::horizontal_tb : WritingMode::vertical_lr;
        return lay_out(text, line, mode, static_cast<Alignment>(strings.number(4)));
    }

    static std::string show(const Paragraph& paragraph) {
        std::string shown = testing::PrintToString(paragraph.options.measure.in_points()) + " pt:";
        char unit[8];
        for (const char16_t c : paragraph.text) {
            std::snprintf(unit, sizeof unit, " %04X", static_cast<unsigned>(c));
            shown += unit;
        }
        return shown;
    }

    /// Whether the stop after `position` on its line has the same place: what is between them takes no room.
    static bool shares_place(const Paragraph& paragraph, CaretPosition position, const CaretBox& box) {
        for (const CaretPosition& other : positions(paragraph)) {
            if (other.index <= position.index) continue;
            const CaretBox later = caret_box(paragraph, other);
            if (later.line == box.line && later.inline_ == box.inline_) return true;
        }
        return false;
    }
};

TEST_F(CaretProperty, EveryGraphemeIsVisitedOnceInBothDirections) {
    MixedStrings strings;
    for (int i = 0; i < 10000; ++i) {
        const Paragraph paragraph = random(strings);
        const std::vector<TextIndex> stops = text::grapheme_boundaries(paragraph.text);
        ASSERT_EQ(forward(paragraph), stops) << show(paragraph);
        ASSERT_EQ(backward(paragraph), stops) << show(paragraph);
    }
}

TEST_F(CaretProperty, NoLineEndsInsideAGrapheme) {
    MixedStrings strings;
    for (int i = 0; i < 10000; ++i) {
        const Paragraph paragraph = random(strings);
        const std::vector<TextIndex> stops = text::grapheme_boundaries(paragraph.text);
        for (const Line& line : paragraph.lines.lines) {
            ASSERT_TRUE(std::binary_search(stops.begin(), stops.end(), line.text.end))
                << show(paragraph) << " at " << line.text.end << " of " << testing::PrintToString(stops);
        }
    }
    const Paragraph narrow = lay_out(u"\u00A0\u180D\u180D\n", Length::points(1));
    EXPECT_EQ(narrow.lines.lines.front().text.end, 4u);
}

TEST_F(CaretProperty, BoundariesAroundARangeAreThoseOfTheWholeText) {
    static const std::u16string alphabet =
        u"a\u00E9\u0301\u0438\u0439\u0483\u0488\u04E9\u1820\u180B\u180E\u202F\u4E2D\U0001F468\u200D\r\n ";
    std::mt19937 random{1};
    for (int i = 0; i < 20000; ++i) {
        std::u16string text;
        for (int length = 0; length < 12; ++length) text += alphabet[random() % alphabet.size()];
        const TextIndex begin = random() % 13;
        const TextIndex end = begin + random() % (13 - begin);
        const std::vector<TextIndex> all = text::grapheme_boundaries(text);
        const std::vector<TextIndex> near = internal::boundaries_around(text, {begin, end});
        const auto within = [&](const std::vector<TextIndex>& stops) {
            std::vector<TextIndex> kept;
            for (const TextIndex stop : stops) {
                if (stop >= begin && stop <= end) kept.push_back(stop);
            }
            return kept;
        };
        ASSERT_EQ(within(near), within(all)) << testing::PrintToString(text);
    }
}

TEST_F(CaretProperty, BoundariesOfALongTextAreLookedForNearTheRange) {
    for (const char16_t* repeated_word : {u"\u04E9\u0434\u04E9\u0440 ", u"\u00E9t\u00E9 "}) {
        const std::u16string text = repeated(repeated_word, 10000);
        const std::vector<TextIndex> found = internal::boundaries_around(text, {20000, 20010});
        ASSERT_FALSE(found.empty());
        EXPECT_GE(found.front() + 8, 20000U);
        EXPECT_LE(found.back(), 20018U);
    }
}

TEST_F(CaretProperty, TheHitTestOfEveryCaretReturnsIt) {
    MixedStrings strings;
    std::size_t tried = 0;
    std::size_t shared = 0;
    for (int i = 0; i < 10000; ++i) {
        const Paragraph paragraph = random(strings);
        for (const CaretPosition& position : positions(paragraph)) {
            const CaretBox box = caret_box(paragraph, position);
            const Hit hit = hit_test(paragraph, middle(paragraph, box));
            ++tried;
            if (hit.caret == position) continue;
            ++shared;
            ASSERT_EQ(middle(paragraph, caret_box(paragraph, hit.caret)), middle(paragraph, box))
                << show(paragraph) << " at " << position.index;
            ASSERT_TRUE(shares_place(paragraph, position, box)) << show(paragraph) << " at " << position.index;
        }
    }
    RecordProperty("carets", static_cast<int>(tried));
    RecordProperty("without_room_between", static_cast<int>(shared));
    EXPECT_LT(shared, tried / 10);
}

TEST_F(CaretProperty, TheShapesOfARangeLeadBackToIt) {
    MixedStrings strings;
    for (int i = 0; i < 10000; ++i) {
        const Paragraph paragraph = random(strings);
        const std::vector<TextIndex> stops = text::grapheme_boundaries(paragraph.text);
        const TextIndex one = stops[strings.number(static_cast<std::uint32_t>(stops.size()))];
        const TextIndex other = stops[strings.number(static_cast<std::uint32_t>(stops.size()))];
        const TextRange range{std::min(one, other), std::max(one, other)};
        const std::vector<SelectionPart> parts = selection_shapes(paragraph, {one, other});
        ASSERT_EQ(parts.empty(), range.empty()) << show(paragraph);
        TextIndex at = range.begin;
        for (const SelectionPart& part : parts) {
            ASSERT_EQ(part.text.begin, at) << show(paragraph);
            at = part.text.end;
            const Length axis = paragraph.axis(part.line);
            const Length end = part.origin.inline_ + part.size.inline_ - part.break_room;
            const CaretPosition from = normalized(paragraph, {part.text.begin, Affinity::downstream});
            const CaretPosition to = normalized(paragraph, {part.text.end, Affinity::upstream});
            const Hit first = hit_test(paragraph, {part.origin.inline_, axis});
            const Hit last = hit_test(paragraph, {end, axis});
            if (line_of(paragraph, from) == part.line) {
                ASSERT_EQ(caret_box(paragraph, first.caret), caret_box(paragraph, from)) << show(paragraph);
            }
            if (line_of(paragraph, to) == part.line) {
                ASSERT_EQ(caret_box(paragraph, last.caret).inline_, end) << show(paragraph);
                ASSERT_EQ(caret_box(paragraph, to).inline_, end) << show(paragraph);
            }
        }
        if (!parts.empty()) {
            ASSERT_EQ(at, range.end) << show(paragraph);
        }
    }
}

TEST_F(CaretProperty, EveryLineIsReachedByLineSteps) {
    MixedStrings strings;
    for (int i = 0; i < 2000; ++i) {
        const Paragraph paragraph = random(strings);
        Moved moved = move(paragraph, {}, Step::line, Direction::forward);
        std::size_t steps = 0;
        while (moved.leaving == Leaving::no && steps <= paragraph.text.size() + 1) {
            ++steps;
            moved = move(paragraph, moved.caret, Step::line, Direction::forward);
        }
        ASSERT_LE(steps, caret_line_count(paragraph) - 1) << show(paragraph);
        ASSERT_EQ(moved.leaving, Leaving::to_next) << show(paragraph);
    }
}

}  // namespace
}  // namespace bichig::layout
