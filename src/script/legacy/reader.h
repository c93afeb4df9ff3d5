// Reads strokes as letters: which Hudum letters are drawn so, and which of several readings is the likeliest.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "script/legacy/ink.h"

namespace bichig::script {

/// A stroke and the glyph of the segment that drew it.
struct Drawn {
    Stroke stroke = 0;
    std::uint8_t glyph = 0;
};

/// The letters that a glyph is named after; zero: it says nothing about letters. `plain`: the positions (bit
/// 1 << Position) where each of them is drawn as the glyph without a selector alone.
struct Hint {
    char16_t letters[2] = {0, 0};
    std::uint8_t plain[2] = {0, 0};
};

/// A joined stretch of strokes.
struct Segment {
    std::span<const Drawn> strokes;
    std::span<const Hint> hints;  ///< one for each glyph
    bool joined_before = false;   ///< a nirugu or ZWJ stands before it
    bool joined_after = false;
};

/// What decides between readings, carried over the segments of a word.
enum class Gender : std::uint8_t { open, masculine, feminine };

/// A letter and the strokes [begin, begin + size) that it takes.
struct ReadLetter {
    char16_t letter = 0;
    std::uint8_t begin = 0;
    std::uint8_t size = 0;
};

/// Appends the likeliest letters of `segment` to `out`; false if no letters are drawn so, or if it is longer than any
/// word: then `reached` is where the longest part ends that letters of whole glyphs draw with more after it.
/// `gender` is that of the word so far, and becomes that of the word with this segment.
bool read_letters_of(const Segment& segment, Gender& gender, std::vector<ReadLetter>& out, std::size_t& reached);

}  // namespace bichig::script
