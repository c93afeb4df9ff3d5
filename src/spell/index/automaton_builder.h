// A minimal acyclic automaton from sorted keys, one by one: memory grows with the automaton, not with the keys.
//
// After Daciuk, Mihov, Watson and Watson, "Incremental construction of minimal acyclic finite-state automata" (2000):
// when a key leaves the path of the one before it, the nodes behind the fork are final and are looked up among those
// that are written already.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "spell/index/format.h"

namespace bichig::spell {

class AutomatonBuilder {
public:
    AutomatonBuilder();

    /// Adds a key, not empty and greater than all before it. False if the automaton grew too large.
    bool add(std::string_view key);
    /// Ends the work and returns the root.
    std::uint32_t finish();
    /// The edges of all nodes; the first stands for none.
    const std::vector<std::uint64_t>& edges() const { return edges_; }

private:
    /// An edge of the path of the last key: its target is known when the node behind it is written.
    struct OpenEdge {
        std::uint8_t label;
        bool ends;
        std::uint32_t target;
    };

    /// Writes the nodes of the path from depth `depth` + 1 on.
    void close_from(std::size_t depth);
    std::uint32_t write_node(std::vector<OpenEdge>& node);
    std::uint32_t* find_slot(std::uint64_t hash, const std::uint64_t* edges, std::size_t count);
    void grow();
    std::uint64_t hash_at(std::uint32_t node) const;

    std::vector<std::uint64_t> edges_;
    std::vector<std::uint32_t> key_counts_;  ///< by node: the keys that it leads to
    std::vector<std::vector<OpenEdge>> path_;  ///< the nodes of the last key, kept for their memory
    std::size_t depth_ = 0;                    ///< how many of them are open, the root apart
    std::vector<std::uint64_t> packed_;        ///< the node that is being written
    std::vector<std::uint32_t> slots_;         ///< the nodes written, by their edges
    std::size_t node_count_ = 0;
};

}  // namespace bichig::spell
