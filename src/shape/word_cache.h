// The table behind a WordCache: glyphs of a piece of text by its characters and what else decides them.
//
// Shards, each an open-addressed table with locks of its own; a table of one Shaper is one shard without a lock. Nearly
// every look-up finds its word, so a shard has several locks: whoever looks takes one, another than other threads, and
// writes to no memory that these use; whoever changes the shard takes all of them. A slot points to a record: the
// characters, then the glyphs, packed into 6 bytes where their numbers allow it. Room is made by a clock: a hand goes
// round the slots, clears the mark of those that were hit since it last came by, and takes the first without one. The
// slots are in the order of hashes, so that no kind of word is preferred. What is held is counted to the byte, the
// table while it grows included.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include <bichig/shape/options.h>
#include <bichig/shape/shaper.h>
#include <bichig/shape/word_cache.h>

namespace bichig::shape::words {

/// What besides its characters decides the glyphs of a piece. Holds the font and the map, so that no other can come to
/// stand at their addresses while a number stands for this setting.
struct Setting {
    font::Font font;
    Orientation orientation = Orientation::sideways;
    text::Script script = text::common;
    const void* language = nullptr;  ///< of HarfBuzz, which has one address for each language
    std::optional<UnitMap> map;  ///< none: by the font's rules, and policy and units are the default ones
    UnitPolicy policy = UnitPolicy::font;
    script::UnitOptions units;

    bool operator==(const Setting& other) const;
};

/// The numbers of settings; a number is never given twice. Any thread.
class Settings {
public:
    static constexpr std::size_t kept = 64;
    std::uint32_t number(const Setting& setting);

private:
    struct Known {
        Setting setting;
        std::uint32_t number = 0;
        std::uint64_t last_used = 0;
    };
    std::mutex mutex_;
    std::vector<Known> known_;
    std::uint32_t next_ = 0;
    std::uint64_t clock_ = 0;
};

/// A piece of text and the number of its setting.
struct Key {
    std::u16string_view text;
    std::uint32_t setting = 0;
};

/// By default the hash of a key; tests put a bad one in its place.
using Hash = std::uint64_t (*)(const Key&);
std::uint64_t hash_of(const Key& key);

/// Whether a piece was found since the hand last came by. Several threads that look pieces up may set it at once; it is
/// only written to where it changes, so that its memory stays with all of them.
class Mark {
public:
    Mark() = default;
    Mark(Mark&& other) noexcept : set_{other.is_set()} {}
    Mark& operator=(Mark&& other) noexcept {
        set_.store(other.is_set(), std::memory_order_relaxed);
        return *this;
    }
    bool is_set() const { return set_.load(std::memory_order_relaxed); }
    void set() {
        if (!is_set()) set_.store(true, std::memory_order_relaxed);
    }
    void clear() { set_.store(false, std::memory_order_relaxed); }

private:
    std::atomic<bool> set_{false};
};

/// One part of the table. Scratch, but that several threads may look pieces up while none changes it.
class Shard {
public:
    explicit Shard(std::size_t limit) { figures_.limit = limit; }

    /// Appends the glyphs known for `key` to `out`, and says whether there are any.
    bool find(const Key& key, std::uint64_t hash, std::vector<Glyph>& out) const;
    /// Keeps `glyphs`, whose clusters count from the start of the piece, unless there is no room or they are known.
    void keep(const Key& key, std::uint64_t hash, const Glyph* begin, const Glyph* end);
    void clear();
    /// Without hits and misses, which those count who look.
    const WordFigures& figures() const { return figures_; }

private:
    struct Slot {
        std::unique_ptr<std::byte[]> record;
        std::uint32_t hash = 0;
        mutable Mark found{};
    };
    static constexpr std::size_t absent = SIZE_MAX;

    std::size_t find_slot(const Key& key, std::uint64_t hash) const;
    std::size_t empty_slot(std::uint64_t hash) const;
    std::size_t worst_slot(std::uint64_t hash) const;
    bool has_room(std::size_t size) const { return figures_.bytes + size <= figures_.limit; }
    bool prepare_slots();
    bool grow(std::size_t count);
    void evict_one();
    void remove(std::size_t slot);
    void forget(Slot& slot);

    std::vector<Slot> slots_;  ///< as many as a power of two, or none
    std::size_t hand_ = 0;
    WordFigures figures_;
};

}  // namespace bichig::shape::words

namespace bichig::shape {

struct WordCache::Table {
    /// A table for many threads, or, `shared` false, for one.
    Table(std::size_t limit, bool shared, words::Hash hash = words::hash_of);

    /// The number of someone who looks pieces up: of a thread at a time.
    unsigned next_reader() { return readers_.fetch_add(1, std::memory_order_relaxed); }
    bool find(const words::Key& key, unsigned reader, std::vector<Glyph>& out);
    /// Keeps what `out` has from `first` on.
    void keep(const words::Key& key, const std::vector<Glyph>& out, std::size_t first);
    WordFigures figures();
    void clear();

    words::Settings settings;

private:
    /// What those who look use by turns: a lock, and what they found. On a line of memory of its own.
    struct alignas(64) Reader {
        std::mutex mutex;
        std::uint64_t hits = 0;
        std::uint64_t misses = 0;
    };
    /// As many threads look into a shard at once without waiting for each other.
    static constexpr std::size_t readers = 8;
    struct alignas(64) Locked {
        explicit Locked(std::size_t limit) : shard{limit} {}
        std::array<Reader, readers> by_reader;
        words::Shard shard;
    };

    /// Calls `use` with a shard that no other thread looks at.
    template <class Use>
    auto with_all(Locked& locked, Use use);
    Locked& shard_of(std::uint64_t hash) { return *shards_[(hash >> 56) & (shards_.size() - 1)]; }

    std::size_t limit_;
    bool shared_;
    words::Hash hash_;
    std::atomic<unsigned> readers_{0};
    std::vector<std::unique_ptr<Locked>> shards_;  ///< as many as a power of two, at most 256
};

}  // namespace bichig::shape
