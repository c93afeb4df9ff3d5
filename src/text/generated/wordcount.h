// What counts as a Mongolian character. Made by data/wordcount/generate.py from wordcount.toml.
#pragma once

#include <array>
#include <cstdint>

namespace bichig::text::generated {

struct CodePointRange {
    char32_t first;
    char32_t last;
};

/// Letters, signs and controls that count everywhere.
inline constexpr std::array<CodePointRange, 13> counted_always = {{
    {0x180A, 0x180A},
    {0x180B, 0x180E},
    {0x180F, 0x180F},
    {0x1810, 0x1819},
    {0x1820, 0x1842},
    {0x1853, 0x1853},
    {0x1858, 0x1858},
    {0x185B, 0x185B},
    {0x185C, 0x185C},
    {0x1880, 0x1897},
    {0x18A6, 0x18A6},
    {0x18A7, 0x18A7},
    {0x18A9, 0x18A9},
}};

/// Marks that count where punctuation does.
inline constexpr std::array<CodePointRange, 1> counted_marks = {{
    {0x1800, 0x1805},
}};

/// Joiners.
inline constexpr std::array<CodePointRange, 2> counted_beside_letter = {{
    {0x200C, 0x200C},
    {0x200D, 0x200D},
}};

/// Connectors.
inline constexpr std::array<CodePointRange, 1> counted_before_letter = {{
    {0x202F, 0x202F},
}};

/// Letters of the other writing systems.
inline constexpr std::array<CodePointRange, 3> counted_other_letters = {{
    {0x1807, 0x1807},
    {0x1843, 0x1878},
    {0x1880, 0x18AA},
}};

/// Marks of the other writing systems.
inline constexpr std::array<CodePointRange, 4> counted_other_marks = {{
    {0x1806, 0x1806},
    {0x1808, 0x1808},
    {0x1809, 0x1809},
    {0x11660, 0x1166C},
}};

/// Marks that count after Mongolian.
inline constexpr std::array<CodePointRange, 11> shared_after = {{
    {0x00B7, 0x00B7},
    {0x203C, 0x203C},
    {0x2048, 0x2048},
    {0x2049, 0x2049},
    {0xFE14, 0xFE14},
    {0xFE15, 0xFE15},
    {0xFE16, 0xFE16},
    {0xFE36, 0xFE36},
    {0xFE3E, 0xFE3E},
    {0xFE40, 0xFE40},
    {0xFE48, 0xFE48},
}};

/// Marks that count before Mongolian.
inline constexpr std::array<CodePointRange, 5> shared_before = {{
    {0xFE31, 0xFE31},
    {0xFE35, 0xFE35},
    {0xFE3D, 0xFE3D},
    {0xFE3F, 0xFE3F},
    {0xFE47, 0xFE47},
}};

/// Ordinary forms of such marks.
inline constexpr std::array<CodePointRange, 7> shared_after_ordinary = {{
    {0x3009, 0x3009},
    {0x300B, 0x300B},
    {0xFF01, 0xFF01},
    {0xFF09, 0xFF09},
    {0xFF1B, 0xFF1B},
    {0xFF1F, 0xFF1F},
    {0xFF3D, 0xFF3D},
}};

/// Ordinary forms of such marks.
inline constexpr std::array<CodePointRange, 5> shared_before_ordinary = {{
    {0x2014, 0x2014},
    {0x3008, 0x3008},
    {0x300A, 0x300A},
    {0xFF08, 0xFF08},
    {0xFF3B, 0xFF3B},
}};

inline constexpr std::uint64_t majority_percent = 50;

}  // namespace bichig::text::generated
