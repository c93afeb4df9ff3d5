// Shapes a Mongolian word with its suffix and prints the glyphs: what a program does that embeds shaping alone.
#include <cstdio>

#include <bichig/base/utf.h>
#include <bichig/font/catalogue.h>
#include <bichig/shape/shaper.h>
#include <bichig/text/analysis.h>

int main(int count, char** arguments) {
    using namespace bichig;
    if (count != 3) {
        std::fputs("usage: shape_word FONT-FOLDER TEXT\n", stderr);
        return 2;
    }
    const auto fonts = font::Catalogue::open(arguments[1]);
    const auto text = to_utf16(arguments[2]);
    if (!fonts || !text) {
        std::fprintf(stderr, "%s\n", describe(fonts ? text.error() : fonts.error()).c_str());
        return 2;
    }
    using font::Role;
    const shape::FontSet faces{fonts->font(Role::mongolian), fonts->font(Role::han_song), fonts->font(Role::latin),
                               fonts->font(Role::emoji), fonts->font(Role::fallback)};
    const shape::Span span{{0, static_cast<TextIndex>(text->size())}, faces, Length::points(16), "mn-Mong"};

    shape::Shaper shaper;
    const shape::ShapedText shaped =
        shaper.shape(*text, text::analyze(*text), {span}, shape::LineDirection::vertical);
    for (const shape::Run& run : shaped.runs) {
        std::printf("%s, %s\n", run.font.family().c_str(),
                    run.orientation == shape::Orientation::upright ? "upright" : "sideways");
        for (auto index = run.glyph_begin; index < run.glyph_end; ++index) {
            const shape::Glyph& glyph = shaped.glyphs[index];
            const Length advance = to_length(glyph.advance, run.font.metrics().units_per_em, run.size);
            std::printf("  glyph %u of character %u, %.3f pt\n", glyph.id, glyph.cluster, advance.in_points());
        }
    }
}
