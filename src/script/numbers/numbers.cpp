// Writes numbers and dates in Mongolian and Chinese.
#include <algorithm>
#include <array>
#include <string>

#include <bichig/script/numbers.h>

#include <script/generated/numerals.h>

namespace bichig::script {

namespace {

constexpr std::u16string_view chinese_zero = u"零";  // 〇 stands in rows of digits only (GB/T 15835)

constexpr std::array<std::uint64_t, 3> mongolian_units = {1'000'000, 10'000, 1000};

const generated::Numeral& numeral(std::uint64_t value) {
    return *std::find_if(generated::numerals.begin(), generated::numerals.end(),
                         [&](const generated::Numeral& each) { return each.value == value; });
}

/// The numerals of `number` in the order in which they are spoken, each one a row of the table.
void speak(std::uint64_t number, std::u16string& words, bool more_follows, NumeralForm form) {
    const auto add = [&](std::uint64_t value, bool last) {
        if (!words.empty()) words += u' ';
        const bool absolute = last && !more_follows && form == NumeralForm::absolute;
        words += absolute ? numeral(value).absolute : numeral(value).attributive;
    };
    for (const std::uint64_t unit : mongolian_units) {
        if (number < unit) continue;
        // A bare "thousand" is said for 1000, and so for the other units.
        if (number / unit > 1) speak(number / unit, words, true, form);
        number %= unit;
        add(unit, number == 0);
        if (number == 0) return;
    }
    if (number >= 100) {
        if (number / 100 > 1) add(number / 100, false);
        number %= 100;
        add(100, number == 0);
        if (number == 0) return;
    }
    if (number >= 10) {
        add(number - number % 10, number % 10 == 0);
        number %= 10;
        if (number == 0) return;
    }
    add(number, true);
}

/// `number` below 10000 in Chinese words; `leading_zero` when higher places were written and the first is empty.
void speak_chinese(std::uint64_t number, bool after_higher, std::u16string& out) {
    bool zero_pending = after_higher && number < 1000;
    for (const std::uint64_t unit : {std::uint64_t{1000}, std::uint64_t{100}, std::uint64_t{10}, std::uint64_t{1}}) {
        const std::uint64_t digit = number / unit % 10;
        if (digit == 0) {
            zero_pending = zero_pending || (number >= unit * 10 && number % unit != 0);
            continue;
        }
        if (zero_pending) out += chinese_zero;
        zero_pending = false;
        const bool bare_ten = unit == 10 && digit == 1 && out.empty() && number < 20;
        if (!bare_ten) out += numeral(digit).chinese;
        if (unit > 1) out += numeral(unit).chinese;
    }
}

std::u16string part_of_date(std::uint32_t number, Digits digits, bool as_spoken) {
    return digits == Digits::chinese && as_spoken ? chinese_words(number) : write_digits(number, digits);
}

bool exists(Date date) {
    constexpr std::array<std::uint32_t, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (date.year < 1 || date.year > 9999 || date.month < 1 || date.month > 12) return false;
    const bool leap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0;
    return date.day >= 1 && date.day <= days[date.month - 1] + (date.month == 2 && leap ? 1 : 0);
}

void replace(std::u16string& text, std::u16string_view from, std::u16string_view to) {
    for (std::size_t at = text.find(from); at != std::u16string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

/// Fills the fields of the template; `genitive` is what stands after the day.
Result<std::u16string> fill(std::u16string_view form, Date date, Digits digits, std::u16string_view genitive) {
    if (!exists(date)) {
        const std::string shown =
            std::to_string(date.year) + "-" + std::to_string(date.month) + "-" + std::to_string(date.day);
        return fail(
            {ErrorCode::invalid_input, "there is no day " + shown, "give year, month and day of the calendar", {}});
    }
    std::u16string out(form);
    replace(out, u"{year}", part_of_date(date.year, digits, false));
    replace(out, u"{month}", part_of_date(date.month, digits, true));
    replace(out, u"{day}", part_of_date(date.day, digits, true));
    replace(out, u"{genitive}", genitive);
    return out;
}

}  // namespace

std::u16string write_digits(std::uint64_t number, Digits digits) {
    std::u16string out;
    for (const char c : std::to_string(number)) {
        const auto value = static_cast<std::uint64_t>(c - '0');
        if (digits == Digits::chinese) {
            out += numeral(value).chinese;
        } else {
            out += static_cast<char16_t>((digits == Digits::mongolian ? 0x1810 : u'0') + value);
        }
    }
    return out;
}

Result<std::u16string> mongolian_date(Date date, const NumberOptions& options) {
    const Digits digits = options.digits == Digits::chinese ? Digits::european : options.digits;
    SuffixOptions suffix;
    suffix.connector = options.connector;
    const std::u16string genitive = choose_suffix(write_digits(date.day, digits), Case::genitive, suffix);
    auto text = fill(generated::mongolian_date, date, digits, genitive);
    if (text && options.connector == SuffixConnector::mvs) {
        std::replace(text->begin(), text->end(), u'\u202F', u'\u180E');
    }
    return text;
}

Result<std::u16string> chinese_date(Date date, const NumberOptions& options) {
    return fill(generated::chinese_date, date, options.digits, u"");
}

std::u16string mongolian_words(std::uint64_t number, NumeralForm form) {
    std::u16string words;
    speak(number, words, false, form);
    return words;
}

std::u16string chinese_words(std::uint64_t number) {
    constexpr std::array<std::u16string_view, 5> groups = {u"", u"万", u"亿", u"万亿", u"亿亿"};
    if (number == 0) return std::u16string(chinese_zero);
    std::array<std::uint64_t, 5> parts{};
    for (std::uint64_t& part : parts) {
        part = number % 10'000;
        number /= 10'000;
    }
    std::u16string out;
    bool gap = false;
    for (std::size_t i = parts.size(); i-- > 0;) {
        if (parts[i] == 0) {
            gap = !out.empty();
            continue;
        }
        const bool zero = gap && parts[i] >= 1000;
        if (zero) out += chinese_zero;
        speak_chinese(parts[i], !out.empty() && !zero, out);
        // 万亿 before 亿 is said once: 一万二千亿.
        out += i == 3 && parts[2] != 0 ? std::u16string_view(u"万") : groups[i];
        gap = false;
    }
    return out;
}

std::u16string ordinal(std::uint64_t number, const NumberOptions& options) {
    const Digits digits = options.digits == Digits::chinese ? Digits::european : options.digits;
    SuffixOptions suffix;
    suffix.connector = options.connector;
    return attach_suffix(write_digits(number, digits), Particle::ordinal, suffix);
}

}  // namespace bichig::script
