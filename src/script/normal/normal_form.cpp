// Applies the rules of normalization stretch by stretch; whether a selector may go is asked of the engine.
//
// A selector is seen by the rules of its neighbours, so one that names the form its letter has anyway may still matter
// to them. Each candidate is therefore taken out on trial, and goes only if the shape of the stretch stays the same.
// The trials begin again after each removal, which makes the result stable under a second run.
#include <bichig/script/normal_form.h>

#include <algorithm>
#include <array>

#include "script/normal/vertical_forms.h"
#include "script/units/engine.h"
#include "script/units/shape.h"

namespace bichig::script {

namespace {

constexpr char16_t nnbsp = 0x202F;
constexpr char16_t mvs = 0x180E;
constexpr char16_t letter_ya = 0x1836;
constexpr char16_t letter_i = 0x1822;
constexpr std::array<std::string_view, normal_rule_count> rule_names = {
    "nfc", "vertical-forms", "connector", "second-selector", "selector-without-effect", "diphthong"};
constexpr std::array<std::string_view, normal_rule_count> reasons = {
    "canonically equivalent text is written in one way",
    "a vertical presentation form is the ordinary mark, set vertically",
    "one connector before suffixes makes equal words equal",
    "only the first selector after a letter can act",
    "the letters look the same without this selector",
    "the diphthong is written with one i"};

bool is_hudum_vowel(char16_t unit) { return unit >= 0x1820 && unit <= 0x1827; }

/// A stretch while it is worked on: its characters, and where each stood.
class Stretch {
public:
    Stretch(const NormalOptions& options, std::vector<NormalEdit>& edits) : options_{options}, edits_{edits} {}

    /// Reads the source [begin, end) and applies the rules.
    void run(std::u16string_view source, TextIndex begin, TextIndex end) {
        text_.assign(source.substr(begin, end - begin));
        places_.resize(text_.size());
        for (TextIndex i = 0; i < places_.size(); ++i) places_[i] = begin + i;
        // Each of the two may lay open work for the other.
        do {
            if (options_.second_selector || options_.selector_without_effect) remove_selectors();
        } while (options_.diphthong && write_diphthongs());
        if (options_.connector != Connector::keep) write_connectors();
    }
    const std::u16string& text() const { return text_; }

private:
    void report(std::size_t index, NormalRule rule) {
        edits_.push_back({{places_[index], places_[index] + 1}, {}, rule});
    }
    void remove(std::size_t index, NormalRule rule) {
        report(index, rule);
        text_.erase(index, 1);
        places_.erase(places_.begin() + static_cast<std::ptrdiff_t>(index));
    }
    void shape_of(std::u16string_view text, std::vector<Unit>& out) const {
        out.clear();
        append_shape(text, options_.units, out);
    }
    bool write_diphthongs();
    void remove_selectors();
    bool remove_one_selector();
    void write_connectors();

