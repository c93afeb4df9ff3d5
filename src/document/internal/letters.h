// What readers must know of single characters: which script a text begins in, and where a line feed is no space.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace bichig::document {

/// The script of a letter, as far as it decides how a document is set.
enum class LetterScript : std::uint8_t { none, mongolian, han, latin, other };

/// The script of `character`; `none` if it is no letter.
LetterScript letter_script(char32_t character);

/// The script of the first letter of `text`; `none` if it has no letter.
LetterScript first_letter_script(std::u16string_view text);

/// The language that `text` is taken to be in when its first letter does not belong to the script of `language`:
/// "mn-Mong" or "zh-Hans"; empty if it may be `language`.
std::string foreign_language(std::u16string_view text, std::string_view language);

/// Whether `tag` is made like a tag of BCP 47: letters, then letters and digits in parts of up to eight.
bool is_language_tag(std::string_view tag);

/// Whether `character` is Han or a full-width mark, between two of which a line end in the source means nothing.
bool is_wide(char32_t character);

}  // namespace bichig::document
