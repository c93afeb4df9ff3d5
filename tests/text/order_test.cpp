// Collation, counting and boundaries by rows: tests/text/collation.cases, count.cases, boundaries.cases.
#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <bichig/text/boundaries.h>
#include <bichig/text/collation.h>
#include <bichig/text/count.h>
#include <script/latin_rows.h>

namespace bichig::text::testing {

namespace {

using script::testing::for_each_row;
using script::testing::shown;
using script::testing::text_of;

std::string show(const Counts& counts) {
    const auto number = [](std::uint64_t value) { return std::to_string(value); };
    return number(counts.characters) + " " + number(counts.characters_with_marks) + " / " + number(counts.words) + " " +
           number(counts.words_with_marks) + " / " + number(counts.syllables) + " / " + number(counts.han) + " / " +
           number(counts.other_words);
}

std::vector<TextIndex> boundaries(const std::string& what, std::u16string_view text) {
    if (what == "grapheme") return grapheme_boundaries(text);
    if (what == "sentence") return sentence_boundaries(text);
    std::vector<TextIndex> found{0};
    for (const Segment& segment : segments(text, what == "suffix" ? Suffixes::apart : Suffixes::with_stem)) {
        found.push_back(segment.range.end);
    }
    return found;
}

std::string cut(std::u16string_view text, const std::vector<TextIndex>& at) {
    std::string out;
    for (std::size_t i = 1; i < at.size(); ++i) {
        out += (i > 1 ? "│" : "") + shown(text.substr(at[i - 1], at[i] - at[i - 1]));
    }
    return out;
}

/// Checks one row of texts: each against the next, and every key against every later one.
void check_order(const Collator& collator, const std::string& row) {
    std::vector<std::u16string> texts;
    std::vector<bool> same;
    for (std::size_t begin = 0; begin <= row.size();) {
        const std::size_t end = std::min(row.find_first_of("<=", begin), row.size());
        texts.push_back(text_of(row.substr(begin, end - begin)));
        same.push_back(end < row.size() && row[end] == '=');
        begin = end + 1;
    }
    ASSERT_GT(texts.size(), 1u);
    for (std::size_t i = 0; i + 1 < texts.size(); ++i) {
        const int order = collator.compare(texts[i], texts[i + 1]);
        if (same[i]) {
            EXPECT_EQ(order, 0) << shown(texts[i]) << " = " << shown(texts[i + 1]);
        } else {
            EXPECT_LT(order, 0) << shown(texts[i]) << " < " << shown(texts[i + 1]);
        }
    }
}

}  // namespace

TEST(Collation, Rows) {
    const auto collator = Collator::open();
    ASSERT_TRUE(collator);
    for_each_row(BICHIG_TEST_FOLDER "/collation.cases", [&](const std::vector<std::string>& row) {
        ASSERT_EQ(row.size(), 2u);
        check_order(*collator, row[1]);
    });
}

TEST(Collation, Options) {
    CollationOptions options;
    const auto plain = Collator::open(options);
    options.numeric = true;
    options.unify_connectors = false;
    options.distinguish_all = true;
    const auto other = Collator::open(options);
    options.han = HanOrder::pinyin;
    const auto pinyin = Collator::open(options);
    ASSERT_TRUE(plain && other && pinyin);
    EXPECT_GT(plain->compare(u"9", u"10"), 0);
    EXPECT_LT(other->compare(u"9", u"10"), 0);
    EXPECT_EQ(plain->compare(text_of("⟦nom-un⟧"), text_of("⟦nom_un⟧")), 0);
    EXPECT_LT(other->compare(text_of("⟦nom-un⟧"), text_of("⟦nom_un⟧")), 0);
    EXPECT_EQ(plain->sort_key(u"a,"), plain->sort_key(u"a"));
    EXPECT_NE(other->sort_key(u"a,"), other->sort_key(u"a"));
    EXPECT_NE(other->compare(u"a,", u"a"), 0);
    EXPECT_LT(pinyin->compare(u"阿", u"中"), 0);
    EXPECT_GT(other->compare(u"阿", u"中"), 0);
    EXPECT_LT(pinyin->compare(text_of("⟦sayir⟧"), text_of("⟦saya⟧")), 0);
}

TEST(Collation, DigitsOfAllScriptsHaveTheirValue) {
    CollationOptions options;
    options.numeric = true;
    const Collator order = Collator::open(options).value();
    const std::u16string_view ten[] = {u"10", u"\u1811\u1810", u"\u0661\u0660", u"\uFF11\uFF10", u"1\u1810"};
    for (const std::u16string_view number : ten) {
        EXPECT_EQ(order.compare(number, u"10"), 0);
        EXPECT_GT(order.compare(number, u"9"), 0);
        EXPECT_GT(order.compare(number, u"\u1819"), 0);
        EXPECT_LT(order.compare(number, u"1\u1811"), 0);
        EXPECT_EQ(order.sort_key(number), order.sort_key(u"10"));
    }
    // Here comparison must look at the digit before the first difference.
    EXPECT_LT(order.compare(u"1\u1836", u"1\u1811"), 0);
    EXPECT_LT(order.sort_key(u"1\u1836"), order.sort_key(u"1\u1811"));
}

TEST(Count, Rows) {
    for_each_row(BICHIG_TEST_FOLDER "/count.cases", [](const std::vector<std::string>& row) {
        ASSERT_EQ(row.size(), 3u);
        EXPECT_EQ(show(count(text_of(row[1]))), row[2]);
    });
}

TEST(Count, Options) {
    const std::u16string text = text_of("⟦nara⟧ 《中》\uFE31\u1844");
    CountOptions options;
    EXPECT_EQ(count(text, options).characters, 5u);
    EXPECT_EQ(count(text, options).words_with_marks, 3u);
    options.other_systems = false;
    EXPECT_EQ(count(text, options).characters, 4u);
    options = {};
    options.shared_marks = SharedMarks::never;
    EXPECT_EQ(count(text, options).words_with_marks, 2u);
    options.shared_marks = SharedMarks::majority;  // 5 of 10 are not more than half
    EXPECT_EQ(count(text, options).words_with_marks, 2u);
    EXPECT_EQ(count(text + text_of("⟦na⟧"), options).words_with_marks, 5u);
    options.ordinary_marks = false;
    EXPECT_EQ(count(text + text_of("⟦na⟧"), options).words_with_marks, 3u);
}

TEST(Count, Lines) {
    EXPECT_EQ(count(u"").lines, 0u);
    EXPECT_EQ(count(u"a").lines, 1u);
    EXPECT_EQ(count(u"a\n").lines, 1u);
    EXPECT_EQ(count(u"a\r\nb").lines, 2u);
    EXPECT_EQ(count(u"\n\n").lines, 2u);
    EXPECT_EQ(count(u"\U00020000").code_points, 1u);
}

TEST(Boundaries, Rows) {
    for_each_row(BICHIG_TEST_FOLDER "/boundaries.cases", [](const std::vector<std::string>& row) {
        ASSERT_EQ(row.size(), 3u);
        std::u16string text;
        std::vector<TextIndex> expected{0};
        for (const std::u16string& part : script::testing::parts_of(row[2], "│")) {
            text += part;
            expected.push_back(static_cast<TextIndex>(text.size()));
        }
        const auto found = boundaries(row[1], text);
        EXPECT_EQ(found, expected) << cut(text, found);
    });
}

TEST(Boundaries, KindsOfSegments) {
    const auto found = segments(text_of("⟦na⟧ 12 18⟦-u⟧, 中"));
    std::vector<SegmentKind> kinds;
    for (const Segment& segment : found) kinds.push_back(segment.kind);
    using enum SegmentKind;
    EXPECT_EQ(kinds, (std::vector<SegmentKind>{word, blank, number, blank, word, mark, blank, word}));
    EXPECT_TRUE(segments(u"").empty());
    EXPECT_EQ(grapheme_boundaries(u""), std::vector<TextIndex>{0});
}

}  // namespace bichig::text::testing
