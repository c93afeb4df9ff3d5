// Images of a document as they stand on a page: recognised, and no larger than their room.
#include "paginate/internal/figures.h"

#include <algorithm>
#include <utility>

#include <bichig/document/text.h>
#include <bichig/page/image.h>

namespace bichig::paginate::internal {

std::optional<page::ImageData> image_data(const document::Image& image, SourceRange source,
                                          const document::Document& document, Diagnostics& diagnostics) {
    auto data = page::recognize_image(image.bytes, image.file);
    if (data) return std::move(*data);
    diagnostics.add({"image", data.error().message, data.error().hint, document::place_of(document, source), source});
    return std::nullopt;
}

PhysicalSize shrunk_to(PhysicalSize size, PhysicalSize room) {
    const double factor = std::min({1.0, room.width.in_points() / size.width.in_points(),
                                    room.height.in_points() / size.height.in_points()});
    return {size.width.scaled(factor), size.height.scaled(factor)};
}

}  // namespace bichig::paginate::internal
