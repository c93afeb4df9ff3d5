// Notes at the end of pages: which lines of which note stand on which page, and where.
//
// Text and notes fill a page from both ends. Before a line of text is placed it is known whether its notes can begin on
// the page (Flow::lines_here); when it is placed they are added here, and take what room there is. Only the last note
// of a page can go on to the next one, where it stands first. A page that a long note fills has no text at all.
#include "paginate/internal/page_notes.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "paginate/internal/page_builder.h"

namespace bichig::paginate::internal {

namespace {

constexpr Length tolerance = Length::points(0.01);

template <class T>
std::vector<T> split_off(std::vector<T>& whole, std::size_t at) {
    const auto middle = whole.begin() + static_cast<std::ptrdiff_t>(at);
    std::vector<T> rest{std::make_move_iterator(middle), std::make_move_iterator(whole.end())};
    whole.erase(middle, whole.end());
    return rest;
}

}  // namespace

Length PageNotes::least(const std::vector<const SetNote*>& notes, bool others) const {
    if (notes.empty()) return {};
    Length extent = here_.empty() && !others ? separator(style_) : Length{};
    for (const SetNote* note : notes) {
        extent += note == notes.back() ? note->cuts.front().extent : note->extent();
    }
    return extent;
}

std::size_t PageNotes::fitting_lines(const SetNote& note, Length room) const {
    if (here_.empty()) room -= separator(style_);
    const auto end = std::partition_point(note.cuts.begin(), note.cuts.end(), [&](const SetNote::Cut& cut) {
        return cut.extent <= room + tolerance;
    });
    return static_cast<std::size_t>(end - note.cuts.begin());
}

/// Leaves the first `lines` lines in `note`, 1 or more, and returns the others; they begin at the origin again.
SetNote PageNotes::rest_of(SetNote& note, std::size_t lines) {
    const SetNote::Cut at = note.cuts[lines - 1];
    SetNote rest;
    rest.number = note.number;
    rest.content.items = split_off(note.content.items, at.items);
    rest.content.artifacts = split_off(note.content.artifacts, at.artifacts);
    rest.content.links = split_off(note.content.links, at.links);
    rest.content.destinations = split_off(note.content.destinations, at.destinations);
    rest.ended = std::exchange(note.ended, {});
    for (SetNote::Cut cut : split_off(note.cuts, lines)) {
        rest.cuts.push_back({cut.extent - at.extent, cut.items - at.items, cut.artifacts - at.artifacts,
                             cut.links - at.links, cut.destinations - at.destinations});
    }
    return rest;
}

void PageNotes::take(SetNote note, std::size_t lines) {
    if (lines == 0) {
        waiting_.push_back(std::move(note));
        return;
    }
    if (lines < note.cuts.size()) {
        SetNote rest = rest_of(note, lines);
        rest.from = note.from + note.extent();
        waiting_.push_back(std::move(rest));
    }
    lines_ += note.extent();
    here_.push_back(std::move(note));
}

void PageNotes::add(SetNote note, Length room) {
    const std::size_t lines = full() ? 0 : fitting_lines(note, room);
    take(std::move(note), lines);
}

void PageNotes::turn(Fragment& page, const Frame& frame, std::vector<page::ElementId>& ended) {
    const Length taken_here = taken();
    Length at = frame.extent - behind_ - taken_here;
    if (!here_.empty()) {
        at += style_.space_before + style_.rule_thickness / 2;
        const Length length = style_.rule_length != Length{} ? std::min(style_.rule_length, frame.measure)
                                                             : frame.measure / 4;
        page.artifacts.push_back(page::Stroke{layout::to_physical(LogicalPoint{Length{}, at}, frame.corner, frame.mode),
                                              layout::to_physical(LogicalPoint{length, at}, frame.corner, frame.mode),
                                              style_.rule_thickness, {}});
        at += style_.rule_thickness / 2 + style_.space_after;
    }
    for (SetNote& note : here_) {
        const Length extent = note.extent();
        shift(note.content, layout::to_physical(LogicalPoint{Length{}, at - note.from}, PhysicalPoint{}, frame.mode));
        append(page, std::move(note.content));
        ended.insert(ended.end(), note.ended.begin(), note.ended.end());
        at += extent;
    }
    here_.clear();
    lines_ = behind_ = {};
    std::vector<SetNote> waiting = std::exchange(waiting_, {});
    carried_ = !waiting.empty();
    for (SetNote& note : waiting) {
        // The first line of the first note always stands: a page gets something, however small it is.
        const std::size_t lines = full() ? 0 : fitting_lines(note, frame.extent - taken());
        take(std::move(note), here_.empty() ? std::max<std::size_t>(lines, 1) : lines);
    }
}

}  // namespace bichig::paginate::internal
