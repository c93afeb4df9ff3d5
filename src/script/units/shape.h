// The shape of a text: its units without the controls that are only shown because they do nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <bichig/script/units.h>

namespace bichig::script {

/// How many bytes of a key a unit takes at most.
inline constexpr unsigned key_bytes = 4;

/// Writes the bytes of a key for `unit` at `at` and returns how many: its code, or 0xFF and three bytes of another
/// character. Codes are below 0xFF and never change (data/written_units/units.tsv): other shapes have other bytes.
inline unsigned write_key_bytes(Unit unit, char* at) {
    if (!is_character(unit)) {
        at[0] = static_cast<char>(unit);
        return 1;
    }
    const char32_t character = character_of(unit);
    at[0] = static_cast<char>(0xFF);
    at[1] = static_cast<char>(character >> 16);
    at[2] = static_cast<char>(character >> 8 & 0xFF);
    at[3] = static_cast<char>(character & 0xFF);
    return key_bytes;
}

/// Appends the units of the shape of `text` to `out`. An MVS or NNBSP that separates nothing has no unit.
void append_shape(std::u16string_view text, const UnitOptions& options, std::vector<Unit>& out);
/// Also appends for each unit the characters it comes from to `ranges`, which must be as long as `out`.
void append_shape(std::u16string_view text, const UnitOptions& options, std::vector<Unit>& out,
                  std::vector<TextRange>& ranges);

}  // namespace bichig::script
