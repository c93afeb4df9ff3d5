// Faces that are drawn in a way of their own: bold by a stroke, and emoji as pictures with their text.
#include <gmock/gmock.h>

#include "format/pdf/read_back.h"

namespace bichig::test {
namespace {

using page::Orientation;

std::string content_of(Written& written) { return stream_text(written.pages().at(0).getKey("/Contents")); }

page::GlyphRun run(const font::Font& font, double y) {
    page::GlyphRun run = mongolian_run(u"ᠮᠣᠩᠭᠣᠯ", at(60, y), 2);
    run.font = font;
    return run;
}

TEST(PdfFaces, BoldByAStrokeIsFilledAndStrokedInOneColour) {
    page::GlyphRun bold = run(mongolian().with_synthetic_bold(), 60);
    bold.colour = {255, 0, 0};
    Written written{{paragraph_page({bold, run(mongolian(), 200)})}, some_properties(), false};
    const std::string content = content_of(written);
    // A thirtieth of 16 points, joints rounded; afterwards text is filled alone again.
    EXPECT_THAT(content, testing::HasSubstr("0.533 w 1 j 2 Tr"));
    EXPECT_THAT(content, testing::HasSubstr("/C CS 1 0 0 SC"));
    EXPECT_LT(content.find("2 Tr"), content.find("0 Tr"));
    EXPECT_EQ(content.find("2 Tr"), content.rfind("2 Tr"));
    EXPECT_EQ(text_of(written.pages().at(0)), u"ᠮᠣᠩᠭᠣᠯᠮᠣᠩᠭᠣᠯ");
}

TEST(PdfFaces, BoldAndRegularShareOneEmbeddedFont) {
    Written written{{paragraph_page({run(mongolian().with_synthetic_bold(), 60), run(mongolian(), 200)})}};
    EXPECT_EQ(written.pages().at(0).getKey("/Resources").getKey("/Font").getKeys().size(), 1u);
}

TEST(PdfFaces, AnEmojiIsAPictureOnceInTheFileAndTextEachTime) {
    Written written{{paragraph_page({run(mongolian(), 60), picture(u"😀", rectangle(60, 200, 20, 20), 2),
                                     picture(u"😀", rectangle(60, 240, 20, 20), 2), run(mongolian(), 300)})}};
    EXPECT_EQ(text_of(written.pages().at(0)), u"ᠮᠣᠩᠭᠣᠯ😀😀ᠮᠣᠩᠭᠣᠯ");
    EXPECT_EQ(written.pages().at(0).getKey("/Resources").getKey("/XObject").getKeys().size(), 1u);
    const auto operators = MarkedReader{written.pages().at(0)}.operators;
    EXPECT_EQ(std::count(operators.begin(), operators.end(), "Do"), 2);
    for (const Marked& mark : marked(written.pages().at(0))) EXPECT_EQ(mark.tag, "/P");
    EXPECT_TRUE(written.diagnostics.empty());
}

}  // namespace
}  // namespace bichig::test
