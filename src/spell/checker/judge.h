// What is wrong with one word that is not right, looked at by itself.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <bichig/spell/checker.h>

#include "spell/checker/lexicon_view.h"
#include "spell/checker/reasons.h"

namespace bichig::spell {

/// The verdict on a word. Value.
struct Verdict {
    FaultClass fault = FaultClass::unknown;
    Reason reason = reasons::not_in_dictionary;
    bool certain = false;
    std::vector<Suggestion> suggestions;
};

/// Judges words. Value; holds references.
class Judge {
public:
    Judge(const LexiconView& lexicon, const CheckOptions& options) : lexicon_{lexicon}, options_{options} {}

    /// The verdict on a Mongolian word of Hudum letters; none if it is right.
    std::optional<Verdict> word(std::u16string_view word) const;
    /// The verdict on a suffix with its connector after `before`, which is no Mongolian word ("23", "GDP").
    std::optional<Verdict> suffix(std::u16string_view before, std::u16string_view suffix) const;
    /// The verdict on `suffix` that stands after `stem` and a space; none if it is no suffix of it.
    std::optional<Verdict> after_space(std::u16string_view stem, std::u16string_view suffix) const;
    /// The verdict on a word that another dictionary is for; none if it is right or no dictionary is.
    std::optional<Verdict> other(std::u16string_view word) const;
    /// What may be meant by a word, right or not.
    std::vector<Suggestion> near(std::u16string_view word) const;

private:
    std::optional<Verdict> by_shape(std::u16string_view word) const;
    void add_other_separator(std::u16string_view word, std::vector<Suggestion>& forms) const;
    std::optional<Verdict> by_suffixes(std::u16string_view word) const;
    std::optional<Verdict> by_diphthong(std::u16string_view word) const;
    std::optional<Verdict> by_selectors(std::u16string_view word) const;
    std::optional<Verdict> by_missing_connector(std::u16string_view word) const;
    void add_near_ones(std::u16string_view word, std::vector<Suggestion>& suggestions) const;
    Verdict by_search(std::u16string_view word) const;
    std::vector<Suggestion> limited(std::vector<Suggestion> suggestions) const;

    const LexiconView& lexicon_;
    const CheckOptions& options_;
};

}  // namespace bichig::spell
