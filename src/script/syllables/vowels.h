// Which letters are vowels, for syllables and for vowel harmony.
#pragma once

namespace bichig::script {

/// Vowels of Hudum, Todo (the long sign lengthens the vowel before it), Sibe, Manchu and Ali Gali.
constexpr bool is_vowel(char32_t c) {
    return (c >= 0x1820 && c <= 0x1827) || (c >= 0x1843 && c <= 0x1849) || (c >= 0x185D && c <= 0x1861) ||
           c == 0x1873 || c == 0x1887 || c == 0x1888;
}

/// a o u of every system that uses them.
constexpr bool is_masculine_vowel(char32_t c) {
    return c == 0x1820 || c == 0x1823 || c == 0x1824 || c == 0x1846 || c == 0x1847 || c == 0x1887;
}

/// Vowels that do not say the gender of a word: i, and the long sign.
constexpr bool is_neuter_vowel(char32_t c) {
    return c == 0x1822 || c == 0x1843 || c == 0x1845 || c == 0x185E || c == 0x185F || c == 0x1873 || c == 0x1888;
}

}  // namespace bichig::script
