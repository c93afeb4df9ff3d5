// Fills lines to their measure: spaces are stretched, full-width marks squeezed, ideographs spread.
#include <bichig/layout/lines.h>

#include <algorithm>

#include "layout/internal/glyph_class.h"

namespace bichig::layout {

namespace {

using internal::GlyphClass;
using internal::Part;

/// Divides `total` over `count` places so that the parts add up: part number `index` of them.
Length share(Length total, std::int64_t index, std::int64_t count) {
    return total * (index + 1) / count - total * index / count;
}

bool is_chinese(const Line& line, const std::vector<GlyphClass>& classes) {
    std::int64_t balance = 0;
    for (std::uint32_t g = line.glyph_begin; g < line.glyph_end; ++g) {
        balance += classes[g].part == Part::ideograph ? 1 : classes[g].part == Part::other ? -1 : 0;
    }
    return balance > 0;
}

/// Takes `excess` off the marks of the line, from each the same share of what it can give.
void squeeze(Line& line, Length excess, const std::vector<GlyphClass>& classes, Lines& lines) {
    Length capacity;
    for (std::uint32_t g = line.glyph_begin; g < line.glyph_end; ++g) capacity += classes[g].give();
    if (capacity == Length{}) return;
    excess = std::min(excess, capacity);
    const double ratio = static_cast<double>(excess.in_raw()) / static_cast<double>(capacity.in_raw());
    Length seen;
    Length taken;
    const auto take = [&](Length gives, Length& side) {
        if (gives == Length{}) return;
        seen += gives;
        const Length until_here = seen == capacity ? excess : seen.scaled(ratio);
        side -= until_here - taken;
        taken = until_here;
    };
    for (std::uint32_t g = line.glyph_begin; g < line.glyph_end; ++g) {
        take(classes[g].give_before, lines.before[g]);
        take(classes[g].give_after, lines.after[g]);
    }
    line.width -= excess;
}

/// Adds `gap` in equal parts after the glyphs that `takes` says yes to.
template <class Takes>
bool stretch(Line& line, Length gap, Lines& lines, Takes takes) {
    std::int64_t count = 0;
    for (std::uint32_t g = line.glyph_begin; g < line.glyph_end; ++g) count += takes(g) ? 1 : 0;
    if (count == 0) return false;
    std::int64_t index = 0;
    for (std::uint32_t g = line.glyph_begin; g < line.glyph_end; ++g) {
        if (takes(g)) lines.after[g] += share(gap, index++, count);
    }
    line.width += gap;
    return true;
}

void fill(Line& line, Length gap, const std::vector<GlyphClass>& classes, Lines& lines) {
    const auto is_space = [&](std::uint32_t g) {
        return classes[g].part == Part::space && g > line.glyph_begin && g + 1 < line.glyph_end;
    };
    const auto between_ideographs = [&](std::uint32_t g) {
        if (is_space(g)) return true;
        return g + 1 < line.glyph_end && classes[g].part == Part::ideograph && classes[g + 1].part == Part::ideograph;
    };
    if (is_chinese(line, classes)) {
        stretch(line, gap, lines, between_ideographs);
    } else {
        stretch(line, gap, lines, is_space);
    }
}

}  // namespace

void justify(std::u16string_view text, const shape::ShapedText& shaped, const ParagraphOptions& options, Lines& lines) {
    const std::vector<GlyphClass> classes = internal::classify(text, shaped);
    for (Line& line : lines.lines) {
        if (line.width > line.available) squeeze(line, line.width - line.available, classes, lines);
        const Length gap = line.available - line.width;
        if (gap <= Length{}) continue;
        const auto is_tab = [&](std::uint32_t g) { return classes[g].part == Part::tab; };
        if (stretch(line, gap, lines, is_tab)) continue;
        switch (options.alignment) {
            case Alignment::start: break;
            case Alignment::centre: line.start += gap / 2; break;
            case Alignment::end: line.start += gap; break;
            case Alignment::justify:
                if (!line.last && !line.overfull) fill(line, gap, classes, lines);
                break;
        }
    }
}

}  // namespace bichig::layout
