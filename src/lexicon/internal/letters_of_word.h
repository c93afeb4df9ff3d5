// Which script a word from elsewhere is in.
#pragma once

#include <cstdint>
#include <string_view>

namespace bichig::lexicon {

enum class Letters : std::uint8_t { mongolian, cyrillic, other };

/// The script of a word, all letters of which must be of it; hyphens are of both.
inline Letters letters_in(std::u16string_view word) {
    bool mongolian = false;
    bool cyrillic = false;
    for (const char16_t c : word) {
        if (c >= 0x0400 && c <= 0x052F) {
            cyrillic = true;
        } else if ((c >= 0x1800 && c <= 0x18AF) || c == 0x202F || c == 0x200D) {
            mongolian = true;
        } else if (c != u'-') {
            return Letters::other;
        }
    }
    if (mongolian == cyrillic) return Letters::other;
    return mongolian ? Letters::mongolian : Letters::cyrillic;
}

}  // namespace bichig::lexicon
