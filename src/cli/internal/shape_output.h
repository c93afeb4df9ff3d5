// What commands that shape text share: shaped lines as JSON and as a picture, and who chooses forms.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <bichig/shape/shaper.h>

#include "cli/internal/arguments.h"

namespace bichig::cli {

/// A line of text and its glyphs. Value.
struct ShapedLine {
    std::u16string text;
    shape::ShapedText shaped;
};

/// One JSON object: runs with their font, glyphs with clusters, advances and shifts in font units.
std::string shaped_json(const ShapedLine& line);
/// An SVG picture of all lines, each a vertical line of `size` points, left to right; marks of a review stand beside
/// them in the letters of `labels`, where there is one.
std::string shaped_svg(const std::vector<ShapedLine>& lines, double size, const font::Font* labels = nullptr);

/// Declares --policy on `app`.
void declare_policy(ArgumentTable& app, std::string& policy);

/// Bichig's folder in the user's cache folder (XDG Base Directory Specification), where results of comparing outlines
/// are kept; empty where the environment names none.
std::string user_cache_folder();

}  // namespace bichig::cli
