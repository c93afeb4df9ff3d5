// What the head of a PNG or JPEG file says: enough to place the image without decoding it.
#pragma once

#include <cstdint>
#include <string_view>

#include <bichig/base/length.h>
#include <bichig/base/result.h>

namespace bichig::image {

/// The formats that are read.
enum class Format : std::uint8_t { png, jpeg };

/// How the stored rows must be moved so that the image stands upright; the values of the Exif tag Orientation (0x0112;
/// Exif 2.32, 4.6.4). Mirroring is left to right and comes before turning.
enum class Orientation : std::uint8_t {
    upright = 1,
    mirrored,
    half_turn,
    mirrored_half_turn,
    mirrored_quarter_back,  ///< mirrored, then turned 90° counter-clockwise: rows and columns change places
    quarter_turn,           ///< turned 90° clockwise
    mirrored_quarter_turn,
    quarter_back            ///< turned 90° counter-clockwise
};

/// Whether rows become columns.
constexpr bool is_quarter(Orientation orientation) { return orientation >= Orientation::mirrored_quarter_back; }

/// Pixels to the inch where a file states none (CSS pixels).
inline constexpr double default_resolution = 96;

/// Value.
struct Head {
    Format format = Format::png;
    std::uint32_t width = 0;   ///< pixels of a row, as stored
    std::uint32_t height = 0;  ///< rows, as stored
    Orientation orientation = Orientation::upright;
    double resolution_across = default_resolution;  ///< pixels to the inch along the stored rows
    double resolution_down = default_resolution;    ///< from row to row

    /// The size on paper when it stands upright.
    PhysicalSize size() const;
};

/// Recognises PNG and JPEG by their heads. Reads the size in pixels; the orientation from Exif; the resolution from
/// pHYs or the JFIF density, unless it is below 10 or above 10,000 to the inch, which no image means. Errors:
/// unsupported for any other format, invalid_input for a cut or contradictory head.
Result<Head> read_head(std::string_view bytes);

}  // namespace bichig::image
