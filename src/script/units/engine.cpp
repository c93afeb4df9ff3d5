// Runs the phases over the slots of a stretch; the rules themselves are data (data/written_units).
#include "script/units/engine.h"

#include <algorithm>
#include <array>

namespace bichig::script {

namespace {

using tables::Action;

constexpr unsigned selector_phase = tables::phase_count - 1;
constexpr std::uint8_t isol = 0, init = 1, medi = 2, fina = 3;
// Positions as a letter is read: what joins at the left decides first, then what follows flips the lower bit.
constexpr unsigned unjoined = isol, joined = fina, flip = 1;
static_assert((unjoined ^ flip) == init && (joined ^ flip) == medi);

/// The first particle of [begin, end) whose letters are not less than `letters`: steps without a branch to guess.
const tables::Particle* particle_from(const tables::Particle* begin, const tables::Particle* end,
                                      std::uint64_t letters) {
    auto count = static_cast<std::size_t>(end - begin);
    while (count > 0) {
        const std::size_t half = (count + 1) / 2;
        begin += begin[half - 1].letters < letters ? half : 0;
        count -= half;
    }
    return begin;
}

}  // namespace

Slot* Engine::grow() {
    auto larger = std::make_unique<Slot[]>(capacity_ * 2);
    std::copy(slots_, slots_ + capacity_, larger.get());
    large_ = std::move(larger);
    slots_ = large_.get();
    capacity_ *= 2;
    return slots_ + capacity_ / 2;
}

inline Slot* Engine::add(Slot* at, TextIndex index, TextIndex end, std::uint8_t bit, unsigned place) {
    if (at == slots_ + capacity_) at = grow();
    Slot& slot = *at;
    slot.begin = index;
    slot.end = end;
    slot.place = static_cast<std::uint16_t>(place);
    slot.bit = bit;
    slot.marks = 0;
    slot.selector = 0;
    slot.condition = static_cast<std::uint8_t>(Condition::none);
    slot.gap = Gap::undecided;
    return at;
}

TextIndex Engine::read(std::u16string_view text, TextIndex begin) {
    const TextIndex end = read_slots(text, begin);
    place_letters();
    run_phases(text);
    return end;
}

TextIndex Engine::read_slots(std::u16string_view text, TextIndex begin) {
    constexpr unsigned no_place = tables::no_record * 4u;
    has_selector_ = false;
    gaps_.clear();
    unsigned open = 0;         // flip, if the last slot is a letter whose right side is not known yet
    unsigned left = unjoined;  // how the next letter begins
    Slot* last = add(slots_, begin, begin, tables::edge_bit, no_place);
    TextIndex i = begin;
    for (; i < text.size(); ++i) {
        const char16_t unit = text[i];
        const CharacterClass what = class_of(unit);
        if (what == CharacterClass::letter) {
            last->place ^= open;
            const tables::Cell cell = system_.cells[unit - static_cast<unsigned>(tables::block_begin)];
            last = add(last + 1, i, i + 1, cell.bit, cell.record * 4u + left);
            open = flip;
            left = joined;
        } else if (what == CharacterClass::selector) {
            const bool first = last->end == i && last->selector == 0 && last->bit != tables::edge_bit;
            if (first && last->bit != tables::mvs_bit) {
                last->selector = selector_number(unit);
                last->end = i + 1;
                has_selector_ = true;
            } else {
                if (first) last->selector = selector_number(unit);  // a particle does not follow such an MVS
                last->marks |= Slot::trail;
            }
        } else if (what == CharacterClass::other) {
            break;
        } else if (what == CharacterClass::mark) {
            last->marks |= Slot::trail;
        } else {
            const bool joining = what == CharacterClass::nirugu || what == CharacterClass::joiner;
            if (joining) last->place ^= open;
            open = 0;
            left = joining ? joined : unjoined;
            if (what == CharacterClass::gap) {
                last = add(last + 1, i, i + 1, tables::mvs_bit, no_place);
                gaps_.add(static_cast<std::size_t>(last - slots_));
            } else {
                last->marks |= Slot::trail;
            }
        }
    }
    last = add(last + 1, i, i, tables::edge_bit, no_place);
    count_ = static_cast<std::size_t>(last + 1 - slots_);
    return i;
}

/// Gives letters their default forms and finds out what each phase has to look at.
void Engine::place_letters() {
    for (SlotSet& due : due_) due.clear();
    starts_.clear();
    std::array<std::uint8_t, 64> phases{};  // of a longer stretch the sets are not asked
    for (std::size_t i = 0; i < count_; ++i) {
        Slot& slot = slots_[i];
        const tables::Place& place = tables::places[slot.place];
        slot.form = place.by_default;
        const unsigned own = slot.bit < tables::foreign_bit;
        phases[i & 63] = static_cast<std::uint8_t>(place.phases[has_selector_] & (0u - own));
    }
    for (std::size_t first = 0; first < std::min<std::size_t>(count_, 64); first += 8) {
        std::uint64_t bytes = 0;
        for (unsigned i = 0; i < 8; ++i) bytes |= std::uint64_t{phases[first + i]} << 8 * i;
        for (unsigned phase = 0; phase < selector_phase; ++phase) due_[phase].add(first, bytes, phase);
        starts_.add(first, bytes, tables::starts_particle);
    }
    starts_.add_after(gaps_);
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
        while ((test.over >> slot->bit & 1) && (passable >> slot->position() & 1)) slot += step;
    }
    if (test.mvs != 0) {
        if (slot->bit != tables::mvs_bit || (test.mvs == 2 && slot->gap == Gap::undecided)) return false;
        slot += step;
    }
    return (test.letters >> slot->bit & 1) && (test.positions >> slot->position() & 1) &&
           (test.selectors >> slot->selector & 1) &&
           (test.drawn == 0 || (tables::forms[slot->form].drawn & test.drawn) != 0);
}

