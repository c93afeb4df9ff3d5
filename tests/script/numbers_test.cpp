// Numbers and dates by rows, their errors, and that the word said last agrees with the suffix of the number.
#include <cstdio>
#include <limits>

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <bichig/script/numbers.h>
#include <script/latin_rows.h>

namespace bichig::script::testing {

namespace {

Date date_of(const std::string& text) {
    Date date;
    EXPECT_EQ(std::sscanf(text.c_str(), "%u-%u-%u", &date.year, &date.month, &date.day), 3) << text;
    return date;
}

std::u16string answer(const std::string& what, const std::string& input) {
    NumberOptions chinese;
    chinese.digits = Digits::chinese;
    if (what == "date-mn") return mongolian_date(date_of(input)).value();
    if (what == "date-zh") return chinese_date(date_of(input)).value();
    if (what == "date-han") return chinese_date(date_of(input), chinese).value();
    if (what == "mn") return mongolian_words(std::stoull(input));
    if (what == "zh") return chinese_words(std::stoull(input));
    if (what == "ordinal") return ordinal(std::stoull(input));
    ADD_FAILURE() << what;
    return {};
}

}  // namespace

TEST(Numbers, Rows) {
    for_each_row(BICHIG_TEST_FOLDER "/numbers.cases", [](const std::vector<std::string>& row) {
        ASSERT_EQ(row.size(), 4u);
        const std::u16string found = answer(row[1], row[2]);
        EXPECT_EQ(found, text_of(row[3])) << shown(found);
    });
}

TEST(Numbers, ConnectorAndDigitsAreOptions) {
    NumberOptions options;
    options.connector = SuffixConnector::nnbsp;
    options.digits = Digits::mongolian;
    const auto text = mongolian_date({2024, 3, 18}, options);
    ASSERT_TRUE(text);
    EXPECT_EQ(text->find(u'\u180E'), text->find(u"\u180E\u1820")) << "MVS stands before the final a of sar_a alone";
    EXPECT_EQ(text->substr(0, 4), u"\u1812\u1810\u1812\u1814");
    EXPECT_NE(text->find(u"\u1818\u202F\u1824"), std::u16string::npos);
}

TEST(Numbers, NoSuchDayIsAnError) {
    for (const Date date : {Date{2023, 2, 29}, Date{2024, 13, 1}, Date{2024, 4, 31}, Date{0, 1, 1}, Date{2024, 1, 0}}) {
        const auto text = mongolian_date(date);
        ASSERT_FALSE(text);
        EXPECT_EQ(text.error().code, ErrorCode::invalid_input);
        EXPECT_FALSE(chinese_date(date));
    }
    EXPECT_TRUE(chinese_date({2024, 2, 29}));
}

RC_GTEST_PROP(Numbers, DigitsAndWordsTakeTheSameSuffix, ()) {
    const auto number =
        *rc::gen::oneOf(rc::gen::inRange<std::uint64_t>(0, 10'000), rc::gen::inRange<std::uint64_t>(0, 10'000'000'000));
    const std::u16string digits = write_digits(number, Digits::european);
    RC_PRE(stem_sound(digits, Case::genitive).certain);
    RC_ASSERT(choose_suffix(digits, Case::genitive) ==
              choose_suffix(mongolian_words(number, NumeralForm::attributive), Case::genitive));
    RC_ASSERT(choose_suffix(digits, Case::accusative) == choose_suffix(mongolian_words(number), Case::accusative));
}

TEST(Numbers, LargestNumberIsWritten) {
    EXPECT_FALSE(mongolian_words(std::numeric_limits<std::uint64_t>::max()).empty());
    EXPECT_FALSE(chinese_words(std::numeric_limits<std::uint64_t>::max()).empty());
}

}  // namespace bichig::script::testing
