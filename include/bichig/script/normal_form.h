// Normal forms of Mongolian text: named rules that keep the shape, with a report of every edit.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/text_range.h>
#include <bichig/script/units.h>

namespace bichig::script {

/// A rule of normalization. All but `diphthong` keep the shape: the units, without controls that are only shown.
enum class NormalRule : std::uint8_t {
    nfc,                      ///< canonical composition and order of marks: done by text::normalize, not here
    vertical_forms,           ///< U+FE10–FE19 and FE30–FE48 become the ordinary marks
    connector,                ///< NNBSP becomes MVS or MVS before a suffix becomes NNBSP, by Connector
    second_selector,          ///< a selector after a selector, or after no letter, goes
    selector_without_effect,  ///< a selector goes that changes nothing, neither its letter nor a neighbour
    diphthong                 ///< y i after a vowel becomes i, but at the end of a word; changes the shape: on request
};

/// The number of rules.
inline constexpr unsigned normal_rule_count = 6;

/// "nfc", "vertical-forms", "connector", "second-selector", "selector-without-effect", "diphthong".
std::string_view name(NormalRule rule);
/// The rule with this name, or none.
std::optional<NormalRule> normal_rule_named(std::string_view name);
/// Why the rule changes text, in one line.
std::string_view reason(NormalRule rule);

/// A set of rules. Value.
class NormalRules {
public:
    constexpr NormalRules() = default;
    constexpr NormalRules(NormalRule rule) : bits_{static_cast<std::uint8_t>(1u << static_cast<unsigned>(rule))} {}

    constexpr bool contains(NormalRule rule) const { return (bits_ & NormalRules{rule}.bits_) != 0; }
    constexpr NormalRules& operator|=(NormalRules other) {
        bits_ |= other.bits_;
        return *this;
    }
    bool operator==(const NormalRules&) const = default;

private:
    std::uint8_t bits_ = 0;
};

/// What stands before a suffix: MVS (GB/T 25914-2023, Unicode 16), NNBSP (before), or what is there.
enum class Connector : std::uint8_t { mvs, nnbsp, keep };

/// Which rules apply. Value.
struct NormalOptions {
    bool vertical_forms = true;
    Connector connector = Connector::mvs;
    bool second_selector = true;
    bool selector_without_effect = true;
    bool diphthong = false;
    UnitOptions units;  ///< the profile and the system in which the shape is kept
};

/// One change: `source` was replaced by `result`, which is empty where a character went. Value.
struct NormalEdit {
    TextRange source;
    TextRange result;
    NormalRules rules;  ///< one; several where text::normalize changed the same characters more than once
};

/// A normalized text and how it came to be. Value.
struct NormalText {
    std::u16string text;
    std::vector<NormalEdit> edits;  ///< in order, without overlap

    /// The place in the source of an index of `text` (0 to its size); inside what an edit wrote, the start of the edit.
    TextIndex to_source(TextIndex index) const;
    /// The place in `text` of an index of the source; inside what an edit replaced, the start of what it wrote.
    TextIndex to_result(TextIndex index) const;
};

/// `text` in the normal form of `options`. Total, idempotent; any thread. An MVS before a separated a or e stays.
NormalText normalize(std::u16string_view text, const NormalOptions& options = {});

}  // namespace bichig::script
