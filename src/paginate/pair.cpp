// Pairs: sides beside each other, over pages; and the rest of a paragraph that goes on in lines of another measure.
#include "paginate/internal/pair_setter.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <bichig/base/utf.h>

namespace bichig::paginate::internal {

namespace {

Length pitch_of(const document::ParagraphStyle& style) {
    return style.line_pitch != Length{} ? style.line_pitch : style.size.scaled(1.5);
}

layout::WritingMode on_page(document::WritingMode mode) {
    return mode == document::WritingMode::vertical_lr ? layout::WritingMode::vertical_lr
                                                      : layout::WritingMode::horizontal_tb;
}

/// The style of the first text of `blocks`.
const document::ParagraphStyle* first_style(const std::vector<document::Block>& blocks, const document::Document& in) {
    if (blocks.empty()) return nullptr;
    const auto& value = blocks.front().value;
    if (const auto* paragraph = std::get_if<document::Paragraph>(&value)) return &in.styles.at(paragraph->style);
    if (const auto* list = std::get_if<document::List>(&value)) return &in.styles.at(list->style);
    return nullptr;
}

/// Cuts the first `count` code units off `runs`, none of which is taken out: their numbers stay.
void cut_front(std::vector<document::Run>& runs, TextIndex count) {
    for (document::Run& run : runs) {
        const auto size = std::min<TextIndex>(count, static_cast<TextIndex>(run.text.size()));
        if (size == 0) continue;
        const bool literal = to_utf8(run.text).size() == run.source.end - run.source.begin;
        if (literal) run.source.begin += static_cast<std::uint32_t>(to_utf8(run.text.substr(0, size)).size());
        run.text.erase(0, size);
        if (run.text.empty()) run.image.reset();  // it stood in place of the text
        count -= size;
    }
}

}  // namespace

SetText Flow::set_rest(const SetText& set, std::size_t line, const document::ParagraphStyle& style,
                       std::vector<document::Run>& runs) {
    const TextIndex cut = set.lines.lines[line].text.begin;
    cut_front(runs, cut);
    SetText rest = work_.setter.shape(runs, style, section_);
    work_.setter.set_lines(rest, style, {frame_.measure, indent_, false}, style.alignment);
    std::vector<page::ElementId> elements(runs.size());
    for (std::size_t span = 0; span < set.spans.size(); ++span) {
        elements[set.run_of_span[span]] = set.marks[span].element;
    }
    for (std::size_t span = 0; span < rest.spans.size(); ++span) {
        rest.marks[span].element = elements[rest.run_of_span[span]];
    }
    for (layout::LineObject& image : rest.lines.objects) {
        for (const layout::LineObject& known : set.lines.objects) {
            if (known.object.index == image.object.index + cut) image.object.element = known.object.element;
        }
    }
    return rest;
}

bool Flow::keeps_with_next(const document::Pair& pair) const {
    return std::any_of(pair.sides.begin(), pair.sides.end(), [&](const document::PairSide& side) {
        if (side.blocks.empty()) return false;
        const auto* last = std::get_if<document::Paragraph>(&side.blocks.back().value);
        return last != nullptr && style(last->style).keep_with_next;
    });
}

Length Flow::first_lines(const document::Pair& pair) const {
    Length room;
    for (const document::PairSide& side : pair.sides) {
        const document::ParagraphStyle* first = first_style(side.blocks, work_.document);
        if (side.blocks.empty()) continue;
        const Length line = first != nullptr ? pitch_of(*first) : Length{};
        const bool across = side.writing_mode != section_.writing_mode;
        room = std::max(room, across ? std::min(pair.least_line, line * 2) : line);
    }
    return room;
}

PairSetter::PairSetter(Flow& flow, const document::Pair& pair, page::ElementId parent)
    : flow_{flow}, pair_{pair}, parent_{parent} {
    const Length room = std::max(flow.frame_.measure - flow.indent_ - pair.gap, Length::points(2));
    breadths_[0] = std::clamp(room.scaled(pair.share), Length::points(1), room - Length::points(1));
    breadths_[1] = room - breadths_[0];
    starts_[0] = flow.indent_;
    starts_[1] = flow.indent_ + breadths_[0] + pair.gap;
    step_ = Length::points(21);
    for (const bool wanted : {true, false}) {  // the pitch of a side along the section is the better one
        for (const document::PairSide& side : pair.sides) {
            const document::ParagraphStyle* style = first_style(side.blocks, flow.work_.document);
            if (style != nullptr && across(side) == wanted) step_ = std::max(pitch_of(*style), Length::points(6));
        }
    }
}

Length PairSetter::leading() const {
    Length least;
    bool known = false;
    for (const document::PairSide& side : pair_.sides) {
        const document::ParagraphStyle* style = first_style(side.blocks, flow_.work_.document);
        if (across(side) || style == nullptr) continue;
        const Length here = std::max((pitch_of(*style) - style->size) / 2, Length{});
        least = known ? std::min(least, here) : here;
        known = true;
    }
    return least;
}

/// A part of a page that is moved as a whole has no end.
Length PairSetter::page_extent() const {
    return flow_.part_ != nullptr ? Length::points(1e6) : flow_.frame_.extent;
}

Length PairSetter::space_before() const {
    Length space;
    for (const document::PairSide& side : pair_.sides) {
        const document::ParagraphStyle* style = first_style(side.blocks, flow_.work_.document);
        if (style != nullptr) space = std::max(space, style->space_before);
    }
    return space;
}

std::vector<Frame> PairSetter::frames(std::size_t index, Length from, const std::vector<Length>& lines) const {
    const document::PairSide& side = pair_.sides[index];
    const bool crosswise = across(side);
    std::vector<Frame> made;
    const std::size_t count = crosswise ? lines.size() : 2;
    for (std::size_t box = 0; box < count; ++box) {
        const Length begin = box == 0 ? from : Length{};
        Frame& frame = made.emplace_back();
        frame.mode = on_page(side.writing_mode);
        const LogicalPoint corner{starts_[index], begin + (crosswise ? leading() : Length{})};
        frame.corner = layout::to_physical(corner, flow_.frame_.corner, flow_.frame_.mode);
        frame.measure = crosswise ? lines[box] : breadths_[index];
        const Length taken = box == 0 ? flow_.work_.builder.notes().taken() : Length{};
        frame.extent = crosswise ? breadths_[index] : page_extent() - begin - taken;
    }
    return made;
}

PairSetter::Side PairSetter::set(std::size_t index, Boxes boxes) const {
    const document::PairSide& side = pair_.sides[index];
    Side made;
    made.summary = flow_.work_.summary;
    PageBuilder builder{flow_.work_.setter, std::move(boxes)};
    document::Section section;
    section.writing_mode = side.writing_mode;
    section.language = side.language;
    section.page = flow_.section_.page;
    Work work{flow_.work_.document, flow_.work_.setter, builder, made.found, made.summary,
              flow_.work_.right_to_left_reported};
    page::Element element;
    element.role = page::ElementRole::section;
    element.language = side.language;
    const page::ElementId id = builder.begin_element(std::move(element), parent_);
    Flow flow{work, section};
    flow.blocks(side.blocks, id);
    flow.finish();
    made.notes = flow.take_notes();
    builder.end_element(id);
    made.extent = across(side) ? leading() + std::min(builder.frame().measure, flow.reach()) : flow.used();
    made.narrow_table = flow.narrow_table();
    made.elements = builder.elements();
    made.right_to_left = work.right_to_left_reported;
    made.boxes = builder.take_boxes();
    return made;
}

PairSetter::Side PairSetter::set_along(std::size_t index, Boxes boxes, Length from) const {
    boxes.frames = frames(index, from, {});
    return set(index, std::move(boxes));
}

/// First with lines as long as the pages have room for, then with the shortest in the last box that make no more boxes
/// of it, and cut no more words.
PairSetter::Side PairSetter::set_across(std::size_t index, Boxes boxes, Length from) const {
    const Length page = page_extent() - leading();
    const auto with_lines = [&](const std::vector<Length>& lines) {
        Boxes trial = boxes;
        trial.frames = frames(index, from, lines);
        return set(index, std::move(trial));
    };
    std::vector<Length> lines{std::max(page - from - flow_.work_.builder.notes().taken(), Length::points(1)), page};
    Side best = with_lines(lines);
    const std::size_t count = best.boxes.size();
    if (count > 2) lines.insert(lines.end(), count - 2, page);
    lines.resize(count);
    const Length longest = lines.back();
    if (longest <= pair_.least_line) return best;
    const std::uint32_t overfull = best.summary.overfull_lines;
    std::int64_t low = 0;
    std::int64_t high = ((longest - pair_.least_line).in_raw() + step_.in_raw() - 1) / step_.in_raw();
    while (low < high) {
        const std::int64_t middle = (low + high) / 2;
        lines.back() = pair_.least_line + step_ * middle;
        Side trial = with_lines(lines);
        const bool good = trial.boxes.size() <= count && !trial.narrow_table &&
                          trial.summary.overfull_lines <= overfull;
        if (good) best = std::move(trial);
        (good ? high : low) = good ? middle : middle + 1;
    }
    return best;
}

std::optional<std::array<PairSetter::Side, 2>> PairSetter::set_both(Length from, bool may_skip) const {
    std::array<Side, 2> sides;
    page::ElementId elements = flow_.work_.builder.elements();
    for (std::size_t index = 0; index < sides.size(); ++index) {
        const document::PairSide& side = pair_.sides[index];
        Side& made = sides[index];
        made.summary = flow_.work_.summary;
        made.elements = elements;
        if (side.blocks.empty()) continue;
        const Length room = flow_.room() + flow_.cursor_ - from;
        if (may_skip && across(side) && room < pair_.least_line + leading()) return std::nullopt;
        const Boxes boxes{{}, elements, flow_.frame_, flow_.work_.builder.section_element(), may_skip};
        made = across(side) ? set_across(index, boxes, from) : set_along(index, boxes, from);
        if (may_skip && made.boxes.size() > 1 && made.boxes.front().fragment.empty()) return std::nullopt;
        made.summary.underfull_lines = flow_.work_.summary.underfull_lines;  // see place()
        flow_.work_.summary = made.summary;  // so that the other side goes on counting
        elements = made.elements;
    }
    return sides;
}

Length PairSetter::extent_of(const std::array<Side, 2>& sides) const {
    const std::size_t pages = std::max(sides[0].boxes.size(), sides[1].boxes.size());
    Length extent;
    for (const Side& side : sides) {
        if (side.boxes.size() == pages) extent = std::max(extent, side.extent);
    }
    return extent;
}

Length PairSetter::least_notes(const std::array<Side, 2>& sides) const {
    std::vector<const SetNote*> notes;
    for (const Side& side : sides) {
        for (const SetNote& note : side.notes) notes.push_back(&note);
    }
    return notes.empty() ? Length{} : flow_.work_.builder.notes().least(notes);
}

void PairSetter::place(std::array<Side, 2> sides, Length from) {
    PageBuilder& builder = flow_.work_.builder;
    for (Side& side : sides) {
        // Sides are narrow, and who writes them cannot make their lines longer: one that is not filled is no fault.
        for (Diagnostic& found : side.found.items) {
            if (found.id != "underfull-line") flow_.work_.diagnostics.add(std::move(found));
        }
        flow_.work_.right_to_left_reported = flow_.work_.right_to_left_reported || side.right_to_left;
        std::vector<page::Element> begun;  // all of one side before the other: in order of their ids
        for (BoxContent& box : side.boxes) std::move(box.begun.begin(), box.begun.end(), std::back_inserter(begun));
        builder.adopt(std::move(begun));
    }
    const std::size_t pages = std::max(sides[0].boxes.size(), sides[1].boxes.size());
    const Length last = extent_of(sides);
    for (std::size_t page = 0; page < pages; ++page) {
        if (page > 0) {
            flow_.next_page();
            from = Length{};
        }
        const Length end = page + 1 < pages ? flow_.frame_.extent : from + last;
        for (Side& side : sides) {
            if (page >= side.boxes.size()) continue;
            append(flow_.target(), std::move(side.boxes[page].fragment));
            for (const page::ElementId element : side.boxes[page].ended) builder.end_element(element);
        }
        if (pair_.rule != Length{}) {
            const Length axis = starts_[1] - pair_.gap / 2;
            flow_.stroke({axis, from}, {axis, end}, pair_.rule, {});
        }
        flow_.cursor_ = end;
    }
    flow_.reach_ = std::max(flow_.reach_, flow_.frame_.measure);
    for (Side& side : sides) {  // where there is no room for them they stand on the next page
        for (SetNote& note : side.notes) flow_.hand_over(std::move(note));
    }
    flow_.cursor_ += pair_.space_after;
}

void PairSetter::run(Length keep) {
    const Summary before = flow_.work_.summary;
    for (bool again = true; again;) {
        again = false;
        if (flow_.work_.builder.notes().full()) flow_.next_page();
        const Length from = flow_.cursor_ + (flow_.at_top() ? Length{} : space_before());
        const bool may_skip = !flow_.must_stay() && flow_.part_ == nullptr;
        auto sides = set_both(from, may_skip);
        const Length notes = sides ? least_notes(*sides) : Length{};
        if (sides && may_skip && keep + notes != Length{}) {
            const Length after = keep != Length{} ? pair_.space_after + keep : Length{};
            const Length all = extent_of(*sides) + after + notes;
            const std::size_t pages = std::max((*sides)[0].boxes.size(), (*sides)[1].boxes.size());
            const bool too_long = from + all > flow_.room() + flow_.cursor_ + Flow::tolerance;
            // Notes are handed over where the pair ends: one that a single page may hold is not parted from them.
            const bool parted = pages == 2 && notes != Length{};
            if (parted || (pages <= 1 && too_long && all <= flow_.frame_.extent)) sides.reset();
        }
        if (sides) {
            place(std::move(*sides), from);
        } else {
            flow_.work_.summary = before;
            flow_.next_page();
            again = true;
        }
    }
}

void Flow::add(const document::Pair& pair, page::ElementId parent, Length keep) {
    if (pair.sides[0].blocks.empty() && pair.sides[1].blocks.empty()) return;
    PairSetter{*this, pair, parent}.run(keep);
}

}  // namespace bichig::paginate::internal
