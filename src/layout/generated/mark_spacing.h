// Room outside brackets and quotes. Made by data/mark_spacing/generate.py from mark_spacing.toml, which
// names the source of each figure.
#pragma once

#include <array>

namespace bichig::layout::generated {

/// Marks whose outer side is before them, sorted.
inline constexpr std::array<char16_t, 32> opening_marks = {
    0x0028,
    0x005B,
    0x007B,
    0x00AB,
    0x2018,
    0x201C,
    0x2039,
    0x3008,
    0x300A,
    0x300C,
    0x300E,
    0x3010,
    0x3014,
    0x3016,
    0x3018,
    0x301A,
    0x301D,
    0xFE17,
    0xFE35,
    0xFE37,
    0xFE39,
    0xFE3B,
    0xFE3D,
    0xFE3F,
    0xFE41,
    0xFE43,
    0xFE47,
    0xFF08,
    0xFF3B,
    0xFF5B,
    0xFF5F,
    0xFF62,
};

/// Marks whose outer side is after them, sorted.
inline constexpr std::array<char16_t, 33> closing_marks = {
    0x0029,
    0x005D,
    0x007D,
    0x00BB,
    0x2019,
    0x201D,
    0x203A,
    0x3009,
    0x300B,
    0x300D,
    0x300F,
    0x3011,
    0x3015,
    0x3017,
    0x3019,
    0x301B,
    0x301E,
    0x301F,
    0xFE18,
    0xFE36,
    0xFE38,
    0xFE3A,
    0xFE3C,
    0xFE3E,
    0xFE40,
    0xFE42,
    0xFE44,
    0xFE48,
    0xFF09,
    0xFF3D,
    0xFF5D,
    0xFF60,
    0xFF63,
};

/// Spaces that may stand between a mark and a word, sorted.
inline constexpr std::array<char16_t, 2> written_spaces = {
    0x0020,
    0x00A0,
};

/// Room outside a mark, in spaces of the word's face.
inline constexpr double room_word_spaces = 1.0;

/// The same in sizes, where that face has no space.
inline constexpr double room_of_size = 0.25;

/// A side of a glyph that is emptier than this, in sizes, has its room built in.
inline constexpr double room_built_in = 0.2;

/// What stays of a side taken away, in sizes.
inline constexpr double room_kept = 0.05;

/// A mark is not narrowed below this, in sizes.
inline constexpr double room_least = 0.55;

}  // namespace bichig::layout::generated
