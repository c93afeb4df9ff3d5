// Draws wavy lines as rows of Bézier curves.
#include <bichig/page/wave.h>

#include <algorithm>
#include <cstdint>

namespace bichig::page {

std::vector<PhysicalPoint> curve(const Wave& wave) {
    constexpr std::int64_t most = 20000;
    const Length along_x = wave.to.x - wave.from.x;
    const Length along_y = wave.to.y - wave.from.y;
    const Length length = std::max(std::max(along_x, -along_x), std::max(along_y, -along_y));
    const std::int64_t half = std::max<std::int64_t>(wave.half_wave.in_raw(), 1);
    const std::int64_t crests = std::clamp<std::int64_t>((length.in_raw() + half / 2) / half, 1, most);
    const bool horizontal = along_y == Length{};
    const Length height = wave.amplitude * 4 / 3;  // control points so far away bring the crest to the amplitude
    const auto point = [&](std::int64_t thirds, Length aside) {
        const double share = static_cast<double>(thirds) / static_cast<double>(crests * 3);
        return PhysicalPoint{wave.from.x + along_x.scaled(share) + (horizontal ? Length{} : aside),
                             wave.from.y + along_y.scaled(share) + (horizontal ? aside : Length{})};
    };
    std::vector<PhysicalPoint> points{wave.from};
    points.reserve(static_cast<std::size_t>(crests) * 3 + 1);
    for (std::int64_t crest = 0; crest < crests; ++crest) {
        const Length aside = crest % 2 == 0 ? height : -height;
        points.push_back(point(crest * 3 + 1, aside));
        points.push_back(point(crest * 3 + 2, aside));
        points.push_back(point(crest * 3 + 3, {}));
    }
    return points;
}

}  // namespace bichig::page
