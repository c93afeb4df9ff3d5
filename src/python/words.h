// Dictionaries and lists of words as classes for Python, which checkers and lexicons use.
#pragma once

#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "python/call.h"

namespace bichig::python {

/// A word that may be meant, and its cost.
using Suggestion = std::tuple<nb::str, int>;
inline Suggestion suggestion_of(const bichig_suggestion& suggestion) {
    return {str_of(suggestion.utf16, suggestion.length), suggestion.cost};
}

/// A dictionary of Mongolian. Shared.
class Dictionary {
public:
    explicit Dictionary(bichig_dictionary* made) : dictionary_{made} {}
    const bichig_dictionary* get() const { return dictionary_.get(); }

private:
    Owned<bichig_dictionary> dictionary_;
};

/// A dictionary of Hunspell. Shared.
class Hunspell {
public:
    explicit Hunspell(bichig_hunspell* made) : hunspell_{made} {}
    const bichig_hunspell* get() const { return hunspell_.get(); }

private:
    Owned<bichig_hunspell> hunspell_;
};

/// Words that a user adds. It changes; any thread.
class WordList {
public:
    explicit WordList(bichig_personal* made) : list_{made} {}
    bichig_personal* get() const { return list_.get(); }

private:
    Owned<bichig_personal> list_;
};

}  // namespace bichig::python
