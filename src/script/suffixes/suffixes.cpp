// Chooses the form of a suffix.
//
// What a suffix needs to know of its stem is little: a gender and the kind of its last sound. Both come from the last
// word: marks after it are passed over, Mongolian letters say it themselves, a number says it by its last spoken word,
// and for anything else the caller's options do.
#include <algorithm>
#include <array>

#include <bichig/base/utf.h>
#include <bichig/script/properties.h>
#include <bichig/script/suffixes.h>

#include <script/generated/suffix_table.h>
#include <script/numbers/spoken.h>
#include <script/syllables/vowels.h>

namespace bichig::script {

namespace {

const generated::SuffixRow& row_of(Suffix suffix) {
    switch (suffix.kind()) {
        case 0:
            return generated::case_rows[suffix.index()];
        case 1:
            return generated::plural_rows[suffix.index()];
        case 2:
            return generated::reflexive_rows[suffix.index()];
        default:
            return generated::particle_rows[suffix.index()];
    }
}

constexpr bool is_mongolian_digit(char32_t c) { return c >= 0x1810 && c <= 0x1819; }
constexpr bool is_fullwidth_digit(char32_t c) { return c >= 0xFF10 && c <= 0xFF19; }
constexpr bool is_digit(char32_t c) {
    return (c >= U'0' && c <= U'9') || is_mongolian_digit(c) || is_fullwidth_digit(c);
}

constexpr bool is_latin(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7);
}

/// Whether `c`, which is neither Mongolian nor a digit, is a letter of another script. What is not a mark, a space or a
/// symbol counts as one; without tables that is told by block.
constexpr bool is_foreign_letter(char32_t c) {
    if (c < 0x2000) return is_latin(c) || c >= 0x250;
    return (c >= 0x2C00 && c < 0x2E00) || (c >= 0x3005 && c <= 0x3007) || (c >= 0x3041 && c < 0xFE00) ||
           (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A) || (c >= 0xFF66 && c <= 0xFFDC) ||
           (c >= 0x10000 && c < 0x1F000) || (c >= 0x20000 && c < 0xE0000);
}

bool is_mongolian_letter(char32_t c) { return kind(c) == Kind::letter; }

/// The code point before `end`, which is not 0.
CodePoint code_point_before(std::u16string_view text, TextIndex end) {
    if (end >= 2) {
        const CodePoint pair = code_point_at(text, end - 2);
        if (pair.size == 2) return pair;
    }
    return {text[end - 1], 1};
}

Ending ending_of_letter(char32_t c) {
    constexpr std::array<char32_t, 5> hard = {0x182A, 0x182D, 0x1833, 0x1837, 0x1830};
    if (is_vowel(c)) return Ending::vowel;
    if (c == 0x1828) return Ending::n;
    return std::find(hard.begin(), hard.end(), c) != hard.end() ? Ending::hard : Ending::soft;
}

/// The sound of the Mongolian word whose last letter is at the end of `text`. Suffixes that it has already are part
/// of it: they follow its harmony.
StemSound sound_of_word(std::u16string_view text) {
    StemSound sound;
    sound.ending = ending_of_letter(text.back());
    for (std::size_t i = text.size(); i-- > 0 && is_word_character(text[i]);) {
        if (!is_vowel(text[i]) || is_neuter_vowel(text[i])) continue;
        sound.gender = is_masculine_vowel(text[i]) ? Gender::masculine : Gender::feminine;
        break;
    }
    return sound;
}

Ending ending_of_latin(char32_t c) {
    const char32_t small = c >= U'A' && c <= U'Z' ? c + 0x20 : c;
    const std::u32string_view vowels = U"aeiouy";
    const std::u32string_view hard = U"bgdrs";
    if (vowels.find(small) != std::u32string_view::npos || small >= 0xC0) return Ending::vowel;
    if (small == U'n') return Ending::n;
    return hard.find(small) != std::u32string_view::npos ? Ending::hard : Ending::soft;
}

StemSound sound_of_foreign(char32_t last, const SuffixOptions& options) {
    const Ending as_written = is_latin(last) ? ending_of_latin(last) : Ending::vowel;
    return {options.foreign_gender, options.foreign_ending.value_or(as_written), false};
}

}  // namespace

StemSound stem_sound(std::u16string_view stem, Suffix suffix, const SuffixOptions& options) {
    auto end = static_cast<TextIndex>(stem.size());
    while (end > 0) {
        const CodePoint last = code_point_before(stem, end);
        if (is_mongolian_letter(last.value)) return sound_of_word(stem.substr(0, end));
        if (is_digit(last.value)) {
            const bool attributive = row_of(suffix).attributive_numeral;
            const SpokenNumeral spoken = last_spoken(stem.substr(0, end));
            StemSound sound = sound_of_word(attributive ? spoken.attributive : spoken.absolute);
            sound.certain = spoken.certain;
            return sound;
        }
        if (kind(last.value) == Kind::none && is_foreign_letter(last.value)) {
            return sound_of_foreign(last.value, options);
        }
        end -= last.size;
    }
    return sound_of_foreign(0, options);
}

std::u16string choose_suffix(std::u16string_view stem, Suffix suffix, const SuffixOptions& options) {
    const generated::SuffixRow& row = row_of(suffix);
    const StemSound sound = stem_sound(stem, suffix, options);
    const generated::SuffixForm& form = row.after[static_cast<std::size_t>(sound.ending)];
    std::u16string out;
    out += row.after_space ? u' ' : options.connector == SuffixConnector::mvs ? u'\u180E' : u'\u202F';
    out += sound.gender == Gender::masculine ? form.masculine : form.feminine;
    return out;
}

std::u16string attach_suffix(std::u16string_view stem, Suffix suffix, const SuffixOptions& options) {
    std::u16string out(stem);
    out += choose_suffix(stem, suffix, options);
    return out;
}

}  // namespace bichig::script
