// Fonts of the old kind: glyphs at Menksoft glyph codes (U+E234 to U+E34F), without rules.
//
// A code draws a form of a letter, sometimes only beside certain letters: before a round vowel, after a bowed
// consonant, before a separated a or e. The forms come from data/legacy/menksoft.tsv and data/written_units.
#include "shape/units/map_data.h"

namespace bichig::shape::units {

bool add_by_codes(MapData& map) {
    constexpr char32_t first_letter = 0xE264, nirugu = 0xE23E;
    if (map.font.glyph(0x1820) != 0 || map.font.glyph(first_letter) == 0) return false;
    // A drawing made for certain neighbours serves others too where there is no better one.
    for (const bool anywhere : {false, true}) {
        for (std::size_t i = 0; i < menksoft_row_count; ++i) {
            GlyphRow row = menksoft_rows[i];
            const font::GlyphId glyph = map.font.glyph(row.glyph);
            if (glyph == 0) continue;
            row.glyph = static_cast<std::uint16_t>(glyph);
            if (anywhere) {
                if (row.position == any_position) continue;
                row.position = any_position;
            }
            add_row(map, row);
        }
    }
    if (const font::GlyphId stem = map.font.glyph(nirugu); stem != 0) {
        map.controls[static_cast<std::size_t>(script::Unit::nirugu)] = {
            stem, static_cast<std::int32_t>(map.font.advance(stem).count())};
    }
    return true;
}

}  // namespace bichig::shape::units
