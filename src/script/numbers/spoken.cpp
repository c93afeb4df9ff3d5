// Finds the last word of a number as it is spoken; only the end of the row of digits matters, however long it is.
#include <script/numbers/spoken.h>

#include <algorithm>
#include <cstdint>

#include <script/generated/numerals.h>

namespace bichig::script {

namespace {

constexpr int digit_value(char16_t c) {
    if (c >= u'0' && c <= u'9') return c - u'0';
    if (c >= 0x1810 && c <= 0x1819) return c - 0x1810;
    return c >= 0xFF10 && c <= 0xFF19 ? c - 0xFF10 : -1;
}

constexpr bool is_grouping(char16_t c) { return c == u',' || c == u'\uFF0C'; }

/// The index at which the number that ends at `end` of `text` begins; commas between digits are inside.
std::size_t start_of_number(std::u16string_view text, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0) {
        if (digit_value(text[begin - 1]) >= 0) {
            --begin;
        } else if (begin < end && begin >= 2 && is_grouping(text[begin - 1]) && digit_value(text[begin - 2]) >= 0) {
            begin -= 2;
        } else {
            break;
        }
    }
    return begin;
}

SpokenNumeral numeral(std::uint32_t value, bool certain = true) {
    const auto found = std::find_if(generated::numerals.begin(), generated::numerals.end(),
                                    [&](const generated::Numeral& each) { return each.value == value; });
    return {found->absolute, found->attributive, certain};
}

/// The last word of the number `digits`: its lowest place that is not zero.
SpokenNumeral last_word(std::u16string_view digits) {
    std::uint32_t place = 0;
    for (std::size_t i = digits.size(); i-- > 0;) {
        const int value = digit_value(digits[i]);
        if (value < 0) continue;
        if (value > 0) {
            // 10^5 is a hundred thousands or ten ten-thousands, and a million has two names: only the highest unit
            // counts.
            if (place >= 6) return numeral(1'000'000, false);
            if (place >= 4) return numeral(10'000, place == 4);
            if (place == 3) return numeral(1000);
            if (place == 2) return numeral(100);
            return numeral(static_cast<std::uint32_t>(value) * (place == 1 ? 10 : 1));
        }
        ++place;
    }
    return numeral(0);
}

}  // namespace

SpokenNumeral last_spoken(std::u16string_view text) {
    const std::size_t begin = start_of_number(text, text.size());
    const SpokenNumeral spoken = last_word(text.substr(begin));
    if (begin < 2 || text[begin - 1] != u'/' || digit_value(text[begin - 2]) < 0) return spoken;
    const std::size_t numerator = start_of_number(text, begin - 1);
    if (numerator > 0 && text[numerator - 1] == u'/') return {spoken.absolute, spoken.attributive, false};
    return last_word(text.substr(numerator, begin - 1 - numerator));
}

}  // namespace bichig::script
