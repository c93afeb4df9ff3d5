// Kinds and joining of Mongolian characters against the tables they come from.
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include <bichig/script/properties.h>

namespace bichig::script {

namespace {

struct Row {
    std::string category;
    std::string joining;
};

/// Code point -> properties, of data/unicode/unicode_props.tsv.
std::map<char32_t, Row> standard() {
    std::ifstream input(BICHIG_TEST_FOLDER "/../../data/unicode/unicode_props.tsv");
    std::map<char32_t, Row> rows;
    for (std::string line; std::getline(input, line);) {
        if (line.empty() || line[0] == '#' || line.rfind("cp\t", 0) == 0) continue;
        std::istringstream fields(line);
        std::string field[10];
        for (std::string& each : field) std::getline(fields, each, '\t');
        rows[static_cast<char32_t>(std::stoul(field[0], nullptr, 16))] = {field[2], field[9]};
    }
    return rows;
}

Joining joining_of(const std::string& type) {
    if (type == "D") return Joining::dual;
    if (type == "C") return Joining::causing;
    if (type == "T") return Joining::transparent;
    return Joining::none;
}

}  // namespace

TEST(ScriptProperties, JoiningIsThatOfTheStandardForEveryCharacter) {
    const auto rows = standard();
    ASSERT_EQ(rows.size(), 216u);
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        const auto row = rows.find(c);
        const Joining expected = row == rows.end() ? Joining::none : joining_of(row->second.joining);
        ASSERT_EQ(joining(c), expected) << std::hex << static_cast<unsigned>(c);
    }
}

TEST(ScriptProperties, LettersAndDigitsAreThoseOfTheMongolianBlocks) {
    for (const auto& [c, row] : standard()) {
        const bool mongolian = (c >= 0x1800 && c < 0x18B0) || (c >= 0x11660 && c < 0x11680);
        EXPECT_EQ(kind(c) == Kind::letter, mongolian && (row.category == "Lo" || row.category == "Lm"))
            << std::hex << static_cast<unsigned>(c);
        EXPECT_EQ(kind(c) == Kind::digit, mongolian && row.category == "Nd")
            << std::hex << static_cast<unsigned>(c);
        EXPECT_TRUE(kind(c) != Kind::none || !mongolian) << std::hex << static_cast<unsigned>(c);
    }
}

TEST(ScriptProperties, KindsOfControlsAndMarks) {
    const std::map<char32_t, Kind> expected = {
        {0x1800, Kind::punctuation},        {0x1805, Kind::punctuation},        {0x1806, Kind::soft_hyphen},
        {0x1807, Kind::syllable_marker},    {0x1808, Kind::punctuation},        {0x1809, Kind::punctuation},
        {0x180A, Kind::nirugu},             {0x180B, Kind::variation_selector}, {0x180C, Kind::variation_selector},
        {0x180D, Kind::variation_selector}, {0x180E, Kind::vowel_separator},    {0x180F, Kind::variation_selector},
        {0x1810, Kind::digit},              {0x1819, Kind::digit},              {0x181A, Kind::none},
        {0x1820, Kind::letter},             {0x1878, Kind::letter},             {0x1879, Kind::none},
        {0x1885, Kind::combining},          {0x1886, Kind::combining},          {0x18A9, Kind::combining},
        {0x18AA, Kind::letter},             {0x18AB, Kind::none},               {0x11660, Kind::punctuation},
        {0x1166C, Kind::punctuation},       {0x1166D, Kind::none},              {0x200C, Kind::non_joiner},
        {0x200D, Kind::joiner},             {0x202F, Kind::suffix_space},       {0x200B, Kind::none},
        {0x41, Kind::none},                 {0x4E00, Kind::none},               {0xD800, Kind::none},
        {0x17FF, Kind::none},               {0x18B0, Kind::none},               {0xFFFFFFFF, Kind::none}};
    for (const auto& [c, what] : expected) EXPECT_EQ(kind(c), what) << std::hex << static_cast<unsigned>(c);
}

TEST(ScriptProperties, WordCharacters) {
    for (const char32_t c : std::u32string(U"\u1820\u1842\u185E\u1873\u1880\u1885\u180A\u1807\u180B"
                                           U"\u180F\u180E\u202F\u200C\u200D")) {
        EXPECT_TRUE(is_word_character(c)) << std::hex << static_cast<unsigned>(c);
    }
    for (const char32_t c : std::u32string(U"\u1800\u1802\u1804\u1806\u1809\u1810\u181A a1中\u00A0\u3000\U00011660")) {
        EXPECT_FALSE(is_word_character(c)) << std::hex << static_cast<unsigned>(c);
    }
}

TEST(ScriptProperties, GeneratedTableIsFresh) {
    EXPECT_EQ(std::system("python3 '" BICHIG_TEST_FOLDER "/../../data/unicode/generate.py' --check"), 0);
}

}  // namespace bichig::script
