// What has been placed so far: a page in the making, or a part of one that is moved as a whole.
#pragma once

#include <vector>

#include <bichig/page/page.h>

namespace bichig::paginate::internal {

/// Placed content. Artifacts are kept apart, because they stand last on a page.
struct Fragment {
    std::vector<page::Item> items;
    std::vector<page::Item> artifacts;
    std::vector<page::LinkArea> links;
    std::vector<page::Bookmark> bookmarks;
    std::vector<page::Destination> destinations;

    bool empty() const { return items.empty() && artifacts.empty(); }
};

/// Moves all that is placed in `fragment` by `offset`.
void shift(Fragment& fragment, PhysicalPoint offset);

/// Appends the content of `part` to `whole`.
void append(Fragment& whole, Fragment part);

}  // namespace bichig::paginate::internal
