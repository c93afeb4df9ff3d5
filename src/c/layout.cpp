// Calls of bichig/c/layout.h.
#include "c/internal/layout.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <bichig/format/png.h>
#include <bichig/layout/caret.h>
#include <bichig/layout/selection.h>

#include "format/svg/internal/drawing.h"

namespace bichig::c {

double number_of(double value, double least, double most, const char* message) {
    require(value >= least && value <= most, message);
    return value;
}

namespace {

/// Of a field where zero means the default.
double number_or(double value, double otherwise, double least, double most, const char* message) {
    return value == 0 ? otherwise : number_of(value, least, most, message);
}

font::Role role_of(bichig_han_face han) {
    switch (han) {
        case BICHIG_HAN_SONG: return font::Role::han_song;
        case BICHIG_HAN_FANGSONG: return font::Role::han_fangsong;
        case BICHIG_HAN_HEI: return font::Role::han_hei;
        case BICHIG_HAN_KAI: return font::Role::han_kai;
        case BICHIG_HAN_TITLE: return font::Role::han_title;
    }
    fail_argument("there is no such Chinese face");
}

shape::FontSet faces_of(const bichig_style& style, unsigned weight, const font::Catalogue& catalogue) {
    using font::Role;
    require(style.mongolian == BICHIG_MONGOLIAN_TEXT || style.mongolian == BICHIG_MONGOLIAN_TITLE,
            "there is no such Mongolian face");
    const Role mongolian = style.mongolian == BICHIG_MONGOLIAN_TITLE ? Role::mongolian_title : Role::mongolian;
    return {catalogue.font(mongolian, weight),
            catalogue.font(role_of(style.han), weight),
            catalogue.font(Role::latin, weight),
            catalogue.font(Role::emoji),
            catalogue.font(Role::fallback, weight),
            catalogue.font(Role::cyrillic, weight),
            catalogue.font(Role::tibetan, weight),
            catalogue.font(Role::phags_pa, weight)};
}

}  // namespace

Style style_of(const bichig_style* given, const Fonts& fonts) {
    const bichig_style from = options_of(given);
    require(from.weight <= 1000, "a weight is from 1 to 1000");
    require(from.combine_digits <= 4, "four digits at the most stand upright");
    require(from.colour <= 0xFFFFFF, "a colour is 0xRRGGBB");
    require(from.direction == BICHIG_VERTICAL || from.direction == BICHIG_HORIZONTAL, "there is no such direction");
    require(from.alignment >= BICHIG_START && from.alignment <= BICHIG_JUSTIFY, "there is no such alignment");
    const Length font_size =
        Length::points(number_or(from.font_size, 16, 0.1, 4096, "a size is from 0.1 to 4096 points"));
    const std::string language = from.language != nullptr ? from.language : "mn-Mong";
    const double han_scale = number_or(from.han_scale, 1, 0.25, 4, "ideographs are 0.25 to 4 times as large");
    const unsigned weight = from.weight == 0 ? font::regular_weight : from.weight;
    Style style{{{}, faces_of(from, weight, fonts.catalogue()), font_size, language,
                 from.combine_digits == 0 ? 2 : from.combine_digits, han_scale}, font_size};
    style.mode = from.direction == BICHIG_HORIZONTAL ? layout::WritingMode::horizontal_tb
                                                     : layout::WritingMode::vertical_lr;
    style.options.alignment = static_cast<layout::Alignment>(from.alignment);
    style.options.first_line_indent =
        Length::points(number_of(from.first_line_indent, -10000, 10000, "an indent is within 10000 points"));
    style.line_pitch = number_or(from.line_pitch, 0, 0.1, 10000, "a line pitch is from 0.1 to 10000 points");
    style.options.line_pitch = Length::points(style.line_pitch);
    style.marks.language = language;
    style.marks.colour = {static_cast<std::uint8_t>(from.colour >> 16), static_cast<std::uint8_t>(from.colour >> 8),
                          static_cast<std::uint8_t>(from.colour)};
    return style;
}

void set_size(Style& style, Length size) {
    const double factor = size.in_points() / style.font_size.in_points();
    style.span.size = size;
    style.options.line_pitch = Length::points(style.line_pitch * factor);
}

layout::Paragraph lay_out(std::u16string_view text, const Style& style, Length measure, const Fonts& fonts) {
    layout::ParagraphOptions options = style.options;
    options.measure = measure;
    std::vector<shape::Span> spans(1, style.span);  // one copy of its fonts, whose counts all threads write to
    spans.front().range = {0, static_cast<TextIndex>(text.size())};
    Fonts::Lease lease{fonts};
    return layout::lay_out_paragraph(std::u16string{text}, std::move(spans), options, style.mode, lease.shaper());
}

LogicalSize extent_of(const layout::Paragraph& paragraph) {
    Length along;
    for (const layout::Line& line : paragraph.lines.lines) along = std::max(along, line.start + line.width);
    return {along, paragraph.size().block};
}

page::Page page_of(const layout::Paragraph& paragraph, const layout::SpanMarks& marks, PhysicalSize size,
                   PhysicalPoint corner) {
    page::Page page;
    page.size = size;
    for (std::size_t line = 0; line < paragraph.lines.lines.size(); ++line) {
        const layout::Placement placement{corner, {Length{}, paragraph.axis(line)}, paragraph.mode,
                                          paragraph.spans.front().size};
        layout::place(paragraph.text, paragraph.shaped, paragraph.lines, line, paragraph.spans, {marks}, placement,
                      page.items);
    }
    return page;
}

bichig_picture_options picture_options_of(const bichig_picture_options* given) {
    bichig_picture_options options = options_of(given);
    require(options.format >= BICHIG_RGBA && options.format <= BICHIG_SVG, "a picture is RGBA, PNG or SVG");
    options.dots_per_inch = number_or(options.dots_per_inch, 96, format::lowest_resolution,
                                      format::highest_resolution, "a resolution is from 1 to 10000 dots to the inch");
    number_of(options.padding, 0, 10000, "a padding is from 0 to 10000 points");
    return options;
}

void draw_picture(const page::Page& page, const bichig_picture_options& options, bichig_picture& picture) {
    picture.width_points = page.size.width.in_points();
    picture.height_points = page.size.height.in_points();
    if (options.format == BICHIG_SVG) {
        TextBlock{std::string_view{format::svg::draw(page, {}, {})}}.give(&picture.bytes, &picture.byte_count);
        return;
    }
    format::PixelOptions how;
    how.dots_per_inch = options.dots_per_inch;
    if (options.white == 0) how.ground.reset();
    const format::Pixels pixels = value_of(format::draw(page, how));
    picture.width = pixels.width;
    picture.height = pixels.height;
    if (options.format == BICHIG_PNG) {
        const std::string bytes = value_of(format::encode_png(pixels, options.dots_per_inch));
        TextBlock{std::string_view{bytes}}.give(&picture.bytes, &picture.byte_count);
    } else {
        ArrayBlock<bichig_byte>{pixels.rgba}.give(&picture.bytes, &picture.byte_count);
    }
}

bichig_rect rect_of(const PhysicalRect& rect) {
    return {rect.origin.x.in_points(), rect.origin.y.in_points(), rect.size.width.in_points(),
            rect.size.height.in_points()};
}

const layout::Paragraph& paragraph_of(const bichig_layout* layout) {
    require(layout != nullptr, "the layout is NULL");
    return layout->paragraph;
}

namespace {

bichig_rect box_of(LogicalPoint start, LogicalSize size, layout::WritingMode mode) {
    return rect_of({layout::to_physical(start, {}, mode), layout::to_physical(size, mode)});
}

template <class Char>
void shape_text(const bichig_fonts* fonts, const Char* text, std::size_t length, const bichig_style* style,
                bichig_run** runs, std::size_t* run_count, bichig_glyph** glyphs, std::size_t* glyph_count) {
    clear_result(runs, run_count);
    clear_result(glyphs, glyph_count);
    const Fonts& shared = *fonts_of(fonts);
    const Source source{text, length};
    Style how = style_of(style, shared);
    how.span.range = {0, static_cast<TextIndex>(source.text().size())};
    const auto direction = how.mode == layout::WritingMode::vertical_lr ? shape::LineDirection::vertical
                                                                        : shape::LineDirection::horizontal;
    Fonts::Lease lease{shared};
    const shape::ShapedText shaped =
        lease.shaper().shape(source.text(), text::analyze(source.text()), {how.span}, direction);
    std::vector<bichig_run> run_list;
    std::vector<bichig_glyph> glyph_list;
    for (const shape::Run& run : shaped.runs) {
        bichig_run one{};
        one.text = source.range(run.text);
        one.glyph_begin = run.glyph_begin;
        one.glyph_end = run.glyph_end;
        one.orientation = static_cast<bichig_orientation>(run.orientation);
        one.font_size = run.size.in_points();
        copy_field(one.face, sizeof one.face, run.font.postscript_name());
        run_list.push_back(one);
        const double unit = run.size.in_points() / static_cast<double>(run.font.metrics().units_per_em.count());
        for (std::uint32_t i = run.glyph_begin; i < run.glyph_end; ++i) {
            const shape::Glyph& glyph = shaped.glyphs[i];
            glyph_list.push_back({glyph.id, source.offset(glyph.cluster),
                                  static_cast<double>(glyph.advance.count()) * unit,
                                  static_cast<double>(glyph.shift_x.count()) * unit,
                                  static_cast<double>(glyph.shift_y.count()) * unit});
        }
    }
    ArrayBlock run_block{run_list};
    ArrayBlock{glyph_list}.give(glyphs, glyph_count);
    run_block.give(runs, run_count);
}

template <class Char>
void open(const bichig_fonts* fonts, const Char* text, std::size_t length, const bichig_style* style, double measure,
          bichig_layout** out) {
    clear_result(out);
    const Fonts& shared = *fonts_of(fonts);
    const Source source{text, length};
    number_of(measure, 1, 1e6, "a measure is from 1 to 1000000 points");
    const Style how = style_of(style, shared);
    *out = make_handle<bichig_layout>(lay_out(source.text(), how, Length::points(measure), shared), how.marks,
                                      source.offsets());
}

void line(const bichig_layout* layout, std::size_t index, bichig_line* out) {
    const layout::Paragraph& paragraph = paragraph_of(layout);
    require(index < paragraph.lines.lines.size(), "there is no line of that number");
    const layout::Line& from = paragraph.lines.lines[index];
    bichig_line value{};
    value.text = layout->offsets.range(from.text);
    value.box = box_of({from.start, paragraph.axis(index) - paragraph.pitch / 2}, {from.width, paragraph.pitch},
                       paragraph.mode);
    value.overfull = from.overfull;
    fill(out, value);
}

void hit_test(const bichig_layout* layout, double x, double y, bichig_hit* out) {
    const layout::Paragraph& paragraph = paragraph_of(layout);
    require(std::isfinite(x) && std::isfinite(y), "the point is no number");
    const auto clamped = [](double value) { return Length::points(std::clamp(value, -1e7, 1e7)); };
    const layout::Hit hit =
        layout::hit_test(paragraph, layout::to_logical({clamped(x), clamped(y)}, {}, paragraph.mode));
    bichig_hit value{};
    value.offset = layout->offsets.offset(hit.caret.index);
    value.upstream = hit.caret.affinity == layout::Affinity::upstream;
    value.line = hit.line;
    value.character = layout->offsets.range(hit.character);
    value.inside = hit.inside;
    fill(out, value);
}

void caret(const bichig_layout* layout, std::size_t offset, int upstream, double thickness, bichig_rect* out) {
    require(out != nullptr, "a result is NULL");
    const layout::Paragraph& paragraph = paragraph_of(layout);
    number_of(thickness, 0, 1000, "a caret is 0 to 1000 points thick");
    const layout::CaretPosition position{layout->offsets.index(offset, paragraph.text.size()),
                                         upstream != 0 ? layout::Affinity::upstream : layout::Affinity::downstream};
    *out = rect_of(layout::to_physical(layout::caret_box(paragraph, position), Length::points(thickness), {},
                                       paragraph.mode));
}

void selection(const bichig_layout* layout, std::size_t begin, std::size_t end, bichig_rect** out,
               std::size_t* count) {
    clear_result(out, count);
    const layout::Paragraph& paragraph = paragraph_of(layout);
    const TextRange range{layout->offsets.index(begin, paragraph.text.size()),
                          layout->offsets.index(end, paragraph.text.size())};
    std::vector<bichig_rect> boxes;
    for (const layout::SelectionPart& part : layout::selection_shapes(paragraph, range)) {
        boxes.push_back(rect_of(layout::to_physical(part, {}, paragraph.mode)));
    }
    ArrayBlock{boxes}.give(out, count);
}

void draw(const bichig_layout* layout, const bichig_picture_options* given, bichig_picture* out) {
    const layout::Paragraph& paragraph = paragraph_of(layout);
    fill(out, bichig_picture{});
    const bichig_picture_options options = picture_options_of(given);
    const Length padding = Length::points(options.padding);
    const PhysicalSize box = layout::to_physical(paragraph.size(), paragraph.mode);
    const PhysicalSize text = layout::to_physical(extent_of(paragraph), paragraph.mode);
    bichig_picture picture{};
    picture.text_width = text.width.in_points();
    picture.text_height = text.height.in_points();
    picture.font_size = paragraph.spans.front().size.in_points();
    draw_picture(page_of(paragraph, layout->marks, {box.width + padding * 2, box.height + padding * 2},
                         {padding, padding}), options, picture);
    fill(out, picture);
}

}  // namespace

}  // namespace bichig::c

