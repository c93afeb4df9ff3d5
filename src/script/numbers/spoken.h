// The last word of a number as it is spoken.
#pragma once

#include <string_view>

namespace bichig::script {

/// A numeral in its two forms. Value; the views are of static text.
struct SpokenNumeral {
    std::u16string_view absolute;
    std::u16string_view attributive;
    bool certain = true;  ///< whether the number is read in one way only
};

/// The last spoken word of the number that ends `text`, whose last character is a digit (European, Mongolian or full
/// width). "1,000" is one number, of "3.5" the part after the point is spoken last, of the fraction "3/4" the
/// numerator, as Mongolian says "of four, three"; of longer rows of "/" the last number.
SpokenNumeral last_spoken(std::u16string_view text);

}  // namespace bichig::script
