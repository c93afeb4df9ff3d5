// The compiled tables of the written units: what data/written_units/generate.py writes and the engine reads.
#pragma once

#include <cstddef>
#include <cstdint>

namespace bichig::script::tables {

inline constexpr std::uint16_t no_form = 0xFFFF;
inline constexpr std::uint16_t no_record = 0xFFFF;
inline constexpr char32_t block_begin = 0x1800;
inline constexpr char32_t block_size = 176;
inline constexpr unsigned condition_count = 15;
inline constexpr unsigned phase_count = 5;

/// Bits of letter sets beside those of the letters of a system.
inline constexpr std::uint8_t foreign_bit = 60;  ///< a letter of another system
inline constexpr std::uint8_t edge_bit = 61;     ///< anything that is no letter
inline constexpr std::uint8_t mvs_bit = 62;      ///< MVS or NNBSP

/// One form of a letter: its units, the position whose shape is drawn, the selector that names it, and which "drawn"
/// demands of the rules it satisfies.
struct Form {
    std::uint8_t units[3];
    std::uint8_t unit_count;
    std::uint8_t shape;
    std::uint8_t selector;
    std::uint16_t drawn;
};

/// The forms of a letter at one position.
struct PositionForms {
    std::uint16_t by_default;
    std::uint8_t phases;  ///< a bit for each phase that has rules for it
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

/// A row of rules.tsv for one letter at one position. `next` is the distance to the next step.
struct Rule {
    std::uint16_t first_test;
    std::uint8_t test_count;
    std::uint8_t next;
    std::uint8_t action;
    std::uint8_t condition;
    std::uint8_t selectors;
    std::uint16_t drawn;
    std::uint8_t profiles;
    std::uint8_t mvs;
};

/// The rules of a letter at a position, phase by phase.
struct RuleRanges {
    std::uint16_t begin[phase_count + 1];
};

/// A particle: its letters in six bits each, and which of them are marked.
struct Particle {
    std::uint64_t letters;
    std::uint8_t marked;
    std::uint8_t mvs;
};

/// For each character of the block its record and its bit (a record has four position_forms, and for each of them two
/// rule_ranges: in words without selectors, and in any word); the range
/// of its particles, the letters that begin one without MVS, and the vowels.
struct System {
    std::uint16_t record[block_size];
    std::uint8_t bit[block_size];
    std::uint16_t particle_begin;
    std::uint16_t particle_end;
    std::uint64_t particle_starters;
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
extern const PositionForms position_forms[];
extern const Test tests[];
extern const Rule rules[];
extern const RuleRanges rule_ranges[];
extern const char* const record_names[];
extern const Particle particles[];
extern const System systems[];
extern const std::uint8_t systems_of_letter[block_size];  ///< a bit for each system
extern const Sign signs[];
extern const std::size_t sign_count;
extern const std::uint8_t sign_units[block_size];         ///< the unit of each sign, 0 for other characters
extern const std::uint8_t classes[block_size];            ///< CharacterClass (engine.h) of each character

}  // namespace bichig::script::tables
