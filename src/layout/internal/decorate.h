// Lines along text: right, left, through it, wavy.
#pragma once

#include <vector>

#include <bichig/layout/lines.h>

namespace bichig::layout::internal {

/// Appends the decorations of a line to `items`.
void decorate(const shape::ShapedText& shaped, const Lines& lines, const Line& line,
              const std::vector<shape::Span>& spans, const std::vector<SpanMarks>& marks, const Placement& placement,
              std::vector<page::Item>& items);

}  // namespace bichig::layout::internal
