// Whether a word that no dictionary has is built as Mongolian words are.
#pragma once

#include <cstdint>
#include <string_view>

namespace bichig::spell {

/// How a word is built.
enum class Build : std::uint8_t {
    native,    ///< by the rules of syllables and vowel harmony
    compound,  ///< of two parts, one masculine and one feminine: names and compounds are
    foreign,   ///< with letters of loan words, which follow no harmony
    wrong      ///< no word is built so
};

/// How the stem of `word` is built; suffixes after a connector are not looked at. Total.
/// Sources: EAC MGC/01-10 for syllables; vowel harmony as script/suffixes.h has it.
Build build_of(std::u16string_view word);

}  // namespace bichig::spell
