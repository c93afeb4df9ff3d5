// A list that a linguist holds (an orthography, a school list) beside the dictionary: nothing of it is kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/lexicon/hunspell_import.h>
#include <bichig/lexicon/lexicon.h>

namespace bichig::lexicon {

/// A word of the list that the dictionary does not have. Value.
struct NormDifference {
    enum class Kind : std::uint8_t {
        missing,         ///< nothing here is like it
        other_letters,   ///< a form here looks the same: one of the two is wrongly encoded
        other_spelling   ///< a row here has the same Cyrillic form: one of the two is of another norm, or wrong
    };
    Kind kind{};
    std::u16string word;
    std::string latin;              ///< empty for a Cyrillic word
    std::string cyrillic;           ///< as the list or the word has it
    std::vector<std::string> ours;  ///< stems here that are meant, in Latin
    Place where;                    ///< in the list
    std::vector<Place> here;        ///< the rows of these stems
};

/// "missing", "other-letters" or "other-spelling".
std::string_view name(NormDifference::Kind kind);

/// What was compared. Value.
struct NormReport {
    std::size_t words = 0;  ///< of the list: Mongolian or Cyrillic ones
    std::size_t known = 0;
    std::size_t other_script = 0;  ///< words of the list that are neither
    std::vector<NormDifference> differences;  ///< in the order of the list
};

/// Looks up each word of the list. A Mongolian word is known if it is a form; a Cyrillic one if a row has it. Total.
NormReport norm_check(const Lexicon& lexicon, const ImportedWords& list);

}  // namespace bichig::lexicon
