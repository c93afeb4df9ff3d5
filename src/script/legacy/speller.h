// Gives selectors to the letters of a word until the written-unit engine draws them as they are wanted.
#pragma once

#include <string>
#include <vector>

#include "script/legacy/ink.h"

namespace bichig::script {

/// A character of a word: a letter with the ink it must have, or something else that stands as it is.
struct SpelledCharacter {
    char16_t character = 0;
    bool letter = false;
    bool free = false;  ///< a letter whose ink does not matter
    Ink ink;
    std::uint8_t selector = 0;  ///< 1–4; 0 for none
};

/// Scratch: one per conversion.
class Speller {
public:
    /// Adds selectors to `word` where they are needed and appends it to `out`. False if no selectors give the ink
    /// wanted; `out` is then as it was.
    bool spell(std::vector<SpelledCharacter>& word, std::u16string& out);

private:
    void compose(const std::vector<SpelledCharacter>& word);
    enum class Fit { good, changed, impossible };
    Fit adjust(std::vector<SpelledCharacter>& word) const;

    std::u16string text_;
    UnitAnalysis analysis_;
};

}  // namespace bichig::script
