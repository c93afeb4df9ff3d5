// The set of all forms: 16 bytes each, however long they are.
#include <bichig/lexicon/forms.h>

#include <algorithm>
#include <bit>
#include <iterator>

namespace bichig::lexicon {

namespace {

/// The finalizer of MurmurHash3: every bit of the input reaches every bit of the output.
constexpr std::uint64_t mixed(std::uint64_t x) {
    x = (x ^ (x >> 33)) * 0xFF51AFD7ED558CCDull;
    x = (x ^ (x >> 33)) * 0xC4CEB9FE1A85EC53ull;
    return x ^ (x >> 33);
}

}  // namespace

FormHash hash_of_form(std::u16string_view form) {
    FormHash hash{0x9E3779B97F4A7C15ull, 0xD1B54A32D192ED03ull ^ form.size()};
    for (char16_t c : form) {
        if (c == 0x202F) c = 0x180E;
        hash.high = (hash.high ^ c) * 0x100000001B3ull;
        hash.low = (hash.low + c) * 0x9FB21C651E98DF25ull;
        hash.low ^= hash.low >> 29;
    }
    return {mixed(hash.high), mixed(hash.low)};
}

FormSet::FormSet(const Lexicon& lexicon) {
    std::size_t count = 0;
    for (const Entry& entry : lexicon.entries()) count += lexicon.count_forms(entry);
    hashes_.reserve(count);
    for (const Entry& entry : lexicon.entries()) {
        lexicon.for_each_form(entry, [&](const FormView& form) { hashes_.push_back(hash_of_form(form.text)); });
    }
    std::sort(hashes_.begin(), hashes_.end());
    hashes_.erase(std::unique(hashes_.begin(), hashes_.end()), hashes_.end());
    index();
}

void FormSet::index() {
    // A search through millions of hashes would miss the cache at every step; the first bits lead to one or two of
    // them.
    const unsigned bits = std::max(1u, static_cast<unsigned>(std::bit_width(hashes_.size())));
    shift_ = 64 - bits;
    begins_.assign((std::size_t{1} << bits) + 1, 0);
    for (const FormHash& hash : hashes_) ++begins_[(hash.high >> shift_) + 1];
    for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
}

bool FormSet::contains(const FormHash& hash) const {
    if (begins_.empty()) return false;
    const std::size_t bucket = hash.high >> shift_;
    for (std::uint32_t i = begins_[bucket]; i < begins_[bucket + 1]; ++i) {
        if (hashes_[i] == hash) return true;
    }
    return false;
}

FormSet FormSet::without(const FormSet& other) const {
    FormSet rest;
    std::set_difference(hashes_.begin(), hashes_.end(), other.hashes_.begin(), other.hashes_.end(),
                        std::back_inserter(rest.hashes_));
    rest.index();
    return rest;
}

bool FormSet::contains(std::u16string_view form) const { return contains(hash_of_form(form)); }

}  // namespace bichig::lexicon
