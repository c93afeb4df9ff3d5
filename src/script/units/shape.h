// The shape of a text: its units without the controls that are only shown because they do nothing.
#pragma once

#include <string_view>
#include <vector>

#include <bichig/script/units.h>

namespace bichig::script {

/// Appends the units of the shape of `text` to `out`, and for each the characters it comes from to `ranges` (if not
/// null; it must be as long as `out`). An MVS or NNBSP that separates nothing has no unit.
void append_shape(std::u16string_view text, const UnitOptions& options, std::vector<Unit>& out,
                  std::vector<TextRange>* ranges);

}  // namespace bichig::script
