// Shapes of selected ranges, and what double and triple clicks select.
#include <bichig/layout/selection.h>

#include <algorithm>
#include <utility>

#include "layout/internal/stops.h"
#include "layout/internal/words.h"

namespace bichig::layout {

namespace {

using internal::LineStops;
using internal::Stop;

Length place_of(const LineStops& line, TextIndex index) {
    const auto stop = std::partition_point(line.stops.begin(), line.stops.end(), [&](const Stop& each) {
        return each.index < index;
    });
    if (stop != line.stops.end()) return stop->inline_;
    return line.stops.empty() ? Length{} : line.stops.back().inline_;
}

/// The room that shows a forced break at the end of a line.
Length break_room(const Paragraph& paragraph, TextIndex line_end) {
    return caret_box(paragraph, {line_end, Affinity::downstream}).extent / 4;
}

}  // namespace

std::vector<SelectionPart> selection_shapes(const Paragraph& paragraph, TextRange range) {
    if (range.begin > range.end) std::swap(range.begin, range.end);
    range.begin = normalized(paragraph, {range.begin, Affinity::downstream}).index;
    range.end = normalized(paragraph, {range.end, Affinity::downstream}).index;
    std::vector<SelectionPart> parts;
    if (range.empty()) return parts;
    const std::size_t lines = paragraph.lines.lines.size();
    for (std::size_t line = line_of(paragraph, {range.begin, Affinity::downstream}); line < lines; ++line) {
        const LineStops stops = internal::stops_of(paragraph, line);
        if (stops.text.begin >= range.end) break;
        SelectionPart part;
        part.line = line;
        part.text = {std::max(range.begin, stops.text.begin), std::min(range.end, stops.text.end)};
        const bool from_start = range.begin <= stops.text.begin;  // also of a line that begins inside a grapheme
        const Length begin = from_start ? paragraph.lines.lines[line].start : place_of(stops, part.text.begin);
        Length end = place_of(stops, part.text.end);
        if (range.end >= stops.text.end && internal::ends_forced(paragraph, line)) {
            part.break_room = break_room(paragraph, stops.stops.empty() ? stops.text.begin : stops.stops.back().index);
            end += part.break_room;
        }
        part.origin = {begin, paragraph.axis(line) - paragraph.pitch / 2};
        part.size = {std::max(end - begin, Length{}), paragraph.pitch};
        parts.push_back(part);
    }
    return parts;
}

PhysicalRect to_physical(const SelectionPart& part, PhysicalPoint corner, WritingMode mode) {
    return {to_physical(part.origin, corner, mode), to_physical(part.size, mode)};
}

TextRange range_between(const Paragraph& paragraph, LogicalPoint from, LogicalPoint to) {
    const TextIndex one = hit_test(paragraph, from).caret.index;
    const TextIndex other = hit_test(paragraph, to).caret.index;
    return {std::min(one, other), std::max(one, other)};
}

text::Segment word_at(const Paragraph& paragraph, TextIndex index, text::Suffixes suffixes) {
    const auto size = static_cast<TextIndex>(paragraph.text.size());
    if (size == 0) return {{0, 0}, text::SegmentKind::blank};
    index = std::min(index, size - 1);
    const std::vector<text::Segment> found = internal::segments_around(paragraph.text, {index, index}, suffixes);
    const auto next = std::partition_point(found.begin(), found.end(), [&](const text::Segment& segment) {
        return segment.range.end <= index;
    });
    return *next;
}

TextRange sentence_at(const Paragraph& paragraph, TextIndex index) {
    const std::vector<TextIndex> found = text::sentence_boundaries(paragraph.text);
    if (found.size() < 2) return {};
    index = std::min(index, found.back() - 1);
    const auto next = std::upper_bound(found.begin(), found.end(), index);
    return {*(next - 1), *next};
}

}  // namespace bichig::layout
