// One face of a font file: what shaping, layout and writers ask of it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <bichig/base/length.h>
#include <bichig/base/result.h>

namespace bichig::font {

/// A glyph of a face by its number in the file; 0 is "no glyph".
using GlyphId = std::uint32_t;

/// The vertical extents of a face in its own units, with y upwards from the baseline. Value.
struct Metrics {
    FontUnits units_per_em;
    FontUnits ascender;
    FontUnits descender;   ///< negative below the baseline
    FontUnits cap_height;  ///< 0 if the face does not say
    /// Height of the line on which vertical setting centres this face ("central baseline"): the middle of the
    /// Mongolian stem where the face has one, half the cap height for Latin, the middle of the em box for Han.
    FontUnits central_baseline;
};

/// The box around the ink of a glyph, in font units with y upwards; all zero for a glyph without ink. Value.
struct Ink {
    FontUnits left;
    FontUnits right;
    FontUnits bottom;
    FontUnits top;
};

/// A glyph outline as a sink of segments in font units, y upwards. Implement it to draw.
class OutlineSink {
public:
    virtual ~OutlineSink() = default;
    virtual void move_to(double x, double y) = 0;
    virtual void line_to(double x, double y) = 0;
    virtual void quadratic_to(double x1, double y1, double x, double y) = 0;
    virtual void cubic_to(double x1, double y1, double x2, double y2, double x, double y) = 0;
    virtual void close() = 0;
};

namespace internal {
struct FontData;
}

/// One face of a font file, opened. Shared resource: immutable, cheap to copy, any thread.
class Font {
public:
    /// Opens face `index` of the file at `path` (the file is mapped, not read whole). Errors: not_found, or
    /// invalid_input where the file is no TrueType or OpenType font with outlines.
    static Result<Font> open(const std::string& path, unsigned index = 0);

    /// The family name in the face's `name` table, in UTF-8.
    const std::string& family() const;
    /// The PostScript name in the face's `name` table; made from the family where the face has none.
    const std::string& postscript_name() const;
    const Metrics& metrics() const;
    /// The glyph for `character`, or 0.
    GlyphId glyph(char32_t character) const;
    /// Whether the face has a vertical form of its own (`vert`) for the glyph of `character`.
    bool has_vertical_form(char32_t character) const;
    /// Whether the face's substitutions cover an OpenType script, e.g. "mong".
    bool shapes_script(std::string_view opentype_tag) const;
    /// Horizontal advance of `glyph`.
    FontUnits advance(GlyphId glyph) const;
    /// The box around the ink of `glyph`.
    Ink ink(GlyphId glyph) const;
    /// Sends the outline of `glyph` to `sink`.
    void outline(GlyphId glyph, OutlineSink& sink) const;
    /// A number that is the same for two Font values exactly if they share one opened face.
    std::uintptr_t identity() const;

    bool operator==(const Font& other) const { return data_ == other.data_; }

    /// Not for users: the face behind the value, for modules that hand it to HarfBuzz.
    const internal::FontData& data() const { return *data_; }

private:
    explicit Font(std::shared_ptr<const internal::FontData> data) : data_{std::move(data)} {}
    std::shared_ptr<const internal::FontData> data_;
};

}  // namespace bichig::font
