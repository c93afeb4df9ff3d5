// Two sections whose pages face each other.
#pragma once

#include "paginate/internal/flow.h"

namespace bichig::paginate::internal {

/// Sets `first` and `second` onto pages that alternate, as first.facing says. All pages of the two are kept until both
/// are set, because a sink takes them in order: memory grows with the two sections. Elements below `parent`.
void set_facing(Work& work, const document::Section& first, const document::Section& second, page::ElementId parent);

}  // namespace bichig::paginate::internal
