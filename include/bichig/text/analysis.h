// What is known of a text before any font is looked at: scripts, orientation, words and places to break.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <bichig/base/text_range.h>
#include <bichig/text/script.h>

namespace bichig::text {

/// How a character stands in a vertical line (UAX #50, Vertical_Orientation).
enum class VerticalOrientation : std::uint8_t {
    rotated,             ///< R: turned 90° clockwise, as Mongolian and Latin are
    upright,             ///< U: as in horizontal text, as Han is
    transformed_upright, ///< Tu: a vertical glyph if the font has one, else upright
    transformed_rotated  ///< Tr: a vertical glyph if the font has one, else turned
};

/// Whether a line may end between two characters.
enum class Break : std::uint8_t { no, allowed, mandatory };

/// Neighbouring characters of one script. Characters that belong to no script of their own (spaces, digits, marks)
/// go with the text before them, opening marks with the text after them, a closing bracket with its opening one, and
/// what stands before the first letter with that letter. CJK marks and full-width forms are `han` wherever they stand,
/// but spaces and digits after them go with the letters before; the same holds for emoji, which keep together with
/// their own selectors, modifiers and joiners. Every part of a word of Analysis::words is `mongolian`. Value.
struct ScriptRun {
    TextRange range;
    Script script = common;
};

/// The result of analyze(). Value; indexes are those of the text.
struct Analysis {
    /// Runs without gaps from 0 to the end of the text.
    std::vector<ScriptRun> scripts;
    /// For each code unit; both units of a surrogate pair have the same value. Combining marks stand as their base
    /// does, and emoji are upright.
    std::vector<VerticalOrientation> orientations;
    /// Entry i says whether a line may end before code unit i; one entry more than there are code units, and the last
    /// is `mandatory`. White space stands before the break.
    std::vector<Break> breaks;
    /// Words that a change of font may not split: a stem with its connectors, selectors and suffixes, also after
    /// digits ("23" + NNBSP + suffix). In order, not overlapping; text outside has no such bond.
    std::vector<TextRange> words;
};

/// Analyses `text`: total, any UTF-16 is accepted, lone surrogates count as unknown characters. Where the line breaking
/// data of ICU cannot be had, lines break after white space only. Any thread.
/// Sources: UAX #14 with the tailorings of data/kinsoku (EAC MGC/01-13, 4.1.4), UAX #24, UAX #50.
Analysis analyze(std::u16string_view text);

/// Where a word that is longer than its line may be cut when the line begins at range.begin: entry i says whether a cut
/// before code unit range.begin + i parts no grapheme and breaks no line-edge rule; the first entry is false. `range`
/// lies in the text. Total: time grows with the size of the range alone. Any thread.
std::vector<bool> cut_places(std::u16string_view text, TextRange range);

/// UAX #50 property of one character.
VerticalOrientation vertical_orientation(char32_t character);

/// Whether `character` is a space that stretches when a line is justified: true for U+0020, U+00A0 and U+202F alone.
/// Spaces of a fixed width (U+2000–200A, U+3000) do not stretch. U+180E is not among them either, because the
/// character alone does not tell: before a suffix its glyph is as wide as a space and stretches like one, before a
/// final a or e it has no width. Who has shaped the text knows which.
bool is_stretchable_space(char32_t character);

/// Whether Chinese lines may be spread between `character` and another of its kind: ideographs, kana, Bopomofo,
/// Hangul, CJK marks and full-width forms; not letters and digits of ordinary width, not spaces (U+3000 included).
bool is_han_like(char32_t character);

/// On which side of a full-width mark the empty half of its em lies, in the direction of the line: what Chinese line
/// setting may take away, half an em in all (a quarter on each side for `both`).
enum class Squeeze : std::uint8_t { none, start, end, both };

/// How `character` may be squeezed. Opening marks have their empty half at the start, closing marks and 、。，．at the
/// end, the middle dots at both; ：；！？ at the end in horizontal lines and, as vertical glyphs stand in the middle, at
/// both in vertical ones. The answer holds for a glyph one em wide: ‘ ’ “ ” and · from a Latin font have no empty half.
/// Source: GB/T 15834-2011, 5.1, and the usage of mainland China for the place in the em.
Squeeze squeeze_side(char32_t character, bool vertical_line = false);

}  // namespace bichig::text
