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
    vertical_forms,           ///< U+FE10–FE19 and FE30–FE48 become the ordinary marks
    connector,                ///< NNBSP becomes MVS or MVS before a suffix becomes NNBSP, by Connector
    second_selector,          ///< a selector after a selector, or after no letter, goes
    selector_without_effect,  ///< a selector goes that changes nothing, neither its letter nor a neighbour
    diphthong                 ///< y i after a vowel becomes i, but at the end of a word; changes the shape: on request
};

/// The number of rules.
inline constexpr unsigned normal_rule_count = 5;

/// "vertical-forms", "connector", "second-selector", "selector-without-effect", "diphthong".
std::string_view name(NormalRule rule);
/// The rule with this name, or none.
std::optional<NormalRule> normal_rule_named(std::string_view name);
/// Why the rule changes text, in one line.
std::string_view reason(NormalRule rule);

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
    NormalRule rule{};
};

/// A normalized text and how it came to be. Value.
struct NormalText {
    std::u16string text;
    std::vector<NormalEdit> edits;  ///< in order, without overlap

    /// The place in the source of an index of `text` (0 to its size).
    TextIndex to_source(TextIndex index) const;
    /// The place in `text` of an index of the source; inside a removed character, the place where it was.
    TextIndex to_result(TextIndex index) const;
};

/// `text` in the normal form of `options`. Total, idempotent; any thread. An MVS before a separated a or e stays.
NormalText normalize(std::u16string_view text, const NormalOptions& options = {});

}  // namespace bichig::script
