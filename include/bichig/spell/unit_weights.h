// What it costs that one written unit stands for another: which strokes writers and readers confuse.
#pragma once

#include <array>
#include <cstdint>

#include <bichig/script/units.h>

namespace bichig::spell {

/// Costs of differences between shapes. Value; large (make one, hand on references).
class UnitWeights {
public:
    /// The cost of a difference that nothing is known of.
    static constexpr std::uint8_t ordinary = 100;

    /// Every difference is ordinary.
    UnitWeights();
    /// Those of Hudum: teeth (A, N, I), bows (G and B, D and T, H and Hx), tails (A, Aa, N), rounds (O, U, W) are near
    /// to one another; a tooth too many or too few is less than another unit. The project's own estimate.
    static const UnitWeights& mongolian();

    /// Sets the cost of `a` for `b` and of `b` for `a`.
    void replace(script::Unit a, script::Unit b, std::uint8_t cost);
    /// Sets the cost of `unit` where there is none, or of none where it is.
    void insert(script::Unit unit, std::uint8_t cost);
    /// Sets the cost of two neighbours that are exchanged.
    void exchange(std::uint8_t cost) { exchange_ = cost; }

    /// The costs by the first byte of a unit in a key: its code, or 0xFF for another character.
    std::uint8_t replace_cost(std::uint8_t a, std::uint8_t b) const { return replace_[a][b]; }
    std::uint8_t insert_cost(std::uint8_t code) const { return insert_[code]; }
    std::uint8_t exchange_cost() const { return exchange_; }
    /// The least cost of a unit more or less.
    std::uint8_t least_insert_cost() const;

private:
    std::array<std::array<std::uint8_t, 256>, 256> replace_;
    std::array<std::uint8_t, 256> insert_;
    std::uint8_t exchange_ = ordinary;
};

}  // namespace bichig::spell
