// The curve of a wavy line: where it begins and ends, how far its crests reach, and how many there are.
#include <algorithm>
#include <limits>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bichig/page/wave.h>

namespace bichig::page {
namespace {

Wave wave_of(PhysicalPoint from, PhysicalPoint to, Length half) {
    return {from, to, Length::points(2), half, Length::points(0.5), {}};
}

TEST(Wave, WholeCrestsFillALineOfTheColumn) {
    const auto points = curve(wave_of({Length::points(10), {}}, {Length::points(10), Length::points(41)},
                                      Length::points(4)));
    ASSERT_EQ(points.size(), 10u * 3 + 1);
    EXPECT_EQ(points.front(), (PhysicalPoint{Length::points(10), {}}));
    EXPECT_EQ(points.back(), (PhysicalPoint{Length::points(10), Length::points(41)}));
    for (std::size_t i = 3; i < points.size(); i += 3) {
        EXPECT_EQ(points[i].x, Length::points(10));
        EXPECT_NEAR((points[i].y - points[i - 3].y).in_points(), 4.1, 1e-4);
        // The middle of a cubic whose control points stand alike is three quarters of their distance.
        const Length crest = (points[i - 1].x - points[i].x) * 3 / 4;
        EXPECT_NEAR(std::abs(crest.in_points()), 2, 1e-4);
        EXPECT_EQ(points[i - 1].x, points[i - 2].x);
    }
    EXPECT_LT((points[1].x - points[4].x) * (points[1].x > points[4].x ? -1 : 1), Length{}) << "both sides in turn";
}

RC_GTEST_PROP(Wave, AnyWaveIsBounded, ()) {
    const auto length = [] {
        return Length::raw(*rc::gen::inRange<std::int64_t>(-(std::int64_t{1} << 50), std::int64_t{1} << 50));
    };
    const PhysicalPoint from{length(), length()};
    const bool across = *rc::gen::arbitrary<bool>();
    const PhysicalPoint to = across ? PhysicalPoint{length(), from.y} : PhysicalPoint{from.x, length()};
    const auto points = curve(wave_of(from, to, length()));
    RC_ASSERT(points.size() % 3 == 1);
    RC_ASSERT(points.size() <= 60001u);
    RC_ASSERT(points.front() == from);
    const auto near = [](Length a, Length b) { return a - b < Length::points(1) && b - a < Length::points(1); };
    RC_ASSERT(near(points.back().x, to.x));
    RC_ASSERT(near(points.back().y, to.y));
}

}  // namespace
}  // namespace bichig::page
