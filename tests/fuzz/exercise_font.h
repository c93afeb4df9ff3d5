// Everything Bichig does with a font, done with bytes that may be no font: for the fuzz target and for the mutants.
#pragma once

#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <bichig/font/font.h>
#include <bichig/format/pdf.h>
#include <bichig/shape/shaper.h>

namespace bichig::fuzz {

/// Takes outlines and counts their points.
class CountingSink final : public font::OutlineSink {
public:
    std::size_t points = 0;
    void move_to(double, double) override { ++points; }
    void line_to(double, double) override { ++points; }
    void quadratic_to(double, double, double, double) override { points += 2; }
    void cubic_to(double, double, double, double, double, double) override { points += 3; }
    void close() override {}
};

/// A run of the page for a shaped run, the pen moved by its advances.
inline page::GlyphRun page_run(const shape::ShapedText& shaped, const shape::Run& run, std::u16string_view text) {
    page::GlyphRun placed{run.font.with_synthetic_bold(), run.size, page::Orientation::sideways,
                          {Length::points(100), Length::points(50)}, {}, {},
                          std::u16string(text.substr(run.text.begin, run.text.size())), {}, 1, "", {}};
    Length pen;
    TextIndex done = 0;
    for (std::uint32_t g = run.glyph_begin; g < run.glyph_end; ++g) {
        const shape::Glyph& glyph = shaped.glyphs[g];
        const TextIndex end = shaped.cluster_end(g, run) - run.text.begin;
        if (glyph.id == 0) continue;
        placed.glyphs.push_back({glyph.id, pen, glyph.shift_x, glyph.shift_y, {done, end}});
        done = end;
        pen += to_length(glyph.advance, run.font.metrics().units_per_em, run.size);
    }
    placed.advance = pen;
    return placed;
}

/// Writes `page` with its fonts subset; what comes of it does not matter.
inline void write_pdf(page::Page page, const std::string& path) {
    Diagnostics diagnostics;
    auto sink = format::open_pdf({path, "test", true, nullptr}, diagnostics);
    if (!sink || !(*sink)->begin({})) return;
    if ((*sink)->page(std::move(page))) (void)(*sink)->finish();
}

/// Shapes `text` by written units, with what is known of the font by its own codes or by the outlines of `known`.
inline void shape_by_units(const font::Font& font, std::u16string_view text, const std::vector<font::Font>& known) {
    const shape::UnitMap map = shape::UnitMap::of(font, {script::Profile::gb25914, known, ""});
    const shape::FontSet faces{font, font, font, font, font};
    const shape::Span span{{0, static_cast<TextIndex>(text.size())}, faces, Length::points(16), "mn-Mong"};
    for (const auto policy : {shape::UnitPolicy::units, shape::UnitPolicy::automatic}) {
        shape::ShaperOptions options;
        options.policy = policy;
        options.maps = {map};
        shape::Shaper shaper{std::move(options)};
        const auto shaped = shaper.shape(text, text::analyze(text), {span}, shape::LineDirection::vertical);
        for (const shape::Run& run : shaped.runs) {
            for (std::uint32_t g = run.glyph_begin; g < run.glyph_end; ++g) {
                if (shaped.glyphs[g].id >= run.font.glyph_count() && run.font == font) std::abort();
            }
        }
        (void)map.read(text, shaped);
    }
}

/// Opens `bytes` as a font, shapes a few words, asks for ink, outlines and pictures, and subsets it into the file `pdf`
/// where that is named. Returns whether it was taken for a font.
inline bool exercise_font(std::shared_ptr<const std::string> bytes, const std::string& pdf,
                          const std::vector<font::Font>& known = {}) {
    const auto opened = font::Font::from_memory(std::move(bytes));
    if (!opened) return false;
    const font::Font& font = *opened;
    (void)font.names();
    (void)font.joins_mongolian();
    (void)font.has_vertical_form(U'\u300A');
    const std::u16string text = u"\u182E\u1823\u1829\u182D\u1823\u182F \u182D\u180B\u1820\u182A\u1824\u202F\u1824"
                                u"\u1828 Text \u4E2D\u300A\u6587 \u0F40\u0F74 \uA84F\uA861 \U0001F600";
    const shape::FontSet faces{font, font, font, font, font};
    const shape::Span span{{0, static_cast<TextIndex>(text.size())}, faces, Length::points(16), "mn-Mong"};
    shape::Shaper shaper;
    page::Page page;
    page.size = {Length::points(500), Length::points(500)};
    page::Element document;
    document.id = 1;
    document.role = page::ElementRole::document;
    page.begun = {document};
    page.ended = {1};
    for (const auto direction : {shape::LineDirection::vertical, shape::LineDirection::horizontal}) {
        const shape::ShapedText shaped = shaper.shape(text, text::analyze(text), {span}, direction);
        for (const shape::Glyph& glyph : shaped.glyphs) {
            CountingSink sink;
            (void)font.ink(glyph.id);
            font.outline(glyph.id, sink);
            (void)font.colour_image(glyph.id);
        }
        for (const shape::Run& run : shaped.runs) page.items.push_back(page_run(shaped, run, text));
    }
    shape_by_units(font, text, known);
    if (!pdf.empty()) write_pdf(std::move(page), pdf);
    return true;
}

}  // namespace bichig::fuzz
