// A made-up dictionary for benchmarks: stems by the rules of syllables and harmony, each with its suffixes.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace bichig::bench {

/// `stems` different stems, each alone and with 39 separated suffixes and chains of two, as Mongolian joins them. The
/// same for the same number.
std::vector<std::u16string> made_up_forms(std::size_t stems);

/// `count` of `forms`, each with one difference in its letters, the same for the same arguments.
std::vector<std::u16string> misspelt(const std::vector<std::u16string>& forms, std::size_t count, unsigned seed);

/// `count` of `forms`, each written with letters that look the same; forms that cannot be are left out.
std::vector<std::u16string> lookalikes(const std::vector<std::u16string>& forms, std::size_t count, unsigned seed);

}  // namespace bichig::bench
