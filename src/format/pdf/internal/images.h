// The images of a document: each is written once, whatever the number of its places.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>

#include <bichig/base/result.h>
#include <bichig/page/page.h>

#include "format/pdf/internal/file.h"

namespace bichig::format::pdf {

/// The colour spaces that every page and image shares.
struct ColourSpaces {
    ObjectNumber gray = 0;  ///< CalGray
    ObjectNumber rgb = 0;   ///< CalRGB
};

/// Writes both colour spaces: sRGB's primaries and white, gamma 2.2.
ColourSpaces write_colour_spaces(File& file);

/// An image in the file.
struct ImageObject {
    ObjectNumber object = 0;
    bool transparent = false;
};

/// Scratch.
class ImageStore {
public:
    ImageStore(File& file, ColourSpaces spaces) : file_{file}, spaces_{spaces} {}

    /// The object for `image`, written on its first use. Errors: invalid_input for damaged bytes, unsupported.
    Result<ImageObject> use(const page::ImageData& image);

private:
    Result<ImageObject> write_jpeg(const page::ImageData& image);

    File& file_;
    ColourSpaces spaces_;
    struct Key {
        std::uint64_t hash;
        std::size_t size;
        auto operator<=>(const Key&) const = default;
    };
    std::map<Key, ImageObject> known_;
};

/// Writes a PNG image row by row. Errors: invalid_input.
Result<ImageObject> write_png(const page::ImageData& image, ColourSpaces spaces, File& file);

}  // namespace bichig::format::pdf
