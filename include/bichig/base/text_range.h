// Ranges in UTF-16 text and in the source files that text came from.
#pragma once

#include <cstdint>

namespace bichig::inline base {

/// An index of a UTF-16 code unit in a text.
using TextIndex = std::uint32_t;

/// The code units [begin, end) of a UTF-16 text. Value.
struct TextRange {
    TextIndex begin = 0;
    TextIndex end = 0;

    constexpr TextIndex size() const { return end - begin; }
    constexpr bool empty() const { return begin == end; }
    constexpr bool contains(TextIndex index) const { return begin <= index && index < end; }
    bool operator==(const TextRange&) const = default;
};

/// The bytes [begin, end) of the source file number `source` of a document. An empty range stands for
/// generated text, which has no place in a file. Value.
struct SourceRange {
    std::uint32_t source = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    constexpr bool empty() const { return begin == end; }
    bool operator==(const SourceRange&) const = default;
};

}  // namespace bichig::inline base
