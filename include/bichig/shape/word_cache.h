// A memory of shaped words, which the Shapers of a program may share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

namespace bichig::shape {

/// What a word cache did and holds. Value.
struct WordFigures {
    std::uint64_t hits = 0;       ///< words that were there when asked for
    std::uint64_t misses = 0;     ///< words that had to be shaped
    std::uint64_t evictions = 0;  ///< words that made room for others
    std::size_t entries = 0;      ///< words held now
    std::size_t bytes = 0;        ///< memory of these words and of the table that finds them
    std::size_t limit = 0;        ///< what `bytes` never goes beyond

    /// The share of words that were there; 0 before the first one.
    double hit_rate() const {
        return hits + misses == 0 ? 0.0 : static_cast<double>(hits) / static_cast<double>(hits + misses);
    }
    /// Memory for a word held now, its share of the table included; 0 if there is none.
    double bytes_per_word() const {
        return entries == 0 ? 0.0 : static_cast<double>(bytes) / static_cast<double>(entries);
    }
    bool operator==(const WordFigures&) const = default;
};

/// Words with their suffixes as they were shaped, in font units and so for every size. Shared resource: cheap to copy,
/// copies are one cache, any thread. What a Shaper answers does not depend on the cache, only how fast.
///
/// A word is found by its text and all else that decides its glyphs: font, script, orientation, language, and, where
/// the written-unit engine may choose them, policy, profile, writing system and map. A word that was asked for again
/// since it was last looked at for room is spared once; others go. The fonts and maps of the last 64 such settings
/// stay open while the cache lives.
class WordCache {
public:
    static constexpr std::size_t default_limit = std::size_t{16} << 20;

    /// A cache that holds at most `limit` bytes (see WordFigures::bytes). With 0 it holds nothing.
    explicit WordCache(std::size_t limit = default_limit);

    /// What it did since it was made, and what it holds now.
    WordFigures figures() const;
    /// Forgets all words; counts go on.
    void clear();

    /// Not for users: what the shaper looks words up in.
    struct Table;
    const std::shared_ptr<Table>& table() const { return table_; }

private:
    std::shared_ptr<Table> table_;
};

}  // namespace bichig::shape
