// Images of a document as they stand on a page: recognised, and no larger than their room.
#pragma once

#include <optional>

#include <bichig/base/diagnostics.h>
#include <bichig/document/model.h>
#include <bichig/page/page.h>

namespace bichig::paginate::internal {

/// `image` for a page; nothing, and a diagnostic, where its bytes are of no image.
std::optional<page::ImageData> image_data(const document::Image& image, SourceRange source,
                                          const document::Document& document, Diagnostics& diagnostics);

/// `size`, made smaller in proportion where `room` is smaller.
PhysicalSize shrunk_to(PhysicalSize size, PhysicalSize room);

}  // namespace bichig::paginate::internal
