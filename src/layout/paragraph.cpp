// All phases of one paragraph in a row.
#include <bichig/layout/paragraph.h>

#include <algorithm>
#include <utility>

namespace bichig::layout {

Paragraph lay_out_paragraph(std::u16string text, std::vector<shape::Span> spans, const ParagraphOptions& options,
                            WritingMode mode, shape::Shaper& shaper) {
    Paragraph made;
    made.text = std::move(text);
    made.spans = std::move(spans);
    made.options = options;
    made.mode = mode;
    Length largest;
    for (const shape::Span& span : made.spans) largest = std::max(largest, span.size);
    made.pitch = options.line_pitch != Length{} ? options.line_pitch : largest.scaled(1.5);
    made.analysis = text::analyze(made.text);
    made.shaped = shaper.shape(made.text, made.analysis, made.spans,
                               mode == WritingMode::vertical_lr ? shape::LineDirection::vertical
                                                                : shape::LineDirection::horizontal);
    made.lines = break_lines(made.text, made.analysis, made.shaped, options);
    justify(made.text, made.shaped, options, made.lines);
    if (made.lines.lines.empty()) {
        Line line;
        line.available = std::max(options.measure - options.start_indent - options.end_indent -
                                      options.first_line_indent, Length{});
        line.start = options.start_indent + options.first_line_indent;
        line.last = true;
        made.lines.lines.push_back(line);
    }
    return made;
}

}  // namespace bichig::layout
