// Positions of the caret and where they are drawn.
#include <bichig/layout/caret.h>

#include <algorithm>

#include "layout/internal/central_baseline.h"
#include "layout/internal/stops.h"

namespace bichig::layout {

namespace {

/// The last line that begins at or before `index`, which is one of the text or its end.
std::size_t line_at(const Paragraph& paragraph, TextIndex index) {
    const std::vector<Line>& lines = paragraph.lines.lines;
    const auto next = std::partition_point(lines.begin(), lines.end(), [&](const Line& line) {
        return line.text.begin <= index;
    });
    const std::size_t line = next == lines.begin() ? 0 : static_cast<std::size_t>(next - lines.begin() - 1);
    const bool after_break = index == paragraph.text.size() && internal::ends_forced(paragraph, line);
    return after_break ? line + 1 : line;
}

Length largest_size(const Paragraph& paragraph) {
    Length largest;
    for (const shape::Span& span : paragraph.spans) largest = std::max(largest, span.size);
    return largest;
}

/// The run of the character before the caret, whose look a character typed there takes; of the one after it at the
/// start of a line; none in an empty text.
const shape::Run* run_of(const Paragraph& paragraph, TextIndex index, TextRange line) {
    const std::vector<shape::Run>& runs = paragraph.shaped.runs;
    if (runs.empty()) return nullptr;
    const TextIndex character = index > line.begin ? index - 1 : index;
    const auto run = std::partition_point(runs.begin(), runs.end(), [&](const shape::Run& each) {
        return each.text.end <= character;
    });
    return run == runs.end() ? &runs.back() : &*run;
}

}  // namespace

std::size_t caret_line_count(const Paragraph& paragraph) {
    const std::size_t lines = paragraph.lines.lines.size();
    if (lines == 0) return 1;
    return internal::ends_forced(paragraph, lines - 1) ? lines + 1 : lines;
}

CaretPosition normalized(const Paragraph& paragraph, CaretPosition position) {
    const auto size = static_cast<TextIndex>(paragraph.text.size());
    const TextIndex asked = std::min(position.index, size);
    const TextIndex before = asked > 0 ? asked - 1 : 0;
    const std::vector<TextIndex> found =
        internal::boundaries_around(paragraph.text, {before, std::min(asked + 1, size)});
    const auto next = std::upper_bound(found.begin(), found.end(), asked);
    position.index = next == found.begin() ? 0 : *(next - 1);
    if (position.affinity == Affinity::upstream) {
        const std::size_t line = line_at(paragraph, position.index);
        const bool soft = line > 0 && internal::text_of(paragraph, line).begin == position.index &&
                          !internal::ends_forced(paragraph, line - 1);
        if (!soft) position.affinity = Affinity::downstream;
    }
    return position;
}

std::size_t line_of(const Paragraph& paragraph, CaretPosition position) {
    position = normalized(paragraph, position);
    const std::size_t line = line_at(paragraph, position.index);
    return position.affinity == Affinity::upstream ? line - 1 : line;
}

CaretBox caret_box(const Paragraph& paragraph, CaretPosition position) {
    position = normalized(paragraph, position);
    CaretBox box;
    box.line = line_of(paragraph, position);
    const internal::LineStops line = internal::stops_of(paragraph, box.line);
    const auto stop = std::partition_point(line.stops.begin(), line.stops.end(), [&](const internal::Stop& each) {
        return each.index < position.index;
    });
    if (stop != line.stops.end()) {
        box.inline_ = stop->inline_;
    } else if (!line.stops.empty()) {
        box.inline_ = line.stops.back().inline_;
    }
    const shape::Run* run = run_of(paragraph, position.index, line.text);
    const Length largest = largest_size(paragraph);
    box.extent = run != nullptr ? run->size : largest;
    Length middle = paragraph.axis(box.line);
    const bool on_baseline = run != nullptr && run->orientation == shape::Orientation::horizontal &&
                             run->script != text::mongolian && paragraph.mode == WritingMode::horizontal_tb;
    if (on_baseline) middle += (largest - box.extent).scaled(internal::han_central_baseline);
    box.block = middle - box.extent / 2;
    return box;
}

PhysicalRect to_physical(const CaretBox& box, Length thickness, PhysicalPoint corner, WritingMode mode) {
    return {to_physical(LogicalPoint{box.inline_ - thickness / 2, box.block}, corner, mode),
            to_physical(LogicalSize{thickness, box.extent}, mode)};
}

}  // namespace bichig::layout
