// Menksoft glyph codes for those who draw with them: which codes there are, and what letters draw.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include <bichig/script/units.h>

namespace bichig::script::internal {

/// A stroke: the code of a written unit, with `stroke_ends_word` where its final form is drawn (data/legacy/ink.tsv).
inline constexpr std::uint16_t stroke_ends_word = 0x100;

/// What is drawn, taken apart so that the same drawing is the same sequence of strokes. Value.
struct Strokes {
    std::array<std::uint16_t, 8> strokes{};
    std::uint8_t count = 0;
    bool operator==(const Strokes&) const = default;
};

/// For which neighbours a glyph is made.
enum class CodeContext : std::uint8_t { anywhere, tooth, stem, round, bowed, gap, before_ng, before_consonant };

/// A glyph code of letters. Value.
struct GlyphCode {
    char16_t code = 0;
    std::array<char16_t, 2> letters{};  ///< that it is named after; 0: none
    CodeContext context{};
    std::uint8_t positions = 0;  ///< bits 1 << Position
    Strokes strokes;
};

/// All codes of letters (E264–E34F), in their order.
std::vector<GlyphCode> glyph_codes();
/// The code of a mark, digit or space (E234–E263), or 0.
char16_t code_of_mark(char32_t character);
/// What `letter`, one of `analysis.letters`, draws.
Strokes strokes_of(const UnitAnalysis& analysis, const LetterForm& letter);
/// How a drawing begins: CodeContext::tooth, stem or round.
CodeContext beginning_of(const Strokes& strokes);

}  // namespace bichig::script::internal
