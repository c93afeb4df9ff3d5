// Writes the pixels of a decoded image row by row as one stream.
#include "format/pdf/internal/pixel_rows.h"

namespace bichig::format::pdf {

PixelRows::PixelRows(File& file, ObjectNumber object, std::size_t width, std::size_t height, Channels channels,
                     std::string_view colour_space, std::string_view more)
    : file_{file}, channels_{channels}, above_(width * channels.count), row_(width * channels.count + 1) {
    std::string entries = "/Type/XObject/Subtype/Image/Width " + std::to_string(width) + "/Height " +
                          std::to_string(height) + "/BitsPerComponent 8/ColorSpace";
    entries.append(colour_space).append("/DecodeParms<</Predictor 15/Colors ");
    entries += std::to_string(channels.count) + "/Columns " + std::to_string(width) + ">>";
    file_.begin_stream(object, entries.append(more));
}

void PixelRows::add(const unsigned char* pixels) {
    row_[0] = 2;
    std::size_t out = 0;
    for (const unsigned char* pixel = pixels; out < above_.size(); pixel += channels_.of) {
        for (std::size_t i = 0; i < channels_.count; ++i, ++out) {
            const unsigned char value = pixel[channels_.first + i];
            row_[out + 1] = static_cast<char>(value - above_[out]);
            above_[out] = value;
        }
    }
    file_.stream_piece({row_.data(), row_.size()});
}

}  // namespace bichig::format::pdf
