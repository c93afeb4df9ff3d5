// Digits and marks that search counts as one. Made by data/folding/generate.py from folding.tsv.
#pragma once

#include <array>

namespace bichig::script::generated {

/// Each of first to last stands for the character at its place from `to` on.
struct Folding {
    char32_t first;
    char32_t last;
    char32_t to;
};

inline constexpr std::array<Folding, 11> foldings = {{
    {0x1801, 0x1801, 0x2026},
    {0x1802, 0x1802, 0x002C},
    {0x1803, 0x1803, 0x002E},
    {0x1804, 0x1804, 0x003A},
    {0x1808, 0x1808, 0x002C},
    {0x1809, 0x1809, 0x002E},
    {0x1810, 0x1819, 0x0030},
    {0x3000, 0x3000, 0x0020},
    {0x3001, 0x3001, 0x002C},
    {0x3002, 0x3002, 0x002E},
    {0xFF01, 0xFF5E, 0x0021},
}};

/// What `character` is folded to; itself where no row has it.
constexpr char32_t folded(char32_t character) {
    for (const Folding& row : foldings) {
        if (character < row.first) break;
        if (character <= row.last) return row.to + (character - row.first);
    }
    return character;
}

}  // namespace bichig::script::generated
