// The page tree: balanced, and written while pages come.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "format/pdf/internal/file.h"

namespace bichig::format::pdf {

/// Nodes of at most 32 kids; only the nodes on the right edge are held. Scratch.
class PageTree {
public:
    explicit PageTree(File& file) : file_{file} {}

    /// Adds the next page; the number of its parent node.
    ObjectNumber add(ObjectNumber page) { return add(0, page, 1); }
    /// Writes what is still held; the number of the root.
    ObjectNumber finish();
    std::uint32_t count() const { return count_; }

private:
    struct Node {
        ObjectNumber object = 0;
        std::string kids;
        std::uint32_t kid_count = 0;
        std::uint32_t pages = 0;
    };
    ObjectNumber add(std::size_t level, ObjectNumber kid, std::uint32_t pages);
    void close(std::size_t level);
    void write(const Node& node, ObjectNumber parent);

    File& file_;
    std::vector<Node> edge_;  ///< one open node for each level, leaves first
    std::uint32_t count_ = 0;
};

}  // namespace bichig::format::pdf
