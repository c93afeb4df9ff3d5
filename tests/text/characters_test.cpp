// Answers about single characters: orientation against the table of the standard, stretching, squeezing, spreading.
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <bichig/text/analysis.h>

namespace bichig::text {

namespace {

VerticalOrientation orientation_of(const std::string& value) {
    if (value == "U") return VerticalOrientation::upright;
    if (value == "Tu") return VerticalOrientation::transformed_upright;
    if (value == "Tr") return VerticalOrientation::transformed_rotated;
    return VerticalOrientation::rotated;
}

std::vector<char32_t> characters_with(Squeeze side, bool vertical_line) {
    std::vector<char32_t> found;
    for (char32_t c = 0; c <= 0xFFFF; ++c) {
        if (squeeze_side(c, vertical_line) == side) found.push_back(c);
    }
    return found;
}

}  // namespace

TEST(Characters, OrientationIsThatOfTheStandard) {
    std::ifstream input(BICHIG_TEST_FOLDER "/../../data/unicode/unicode_props.tsv");
    int rows = 0;
    for (std::string line; std::getline(input, line);) {
        if (line.empty() || line[0] == '#' || line.rfind("cp\t", 0) == 0) continue;
        std::istringstream fields(line);
        std::string cp, name, category, orientation;
        std::getline(fields, cp, '\t');
        std::getline(fields, name, '\t');
        std::getline(fields, category, '\t');
        std::getline(fields, orientation, '\t');
        const auto character = static_cast<char32_t>(std::stoul(cp, nullptr, 16));
        EXPECT_EQ(vertical_orientation(character), orientation_of(orientation)) << line;
        ++rows;
    }
    EXPECT_EQ(rows, 216);
}

TEST(Characters, OnlyThreeSpacesStretch) {
    std::vector<char32_t> found;
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (is_stretchable_space(c)) found.push_back(c);
    }
    EXPECT_EQ(found, (std::vector<char32_t>{0x20, 0xA0, 0x202F}));
}

TEST(Characters, HanLike) {
    for (const char32_t c : std::u32string(U"中〇々ぁんアー한ㄅ，。《》（）１Ａａ％￥ｱ\U00020000\U00030000")) {
        EXPECT_TRUE(is_han_like(c)) << std::hex << static_cast<unsigned>(c);
    }
    for (const char32_t c : std::u32string(U"aZ09 \u00A0\u3000\u2014\u201C·\u1820\u202F\u180E\U0001F600Я\U0010FFFF")) {
        EXPECT_FALSE(is_han_like(c)) << std::hex << static_cast<unsigned>(c);
    }
    EXPECT_FALSE(is_han_like(0xD800));
}

TEST(Characters, ClosingMarksAreSqueezedAtTheEnd) {
    for (const char32_t c : std::u32string(U"，。、．；：！？）》〉」』】〕〗］｝’”")) EXPECT_EQ(squeeze_side(c), Squeeze::end);
    for (const char32_t c : std::u32string(U"，。、．）》〉」』】〕〗］｝’”")) EXPECT_EQ(squeeze_side(c, true), Squeeze::end);
}

TEST(Characters, OpeningMarksAreSqueezedAtTheStart) {
    for (const char32_t c : std::u32string(U"（《〈「『【〔〖［｛‘“")) {
        EXPECT_EQ(squeeze_side(c), Squeeze::start);
        EXPECT_EQ(squeeze_side(c, true), Squeeze::start);
    }
}

TEST(Characters, CentredMarksAreSqueezedAtBothSides) {
    EXPECT_EQ(characters_with(Squeeze::both, false), (std::vector<char32_t>{0xB7, 0x30FB}));
    EXPECT_EQ(characters_with(Squeeze::both, true),
              (std::vector<char32_t>{0xB7, 0x30FB, U'！', U'：', U'；', U'？'}));
}

TEST(Characters, TextAndDashesAreNotSqueezed) {
    for (const char32_t c : std::u32string(U"中a1 —…\u3000\u1820᠂あ～％")) EXPECT_EQ(squeeze_side(c), Squeeze::none);
}

}  // namespace bichig::text
