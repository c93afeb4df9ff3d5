// Lets blocks flow along the block axis: over pages, or into a part that is kept together.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <bichig/base/diagnostics.h>
#include <bichig/document/model.h>
#include <bichig/paginate/paginate.h>

#include "paginate/internal/page_builder.h"
#include "paginate/internal/text_setter.h"

namespace bichig::paginate::internal {

/// What all flows of one document share.
struct Work {
    const document::Document& document;
    TextSetter& setter;
    PageBuilder& builder;
    Diagnostics& diagnostics;
    Summary& summary;
    bool right_to_left_reported = false;
};

/// The label of a list item, waiting for the first line of the item.
struct PendingLabel {
    SetText set;
    page::ElementId element = page::artifact;
    Length start;  ///< indent of the label
};

/// Where the next block goes, and how. Scratch; `blocks` may be called again and again.
class Flow {
public:
    /// A flow over the pages of `section`.
    Flow(Work& work, const document::Section& section);
    /// A flow into `part`, which has no end; it starts at the block axis' origin of the frame.
    Flow(Work& work, const document::Section& section, Fragment& part);

    void blocks(std::span<const document::Block> blocks, page::ElementId parent);
    /// How much of the block axis is used.
    Length used() const { return cursor_; }

private:
    void add(const document::Paragraph& paragraph, page::ElementId parent, Length keep);
    void add(const document::List& list, page::ElementId parent);
    void add(const document::Table& table, page::ElementId parent);
    void add(const document::Rule& rule);
    void add(const document::Image& image, page::ElementId parent);
    void add(const document::FootBlock& foot, page::ElementId parent);
    void add(const document::Space& space);

    /// The paragraph at the largest smaller size at which it stands on one line; at its own size if none does.
    SetText shrunk(const document::Paragraph& paragraph, const document::ParagraphStyle& look, const Box& box);
    /// How many lines from number `line` on go onto this page, so that neither page has too few of the paragraph; 0:
    /// all go to the next one.
    std::size_t lines_here(const SetText& set, const document::ParagraphStyle& style, std::size_t line) const;
    void place_lines(SetText& set, const document::ParagraphStyle& style, const document::Paragraph& paragraph);
    void place_label(Length axis);
    /// Places line number `line` of `set` around the block position `axis`, counting faults.
    void place_line(const SetText& set, std::size_t line, LogicalPoint position, Fragment& target);
    void begin_links(SetText& set, const std::vector<document::Run>& runs, page::ElementId parent);
    void begin_figure(SetText& set, TextIndex index, const document::Image& image, page::ElementId parent);
    void add_link_areas(const SetText& set, const std::vector<document::Run>& runs, std::size_t first_item);
    void end_links();
    void report_missing(const page::MissingBox& box);
    /// Says that a line is too long for its measure, or could not be filled.
    void report_line(const SetText& set, const layout::Line& line);
    /// Says once that right-to-left text stands in the order of its characters.
    void report_right_to_left(const SetText& set);
    void stroke(LogicalPoint from, LogicalPoint to, Length width, document::Colour colour);

    Length room() const { return frame_.extent - cursor_; }
    bool at_top() const { return cursor_ == Length{}; }
    bool fits(Length extent) const { return part_ != nullptr || extent <= room() + tolerance; }
    void next_page();
    /// What must fit after block number `index` so that it is not parted from what follows.
    Length kept_after(std::span<const document::Block> blocks, std::size_t index) const;
    const document::ParagraphStyle& style(std::uint16_t index) const { return work_.document.styles.at(index); }
    Fragment& target() { return part_ != nullptr ? *part_ : work_.builder.fragment(); }

    static constexpr Length tolerance = Length::points(0.5);

    friend class TableSetter;

    Work& work_;
    const document::Section& section_;
    const Frame frame_;
    Fragment* part_ = nullptr;
    Length cursor_;
    Length indent_;               ///< of lists around the block
    int list_depth_ = 0;
    std::optional<PendingLabel> label_;
    struct Link {
        page::ElementId element;
        std::uint32_t run;
    };
    std::vector<Link> links_;
    struct Figure {
        page::ElementId element;
        page::ElementId parent;
    };
    std::vector<Figure> figures_;  ///< images in the lines of a paragraph
};

}  // namespace bichig::paginate::internal
