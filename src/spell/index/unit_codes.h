// Codes of the written units that Hudum is drawn with (data/written_units/units.tsv: codes never change).
#pragma once

#include <cstdint>

namespace bichig::spell::unit_codes {

inline constexpr std::uint8_t A = 16, Aa = 18, B = 23, B2 = 24, C = 28, Ch = 30, Cr = 32, D = 36, Dd = 38, E = 49,
                              F = 50, G = 51, Gx = 58, H = 59, Hx = 66, I = 70, J = 80, K = 87, L = 92, M = 96, N = 99,
                              O = 104, P = 109, S = 122, Sh = 125, T = 132, U = 139, Ue = 140, W = 146, Y = 152,
                              Z = 154;

}  // namespace bichig::spell::unit_codes
