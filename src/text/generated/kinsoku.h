// Line-edge rules. Made by data/kinsoku/generate.py from kinsoku.toml, which names each rule's source.
#pragma once

#include <array>

namespace bichig::text::generated {

struct Pair {
    char16_t first;
    char16_t second;
};

/// Marks that may not begin a line, sorted.
inline constexpr std::array<char16_t, 31> not_line_start = {
    0x0021,
    0x0029,
    0x003F,
    0x00B7,
    0x1801,
    0x1802,
    0x1803,
    0x1804,
    0x1805,
    0x1808,
    0x1809,
    0x203C,
    0x2048,
    0x2049,
    0x3001,
    0x3002,
    0x3009,
    0x300B,
    0x300D,
    0x300F,
    0x3011,
    0x3015,
    0x30FB,
    0xFF01,
    0xFF09,
    0xFF0C,
    0xFF0F,
    0xFF1A,
    0xFF1B,
    0xFF1F,
    0xFF3D,
};

/// Marks that may not end a line, sorted.
inline constexpr std::array<char16_t, 10> not_line_end = {
    0x0028,
    0x3008,
    0x300A,
    0x300C,
    0x300E,
    0x3010,
    0x3014,
    0xFF08,
    0xFF0F,
    0xFF3B,
};

/// Characters that bind a suffix to its stem, sorted.
inline constexpr std::array<char16_t, 2> connectors = {
    0x180E,
    0x202F,
};

/// Pairs that a break may not part.
inline constexpr std::array<Pair, 3> inseparable = {{
    {0x1804, 0x300A},
    {0x2014, 0x2014},
    {0xFF1A, 0x300A},
}};

/// Pairs that may begin a line only where a paragraph begins.
inline constexpr std::array<Pair, 1> paragraph_start = {{
    {0x2014, 0x2014},
}};

/// `first` takes the line breaking class of `second`.
inline constexpr std::array<Pair, 3> class_of = {{
    {0x1801, 0x1802},
    {0x1804, 0x1802},
    {0x1805, 0x1802},
}};

}  // namespace bichig::text::generated
