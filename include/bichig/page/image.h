// From the bytes of an image to what a page holds of it, and how it lies in its box.
#pragma once

#include <memory>
#include <string>

#include <bichig/base/result.h>
#include <bichig/page/page.h>

namespace bichig::page {

/// Recognises PNG and JPEG by their heads. `name` stands in messages of writers. Errors: those of image::read_head().
Result<ImageData> recognize_image(std::shared_ptr<const std::string> bytes, std::string name = {});

/// The corners of the stored rows of an image that stands upright in a box: where writers must put them. Value.
struct ImageCorners {
    PhysicalPoint first;        ///< of the first pixel of the first row
    PhysicalPoint row_end;      ///< of the last pixel of the first row
    PhysicalPoint last_row;     ///< of the first pixel of the last row
};
ImageCorners corners(const PhysicalRect& box, image::Orientation orientation);

}  // namespace bichig::page
