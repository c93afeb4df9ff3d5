// All phases of one paragraph in a row.
#include <bichig/layout/paragraph.h>

#include <algorithm>
#include <utility>

#include "layout/internal/limits.h"
#include "layout/internal/material.h"

namespace bichig::layout {

namespace {

/// One and a half sizes, or as far as the largest object asks for.
Length natural_pitch(const Paragraph& paragraph, Length largest) {
    Length pitch = largest.scaled(1.5);
    for (const InlineObject& object : paragraph.options.objects) {
        const bool vertical = paragraph.mode == WritingMode::vertical_lr;
        pitch = std::max(pitch, (vertical ? object.size.width : object.size.height) + largest.scaled(0.25));
    }
    return pitch;
}

}  // namespace

InlineObject inline_block(TextIndex index, Paragraph paragraph, std::vector<SpanMarks> marks) {
    auto block = std::make_shared<InlineBlock>();
    Length longest;
    for (const Line& line : paragraph.lines.lines) longest = std::max(longest, line.start + line.width);
    for (const LineObject& inner : paragraph.lines.objects) {
        if (inner.object.block) block->depth = std::max(block->depth, inner.object.block->depth + 1);
    }
    marks.resize(std::max(marks.size(), paragraph.spans.size()));
    InlineObject object;
    object.index = index;
    object.size = to_physical(LogicalSize{longest, paragraph.size().block}, paragraph.mode);
    object.alternative_text = paragraph.text;
    block->paragraph = std::move(paragraph);
    block->marks = std::move(marks);
    object.block = std::move(block);
    return object;
}

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
    made.pitch = made.options.line_pitch != Length{} ? made.options.line_pitch : natural_pitch(made, largest);
    made.analysis = text::analyze(made.text);
    made.shaped = shaper.shape(made.text, made.analysis, made.spans,
                               mode == WritingMode::vertical_lr ? shape::LineDirection::vertical
                                                                : shape::LineDirection::horizontal);
    made.lines = break_lines(made.text, made.analysis, made.shaped, made.options, mode);
    if (made.lines.lines.empty()) made.lines.lines.push_back(internal::empty_line(made.options));
    justify(made.text, made.shaped, made.options, made.lines);
    return made;
}

}  // namespace bichig::layout
