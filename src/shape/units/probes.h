// What a font is tried with: letters in each position, with selectors, before vowels and before a separated a or e.
#pragma once

#include <string>
#include <vector>

#include "shape/units/map_data.h"

namespace bichig::shape::units {

/// A text that tries a letter.
struct ProbeText {
    std::u16string text;
    char32_t letter;
    bool selector;
};

/// The probes of a writing system; pairs only of letters that `map` has joined drawings of.
std::vector<ProbeText> probe_texts(const MapData& map, script::WritingSystem system);
/// Probes that lead to the glyphs of a font of which nothing is known: with pairs of all letters.
std::vector<ProbeText> candidate_texts(script::WritingSystem system);

}  // namespace bichig::shape::units
