// Lengths, font units and points: the only numbers with a unit that Bichig passes around.
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>

namespace bichig::inline base {

/// A length on paper, as a 64-bit count of 1/65536 pt (1 pt = 1/72 inch). Value.
/// There is no implicit conversion from or to a number: write `Length::points(16)`.
class Length {
public:
    constexpr Length() = default;

    /// `value` points, rounded to the nearest 1/65536 pt.
    static constexpr Length points(double value) { return Length{round(value * scale)}; }
    /// `value` millimetres (72/25.4 pt each), rounded to the nearest 1/65536 pt.
    static constexpr Length millimetres(double value) { return points(value * 72.0 / 25.4); }
    /// `value` counts of 1/65536 pt.
    static constexpr Length raw(std::int64_t value) { return Length{value}; }

    /// The length as a number of points.
    constexpr double in_points() const { return static_cast<double>(value_) / scale; }
    /// The length as a count of 1/65536 pt.
    constexpr std::int64_t in_raw() const { return value_; }

    constexpr auto operator<=>(const Length&) const = default;
    constexpr Length operator-() const { return Length{-value_}; }
    constexpr Length& operator+=(Length other) { value_ += other.value_; return *this; }
    constexpr Length& operator-=(Length other) { value_ -= other.value_; return *this; }
    friend constexpr Length operator+(Length a, Length b) { return Length{a.value_ + b.value_}; }
    friend constexpr Length operator-(Length a, Length b) { return Length{a.value_ - b.value_}; }
    friend constexpr Length operator*(Length a, std::int64_t factor) { return Length{a.value_ * factor}; }
    friend constexpr Length operator/(Length a, std::int64_t divisor) { return Length{a.value_ / divisor}; }
    template <std::floating_point T>  // a fraction would be cut off unseen: that is `scaled`
    friend Length operator*(Length, T) = delete;
    template <std::floating_point T>
    friend Length operator/(Length, T) = delete;
    /// `factor` times the length, rounded to the nearest 1/65536 pt.
    constexpr Length scaled(double factor) const { return Length{round(static_cast<double>(value_) * factor)}; }

private:
    static constexpr double scale = 65536.0;
    constexpr explicit Length(std::int64_t value) : value_{value} {}
    static constexpr std::int64_t round(double value) {
        return static_cast<std::int64_t>(value < 0 ? value - 0.5 : value + 0.5);
    }

    std::int64_t value_ = 0;
};

/// A distance in a font's own design units (units per em are the font's). Value.
/// Advances are summed in this type and converted once per run, so that parts add up to the whole.
class FontUnits {
public:
    constexpr FontUnits() = default;
    constexpr explicit FontUnits(std::int64_t value) : value_{value} {}

    /// The plain count of design units.
    constexpr std::int64_t count() const { return value_; }

    constexpr auto operator<=>(const FontUnits&) const = default;
    constexpr FontUnits operator-() const { return FontUnits{-value_}; }
    constexpr FontUnits& operator+=(FontUnits other) { value_ += other.value_; return *this; }
    friend constexpr FontUnits operator+(FontUnits a, FontUnits b) { return FontUnits{a.value_ + b.value_}; }
    friend constexpr FontUnits operator-(FontUnits a, FontUnits b) { return FontUnits{a.value_ - b.value_}; }

private:
    std::int64_t value_ = 0;
};

/// `units` of a font with `units_per_em`, set at `size`; rounded to the nearest 1/65536 pt.
constexpr Length to_length(FontUnits units, FontUnits units_per_em, Length size) {
    const std::int64_t product = units.count() * size.in_raw();
    const std::int64_t half = units_per_em.count() / 2;
    return Length::raw((product + (product < 0 ? -half : half)) / units_per_em.count());
}

/// A point in the axes of a line: `inline_` runs along the line, `block` from line to line.
/// The origin is the start corner of the box that the point belongs to. Value.
struct LogicalPoint {
    Length inline_;
    Length block;
    bool operator==(const LogicalPoint&) const = default;
};

/// The extent of a box in the axes of a line. Value.
struct LogicalSize {
    Length inline_;
    Length block;
    bool operator==(const LogicalSize&) const = default;
};

/// A point on a page: origin at the top left corner, x to the right, y downwards. Value.
struct PhysicalPoint {
    Length x;
    Length y;
    bool operator==(const PhysicalPoint&) const = default;
};

/// The extent of a box on a page. Value.
struct PhysicalSize {
    Length width;
    Length height;
    bool operator==(const PhysicalSize&) const = default;
};

/// An upright box on a page; `origin` is its top left corner. Value.
struct PhysicalRect {
    PhysicalPoint origin;
    PhysicalSize size;
    bool operator==(const PhysicalRect&) const = default;
};

}  // namespace bichig::inline base
