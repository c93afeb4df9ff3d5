// Lets blocks flow along the block axis: over pages, or into a part that is kept together.
#pragma once

#include <algorithm>
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
    /// How much of the block axis is used on this page.
    Length used() const { return cursor_; }
    /// How far from the start edge lines and rules of this page reach.
    Length reach() const { return reach_; }
    /// Whether a table went on into a box whose lines are shorter than the table is broad.
    bool narrow_table() const { return narrow_table_; }
    /// Whether block number `index`, a paragraph, fits on this page with what it may not be parted from.
    bool fits_with_next(std::span<const document::Block> blocks, std::size_t index);
    void next_page();

private:
    void add(const document::Paragraph& paragraph, page::ElementId parent, Length keep);
    void add(const document::List& list, page::ElementId parent);
    void add(const document::Table& table, page::ElementId parent);
    void add(const document::Rule& rule);
    void add(const document::Image& image, page::ElementId parent);
    void add(const document::FootBlock& foot, page::ElementId parent);
    void add(const document::Space& space);
    void add(const document::Sign& sign, page::ElementId parent);
    void add(const document::Pair& pair, page::ElementId parent, Length keep);

    /// The paragraph at the largest smaller size at which it stands on one line; at its own size if none does.
    SetText shrunk(const document::Paragraph& paragraph, const document::ParagraphStyle& look, const Box& box);
    /// How many lines from number `line` on go onto this page, so that neither page has too few of the paragraph; 0:
    /// all go to the next one.
    std::size_t lines_here(const SetText& set, const document::ParagraphStyle& style, std::size_t line) const;
    void place_lines(SetText& set, const document::ParagraphStyle& style, const document::Paragraph& paragraph);
    /// Sets what is left of a paragraph from line number `line` on, in lines of another measure. `runs` are those that
    /// `set` was made of, and are cut too.
    SetText set_rest(const SetText& set, std::size_t line, const document::ParagraphStyle& style,
                     std::vector<document::Run>& runs);
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
    /// Extent of this page or of the next one, whichever has more.
    Length page_extent() const { return std::max(frame_.extent, work_.builder.later_extent()); }
    bool at_top() const { return cursor_ == Length{}; }
    /// Whether there is nowhere better to go for what does not fit.
    bool must_stay() const { return at_top() && !work_.builder.may_skip(); }
    bool fits(Length extent) const { return part_ != nullptr || extent <= room() + tolerance; }
    bool keeps_with_next(const document::Pair& pair) const;
    /// Room for the first lines of both sides.
    Length first_lines(const document::Pair& pair) const;
    /// What must fit after block number `index` so that it is not parted from what follows.
    Length kept_after(std::span<const document::Block> blocks, std::size_t index) const;
    const document::ParagraphStyle& style(std::uint16_t index) const { return work_.document.styles.at(index); }
    Fragment& target() { return part_ != nullptr ? *part_ : work_.builder.fragment(); }

    static constexpr Length tolerance = Length::points(0.5);

    friend class TableSetter;
    friend class PairSetter;
    friend class SignSetter;

    Work& work_;
    const document::Section& section_;
    Frame frame_;
    Fragment* part_ = nullptr;
    Length cursor_;
    Length reach_;
    bool narrow_table_ = false;
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
