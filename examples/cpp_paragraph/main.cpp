// Lays out a paragraph in vertical lines and says what is at a point of it: cpp_paragraph FONT-FOLDER TEXT X Y
#include <cstdio>
#include <cstdlib>

#include <bichig/base/utf.h>
#include <bichig/font/catalogue.h>
#include <bichig/layout/caret.h>
#include <bichig/layout/paragraph.h>

int main(int count, char** arguments) {
    using namespace bichig;
    if (count != 5) {
        std::fputs("usage: cpp_paragraph FONT-FOLDER TEXT X Y\n", stderr);
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
    layout::ParagraphOptions options;
    options.measure = Length::points(90);
    shape::Shaper shaper;
    const auto mode = layout::WritingMode::vertical_lr;
    const layout::Paragraph paragraph = layout::lay_out_paragraph(*text, {span}, options, mode, shaper);
    for (const layout::Line& line : paragraph.lines.lines) {
        std::printf("characters %u to %u, %.1f pt\n", line.text.begin, line.text.end, line.width.in_points());
    }
    const PhysicalPoint corner{};  // of the paragraph on the page
    const PhysicalPoint point{Length::points(std::atof(arguments[3])), Length::points(std::atof(arguments[4]))};
    const layout::Hit hit = layout::hit_test(paragraph, layout::to_logical(point, corner, mode));
    const auto under = std::u16string_view(*text).substr(hit.character.begin, hit.character.size());
    std::printf("at the point, line %zu: '%s', caret at %u\n", hit.line + 1, to_utf8(under).c_str(), hit.caret.index);
}
