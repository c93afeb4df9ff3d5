// The HarfBuzz objects behind a font::Font, for the modules that shape, subset or draw with them.
#pragma once

#include <memory>
#include <string>

#include <hb.h>

#include <bichig/font/font.h>

namespace bichig::font::internal {

struct HarfBuzzDeleter {
    void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
    void operator()(hb_font_t* font) const { hb_font_destroy(font); }
    void operator()(hb_set_t* set) const { hb_set_destroy(set); }
    void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};

template <class T>
using Owned = std::unique_ptr<T, HarfBuzzDeleter>;

/// An opened face. Shared resource: immutable after Font::open, any thread.
struct FontData {
    Owned<hb_blob_t> blob;
    Owned<hb_face_t> face;
    Owned<hb_font_t> font;  ///< scaled to the units per em, so that every position is in font units
    Owned<hb_set_t> vertical_lookups;  ///< GSUB lookups of the feature `vert`
    std::string family;
    std::string postscript_name;
    Metrics metrics;
    unsigned index = 0;
};

}  // namespace bichig::font::internal
