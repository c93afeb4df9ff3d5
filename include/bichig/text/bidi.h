// Runs of one direction, and their order in a line (UAX #9).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <bichig/base/text_range.h>

namespace bichig::text {

/// The direction of a paragraph.
enum class BaseDirection : std::uint8_t {
    left_to_right,  ///< also of Mongolian, whose lines run from top to bottom
    right_to_left,
    automatic       ///< that of the first strong character, left to right without one
};

/// Neighbouring characters of one embedding level. Value.
struct DirectionRun {
    TextRange range;
    std::uint8_t level = 0;  ///< even from left to right, odd from right to left

    bool is_right_to_left() const { return level % 2 != 0; }
    bool operator==(const DirectionRun&) const = default;
};

/// Whether `text` has characters that can make a run from right to left: letters and digits of such scripts, and the
/// controls that turn the direction. False for every text of Mongolian, Chinese, Latin and Cyrillic alone. Any thread.
bool has_right_to_left(std::u16string_view text);

/// The runs of `text`, in its order and without gaps; each paragraph (up to its line end) stands for itself. Total: any
/// UTF-16; a text without such characters is one run. Any thread. Source: UAX #9 as ICU has it.
std::vector<DirectionRun> direction_runs(std::u16string_view text, BaseDirection base = BaseDirection::left_to_right);

/// The runs of one line in the order in which they stand along it, from its start (the top of a vertical line, or the
/// left); white space at the end of the line has the level of the paragraph (rule L1). `runs` are those of the whole
/// text, `line` lies within one paragraph. The characters of a run from right to left stand in reverse. Any thread.
std::vector<DirectionRun> line_order(std::u16string_view text, const std::vector<DirectionRun>& runs, TextRange line,
                                     BaseDirection base = BaseDirection::left_to_right);

}  // namespace bichig::text
