// A text laid out for a caller, and how it becomes a page.
#pragma once

#include <string>

#include <bichig/c/layout.h>
#include <bichig/layout/paragraph.h>
#include <bichig/page/page.h>

#include "c/internal/fonts.h"
#include "c/internal/text_in_out.h"

struct bichig_layout {
    bichig::layout::Paragraph paragraph;
    bichig::layout::SpanMarks marks;
    bichig::c::Offsets offsets;
};

namespace bichig::c {

/// A style with its defaults filled in, and the faces it means.
struct Style {
    shape::Span span;
    Length font_size{};
    layout::WritingMode mode = layout::WritingMode::vertical_lr;
    layout::ParagraphOptions options{};
    layout::SpanMarks marks{};
    double line_pitch = 0;  ///< as given
};

/// Refuses what is out of range.
Style style_of(const bichig_style* given, const Fonts& fonts);
/// The same style in another size; a pitch that was given changes with it.
void set_size(Style& style, Length size);

/// Lays `text` out in lines of `measure`.
layout::Paragraph lay_out(std::u16string_view text, const Style& style, Length measure, const Fonts& fonts);

/// The room that the lines take, from the start of the box: on the inline axis only as far as glyphs stand.
LogicalSize extent_of(const layout::Paragraph& paragraph);

/// A page of the size `size` with the paragraph at `corner`.
page::Page page_of(const layout::Paragraph& paragraph, const layout::SpanMarks& marks, PhysicalSize size,
                   PhysicalPoint corner);

/// The layout's paragraph; refuses NULL.
const layout::Paragraph& paragraph_of(const bichig_layout* layout);

bichig_rect rect_of(const PhysicalRect& rect);

/// A finite number in the limits, or a refusal.
double number_of(double value, double least, double most, const char* message);

/// Draws a page into a picture; of its fields those that say what text was drawn stay.
void draw_picture(const page::Page& page, const bichig_picture_options& options, bichig_picture& picture);
bichig_picture_options picture_options_of(const bichig_picture_options* given);

}  // namespace bichig::c
