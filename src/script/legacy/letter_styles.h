// Letters in the style of Menksoft and Delehi (Unicode with the selectors of 2010) to GB/T 25914-2023.
#pragma once

#include <string_view>

#include <bichig/script/legacy.h>

namespace bichig::script {

Conversion letters_to_unicode(std::u16string_view text, Legacy legacy, const LegacyOptions& options);

}  // namespace bichig::script
