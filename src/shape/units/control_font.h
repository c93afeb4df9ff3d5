// Bichig's own font of controls, for fonts that cannot show them.
#pragma once

#include <bichig/font/font.h>

namespace bichig::shape::units {

/// A font of frames: glyphs 1 to 4 are FVS1 to FVS4, 5 is MVS, 6 is NNBSP, each 770/1000 em wide. Made on the first
/// call, shared.
const font::Font& control_font();

}  // namespace bichig::shape::units
