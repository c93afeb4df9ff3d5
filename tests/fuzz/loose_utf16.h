// UTF-16 of any kind from the bytes of a fuzzer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace bichig::fuzz {

/// UTF-16 from bytes that are UTF-8 of three bytes or ASCII as far as they can be: seeds stay readable, and every other
/// byte comes through as a code unit, so that lone surrogates and stray controls turn up.
inline std::u16string loose_utf16(const std::uint8_t* data, std::size_t size) {
    std::u16string text;
    for (std::size_t i = 0; i < size;) {
        if ((data[i] & 0xF0) == 0xE0 && i + 3 <= size) {
            text += static_cast<char16_t>((data[i] & 0x0F) << 12 | (data[i + 1] & 0x3F) << 6 | (data[i + 2] & 0x3F));
            i += 3;
        } else {
            text += static_cast<char16_t>(data[i] < 0x80 ? data[i] : 0x1800 + (data[i] & 0x7F));
            ++i;
        }
    }
    return text;
}

}  // namespace bichig::fuzz
