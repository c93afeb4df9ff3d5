// The paradigm of an entry, form by form, as it is shown to a reader.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <bichig/lexicon/lexicon.h>

namespace bichig::lexicon {

/// One form of a paradigm. Value.
struct ParadigmForm {
    std::string group;               ///< the group that begins the chain; empty for the stem alone
    std::vector<std::string> chain;  ///< the suffixes
    std::u16string text;
    std::string latin;
    std::string units;  ///< in the notation of UTN #57
};

/// The forms of `entry`: the stem if it is a word, then group by group. Total.
std::vector<ParadigmForm> paradigm_of(const Lexicon& lexicon, const Entry& entry);

/// The entries whose stem is `word`, in Latin or in Mongolian letters; of several parts of speech, all.
std::vector<const Entry*> entries_of(const Lexicon& lexicon, std::string_view word);

}  // namespace bichig::lexicon
