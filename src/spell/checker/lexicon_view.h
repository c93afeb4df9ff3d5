// Which words are right: those of the dictionary, those of users, and those of users with endings.
#pragma once

#include <string_view>
#include <vector>

#include <bichig/spell/checker.h>

namespace bichig::spell {

class LexiconView {
public:
    explicit LexiconView(CheckerParts parts);

    /// The index; null where there is no dictionary.
    const ShapeIndex* index() const { return index_; }
    const CheckerParts& parts() const { return parts_; }

    /// Whether `word`, with MVS before its suffixes, is right.
    bool has(std::u16string_view word) const { return (index_ != nullptr && index_->contains(word)) || has_more(word); }
    /// The same beyond the index.
    bool has_more(std::u16string_view word) const;
    /// The dictionary of another script that is for this word, or null.
    const HunspellDictionary* other_for(std::u16string_view word) const;

private:
    bool is_learnt(const UserDictionary& dictionary, std::u16string_view word) const;

    CheckerParts parts_;
    const ShapeIndex* index_ = nullptr;
};

}  // namespace bichig::spell
