// Reads lengths and colours, the same for every reader.
#include <document/internal/units.h>

#include <cmath>
#include <cstdlib>
#include <string>

namespace bichig::document {

std::optional<Length> length_of(std::string_view text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    std::size_t at = !text.empty() && text.front() == '-' ? 1 : 0;
    const std::size_t whole = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    bool good = at > whole;
    if (good && at < text.size() && text[at] == '.') {
        const std::size_t fraction = ++at;
        while (at < text.size() && is_digit(text[at])) ++at;
        good = at > fraction;
    }
    const std::string_view unit = text.substr(at);
    constexpr double largest = 1e6;
    const double value = std::strtod(std::string{text.substr(0, at)}.c_str(), nullptr);
    if (!good || (unit != "pt" && unit != "mm") || std::fabs(value) > largest) return std::nullopt;
    return unit == "pt" ? Length::points(value) : Length::millimetres(value);
}

std::optional<Colour> colour_of(std::string_view text) {
    const bool good = text.size() == 7 && text.front() == '#' &&
                      text.find_first_not_of("0123456789ABCDEFabcdef", 1) == std::string_view::npos;
    if (!good) return std::nullopt;
    const unsigned long value = std::strtoul(std::string{text.substr(1)}.c_str(), nullptr, 16);
    return Colour{static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8),
                  static_cast<std::uint8_t>(value)};
}

}  // namespace bichig::document
