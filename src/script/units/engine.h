// The phases that turn one stretch of Mongolian characters into forms of letters.
//
// A stretch is a maximal run of letters, selectors, MVS, NNBSP, nirugu, ZWJ and ZWNJ; nothing outside it changes what
// is drawn. It is read once into slots, one for each letter, MVS and NNBSP, with an edge at both ends, so that no
// test of a neighbour needs to look for the end. Selectors, nirugu, ZWJ and ZWNJ are no slots: rules do not see them
// but through the positions and selectors of letters. The phases are those of UTN #57: default forms by position,
// rules of phases 1 and 2, particles, rules of phases 4 and 5, selectors.
#pragma once

#include <memory>
#include <string_view>

#include <bichig/script/units.h>

#include "script/units/tables.h"

namespace bichig::script {

/// How an MVS or NNBSP is drawn.
enum class Gap : std::uint8_t { undecided, narrow, wide };

/// A letter, an MVS or NNBSP, or an edge of the stretch.
struct Slot {
    TextIndex begin;      ///< of the character; an edge has no characters of its own
    TextIndex end;        ///< after the character and its first selector
    std::uint16_t place;  ///< 4 × record + position: index of tables::places
    std::uint16_t form;   ///< of a letter: index of tables::forms
    std::uint16_t ruled;  ///< the form before the selector was looked at; set only where there is one
    std::uint8_t bit;
    std::uint8_t marks;   ///< what is rare, of the following
    std::uint8_t selector;
    std::uint8_t condition;
    Gap gap;

    static constexpr std::uint8_t trail = 1;  ///< characters without a slot follow: nirugu, joiners, selectors, marks
    static constexpr std::uint8_t fused = 2;  ///< drawn as one with the long vowel sign after it
    static constexpr std::uint8_t shown = 4;  ///< the selector asks for nothing there is

    std::uint8_t position() const { return place & 3; }
    bool has(std::uint8_t mark) const { return (marks & mark) != 0; }
};

/// What the engine takes a character for.
enum class CharacterClass : std::uint8_t { other, letter, selector, gap, nirugu, mark, joiner, non_joiner };

/// The class of a UTF-16 code unit; surrogates are `other`.
inline CharacterClass class_of(char16_t unit) {
    const unsigned in_block = unit - static_cast<unsigned>(tables::block_begin);
    if (in_block < tables::block_size) return static_cast<CharacterClass>(tables::classes[in_block]);
    if (unit == 0x202F) return CharacterClass::gap;
    if (unit == 0x200D) return CharacterClass::joiner;
    if (unit == 0x200C) return CharacterClass::non_joiner;
    return CharacterClass::other;
}

/// The number of a selector (1–4).
constexpr std::uint8_t selector_number(char16_t unit) {
    return unit == 0x180F ? 4 : static_cast<std::uint8_t>(unit - 0x180A);
}

/// Which slots a phase has to look at: exact where a stretch has at most 64 slots; else every slot.
class SlotSet {
public:
    void clear() { bits_ = 0; }
    void add(std::size_t index) { bits_ |= std::uint64_t{1} << (index & 63); }
    /// Adds of the eight slots from `first` on those that have bit number `bit` in their byte of `bytes`: a product
    /// brings the bits of all bytes together, and no branch has to be guessed.
    void add(std::size_t first, std::uint64_t bytes, unsigned bit) {
        const std::uint64_t ones = bytes >> bit & 0x0101010101010101u;
        bits_ |= (ones * 0x0102040810204080u >> 56) << (first & 63);
    }
    /// Adds the slot after each slot of `set`.
    void add_after(const SlotSet& set) { bits_ |= set.bits_ << 1; }
    /// Calls `visit` with the indices in order; `count` slots there are, of which the first and the last are edges.
    template <class Visit>
    void for_each(std::size_t count, Visit visit) const {
        if (count > 64) {
            for (std::size_t i = 1; i + 1 < count; ++i) visit(i);
            return;
        }
        for (std::uint64_t rest = bits_; rest != 0; rest &= rest - 1) {
            visit(static_cast<std::size_t>(__builtin_ctzll(rest)));
        }
    }

private:
    std::uint64_t bits_ = 0;
};

/// Reads stretches and gives forms to their letters. Scratch: one per thread.
class Engine {
public:
    Engine(WritingSystem system, Profile profile)
        : system_{tables::systems[static_cast<unsigned>(system)]},
          profile_{static_cast<std::uint8_t>(profile)} {}

    /// Reads the stretch that begins at `begin` (class_of(text[begin]) is not `other`) and returns where it ends.
    TextIndex read(std::u16string_view text, TextIndex begin);

    /// The slots of the stretch, edges included.
    const Slot* begin() const { return slots_; }
    const Slot* end() const { return slots_ + count_; }

    bool is_vowel(const Slot& slot) const { return system_.vowels >> slot.bit & 1; }

private:
    Slot* grow();
    Slot* add(Slot* at, TextIndex index, TextIndex end, std::uint8_t bit, unsigned place);
    TextIndex read_slots(std::u16string_view text, TextIndex begin);
    void place_letters();
    bool fits(const tables::Test& test, const Slot* slot) const;
    void apply(const tables::Rule& rule, Slot& slot);
    void run_phases(std::u16string_view text);
    void run_phase(unsigned phase);
    void run_rules(Slot& slot, unsigned phase);
    void change_form(Slot& slot, Condition condition) const;
    void mark_particle(Slot* first);
    void decide_gap(Slot& gap, std::u16string_view text) const;
    void select();

    const tables::System& system_;
    std::uint8_t profile_;
    bool has_selector_ = false;
    SlotSet due_[tables::phase_count];  ///< letters that a phase has rules for
    SlotSet starts_;                    ///< letters that begin a joined stretch which may be a particle
    SlotSet gaps_;
    std::size_t count_ = 0;
    std::size_t capacity_ = small_size;
    static constexpr std::size_t small_size = 48;
    Slot* slots_ = small_;
    Slot small_[small_size];
    std::unique_ptr<Slot[]> large_;
};

}  // namespace bichig::script
