// Transliteration letter by letter: EAC and Möllendorff.
#pragma once

#include <string_view>

#include <bichig/script/transliteration.h>

namespace bichig::script {

class Scheme;

Conversion write_letters(std::u16string_view text, const Scheme& scheme, const LatinOptions& options);
Conversion read_letters(std::u16string_view text, const Scheme& scheme, const LatinOptions& options);

}  // namespace bichig::script
