// UTF-8 in and out: every ill-formed class is found with its offset, and everything well-formed comes back.
#include <bichig/base/utf.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace bichig {
namespace {

rc::Gen<char32_t> scalar_values() {
    return rc::gen::weightedOneOf<char32_t>({
        {3, rc::gen::cast<char32_t>(rc::gen::inRange(0, 0x80))},
        {2, rc::gen::cast<char32_t>(rc::gen::inRange(0x80, 0x800))},
        {4, rc::gen::cast<char32_t>(rc::gen::inRange(0x800, 0xD800))},
        {1, rc::gen::cast<char32_t>(rc::gen::inRange(0xE000, 0x10000))},
        {2, rc::gen::cast<char32_t>(rc::gen::inRange(0x10000, 0x110000))},
    });
}

RC_GTEST_PROP(Utf, EveryTextOfScalarValuesComesBack, ()) {
    const auto values = *rc::gen::container<std::vector<char32_t>>(scalar_values());
    std::u16string text;
    for (const char32_t value : values) append(text, value);
    const std::string utf8 = to_utf8(text);
    const auto back = to_utf16(utf8);
    RC_ASSERT(back.has_value());
    RC_ASSERT(*back == text);

    std::vector<char32_t> read;
    for (TextIndex index = 0; index < text.size();) {
        const CodePoint point = code_point_at(text, index);
        read.push_back(point.value);
        index += point.size;
    }
    RC_ASSERT(read == values);
}

RC_GTEST_PROP(Utf, WhateverIsAcceptedComesBackByteForByte, (const std::string& bytes)) {
    if (const auto text = to_utf16(bytes)) RC_ASSERT(to_utf8(*text) == bytes);
}

TEST(Utf, EdgesOfEveryLength) {
    for (const char32_t value : {0x0u, 0x7Fu, 0x80u, 0x7FFu, 0x800u, 0xD7FFu, 0xE000u, 0xFFFFu, 0x10000u, 0x10FFFFu}) {
        std::u16string text;
        append(text, value);
        const auto back = to_utf16(to_utf8(text));
        ASSERT_TRUE(back.has_value()) << std::hex << static_cast<unsigned>(value);
        EXPECT_EQ(*back, text);
        EXPECT_EQ(code_point_at(text, 0).value, value);
        EXPECT_EQ(code_point_at(text, 0).size, value < 0x10000 ? 1u : 2u);
    }
    EXPECT_EQ(to_utf8(u"\u1820\u202F\u200D"), "\xE1\xA0\xA0\xE2\x80\xAF\xE2\x80\x8D");
}

struct IllFormed {
    const char* name;
    std::string bytes;
    std::size_t offset;
    unsigned line;
};

class IllFormedUtf8 : public testing::TestWithParam<IllFormed> {};

TEST_P(IllFormedUtf8, IsAnErrorAtTheFirstBadByte) {
    const auto text = to_utf16(GetParam().bytes);
    ASSERT_FALSE(text.has_value());
    EXPECT_EQ(text.error().code, ErrorCode::invalid_input);
    EXPECT_EQ(text.error().where.detail, "byte " + std::to_string(GetParam().offset));
    EXPECT_EQ(text.error().where.line, GetParam().line);
}

INSTANTIATE_TEST_SUITE_P(Classes, IllFormedUtf8, testing::Values(
    IllFormed{"StrayContinuation", "ab\x80", 2, 1},
    IllFormed{"LastContinuation", "\xBF", 0, 1},
    IllFormed{"OverlongTwo", "\xC0\x80", 0, 1},
    IllFormed{"OverlongTwoHigh", "\xC1\xBF", 0, 1},
    IllFormed{"OverlongThree", "x\xE0\x9F\xBF", 1, 1},
    IllFormed{"OverlongFour", "\xF0\x8F\xBF\xBF", 0, 1},
    IllFormed{"FirstSurrogate", "\xED\xA0\x80", 0, 1},
    IllFormed{"LastSurrogate", "\xED\xBF\xBF", 0, 1},
    IllFormed{"AboveUnicode", "\xF4\x90\x80\x80", 0, 1},
    IllFormed{"LeadF5", "\xF5\x80\x80\x80", 0, 1},
    IllFormed{"LeadFF", "\xFF", 0, 1},
    IllFormed{"CutTwo", "ab\xC3", 2, 1},
    IllFormed{"CutThree", "\xE1\xA0", 0, 1},
    IllFormed{"CutFour", "\xF0\x9F\x98", 0, 1},
    IllFormed{"CutByLetter", "\xE1\xA0z", 0, 1},
    IllFormed{"CutByLead", "\xE1\xE1\xA0\xA0", 0, 1},
    IllFormed{"OnTheThirdLine", "\n\xE1\xA0\xA0\n\xFE", 5, 3}),
    [](const auto& info) { return info.param.name; });

TEST(Utf, ZeroByteIsData) {
    const auto text = to_utf16(std::string_view("a\0b", 3));
    ASSERT_TRUE(text.has_value());
    EXPECT_EQ(*text, (std::u16string{u'a', u'\0', u'b'}));
}

TEST(Utf, LoneSurrogatesAreDataInsideAndReplacedOutside) {
    const std::u16string lead{char16_t{0xD83D}};
    const std::u16string trail_first{char16_t{0xDE00}, u'a'};
    EXPECT_EQ(code_point_at(lead, 0).value, char32_t{0xD83D});
    EXPECT_EQ(code_point_at(lead, 0).size, 1u);
    EXPECT_EQ(code_point_at(trail_first, 0).value, char32_t{0xDE00});
    EXPECT_EQ(to_utf8(lead), "\xEF\xBF\xBD");
    EXPECT_EQ(to_utf8(trail_first), "\xEF\xBF\xBD" "a");
}

}  // namespace
}  // namespace bichig
