// An element is written when it gets no more content, and then forgotten; what remains of it is a number among the
// kids of its parent. A child joins the kids of its parent with its first content, not when it is announced, so that
// text before and after a link inside a paragraph keeps its order.
#include "format/pdf/internal/structure.h"

#include <algorithm>

#include <bichig/base/utf.h>

namespace bichig::format::pdf {

namespace {

constexpr std::uint32_t keys_per_leaf = 128;

std::string_view list_numbering(page::ListNumbering numbering) {
    switch (numbering) {
        case page::ListNumbering::none: return "None";
        case page::ListNumbering::disc: return "Disc";
        case page::ListNumbering::square: return "Square";
        case page::ListNumbering::decimal: return "Decimal";
        case page::ListNumbering::lower_latin: return "LowerAlpha";
        case page::ListNumbering::upper_latin: return "UpperAlpha";
        case page::ListNumbering::lower_roman: return "LowerRoman";
        case page::ListNumbering::upper_roman: return "UpperRoman";
        // No value of ISO 32000-1 (table 347) means "counted in some other way"; Decimal says at least: counted.
        case page::ListNumbering::other: return "Decimal";
    }
    return "None";
}

void append_cell_attributes(std::string& out, const page::Element& element) {
    const bool header = element.role == page::ElementRole::table_header_cell;
    if (!header && element.row_span <= 1 && element.column_span <= 1) return;
    out += "/A<</O/Table";
    if (header) out += element.row_header ? "/Scope/Row" : "/Scope/Column";
    if (element.row_span > 1) out += "/RowSpan " + std::to_string(element.row_span);
    if (element.column_span > 1) out += "/ColSpan " + std::to_string(element.column_span);
    out += ">>";
}

}  // namespace

std::string describe_rectangle(const Rectangle& box) {
    std::string out = "[";
    append_number(out, box.left);
    out.push_back(' ');
    append_number(out, box.bottom);
    out.push_back(' ');
    append_number(out, box.right);
    out.push_back(' ');
    append_number(out, box.top);
    return out + "]";
}

unsigned LevelStack::depth(unsigned level) {
    while (!open_.empty() && open_.back() >= level) open_.pop_back();
    open_.push_back(level);
    return static_cast<unsigned>(open_.size());
}

StructureTree::StructureTree(File& file, Diagnostics& diagnostics)
    : file_{file}, diagnostics_{diagnostics}, root_{file.allocate()} {
    top_.object = root_;
}

StructureTree::Node* StructureTree::parent_of(const Node& node) {
    const auto found = nodes_.find(node.element.parent);
    return found == nodes_.end() ? &top_ : &found->second;
}

void StructureTree::begin(const page::Element& element) {
    if (element.id == page::artifact || nodes_.count(element.id) != 0) return;
    Node node;
    node.element = element;
    node.object = file_.allocate();
    if (element.role == page::ElementRole::heading) {
        const unsigned level = std::clamp<unsigned>(element.heading_level, 1, 6);
        node.heading_depth = headings_.depth(level);
        if (node.heading_depth != level) {
            diagnostics_.add({"heading-level",
                              "heading of level " + std::to_string(level) + " is tagged as level " +
                                  std::to_string(node.heading_depth) + ", for no level may be skipped",
                              "let headings begin at level 1 and go down one level at a time", {}, {}});
        }
    }
    parent_of(node)->waiting.push_back(element.id);
    nodes_.emplace(element.id, std::move(node));
}

void StructureTree::attach(page::ElementId id) {
    Node& node = nodes_.at(id);
    if (node.attached) return;
    Node* parent = parent_of(node);
    if (parent != &top_) attach(node.element.parent);
    // Ids count in reading order: an older sibling that has no content yet will have none before this one.
    std::size_t count = 0;
    for (const page::ElementId waiting : parent->waiting) {
        if (waiting > id) break;
        Node& child = nodes_.at(waiting);
        child.attached = true;
        parent->kids.push_back({0, child.object, false});
        ++count;
    }
    parent->waiting.erase(parent->waiting.begin(), parent->waiting.begin() + static_cast<std::ptrdiff_t>(count));
}

std::string_view StructureTree::type(page::ElementId id) const {
    constexpr std::string_view headings[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    const Node& node = nodes_.at(id);
    switch (node.element.role) {
        case page::ElementRole::document: return "Document";
        case page::ElementRole::section: return "Sect";
        case page::ElementRole::heading: return headings[node.heading_depth - 1];
        case page::ElementRole::paragraph: return "P";
        case page::ElementRole::list: return "L";
        case page::ElementRole::list_item: return "LI";
        case page::ElementRole::list_label: return "Lbl";
        case page::ElementRole::list_body: return "LBody";
        case page::ElementRole::table: return "Table";
        case page::ElementRole::table_row: return "TR";
        case page::ElementRole::table_header_cell: return "TH";
        case page::ElementRole::table_data_cell: return "TD";
        case page::ElementRole::link: return "Link";
        case page::ElementRole::figure: return "Figure";
        case page::ElementRole::note: return "Note";
        case page::ElementRole::reference: return "Reference";
        case page::ElementRole::caption: return "Caption";
    }
    return "P";
}

void StructureTree::start_page(ObjectNumber page) {
    page_ = page;
    page_parents_.clear();
    page_parents_object_ = file_.allocate();
    page_key_ = next_key_++;
    add_key(page_key_, page_parents_object_);
}

std::uint32_t StructureTree::mark(page::ElementId id) {
    attach(id);
    Node& node = nodes_.at(id);
    const auto number = static_cast<std::uint32_t>(page_parents_.size());
    page_parents_.push_back(node.object);
    node.kids.push_back({page_, number, false});
    return number;
}

std::uint32_t StructureTree::add_annotation(page::ElementId id, ObjectNumber annotation) {
    attach(id);
    Node& node = nodes_.at(id);
    node.kids.push_back({page_, annotation, true});
    const std::uint32_t key = next_key_++;
    add_key(key, node.object);
    return key;
}

void StructureTree::place_figure(page::ElementId id, const Rectangle& box) { nodes_.at(id).box = box; }

void StructureTree::end_page() {
    std::string parents = "[";
    for (const ObjectNumber parent : page_parents_) {
        append_reference(parents, parent);
        parents.push_back(' ');
    }
    parents += "]";
    file_.object(page_parents_object_, parents);
}

void StructureTree::end(page::ElementId id) {
    const auto found = nodes_.find(id);
    if (found == nodes_.end()) return;
    // Children come to their end first; one that did not is ended with its parent.
    while (!found->second.waiting.empty()) end(found->second.waiting.front());
    attach(id);
    write(found->second, parent_of(found->second)->object);
    nodes_.erase(found);
}

void StructureTree::write(const Node& node, ObjectNumber parent) {
    const page::Element& element = node.element;
    std::string out = "<</Type/StructElem/S/" + std::string{type(element.id)} + "/P ";
    append_reference(out, parent);
    const auto first = std::find_if(node.kids.begin(), node.kids.end(), [](const Kid& kid) { return kid.page != 0; });
    const ObjectNumber page = first == node.kids.end() ? 0 : first->page;
    if (page != 0) {
        out += "/Pg ";
        append_reference(out, page);
    }
    if (!element.language.empty()) out += "/Lang" + byte_string(element.language);
    if (!element.title.empty()) out += "/T" + text_string(element.title);
    if (!element.identifier.empty()) {
        const std::string identifier = byte_string(element.identifier);
        out += "/ID" + identifier;
        identifiers_.emplace(element.identifier, identifier + " " + reference(node.object));
    }
    if (element.role == page::ElementRole::list) {
        out += "/A<</O/List/ListNumbering/" + std::string{list_numbering(element.numbering)} + ">>";
    } else if (element.role == page::ElementRole::table_header_cell ||
               element.role == page::ElementRole::table_data_cell) {
        append_cell_attributes(out, element);
    } else if (element.role == page::ElementRole::figure) {
        out += "/Alt" + text_string(element.alternative_text);
        if (node.box) out += "/A<</O/Layout/BBox" + describe_rectangle(*node.box) + ">>";
    }
    if (!node.kids.empty()) out += "/K[";
    for (const Kid& kid : node.kids) {
        if (kid.page == 0) {
            append_reference(out, kid.value);
        } else if (kid.annotation) {
            out += "<</Type/OBJR/Obj " + reference(kid.value) + "/Pg " + reference(kid.page) + ">>";
        } else if (kid.page == page) {
            append_integer(out, kid.value);
        } else {
            out += "<</Type/MCR/Pg " + reference(kid.page) + "/MCID " + std::to_string(kid.value) + ">>";
        }
        out.push_back(' ');
    }
    if (!node.kids.empty()) out += "]";
    file_.object(node.object, out + ">>");
}

void StructureTree::add_key(std::uint32_t key, ObjectNumber value) {
    if (keys_count_ == 0) keys_first_ = key;
    keys_last_ = key;
    append_integer(keys_, key);
    keys_.push_back(' ');
    append_reference(keys_, value);
    keys_.push_back(' ');
    if (++keys_count_ == keys_per_leaf) flush_keys();
}

void StructureTree::flush_keys() {
    if (keys_count_ == 0) return;
    const ObjectNumber leaf = file_.allocate();
    file_.object(leaf, "<</Limits[" + std::to_string(keys_first_) + " " + std::to_string(keys_last_) + "]/Nums[" +
                           keys_ + "]>>");
    append_reference(key_leaves_, leaf);
    key_leaves_.push_back(' ');
    keys_.clear();
    keys_count_ = 0;
}

ObjectNumber StructureTree::finish() {
    std::vector<page::ElementId> open;
    for (const auto& [id, node] : nodes_) open.push_back(id);
    std::sort(open.rbegin(), open.rend());
    for (const page::ElementId id : open) end(id);
    flush_keys();
    const ObjectNumber parent_tree = file_.allocate();
    file_.object(parent_tree, "<</Kids[" + key_leaves_ + "]>>");
    std::string identifiers;
    for (const auto& [name, entry] : identifiers_) identifiers += entry + " ";
    if (!identifiers.empty()) identifiers = "/IDTree<</Names[" + identifiers + "]>>";
    std::string out = "<</Type/StructTreeRoot" + identifiers + "/ParentTree " + reference(parent_tree) +
                      "/ParentTreeNextKey " +
                      std::to_string(next_key_) + "/K[";
    for (const Kid& kid : top_.kids) out += reference(kid.value) + " ";
    file_.object(root_, out + "]>>");
    return root_;
}

}  // namespace bichig::format::pdf
