// Feeds any UTF-16 as a stem to suffixes, syllables and numbers, and checks what must hold for each answer.
#include <string>
#include <vector>

#include <bichig/script/numbers.h>
#include <bichig/script/suffixes.h>
#include <bichig/script/syllables.h>

#include "expect.h"
#include "loose_utf16.h"

namespace {

using namespace bichig;
using fuzz::expect;

std::vector<script::Suffix> all_suffixes() {
    std::vector<script::Suffix> all;
    for (int i = 0; i <= static_cast<int>(script::Case::conjunctive); ++i) all.push_back(static_cast<script::Case>(i));
    for (int i = 0; i <= static_cast<int>(script::Plural::nugud); ++i) all.push_back(static_cast<script::Plural>(i));
    for (int i = 0; i <= static_cast<int>(script::Reflexive::comitative); ++i) {
        all.push_back(static_cast<script::Reflexive>(i));
    }
    for (int i = 0; i <= static_cast<int>(script::Particle::question); ++i) {
        all.push_back(static_cast<script::Particle>(i));
    }
    return all;
}

void check_suffixes(const std::u16string& stem, const script::SuffixOptions& options) {
    static const std::vector<script::Suffix> all = all_suffixes();
    for (const script::Suffix suffix : all) {
        const std::u16string chosen = script::choose_suffix(stem, suffix, options);
        expect(chosen.size() > 1, "a suffix has a connector and letters");
        expect(script::attach_suffix(stem, suffix, options) == stem + chosen, "the stem stays, the suffix follows");
    }
}

void check_syllables(const std::u16string& text) {
    const std::vector<TextRange> found = script::syllables(text);
    TextIndex end = 0;
    for (const TextRange& syllable : found) {
        expect(syllable.begin >= end && !syllable.empty() && syllable.end <= text.size(), "syllables are in order");
        end = syllable.end;
    }
    expect(script::count_syllables(text) == found.size(), "both ways count the same");
    for (TextIndex i = 0; i < text.size(); ++i) {
        if (!script::is_suffix_connector(text, i)) continue;
        expect((text[i] == 0x202F || text[i] == 0x180E) && i + 1 < text.size(), "a connector has a letter after it");
    }
}

void check_numbers(std::uint64_t number) {
    script::NumberOptions options;
    options.digits = static_cast<script::Digits>(number % 3);
    expect(!script::mongolian_words(number).empty() && !script::chinese_words(number).empty(), "numbers have words");
    expect(script::ordinal(number, options).size() > script::write_digits(number, options.digits).size(),
           "an ordinal has a suffix");
    const script::Date date{static_cast<std::uint32_t>(number % 10001), static_cast<std::uint32_t>(number >> 16) % 14,
                            static_cast<std::uint32_t>(number >> 24) % 33};
    const auto chinese = script::chinese_date(date, options);
    expect(chinese.has_value() == script::mongolian_date(date, options).has_value(), "a day exists in both languages");
    if (!chinese) return;
    expect(date.year >= 1 && date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31, "the day exists");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 9 || size > 4096) return 0;
    std::uint64_t number = 0;
    for (int i = 0; i < 8; ++i) number = number << 8 | data[i];
    script::SuffixOptions options;
    options.connector = static_cast<script::SuffixConnector>(data[8] & 1);
    options.foreign_gender = static_cast<script::Gender>((data[8] >> 1) & 1);
    if (data[8] & 4) options.foreign_ending = static_cast<script::Ending>((data[8] >> 3) & 3);
    const std::u16string text = fuzz::loose_utf16(data + 9, size - 9);
    check_suffixes(text, options);
    check_syllables(text);
    check_numbers(number);
    return 0;
}
