// How long lengths may be that come from outside, so that sums over any text stay within 64 bits.
#pragma once

#include <algorithm>
#include <cstdint>

#include <bichig/layout/lines.h>

namespace bichig::layout::internal {

inline constexpr Length largest_length = Length::raw(std::int64_t{1} << 48);
/// Of what is multiplied by the number of lines or paragraphs.
inline constexpr Length largest_pitch = Length::points(65536);
inline constexpr Length largest_size = Length::points(4096);

inline Length limited(Length length, Length most = largest_length) { return std::clamp(length, -most, most); }
inline Length limited_size(Length size) { return std::clamp(size, Length{}, largest_size); }

/// Sets lengths beyond a limit to it.
inline void limit(ParagraphOptions& options) {
    for (Length* length : {&options.measure, &options.start_indent, &options.end_indent, &options.first_line_indent,
                           &options.tab_distance}) {
        *length = limited(*length);
    }
    for (Length* length : {&options.space_before, &options.space_after, &options.character_pitch,
                           &options.line_pitch}) {
        *length = limited(*length, largest_pitch);
    }
    for (InlineObject& object : options.objects) {
        object.size.width = std::clamp(object.size.width, Length{}, largest_pitch);
        object.size.height = std::clamp(object.size.height, Length{}, largest_pitch);
    }
    for (TabStop& stop : options.tab_stops) stop.position = limited(stop.position);
}

}  // namespace bichig::layout::internal
