// What a reader gets back from the text of a PDF: every character, in order, by codes or by ActualText.
#include <gmock/gmock.h>
#include <rapidcheck.h>

#include "format/pdf/internal/text_plan.h"
#include "format/pdf/read_back.h"

namespace bichig::test {
namespace {

using page::Orientation;

/// The marks of a page that holds one run.
std::vector<Marked> marks_of(page::GlyphRun run) {
    Written written{{paragraph_page({std::move(run)})}};
    return marked(written.pages().at(0));
}

std::vector<Marked> han_marks(std::u16string text) {
    return marks_of(plain_run(fangsong(), std::move(text), at(60, 60), 2, Orientation::horizontal));
}

TEST(PdfText, MongolianWithEveryControlComesBack) {
    const std::u16string text = u"ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ ᠬᠡᠯᠡ\u180Eᠠ ᠦᠭᠡ\u180B ᠨᠠ\u180C\u180D ᠡ\u180F 23\u202Fᠣᠨ";
    Written written{{paragraph_page({mongolian_run(text, at(60, 60), 2)})}};
    EXPECT_EQ(text_of(written.pages().at(0)), text);
}

TEST(PdfText, WordWithNarrowSpaceIsOneSpanOfItsOwn) {
    const auto marks = marks_of(mongolian_run(u"ᠨᠢᠭᠡ ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ ᠬᠡᠯᠡ", at(60, 60), 2));
    ASSERT_EQ(marks.size(), 3u);
    EXPECT_EQ(marks[0].tag, "/P");
    EXPECT_EQ(marks[1].tag, "/Span");
    EXPECT_EQ(marks[1].text, u"ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ");
    EXPECT_TRUE(marks[1].actual);
    EXPECT_FALSE(marks[2].actual);
    EXPECT_EQ(marks[2].text, u" ᠬᠡᠯᠡ");
    EXPECT_THAT((std::vector<int>{marks[0].mcid, marks[1].mcid, marks[2].mcid}), testing::ElementsAre(0, 1, 2));
}

TEST(PdfText, SpacesBetweenIdeographsDoNotPullInTheWholeLine) {
    const auto marks = han_marks(u"　　各旗县\u3000人民");
    std::u16string text;
    std::u16string plain;
    for (const Marked& mark : marks) {
        text += mark.text;
        if (!mark.actual) plain += mark.text;
        EXPECT_NE(mark.text, u"\u3000");  // one space alone would be dropped by poppler
    }
    EXPECT_EQ(text, u"　　各旗县\u3000人民");
    EXPECT_EQ(plain.substr(plain.size() - 1), u"民");
    EXPECT_NE(plain.find(u"旗县"), std::u16string::npos);
}

TEST(PdfText, SpaceQuiteAloneGetsAnAsciiSpaceBesideIt) {
    const auto marks = han_marks(u"\u2003");
    ASSERT_EQ(marks.size(), 1u);
    EXPECT_EQ(marks[0].text, u"\u2003 ");
}

TEST(PdfText, OneGlyphMayStandForSeveralCharacters) {
    page::GlyphRun run = plain_run(latin(), u"fi", at(60, 60), 2, Orientation::horizontal);
    run.glyphs.pop_back();
    run.glyphs[0].text = {0, 2};
    const auto marks = marks_of(run);
    ASSERT_EQ(marks.size(), 1u);
    EXPECT_EQ(marks[0].text, u"fi");
    EXPECT_EQ(marks[0].codes, 1);
    EXPECT_FALSE(marks[0].actual);
}

TEST(PdfText, ClusterOfSeveralGlyphsStatesItsText) {
    page::GlyphRun run = plain_run(latin(), u"abc", at(60, 60), 2, Orientation::horizontal);
    run.glyphs[1].text = {1, 3};
    run.glyphs[2].text = {3, 3};
    const auto marks = marks_of(run);
    ASSERT_EQ(marks.size(), 2u);
    EXPECT_EQ(marks[0].text, u"a");
    EXPECT_EQ(marks[1].text, u"bc");
    EXPECT_EQ(marks[1].codes, 2);
    EXPECT_TRUE(marks[1].actual);
}

TEST(PdfText, BlankGlyphWithoutRoomLendsItsTextToTheOneBefore) {
    page::GlyphRun run = plain_run(mongolian(), u"ᠠ\u180B", at(60, 60), 2, Orientation::sideways);
    run.glyphs[1].glyph = mongolian().glyph(U' ');
    run.advance = run.glyphs[1].along;
    const auto marks = marks_of(run);
    ASSERT_EQ(marks.size(), 1u);
    EXPECT_EQ(marks[0].text, u"ᠠ\u180B");
    EXPECT_EQ(marks[0].codes, 1);
}

TEST(PdfText, CharactersForbiddenInToUnicodeAreStated) {
    for (const char16_t unit : {u'\uFEFF', u'\uFFFE', u'\0'}) {
        page::GlyphRun run = plain_run(latin(), u"abc", at(60, 60), 2, Orientation::horizontal);
        run.text[1] = unit;
        const auto marks = marks_of(run);
        ASSERT_EQ(marks.size(), 3u);
        EXPECT_TRUE(marks[1].actual);
        EXPECT_EQ(marks[1].text, std::u16string(1, unit));
    }
}

TEST(PdfText, LoneSurrogateIsReplacedAndReported) {
    page::GlyphRun run = plain_run(latin(), u"abc", at(60, 60), 2, Orientation::horizontal);
    run.text[1] = 0xD83D;
    Written written{{paragraph_page({run})}};
    EXPECT_EQ(text_of(written.pages().at(0)), u"a\uFFFDc");
    ASSERT_EQ(written.diagnostics.items.size(), 1u);
    EXPECT_EQ(written.diagnostics.items[0].id, "lone-surrogate");
}

TEST(PdfText, RunLanguageIsOnItsContent) {
    page::GlyphRun run = plain_run(latin(), u"Wi\u00A0Fi ok", at(60, 60), 2, Orientation::horizontal);
    run.language = "en";
    const auto marks = marks_of(run);
    ASSERT_EQ(marks.size(), 3u);
    EXPECT_EQ(marks[1].text, u"\u00A0Fi");
    for (const auto& mark : marks) {
        EXPECT_EQ(mark.tag, "/Span");
        EXPECT_EQ(mark.language, "en");
    }
}

TEST(PdfText, ArtifactsHaveNoNumberButKeepTheirText) {
    const auto marks = marks_of(mongolian_run(u"ᠨᠢᠭᠤᠷ\u202Fᠤᠨ 1", at(60, 60), page::artifact));
    std::u16string text;
    for (const Marked& mark : marks) {
        EXPECT_EQ(mark.tag, "/Artifact");
        EXPECT_EQ(mark.mcid, -1);
        text += mark.text;
    }
    EXPECT_EQ(text, u"ᠨᠢᠭᠤᠷ\u202Fᠤᠨ 1");
}

TEST(PdfText, MissingCharacterIsABoxWithItsText) {
    Written written{{paragraph_page({page::MissingBox{rectangle(60, 60, 12, 16), u"\U00012345", mongolian(),
                                                      Length::points(16), Orientation::sideways, {}, 2, {}}})}};
    MarkedReader reader{written.pages().at(0)};
    ASSERT_EQ(reader.marks.size(), 1u);
    EXPECT_EQ(reader.marks[0].text, u"\U00012345");
    EXPECT_EQ(reader.marks[0].codes, 1);  // readers drop an ActualText without a glyph
    EXPECT_THAT(reader.operators, testing::Contains("re"));
    EXPECT_THAT(reader.operators, testing::Contains("Tr"));
}

TEST(PdfText, ReadableFileSaysTheSame) {
    const std::u16string text = u"ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ ᠬᠡᠯᠡ";
    Written written{{paragraph_page({mongolian_run(text, at(60, 60), 2)})}, some_properties(), false};
    EXPECT_EQ(text_of(written.pages().at(0)), text);
    EXPECT_FALSE(written.pages().at(0).getKey("/Contents").getDict().hasKey("/Filter"));
}

/// Two runs on a line with room between them that no space is written for, and one right behind them.
TEST(PdfText, RoomBetweenRunsThatNoSpaceIsWrittenForIsNone) {
    page::GlyphRun word = mongolian_run(u"ᠨᠢᠭᠡ ᠮᠣᠩᠭᠣᠯ", at(60, 60), 2);
    word.advance += Length::points(4);
    word.joins_next = true;
    page::GlyphRun bracket = plain_run(latin(), u"[", {word.origin.x, word.origin.y + word.advance}, 2,
                                       Orientation::sideways);
    page::GlyphRun next = mongolian_run(u"ᠬᠡᠯᠡ ᠦᠭᠡ", {word.origin.x, bracket.origin.y + bracket.advance}, 2);
    Written written{{paragraph_page({word, bracket, next})}};
    const auto marks = marked(written.pages().at(0));
    ASSERT_EQ(marks.size(), 3u);
    EXPECT_EQ(marks[0].text, u"ᠨᠢᠭᠡ ");
    EXPECT_EQ(marks[1].text, u"ᠮᠣᠩᠭᠣᠯ[ᠬᠡᠯᠡ");
    EXPECT_TRUE(marks[1].actual);
    EXPECT_EQ(marks[2].text, u" ᠦᠭᠡ");
}

TEST(PdfText, RunsOfOtherElementsAndLanguagesAreNotJoined) {
    page::GlyphRun word = mongolian_run(u"ᠮᠣᠩᠭᠣᠯ", at(60, 60), 2);
    word.joins_next = true;
    page::GlyphRun bracket = plain_run(latin(), u"[", {word.origin.x, word.origin.y + word.advance}, 2,
                                       Orientation::sideways);
    bracket.language = "en";
    Written written{{paragraph_page({word, bracket})}};
    const auto marks = marked(written.pages().at(0));
    ASSERT_EQ(marks.size(), 2u);
    EXPECT_EQ(marks[0].text, u"ᠮᠣᠩᠭᠣᠯ");
    EXPECT_EQ(marks[1].text, u"[");
}

/// Whatever the clusters of a run, its pieces cover its glyphs and its text once and in order.
TEST(PdfTextPlan, PiecesCoverTheRun) {
    EXPECT_TRUE(rc::check([] {
        const std::u16string alphabet = u"ab \u00A0\u202F\u3000中ᠠ\uFEFF";
        page::GlyphRun run{latin(), Length::points(10), Orientation::horizontal, {}, {}, {}, u"", {}, 2, "", {}};
        const auto clusters = *rc::gen::container<std::vector<std::pair<int, int>>>(
            rc::gen::pair(rc::gen::inRange(1, 4), rc::gen::inRange(1, 4)));
        for (const auto& [characters, glyphs] : clusters) {
            const auto begin = static_cast<TextIndex>(run.text.size());
            for (int i = 0; i < characters; ++i) {
                run.text.push_back(alphabet[*rc::gen::inRange<std::size_t>(0, alphabet.size())]);
            }
            const auto end = static_cast<TextIndex>(run.text.size());
            for (int i = 0; i < glyphs; ++i) {
                run.glyphs.push_back({36, run.advance, {}, {}, {i == 0 ? begin : end, end}});
                run.advance += Length::points(5);
            }
        }
        format::pdf::FontCodes codes{latin()};
        format::pdf::TextPlan plan;
        plan.make(run, codes);
        std::uint32_t next = 0;
        for (const format::pdf::TextPiece& piece : plan.pieces) {
            RC_ASSERT(piece.begin == next);
            RC_ASSERT(piece.end > piece.begin);
            next = piece.end;
            for (std::uint32_t glyph = piece.begin; glyph < piece.end; ++glyph) {
                const TextRange text = plan.glyphs[glyph].text;
                RC_ASSERT((piece.actual || !text.empty()));
                for (TextIndex i = text.begin; i < text.end && !piece.actual; ++i) {
                    RC_ASSERT(!format::pdf::is_fragile_space(run.text[i]));
                }
            }
        }
        RC_ASSERT(next == plan.glyphs.size());
    }));
}

}  // namespace
}  // namespace bichig::test
