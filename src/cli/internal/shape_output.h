// Shaped lines as JSON and as a picture.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <bichig/shape/shaper.h>

namespace bichig::cli {

/// A line of text and its glyphs. Value.
struct ShapedLine {
    std::u16string text;
    shape::ShapedText shaped;
};

/// One JSON object: runs with their font, glyphs with clusters, advances and shifts in font units.
std::string shaped_json(const ShapedLine& line);
/// An SVG picture of all lines, each a vertical line of `size` points, left to right; marks of a review stand beside
/// them in the letters of `labels`.
std::string shaped_svg(const std::vector<ShapedLine>& lines, double size, const font::Font& labels);

}  // namespace bichig::cli
