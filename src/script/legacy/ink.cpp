// The ink of letters, forms and glyph codes.
#include "script/legacy/ink.h"

namespace bichig::script {

namespace {

const generated::Expansion* expansion_of(Stroke unit, Position shape, bool lone, bool last) {
    if ((shape == Position::isol && !lone) || (shape == Position::fina && !last)) return nullptr;
    for (const generated::Expansion& row : generated::expansions) {
        if (row.unit == unit && row.shape == static_cast<std::uint8_t>(shape)) return &row;
    }
    return nullptr;
}

}  // namespace

Ink ink_of(const UnitAnalysis& analysis, const LetterForm& letter) {
    Ink ink;
    const bool ends = letter.shape == Position::isol || letter.shape == Position::fina;
    for (std::uint32_t i = letter.unit_begin; i < letter.unit_end; ++i) {
        const auto code = static_cast<std::uint32_t>(analysis.units[i]);
        if (code < 16 || code > 255) continue;  // gaps and controls that are shown
        const auto unit = static_cast<Stroke>(code);
        const bool last = i + 1 == letter.unit_end;
        const bool lone = last && i == letter.unit_begin;
        if (const generated::Expansion* apart = expansion_of(unit, letter.shape, lone, last)) {
            for (std::uint8_t k = 0; k < apart->size; ++k) ink.add(apart->ink[k]);
        } else {
            ink.add(static_cast<Stroke>(ends && last ? unit | generated::word_end : unit));
        }
    }
    return ink;
}

Ink ink_of(const generated::InkForm& form) {
    Ink ink;
    for (std::uint8_t k = 0; k < form.size; ++k) ink.add(form.ink[k]);
    return ink;
}

Ink ink_of(const generated::Glyph& glyph) {
    Ink ink;
    for (std::uint8_t k = 0; k < glyph.size; ++k) ink.add(glyph.ink[k]);
    return ink;
}

}  // namespace bichig::script
