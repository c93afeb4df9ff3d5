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
    std::uint16_t record;
    std::uint16_t form;   ///< of a letter: index of tables::forms
    std::uint16_t ruled;  ///< the form before the selector was looked at
    std::uint8_t bit;
    std::uint8_t position;
    std::uint8_t selector;
    std::uint8_t condition;
    Gap gap;
    bool trail;   ///< characters without a slot follow: nirugu, joiners, more selectors, marks
    bool fused;   ///< drawn as one with the long vowel sign after it
    bool shown;   ///< the selector asks for nothing there is
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

/// Which slots a phase has to look at: exact for the first 64 slots; with more, every slot.
class SlotSet {
public:
    void clear() { bits_ = 0, all_ = false; }
    void add(std::size_t index) {
        if (index < 64) {
            bits_ |= std::uint64_t{1} << index;
        } else {
            all_ = true;
        }
    }
    /// Calls `visit` with the indices in order; `count` slots there are, of which the first and the last are edges.
    template <class Visit>
    void for_each(std::size_t count, Visit visit) const {
        if (all_) {
            for (std::size_t i = 1; i + 1 < count; ++i) visit(i);
            return;
        }
        for (std::uint64_t rest = bits_; rest != 0; rest &= rest - 1) {
            visit(static_cast<std::size_t>(__builtin_ctzll(rest)));
        }
    }

private:
    std::uint64_t bits_ = 0;
    bool all_ = false;
};

/// Reads stretches and gives forms to their letters. Scratch: one per thread.
class Engine {
public:
    Engine(WritingSystem system, Profile profile)
        : system_{tables::systems[static_cast<unsigned>(system)]},
          profile_{static_cast<std::uint8_t>(1u << static_cast<unsigned>(profile))} {}

    /// Reads the stretch that begins at `begin` (class_of(text[begin]) is not `other`) and returns where it ends.
    TextIndex read(std::u16string_view text, TextIndex begin);

    /// The slots of the stretch, edges included.
    const Slot* begin() const { return slots_; }
    const Slot* end() const { return slots_ + count_; }

    bool is_vowel(const Slot& slot) const { return system_.vowels >> slot.bit & 1; }

private:
    void grow();
    Slot& add(TextIndex index, std::uint8_t bit);
    void place(Slot& letter, bool left, bool right);
    bool fits(const tables::Test& test, const Slot* slot) const;
    void apply(const tables::Rule& rule, Slot& slot);
    void run_phases(std::u16string_view text);
    void run_phase(unsigned phase);
    void run_rules(Slot& slot, unsigned phase);
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
