// Presentation forms for vertical text and the marks that they are forms of (Unicode, compatibility decomposition).
#pragma once

#include <array>

namespace bichig::script {

/// U+FE10 to U+FE19.
inline constexpr std::array<char16_t, 10> vertical_forms = {0xFF0C, 0x3001, 0x3002, 0xFF1A, 0xFF1B,
                                                            0xFF01, 0xFF1F, 0x3016, 0x3017, 0x2026};
/// U+FE30 to U+FE48; FE45 and FE46 are dots that are forms of nothing.
inline constexpr std::array<char16_t, 25> compatibility_forms = {
    0x2025, 0x2014, 0x2013, 0xFF3F, 0xFE4F, 0xFF08, 0xFF09, 0xFF5B, 0xFF5D, 0x3014, 0x3015, 0x3010, 0x3011,
    0x300A, 0x300B, 0x3008, 0x3009, 0x300C, 0x300D, 0x300E, 0x300F, 0xFE45, 0xFE46, 0xFF3B, 0xFF3D};

/// The ordinary mark for a vertical form; any other character as it is.
constexpr char32_t without_vertical_form(char32_t character) {
    if (character - 0xFE10 < vertical_forms.size()) return vertical_forms[character - 0xFE10];
    if (character - 0xFE30 < compatibility_forms.size()) return compatibility_forms[character - 0xFE30];
    return character;
}

}  // namespace bichig::script
