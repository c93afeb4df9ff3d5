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

/// A note of a text, and where its mark stands in it.
struct MarkedNote {
    TextIndex at = 0;
    SetNote note;
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
    /// Ends the flow: what would point at a next block points at its end.
    void finish() { land(cursor_); }
    /// The notes of a part or of boxes, which stand at the end of the page that these are put on.
    std::vector<SetNote> take_notes() { return std::exchange(part_notes_, {}); }
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
    /// The caption of a table or image as an element in `parent`; `keep`: what must stand on its page.
    void add(const document::Caption& caption, page::ElementId parent, Length keep);
    /// What a caption takes of the block axis.
    Length extent_of(const document::Caption& caption);
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
    /// How many lines from number `line` on fit on this page with their notes.
    std::size_t fitting_lines(const SetText& set, std::size_t line) const;
    void place_lines(SetText& set, const document::ParagraphStyle& style, const document::Paragraph& paragraph);
    /// Sets the notes of `runs`, numbered from that of the setter on.
    std::vector<MarkedNote> set_notes(const std::vector<document::Run>& runs);
    SetNote set_note(const document::Run& run);
    /// Gives a note to the page, or to the part.
    void hand_over(SetNote note);
    /// Hands over those of notes_ whose marks stand before `end`.
    void hand_over_before(TextIndex end);
    /// What leads to the block that now begins at `at` points there.
    void land(Length at);
    void keep_together(const SetText& set, const document::ParagraphStyle& look, Length keep);
    /// Sets what is left of a paragraph from line number `line` on, in lines of another measure. `runs` are those that
    /// `set` was made of, and are cut too.
    SetText set_rest(const SetText& set, std::size_t line, const document::ParagraphStyle& style,
                     std::vector<document::Run>& runs);
    void place_label(Length axis);
    /// Places a label that waits on a line of its own: what it labels does not begin with a paragraph.
    void place_label_alone(const document::ParagraphStyle& look);
    /// Notes where a line ended, while a note is set.
    void end_line();
    /// Places line number `line` of `set` around the block position `axis`, counting faults.
    void place_line(const SetText& set, std::size_t line, LogicalPoint position, Fragment& target);
    /// Begins the elements of links, references and marks of notes; the first note has the number `note`.
    void begin_links(SetText& set, const std::vector<document::Run>& runs, page::ElementId parent, std::uint32_t note);
    void begin_link(SetText& set, const std::vector<document::Run>& runs, std::size_t span, page::ElementId parent,
                    std::uint32_t& note);
    void begin_figure(SetText& set, TextIndex index, const document::Image& image, page::ElementId parent);
    void add_link_areas(const std::vector<document::Run>& runs, std::size_t first_item);
    void end_links();
    void report_missing(const page::MissingBox& box);
    /// Says that a line is too long for its measure, or could not be filled.
    void report_line(const SetText& set, const layout::Line& line);
    /// Says once that right-to-left text stands in the order of its characters.
    void report_right_to_left(const SetText& set);
    void stroke(LogicalPoint from, LogicalPoint to, Length width, document::Colour colour);

    Length room() const { return frame_.extent - cursor_ - work_.builder.notes().taken(); }
    /// Extent of this page or of the next one, whichever has more.
    Length page_extent() const { return std::max(frame_.extent, work_.builder.later_extent()); }
    bool at_top() const { return cursor_ == Length{}; }
    /// Whether there is nowhere better to go for what does not fit: at the top of a page that no note of another page
    /// stands on.
    bool must_stay() const {
        return at_top() && !work_.builder.may_skip() && !work_.builder.notes().carried();
    }
    bool fits(Length extent) const {
        return part_ != nullptr || (!work_.builder.notes().full() && extent <= room() + tolerance);
    }
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
        page::ElementId element = page::artifact;
        std::uint32_t run = 0;
        page::ElementId reference = page::artifact;  ///< around the mark of a note
        std::uint32_t note = 0;                      ///< its number
    };
    std::vector<Link> links_;
    std::vector<MarkedNote> notes_;          ///< of the paragraph that is being placed
    std::vector<SetNote> part_notes_;        ///< of a part, until its page is known
    std::vector<SetNote::Cut>* cuts_ = nullptr;  ///< where lines end, while a note is set
    std::vector<std::string> ids_;           ///< of blocks that have not begun
    std::vector<document::Bookmark> bookmarks_;
    struct Figure {
        page::ElementId element;
        page::ElementId parent;
    };
    std::vector<Figure> figures_;  ///< images in the lines of a paragraph
};

}  // namespace bichig::paginate::internal
