// The images of a page as Cairo surfaces.
#pragma once

#include <memory>

#include <cairo.h>

#include <bichig/page/page.h>

namespace bichig::format::png {

struct SurfaceRelease {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceRelease>;

/// The pixels of `image` as stored; none where it cannot be decoded, or is larger than a picture may be.
Surface decode(const page::ImageData& image);

}  // namespace bichig::format::png
