// From written units to glyphs, without any lookup of the font.
#pragma once

#include <string_view>
#include <vector>

#include <bichig/shape/shaper.h>

#include "shape/units/map_data.h"

namespace bichig::shape::units {

/// Sets stretches of Mongolian text by a unit map. Scratch: one per thread.
class UnitShaper {
public:
    /// Appends the glyphs of `text` (Mongolian letters and what goes with them, nothing else); clusters count from its
    /// start. Returns false, and appends nothing, where the map lacks a form.
    bool shape(std::u16string_view text, const MapData& map, const script::UnitOptions& options,
               std::vector<Glyph>& out);
    /// Whether the map's verdicts say that the font's own rules may draw `text` otherwise than the engine.
    bool font_is_wrong(std::u16string_view text, const MapData& map, const script::UnitOptions& options);

private:
    struct Writer;
    script::UnitAnalysis analysis_;
};

}  // namespace bichig::shape::units
