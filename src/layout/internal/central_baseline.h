// Where the middle of Han stands, which lines and carets put on the axis of a vertical line.
#pragma once

namespace bichig::layout::internal {

/// Of the em, above the alphabetic baseline: the middle of the em box from -0.12 to 0.88.
inline constexpr double han_central_baseline = 0.38;

}  // namespace bichig::layout::internal
