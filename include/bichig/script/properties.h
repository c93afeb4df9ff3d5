// Properties of the characters of the Mongolian blocks and of the controls that Mongolian text uses.
#pragma once

#include <cstdint>

namespace bichig::script {

/// What a character does in Mongolian text.
enum class Kind : std::uint8_t {
    none,                ///< no character of the Mongolian blocks or controls
    letter,              ///< of any of the writing systems, Ali Gali included
    combining,           ///< U+1885, U+1886, U+18A9
    variation_selector,  ///< FVS1–4: U+180B–180D, U+180F
    vowel_separator,     ///< MVS: U+180E
    nirugu,              ///< U+180A
    syllable_marker,     ///< U+1807
    soft_hyphen,         ///< U+1806
    digit,               ///< U+1810–1819
    punctuation,         ///< U+1800–1805, 1808, 1809, U+11660–1166C
    suffix_space,        ///< NNBSP: U+202F
    joiner,              ///< ZWJ: U+200D
    non_joiner           ///< ZWNJ: U+200C
};

/// How a character takes part in joining (Unicode 15, ArabicShaping.txt).
enum class Joining : std::uint8_t { none, dual, causing, transparent };

/// The kind of `character`. Source: Unicode 15.0, UTN #57.
Kind kind(char32_t character);

/// The joining type of `character`; `none` outside the Mongolian blocks, but `causing` for ZWJ. Source: Unicode 15.0.
Joining joining(char32_t character);

/// Whether `character` can stand inside a Mongolian word: letters, combining marks, selectors, MVS, NNBSP, nirugu,
/// syllable marker, ZWJ and ZWNJ. Source: EAC MGC/01-11, 7.2.1; FVS4 added.
bool is_word_character(char32_t character);

}  // namespace bichig::script