/// The form of a condition, where the letter has one.
inline void Engine::change_form(Slot& slot, Condition condition) const {
    const std::uint16_t form = tables::position_forms[slot.place].by_condition[static_cast<unsigned>(condition)];
    if (form == tables::no_form) return;
    slot.form = form;
    slot.condition = static_cast<std::uint8_t>(condition);
}

inline void Engine::apply(const tables::Rule& rule, Slot& slot) {
    switch (static_cast<Action>(rule.action)) {
        case Action::keep:
            break;
        case Action::condition:
            change_form(slot, static_cast<Condition>(rule.condition));
            break;
        case Action::by_default:
            slot.form = tables::places[slot.place].by_default;
            slot.condition = static_cast<std::uint8_t>(Condition::none);
            break;
        case Action::word_end:
            slot.place ^= flip;
            slot.form = tables::places[slot.place].by_default;
            slot.marks |= Slot::fused;
            for (unsigned phase = 0; phase < selector_phase; ++phase) {
                const unsigned phases = tables::places[slot.place].phases[has_selector_];
                if (phases >> phase & 1) due_[phase].add(static_cast<std::size_t>(&slot - slots_));
            }
            break;
        case Action::selector_invalid:
            slot.marks |= Slot::shown;
            break;
    }
    Slot& before = *(&slot - 1);
    if (rule.mvs != 0 && before.bit == tables::mvs_bit) before.gap = static_cast<Gap>(rule.mvs);
}

inline void Engine::run_rules(Slot& slot, unsigned phase) {
    const tables::RuleList& list =
        tables::rule_lists[tables::lists_of_places[slot.place * 2u + has_selector_].of_phase[phase]];
    const Slot& before = *(&slot - 1);
    const Slot& after = *(&slot + 1);
    const tables::Neighbours& left = tables::neighbours[list.left];
    const tables::Neighbours& right = tables::neighbours[list.right];
    std::uint32_t possible = list.of_profile[profile_] & left.by_bit[before.bit] & left.by_position[before.position()] &
                             right.by_bit[after.bit] & right.by_position[after.position()];
    while (possible != 0) {
        const auto index = static_cast<unsigned>(__builtin_ctz(possible));
        const tables::Rule& rule = tables::rules[list.first_rule + index];
        bool fit = (rule.selectors >> slot.selector & 1) &&
                   (rule.drawn == 0 || (tables::forms[slot.form].drawn & rule.drawn) != 0);
        for (unsigned i = 0; fit && i < rule.test_count; ++i) fit = fits(tables::tests[rule.first_test + i], &slot);
        if (fit) apply(rule, slot);
        const unsigned next = index + (fit ? rule.next : 1u);
        possible = static_cast<std::uint32_t>(std::uint64_t{possible} >> next << next);
    }
}

inline void Engine::run_phase(unsigned phase) {
    due_[phase].for_each(count_, [&](std::size_t index) {
        if (slots_[index].bit < tables::foreign_bit) run_rules(slots_[index], phase);
    });
}

void Engine::mark_particle(Slot* first) {
    if (first->position() != isol && first->position() != init) return;
    Slot& gap = *(first - 1);
    const bool after_gap = gap.bit == tables::mvs_bit && gap.gap == Gap::undecided && gap.selector == 0;
    const unsigned longest = after_gap ? std::max(system_.longest_separated, system_.longest_plain)
                                       : system_.longest_plain;
    std::uint64_t letters = 0;
    Slot* slot = first;
    for (unsigned count = 0;; ++count, ++slot) {
        if (count == longest || slot->bit >= tables::foreign_bit || slot->selector != 0) return;
        letters |= static_cast<std::uint64_t>(slot->bit + 1u) << (6 * count);
        if (slot->position() == fina || slot->position() == isol) break;
    }
    const tables::Particle* end = tables::particles + system_.particle_end;
    const tables::Particle* found = particle_from(tables::particles + system_.particle_begin, end, letters);
    for (; found != end && found->letters == letters; ++found) {
        if (found->mvs != 0 && !after_gap) continue;
        if (found->mvs != 0) gap.gap = Gap::wide;
        for (Slot* letter = first; letter <= slot; ++letter) {
            if (found->marked >> (letter - first) & 1) change_form(*letter, Condition::particle);
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
    for (Slot* slot = slots_ + 1; slot < slots_ + count_ - 1; ++slot) {
        if (slot->bit > tables::foreign_bit || slot->selector == 0) continue;
        if (slot->bit != tables::foreign_bit) run_rules(*slot, selector_phase);
        const std::uint16_t form = tables::position_forms[slot->place].by_selector[slot->selector];
        slot->ruled = slot->form;
        if (slot->has(Slot::shown) || form == tables::no_form) {
            slot->marks |= Slot::shown;
        } else {
            slot->form = form;
        }
    }
}

}  // namespace bichig::script
