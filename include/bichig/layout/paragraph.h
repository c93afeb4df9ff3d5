// A paragraph with its glyphs and lines: what pages, carets and selections are read from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <bichig/layout/lines.h>

namespace bichig::layout {

/// A paragraph that was laid out. Value; indexes are those of `text`.
///
/// Its box has the inline axis along the lines, from edge to edge of the measure, and the block axis from line to line;
/// the origin is the start corner.
struct Paragraph {
    std::u16string text;
    std::vector<shape::Span> spans;  ///< cover `text` without gaps
    ParagraphOptions options;
    WritingMode mode = WritingMode::vertical_lr;
    text::Analysis analysis;
    shape::ShapedText shaped;
    Lines lines;                     ///< justified; at least one, also of an empty text
    Length pitch;                    ///< from the axis of a line to that of the next

    /// Distance on the block axis from the start of the box to the middle of line number `line`.
    Length axis(std::size_t line) const { return pitch * static_cast<std::int64_t>(line) + pitch / 2; }

    /// The measure, and the room of all lines on the block axis.
    LogicalSize size() const { return {options.measure, pitch * static_cast<std::int64_t>(lines.lines.size())}; }
};

/// Analyses, shapes, breaks and justifies `text`, which `spans` cover. Where options.line_pitch is zero, lines stand
/// one and a half times the largest size of the spans apart, and farther where an object would else overlap. Lengths
/// beyond 4e9 pt, pitches, spaces and objects beyond 65536 pt and sizes below zero or beyond 4096 pt are taken for
/// those limits, so that sums stay exact. Total.
Paragraph lay_out_paragraph(std::u16string text, std::vector<shape::Span> spans, const ParagraphOptions& options,
                            WritingMode mode, shape::Shaper& shaper);

/// A paragraph that stands in a line of another one, with what its spans carry. Value.
struct InlineBlock {
    Paragraph paragraph;
    std::vector<SpanMarks> marks;  ///< one for each span
    std::uint32_t depth = 1;       ///< of blocks in blocks; below deepest_block nothing is set
};

/// An object that holds `paragraph` and is as large as its lines: a small upright vertical block in a horizontal line
/// (w3c/mlreq, Mongolian in horizontal text), or a horizontal label in a vertical one. Without marks for its spans,
/// they have none.
InlineObject inline_block(TextIndex index, Paragraph paragraph, std::vector<SpanMarks> marks = {});

}  // namespace bichig::layout
