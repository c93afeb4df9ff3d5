// The weights of Hudum.
#include <bichig/spell/unit_weights.h>

#include <algorithm>
#include <initializer_list>

#include "spell/index/unit_codes.h"

namespace bichig::spell {

namespace {

std::uint8_t first_byte(script::Unit unit) {
    return script::is_character(unit) ? 0xFF : static_cast<std::uint8_t>(unit);
}

/// Units that are confused with one another, and what it costs.
struct Near {
    std::initializer_list<std::uint8_t> units;
    std::uint8_t cost;
};

}  // namespace

UnitWeights::UnitWeights() {
    for (auto& row : replace_) row.fill(ordinary);
    for (unsigned code = 0; code < 256; ++code) replace_[code][code] = 0;
    insert_.fill(ordinary);
}

void UnitWeights::replace(script::Unit a, script::Unit b, std::uint8_t cost) {
    const std::uint8_t first = first_byte(a);
    const std::uint8_t second = first_byte(b);
    if (first == second) return;
    replace_[first][second] = replace_[second][first] = cost;
}

void UnitWeights::insert(script::Unit unit, std::uint8_t cost) { insert_[first_byte(unit)] = cost; }

std::uint8_t UnitWeights::least_insert_cost() const { return *std::min_element(insert_.begin(), insert_.end()); }

const UnitWeights& UnitWeights::mongolian() {
    static const UnitWeights weights = [] {
        using namespace unit_codes;
        UnitWeights made;
        const Near groups[] = {
            {{A, N}, 50},          // a tooth, with a dot or without
            {{A, I}, 70},          // a tooth, long or short
            {{A, O, W, E}, 80},
            {{O, U, Ue, W}, 60},   // rounds
            {{A, Aa, N, Hx}, 60},  // tails
            {{H, Hx}, 50},         // with dots or without
            {{G, Gx, B, P, F, K}, 70},
            {{T, D, Dd}, 60},
            {{S, Sh}, 50},
            {{Ch, J, I, Y, C, Z}, 70},
            {{L, M}, 70},
        };
        for (const Near& group : groups) {
            for (const std::uint8_t a : group.units) {
                for (const std::uint8_t b : group.units) {
                    if (a == b) continue;
                    auto& cost = made.replace_[a][b];
                    cost = std::min(cost, group.cost);
                }
            }
        }
        for (const std::uint8_t tooth : {A, I}) made.insert_[tooth] = 60;
        made.insert_[static_cast<std::uint8_t>(script::Unit::wide_gap)] = 70;
        made.insert_[static_cast<std::uint8_t>(script::Unit::narrow_gap)] = 60;
        return made;
    }();
    return weights;
}

}  // namespace bichig::spell
