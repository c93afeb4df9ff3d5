// The construction: a path of open nodes, and a hash table of those that are written.
#include "spell/index/automaton_builder.h"

#include <algorithm>

namespace bichig::spell {

AutomatonBuilder::AutomatonBuilder() : edges_(1, 0), key_counts_(1, 0), path_(1), slots_(1 << 12, 0) {}

bool AutomatonBuilder::add(std::string_view key) {
    std::size_t shared = 0;
    while (shared < depth_ && shared < key.size() &&
           path_[shared].back().label == static_cast<std::uint8_t>(key[shared])) {
        ++shared;
    }
    close_from(shared);
    if (path_.size() <= key.size()) path_.resize(key.size() + 1);
    for (std::size_t i = shared; i < key.size(); ++i) {
        path_[i].push_back({static_cast<std::uint8_t>(key[i]), i + 1 == key.size(), 0});
        path_[i + 1].clear();
    }
    depth_ = key.size();
    return edges_.size() < max_edge_count - 0x10000;
}

std::uint32_t AutomatonBuilder::finish() {
    close_from(0);
    return write_node(path_[0]);
}

void AutomatonBuilder::close_from(std::size_t depth) {
    for (; depth_ > depth; --depth_) {
        path_[depth_ - 1].back().target = write_node(path_[depth_]);
        path_[depth_].clear();
    }
}

std::uint32_t AutomatonBuilder::write_node(std::vector<OpenEdge>& node) {
    if (node.empty()) return 0;
    packed_.clear();
    std::uint32_t keys = 0;
    for (std::size_t i = 0; i < node.size(); ++i) {
        const OpenEdge& edge = node[i];
        packed_.push_back(Edge{edge.label, i + 1 == node.size(), edge.ends, keys, edge.target}.bits());
        keys += (edge.ends ? 1 : 0) + key_counts_[edge.target];
    }
    const std::uint64_t hash = hash_bytes(reinterpret_cast<const char*>(packed_.data()), 8 * packed_.size());
    std::uint32_t* slot = find_slot(hash, packed_.data(), packed_.size());
    if (*slot != 0) return *slot;
    const auto written = static_cast<std::uint32_t>(edges_.size());
    *slot = written;
    edges_.insert(edges_.end(), packed_.begin(), packed_.end());
    key_counts_.resize(edges_.size(), 0);
    key_counts_[written] = keys;
    if (++node_count_ * 3 > slots_.size() * 2) grow();
    return written;
}

std::uint32_t* AutomatonBuilder::find_slot(std::uint64_t hash, const std::uint64_t* edges, std::size_t count) {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
        const std::uint32_t node = slots_[at];
        if (node == 0) return &slots_[at];
        // The last edge of a node is marked, so that nodes of other lengths differ before either ends.
        if (edges_.size() - node < count) continue;
        if (std::equal(edges, edges + count, edges_.begin() + node)) return &slots_[at];
    }
}

std::uint64_t AutomatonBuilder::hash_at(std::uint32_t node) const {
    std::size_t end = node;
    while (!Edge{edges_[end]}.last()) ++end;
    return hash_bytes(reinterpret_cast<const char*>(&edges_[node]), 8 * (end + 1 - node));
}

void AutomatonBuilder::grow() {
    std::vector<std::uint32_t> old(slots_.size() * 2, 0);
    old.swap(slots_);
    const std::size_t mask = slots_.size() - 1;
    for (const std::uint32_t node : old) {
        if (node == 0) continue;
        std::size_t at = hash_at(node) & mask;
        while (slots_[at] != 0) at = (at + 1) & mask;
        slots_[at] = node;
    }
}

}  // namespace bichig::spell
