// Syllables by rows, and for every text.
#include <numeric>

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <bichig/script/properties.h>
#include <bichig/script/syllables.h>
#include <script/latin_rows.h>

namespace bichig::script::testing {

TEST(Syllables, Rows) {
    for_each_row(BICHIG_TEST_FOLDER "/syllables.cases", [](const std::vector<std::string>& row) {
        ASSERT_EQ(row.size(), 3u);
        const std::u16string text = text_of(row[1]);
        std::vector<std::u16string> found;
        for (const TextRange range : syllables(text)) found.push_back(text.substr(range.begin, range.size()));
        EXPECT_EQ(found, parts_of(row[2], "│")) << row[1];
    });
}

TEST(Syllables, ConsonantsAloneHaveNone) {
    EXPECT_EQ(count_syllables(text_of("⟦brg⟧")), 0u);
    EXPECT_EQ(count_syllables(u"abc 中"), 0u);
}

RC_GTEST_PROP(Syllables, CoverTheirWordsInOrder, ()) {
    const std::u16string interesting = u"\u1820\u1822\u1828\u1837\u180B\u180E\u202F\u180A\u200D a1中\xD800";
    const auto text = *rc::gen::container<std::u16string>(rc::gen::elementOf(interesting));
    const auto found = syllables(text);
    RC_ASSERT(found.size() == count_syllables(text));
    TextIndex end = 0;
    for (const TextRange& range : found) {
        RC_ASSERT(!range.empty() && range.begin >= end && range.end <= text.size());
        // What lies between two syllables ends one word and begins another, or is a word without a vowel.
        if (range.begin > end) RC_ASSERT(end == 0 || !is_word_character(text[end]));
        const auto part = text.substr(range.begin, range.size());
        RC_ASSERT(part.find_first_of(u"\u1820\u1822") != std::u16string::npos);
        end = range.end;
    }
}

}  // namespace bichig::script::testing
