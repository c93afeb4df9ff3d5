// Tests of review mode: which places are marked, and that the line stays as it is.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <optional>
#include <stdexcept>
#include <utility>

#include <bichig/font/catalogue.h>
#include <bichig/shape/shaper.h>

namespace bichig::shape {
namespace {

class ReviewTest : public testing::Test {
protected:
    static ShapedText set(std::u16string_view text, bool review, UnitPolicy policy = UnitPolicy::units,
                          std::optional<WordCache> words = std::nullopt) {
        static const auto fonts = font::Catalogue::open(BICHIG_FONT_FOLDER);
        if (!fonts) throw std::runtime_error(describe(fonts.error()));
        using font::Role;
        const FontSet faces{fonts->font(Role::mongolian), fonts->font(Role::han_fangsong), fonts->font(Role::latin),
                            fonts->font(Role::emoji), fonts->font(Role::fallback)};
        static const UnitMap map = UnitMap::of(faces.mongolian);
        ShaperOptions options;
        options.policy = policy;
        options.maps = {map};
        options.review = review;
        options.words = std::move(words);
        Shaper shaper{options};
        const auto size = static_cast<TextIndex>(text.size());
        return shaper.shape(text, text::analyze(text), {{{0, size}, faces, Length::points(16), "mn-Mong"}},
                            LineDirection::vertical);
    }
    /// Marks as "kind@begin:label", letters that look alike left out.
    static std::string controls(std::u16string_view text) {
        std::string out;
        for (const ReviewMark& mark : set(text, true).review) {
            if (mark.kind == ReviewKind::look_alike) continue;
            out += std::string(name(mark.kind)) + "@" + std::to_string(mark.text.begin) + ":" + label(mark) + " ";
        }
        return out;
    }
};

TEST_F(ReviewTest, MarksSelectorsThatChangeNothing) {
    EXPECT_EQ(controls(u"\u1828\u1820\u182E\u180D\u1824"), "invalid-selector@3:3 ");  // m has no third form
    EXPECT_EQ(controls(u"\u180B"), "invalid-selector@0:1 ");
    EXPECT_EQ(controls(u"\u182A\u1820\u1828\u180B\u1820"), "idle-selector@3:1 ");     // n has its dot there anyway
    EXPECT_EQ(controls(u"\u182A\u1820\u1828\u180C\u1820"), "");                       // this one takes the dot away
}

TEST_F(ReviewTest, MarksSeparatorsOfMongolianAlone) {
    EXPECT_EQ(controls(u"\u182A\u1820\u1828\u180E\u1820\u202F\u1824\u1828"), "mvs@3:mvs nnbsp@5:nnbsp ");
    EXPECT_EQ(controls(u"\u1828\u200D \u200C\u1828"), "zwj@1:zwj zwnj@3:zwnj ");
    EXPECT_EQ(controls(u"\U0001F468\u200D\U0001F469"), "");
}

TEST_F(ReviewTest, MarksLettersThatLookLikeOthers) {
    const ShapedText shaped = set(u"\u1828\u1823\u1838\u182E", true);  // dotted n and m look like no other letter
    ASSERT_EQ(shaped.review.size(), 2u);
    EXPECT_EQ(label(shaped.review[0]), "o");
    EXPECT_EQ(label(shaped.review[1]), "w");
    EXPECT_EQ(shaped.review[0].glyph, 1u);
    EXPECT_EQ(shaped.review[0].along.count(), shaped.glyphs[1].advance.count() / 2);
}

TEST_F(ReviewTest, MarksWordsThatTheCacheHolds) {
    const WordCache words;
    EXPECT_TRUE(set(u"\u1828\u1823\u1838\u182E", false, UnitPolicy::units, words).review.empty());
    ASSERT_EQ(words.figures().hits, 0u);
    const ShapedText shaped = set(u"\u1828\u1823\u1838\u182E", true, UnitPolicy::units, words);
    ASSERT_EQ(words.figures().hits, 1u);  // the word was shaped without review
    ASSERT_EQ(shaped.review.size(), 2u);
    EXPECT_EQ(label(shaped.review[0]), "o");
    EXPECT_EQ(label(shaped.review[1]), "w");
}

TEST_F(ReviewTest, WithoutTheOptionThereIsNone) { EXPECT_TRUE(set(u"\u1828\u1823\u180D", false).review.empty()); }

RC_GTEST_FIXTURE_PROP(ReviewTest, ChangesNoGlyphAndStandsBesideItsText, ()) {
    const auto text = *rc::gen::container<std::u16string>(rc::gen::oneOf(
        rc::gen::inRange<char16_t>(0x1820, 0x1843), rc::gen::inRange<char16_t>(0x1800, 0x18AF),
        rc::gen::element<char16_t>(0x202F, 0x180E, 0x180B, 0x180C, 0x180D, 0x180F, 0x200C, 0x200D),
        rc::gen::element<char16_t>(0x20, 0x4E00, 0xD83D)));
    for (const UnitPolicy policy : {UnitPolicy::font, UnitPolicy::units}) {
        const ShapedText plain = set(text, false, policy), reviewed = set(text, true, policy);
        RC_ASSERT(plain.glyphs.size() == reviewed.glyphs.size());
        for (std::size_t i = 0; i < plain.glyphs.size(); ++i) {
            RC_ASSERT(plain.glyphs[i].id == reviewed.glyphs[i].id);
            RC_ASSERT(plain.glyphs[i].advance == reviewed.glyphs[i].advance);
        }
        for (const ReviewMark& mark : reviewed.review) {
            const shape::Run& run = reviewed.runs.at(mark.run);
            RC_ASSERT(run.glyph_begin <= mark.glyph && mark.glyph < run.glyph_end);
            RC_ASSERT(reviewed.glyphs[mark.glyph].cluster <= mark.text.begin);
            RC_ASSERT(mark.text.begin < reviewed.cluster_end(mark.glyph, run));
        }
    }
}

}  // namespace
}  // namespace bichig::shape
