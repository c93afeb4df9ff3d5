// Runs from right to left in lines of Mongolian.
#include <gtest/gtest.h>

#include <bichig/text/bidi.h>

namespace bichig::text::testing {

TEST(Directions, MongolianAloneIsOneRun) {
    const std::u16string text = u"\u182E\u1823\u1829 中文 abc 12";
    EXPECT_FALSE(has_right_to_left(text));
    EXPECT_EQ(direction_runs(text), (std::vector<DirectionRun>{{{0, static_cast<TextIndex>(text.size())}, 0}}));
    EXPECT_TRUE(direction_runs(u"").empty());
}

TEST(Directions, HebrewInMongolianStandsInReverse) {
    //                         0     1 2     3     4 5     6 7
    const std::u16string text = u"\u1820 \u05D0\u05D1 \u05D2 \u1821";
    EXPECT_TRUE(has_right_to_left(text));
    const auto runs = direction_runs(text);
    EXPECT_EQ(runs, (std::vector<DirectionRun>{{{0, 2}, 0}, {{2, 6}, 1}, {{6, 8}, 0}}));
    EXPECT_EQ(line_order(text, runs, {0, 8}), runs);
}

TEST(Directions, NumbersInArabicKeepTheirOrder) {
    const std::u16string text = u"\u1820\u0627 12 \u0628";
    const auto runs = direction_runs(text);
    EXPECT_EQ(runs, (std::vector<DirectionRun>{{{0, 1}, 0}, {{1, 3}, 1}, {{3, 5}, 2}, {{5, 7}, 1}}));
    EXPECT_EQ(line_order(text, runs, {0, 7}),
              (std::vector<DirectionRun>{{{0, 1}, 0}, {{5, 7}, 1}, {{3, 5}, 2}, {{1, 3}, 1}}));
}

TEST(Directions, WhiteSpaceAtTheEndOfALineIsOfTheParagraph) {
    const std::u16string text = u"\u05D0\u05D1 \u05D2";
    const auto runs = direction_runs(text);
    EXPECT_EQ(line_order(text, runs, {0, 3}), (std::vector<DirectionRun>{{{0, 2}, 1}, {{2, 3}, 0}}));
    const auto automatic = direction_runs(text, BaseDirection::automatic);
    EXPECT_EQ(line_order(text, automatic, {0, 3}, BaseDirection::automatic), (std::vector<DirectionRun>{{{0, 3}, 1}}));
}

TEST(Directions, ParagraphsStandForThemselves) {
    const std::u16string text = u"\u05D0\n\u1820";
    const auto runs = direction_runs(text, BaseDirection::automatic);
    ASSERT_EQ(runs.size(), 2u);
    EXPECT_TRUE(runs[0].is_right_to_left());
    EXPECT_FALSE(runs[1].is_right_to_left());
}

}  // namespace bichig::text::testing
