// The page in the making, the structure tree, and the sink that takes finished pages.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <bichig/base/diagnostics.h>
#include <bichig/document/model.h>
#include <bichig/layout/lines.h>
#include <bichig/page/sink.h>

#include "paginate/internal/fragment.h"
#include "paginate/internal/page_notes.h"
#include "paginate/internal/text_setter.h"

namespace bichig::paginate::internal {

/// The type area of a section on logical axes.
struct Frame {
    PhysicalPoint corner;
    layout::WritingMode mode = layout::WritingMode::vertical_lr;
    Length measure;  ///< extent on the inline axis
    Length extent;   ///< extent on the block axis
};

/// What was set into one box of a page.
struct BoxContent {
    Fragment fragment;
    std::vector<page::Element> begun;
    std::vector<page::ElementId> ended;
};

/// The boxes that a part of the document goes through: parts of pages, which another flow puts where they belong.
struct Boxes {
    std::vector<Frame> frames;  ///< of the first box, the second …; the last one stands for all after it
    page::ElementId elements = 0;  ///< so many elements were begun before
    Frame page{};               ///< of the page that they are parts of, for notes, and
    page::ElementId section = page::artifact;  ///< the element that notes belong to
    bool may_skip = false;      ///< what does not fit well into the first box may leave it empty: there is a better one
    std::vector<BoxContent> contents{};  ///< of the boxes that are full
};

/// How the pages of a section that faces another one are numbered.
struct LeafNumbers {
    std::uint32_t first = 1;
    page::ElementId elements = 0;  ///< so many elements were begun before
};

/// Collects pages. After the sink failed once, pages are dropped and failed() says so. Scratch.
class PageBuilder {
public:
    PageBuilder(page::Sink& sink, TextSetter& setter) : sink_{&sink}, setter_{setter} {}
    /// A builder of every second page.
    PageBuilder(page::Sink& sink, TextSetter& setter, LeafNumbers leaf)
        : sink_{&sink}, setter_{setter}, elements_{leaf.elements}, number_{leaf.first - 2}, step_{2} {}
    /// A builder of boxes, which are no pages.
    PageBuilder(TextSetter& setter, Boxes boxes)
        : setter_{setter}, boxes_{std::move(boxes)}, frame_{boxes_->frames.front()}, elements_{boxes_->elements} {}

    /// Starts the first page of `section`.
    void start_section(const document::Section& section, page::ElementId element);
    /// Ends the page and starts the next one of the same section that notes leave room on.
    void next_page();
    /// Ends the last page of the section, after the pages that its notes go on to.
    void end_section();
    /// Adds a page of the section before its first one, with its number and nothing else.
    void add_blank_page();

    /// Starts a structure element; its number and parent are set here.
    page::ElementId begin_element(page::Element element, page::ElementId parent);
    void end_element(page::ElementId element);
    /// The elements that ended on this page so far.
    std::size_t ended_count() const { return ended_.size(); }
    /// Ends the page, but those elements that ended after the first `count` end on the next one: their content was set
    /// apart and moves there.
    void next_page_with_ended_after(std::size_t count);
    /// Takes back the elements that ended after the first `count`: they end later.
    std::vector<page::ElementId> take_ended_after(std::size_t count);

    PageNotes& notes() { return notes_; }
    /// The element of the section.
    page::ElementId section_element() const { return boxes_ ? boxes_->section : section_element_; }
    /// The type area that notes stand in.
    const Frame& note_frame() const { return boxes_ ? boxes_->page : frame_; }
    bool is_boxes() const { return boxes_.has_value(); }

    /// Takes over elements that another builder began, in order of their ids.
    void adopt(std::vector<page::Element> begun);
    /// Ends the page under way and takes over a finished one that another builder numbered `number`.
    void adopt(page::Page page, std::uint32_t number);
    /// The boxes of a builder of boxes; ends the last one.
    std::vector<BoxContent> take_boxes();
    /// Whether what does not fit well here may leave the box empty.
    bool may_skip() const { return boxes_ && boxes_->contents.empty() && boxes_->may_skip; }

    /// Extent of the pages or boxes after this one.
    Length later_extent() const { return boxes_ ? boxes_->frames.back().extent : frame_.extent; }

    Fragment& fragment() { return fragment_; }
    const Frame& frame() const { return frame_; }
    std::uint32_t pages() const { return pages_; }
    /// The number of the last page.
    std::uint32_t number() const { return number_; }
    /// So many elements were begun.
    page::ElementId elements() const { return elements_; }
    bool failed() const { return error_.has_value(); }
    Result<void> result() const { return error_ ? Result<void>{fail(*error_)} : Result<void>{}; }

    /// Hands the elements that ended after the last page to the sink, on that page.
    void finish();

private:
    void close_page();
    void add_page_number(page::Page& page);
    void add_page_rules(page::Page& page) const;
    void add_running_head(page::Page& page);
    void send();

    page::Sink* sink_ = nullptr;  ///< none for boxes
    TextSetter& setter_;
    std::optional<Boxes> boxes_;
    const document::Section* section_ = nullptr;
    Frame frame_;
    Fragment fragment_;
    PageNotes notes_;
    page::ElementId section_element_ = page::artifact;
    std::vector<page::Element> begun_;
    std::vector<page::ElementId> ended_;
    std::optional<page::Page> held_;  ///< finished, kept until what ends with it is known
    page::ElementId elements_ = 0;
    std::uint32_t pages_ = 0;
    std::uint32_t number_ = 0;
    std::uint32_t step_ = 1;        ///< from number to number
    std::uint32_t first_page_ = 0;  ///< of the section, counted as pages_
    std::optional<Error> error_;
};

}  // namespace bichig::paginate::internal
