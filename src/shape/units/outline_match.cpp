// Stub
#include "shape/units/map_data.h"

namespace bichig::shape::units {

bool add_by_outlines(MapData&, const font::Font&, const KnownFont&, const std::string&) { return false; }

}  // namespace bichig::shape::units
