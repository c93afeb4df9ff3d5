// The compiled tables of known fonts: what data/fonts/generate.py writes and the unit map reads.
#pragma once

#include <cstddef>
#include <cstdint>

namespace bichig::shape::units {

/// What a glyph draws. `letter` counts from U+1800, 254 is several drawn as one, 255 any; unit 0 is a stem that
/// stands for nothing; `position` is that of script::Position, 4 stands before a separated a or e, 5 is any.
struct GlyphRow {
    std::uint16_t glyph;
    std::uint8_t letter;
    std::uint8_t unit_count;
    std::uint8_t shape;
    std::uint8_t position;
    std::uint8_t units[5];
};

/// A font file that has a table.
struct KnownFont {
    const char* sha256;
    const GlyphRow* rows;
    std::size_t count;
};

/// A form of one or two units before which a stem may stand.
struct StemBefore {
    std::uint8_t shape;
    std::uint8_t units[2];
};

extern const std::uint8_t stem_after[];
extern const std::size_t stem_after_count;
extern const StemBefore stem_before[];
extern const std::size_t stem_before_count;
extern const KnownFont known_fonts[];
extern const std::size_t known_font_count;

}  // namespace bichig::shape::units
