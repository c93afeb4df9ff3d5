// Z52 glyph codes to Unicode.
#pragma once

#include <string_view>

#include <bichig/script/legacy.h>

namespace bichig::script {

Conversion z52_to_unicode(std::u16string_view text, const LegacyOptions& options);
/// Whether `code` is a Z52 letter, and whether it ends a word.
bool is_z52_letter(char16_t code);
bool ends_z52_word(char16_t code);
/// The character that a Z52 code of a mark stands for, or 0.
char32_t z52_mark(char16_t code);

}  // namespace bichig::script
