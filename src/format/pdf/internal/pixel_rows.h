// Writes the pixels of a decoded image row by row as one stream.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "format/pdf/internal/file.h"

namespace bichig::format::pdf {

/// The largest image that is held whole to be decoded: one whose rows come woven.
inline constexpr std::size_t most_held_bytes = std::size_t{256} << 20;

/// Some channels of each pixel of 8-bit rows as the stream of an image. Each row is written as its difference from the
/// one above: PNG's filter "Up", which the PDF filter knows (ISO 32000-1, 7.4.4.4) and which deflate packs better than
/// plain rows. Scratch.
class PixelRows {
public:
    struct Channels {
        std::size_t of = 0;     ///< in each pixel
        std::size_t first = 0;
        std::size_t count = 0;  ///< that are written
    };
    /// Begins the stream `object`; `colour_space` is written as it is, `more` are further entries.
    PixelRows(File& file, ObjectNumber object, std::size_t width, std::size_t height, Channels channels,
              std::string_view colour_space, std::string_view more);
    void add(const unsigned char* pixels);
    void end() { file_.end_stream(); }

private:
    File& file_;
    Channels channels_;
    std::vector<unsigned char> above_;
    std::vector<char> row_;
};

}  // namespace bichig::format::pdf
