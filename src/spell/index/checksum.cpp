// The checksum of an index.
#include "spell/index/format.h"

namespace bichig::spell {

std::uint64_t checksum(std::string_view bytes) {
    std::uint64_t lanes[4] = {mix_a, mix_b, mix_a ^ mix_b, bytes.size()};
    const char* at = bytes.data();
    std::size_t rest = bytes.size();
    for (; rest >= 32; at += 32, rest -= 32) {
        for (unsigned lane = 0; lane < 4; ++lane) {
            std::uint64_t word;
            std::memcpy(&word, at + 8 * lane, 8);
            lanes[lane] = mix(lanes[lane] ^ word, mix_a + 2 * lane);
        }
    }
    std::uint64_t hash = hash_bytes(at, rest);
    for (const std::uint64_t lane : lanes) hash = mix(hash ^ lane, mix_b);
    return hash;
}

}  // namespace bichig::spell
