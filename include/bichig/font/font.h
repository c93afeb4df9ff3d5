// One face of a font file: what shaping, layout and writers ask of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

/// A glyph that a face has as a picture in colour. Value; the bytes are shared.
struct ColourImage {
    std::shared_ptr<const std::string> png;  ///< a PNG file
    Ink box;                                 ///< where the picture stands, in font units from the glyph's origin
};

/// Largest font file that is opened, in bytes: twice the largest Han collections there are.
inline constexpr std::size_t largest_font_file = std::size_t{256} << 20;

/// Weights as OS/2 and CSS count them: 400 is regular, 700 bold. From `bold_from` on a face counts as bold.
inline constexpr unsigned regular_weight = 400;
inline constexpr unsigned bold_weight = 700;
inline constexpr unsigned bold_from = 600;

/// Width of the stroke that stands in for a missing bold, as a part of the em: 1/30 thickens the stems of a text face
/// by about a third and leaves the eyes of the smallest letters open.
inline constexpr double synthetic_bold_stroke = 1.0 / 30;

namespace internal {
struct FontData;
}

/// One face of a font file. Its file is mapped, and each of its tables is read when it is first asked for. Shared
/// resource: immutable, cheap to copy, any thread.
class Font {
public:
    /// Opens face `index` of the file at `path`. Errors: not_found, system, or invalid_input where the file is no
    /// TrueType or OpenType font or is larger than largest_font_file.
    static Result<Font> open(const std::string& path, unsigned index = 0);
    /// The same from the bytes of a font file; `name` stands for it in messages. Errors: invalid_input.
    static Result<Font> from_memory(std::shared_ptr<const std::string> bytes, unsigned index = 0,
                                    const std::string& name = "font in memory");

    /// The family name in the face's `name` table, in UTF-8: the English one where there are several.
    const std::string& family() const;
    /// Every name that the face goes by, in all languages: families, full names, PostScript name.
    std::vector<std::string> names() const;
    /// The PostScript name in the face's `name` table; made from the family where the face has none.
    const std::string& postscript_name() const;
    /// The weight that the face states, 1 to 1000; regular_weight where it states none.
    unsigned weight() const;
    /// Whether the face states that it is italic or oblique.
    bool italic() const;
    const Metrics& metrics() const;
    /// How many glyphs the face has; every GlyphId below is one of them.
    GlyphId glyph_count() const;
    /// The glyph for `character`, or 0.
    GlyphId glyph(char32_t character) const;
    /// Whether the face has a vertical form of its own (`vert`) for the glyph of `character`.
    bool has_vertical_form(char32_t character) const;
    /// Whether the face's substitutions cover an OpenType script, e.g. "mong".
    bool shapes_script(std::string_view opentype_tag) const;
    /// Whether the face's rules give a Mongolian letter other forms in a word than alone. False for faces that have
    /// the letters but no rules for joining them: their words fall apart.
    bool joins_mongolian() const;
    /// Horizontal advance of `glyph`.
    FontUnits advance(GlyphId glyph) const;
    /// The box around the ink of `glyph`.
    Ink ink(GlyphId glyph) const;
    /// Sends the outline of `glyph` to `sink`.
    void outline(GlyphId glyph, OutlineSink& sink) const;
    /// Whether the face has glyphs as pictures in colour (CBDT or sbix).
    bool has_colour_images() const;
    /// The picture of `glyph`; nothing where the face has none.
    std::optional<ColourImage> colour_image(GlyphId glyph) const;

    /// The same face, to be drawn bold by a stroke along its outlines. Glyphs and advances stay as they are.
    Font with_synthetic_bold() const;
    /// Whether writers draw the glyphs with a stroke of synthetic_bold_stroke in their own colour, joints rounded.
    bool synthetic_bold() const { return synthetic_bold_; }

    /// A number that two Font values share exactly if they share one opened face; never given to another face.
    std::uintptr_t identity() const;

    bool operator==(const Font& other) const = default;

    /// Not for users: the face behind the value, for modules that hand it to HarfBuzz.
    const internal::FontData& data() const { return *data_; }

private:
    explicit Font(std::shared_ptr<const internal::FontData> data) : data_{std::move(data)} {}
    std::shared_ptr<const internal::FontData> data_;
    bool synthetic_bold_ = false;
};

}  // namespace bichig::font
