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
/// go with the text before them, opening marks with the text after them. Value.
struct ScriptRun {
    TextRange range;
    Script script = common;
};

/// The result of analyze(). Value; indexes are those of the text.
struct Analysis {
    /// Runs without gaps from 0 to the end of the text.
    std::vector<ScriptRun> scripts;
    /// For each code unit; both units of a surrogate pair have the same value.
    std::vector<VerticalOrientation> orientations;
    /// Entry i says whether a line may end before code unit i; one entry more than there are code units, and the last
    /// is `mandatory`. White space stands before the break.
    std::vector<Break> breaks;
    /// Words that a change of font may not split: a stem with its connectors, selectors and suffixes, also after
    /// digits ("23" + NNBSP + suffix). In order, not overlapping; text outside has no such bond.
    std::vector<TextRange> words;
};

/// Analyses `text`: total, any UTF-16 is accepted, lone surrogates count as unknown characters.
/// Sources: UAX #14 with the tailorings of data/kinsoku (EAC MGC/01-13, 4.1.4), UAX #24, UAX #50.
Analysis analyze(std::u16string_view text);

/// UAX #50 property of one character.
VerticalOrientation vertical_orientation(char32_t character);

/// Whether `character` is a space, of any width, that stretches when a line is justified: U+0020, U+00A0, U+202F,
/// and U+180E is not among them (its width depends on the font's form).
bool is_stretchable_space(char32_t character);

/// Characters that Chinese line setting may squeeze by up to half an em, and on which side the empty half lies
/// in the direction of the line.
enum class Squeeze : std::uint8_t { none, start, end, both };
Squeeze squeeze_side(char32_t character);

}  // namespace bichig::text
