// The named destinations of a document: what its own links and those of other files lead to.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include <bichig/page/page.h>

#include "format/pdf/internal/file.h"

namespace bichig::format::pdf {

/// `name` as the string that stands for it in links and in the tree of names.
std::string destination_name(std::string_view name);

/// Collects destinations. A name that comes twice stays where it was first. Scratch.
class Destinations {
public:
    /// Adds a destination on the page `page` of `page_height` points.
    void add(const page::Destination& destination, ObjectNumber page, double page_height);
    /// Writes the tree of names; its number, or 0 where there are no destinations.
    ObjectNumber write(File& file) const;

private:
    std::map<std::string, std::string> entries_;  ///< by the bytes of the name: its string and the destination
};

}  // namespace bichig::format::pdf
