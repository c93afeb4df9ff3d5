// The table of fonts that stand in for others; its rows come from data/font_names/substitutions.tsv.
#pragma once

#include <span>
#include <string_view>

#include <bichig/font/catalogue.h>

namespace bichig::font::internal {

/// What stands in for a font that is not there.
struct Substitution {
    std::string_view name;        ///< folded (see names.h)
    bool prefix;                  ///< `name` is only how the name begins
    Role role;                    ///< whose face is used when no candidate is there
    unsigned weight;              ///< what the name itself means
    std::string_view candidates;  ///< families in the order in which they are tried, with | between them
};

/// All rows, in the order in which they count.
std::span<const Substitution> substitutions();

}  // namespace bichig::font::internal