    NormalOptions options_;
    std::vector<NormalEdit>& edits_;
    std::u16string text_;
    std::vector<TextIndex> places_;
    std::vector<Unit> wanted_;
    std::vector<Unit> found_;
};

/// Whether any was found.
bool Stretch::write_diphthongs() {
    const std::size_t before = text_.size();
    for (std::size_t i = 1; i + 2 < text_.size();) {
        const bool fits = is_hudum_vowel(text_[i - 1]) && text_[i] == letter_ya && text_[i + 1] == letter_i &&
                          class_of(text_[i + 2]) == CharacterClass::letter;
        if (fits) {
            remove(i, NormalRule::diphthong);
        } else {
            ++i;
        }
    }
    return text_.size() != before;
}

bool Stretch::remove_one_selector() {
    for (std::size_t i = 0; i < text_.size(); ++i) {
        if (class_of(text_[i]) != CharacterClass::selector) continue;
        const bool first = i > 0 && class_of(text_[i - 1]) == CharacterClass::letter;
        const NormalRule rule = first ? NormalRule::selector_without_effect : NormalRule::second_selector;
        if (!(first ? options_.selector_without_effect : options_.second_selector)) continue;
        std::u16string without = text_;
        without.erase(i, 1);
        shape_of(without, found_);
        if (found_ != wanted_) continue;
        remove(i, rule);
        return true;
    }
    return false;
}

void Stretch::remove_selectors() {
    const bool any = std::any_of(text_.begin(), text_.end(),
                                 [](char16_t unit) { return class_of(unit) == CharacterClass::selector; });
    if (!any) return;
    shape_of(text_, wanted_);
    while (remove_one_selector()) {
    }
}

void Stretch::write_connectors() {
    const char16_t from = options_.connector == Connector::mvs ? nnbsp : mvs;
    if (text_.find(from) == std::u16string::npos) return;
    Engine engine{*options_.units.system, options_.units.profile};
    engine.read(text_, 0);
    for (const Slot* slot = engine.begin(); slot != engine.end(); ++slot) {
        if (slot->bit != tables::mvs_bit || text_[slot->begin] != from || slot->gap == Gap::undecided) continue;
        if (from == mvs && slot->gap == Gap::narrow) continue;
        report(slot->begin, NormalRule::connector);
        text_[slot->begin] = from == nnbsp ? mvs : nnbsp;
    }
}

/// Whether a stretch holds anything that a rule could change.
bool is_plain(std::u16string_view stretch, const NormalOptions& options) {
    for (std::size_t i = 0; i < stretch.size(); ++i) {
        const CharacterClass what = class_of(stretch[i]);
        if (what == CharacterClass::selector) return false;
        if (what == CharacterClass::gap && options.connector == Connector::mvs && stretch[i] == nnbsp) return false;
        if (what == CharacterClass::gap && options.connector == Connector::nnbsp && stretch[i] == mvs) return false;
        if (options.diphthong && stretch[i] == letter_ya) return false;
    }
    return true;
}

/// Puts the edits in order and says where in the result each ended up.
void place_results(std::vector<NormalEdit>& edits) {
    const auto removes = [](const NormalEdit& edit) {
        return !edit.rules.contains(NormalRule::connector) && !edit.rules.contains(NormalRule::vertical_forms);
    };
    std::sort(edits.begin(), edits.end(),
              [](const NormalEdit& a, const NormalEdit& b) { return a.source.begin < b.source.begin; });
    TextIndex removed = 0;
    for (NormalEdit& edit : edits) {
        edit.result.begin = edit.source.begin - removed;
        edit.result.end = edit.result.begin + (removes(edit) ? 0 : edit.source.size());
        removed += edit.source.size() - edit.result.size();
    }
}

}  // namespace

std::string_view name(NormalRule rule) { return rule_names[static_cast<unsigned>(rule)]; }
std::string_view reason(NormalRule rule) { return reasons[static_cast<unsigned>(rule)]; }

std::optional<NormalRule> normal_rule_named(std::string_view name) {
    const auto found = std::find(rule_names.begin(), rule_names.end(), name);
    if (found == rule_names.end()) return std::nullopt;
    return static_cast<NormalRule>(found - rule_names.begin());
}

TextIndex NormalText::to_source(TextIndex index) const {
    TextIndex source = index;
    for (const NormalEdit& edit : edits) {
        if (edit.result.begin > index) break;
        source = index < edit.result.end ? edit.source.begin : edit.source.end + (index - edit.result.end);
    }
    return source;
}

TextIndex NormalText::to_result(TextIndex index) const {
    TextIndex result = index;
    for (const NormalEdit& edit : edits) {
        if (edit.source.begin >= index) break;
        result = index < edit.source.end ? edit.result.begin : edit.result.end + (index - edit.source.end);
    }
    return result;
}

NormalText normalize(std::u16string_view text, const NormalOptions& options) {
    NormalText normal;
    normal.text.reserve(text.size());
    NormalOptions chosen = options;
    if (!chosen.units.system) chosen.units.system = writing_system_of(text);
    Stretch stretch{chosen, normal.edits};
    const TextIndex size = static_cast<TextIndex>(text.size());
    for (TextIndex i = 0; i < size;) {
        const TextIndex begin = i;
        if (class_of(text[i]) == CharacterClass::other) {
            const char32_t ordinary = options.vertical_forms ? without_vertical_form(text[i]) : text[i];
            if (ordinary != text[i]) normal.edits.push_back({{i, i + 1}, {}, NormalRule::vertical_forms});
            normal.text += static_cast<char16_t>(ordinary);
            ++i;
            continue;
        }
        while (i < size && class_of(text[i]) != CharacterClass::other) ++i;
        // Lone surrogates at both sides must not become a pair.
        const bool parts_surrogates =
            begin > 0 && (text[begin - 1] & 0xFC00) == 0xD800 && i < size && (text[i] & 0xFC00) == 0xDC00;
        if (parts_surrogates || is_plain(text.substr(begin, i - begin), chosen)) {
            normal.text.append(text.substr(begin, i - begin));
            continue;
        }
        stretch.run(text, begin, i);
        normal.text += stretch.text();
    }
    place_results(normal.edits);
    return normal;
}

}  // namespace bichig::script
