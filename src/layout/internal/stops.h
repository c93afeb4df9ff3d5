// The stops of one line with their place on it: what carets, hit tests and selections are computed from.
#pragma once

#include <cstddef>
#include <vector>

#include <bichig/layout/caret.h>

namespace bichig::layout::internal {

/// A stop on a line. Value.
struct Stop {
    TextIndex index = 0;
    Length inline_;
};

/// A line as the caret sees it. Value.
struct LineStops {
    std::size_t line = 0;
    TextRange text;
    bool soft_end = false;      ///< the next line begins at text.end without a forced break
    std::vector<Stop> stops;    ///< neither index nor place ever falls; empty where the line is a part of one grapheme

    /// The caret at one of the stops.
    CaretPosition position(const Stop& stop) const {
        return {stop.index, soft_end && stop.index == text.end ? Affinity::upstream : Affinity::downstream};
    }
};

/// The stops of line number `line` < caret_line_count(). O(log runs + length of the line).
LineStops stops_of(const Paragraph& paragraph, std::size_t line);

/// The text of a line, also of the empty one after a forced break at the end.
TextRange text_of(const Paragraph& paragraph, std::size_t line);

/// Whether a forced break ends the line.
bool ends_forced(const Paragraph& paragraph, std::size_t line);

/// Whether two graphemes surely part at `index`, by the characters beside it; where they may not, ICU must be asked.
bool surely_part(std::u16string_view text, TextIndex index);

/// All stops of the part of the text that holds `range` and ends, on both sides, where two graphemes surely part.
std::vector<TextIndex> boundaries_around(std::u16string_view text, TextRange range);

}  // namespace bichig::layout::internal
