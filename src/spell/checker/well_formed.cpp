// Rules of syllables and of vowel harmony.
#include "spell/checker/well_formed.h"

#include <string>

#include <bichig/script/properties.h>

#include "spell/checker/suffix_forms.h"

namespace bichig::spell {

namespace {

bool is_vowel(char16_t c) { return c >= 0x1820 && c <= 0x1827; }
bool is_masculine(char16_t c) { return c == 0x1820 || c == 0x1823 || c == 0x1824; }
bool is_feminine(char16_t c) { return c == 0x1821 || c == 0x1825 || c == 0x1826; }
/// ë, p, w, f, k, ḳ, c, z, h, ž, lh, ẑ, ĉ: letters of loan words.
bool is_foreign(char16_t c) { return c == 0x1827 || c == 0x182B || (c >= 0x1838 && c <= 0x1842); }

/// The letters of the stem, without selectors, MVS and joiners.
std::u16string letters_of_stem(std::u16string_view word) {
    std::u16string letters;
    for (const char16_t unit : suffix_chain(word).stem) {
        if (script::kind(unit) == script::Kind::letter) letters += unit;
    }
    return letters;
}

/// Whether consonants stand where syllables have none: V, VC, VCC, CV, CVC, CVCC and CCVC are all there are.
bool has_wrong_syllables(std::u16string_view letters) {
    std::size_t consonants = 0;
    std::size_t vowels = 0;
    bool first = true;
    for (const char16_t letter : letters) {
        if (!is_vowel(letter)) {
            vowels = 0;
            ++consonants;
            if (first && letter == 0x1829) return true;  // no word begins with nɡ
            first = false;
            continue;
        }
        // Before the first vowel two consonants can stand; between two, the end of a syllable and a beginning.
        if (consonants > (first || vowels > 0 ? 2u : 3u)) return true;
        if (++vowels > 3) return true;
        consonants = 0;
        first = false;
    }
    return consonants > 2;
}

/// How often the gender of the vowels changes.
unsigned gender_changes(std::u16string_view letters) {
    unsigned changes = 0;
    char last = 0;
    for (const char16_t letter : letters) {
        const char gender = is_masculine(letter) ? 'm' : is_feminine(letter) ? 'f' : 0;
        if (gender == 0) continue;
        changes += last != 0 && gender != last;
        last = gender;
    }
    return changes;
}

}  // namespace

Build build_of(std::u16string_view word) {
    const std::u16string letters = letters_of_stem(word);
    bool has_vowel = false;
    bool has_foreign = false;
    for (const char16_t letter : letters) {
        if (letter > 0x1842) return Build::wrong;  // of another writing system
        has_vowel = has_vowel || is_vowel(letter);
        has_foreign = has_foreign || is_foreign(letter);
    }
    if (!has_vowel || has_wrong_syllables(letters)) return Build::wrong;
    if (has_foreign) return Build::foreign;
    switch (gender_changes(letters)) {
        case 0: return Build::native;
        case 1: return Build::compound;
        default: return Build::wrong;
    }
}

}  // namespace bichig::spell
