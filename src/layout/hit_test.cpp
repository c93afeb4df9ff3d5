// From a point to the caret and the character that are nearest to it.
#include <bichig/layout/caret.h>

#include <algorithm>

#include "layout/internal/stops.h"

namespace bichig::layout {

namespace {

using internal::LineStops;
using internal::Stop;

/// A line that is a part of one grapheme has no stop: that before it stands for it.
Hit hit_without_stops(const Paragraph& paragraph, const LineStops& line) {
    Hit hit;
    hit.line = line.line;
    hit.caret = normalized(paragraph, {line.text.begin, Affinity::downstream});
    return hit;
}

}  // namespace

Hit hit_test_line(const Paragraph& paragraph, std::size_t line, Length inline_) {
    const LineStops found = internal::stops_of(paragraph, std::min(line, caret_line_count(paragraph) - 1));
    const std::vector<Stop>& stops = found.stops;
    if (stops.empty()) return hit_without_stops(paragraph, found);
    Hit hit;
    hit.line = found.line;
    const auto after = std::partition_point(stops.begin(), stops.end(), [&](const Stop& stop) {
        return stop.inline_ <= inline_;
    });
    if (after == stops.begin()) {
        hit.caret = found.position(stops.front());
        if (stops.size() > 1) hit.character = {stops[0].index, stops[1].index};
        return hit;
    }
    if (after == stops.end()) {
        hit.caret = found.position(stops.back());
        if (stops.size() > 1) hit.character = {stops[stops.size() - 2].index, stops.back().index};
        return hit;
    }
    const Stop& before = *(after - 1);
    hit.character = {before.index, after->index};
    hit.inside = true;
    if (inline_ - before.inline_ < after->inline_ - inline_) {
        hit.caret = found.position(before);
        return hit;
    }
    const auto last = std::partition_point(after, stops.end(), [&](const Stop& stop) {
        return stop.inline_ <= after->inline_;
    });
    hit.caret = found.position(*(last - 1));
    return hit;
}

Hit hit_test(const Paragraph& paragraph, LogicalPoint point) {
    const auto last = static_cast<std::int64_t>(caret_line_count(paragraph) - 1);
    std::int64_t line = 0;
    if (paragraph.pitch > Length{} && point.block > Length{}) {
        line = std::min(point.block.in_raw() / paragraph.pitch.in_raw(), last);
    }
    Hit hit = hit_test_line(paragraph, static_cast<std::size_t>(line), point.inline_);
    const bool beside = point.block < Length{} || point.block >= paragraph.pitch * (last + 1);
    if (beside) hit.inside = false;
    return hit;
}

}  // namespace bichig::layout
