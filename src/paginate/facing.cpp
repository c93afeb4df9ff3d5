// Sections that face each other: each is set by itself onto every second page, chunk by chunk where headings are to
// begin on the same two pages; then the pages are dealt out in turn. Elements of the second section are numbered after
// those of the first, as the order of reading wants it, although their pages stand between.
#include "paginate/internal/facing.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace bichig::paginate::internal {

namespace {

using document::Block;

class Collector : public page::Sink {
public:
    Result<void> begin(const page::Properties&) override { return {}; }
    Result<void> page(page::Page page) override {
        pages.push_back(std::move(page));
        return {};
    }
    Result<void> finish() override { return {}; }

    std::vector<page::Page> pages;
};

/// `section` without its text: what pages are made from.
document::Section frame_of(const document::Section& section) {
    document::Section frame;
    frame.writing_mode = section.writing_mode;
    frame.language = section.language;
    frame.page = section.page;
    frame.page.restart_numbers = false;
    return frame;
}

/// One of the two sections on its pages. Its address must not change.
class LeafSetter {
public:
    LeafSetter(Work& work, const document::Section& section, LeafNumbers numbers, page::ElementId parent)
        : blocks_{section.blocks}, frame_{frame_of(section)}, builder_{pages_, work.setter, numbers},
          work_{work.document, work.setter, builder_, work.diagnostics, work.summary, work.right_to_left_reported} {
        page::Element element;
        element.role = page::ElementRole::section;
        element.language = section.language;
        element_ = builder_.begin_element(std::move(element), parent);
        builder_.start_section(frame_, element_);
        flow_.emplace(work_, frame_);
    }

    /// Where blocks begin that must begin on the same two pages as those of the other section: headings, with what is
    /// kept with them before.
    std::vector<std::size_t> starts(unsigned level) const {
        std::vector<std::size_t> found{0};
        for (std::size_t index = 1; index < blocks_.size(); ++index) {
            const auto* paragraph = std::get_if<document::Paragraph>(&blocks_[index].value);
            const unsigned own = paragraph != nullptr ? paragraph->heading_level : 0;
            if (own == 0 || own > level) continue;
            std::size_t begin = index;
            while (begin - 1 > found.back() && leads_on(blocks_[begin - 1])) --begin;
            found.push_back(begin);
        }
        return found;
    }

    bool fits(std::size_t index) { return flow_->fits_with_next(blocks_, index); }
    void turn_page() { flow_->next_page(); }
    void set(std::size_t begin, std::size_t end) { flow_->blocks(blocks_.subspan(begin, end - begin), element_); }
    std::size_t size() const { return blocks_.size(); }
    std::uint32_t full_pages() const { return builder_.pages(); }
    page::ElementId elements() const { return builder_.elements(); }

    std::vector<page::Page> take_pages() {
        flow_->finish();
        builder_.end_section();
        builder_.end_element(element_);
        builder_.finish();
        return std::move(pages_.pages);
    }

private:
    /// Whether a block is no place to end a page after.
    bool leads_on(const Block& block) const {
        const auto* paragraph = std::get_if<document::Paragraph>(&block.value);
        if (paragraph != nullptr) return work_.document.styles.at(paragraph->style).keep_with_next;
        return std::holds_alternative<document::Space>(block.value);
    }

    std::span<const Block> blocks_;
    document::Section frame_;
    Collector pages_;
    PageBuilder builder_;
    Work work_;
    std::optional<Flow> flow_;
    page::ElementId element_ = page::artifact;
};

void set_in_step(std::array<LeafSetter*, 2> leaves, unsigned level) {
    const std::array<std::vector<std::size_t>, 2> starts{leaves[0]->starts(level), leaves[1]->starts(level)};
    const std::size_t chunks = std::min(starts[0].size(), starts[1].size());
    for (std::size_t chunk = 0; chunk < chunks; ++chunk) {
        const std::uint32_t pages = std::max(leaves[0]->full_pages(), leaves[1]->full_pages());
        for (LeafSetter* leaf : leaves) {
            while (leaf->full_pages() < pages) leaf->turn_page();
        }
        const bool fit = chunk == 0 || (leaves[0]->fits(starts[0][chunk]) && leaves[1]->fits(starts[1][chunk]));
        for (std::size_t side = 0; side < leaves.size(); ++side) {
            if (!fit) leaves[side]->turn_page();
            const std::size_t end = chunk + 1 < chunks ? starts[side][chunk + 1] : leaves[side]->size();
            leaves[side]->set(starts[side][chunk], end);
        }
    }
    const std::uint32_t pages = std::max(leaves[0]->full_pages(), leaves[1]->full_pages());
    for (LeafSetter* leaf : leaves) {
        while (leaf->full_pages() < pages) leaf->turn_page();
    }
}

/// Raises the numbers of all elements above `last` by `offset`.
void renumber(page::Page& page, page::ElementId last, page::ElementId offset) {
    const auto raise = [&](page::ElementId& id) {
        if (id > last) id += offset;
    };
    for (page::Item& item : page.items) {
        std::visit(
            [&](auto& value) {
                if constexpr (requires { value.element; }) raise(value.element);
            },
            item);
    }
    for (page::LinkArea& link : page.links) raise(link.element);
    for (page::Bookmark& bookmark : page.bookmarks) raise(bookmark.element);
    for (page::Element& element : page.begun) {
        raise(element.id);
        raise(element.parent);
    }
    for (page::ElementId& element : page.ended) raise(element);
}

}  // namespace

void set_facing(Work& work, const document::Section& first, const document::Section& second, page::ElementId parent) {
    const document::Facing facing = first.facing.value_or(document::Facing{});
    PageBuilder& builder = work.builder;
    builder.start_section(first, page::artifact);
    const std::uint32_t last = builder.number();
    const bool left_next = last % 2 == 1;
    if (!left_next && (facing.leading_blank || builder.pages() > 0)) builder.add_blank_page();  // a right one
    const std::uint32_t number = left_next ? last + 1 : last + 2;

    const bool first_left = facing.leaf == document::Leaf::left;
    const page::ElementId elements = builder.elements();
    LeafSetter own{work, first, {first_left ? number : number + 1, elements}, parent};
    LeafSetter other{work, second, {first_left ? number + 1 : number, elements}, parent};
    set_in_step({&own, &other}, facing.align_headings);

    std::array<std::vector<page::Page>, 2> pages{own.take_pages(), other.take_pages()};
    for (page::Page& page : pages[1]) renumber(page, elements, own.elements() - elements);
    for (std::vector<page::Page>& side : pages) {
        for (page::Page& page : side) builder.adopt(std::exchange(page.begun, {}));
    }
    if (!first_left) std::swap(pages[0], pages[1]);
    std::uint32_t next = number;
    for (std::size_t spread = 0; spread < pages[0].size() && !builder.failed(); ++spread) {
        builder.adopt(std::move(pages[0][spread]), next++);
        builder.adopt(std::move(pages[1][spread]), next++);
    }
}

}  // namespace bichig::paginate::internal
