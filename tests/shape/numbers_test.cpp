// Numbers that stand upright in vertical lines: which do, how their digits stand, and that their text stays whole.
#include <cmath>
#include <cstdint>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bichig/base/utf.h>
#include <bichig/font/catalogue.h>
#include <bichig/shape/shaper.h>

namespace bichig::shape {
namespace {

const std::u16string word = u"\u182E\u1823\u1829\u182D\u1823\u182F";

class UprightNumbers : public testing::Test {
protected:
    static ShapedText shape(std::u16string_view text, unsigned most,
                            LineDirection direction = LineDirection::vertical) {
        using font::Role;
        static const auto catalogue = font::Catalogue::open(BICHIG_FONT_FOLDER);
        if (!catalogue) throw std::runtime_error(describe(catalogue.error()));
        static const FontSet fonts{catalogue->font(Role::mongolian), catalogue->font(Role::han_fangsong),
                                   catalogue->font(Role::latin), catalogue->font(Role::emoji),
                                   catalogue->font(Role::fallback)};
        static Shaper shaper;
        const Span span{{0, static_cast<TextIndex>(text.size())}, fonts, Length::points(16), "mn-Mong", most};
        return shaper.shape(text, text::analyze(text), {span}, direction);
    }
    static bool is_digit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }

    /// What stands upright of the digits of a text, one number after the other.
    static std::vector<std::u16string> upright(std::u16string_view text, unsigned most = 2) {
        std::vector<std::u16string> found;
        for (const shape::Run& run : shape(text, most).runs) {
            if (run.orientation == Orientation::upright && is_digit(text[run.text.begin])) {
                found.emplace_back(text.substr(run.text.begin, run.text.size()));
            }
        }
        return found;
    }
};

using Numbers = std::vector<std::u16string>;

TEST_F(UprightNumbers, AreWholeNumbersByThemselves) {
    EXPECT_EQ(upright(word + u" 5 " + word + u" 16 " + word), (Numbers{u"5", u"16"}));
    EXPECT_EQ(upright(word + u" 5\u202F\u1833\u1824\u182D\u1820\u1837"), Numbers{u"5"});
    EXPECT_EQ(upright(u"2024\u5E745\u670816\u65E5"), (Numbers{u"5", u"16"}));
    EXPECT_EQ(upright(word + u" (7) \u300A12\u300B 8\u1802 9\u1803"), (Numbers{u"7", u"12", u"8", u"9"}));
    EXPECT_EQ(upright(word + u" 3. " + word + u" 4, " + word), (Numbers{u"3", u"4"}));
}

TEST_F(UprightNumbers, AreNoPartsOfOtherThings) {
    for (const char16_t* text : {u"2.5", u"1,000", u"10:30", u"3-4", u"3\u20134", u"5%", u"A4", u"4K", u"16\u00B0",
                                 u"$20", u"+5", u"1/2", u"2\u1820", u"\u182012", u"\u18105", u"\u04165", u"x2"}) {
        EXPECT_EQ(upright(word + u" " + text + u" " + word), Numbers{}) << to_utf8(text);
    }
    EXPECT_EQ(upright(u"Section 5 of 12"), Numbers{});
    EXPECT_EQ(upright(u"5\uFE0F\u20E3 " + word), Numbers{u"5\uFE0F\u20E3"}) << "a keycap is one picture";
}

TEST_F(UprightNumbers, AreToldFromWhatAnotherSpanTouchesThemWith) {
    using font::Role;
    const auto catalogue = font::Catalogue::open(BICHIG_FONT_FOLDER);
    ASSERT_TRUE(catalogue);
    const FontSet fonts{catalogue->font(Role::mongolian), catalogue->font(Role::han_fangsong),
                        catalogue->font(Role::latin), catalogue->font(Role::emoji),
                        catalogue->font(Role::fallback)};
    const auto stands = [&](const std::u16string& before, const std::u16string& number, const std::u16string& after) {
        const std::u16string text = before + number + after;
        const auto begin = static_cast<TextIndex>(before.size());
        const auto end = static_cast<TextIndex>(begin + number.size());
        const std::vector<Span> spans{{{0, begin}, fonts, Length::points(16), "mn-Mong"},
                                      {{begin, end}, fonts, Length::points(10), "mn-Mong"},
                                      {{end, static_cast<TextIndex>(text.size())}, fonts, Length::points(16), ""}};
        Shaper shaper;
        for (const shape::Run& run : shaper.shape(text, text::analyze(text), spans, LineDirection::vertical).runs) {
            if (run.span == 1) return run.orientation == Orientation::upright;
        }
        return false;
    };
    EXPECT_TRUE(stands(word, u"12", u" " + word));
    EXPECT_TRUE(stands(word, u"1", word));
    EXPECT_FALSE(stands(word + u" 20", u"24", u" "));
    EXPECT_FALSE(stands(word + u" ", u"20", u"24 "));
    EXPECT_FALSE(stands(word + u" 3.", u"5", u" "));
}

TEST_F(UprightNumbers, HaveAtMostAsManyDigitsAsAskedFor) {
    const std::u16string text = word + u" 1 22 333 4444 55555 " + word;
    EXPECT_EQ(upright(text, 0), Numbers{});
    EXPECT_EQ(upright(text, 1), Numbers{u"1"});
    EXPECT_EQ(upright(text, 3), (Numbers{u"1", u"22", u"333"}));
    EXPECT_EQ(upright(text, 4), (Numbers{u"1", u"22", u"333", u"4444"}));
    EXPECT_EQ(shape(text, 4, LineDirection::horizontal).runs.size(), 1u);
}

TEST_F(UprightNumbers, StandSideBySideInOneEm) {
    for (const std::u16string& digits : Numbers{u"7", u"16", u"100", u"2024"}) {
        const ShapedText shaped = shape(word + u" " + digits + u" " + word, 4);
        ASSERT_EQ(shaped.runs.size(), 3u);
        const shape::Run& run = shaped.runs[1];
        ASSERT_EQ(run.glyph_end - run.glyph_begin, digits.size());
        const FontUnits em = run.font.metrics().units_per_em;
        Length along;
        std::int64_t right = INT64_MIN;
        std::int64_t first_left = 0;
        for (std::uint32_t g = run.glyph_begin; g < run.glyph_end; ++g) {
            const Glyph& glyph = shaped.glyphs[g];
            EXPECT_EQ(glyph.cluster, run.text.begin);
            along += to_length(glyph.advance, em, run.size);
            const font::Ink ink = run.font.ink(glyph.id);
            const std::int64_t origin = glyph.shift_x.count() - run.font.advance(glyph.id).count() / 2;
            EXPECT_GT(origin + ink.left.count(), right) << "the digits of " << to_utf8(digits) << " overlap";
            right = origin + ink.right.count();
            if (g == run.glyph_begin) first_left = origin + ink.left.count();
            const std::int64_t middle = (ink.top.count() + ink.bottom.count()) / 2 + glyph.shift_y.count();
            const std::int64_t cell = run.font.metrics().central_baseline.count() + em.count() / 2 -
                                      std::llround(8.0 / run.size.in_points() * static_cast<double>(em.count()));
            EXPECT_NEAR(static_cast<double>(middle), static_cast<double>(cell), static_cast<double>(em.count()) / 25);
        }
        EXPECT_NEAR(along.in_points(), 16, 0.05);
        EXPECT_LE(to_length(FontUnits{right - first_left}, em, run.size).in_points(), 16 * 1.1);
        EXPECT_NEAR(static_cast<double>(right + first_left), 0, static_cast<double>(em.count()) / 8);
    }
}

RC_GTEST_FIXTURE_PROP(UprightNumbers, KeepEveryTextCovered, ()) {
    const std::u16string alphabet = u"0123456789 \u202F\u180E\u1820\u1833\u4E2D.,:()A\u1802\u00A0\n\u180B\uFE0F";
    const auto picked = *rc::gen::container<std::vector<std::size_t>>(
        rc::gen::inRange<std::size_t>(0, alphabet.size()));
    std::u16string text;
    for (const std::size_t index : picked) text += alphabet[index];
    const ShapedText shaped = shape(text, *rc::gen::inRange(0U, 5U));
    TextIndex index = 0;
    for (const shape::Run& run : shaped.runs) {
        RC_ASSERT(run.text.begin == index);
        RC_ASSERT(shaped.glyphs[run.glyph_begin].cluster == index);
        index = run.text.end;
    }
    RC_ASSERT(index == text.size());
}

TEST_F(UprightNumbers, LeaveTheSuffixItsForm) {
    const std::u16string suffix = u"\u202F\u1833\u1824\u182D\u1820\u1837";
    const ShapedText combined = shape(u"16" + suffix, 2);
    const ShapedText lying = shape(u"16" + suffix, 0);
    const auto tail = [](const ShapedText& shaped) {
        std::vector<font::GlyphId> ids;
        for (const Glyph& glyph : shaped.glyphs) {
            if (glyph.cluster >= 2) ids.push_back(glyph.id);
        }
        return ids;
    };
    EXPECT_EQ(combined.runs.front().orientation, Orientation::upright);
    EXPECT_EQ(lying.runs.front().orientation, Orientation::sideways);
    EXPECT_EQ(tail(combined), tail(lying));
}

TEST_F(UprightNumbers, IdeographsAreScaledAlone) {
    using font::Role;
    const auto catalogue = font::Catalogue::open(BICHIG_FONT_FOLDER);
    ASSERT_TRUE(catalogue);
    const FontSet fonts{catalogue->font(Role::mongolian), catalogue->font(Role::han_fangsong),
                        catalogue->font(Role::latin), catalogue->font(Role::emoji),
                        catalogue->font(Role::fallback)};
    const std::u16string text = word + u"\u4E2D\u6587";
    Span span{{0, static_cast<TextIndex>(text.size())}, fonts, Length::points(16), "mn-Mong"};
    span.han_scale = 0.75;
    Shaper shaper;
    const ShapedText shaped = shaper.shape(text, text::analyze(text), {span}, LineDirection::vertical);
    ASSERT_EQ(shaped.runs.size(), 2u);
    EXPECT_EQ(shaped.runs[0].size, Length::points(16));
    EXPECT_EQ(shaped.runs[1].size, Length::points(12));
}

}  // namespace
}  // namespace bichig::shape
