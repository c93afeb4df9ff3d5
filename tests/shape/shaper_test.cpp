// Tests of itemizing and shaping with the staged fonts: joined words, suffixes, orientation, fallback, totality.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bichig/font/catalogue.h>
#include <bichig/shape/shaper.h>

namespace bichig::shape {
namespace {

class ShaperTest : public testing::Test {
protected:
    static const font::Catalogue& catalogue() {
        static const auto opened = font::Catalogue::open(BICHIG_FONT_FOLDER);
        if (!opened) throw std::runtime_error(describe(opened.error()));
        return *opened;
    }
    static FontSet fonts() {
        using font::Role;
        return {catalogue().font(Role::mongolian), catalogue().font(Role::han_fangsong), catalogue().font(Role::latin),
                catalogue().font(Role::emoji), catalogue().font(Role::fallback)};
    }
    static ShapedText shape(std::u16string_view text, LineDirection direction = LineDirection::vertical) {
        static Shaper shaper;
        const auto size = static_cast<TextIndex>(text.size());
        const Span span{{0, size}, fonts(), Length::points(16), "mn-Mong"};
        return shaper.shape(text, text::analyze(text), {span}, direction);
    }
    /// What must hold of every shaped text: runs and glyphs cover it in order, without gaps.
    static void expect_covered(std::u16string_view text, const ShapedText& shaped) {
        TextIndex index = 0;
        std::uint32_t glyph = 0;
        for (const shape::Run& run : shaped.runs) {
            ASSERT_EQ(run.text.begin, index);
            ASSERT_EQ(run.glyph_begin, glyph);
            ASSERT_LT(run.glyph_begin, run.glyph_end);
            ASSERT_EQ(shaped.glyphs[run.glyph_begin].cluster, run.text.begin);
            for (glyph = run.glyph_begin; glyph + 1 < run.glyph_end; ++glyph) {
                ASSERT_LE(shaped.glyphs[glyph].cluster, shaped.glyphs[glyph + 1].cluster);
            }
            ASSERT_LT(shaped.glyphs[glyph].cluster, run.text.end);
            glyph = run.glyph_end;
            index = run.text.end;
        }
        ASSERT_EQ(index, text.size());
        ASSERT_EQ(glyph, shaped.glyphs.size());
    }
};

const std::u16string mongol = u"\u182E\u1823\u1829\u182D\u1823\u182F";

TEST_F(ShaperTest, JoinsTheLettersOfAWord) {
    const ShapedText word = shape(mongol);
    ASSERT_EQ(word.runs.size(), 1u);
    EXPECT_EQ(word.runs[0].orientation, Orientation::sideways);
    // Alone, each letter has its isolated form; in the word none but a different one may stand.
    for (const Glyph& glyph : word.glyphs) {
        const std::u16string letter(1, mongol[glyph.cluster]);
        EXPECT_NE(glyph.id, shape(letter).glyphs[0].id) << glyph.cluster;
    }
}

TEST_F(ShaperTest, ShapesTheSameWordAgainFromMemory) {
    const ShapedText once = shape(mongol);
    const ShapedText twice = shape(mongol + u" " + mongol);
    for (std::size_t i = 0; i < once.glyphs.size(); ++i) {
        EXPECT_EQ(once.glyphs[i].id, twice.glyphs[i].id);
        EXPECT_EQ(once.glyphs[i].id, twice.glyphs[once.glyphs.size() + 1 + i].id);
        EXPECT_EQ(twice.glyphs[once.glyphs.size() + 1 + i].cluster, once.glyphs[i].cluster + mongol.size() + 1);
    }
}

TEST_F(ShaperTest, KeepsASuffixInOneRunWithWhatItFollows) {
    for (const char16_t connector : {u'\u202F', u'\u180E'}) {
        for (const std::u16string& stem : {mongol, std::u16string(u"23")}) {
            const std::u16string suffix = u"\u1824\u1828";  // "un"
            const std::u16string text = stem + connector + suffix;
            const ShapedText shaped = shape(u"\u4E2D " + text);
            EXPECT_EQ(shaped.runs.back().text.end, text.size() + 2);
            // A number may stand upright before its suffix, which keeps the connector.
            EXPECT_LE(shaped.runs.back().text.begin, stem == mongol ? 2u : 4u);
            // The suffix has a form of its own: not that of the same letters as a word.
            const ShapedText alone = shape(suffix);
            EXPECT_NE(shaped.glyphs[shaped.glyphs.size() - 2].id, alone.glyphs[alone.glyphs.size() - 2].id);
        }
    }
}

TEST_F(ShaperTest, ASelectorBelongsToItsLetter) {
    const ShapedText shaped = shape(u"\u182D\u180B\u1820");
    expect_covered(u"\u182D\u180B\u1820", shaped);
    for (const Glyph& glyph : shaped.glyphs) EXPECT_NE(glyph.cluster, 1u);
}

TEST_F(ShaperTest, SetsHanUprightAndMarksFromAFontWithVerticalForms) {
    const ShapedText shaped = shape(u"\u4E2D\u300A\u6587\u300B\u3002");
    for (const shape::Run& run : shaped.runs) {
        EXPECT_EQ(run.orientation, Orientation::upright);
        EXPECT_NE(run.font, fonts().mongolian);
    }
    const auto bracket = std::find_if(shaped.runs.begin(), shaped.runs.end(),
                                      [](const shape::Run& run) { return run.text.contains(1); });
    EXPECT_EQ(bracket->font, fonts().fallback);
    EXPECT_NE(shaped.glyphs[bracket->glyph_begin].id, fonts().fallback.glyph(U'\u300A'));  // the vertical form
    const ShapedText lying = shape(u"\u300A", LineDirection::horizontal);
    EXPECT_EQ(lying.glyphs[0].id, lying.runs[0].font.glyph(U'\u300A'));
}

TEST_F(ShaperTest, SetsLatinAndNumbersSideways) {
    const ShapedText shaped = shape(u"GPS 2024");
    for (const shape::Run& run : shaped.runs) EXPECT_EQ(run.orientation, Orientation::sideways);
}

TEST_F(ShaperTest, AWideSpaceStaysInTheRunOfTheWordsItParts) {
    for (const std::u16string& text :
         {mongol + u"\u3000" + mongol, u"\u3000\u3000" + mongol, mongol + u"\u00A0\u1803"}) {
        const ShapedText shaped = shape(text);
        ASSERT_EQ(shaped.runs.size(), 1u);
        for (const Glyph& glyph : shaped.glyphs) {
            EXPECT_TRUE(text[glyph.cluster] != u'\u3000' || glyph.advance == FontUnits{1000});
        }
    }
}

TEST_F(ShaperTest, AMissingCharacterIsGlyphZeroWithRoom) {
    const ShapedText shaped = shape(u"\uE234");
    ASSERT_EQ(shaped.glyphs.size(), 1u);
    EXPECT_EQ(shaped.glyphs[0].id, 0u);
    EXPECT_GT(shaped.glyphs[0].advance, FontUnits{});
}

TEST_F(ShaperTest, ControlsHaveNoLookButStayInTheText) {
    for (const std::u16string text : {u"\n", u"\t", u"\u200D", u"\uFE0F", u"\u2028"}) {
        const ShapedText shaped = shape(text);
        expect_covered(text, shaped);
        EXPECT_EQ(shaped.glyphs[0].advance, FontUnits{});
        EXPECT_NE(shaped.glyphs[0].id, 0u);
    }
}

RC_GTEST_FIXTURE_PROP(ShaperTest, IsTotalAndCoversEveryText, ()) {
    const auto text = *rc::gen::container<std::u16string>(rc::gen::oneOf(
        rc::gen::inRange<char16_t>(0x1800, 0x18AF), rc::gen::inRange<char16_t>(0x20, 0x7F),
        rc::gen::inRange<char16_t>(0x4E00, 0x9FA5), rc::gen::inRange<char16_t>(0x3000, 0x3020),
        rc::gen::element<char16_t>(0x202F, 0x180E, 0x180B, 0x200D, 0xD83D, 0xDE00, 0xFE0F, 0x0A, 0x0301, 0x5D0),
        rc::gen::arbitrary<char16_t>()));
    for (const LineDirection direction : {LineDirection::vertical, LineDirection::horizontal}) {
        expect_covered(text, shape(text, direction));
        RC_ASSERT(!testing::Test::HasFatalFailure());
    }
}

}  // namespace
}  // namespace bichig::shape
