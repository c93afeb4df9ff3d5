// Damaged fonts made of good ones: cut, with tables that lie about themselves, with lookups that call each other.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace bichig::fuzz {

/// Small numbers in a fixed order for each seed (xorshift), so that a mutant can be made again.
class Random {
public:
    explicit Random(std::uint32_t seed) : state_{seed * 2654435761u + 1} {}
    std::uint32_t below(std::uint32_t limit) {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 17;
        state_ ^= state_ << 5;
        return limit == 0 ? 0 : state_ % limit;
    }

private:
    std::uint32_t state_;
};

/// Where a table of an sfnt file is; size 0 where it has none.
struct TablePlace {
    std::size_t record = 0;
    std::size_t offset = 0;
    std::size_t size = 0;
};

inline std::uint32_t big_endian(const std::string& font, std::size_t at, int bytes) {
    std::uint32_t value = 0;
    for (const char byte : font.substr(at, static_cast<std::size_t>(bytes))) {
        value = value << 8 | static_cast<unsigned char>(byte);
    }
    return value;
}

inline void set_big_endian(std::string& font, std::size_t at, int bytes, std::uint32_t value) {
    for (auto i = static_cast<std::size_t>(bytes); i-- > 0; value >>= 8) {
        font.at(at + i) = static_cast<char>(value & 255);
    }
}

inline TablePlace find_table(const std::string& font, std::string_view tag) {
    const std::uint32_t count = big_endian(font, 4, 2);
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::size_t record = 12 + std::size_t{i} * 16;
        if (font.compare(record, 4, tag) == 0) {
            return {record, big_endian(font, record + 8, 4), big_endian(font, record + 12, 4)};
        }
    }
    return {};
}

/// Mutant number `seed` of `font`, a file of one face.
inline std::string font_mutant(std::string font, std::uint32_t seed) {
    Random random{seed};
    const std::uint32_t tables = big_endian(font, 4, 2);
    const auto size = static_cast<std::uint32_t>(font.size());
    constexpr std::string_view shaping[] = {"GSUB", "GDEF", "GPOS", "cmap", "glyf", "loca", "hmtx", "CBLC", "CBDT"};
    switch (seed % 5) {
        case 0:  // cut
            font.resize(random.below(size));
            break;
        case 1: {  // a table that says it lies elsewhere or is as large as can be
            const std::size_t record = 12 + std::size_t{random.below(tables)} * 16;
            set_big_endian(font, record + (random.below(2) == 0 ? 8 : 12), 4,
                           random.below(2) == 0 ? 0xFFFFFFFFu : random.below(2 * size));
            break;
        }
        case 2: {  // small numbers in the shaping rules: lookups call each other and themselves
            const TablePlace table = find_table(font, "GSUB");
            for (std::uint32_t i = 0; table.size > 16 && i < 400; ++i) {
                const std::size_t at = table.offset + 8 + random.below(static_cast<std::uint32_t>(table.size - 10));
                set_big_endian(font, at & ~std::size_t{1}, 2, random.below(24));
            }
            break;
        }
        case 3: {  // noise in one table
            const TablePlace table = find_table(font, shaping[random.below(std::size(shaping))]);
            for (std::uint32_t i = 0; table.size > 0 && i < 64; ++i) {
                font[table.offset + random.below(static_cast<std::uint32_t>(table.size))] =
                    static_cast<char>(random.below(256));
            }
            break;
        }
        default:  // counts and offsets as large as can be, at the head of a table
            const TablePlace table = find_table(font, shaping[random.below(std::size(shaping))]);
            const auto head = static_cast<std::uint32_t>(std::min<std::size_t>(table.size, 256));
            for (std::uint32_t i = 0; head > 4 && i < 3; ++i) {
                set_big_endian(font, table.offset + random.below(head - 2), 2, 0xFFFF);
            }
    }
    return font;
}

}  // namespace bichig::fuzz
