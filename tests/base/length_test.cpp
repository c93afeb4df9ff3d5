// Lengths: rounding, exact sums, and font units that are converted once per run.
#include <bichig/base/length.h>

#include <cmath>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace bichig {
namespace {

TEST(Length, CountsSixtyFiveThousandthsOfAPoint) {
    EXPECT_EQ(Length::points(16).in_raw(), 16 * 65536);
    EXPECT_EQ(Length::points(0.5 / 65536).in_raw(), 1);
    EXPECT_EQ(Length::points(-0.5 / 65536).in_raw(), -1);
    EXPECT_EQ(Length::points(0.49 / 65536).in_raw(), 0);
    EXPECT_DOUBLE_EQ(Length::raw(98304).in_points(), 1.5);
}

TEST(Length, MillimetresAreExactToTheCount) {
    EXPECT_EQ(Length::millimetres(25.4), Length::points(72));
    EXPECT_NEAR(Length::millimetres(156).in_points(), 442.2047244, 1.0 / 65536);
}

TEST(Length, Arithmetic) {
    const Length a = Length::points(3);
    const Length b = Length::points(1.25);
    EXPECT_EQ(a + b, Length::points(4.25));
    EXPECT_EQ(a - b, Length::points(1.75));
    EXPECT_EQ(-a, Length::points(-3));
    EXPECT_EQ(a * 7, Length::points(21));
    EXPECT_EQ(a / 2, Length::points(1.5));
    EXPECT_EQ(a.scaled(0.5), Length::points(1.5));
    EXPECT_EQ((-a).scaled(1.0 / 3), Length::points(-1));
    EXPECT_LT(b, a);
    Length sum;
    sum += a;
    sum -= b;
    EXPECT_EQ(sum, a - b);
    EXPECT_EQ(Length{}, Length::points(0));
}

RC_GTEST_PROP(Length, SumsOfPartsAreExact, (const std::vector<std::int32_t>& counts)) {
    Length sum;
    std::int64_t expected = 0;
    for (const std::int32_t count : counts) {
        sum += Length::raw(count);
        expected += count;
    }
    RC_ASSERT(sum.in_raw() == expected);
}

RC_GTEST_PROP(Length, PointsComeBack, (std::int32_t count)) {
    RC_ASSERT(Length::points(Length::raw(count).in_points()) == Length::raw(count));
}

TEST(FontUnits, ConvertToTheNearestCount) {
    const FontUnits em{1000};
    EXPECT_EQ(to_length(FontUnits{1000}, em, Length::points(16)), Length::points(16));
    EXPECT_EQ(to_length(FontUnits{500}, em, Length::points(16)), Length::points(8));
    EXPECT_EQ(to_length(FontUnits{1}, FontUnits{2}, Length::raw(1)), Length::raw(1));
    EXPECT_EQ(to_length(FontUnits{-1}, FontUnits{2}, Length::raw(1)), Length::raw(-1));
    EXPECT_EQ(to_length(FontUnits{1}, FontUnits{3}, Length::raw(1)), Length::raw(0));
}

RC_GTEST_PROP(FontUnits, ConversionIsOddAndWithinHalfACount, (std::int16_t units)) {
    const auto size = Length::raw(*rc::gen::inRange<std::int64_t>(0, 200 * 65536));
    const FontUnits em{*rc::gen::element<std::int64_t>(1000, 1024, 2048)};
    const Length length = to_length(FontUnits{units}, em, size);
    RC_ASSERT(to_length(-FontUnits{units}, em, size) == -length);
    const auto number = [](std::int64_t count) { return static_cast<double>(count); };
    const double exact = number(units) * number(size.in_raw()) / number(em.count());
    RC_ASSERT(std::abs(number(length.in_raw()) - exact) <= 0.5 + 1e-6);
}

RC_GTEST_PROP(FontUnits, SumsOfPartsAreExact, (const std::vector<std::int16_t>& advances)) {
    FontUnits sum;
    std::int64_t expected = 0;
    for (const std::int16_t advance : advances) {
        sum += FontUnits{advance};
        expected += advance;
    }
    RC_ASSERT(sum.count() == expected);
    RC_ASSERT((sum - sum) == FontUnits{});
}

}  // namespace
}  // namespace bichig
