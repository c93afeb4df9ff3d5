// Tests of a paragraph laid out in one call.
#include <gtest/gtest.h>

#include <bichig/font/catalogue.h>
#include <bichig/layout/paragraph.h>

namespace bichig::layout {
namespace {

Paragraph lay_out(std::u16string text, const ParagraphOptions& options) {
    static const auto catalogue = font::Catalogue::open(BICHIG_FONT_FOLDER);
    if (!catalogue) throw std::runtime_error(describe(catalogue.error()));
    using font::Role;
    const shape::FontSet faces{catalogue->font(Role::mongolian), catalogue->font(Role::han_fangsong),
                               catalogue->font(Role::latin), catalogue->font(Role::emoji),
                               catalogue->font(Role::fallback)};
    const auto size = static_cast<TextIndex>(text.size());
    shape::Shaper shaper;
    return lay_out_paragraph(std::move(text), {{{0, size}, faces, Length::points(16), ""}}, options,
                             WritingMode::vertical_lr, shaper);
}

TEST(Paragraph, LinesStandOneAndAHalfSizesApart) {
    ParagraphOptions options;
    options.measure = Length::points(40);
    const Paragraph made = lay_out(u"中文中文中文", options);
    ASSERT_EQ(made.lines.lines.size(), 3u);
    EXPECT_EQ(made.axis(0), Length::points(12));
    EXPECT_EQ(made.axis(2), Length::points(60));
    EXPECT_EQ(made.size(), (LogicalSize{Length::points(40), Length::points(72)}));
}

TEST(Paragraph, LinePitchIsKept) {
    ParagraphOptions options;
    options.measure = Length::points(40);
    options.line_pitch = Length::points(29);
    EXPECT_EQ(lay_out(u"中文中文中文", options).axis(1), Length::points(43.5));
}

TEST(Paragraph, AnEmptyTextHasOneLine) {
    ParagraphOptions options;
    options.measure = Length::points(40);
    options.first_line_indent = Length::points(10);
    const Paragraph made = lay_out(u"", options);
    ASSERT_EQ(made.lines.lines.size(), 1u);
    EXPECT_EQ(made.lines.lines[0].start, Length::points(10));
    EXPECT_EQ(made.lines.lines[0].available, Length::points(30));
    EXPECT_EQ(made.lines.lines[0].text, (TextRange{0, 0}));
}

}  // namespace
}  // namespace bichig::layout
