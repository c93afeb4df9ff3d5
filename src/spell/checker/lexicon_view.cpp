// Words that users taught take the endings of their example: as they stand where both end in the same sound, else each
// suffix in the form that the word takes.
#include "spell/checker/lexicon_view.h"

#include <algorithm>

#include "spell/checker/suffix_forms.h"

namespace bichig::spell {

namespace {

bool same_sound(std::u16string_view a, std::u16string_view b) {
    const script::Suffix suffix = script::Case::genitive;
    const script::StemSound of_a = script::stem_sound(a, suffix);
    const script::StemSound of_b = script::stem_sound(b, suffix);
    return of_a.gender == of_b.gender && of_a.ending == of_b.ending;
}

/// Tries every reading of a chain of suffixes on the example.
class ChainReader {
public:
    ChainReader(const ShapeIndex& index, const std::vector<std::u16string_view>& suffixes)
        : index_{index}, suffixes_{suffixes} {}

    bool run(const std::u16string& word, const std::u16string& example, std::size_t number = 0) const {
        if (number == suffixes_.size()) return index_.contains(example);
        for (const script::Suffix suffix : exact_suffixes_of(suffixes_[number])) {
            const std::u16string grown = script::attach_suffix(word, suffix);
            if (grown.substr(word.size() + 1) != suffixes_[number]) continue;
            if (run(grown, script::attach_suffix(example, suffix), number + 1)) return true;
        }
        return false;
    }

private:
    const ShapeIndex& index_;
    const std::vector<std::u16string_view>& suffixes_;
};

}  // namespace

LexiconView::LexiconView(CheckerParts parts) : parts_{std::move(parts)} {
    if (parts_.dictionary) index_ = &parts_.dictionary->index();
}

bool LexiconView::has_more(std::u16string_view word) const {
    for (const UserDictionary& dictionary : parts_.user) {
        if (dictionary.contains(word) || is_learnt(dictionary, word)) return true;
    }
    const HunspellDictionary* other = other_for(word);
    return other != nullptr && other->check(word);
}

const HunspellDictionary* LexiconView::other_for(std::u16string_view word) const {
    for (const HunspellDictionary& dictionary : parts_.others) {
        if (dictionary.covers(word)) return &dictionary;
    }
    return nullptr;
}

bool LexiconView::is_learnt(const UserDictionary& dictionary, std::u16string_view word) const {
    if (index_ == nullptr || word.size() > max_form_size) return false;
    const auto known = dictionary.stem_of(word);
    if (!known) return false;
    const std::u16string_view rest = word.substr(known->word.size());
    if (same_sound(known->word, known->like)) return index_->contains(known->like + std::u16string{rest});
    const SuffixChain chain = suffix_chain(word);
    constexpr std::size_t most_suffixes = 4;
    if (chain.stem != known->word || chain.suffixes.size() > most_suffixes) return false;
    return ChainReader{*index_, chain.suffixes}.run(known->word, known->like);
}

}  // namespace bichig::spell
