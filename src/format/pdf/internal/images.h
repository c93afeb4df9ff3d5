// The images of a document: each is written once, whatever the number of its places.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include <bichig/base/diagnostics.h>
#include <bichig/base/result.h>
#include <bichig/page/page.h>

#include "format/pdf/internal/colour_profile.h"
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
    ImageStore(File& file, ColourSpaces spaces, Diagnostics& diagnostics)
        : file_{file}, spaces_{spaces}, diagnostics_{diagnostics}, profiles_{file} {}

    /// The object for `image`, written on its first use. Errors: invalid_input for damaged bytes, unsupported.
    Result<ImageObject> use(const page::ImageData& image);

private:
    Result<ImageObject> write_png(const page::ImageData& image);
    Result<ImageObject> write_jpeg(const page::ImageData& image);
    /// The colour space of an image of `components` (1 or 3) components with the ICC profile `profile`, which may be
    /// empty. A profile that PDF/A does not take is left out with a diagnostic.
    ObjectNumber colour_space(const page::ImageData& image, std::string_view profile, unsigned components);
    void report_profile(const page::ImageData& image, std::string fault);

    File& file_;
    ColourSpaces spaces_;
    Diagnostics& diagnostics_;
    ProfileStore profiles_;
    struct Key {
        std::uint64_t hash;
        std::size_t size;
        auto operator<=>(const Key&) const = default;
    };
    std::map<Key, ImageObject> known_;
};

/// "PNG image 'a.png'", for messages.
std::string describe(const page::ImageData& image);

/// An error of an image that cannot be read.
Error damaged_image(const page::ImageData& image, const std::string& fault);

/// An error of an image that would have to be held whole, and is too large for that.
Error too_large_image(const page::ImageData& image);

}  // namespace bichig::format::pdf
