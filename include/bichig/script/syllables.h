// Syllables of Mongolian words.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include <bichig/base/text_range.h>

namespace bichig::script {

/// The syllables of all Mongolian words of `text`, in order. Each word is cut before the consonant that directly
/// precedes a vowel other than its first, and before the connector of a suffix that has a vowel; selectors and joiners
/// stay with their letter, and MVS before a final a or e cuts nothing ("gačag_a": ga-ča-g_a). A word without a vowel
/// has no syllable. The ranges of a word cover it. Total. Any thread. Source: EAC MGC/01-10; that suffixes begin a
/// syllable of their own, and the other writing systems, are additions.
std::vector<TextRange> syllables(std::u16string_view text);

/// How many ranges syllables() gives, without making them.
std::size_t count_syllables(std::u16string_view text);

}  // namespace bichig::script
