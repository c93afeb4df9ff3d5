// The tests of a word, in the order in which they are tried: what is most certain comes first.
#include "spell/checker/judge.h"

#include <algorithm>

#include <bichig/script/normal_form.h>
#include <bichig/script/properties.h>
#include <bichig/script/suffixes.h>

#include "spell/checker/candidates.h"
#include "spell/checker/letter_costs.h"
#include "spell/checker/suffix_forms.h"
#include "spell/checker/well_formed.h"

namespace bichig::spell {

namespace {

constexpr char16_t mvs = 0x180E, nirugu = 0x180A;

std::u16string joined(std::u16string_view stem, std::u16string_view suffix) {
    std::u16string word{stem};
    word += mvs;
    word += suffix;
    return word;
}

/// Words that are made of a chain with other forms of its suffixes, as far as the lexicon has them.
class SuffixChoices {
public:
    SuffixChoices(const LexiconView& lexicon, const SuffixChain& chain, std::u16string_view written)
        : lexicon_{lexicon}, chain_{chain}, written_{written} {}

    /// Tries the chain on `stem`. Words come with their distance from what is written.
    void run(const std::u16string& stem) { walk(stem, 0); }
    const Candidates& found() const { return found_; }

private:
    void walk(const std::u16string& word, std::size_t number) {
        constexpr unsigned most_tries = 300;
        if (++tries_ > most_tries) return;
        if (number == chain_.suffixes.size()) {
            if (word == written_ || !lexicon_.has(word)) return;
            const auto info = lexicon_.index() != nullptr ? lexicon_.index()->find(word) : std::nullopt;
            const unsigned cost = std::min(letter_distance(written_, word, 400), 400u);
            found_.add(word, cost_with_frequency(cost, info.value_or(FormInfo{})));
            return;
        }
        std::vector<std::u16string> tried;
        const auto attempt = [&](std::u16string_view form) {
            if (std::find(tried.begin(), tried.end(), form) != tried.end()) return;
            tried.emplace_back(form);
            walk(joined(word, form), number + 1);
        };
        for (const script::Suffix suffix : suffixes_of(chain_.suffixes[number])) {
            for (const std::u16string& form : forms_for(word, suffix)) attempt(form);
        }
        attempt(chain_.suffixes[number]);
    }

