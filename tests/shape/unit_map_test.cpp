// Tests of the unit map and of shaping by units: what the map knows of the staged fonts, clusters, and totality.
#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bichig/font/catalogue.h>
#include <bichig/shape/shaper.h>

#include "shape/units/sha256.h"

namespace bichig::shape {
namespace {

using script::WritingSystem;

TEST(Sha256, GivesTheDigestsOfTheStandard) {
    // FIPS 180-4, examples of one and of two blocks, and the empty message.
    EXPECT_EQ(units::sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(units::sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(units::sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

class UnitMapTest : public testing::Test {
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
    static const UnitMap& map() {
        static const UnitMap made = UnitMap::of(fonts().mongolian);
        return made;
    }
    static ShapedText shape(std::u16string_view text, UnitPolicy policy) {
        Shaper shaper{{policy, {map()}, {}}};
        const Span span{{0, static_cast<TextIndex>(text.size())}, fonts(), Length::points(16), "mn-Mong"};
        return shaper.shape(text, text::analyze(text), {span}, LineDirection::vertical);
    }
    static std::vector<font::GlyphId> glyphs(const ShapedText& shaped) {
        std::vector<font::GlyphId> ids;
        for (const Glyph& glyph : shaped.glyphs) ids.push_back(glyph.id);
        return ids;
    }
};

TEST_F(UnitMapTest, KnowsTheStagedFontByItsFile) {
    EXPECT_EQ(map().source(), UnitSource::table);
    EXPECT_EQ(UnitMap::of(fonts().latin).source(), UnitSource::none);
}

TEST_F(UnitMapTest, SaysWhereTheFontIsWrong) {
    EXPECT_EQ(map().verdict(WritingSystem::hudum, 0x1820, false), Verdict::right);
    // A joined middle zr and cr; o after a g that was asked to be feminine.
    EXPECT_EQ(map().verdict(WritingSystem::hudum, 0x1841, false), Verdict::wrong);
    EXPECT_EQ(map().verdict(WritingSystem::hudum, 0x182D, true), Verdict::wrong);
    EXPECT_EQ(map().verdict(WritingSystem::hudum, 0x182D, false), Verdict::right);
}

TEST_F(UnitMapTest, SetsWordsAsTheFontDoesWhereBothAreRight) {
    const std::u16string words[] = {u"\u182E\u1823\u1829\u182D\u1823\u182F", u"\u182A\u1823\u182F",
                                    u"\u182A\u1820\u1822\u182D\u180E\u1820",
                                    u"\u182D\u1821\u1837\u202F\u1826\u1828"};
    for (const std::u16string& word : words) {
        const ShapedText by_font = shape(word, UnitPolicy::font), by_units = shape(word, UnitPolicy::units);
        EXPECT_EQ(glyphs(by_font), glyphs(by_units));
        ASSERT_EQ(by_font.glyphs.size(), by_units.glyphs.size());
        for (std::size_t i = 0; i < by_font.glyphs.size(); ++i) {
            EXPECT_EQ(by_font.glyphs[i].cluster, by_units.glyphs[i].cluster);
            EXPECT_EQ(by_font.glyphs[i].advance, by_units.glyphs[i].advance);
        }
    }
}

TEST_F(UnitMapTest, AutomaticLeavesRightWordsToTheFontAndMendsWrongOnes) {
    // A final o after a g that was asked to be feminine.
    const std::u16string word = u"\u182D\u180C\u180A\u1823\u182D\u180C\u180A\u1823";
    const std::vector<script::Unit> right = script::units(word);
    EXPECT_NE(map().read(word, shape(word, UnitPolicy::font)), right);
    EXPECT_EQ(map().read(word, shape(word, UnitPolicy::automatic)), right);
    const std::u16string plain = u"\u182E\u1823\u1829\u182D\u1823\u182F";
    EXPECT_EQ(glyphs(shape(plain, UnitPolicy::automatic)), glyphs(shape(plain, UnitPolicy::font)));
}

TEST_F(UnitMapTest, LeavesTextToAFontOfWhichNothingIsKnown) {
    Shaper shaper{{UnitPolicy::units, {UnitMap::of(fonts().latin)}, {}}};
    FontSet set = fonts();
    set.mongolian = fonts().latin;
    const std::u16string text = u"\u1820\u180F";
    const Span span{{0, 2}, set, Length::points(16), "mn-Mong"};
    const ShapedText shaped = shaper.shape(text, text::analyze(text), {span}, LineDirection::vertical);
    Shaper by_font;
    EXPECT_EQ(glyphs(shaped), glyphs(by_font.shape(text, text::analyze(text), {span}, LineDirection::vertical)));
}

TEST_F(UnitMapTest, KeepsPunctuationBesideAWord) {
    const std::u16string text = u"\u182D\u180C\u1824\u1802";
    const ShapedText shaped = shape(text, UnitPolicy::units);
    EXPECT_EQ(shaped.glyphs.back().cluster, 3u);
    EXPECT_EQ(shaped.glyphs.back().id, fonts().mongolian.glyph(0x1802));
}

RC_GTEST_FIXTURE_PROP(UnitMapTest, CoversAnyText, ()) {
    const auto pieces = *rc::gen::container<std::vector<char32_t>>(rc::gen::oneOf(
        rc::gen::inRange<char32_t>(0x1800, 0x18AF), rc::gen::element<char32_t>(0x20, 0x202F, 0x200D, 0x200C, 0x41),
        rc::gen::inRange<char32_t>(0x180A, 0x1810)));
    const std::u16string text(pieces.begin(), pieces.end());
    for (const UnitPolicy policy : {UnitPolicy::units, UnitPolicy::automatic}) {
        const ShapedText shaped = shape(text, policy);
        TextIndex index = 0;
        std::uint32_t glyph = 0;
        for (const shape::Run& run : shaped.runs) {
            RC_ASSERT(run.text.begin == index && run.glyph_begin == glyph && run.glyph_begin < run.glyph_end);
            RC_ASSERT(shaped.glyphs[run.glyph_begin].cluster == run.text.begin);
            for (glyph = run.glyph_begin; glyph + 1 < run.glyph_end; ++glyph) {
                RC_ASSERT(shaped.glyphs[glyph].cluster <= shaped.glyphs[glyph + 1].cluster);
            }
            RC_ASSERT(shaped.glyphs[glyph].cluster < run.text.end);
            glyph = run.glyph_end;
            index = run.text.end;
        }
        RC_ASSERT(index == text.size() && glyph == shaped.glyphs.size());
    }
}

}  // namespace
}  // namespace bichig::shape
