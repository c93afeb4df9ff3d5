// Numbers and dates as notices write them, in Mongolian and in Chinese.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <bichig/base/result.h>
#include <bichig/script/suffixes.h>

namespace bichig::script {

/// A day of the Gregorian calendar. Value.
struct Date {
    std::uint32_t year = 0;   ///< 1 to 9999
    std::uint32_t month = 0;  ///< 1 to 12
    std::uint32_t day = 0;    ///< 1 to 31, as many as the month has
};

/// How the digits of a number are drawn.
enum class Digits : std::uint8_t {
    european,
    mongolian,  ///< U+1810–1819, in use in Mongolia
    chinese     ///< 〇一二…: year digit by digit, month and day as spoken
};

struct NumberOptions {
    SuffixConnector connector = SuffixConnector::mvs;
    Digits digits = Digits::european;
};

/// Which form of a numeral: last in its phrase, or before a noun.
enum class NumeralForm : std::uint8_t { absolute, attributive };

/// `date` in Mongolian, "2024 on-u 3 sar_a-yin 18-u edür". The connectors and the suffix of the day are those of
/// attach_suffix; Chinese digits become European ones. Errors: invalid_input for a day that does not exist.
/// The wording is unreviewed (data/numerals). Any thread.
Result<std::u16string> mongolian_date(Date date, const NumberOptions& options = {});

/// `date` in Chinese, 2024年3月18日, or 二〇二四年三月十八日 with Chinese digits. Errors: as mongolian_date.
/// Source: GB/T 9704-2012 (year in full, month and day without padding). Any thread.
Result<std::u16string> chinese_date(Date date, const NumberOptions& options = {});

/// `number` in the digits asked for, Chinese ones digit by digit (2024: 二〇二四). Any thread.
std::u16string write_digits(std::uint64_t number, Digits digits);

/// `number` in Mongolian words, 23: "xorin gurba"; every word but the last is attributive. From 1,000,000 on as so many
/// millions. Unreviewed (data/numerals). Any thread.
std::u16string mongolian_words(std::uint64_t number, NumeralForm form = NumeralForm::absolute);

/// `number` in Chinese words, 1024: 一千零二十四; counted in 万, 亿 and 万亿. Any thread.
std::u16string chinese_words(std::uint64_t number);

/// `number` in digits with the ordinal suffix of its last spoken word, 23: "23-dugar". Any thread.
std::u16string ordinal(std::uint64_t number, const NumberOptions& options = {});

}  // namespace bichig::script
