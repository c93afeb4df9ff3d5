// The compiled tables of the written units: what data/written_units/generate.py writes and the engine reads.
#pragma once

#include <cstddef>
#include <cstdint>

namespace bichig::script::tables {

inline constexpr std::uint16_t no_form = 0xFFFF;
inline constexpr std::uint16_t no_record = 0;  ///< that of what is no letter: it has no forms and no rules
inline constexpr char32_t block_begin = 0x1800;
inline constexpr char32_t block_size = 176;
inline constexpr unsigned condition_count = 15;
inline constexpr unsigned phase_count = 5;
inline constexpr unsigned starts_particle = phase_count;

/// Bits of letter sets beside those of the letters of a system.
inline constexpr std::uint8_t foreign_bit = 60;  ///< a letter of another system
inline constexpr std::uint8_t edge_bit = 61;     ///< anything that is no letter
inline constexpr std::uint8_t mvs_bit = 62;      ///< MVS or NNBSP

/// One form of a letter: its units, the position whose shape is drawn, the selector that names it, and which "drawn"
/// demands of the rules it satisfies. The units are as wide as those of units.h: they are copied as they are.
struct Form {
    std::uint32_t units[3];
    std::uint8_t unit_count;
    std::uint8_t shape : 4;
    std::uint8_t selector : 4;
    std::uint16_t drawn;
};

/// A record at one position: what every letter needs. The index is 4 × record + position.
struct Place {
    std::uint16_t by_default;  ///< the form
    std::uint8_t phases[2];    ///< a bit for each phase that has rules for it: in words without selectors, in any word;
                               ///< and bit starts_particle, if it begins a particle that needs no MVS
};

/// The other forms of a letter at one position.
struct PositionForms {
    std::uint16_t by_selector[5];
    std::uint16_t by_condition[condition_count];
};

/// A demand on what stands beside a letter.
struct Test {
    std::uint64_t letters;
    std::uint64_t over;  ///< joined letters to pass first
    std::uint16_t drawn;
    std::uint8_t positions;
    std::uint8_t selectors;
    std::uint8_t left;
    std::uint8_t mvs;  ///< 1: an MVS comes first, 2: one that is drawn narrow or wide
};

enum class Action : std::uint8_t { keep, condition, by_default, word_end, selector_invalid };

/// A row of rules.tsv for one letter at one position. `next` is the distance to the next step. The tests are those that
/// Neighbours cannot tell.
struct Rule {
    std::uint16_t first_test;
    std::uint8_t test_count;
    std::uint8_t next;
    std::uint8_t action;
    std::uint8_t condition;
    std::uint8_t selectors;
    std::uint16_t drawn;
    std::uint8_t mvs;
};

/// What the slot next to a letter says of a list of rules, a bit for each rule: those that it leaves possible.
struct Neighbours {
    std::uint32_t by_bit[64];
    std::uint32_t by_position[4];
};

/// The rules of a letter at a position in one phase, at most 32: the first, those of each profile, and the index of
/// what the neighbours say.
struct RuleList {
    std::uint32_t of_profile[2];
    std::uint16_t first_rule;
    std::uint16_t left;
    std::uint16_t right;
};

/// The lists of a letter at a position, phase by phase; list 0 is empty.
struct RuleLists {
    std::uint16_t of_phase[phase_count];
};

/// What a system makes of a character: the record and the bit of a letter.
struct Cell {
    std::uint16_t record;
    std::uint8_t bit;
};

/// A particle: its letters in six bits each, and which of them are marked.
struct Particle {
    std::uint64_t letters;
    std::uint8_t marked;
    std::uint8_t mvs;
};

/// The cells of the block (a record has four places, each of them two lists_of_places: in words without selectors, and
/// in any word); the range of its particles, how many letters the longest has with and without MVS, and the vowels.
struct System {
    Cell cells[block_size];
    std::uint16_t particle_begin;
    std::uint16_t particle_end;
    std::uint8_t longest_separated;
    std::uint8_t longest_plain;
    std::uint64_t vowels;
};

/// The name of a sign that is no letter.
struct Sign {
    char32_t character;
    const char* id;
};

extern const std::size_t unit_count;
extern const char* const unit_names[];
extern const Form forms[];
extern const Place places[];
extern const PositionForms position_forms[];
extern const Test tests[];
extern const Rule rules[];
extern const Neighbours neighbours[];
extern const RuleList rule_lists[];
extern const RuleLists lists_of_places[];
extern const char* const record_names[];
extern const Particle particles[];
extern const System systems[];
extern const std::uint8_t systems_of_letter[block_size];  ///< a bit for each system
extern const Sign signs[];
extern const std::size_t sign_count;
extern const std::uint8_t sign_units[block_size];         ///< the unit of each sign, 0 for other characters
extern const std::uint8_t classes[block_size];            ///< CharacterClass (engine.h) of each character

}  // namespace bichig::script::tables
