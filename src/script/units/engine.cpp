// Runs the phases over the slots of a stretch; the rules themselves are data (data/written_units).
#include "script/units/engine.h"

#include <algorithm>

namespace bichig::script {

namespace {

using tables::Action;

constexpr std::uint8_t isol = 0, init = 1, medi = 2, fina = 3;
constexpr unsigned letters_of_particle = 10;  // as many as fit into 64 bits

}  // namespace

void Engine::grow() {
    auto larger = std::make_unique<Slot[]>(capacity_ * 2);
    std::copy(slots_, slots_ + count_, larger.get());
    large_ = std::move(larger);
    slots_ = large_.get();
    capacity_ *= 2;
}

inline Slot& Engine::add(TextIndex index, std::uint8_t bit) {
    if (count_ == capacity_) grow();
    Slot& slot = slots_[count_++];
    slot = Slot{index, index, tables::no_record, tables::no_form, tables::no_form, bit, isol, 0,
                static_cast<std::uint8_t>(Condition::none), Gap::undecided, false, false, false};
    return slot;
}

inline void Engine::place(Slot& letter, bool left, bool right) {
    letter.position = left ? (right ? medi : fina) : (right ? init : isol);
    const tables::PositionForms& forms = tables::position_forms[letter.record * 4u + letter.position];
    letter.form = forms.by_default;
    if (letter.bit == tables::foreign_bit) return;
    const auto index = static_cast<std::size_t>(&letter - slots_);
    for (unsigned phases = forms.phases; phases != 0; phases &= phases - 1) {
        due_[__builtin_ctz(phases)].add(index);
    }
    if (!left && ((system_.particle_starters >> letter.bit & 1) || (&letter - 1)->bit == tables::mvs_bit)) {
        starts_.add(index);
    }
}

TextIndex Engine::read(std::u16string_view text, TextIndex begin) {
    count_ = 0;
    has_selector_ = false;
    for (SlotSet& due : due_) due.clear();
    starts_.clear();
    gaps_.clear();
    bool open = false;       // the last slot is a letter whose right side is not known yet
    bool open_left = false;  // whether that letter joins to its left
    bool joins = false;      // whether the next letter joins to its left
    Slot* last = &add(begin, tables::edge_bit);
    TextIndex i = begin;
    for (; i < text.size(); ++i) {
        const char16_t unit = text[i];
        const CharacterClass what = class_of(unit);
        if (what == CharacterClass::letter) {
            if (open) place(*last, open_left, true);
            const unsigned in_block = unit - static_cast<unsigned>(tables::block_begin);
            last = &add(i, system_.bit[in_block]);
            last->end = i + 1;
            last->record = system_.record[in_block];
            open = true;
            open_left = joins;
            joins = true;
        } else if (what == CharacterClass::selector) {
            const bool first = last->end == i && last->selector == 0 && last->bit != tables::edge_bit;
            if (first && last->bit != tables::mvs_bit) {
                last->selector = selector_number(unit);
                last->end = i + 1;
                has_selector_ = true;
            } else {
                if (first) last->selector = selector_number(unit);  // a particle does not follow such an MVS
                last->trail = true;
            }
        } else if (what == CharacterClass::other) {
            break;
        } else if (what == CharacterClass::mark) {
            last->trail = true;
        } else {
            const bool joining = what == CharacterClass::nirugu || what == CharacterClass::joiner;
            if (open) place(*last, open_left, joining);
            open = false;
            joins = joining;
            if (what == CharacterClass::gap) {
                last = &add(i, tables::mvs_bit);
                last->end = i + 1;
                gaps_.add(count_ - 1);
            } else {
                last->trail = true;
            }
        }
    }
    if (open) place(*last, open_left, false);
    add(i, tables::edge_bit);
    run_phases(text);
    return i;
}

void Engine::run_phases(std::u16string_view text) {
    run_phase(0);
    run_phase(1);
    starts_.for_each(count_, [this](std::size_t index) { mark_particle(slots_ + index); });
    gaps_.for_each(count_, [&](std::size_t index) { decide_gap(slots_[index], text); });
    run_phase(2);
    run_phase(3);
    if (has_selector_) select();
}

inline bool Engine::fits(const tables::Test& test, const Slot* slot) const {
    const int step = test.left ? -1 : 1;
    slot += step;
    if (test.over != 0) {
        const unsigned passable = test.left ? 1u << medi : (1u << medi) | (1u << fina);
        while ((test.over >> slot->bit & 1) && (passable >> slot->position & 1)) slot += step;
    }
    if (test.mvs != 0) {
        if (slot->bit != tables::mvs_bit || (test.mvs == 2 && slot->gap == Gap::undecided)) return false;
        slot += step;
    }
    return (test.letters >> slot->bit & 1) && (test.positions >> slot->position & 1) &&
           (test.selectors >> slot->selector & 1) &&
           (test.drawn == 0 || (tables::forms[slot->form].drawn & test.drawn) != 0);
}

void Engine::apply(const tables::Rule& rule, Slot& slot) {
    const tables::PositionForms& forms = tables::position_forms[slot.record * 4u + slot.position];
    switch (static_cast<Action>(rule.action)) {
        case Action::keep:
            break;
        case Action::condition:
            if (const std::uint16_t form = forms.by_condition[rule.condition]; form != tables::no_form) {
                slot.form = form;
                slot.condition = rule.condition;
            }
            break;
        case Action::by_default:
            slot.form = forms.by_default;
            slot.condition = static_cast<std::uint8_t>(Condition::none);
            break;
        case Action::word_end:
            place(slot, slot.position == medi, false);
            slot.fused = true;
            break;
        case Action::selector_invalid:
            slot.shown = true;
            break;
    }
    Slot& before = *(&slot - 1);
    if (rule.mvs != 0 && before.bit == tables::mvs_bit) before.gap = static_cast<Gap>(rule.mvs);
}

inline void Engine::run_rules(Slot& slot, unsigned phase) {
    const tables::RuleRanges& ranges = tables::rule_ranges[(slot.record * 4u + slot.position) * 2u + has_selector_];
    const tables::Rule* rule = tables::rules + ranges.begin[phase];
    const tables::Rule* end = tables::rules + ranges.begin[phase + 1];
    while (rule < end) {
        bool fit = (rule->selectors >> slot.selector & 1) && (rule->profiles & profile_) != 0 &&
                   (rule->drawn == 0 || (tables::forms[slot.form].drawn & rule->drawn) != 0);
        for (unsigned i = 0; fit && i < rule->test_count; ++i) fit = fits(tables::tests[rule->first_test + i], &slot);
        if (fit) {
            apply(*rule, slot);
            rule += rule->next;
        } else {
            ++rule;
        }
    }
}

inline void Engine::run_phase(unsigned phase) {
    due_[phase].for_each(count_, [&](std::size_t index) {
        if (slots_[index].bit < tables::foreign_bit) run_rules(slots_[index], phase);
    });
}

void Engine::mark_particle(Slot* first) {
    if (first->position != isol && first->position != init) return;
    std::uint64_t letters = 0;
    Slot* slot = first;
    for (unsigned count = 0;; ++count, ++slot) {
        if (count == letters_of_particle || slot->bit >= tables::foreign_bit || slot->selector != 0) return;
        letters |= static_cast<std::uint64_t>(slot->bit + 1u) << (6 * count);
        if (slot->position == fina || slot->position == isol) break;
    }
    Slot& gap = *(first - 1);
    const bool after_gap = gap.bit == tables::mvs_bit && gap.gap == Gap::undecided && gap.selector == 0;
    const tables::Particle* end = tables::particles + system_.particle_end;
    const tables::Particle* found =
        std::lower_bound(tables::particles + system_.particle_begin, end, letters,
                         [](const tables::Particle& particle, std::uint64_t key) { return particle.letters < key; });
    for (; found != end && found->letters == letters; ++found) {
        if (found->mvs != 0 && !after_gap) continue;
        if (found->mvs != 0) gap.gap = Gap::wide;
        for (Slot* letter = first; letter <= slot; ++letter) {
            if (!(found->marked >> (letter - first) & 1)) continue;
            const std::uint16_t form = tables::position_forms[letter->record * 4u + letter->position]
                                           .by_condition[static_cast<unsigned>(Condition::particle)];
            if (form == tables::no_form) continue;
            letter->form = form;
            letter->condition = static_cast<std::uint8_t>(Condition::particle);
        }
        return;
    }
}

void Engine::decide_gap(Slot& gap, std::u16string_view text) const {
    if (gap.bit != tables::mvs_bit || gap.gap != Gap::undecided || gap.end == text.size()) return;
    const CharacterClass next = class_of(text[gap.end]);
    if (next == CharacterClass::letter || next == CharacterClass::nirugu) gap.gap = Gap::wide;
}

void Engine::select() {
    constexpr unsigned phase = 4;
    for (Slot* slot = slots_ + 1; slot < slots_ + count_ - 1; ++slot) {
        if (slot->bit > tables::foreign_bit || slot->selector == 0) continue;
        if (slot->bit != tables::foreign_bit) run_rules(*slot, phase);
        const std::uint16_t form =
            tables::position_forms[slot->record * 4u + slot->position].by_selector[slot->selector];
        slot->ruled = slot->form;
        if (slot->shown || form == tables::no_form) {
            slot->shown = true;
        } else {
            slot->form = form;
        }
    }
}

}  // namespace bichig::script
