// All forms of a dictionary as a set, by which a word is found among millions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <bichig/lexicon/lexicon.h>

namespace bichig::lexicon {

/// A 128-bit hash of a form: two forms of dictionaries of this size share one with a chance of 10⁻²⁶. Value.
struct FormHash {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    auto operator<=>(const FormHash&) const = default;
};

/// The hash of `form`, U+202F read as U+180E.
FormHash hash_of_form(std::u16string_view form);

/// The forms of a dictionary, each once. Value.
class FormSet {
public:
    FormSet() = default;
    explicit FormSet(const Lexicon& lexicon);

    /// Whether `form` is one of them. Suffixes may follow U+180E or U+202F.
    bool contains(std::u16string_view form) const;
    bool contains(const FormHash& hash) const;
    /// The forms that `other` lacks.
    FormSet without(const FormSet& other) const;
    /// How many different forms there are.
    std::size_t size() const { return hashes_.size(); }

private:
    void index();

    std::vector<FormHash> hashes_;       ///< in order
    std::vector<std::uint32_t> begins_;  ///< where the hashes with each value of their first bits begin, and the end
    unsigned shift_ = 63;                ///< what leaves those bits of the high half
};

}  // namespace bichig::lexicon
