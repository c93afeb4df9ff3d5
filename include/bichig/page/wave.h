// The curve of a wavy line, for writers.
#pragma once

#include <vector>

#include <bichig/page/page.h>

namespace bichig::page {

/// The start of the curve, and for each crest three points of a cubic Bézier curve: two control points and its end.
/// Crests lie on both sides in turn and are all of one length; there are 20,000 at the most. Total.
std::vector<PhysicalPoint> curve(const Wave& wave);

}  // namespace bichig::page
