// The page in the making, the structure tree, and the sink that takes finished pages.
#pragma once

#include <optional>
#include <string>
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

/// Collects pages. After the sink failed once, pages are dropped and failed() says so. Scratch.
class PageBuilder {
public:
    PageBuilder(page::Sink& sink, TextSetter& setter) : sink_{sink}, setter_{setter} {}

    /// Starts the first page of `section`.
    void start_section(const document::Section& section, page::ElementId element);
    /// Ends the page and starts the next one of the same section that notes leave room on.
    void next_page();
    /// Ends the last page of the section, after the pages that its notes go on to.
    void end_section();

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
    page::ElementId section_element() const { return section_element_; }

    Fragment& fragment() { return fragment_; }
    const Frame& frame() const { return frame_; }
    std::uint32_t pages() const { return pages_; }
    bool failed() const { return error_.has_value(); }
    Result<void> result() const { return error_ ? Result<void>{fail(*error_)} : Result<void>{}; }

    /// Hands the elements that ended after the last page to the sink, on that page.
    void finish();

private:
    void close_page();
    void add_page_number(page::Page& page);
    void add_running_head(page::Page& page);
    void send();

    page::Sink& sink_;
    TextSetter& setter_;
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
    std::uint32_t first_page_ = 0;  ///< of the section, counted as pages_
    std::optional<Error> error_;
};

}  // namespace bichig::paginate::internal
