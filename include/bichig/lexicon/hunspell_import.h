// The words of a Hunspell dictionary, read for a review queue: as stems with their flags, or with affixes expanded.
//
// This reader is the project's own and bounded: a dictionary of a few lines can stand for billions of forms. It reads
// what makes words (SET, FLAG, AF, PFX, SFX, NEEDAFFIX, FORBIDDENWORD, ONLYINCOMPOUND, CIRCUMFIX) and passes over what
// checks, corrects or compounds them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/result.h>
#include <bichig/lexicon/build.h>
#include <bichig/lexicon/finding.h>

namespace bichig::lexicon {

/// A word from elsewhere. Value.
struct ImportedWord {
    std::u16string word;
    std::uint64_t count = 0;  ///< how often it was met, where the list says it
    std::string cyrillic{};   ///< where the list gives it beside the word
    std::string note{};       ///< what the list says of it besides
    Place where;
};

/// Words from elsewhere, each once, in the order of the list. Value.
struct ImportedWords {
    std::vector<ImportedWord> words;
    std::size_t forbidden = 0;  ///< words that the list forbids, which are left out
    Findings findings;
};

/// How a Hunspell dictionary is read. Value.
struct HunspellImportOptions {
    bool expand = true;                   ///< false: the stems alone, with their flags in the note
    std::size_t most_words = 500'000;     ///< in all
    std::size_t most_of_a_stem = 20'000;
    std::uint64_t most_tries = 1'000'000'000;  ///< how often a rule is tried on a form, in all
    Progress progress{};                       ///< told of the lines of the word list
};

/// A file and its bytes. Value.
struct NamedBytes {
    std::string name;
    std::string bytes;
};

/// The words of `dic` with the affixes of `aff`. Hunspell's depth: two suffixes, and a prefix. Errors: invalid_input
/// with file and line for bytes that are not in the encoding that SET names, a NUL, a line of more than 1 MiB, a first
/// line of `dic` that is no number, a rule that cannot be read, flags that are none, classes whose rules lead back to
/// themselves (unless only stems are wanted); unsupported for an encoding that is not known. Findings: an unknown flag,
/// a class with more or fewer rules than it says, a stem or a dictionary with more words than are taken.
Result<ImportedWords> words_of_hunspell(const NamedBytes& aff, const NamedBytes& dic,
                                        const HunspellImportOptions& options = {});

}  // namespace bichig::lexicon
