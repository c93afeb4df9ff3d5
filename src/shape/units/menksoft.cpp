// Fonts of the old kind: glyphs at Menksoft glyph codes (U+E234 to U+E34F), without rules.
#include "shape/units/map_data.h"

namespace bichig::shape::units {

bool add_by_codes(MapData&) { return false; }

}  // namespace bichig::shape::units
