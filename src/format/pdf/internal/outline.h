// The outline ("bookmarks") of a document.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <bichig/page/page.h>

#include "format/pdf/internal/file.h"
#include "format/pdf/internal/structure.h"

namespace bichig::format::pdf {

/// Collects bookmarks and nests them by their levels. Scratch.
class Outline {
public:
    /// Adds a bookmark on the page `page` of `page_height` points; `element` is the object it heads, or 0.
    void add(const page::Bookmark& bookmark, ObjectNumber page, double page_height, ObjectNumber element, File& file);
    /// Writes the outline; its number, or 0 where there are no bookmarks.
    ObjectNumber write(File& file);

private:
    /// Numbers below count entries from 1; 0 is none, or as a parent the root.
    struct Entry {
        ObjectNumber object = 0;
        std::string title;  ///< as a PDF string
        std::string rest;   ///< destination and structure element
        std::uint32_t parent = 0;
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        std::uint32_t previous = 0;
        std::uint32_t next = 0;
        std::uint32_t children = 0;
    };
    void append_links(std::string& out, const Entry& entry) const;

    std::vector<Entry> entries_ = std::vector<Entry>(1);  ///< the first stands for the root
    std::vector<std::uint32_t> open_{0};                  ///< the path from the root to the entry added last
    LevelStack levels_;
};

}  // namespace bichig::format::pdf
