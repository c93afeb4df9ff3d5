// Forms as bytes: one for each character that Mongolian words are made of, three for any other code unit.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace bichig::spell {

/// The byte of a code unit; `other_unit` for one that takes three bytes: this, then the unit itself, high byte first.
inline constexpr std::uint8_t other_unit = 0xFF;
inline std::uint8_t letter_byte(char16_t unit) {
    const unsigned in_block = unit - 0x1800u;
    if (in_block < 0xB0) return static_cast<std::uint8_t>(in_block);
    switch (unit) {
        case 0x202F: return 0xB0;
        case 0x200C: return 0xB1;
        case 0x200D: return 0xB2;
        default: return other_unit;
    }
}

/// Appends the bytes of `form`.
inline void append_letters(std::u16string_view form, std::string& bytes) {
    for (const char16_t unit : form) {
        const std::uint8_t byte = letter_byte(unit);
        bytes += static_cast<char>(byte);
        if (byte == other_unit) {
            bytes += static_cast<char>(unit >> 8);
            bytes += static_cast<char>(unit & 0xFF);
        }
    }
}

/// Whether `bytes` are those of `form`.
inline bool equal_letters(std::u16string_view form, std::string_view bytes) {
    std::size_t at = 0;
    for (const char16_t unit : form) {
        const std::uint8_t byte = letter_byte(unit);
        if (at >= bytes.size() || static_cast<std::uint8_t>(bytes[at]) != byte) return false;
        ++at;
        if (byte != other_unit) continue;
        if (bytes.size() - at < 2 || static_cast<std::uint8_t>(bytes[at]) != unit >> 8 ||
            static_cast<std::uint8_t>(bytes[at + 1]) != (unit & 0xFF)) {
            return false;
        }
        at += 2;
    }
    return at == bytes.size();
}

/// The form whose bytes these are. Total: bytes that mean nothing are left out.
inline std::u16string form_of_letters(std::string_view bytes) {
    std::u16string form;
    form.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const auto byte = static_cast<std::uint8_t>(bytes[at]);
        if (byte < 0xB0) {
            form += static_cast<char16_t>(0x1800 + byte);
        } else if (byte < 0xB3) {
            constexpr char16_t controls[] = {0x202F, 0x200C, 0x200D};
            form += controls[byte - 0xB0];
        } else if (byte == other_unit && bytes.size() - at > 2) {
            form += static_cast<char16_t>(static_cast<std::uint8_t>(bytes[at + 1]) << 8 |
                                          static_cast<std::uint8_t>(bytes[at + 2]));
            at += 2;
        }
    }
    return form;
}

}  // namespace bichig::spell
