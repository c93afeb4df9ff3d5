// What it costs that one letter stands for another, and how far two words are apart by their letters.
#pragma once

#include <cstdint>
#include <string_view>

namespace bichig::spell {

/// The cost of `a` where `b` is meant, in hundredths of an ordinary difference; 0 for the same.
unsigned replace_cost(char16_t a, char16_t b);
/// The cost of a letter too many after `neighbour` (0: none).
unsigned surplus_cost(char16_t letter, char16_t neighbour);
/// The cost of a letter that is missing after `neighbour`. Fewer faults explain a given word so: it costs less.
unsigned missing_cost(char16_t letter, char16_t neighbour);
/// The cost of two neighbours that are exchanged.
inline constexpr unsigned exchange_cost = 70;

/// The least cost of the faults that made `a` of `b`: letters replaced, too many, missing, exchanged with a neighbour;
/// or `too_far`, where it is more than `limit` or a word is longer than 64.
inline constexpr unsigned too_far = 0xFFFF;
unsigned letter_distance(std::u16string_view a, std::u16string_view b, unsigned limit);

}  // namespace bichig::spell
