// Why a word is found: stable names and a line for people.
#pragma once

#include <string_view>

namespace bichig::spell {

struct Reason {
    std::string_view id;
    std::string_view text;
};

namespace reasons {

inline constexpr Reason other_letters{"other-letters", "looks like a word of the dictionary, which has other letters"};
inline constexpr Reason selectors{"selectors", "has other selectors than the word of the dictionary"};
inline constexpr Reason diphthong{"diphthong", "has y i after a vowel, where the word of the dictionary has i"};
inline constexpr Reason old_connector{"old-connector", "NNBSP stands before the suffix, as before 2023"};
inline constexpr Reason space_for_connector{"space-for-connector", "a space stands before the suffix"};
inline constexpr Reason space_before_connector{"space-before-connector", "a space stands before the connector"};
inline constexpr Reason connector_missing{"connector-missing", "the suffix is joined to its stem"};
inline constexpr Reason suffix_letters{"suffix-letters", "the suffix looks right, and is written with other letters"};
inline constexpr Reason suffix_form{"suffix-form", "the stem takes another form of the suffix"};
inline constexpr Reason near_a_word{"near-a-word", "is not in the dictionary, and nearly a word that is"};
inline constexpr Reason not_built_so{"not-built-so", "is not in the dictionary, and no Mongolian word is built so"};
inline constexpr Reason not_in_dictionary{"not-in-dictionary", "is not in the dictionary"};
inline constexpr Reason too_long{"too-long", "is longer than any word"};
inline constexpr Reason compound{"compound", "is not in the dictionary, but built as names and compounds are"};
inline constexpr Reason abbreviation{"abbreviation", "is not in the dictionary, but looks like an abbreviation"};
inline constexpr Reason scripts{"scripts", "letters of another script stand in or beside the word"};
inline constexpr Reason systems{"systems", "letters of several writing systems stand in the word"};
inline constexpr Reason glyph_codes{"glyph-codes", "is written in glyph codes of Menksoft"};
inline constexpr Reason private_codes{"private-codes", "has private codes, which several encodings use"};
inline constexpr Reason z52{"z52", "is written in the glyph codes of Z52"};

}  // namespace reasons

}  // namespace bichig::spell
