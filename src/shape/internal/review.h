// Finds the marks of review mode.
#pragma once

#include <string_view>
#include <vector>

#include <bichig/script/units.h>
#include <bichig/shape/shaper.h>

namespace bichig::shape::internal {

/// The marks of `shaped`, made of `text`, in the order of the text.
std::vector<ReviewMark> review(std::u16string_view text, const ShapedText& shaped, const script::UnitOptions& options);

}  // namespace bichig::shape::internal
