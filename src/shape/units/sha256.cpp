// SHA-256 as FIPS 180-4 section 6.2 has it; the constants are computed from its definition, not listed.
#include "shape/units/sha256.h"

#include <array>
#include <bit>
#include <cstdint>

namespace bichig::shape::units {

namespace {

/// The first 32 bits of the fractional part of the root of `prime`; `cube` takes the third root.
constexpr std::uint32_t root_bits(std::uint64_t prime, bool cube) {
    // The largest r with r^2 <= prime << 64 (or r^3 <= prime << 96), found bit by bit in 128-bit arithmetic.
    using Wide = unsigned __int128;
    std::uint64_t root = 0;
    for (int bit = 36; bit >= 0; --bit) {
        const std::uint64_t tried = root | std::uint64_t{1} << bit;
        const Wide square = static_cast<Wide>(tried) * tried;
        const bool fits = cube ? square <= ((static_cast<Wide>(prime) << 96) / tried)
                               : square <= (static_cast<Wide>(prime) << 64);
        if (fits) root = tried;
    }
    return static_cast<std::uint32_t>(root);
}

struct Constants {
    std::array<std::uint32_t, 64> rounds{};
    std::array<std::uint32_t, 8> start{};
};

constexpr Constants make_constants() {
    Constants constants;
    std::size_t count = 0;
    for (std::uint64_t number = 2; count < 64; ++number) {
        bool prime = true;
        for (std::uint64_t divisor = 2; divisor * divisor <= number; ++divisor) prime = prime && number % divisor != 0;
        if (!prime) continue;
        if (count < 8) constants.start[count] = root_bits(number, false);
        constants.rounds[count++] = root_bits(number, true);
    }
    return constants;
}

constexpr Constants constants = make_constants();
static_assert(constants.start[0] == 0x6a09e667 && constants.rounds[0] == 0x428a2f98);

void add_block(std::array<std::uint32_t, 8>& state, const unsigned char* block) {
    std::array<std::uint32_t, 64> words;
    for (std::size_t i = 0; i < 16; ++i) {
        words[i] = static_cast<std::uint32_t>(block[4 * i]) << 24 | static_cast<std::uint32_t>(block[4 * i + 1]) << 16 |
                   static_cast<std::uint32_t>(block[4 * i + 2]) << 8 | block[4 * i + 3];
    }
    for (std::size_t i = 16; i < 64; ++i) {
        const std::uint32_t a = words[i - 15], b = words[i - 2];
        words[i] = words[i - 16] + (std::rotr(a, 7) ^ std::rotr(a, 18) ^ a >> 3) + words[i - 7] +
                   (std::rotr(b, 17) ^ std::rotr(b, 19) ^ b >> 10);
    }
    auto [a, b, c, d, e, f, g, h] = state;
    for (std::size_t i = 0; i < 64; ++i) {
        const std::uint32_t first = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + ((e & f) ^ (~e & g)) +
                                    constants.rounds[i] + words[i];
        const std::uint32_t second =
            (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        h = g, g = f, f = e, e = d + first, d = c, c = b, b = a, a = first + second;
    }
    const std::array<std::uint32_t, 8> done = {a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < 8; ++i) state[i] += done[i];
}

}  // namespace

std::string sha256(std::string_view bytes) {
    std::array<std::uint32_t, 8> state = constants.start;
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    std::size_t whole = bytes.size() / 64 * 64;
    for (std::size_t i = 0; i < whole; i += 64) add_block(state, data + i);
    std::array<unsigned char, 128> tail{};
    const std::size_t rest = bytes.size() - whole;
    for (std::size_t i = 0; i < rest; ++i) tail[i] = data[whole + i];
    tail[rest] = 0x80;
    const std::size_t size = rest < 56 ? 64 : 128;
    for (std::size_t i = 0; i < 8; ++i) {
        tail[size - 1 - i] = static_cast<unsigned char>(static_cast<std::uint64_t>(bytes.size()) * 8 >> (8 * i));
    }
    for (std::size_t i = 0; i < size; i += 64) add_block(state, tail.data() + i);
    std::string text;
    for (const std::uint32_t word : state) {
        for (int shift = 28; shift >= 0; shift -= 4) text += "0123456789abcdef"[word >> shift & 15];
    }
    return text;
}

}  // namespace bichig::shape::units
