// A node is written when it is full; its parent's number is taken before its parent exists (ISO 32000-1, 7.7.3).
#include "format/pdf/internal/page_tree.h"

namespace bichig::format::pdf {

namespace {
constexpr std::uint32_t kids_per_node = 32;
}

ObjectNumber PageTree::add(std::size_t level, ObjectNumber kid, std::uint32_t pages) {
    if (level == 0) ++count_;
    if (level < edge_.size() && edge_[level].kid_count == kids_per_node) close(level);
    if (level == edge_.size()) edge_.emplace_back();
    Node& node = edge_[level];
    if (node.object == 0) node.object = file_.allocate();
    append_reference(node.kids, kid);
    node.kids.push_back(' ');
    ++node.kid_count;
    node.pages += pages;
    return node.object;
}

/// Writes the node of `level` as a kid of the level above and makes room for the next one.
void PageTree::close(std::size_t level) {
    const Node node = std::exchange(edge_[level], Node{});
    write(node, add(level + 1, node.object, node.pages));
}

void PageTree::write(const Node& node, ObjectNumber parent) {
    std::string out = "<</Type/Pages/Count " + std::to_string(node.pages) + "/Kids[" + node.kids + "]";
    if (parent != 0) out += "/Parent " + reference(parent);
    file_.object(node.object, out + ">>");
}

ObjectNumber PageTree::finish() {
    if (edge_.empty()) edge_.push_back({file_.allocate(), "", 0, 0});
    // Closing a level adds to the one above, so only the topmost node that is left has no parent.
    for (std::size_t level = 0; level + 1 < edge_.size(); ++level) close(level);
    write(edge_.back(), 0);
    return edge_.back().object;
}

}  // namespace bichig::format::pdf
