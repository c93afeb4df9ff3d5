// Dictionaries behind handles, and words that calls hand out.
#pragma once

#include <string>
#include <vector>

#include <bichig/c/dictionary.h>
#include <bichig/c/personal.h>
#include <bichig/c/spelling.h>
#include <bichig/spell/checker.h>

#include "c/internal/pack.h"
#include "c/internal/text_in_out.h"

struct bichig_dictionary {
    bichig::spell::Dictionary words;
};

struct bichig_hunspell {
    bichig::spell::HunspellDictionary words;
};

struct bichig_personal {
    bichig::spell::UserDictionary words;
};

struct bichig_checker {
    bichig::spell::Checker checker;
};

namespace bichig::c {

/// All but the callback.
spell::CheckOptions check_options_of(const bichig_check_options& given);

inline const spell::ShapeIndex& index_of(const bichig_dictionary* dictionary) {
    require(dictionary != nullptr, "the dictionary is NULL");
    return dictionary->words.index();
}

/// Adds suggestions to a pack; gives where they begin.
template <class Char>
std::size_t pack_suggestions(Pack& pack, const std::vector<spell::Suggestion>& suggestions) {
    const std::size_t begin = pack.array<bichig_suggestion>(suggestions.size());
    for (std::size_t i = 0; i < suggestions.size(); ++i) {
        const std::size_t at = begin + i * sizeof(bichig_suggestion);
        bichig_suggestion one{};
        one.cost = suggestions[i].cost;
        pack.put(begin, i, one);
        pack.text<Char>(at + offsetof(bichig_suggestion, utf8), at + offsetof(bichig_suggestion, utf16),
                        at + offsetof(bichig_suggestion, length), suggestions[i].text);
    }
    return begin;
}

}  // namespace bichig::c