    const LexiconView& lexicon_;
    const SuffixChain& chain_;
    std::u16string_view written_;
    Candidates found_;
    unsigned tries_ = 0;
};

/// Whether both have the same letters before their first suffix.
bool same_stem(std::u16string_view a, std::u16string_view b) {
    const SuffixChain of_a = suffix_chain(a);
    const SuffixChain of_b = suffix_chain(b);
    return !of_a.suffixes.empty() && of_a.suffixes.size() == of_b.suffixes.size() && of_a.stem == of_b.stem;
}

/// The form that a suffix written as `written` should have after `stem`: of those it may be read as, the nearest. A
/// stem that does not say how it sounds takes any form. None for what is no suffix.
std::optional<std::u16string> nearest_form(std::u16string_view stem, std::u16string_view written) {
    std::optional<std::u16string> nearest;
    unsigned least = too_far;
    for (const script::Suffix reading : suffixes_of(written)) {
        std::vector<std::u16string> forms = forms_for(stem, reading);
        if (script::stem_sound(stem, reading).certain) forms.resize(1);
        for (std::u16string& form : forms) {
            const unsigned distance = letter_distance(written, form, too_far - 1);
            if (nearest && distance >= least) continue;
            least = distance;
            nearest = std::move(form);
        }
    }
    return nearest;
}

/// How near a word of so many letters must be to one of the dictionary to be taken for it: short words have
/// neighbours by chance.
int limit_of_likeness(std::size_t letters) {
    if (letters >= 9) return 100;
    if (letters >= 7) return letters == 8 ? 75 : 70;
    return letters >= 5 ? 45 : -1000;
}

}  // namespace

std::vector<Suggestion> Judge::limited(std::vector<Suggestion> suggestions) const {
    if (suggestions.size() > options_.limit) suggestions.resize(options_.limit);
    return suggestions;
}

std::optional<Verdict> Judge::word(std::u16string_view word) const {
    if (lexicon_.has(word)) return std::nullopt;
    if (word.size() > max_form_size) return Verdict{FaultClass::unknown, reasons::too_long, false, {}};
    const std::u16string now = with_new_connectors(word);
    if (now != word && lexicon_.has(now)) {
        if (options_.accept_nnbsp) return std::nullopt;
        return Verdict{FaultClass::suffix, reasons::old_connector, true, {{now, 0}}};
    }
    if (auto verdict = by_shape(now)) return verdict;
    for (const auto test : {&Judge::by_diphthong, &Judge::by_suffixes, &Judge::by_selectors,
                            &Judge::by_missing_connector}) {
        auto verdict = (this->*test)(now);
        if (!verdict) continue;
        if (!verdict->certain && options_.suggest) add_near_ones(now, verdict->suggestions);
        return verdict;
    }
    return by_search(now);
}

/// Fills up suggestions with words that are near: what looks like a fault of the suffix may be another.
void Judge::add_near_ones(std::u16string_view word, std::vector<Suggestion>& suggestions) const {
    if (suggestions.size() >= options_.limit) return;
    for (Suggestion& more : near(word)) {
        if (suggestions.size() >= options_.limit) return;
        const auto same = [&more](const Suggestion& known) { return known.text == more.text; };
        if (std::none_of(suggestions.begin(), suggestions.end(), same)) suggestions.push_back(std::move(more));
    }
}

/// Forms that are drawn as the word is.
std::optional<Verdict> Judge::by_shape(std::u16string_view word) const {
    if (lexicon_.index() == nullptr) return std::nullopt;
    std::vector<Suggestion> forms = forms_that_look_so(*lexicon_.index(), word);
    if (forms.empty()) return std::nullopt;
    add_other_separator(word, forms);
    const bool in_suffix = same_stem(word, forms.front().text);
    // That the name of a person is meant is not certain: the word may be one that the dictionary lacks.
    const auto info = lexicon_.index()->find(forms.front().text);
    const bool certain = forms.size() == 1 && info && info->kind != FormKind::name;
    const bool same_letters = without_selectors(word) == without_selectors(forms.front().text);
    return Verdict{in_suffix ? FaultClass::suffix : FaultClass::encoding,
                   same_letters ? reasons::selectors : in_suffix ? reasons::suffix_letters : reasons::other_letters,
                   certain, limited(std::move(forms))};
}

/// What has the same letters as the word, but an MVS before the final a or e of its stem, or none there, may be meant
/// as well as what looks the same: first, where the latter has letters that are further away.
void Judge::add_other_separator(std::u16string_view word, std::vector<Suggestion>& forms) const {
    std::u16string made{word};
    const std::size_t end = suffix_chain(word).stem.size();
    if (end < 3 || (word[end - 1] != 0x1820 && word[end - 1] != 0x1821)) return;
    if (word[end - 2] == mvs) {
        made.erase(end - 2, 1);
    } else {
        made.insert(end - 1, 1, mvs);
    }
    if (!lexicon_.has(made)) return;
    const unsigned cost = letter_distance(word, made, too_far - 1);
    const bool first = letter_distance(word, forms.front().text, too_far - 1) > cost;
    forms.insert(first ? forms.begin() : forms.end(), {std::move(made), static_cast<int>(cost)});
}

/// Another form of a suffix, and stems that look the same.
std::optional<Verdict> Judge::by_suffixes(std::u16string_view word) const {
    const SuffixChain chain = suffix_chain(word);
    if (chain.suffixes.empty() || chain.stem.empty()) return std::nullopt;
    SuffixChoices choices{lexicon_, chain, word};
    choices.run(std::u16string{chain.stem});
    const bool of_this_stem = !choices.found().empty();
    if (!of_this_stem && lexicon_.index() != nullptr) {
        for (const Suggestion& stem : forms_that_look_so(*lexicon_.index(), chain.stem)) choices.run(stem.text);
    }
    if (choices.found().empty()) return std::nullopt;
    std::vector<Suggestion> found = choices.found().best(options_.limit + 1);
    const bool certain = of_this_stem && found.size() == 1;
    const bool by_selectors = found.front().text == without_selectors(word);
    return Verdict{FaultClass::suffix, by_selectors ? reasons::selectors : reasons::suffix_form, certain,
                   limited(std::move(found))};
}

/// The same word with i for y i after a vowel, which fonts of before drew alike.
std::optional<Verdict> Judge::by_diphthong(std::u16string_view word) const {
    script::NormalOptions only;
    only.vertical_forms = only.second_selector = only.selector_without_effect = false;
    only.connector = script::Connector::keep;
    only.diphthong = true;
    const std::u16string made = script::normalize(word, only).text;
    if (made == word) return std::nullopt;
    std::vector<Suggestion> found;
    if (lexicon_.has(made)) {
        found.push_back({made, static_cast<int>(letter_distance(word, made, too_far - 1))});
    } else if (lexicon_.index() != nullptr) {
        found = forms_that_look_so(*lexicon_.index(), made);
    }
    if (found.empty()) return std::nullopt;
    return Verdict{FaultClass::encoding, reasons::diphthong, false, limited(std::move(found))};
}

/// The same word without selectors.
std::optional<Verdict> Judge::by_selectors(std::u16string_view word) const {
    const std::u16string plain = without_selectors(word);
    if (plain.size() == word.size()) return std::nullopt;
    const bool in_suffix = same_stem(word, plain);
    const FaultClass fault = in_suffix ? FaultClass::suffix : FaultClass::encoding;
    if (lexicon_.has(plain)) {
        const int cost = static_cast<int>(letter_distance(word, plain, too_far - 1));
        return Verdict{fault, reasons::selectors, false, {{plain, cost}}};
    }
    auto verdict = by_shape(plain);
    if (!verdict) verdict = by_suffixes(plain);
    if (verdict) verdict->certain = false;
    return verdict;
}

/// A suffix that is joined to its stem.
std::optional<Verdict> Judge::by_missing_connector(std::u16string_view word) const {
    constexpr std::size_t longest_suffix = 12;
    constexpr int cost_of_connector = 40;
    Candidates found;
    const std::size_t first = word.size() > longest_suffix ? word.size() - longest_suffix : 2;
    for (std::size_t at = std::max<std::size_t>(first, 2); at < word.size(); ++at) {
        const std::u16string_view stem = word.substr(0, at);
        const std::u16string_view suffix = word.substr(at);
        if (stem.back() == mvs || exact_suffixes_of(suffix).empty()) continue;
        std::u16string made = joined(stem, suffix);
        if (lexicon_.has(made)) found.add(std::move(made), cost_of_connector);
    }
    if (found.empty()) return std::nullopt;
    return Verdict{FaultClass::suffix, reasons::connector_missing, false, found.best(options_.limit)};
}

std::vector<Suggestion> Judge::near(std::u16string_view word) const {
    Candidates candidates;
    if (lexicon_.index() != nullptr) add_near(*lexicon_.index(), word, options_, candidates);
    if (candidates.empty() && options_.ask_hunspell && lexicon_.parts().dictionary) {
        constexpr int cost_of_hunspell = 250;
        if (const HunspellDictionary* hunspell = lexicon_.parts().dictionary->hunspell()) {
            int cost = cost_of_hunspell;
            for (std::u16string& text : hunspell->suggest(word, options_.limit)) {
                candidates.add(std::move(text), cost++);
            }
        }
    }
    return candidates.best(options_.limit);
}

/// What is near, and what the word is when nothing is.
Verdict Judge::by_search(std::u16string_view word) const {
    Verdict verdict;
    if (options_.suggest) verdict.suggestions = near(word);
    const auto letters = static_cast<std::size_t>(std::count_if(
        word.begin(), word.end(), [](char16_t unit) { return script::kind(unit) == script::Kind::letter; }));
    const Build build = build_of(word);
    if (word.find(nirugu) != std::u16string_view::npos) {
        verdict.fault = FaultClass::name;
        verdict.reason = reasons::abbreviation;
    } else if (build == Build::wrong) {
        verdict.fault = FaultClass::spelling;
        verdict.reason = reasons::not_built_so;
    } else if (!verdict.suggestions.empty() && verdict.suggestions.front().cost <= limit_of_likeness(letters)) {
        verdict.fault = FaultClass::spelling;
        verdict.reason = reasons::near_a_word;
    } else if (build == Build::compound) {
        verdict.fault = FaultClass::name;
        verdict.reason = reasons::compound;
    }
    return verdict;
}

std::optional<Verdict> Judge::after_space(std::u16string_view stem, std::u16string_view suffix) const {
    const std::u16string word = joined(stem, suffix);
    const SuffixChain chain = suffix_chain(word);
    if (chain.suffixes.empty() || suffixes_of(chain.suffixes.back()).empty()) return std::nullopt;
    if (lexicon_.has(word)) return Verdict{FaultClass::suffix, reasons::space_for_connector, true, {{word, 0}}};
    auto verdict = by_shape(word);
    if (!verdict || !same_stem(word, verdict->suggestions.front().text)) verdict = by_suffixes(word);
    if (!verdict || !same_stem(word, verdict->suggestions.front().text)) return std::nullopt;
    return Verdict{FaultClass::suffix, reasons::space_for_connector, false, std::move(verdict->suggestions)};
}

std::optional<Verdict> Judge::suffix(std::u16string_view before, std::u16string_view suffix) const {
    const std::u16string now = with_new_connectors(suffix);
    std::u16string right;
    for (const std::u16string_view written : suffix_chain(now).suffixes) {
        const auto form = nearest_form(std::u16string{before} + right, written);
        if (!form) return Verdict{};
        (right += mvs) += *form;
    }
    if (right.empty() && (before.empty() || before.back() == u' ')) return Verdict{};  // a final a or e of no word
    if (right.empty() || right == suffix) return std::nullopt;
    if (right != now) return Verdict{FaultClass::suffix, reasons::suffix_form, false, {{right, 30}}};
    if (options_.accept_nnbsp) return std::nullopt;
    return Verdict{FaultClass::suffix, reasons::old_connector, true, {{right, 0}}};
}

std::optional<Verdict> Judge::other(std::u16string_view word) const {
    const HunspellDictionary* dictionary = lexicon_.other_for(word);
    if (dictionary == nullptr || lexicon_.has_more(word)) return std::nullopt;
    Verdict verdict{FaultClass::spelling, reasons::not_in_dictionary, false, {}};
    if (!options_.suggest) return verdict;
    int cost = UnitWeights::ordinary;
    for (std::u16string& text : dictionary->suggest(word, options_.limit)) {
        verdict.suggestions.push_back({std::move(text), cost++});
    }
    return verdict;
}

}  // namespace bichig::spell
