// The structure tree of a tagged PDF, written element by element as the elements come to their end.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <bichig/base/diagnostics.h>
#include <bichig/page/structure.h>

#include "format/pdf/internal/file.h"

namespace bichig::format::pdf {

/// A rectangle in the coordinates of a PDF page: y upwards.
struct Rectangle {
    double left = 0;
    double bottom = 0;
    double right = 0;
    double top = 0;
};

/// "[left bottom right top]".
std::string describe_rectangle(const Rectangle& box);

/// Levels as they must be in a tagged file: the first is 1 and none is skipped on the way down (ISO 14289-1, 7.4.2).
class LevelStack {
public:
    /// The depth, from 1, at which something of `level` stands after what came before it.
    unsigned depth(unsigned level);

private:
    std::vector<unsigned> open_;
};

/// The structure tree and the parent tree. An element lives from begin() to end(); its parent keeps its object number.
/// Scratch.
class StructureTree {
public:
    StructureTree(File& file, Diagnostics& diagnostics);

    void begin(const page::Element& element);
    void end(page::ElementId id);
    /// Whether `id` is an element that is open; content of any other is written as an artifact.
    bool is_open(page::ElementId id) const { return id != page::artifact && nodes_.count(id) != 0; }
    /// The structure type, for the tags of marked content.
    std::string_view type(page::ElementId id) const;
    ObjectNumber object(page::ElementId id) const { return nodes_.at(id).object; }
    const page::Element& element(page::ElementId id) const { return nodes_.at(id).element; }

    void start_page(ObjectNumber page);
    /// The key of the page in the parent tree.
    std::uint32_t page_key() const { return page_key_; }
    /// A new marked-content number on this page for the next content of `id`.
    std::uint32_t mark(page::ElementId id);
    /// Adds an annotation on this page to `id`; returns its key in the parent tree.
    std::uint32_t add_annotation(page::ElementId id, ObjectNumber annotation);
    /// States where the figure `id` stands.
    void place_figure(page::ElementId id, const Rectangle& box);
    void end_page();

    /// Ends what is still open and writes the roots. The number of the structure tree root.
    ObjectNumber finish();

private:
    /// A child element (page 0), a marked-content number, or an annotation on `page`.
    struct Kid {
        ObjectNumber page = 0;
        std::uint32_t value = 0;
        bool annotation = false;
    };
    struct Node {
        page::Element element;
        ObjectNumber object = 0;
        unsigned heading_depth = 0;
        bool attached = false;
        std::vector<Kid> kids;
        std::vector<page::ElementId> waiting;  ///< children begun but not yet among the kids
        std::optional<Rectangle> box;
    };

    Node* parent_of(const Node& node);
    void attach(page::ElementId id);
    void add_key(std::uint32_t key, ObjectNumber value);
    void flush_keys();
    void write(const Node& node, ObjectNumber parent);

    File& file_;
    Diagnostics& diagnostics_;
    ObjectNumber root_;
    std::unordered_map<page::ElementId, Node> nodes_;
    Node top_;  ///< stands for the structure tree root: the parent of elements without one
    LevelStack headings_;

    ObjectNumber page_ = 0;
    std::uint32_t page_key_ = 0;
    ObjectNumber page_parents_object_ = 0;
    std::vector<ObjectNumber> page_parents_;

    std::map<std::string, std::string> identifiers_;  ///< of elements, with their entries in the tree of names
    std::uint32_t next_key_ = 0;
    std::string keys_;  ///< the leaf of the parent tree under way
    std::uint32_t keys_count_ = 0;
    std::uint32_t keys_first_ = 0;
    std::uint32_t keys_last_ = 0;
    std::string key_leaves_;
};

}  // namespace bichig::format::pdf
