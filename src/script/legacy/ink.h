// Ink: what is drawn, taken apart so that the same drawing by other letters or other codes is the same sequence.
//
// A stroke is the code of a written unit, with word_end where its final form is drawn. Medial H is two strokes A, final
// G is I and Aa, and so on (data/legacy/ink.tsv).
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include <bichig/script/units.h>

#include "script/generated/legacy_tables.h"

namespace bichig::script {

using Stroke = std::uint16_t;

/// The ink of one letter. Value.
struct Ink {
    std::array<Stroke, 8> strokes{};
    std::uint8_t size = 0;

    void add(Stroke stroke) {
        if (size < strokes.size()) strokes[size++] = stroke;
    }
    std::span<const Stroke> span() const { return {strokes.data(), size}; }
    bool operator==(const Ink& other) const {
        if (size != other.size) return false;
        for (std::uint8_t k = 0; k < size; ++k) {
            if (strokes[k] != other.strokes[k]) return false;
        }
        return true;
    }
};

inline bool ends_word(Stroke stroke) { return (stroke & generated::word_end) != 0; }

/// The ink of `letter`, one of `analysis.letters`.
Ink ink_of(const UnitAnalysis& analysis, const LetterForm& letter);
/// The ink of a form of the tables.
Ink ink_of(const generated::InkForm& form);
/// The ink of a Menksoft glyph.
Ink ink_of(const generated::Glyph& glyph);

/// The glyph of a Menksoft letter code (E264–E34F), or nullptr.
inline const generated::Glyph* menksoft_glyph(char16_t code) {
    const std::size_t index = static_cast<std::size_t>(code) - generated::menksoft_begin;  // wraps below the first
    if (index >= generated::menksoft.size() || generated::menksoft[index].size == 0) return nullptr;
    return &generated::menksoft[index];
}

}  // namespace bichig::script
