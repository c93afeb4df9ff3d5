// The layout of the file of a shape index. All numbers are little-endian.
//
//   head       128 bytes (struct Head)
//   edges      u64 × edge_count: the automaton (see Edge)
//   shapes     u32 × (shape_count + 1): the number of the first form of each shape; the last is form_count
//   forms      u32 × (form_count + 1): where in `letters` each form begins; the last is letter_bytes
//   frequency  u32 × form_count
//   slots      u32 × slot_count: hash table of forms, open addressing with linear probing (see slot_of)
//   kinds      u8 × form_count
//   letters    u8 × letter_bytes: the forms, in the order of their keys, then of their bytes (letters.h)
//
// The edges of a node follow one another, in the order of their labels. A node is named by its first edge; node 0 has
// no edges. Nodes stand before those that lead to them, so that an automaton in which every target is smaller than the
// node it is reached from has no cycle: readers check exactly this at each step, and nothing at opening.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace bichig::spell {

/// The first bytes of the file. The layout is that of the file where numbers are little-endian.
struct Head {
    char magic[8];
    std::uint32_t version;
    std::uint32_t byte_order;   ///< 0x01020304
    std::uint32_t key_version;  ///< of script/key.h
    std::uint32_t profile;      ///< script::Profile
    std::uint32_t edge_count;
    std::uint32_t root;
    std::uint32_t shape_count;
    std::uint32_t form_count;
    std::uint32_t slot_count;  ///< a power of two
    std::uint32_t longest_probe;
    std::uint64_t letter_bytes;
    std::uint64_t file_bytes;
    std::uint64_t unused[6];
    std::uint64_t content_hash;  ///< of all bytes after the head
    std::uint64_t head_hash;     ///< of all bytes of the head before this
};
static_assert(sizeof(Head) == 128);

inline constexpr char index_magic[8] = {'B', 'I', 'C', 'H', 'I', 'G', 'S', 'I'};
inline constexpr std::uint32_t index_byte_order = 0x01020304;
/// No table that the writer makes has longer chains; a file that says so is refused.
inline constexpr std::uint32_t max_probe = 4096;

/// An edge: label in bits 0–7, last of its node in bit 8, whether the node it leads to ends a key in bit 9, number of
/// keys that the edges before it in the node lead to in bits 10–35, target in bits 36–63.
class Edge {
public:
    constexpr explicit Edge(std::uint64_t bits) : bits_{bits} {}
    constexpr Edge(std::uint8_t label, bool last, bool ends, std::uint32_t skip, std::uint32_t target)
        : bits_{label | std::uint64_t{last} << 8 | std::uint64_t{ends} << 9 | std::uint64_t{skip} << 10 |
                std::uint64_t{target} << 36} {}

    constexpr std::uint8_t label() const { return static_cast<std::uint8_t>(bits_); }
    constexpr bool last() const { return bits_ >> 8 & 1; }
    constexpr bool ends() const { return bits_ >> 9 & 1; }
    constexpr std::uint32_t skip() const { return static_cast<std::uint32_t>(bits_ >> 10) & ((1u << 26) - 1); }
    constexpr std::uint32_t target() const { return static_cast<std::uint32_t>(bits_ >> 36); }
    constexpr std::uint64_t bits() const { return bits_; }

private:
    std::uint64_t bits_;
};

/// The most edges that fit.
inline constexpr std::uint32_t max_edge_count = (1u << 28) - 1;

/// Where the parts begin, and how long the file is.
struct Parts {
    std::size_t edges, shapes, forms, frequency, slots, kinds, letters, end;

    explicit Parts(const Head& head) {
        const auto aligned = [](std::size_t at) { return (at + 7) & ~std::size_t{7}; };
        edges = sizeof(Head);
        shapes = edges + 8 * std::size_t{head.edge_count};
        forms = aligned(shapes + 4 * (std::size_t{head.shape_count} + 1));
        frequency = aligned(forms + 4 * (std::size_t{head.form_count} + 1));
        slots = aligned(frequency + 4 * std::size_t{head.form_count});
        kinds = aligned(slots + 4 * std::size_t{head.slot_count});
        letters = aligned(kinds + head.form_count);
        end = letters + static_cast<std::size_t>(head.letter_bytes);
    }
};

/// Mixes two words into one: the halves of their product.
inline std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    const unsigned __int128 product = static_cast<unsigned __int128>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

inline constexpr std::uint64_t mix_a = 0x9E3779B97F4A7C15u, mix_b = 0xD1B54A32D192ED03u;

/// A hash of `size` bytes, eight at a time.
inline std::uint64_t hash_bytes(const char* data, std::size_t size) {
    std::uint64_t hash = mix(size ^ mix_a, mix_b);
    for (; size >= 8; data += 8, size -= 8) {
        std::uint64_t word;
        std::memcpy(&word, data, 8);
        hash = mix(hash ^ word, mix_a);
    }
    std::uint64_t word = 0;
    if (size > 0) std::memcpy(&word, data, size);
    return mix(hash ^ word, mix_b);
}

/// A checksum of many bytes: as hash_bytes, in four lanes that do not wait for one another.
std::uint64_t checksum(std::string_view bytes);

/// A hash of a form.
inline std::uint64_t hash_form(std::u16string_view form) {
    return hash_bytes(reinterpret_cast<const char*>(form.data()), 2 * form.size());
}

/// Where the search for a hash begins in a table of `slot_count` slots.
inline std::uint32_t first_slot(std::uint64_t hash, std::uint32_t slot_count) {
    return static_cast<std::uint32_t>(hash >> 32) & (slot_count - 1);
}

/// What a slot holds: 8 bits of the hash, and the number of the form plus one. 0 is an empty slot.
inline std::uint32_t slot_of(std::uint64_t hash, std::uint32_t form) {
    return static_cast<std::uint32_t>(hash & 0xFF) << 24 | (form + 1);
}

}  // namespace bichig::spell
