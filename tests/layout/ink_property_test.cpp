// 10,000 random mixed strings: clusters keep to their own room, ink overlaps in a run as HarfBuzz has it and no more,
// and crosses into no other font run.
#include <cstdio>
#include <string>

#include "layout/caret_paragraphs.h"
#include "layout/internal/glyph_ink.h"

namespace bichig::layout {
namespace {

class InkProperty : public CaretTest {
protected:
    /// What the glyphs of a run draw along the line, from its origin; empty if they draw nothing.
    struct Extent {
        Length from;
        Length to;
        bool empty = true;
        void add(Length begin, Length end) {
            from = empty ? begin : std::min(from, begin);
            to = empty ? end : std::max(to, end);
            empty = false;
        }
    };

    static std::string show(const std::u16string& text) {
        std::string shown;
        char unit[8];
        for (const char16_t c : text) {
            std::snprintf(unit, sizeof unit, "%04X ", static_cast<unsigned>(c));
            shown += unit;
        }
        return shown;
    }

    static const shape::Run& run_of(const Paragraph& paragraph, std::uint32_t glyph) {
        return *std::partition_point(paragraph.shaped.runs.begin(), paragraph.shaped.runs.end(),
                                     [&](const shape::Run& run) { return run.glyph_end <= glyph; });
    }

    static bool is_blank(const Paragraph& paragraph, std::uint32_t glyph, const shape::Run& run) {
        const shape::Glyph& shown = paragraph.shaped.glyphs[glyph];
        const font::Ink ink = run.font.ink(shown.id);
        return shown.advance > FontUnits{} && (ink.right <= ink.left || ink.top <= ink.bottom);
    }

    /// The ink of all glyphs of a run, and its advance, along the line from its start.
    static Extent ink_of(const shape::ShapedText& shaped, const shape::Run& run, Length& advance) {
        const font::Metrics& metrics = run.font.metrics();
        const FontUnits em = metrics.units_per_em;
        const auto length = [&](FontUnits units) { return to_length(units, em, run.size); };
        Extent drawn;
        advance = {};
        for (std::uint32_t g = run.glyph_begin; g < run.glyph_end; ++g) {
            const shape::Glyph& glyph = shaped.glyphs[g];
            const font::Ink ink = run.font.ink(glyph.id);
            if (glyph.id != 0 && ink.right > ink.left && ink.top > ink.bottom) {
                if (run.orientation == shape::Orientation::upright) {
                    const Length top = advance + length(metrics.central_baseline - glyph.shift_y) + run.size / 2;
                    drawn.add(top - length(ink.top), top - length(ink.bottom));
                } else {
                    const Length pen = advance + length(glyph.shift_x);
                    drawn.add(pen + length(ink.left), pen + length(ink.right));
                }
            }
            advance += length(glyph.advance);
        }
        return drawn;
    }
};

TEST_F(InkProperty, AdvanceBoxesOfClustersNeverOverlap) {
    MixedStrings strings;
    for (int i = 0; i < 10000; ++i) {
        const Alignment alignment = static_cast<Alignment>(strings.number(4));
        const Paragraph paragraph = lay_out(strings.next(), Length::points(90), WritingMode::vertical_lr, alignment);
        const Lines& lines = paragraph.lines;
        Length room;
        for (std::uint32_t g = 0; g < paragraph.shaped.glyphs.size(); ++g) {
            room += lines.positions[g + 1] - lines.positions[g] + lines.before[g] + lines.after[g];
            const bool last = g + 1 == paragraph.shaped.glyphs.size() ||
                              paragraph.shaped.glyphs[g + 1].cluster != paragraph.shaped.glyphs[g].cluster;
            if (!last) continue;
            ASSERT_GE(room, Length{}) << testing::PrintToString(paragraph.text);
            room = {};
        }
    }
}

TEST_F(InkProperty, InkOverlapsInARunNoMoreThanHarfBuzzHasIt) {
    MixedStrings strings;
    std::size_t pairs = 0;
    for (int i = 0; i < 10000; ++i) {
        const Length line = Length::points(strings.number(2) == 0 ? 60 : 300);
        const Paragraph paragraph = lay_out(strings.next(), line, WritingMode::vertical_lr, Alignment::justify);
        const Lines& lines = paragraph.lines;
        for (const Line& one : lines.lines) {
            for (std::uint32_t g = one.glyph_begin; g + 1 < one.glyph_end; ++g) {
                const shape::Run& run = run_of(paragraph, g);
                if (g + 1 >= run.glyph_end) continue;
                const auto ink = internal::ink_along(run, paragraph.shaped.glyphs[g]);
                const auto next = internal::ink_along(run, paragraph.shaped.glyphs[g + 1]);
                if (ink.blank() || next.blank()) continue;
                const auto length = [&](FontUnits units) {
                    return to_length(units, run.font.metrics().units_per_em, run.size);
                };
                ++pairs;
                const FontUnits advance = paragraph.shaped.glyphs[g].advance;
                const Length natural = std::max(length(ink.end - advance - next.begin), Length{});
                const Length pen = lines.positions[g + 1] - lines.positions[g] + lines.after[g] + lines.before[g + 1];
                ASSERT_LE(length(ink.end - next.begin) - pen, natural + Length::points(0.01)) << show(paragraph.text);
            }
        }
    }
    EXPECT_GT(pairs, 30000u);
}

TEST_F(InkProperty, NoInkCrossesIntoTheNextFontRun) {
    MixedStrings strings;
    std::size_t pairs = 0;
    for (int i = 0; i < 10000; ++i) {
        const Paragraph paragraph = lay_out(strings.next(), Length::points(4000));
        const std::vector<shape::Run>& runs = paragraph.shaped.runs;
        for (std::size_t r = 0; r + 1 < runs.size(); ++r) {
            const shape::Run& one = runs[r];
            const shape::Run& next = runs[r + 1];
            if (one.font.has_colour_images() || next.font.has_colour_images()) continue;  // pictures keep to their room
            Length advance;
            Length next_advance;
            const Extent ends = ink_of(paragraph.shaped, one, advance);
            const Extent begins = ink_of(paragraph.shaped, next, next_advance);
            const std::vector<Length>& at = paragraph.lines.positions;
            const Length room = at[next.glyph_begin] - at[one.glyph_begin] - advance;
            const std::u16string_view between = std::u16string_view{paragraph.text}.substr(one.text.begin);
            // Lines part at line feeds, and the room of tabs is that of their stops.
            if (between.substr(0, next.text.end - one.text.begin).find_first_of(u"\n\r\t\u2028\u2029") !=
                std::u16string_view::npos) {
                continue;
            }
            ++pairs;
            const Length allowed = em.scaled(0.05) + Length::points(0.01);
            // Ink may stand over a space of the other run, which draws nothing there.
            const bool over_end = is_blank(paragraph, next.glyph_begin, next);
            const bool over_start = is_blank(paragraph, one.glyph_end - 1, one);
            if (!ends.empty && !over_end) {
                ASSERT_LE(ends.to, advance + room + allowed) << show(paragraph.text) << " run " << r;
            }
            if (!begins.empty && !over_start) {
                ASSERT_GE(begins.from, -room - allowed) << show(paragraph.text) << " run " << r;
            }
        }
    }
    EXPECT_GT(pairs, 5000u);
}

}  // namespace
}  // namespace bichig::layout
