// What all copies of a catalogue share.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include <bichig/font/catalogue.h>

#include "font/internal/sources.h"

namespace bichig::font {

/// Immutable once the catalogue is open, but for faces that are opened when first used.
struct Catalogue::Snapshot {
    internal::Sources sources;
    std::unordered_map<std::string, std::vector<const internal::Source*>> by_name;  ///< by folded name
    std::vector<Font> roles;                                                        ///< by Role

    void index();
    /// The face of that name nearest to the style; nullptr where no face has the name.
    const Font* nearest(const std::string& name, unsigned weight, bool italic) const;
    /// The first candidate that is there of the row for `name`, whose role goes to `role`.
    const Font* stand_in(const std::string& name, unsigned weight, bool italic, std::optional<Role>& role) const;
};

}  // namespace bichig::font
