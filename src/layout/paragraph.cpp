// All phases of one paragraph in a row.
#include <bichig/layout/paragraph.h>

#include <algorithm>
#include <utility>

#include "layout/internal/material.h"

namespace bichig::layout {

namespace {

constexpr Length largest_length = Length::raw(std::int64_t{1} << 48);
constexpr Length largest_size = Length::points(4096);

void limit(ParagraphOptions& options) {
    const auto clamp = [](Length& length) { length = std::clamp(length, -largest_length, largest_length); };
    for (Length* length : {&options.measure, &options.start_indent, &options.end_indent, &options.first_line_indent,
                           &options.space_before, &options.space_after, &options.tab_distance,
                           &options.character_pitch, &options.line_pitch}) {
        clamp(*length);
    }
    for (TabStop& stop : options.tab_stops) clamp(stop.position);
}

}  // namespace

Paragraph lay_out_paragraph(std::u16string text, std::vector<shape::Span> spans, const ParagraphOptions& options,
                            WritingMode mode, shape::Shaper& shaper) {
    Paragraph made;
    made.text = std::move(text);
    made.spans = std::move(spans);
    made.options = options;
    limit(made.options);
    for (shape::Span& span : made.spans) span.size = std::clamp(span.size, Length{}, largest_size);
    made.mode = mode;
    Length largest;
    for (const shape::Span& span : made.spans) largest = std::max(largest, span.size);
    made.pitch = made.options.line_pitch != Length{} ? made.options.line_pitch : largest.scaled(1.5);
    made.analysis = text::analyze(made.text);
    made.shaped = shaper.shape(made.text, made.analysis, made.spans,
                               mode == WritingMode::vertical_lr ? shape::LineDirection::vertical
                                                                : shape::LineDirection::horizontal);
    made.lines = break_lines(made.text, made.analysis, made.shaped, made.options);
    if (made.lines.lines.empty()) made.lines.lines.push_back(internal::empty_line(made.options));
    justify(made.text, made.shaped, made.options, made.lines);
    return made;
}

}  // namespace bichig::layout
