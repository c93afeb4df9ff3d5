// What readers of documents share about the world outside the text: image files and dates.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <bichig/base/result.h>
#include <bichig/document/model.h>

namespace bichig::document {

/// The size of an image as a document states it. Value.
struct StatedSize {
    std::optional<Length> width;
    std::optional<Length> height;  ///< one alone keeps the proportion; none: by the resolution of the file
};

/// Reads the PNG or JPEG file `path` below `base_folder` ("" is the current folder). `path` is relative; neither it
/// nor a symbolic link on the way may lead out of the folder. The alternative text and the source are left to the
/// caller. Errors have no place: the caller knows where the path was written.
Result<Image> read_image(const std::string& base_folder, const std::string& path, StatedSize stated = {});

/// Whether `date` is a calendar day "2024-05-16", which may have a time "T08:00:00" and then an offset "Z" or "+08:00".
bool is_iso_date(std::string_view date);

}  // namespace bichig::document
