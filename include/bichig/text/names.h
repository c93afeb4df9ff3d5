// The names of characters.
#pragma once

#include <string>

namespace bichig::text {

/// The name of `character` as Unicode has it, or else its alias: "MONGOLIAN LETTER A", "LINE FEED". Ideographs and
/// syllables have names that are made of their code. Empty for surrogates, private and unassigned characters, and all
/// where ICU's data are missing. Any thread.
std::string character_name(char32_t character);

}  // namespace bichig::text
