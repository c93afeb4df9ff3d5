// Words near a place of a text, without looking at all of it.
#pragma once

#include <string_view>
#include <vector>

#include <bichig/base/text_range.h>
#include <bichig/text/boundaries.h>

namespace bichig::layout::internal {

/// The segments of the part of the text that holds `range` and ends, on both sides, at a space or at the text's end.
/// One of them holds the character at range.begin, if the text has it.
std::vector<text::Segment> segments_around(std::u16string_view text, TextRange range, text::Suffixes suffixes);

/// Where the first word or number after `index` begins (or, for `ends`, ends); the end of the text if there is none.
TextIndex next_word(std::u16string_view text, TextIndex index, text::Suffixes suffixes, bool ends);

/// Where the last word or number that begins before `index` begins; 0 if there is none.
TextIndex previous_word(std::u16string_view text, TextIndex index, text::Suffixes suffixes);

}  // namespace bichig::layout::internal
