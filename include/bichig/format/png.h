// Draws pages as pixels: PNG files, one a page, and pixels in memory.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <bichig/base/result.h>
#include <bichig/page/sink.h>

namespace bichig::format {

/// Dots to the inch that are drawn.
inline constexpr double lowest_resolution = 1;
inline constexpr double highest_resolution = 10'000;
/// The largest side of a picture in pixels, and the most pixels of one.
inline constexpr std::uint32_t largest_picture_side = 32'000;
inline constexpr std::uint64_t most_picture_pixels = std::uint64_t{1} << 28;

/// How a page is drawn. Value.
struct PixelOptions {
    double dots_per_inch = 96;
    std::optional<page::Colour> ground = page::Colour{255, 255, 255};  ///< of the paper; without it, transparent
};

/// A picture: rows from top to bottom without gaps, each pixel red, green, blue and alpha, the colours not multiplied
/// by alpha (as PNG has them). Value.
struct Pixels {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::vector<std::uint8_t> rgba;
};

/// `page` as pixels, with grey edges. A side has as many pixels as the length fills in part. An image that cannot be
/// decoded is left out. Errors: invalid_input for a resolution out of range; unsupported for a picture that would be
/// too large; system where memory runs out. Any thread.
Result<Pixels> draw(const page::Page& page, const PixelOptions& options = {});

/// `pixels` as a PNG file that states the resolution. The same bytes for the same pixels and zlib. Errors:
/// invalid_input where rgba has not 4 × width × height bytes, or a side is zero; system.
Result<std::string> encode_png(const Pixels& pixels, double dots_per_inch);

/// How pages become PNG files. Value.
struct PngOptions {
    /// Path of the file. A document of more than one page becomes files with "-1", "-2", … before the extension.
    std::string path;
    PixelOptions pixels;
    /// Filled by finish() with the files written, where not null; outlives the sink.
    std::vector<std::string>* written = nullptr;
};

/// A writer of PNG files. They appear together on finish(), or not at all. Errors: system, and those of draw().
Result<std::unique_ptr<page::Sink>> open_png(PngOptions options);

}  // namespace bichig::format
