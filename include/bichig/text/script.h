// ISO 15924 script codes as values.
#pragma once

#include <cstdint>
#include <string_view>

namespace bichig::text {

/// A script by its ISO 15924 code, packed as four ASCII bytes with the first in the highest byte. Value.
enum class Script : std::uint32_t {};

/// The script of the four-letter code `iso15924`, e.g. `script("Mong")`.
constexpr Script script(std::string_view iso15924) {
    return Script{(std::uint32_t(std::uint8_t(iso15924[0])) << 24) | (std::uint32_t(std::uint8_t(iso15924[1])) << 16) |
                  (std::uint32_t(std::uint8_t(iso15924[2])) << 8) | std::uint32_t(std::uint8_t(iso15924[3]))};
}

inline constexpr Script mongolian = script("Mong");
inline constexpr Script han = script("Hani");      ///< Kana, Hangul and Bopomofo are resolved to it too
inline constexpr Script latin = script("Latn");
inline constexpr Script cyrillic = script("Cyrl");
inline constexpr Script tibetan = script("Tibt");
inline constexpr Script phags_pa = script("Phag");
inline constexpr Script emoji = script("Zsye");    ///< characters with emoji presentation
inline constexpr Script common = script("Zyyy");   ///< a text without any letter

}  // namespace bichig::text
