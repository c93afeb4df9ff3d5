// What a unit map holds: glyphs by form, forms by glyph, controls, verdicts.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include <bichig/shape/unit_map.h>

#include "shape/units/font_tables.h"

namespace bichig::shape::units {

inline constexpr std::uint8_t any_letter = 255, joined_letters = 254;
inline constexpr std::uint8_t before_gap = 4, any_position = 5, before_round = 6, after_bowed = 7;
inline constexpr std::size_t longest_form = 5;
/// Set in the number of a glyph of Bichig's own font of controls (control_font.h).
inline constexpr font::GlyphId control_flag = 0x80000000;

inline constexpr std::uint8_t left_open = 1, right_open = 2;
/// Which sides of a shape join.
constexpr std::uint8_t open_sides(std::uint8_t shape) {
    constexpr std::uint8_t sides[] = {0, right_open, left_open | right_open, left_open};
    return sides[shape];
}
/// The shape with these open sides.
constexpr std::uint8_t shape_of_sides(std::uint8_t sides) {
    constexpr std::uint8_t shapes[] = {0, 3, 1, 2};
    return shapes[sides];
}

/// Units that are drawn together, in one shape. Value.
struct Form {
    std::uint8_t units[longest_form] = {};
    std::uint8_t count = 0;
    std::uint8_t shape = 0;
};

/// A glyph and its advance. Value; glyph 0 is none.
struct Drawn {
    font::GlyphId glyph = 0;
    std::int32_t advance = 0;
};

/// Forms as keys of 64 bits, and the glyph of each.
class FormTable {
public:
    static std::uint64_t key(const Form& form, std::uint8_t position, std::uint8_t letter) {
        std::uint64_t packed = 0;
        for (std::size_t i = 0; i < longest_form; ++i) packed |= std::uint64_t{form.units[i]} << 8 * i;
        return packed | std::uint64_t{form.shape} << 40 | std::uint64_t{position} << 42 | std::uint64_t{letter} << 45;
    }
    /// Glyph 0 if the key is not there.
    Drawn find(std::uint64_t key) const {
        for (std::size_t i = place(key); slots_[i].key != 0; i = (i + 1) & mask_) {
            if (slots_[i].key == key) return slots_[i].drawn;
        }
        return {};
    }
    /// Keeps the first glyph of a key.
    void add(std::uint64_t key, Drawn drawn) {
        if (4 * (count_ + 1) > 3 * slots_.size()) grow();
        std::size_t i = place(key);
        while (slots_[i].key != 0 && slots_[i].key != key) i = (i + 1) & mask_;
        if (slots_[i].key == key) return;
        slots_[i] = {key, drawn};
        ++count_;
    }

private:
    struct Slot {
        std::uint64_t key = 0;
        Drawn drawn;
    };
    std::size_t place(std::uint64_t key) const { return (key * 0x9E3779B97F4A7C15u >> 40) & mask_; }
    void grow() {
        std::vector<Slot> old(slots_.size() * 2);
        old.swap(slots_);
        mask_ = slots_.size() - 1;
        count_ = 0;
        for (const Slot& slot : old) {
            if (slot.key != 0) add(slot.key, slot.drawn);
        }
    }

    std::vector<Slot> slots_ = std::vector<Slot>(1024);
    std::size_t mask_ = 1023;
    std::size_t count_ = 0;
};

/// One thing that a glyph may stand for.
struct Identity {
    font::GlyphId glyph = 0;
    Form form;
};

/// Verdicts of one writing system: letters of which a probe failed or could not be read, without selectors and with.
struct SystemVerdicts {
    std::array<Verdict, 176> plain{};
    std::array<Verdict, 176> selected{};
};

/// The data of a UnitMap. Immutable after it is made, the verdicts aside, which are made once.
struct MapData {
    explicit MapData(font::Font opened) : font{std::move(opened)} {}

    font::Font font;
    std::string sha256;
    UnitSource source = UnitSource::none;
    script::Profile profile{};
    FormTable forms;
    std::vector<Identity> identities;  ///< sorted by glyph
    std::bitset<256> begins_pair;      ///< last units of letters that may be drawn as one with the next
    std::array<Drawn, 16> controls{};  ///< by unit code; 0 is the stem between letters that do not fit each other

    /// The verdicts of `system`, made on the first call.
    const SystemVerdicts& verdicts(script::WritingSystem system) const;

    /// The glyphs of a letter's form: one, or several where the font has it in parts. Returns how many, 0 if the font
    /// lacks it.
    std::size_t draw(const Form& form, std::uint8_t position, std::uint8_t letter,
                     std::array<Drawn, longest_form>& out) const;

private:
    mutable std::array<std::once_flag, script::writing_system_count> once_;
    mutable std::array<SystemVerdicts, script::writing_system_count> verdicts_;
};

/// Adds what a glyph draws to `map`.
void add_row(MapData& map, const GlyphRow& row);
/// Finds the glyphs of `map` by the likeness of their outlines to those of `known`, which has the table `rows`.
bool add_by_outlines(MapData& map, const font::Font& known, const KnownFont& rows, const std::string& cache_folder);
/// Adds glyphs at Menksoft glyph codes. Returns whether the font has them.
bool add_by_codes(MapData& map);
/// The table of the font file with this SHA-256, or null.
const KnownFont* known_font(const std::string& sha256);

}  // namespace bichig::shape::units
