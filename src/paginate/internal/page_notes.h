// The notes of the page in the making, and those that wait for the next one.
#pragma once

#include <cstdint>
#include <vector>

#include <bichig/base/length.h>
#include <bichig/document/style.h>

#include "paginate/internal/fragment.h"

namespace bichig::paginate::internal {

struct Frame;

/// A note that was set as if on one endless page, from the block axis' origin of the frame on.
struct SetNote {
    /// The end of a line: what was placed so far. Between lines a note may go on to another page.
    struct Cut {
        Length extent;  ///< from where the content begins
        std::size_t items = 0;
        std::size_t artifacts = 0;
        std::size_t links = 0;
        std::size_t destinations = 0;
    };
    std::uint32_t number = 0;  ///< counted through the document, from 1
    Fragment content;
    Length from;               ///< where its content begins on the block axis: what stands on earlier pages
    std::vector<Cut> cuts;     ///< one for each line, at least one
    std::vector<page::ElementId> ended;  ///< its elements, which end with its last line

    Length extent() const { return cuts.back().extent; }
};

/// Shares the end of pages among notes. A note begins on the page of its mark if one line of it fits there; what does
/// not fit goes to the next page, before the notes of that page. Scratch.
class PageNotes {
public:
    /// What notes take of a page that has none yet, besides their lines.
    static Length separator(const document::NoteStyle& style) {
        return style.space_before + style.rule_thickness + style.space_after;
    }

    void start_section(const document::NoteStyle& style) { style_ = style; }
    /// What notes take of the block axis of this page.
    Length taken() const { return here_.empty() ? Length{} : separator(style_) + lines_; }
    /// Whether some of a note already goes on to the next page.
    bool full() const { return !waiting_.empty(); }
    /// Whether notes of an earlier page stand on this one.
    bool carried() const { return carried_; }
    /// What `notes` need besides to begin on this page: all but the last stand there whole, and of that one line. The
    /// separator counts unless the page has notes, or will have: `others`.
    Length least(const std::vector<const SetNote*>& notes, bool others = false) const;
    /// Takes a note whose mark stands on this page. `room` is left by the text and the notes before. What does not fit
    /// waits.
    void add(SetNote note, Length room);
    /// Notes stand before the last `extent` of the block axis: back matter stands there.
    void stand_before(Length extent) { behind_ = extent; }

    /// Puts the notes of this page into `page`, and begins the next one with those that wait.
    /// Elements that end here are appended to `ended`.
    void turn(Fragment& page, const Frame& frame, std::vector<page::ElementId>& ended);

private:
    std::size_t fitting_lines(const SetNote& note, Length room) const;
    void take(SetNote note, std::size_t lines);
    static SetNote rest_of(SetNote& note, std::size_t lines);

    document::NoteStyle style_;
    std::vector<SetNote> here_;     ///< with the lines of this page only
    std::vector<SetNote> waiting_;
    Length lines_;                  ///< extent of here_
    Length behind_;
    bool carried_ = false;
};

}  // namespace bichig::paginate::internal
