// An open index: views of its parts, and steps through them that stay inside whatever the file holds.
#pragma once

#include <cstring>
#include <optional>
#include <span>
#include <string_view>

#include <bichig/spell/shape_index.h>

#include "spell/index/file_bytes.h"
#include "spell/index/format.h"

namespace bichig::spell {

class IndexData {
public:
    FileBytes bytes;
    Head head;
    std::span<const std::uint64_t> edges;
    std::span<const std::uint32_t> shapes;
    std::span<const std::uint32_t> forms;
    std::span<const std::uint32_t> frequencies;
    std::span<const std::uint32_t> slots;
    std::string_view kinds;
    std::string_view letters;

    explicit IndexData(FileBytes file) : bytes{std::move(file)} {}

    /// Takes the parts from the bytes. Errors: as ShapeIndex::open, without the place.
    Result<void> read(IndexCheck check);
    /// The bytes of a form (number < head.form_count).
    std::string_view letters_of(std::uint32_t form) const;
    FormInfo info_of(std::uint32_t form) const;
    /// The number of a form, if it is one.
    std::optional<std::uint32_t> number_of(std::u16string_view form) const;
    /// The number of a form with this hash, if it is one (not empty, not longer than max_form_size).
    std::optional<std::uint32_t> number_of(std::u16string_view form, std::uint64_t hash) const;
    /// Asks for the memory that number_of will look at.
    void prefetch(std::uint64_t hash) const;
    /// The number of a shape, if `key` (without its version) is that of one.
    std::optional<std::uint32_t> shape_number(std::string_view key) const;

    /// Calls `visit` with each edge of a node until it says false. An edge that leads to a node which stands not before
    /// this one, as no writer makes it, ends the node.
    template <class Visit>
    void for_each_edge(std::uint32_t node, Visit visit) const {
        if (node == 0) return;
        for (std::size_t at = node; at < edges.size(); ++at) {
            const Edge edge{edges[at]};
            if (edge.target() >= node || !visit(edge) || edge.last()) return;
        }
    }
};

}  // namespace bichig::spell
