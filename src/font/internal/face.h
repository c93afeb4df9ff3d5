// The HarfBuzz objects behind a font::Font, for the modules that shape, subset or draw with them.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

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

/// Weight and slant as the table OS/2 states them.
struct Style {
    unsigned weight = regular_weight;
    bool italic = false;
};

/// What is read of a face when it is first asked for.
struct FontDetails {
    Owned<hb_set_t> vertical_lookups;  ///< GSUB lookups of the feature `vert`
    std::string family;
    std::string postscript_name;
    Style style;
    Metrics metrics;
};

/// A number that no face has had yet. Any thread.
std::uintptr_t next_serial();

/// An opened face. Shared resource: what others see of it never changes, any thread. On lines of memory of its own: the
/// count of those who share it stands before it, and changes with each copy on any thread.
struct alignas(64) FontData {
    Owned<hb_blob_t> blob;
    Owned<hb_face_t> face;
    Owned<hb_font_t> font;  ///< scaled to the units per em, so that every position is in font units
    unsigned index = 0;
    const std::uintptr_t serial = next_serial();

    const FontDetails& details() const;
    bool joins_mongolian() const;

private:
    mutable std::once_flag details_once_;
    mutable FontDetails details_;
    mutable std::once_flag joins_once_;
    mutable bool joins_ = false;
};

Style style_of(hb_face_t* face);
/// All names of a face, in all languages.
std::vector<std::string> names_of(hb_face_t* face);

}  // namespace bichig::font::internal
