// Written units from glyphs: what a shaped stretch of text shows.
#pragma once

#include <vector>

#include <bichig/shape/shaper.h>

#include "shape/units/map_data.h"

namespace bichig::shape::units {

/// What was read. Value.
struct Reading {
    std::vector<script::Unit> units;
    bool known = true;  ///< false: a glyph has no unit that is known
};

/// Whether it is known what `glyph` shows.
bool is_known(const MapData& map, const Glyph& glyph);
/// Reads glyphs as units; of what a drawing may stand for, that which `expected` goes on with is preferred.
Reading read_units(const MapData& map, const Glyph* begin, const Glyph* end,
                   const std::vector<script::Unit>& expected);

}  // namespace bichig::shape::units