using namespace bichig;

extern "C" {

bichig_status bichig_shape_utf8(const bichig_fonts* fonts, const char* text, size_t length, const bichig_style* style,
                                bichig_run** runs, size_t* run_count, bichig_glyph** glyphs, size_t* glyph_count,
                                bichig_error* error) {
    return c::guarded(error, [&] {
        c::shape_text(fonts, text, length, style, runs, run_count, glyphs, glyph_count);
    });
}
bichig_status bichig_shape_utf16(const bichig_fonts* fonts, const bichig_char16* text, size_t length,
                                 const bichig_style* style, bichig_run** runs, size_t* run_count,
                                 bichig_glyph** glyphs, size_t* glyph_count, bichig_error* error) {
    return c::guarded(error, [&] {
        c::shape_text(fonts, text, length, style, runs, run_count, glyphs, glyph_count);
    });
}
bichig_status bichig_layout_open_utf8(const bichig_fonts* fonts, const char* text, size_t length,
                                      const bichig_style* style, double measure, bichig_layout** layout,
                                      bichig_error* error) {
    return c::guarded(error, [&] { c::open(fonts, text, length, style, measure, layout); });
}
bichig_status bichig_layout_open_utf16(const bichig_fonts* fonts, const bichig_char16* text, size_t length,
                                       const bichig_style* style, double measure, bichig_layout** layout,
                                       bichig_error* error) {
    return c::guarded(error, [&] { c::open(fonts, text, length, style, measure, layout); });
}
void bichig_layout_close(bichig_layout* layout) { c::close_handle(layout); }

bichig_status bichig_layout_size(const bichig_layout* layout, double* width, double* height, bichig_error* error) {
    return c::guarded(error, [&] {
        c::require(width != nullptr && height != nullptr, "a result is NULL");
        *width = *height = 0;
        const layout::Paragraph& paragraph = c::paragraph_of(layout);
        const PhysicalSize size = layout::to_physical(paragraph.size(), paragraph.mode);
        *width = size.width.in_points();
        *height = size.height.in_points();
    });
}
size_t bichig_layout_line_count(const bichig_layout* layout) {
    return layout == nullptr ? 0 : layout->paragraph.lines.lines.size();
}
bichig_status bichig_layout_line(const bichig_layout* layout, size_t index, bichig_line* line, bichig_error* error) {
    return c::guarded(error, [&] { c::line(layout, index, line); });
}
bichig_status bichig_layout_hit_test(const bichig_layout* layout, double x, double y, bichig_hit* hit,
                                     bichig_error* error) {
    return c::guarded(error, [&] { c::hit_test(layout, x, y, hit); });
}
bichig_status bichig_layout_caret(const bichig_layout* layout, size_t offset, int upstream, double thickness,
                                  bichig_rect* caret, bichig_error* error) {
    return c::guarded(error, [&] { c::caret(layout, offset, upstream, thickness, caret); });
}
bichig_status bichig_layout_selection(const bichig_layout* layout, size_t begin, size_t end, bichig_rect** boxes,
                                      size_t* count, bichig_error* error) {
    return c::guarded(error, [&] { c::selection(layout, begin, end, boxes, count); });
}
bichig_status bichig_layout_draw(const bichig_layout* layout, const bichig_picture_options* options,
                                 bichig_picture* picture, bichig_error* error) {
    return c::guarded(error, [&] { c::draw(layout, options, picture); });
}

}  // extern "C"
