// Menksoft glyph codes to Unicode and back.
#pragma once

#include <string_view>

#include <bichig/script/legacy.h>

namespace bichig::script {

Conversion menksoft_to_unicode(std::u16string_view text, const LegacyOptions& options);
/// The character that a Menksoft code of a mark stands for; 0 if `code` is none, or its use is not known.
char32_t menksoft_mark(char16_t code);
/// The Menksoft code of a mark, or 0.
char16_t menksoft_code_of_mark(char32_t character);

inline constexpr char16_t menksoft_space = 0xE263;

}  // namespace bichig::script
