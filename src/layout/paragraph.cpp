// All phases of one paragraph in a row.
#include <bichig/layout/paragraph.h>

#include <algorithm>
#include <utility>

#include "layout/internal/limits.h"
#include "layout/internal/material.h"

namespace bichig::layout {

Paragraph lay_out_paragraph(std::u16string text, std::vector<shape::Span> spans, const ParagraphOptions& options,
                            WritingMode mode, shape::Shaper& shaper) {
    Paragraph made;
    made.text = std::move(text);
    made.spans = std::move(spans);
    made.options = options;
    internal::limit(made.options);
    for (shape::Span& span : made.spans) span.size = internal::limited_size(span.size);
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
