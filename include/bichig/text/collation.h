// The order of words and lines: GB/T 30851 for Mongolian, CLDR for all other scripts.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <bichig/base/result.h>

namespace bichig::text {

/// How Chinese characters are ordered.
enum class HanOrder : std::uint8_t {
    radical,  ///< by radical and strokes, as in Unicode's root collation; opens in some 3 ms
    pinyin,   ///< by reading; opens in some 0.1 s
    stroke    ///< by number of strokes; opens in some 0.1 s
};

struct CollationOptions {
    HanOrder han = HanOrder::radical;
    /// Rows of digits compare by their value.
    bool numeric = false;
    /// MVS before a suffix has the place of NNBSP, so that text from before and after 2023 sorts alike.
    bool unify_connectors = true;
    /// Texts that differ only in what the order ignores (punctuation, joiners) are kept apart by their code units.
    bool distinguish_all = false;
};

/// An order of texts. Shared resource: immutable, cheap to copy, any thread.
///
/// By GB/T 30851-2014, clause 4: letters in the order of their code points, but U+1827 after U+1821, MVS after U+1826,
/// `y i` inside a word right after `i`, at its end right after `y`; NNBSP comes before all letters and after the space;
/// a letter with a selector after the plain letter where all else is equal, but U+1833 with FVS1 before U+1833;
/// punctuation, ZWJ and ZWNJ are passed over. Table 1 of the standard is not public: data/collation/SOURCE names each
/// gap and what is done instead. U+10FD00 and U+10FD01 in a text are taken for the two kinds of `y i`.
class Collator {
public:
    /// Builds the order. Errors: system, when ICU has no collation data.
    static Result<Collator> open(const CollationOptions& options = {});

    /// Negative, zero or positive as `a` comes before, with or after `b`. Total: any UTF-16.
    int compare(std::u16string_view a, std::u16string_view b) const;

    /// Bytes whose order (as unsigned bytes, as std::string compares them) is that of compare(). Keys are comparable
    /// only within one version of Bichig and of ICU and one set of options. Total: any UTF-16.
    std::string sort_key(std::u16string_view text) const;

private:
    struct State;
    explicit Collator(std::shared_ptr<const State> state) : state_{std::move(state)} {}
    std::shared_ptr<const State> state_;
};

}  // namespace bichig::text
