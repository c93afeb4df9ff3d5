// A finished page: placed glyphs, paths and images in physical coordinates. Data only; writers read it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include <bichig/base/length.h>
#include <bichig/base/text_range.h>
#include <bichig/font/font.h>
#include <bichig/image/head.h>
#include <bichig/page/structure.h>

namespace bichig::page {

/// A colour in calibrated RGB (sRGB primaries, gamma 2.2), each part 0…255. Value.
struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    bool operator==(const Colour&) const = default;
};

/// How the glyphs of a run stand on the page.
enum class Orientation : std::uint8_t {
    horizontal,  ///< as drawn in the font; the pen moves to the right
    sideways,    ///< turned 90° clockwise; the pen moves down
    upright      ///< as drawn in the font; the pen moves down
};

/// A glyph in a run. Value.
struct PlacedGlyph {
    font::GlyphId glyph = 0;  ///< never 0: a missing character is a MissingBox
    /// Distance of the glyph's pen position from the origin of its run, along the pen's direction.
    Length along;
    /// Shift of the outline from the pen position in the glyph's own axes (before turning), y upwards.
    FontUnits shift_x;
    FontUnits shift_y;
    /// The part of GlyphRun::text that this glyph stands for. Parts follow each other without gaps; the second and
    /// later glyphs of a cluster have an empty part, at the end of the cluster's text.
    TextRange text;
};

/// Glyphs of one font and size on one line, with the text they stand for. Value.
///
/// The origin is the pen position: for `horizontal` and `sideways` the outline's own origin (0, 0) sits on it, at the
/// baseline. For `upright` the pen stands on the central axis: the outline is centred on it by half its horizontal
/// advance, and the top of the em box (font::Metrics::central_baseline + 1/2 em) lies at the pen.
struct GlyphRun {
    font::Font font;
    Length size;
    Orientation orientation = Orientation::horizontal;
    PhysicalPoint origin;
    std::vector<PlacedGlyph> glyphs;
    Length advance;       ///< from the origin to the end of the last glyph, along the pen's direction
    std::u16string text;  ///< what the glyphs stand for, without gaps
    Colour colour;
    ElementId element = artifact;
    std::string language; ///< BCP 47 where it differs from the element's; else empty
    SourceRange source;   ///< bytes of the source that `text` came from
    /// The text goes on in the next item, a run too, though room stands between the two: no space is written there. A
    /// writer whose readers take room for a space states the text of both at once.
    bool joins_next = false;
};

/// A character that no font has: a box of the size of the glyph that is missing. Value.
struct MissingBox {
    PhysicalRect box;
    std::u16string text;  ///< what the box stands for
    font::Font carrier;   ///< a font of the neighbourhood, for a writer that needs one to carry the text
    Length size;          ///< font size of the neighbourhood
    Orientation orientation = Orientation::horizontal;
    Colour colour;
    ElementId element = artifact;
    SourceRange source;
};

/// A straight line with square ends: rules, table borders, underlines. Value.
struct Stroke {
    PhysicalPoint from;
    PhysicalPoint to;
    Length width;
    Colour colour;
};

/// A wavy line: emphasis and marks of doubt. Value. See curve().
struct Wave {
    PhysicalPoint from;   ///< on its middle; parallel to one of the axes
    PhysicalPoint to;
    Length amplitude;     ///< from the middle to a crest, the stroke left out
    Length half_wave;     ///< about how long one crest is: whole crests fill the length
    Length width;         ///< of the stroke
    Colour colour;
};

/// The encoded bytes of an image (PNG or JPEG) and its size in pixels, as stored. Value; the bytes are shared.
struct ImageData {
    using Format = image::Format;
    Format format = Format::png;
    std::shared_ptr<const std::string> bytes;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    image::Orientation orientation = image::Orientation::upright;  ///< how it must be moved to stand upright
    std::string name;  ///< for messages; may be empty
};

/// An image on the page. It stands upright there, whichever way lines run. Value.
struct ImageBox {
    PhysicalRect box;
    ImageData image;
    ElementId element = artifact;  ///< a figure with its alternative text
};

/// A character that its font has as a picture in colour, such as an emoji; never turned. Value.
struct GlyphImage {
    PhysicalRect box;
    ImageData image;
    std::u16string text;  ///< what the picture stands for
    font::Font carrier;   ///< a font with outlines, for a writer that needs one to carry the text
    Length size;          ///< font size
    Orientation orientation = Orientation::horizontal;  ///< of the line: `upright` in a vertical one
    ElementId element = artifact;
    SourceRange source;
};

/// An active area that leads somewhere. Value.
struct LinkArea {
    PhysicalRect box;
    std::string uri;               ///< empty where `destination` says it
    ElementId element = artifact;  ///< the link element the area belongs to
    std::string destination{};     ///< name of a Destination of this document; empty: none
};

/// A place that links of this document, and of others, can name. Value.
struct Destination {
    std::string name;  ///< UTF-8, once in a document
    PhysicalPoint target;
};

/// An entry of the outline ("bookmarks") that points at this page. Value.
struct Bookmark {
    std::uint8_t level = 1;
    std::u16string title;
    PhysicalPoint target;
    ElementId element = artifact;
};

using Item = std::variant<GlyphRun, MissingBox, Stroke, Wave, ImageBox, GlyphImage>;

/// One page. Items stand in reading order, artifacts last; lines that decorate text come after the line of text that
/// they belong to. Value.
struct Page {
    PhysicalSize size;
    std::vector<Item> items;
    std::vector<LinkArea> links;
    std::vector<Bookmark> bookmarks;
    std::vector<Destination> destinations;
    std::uint32_t number = 0;  ///< as its page number says, or would say if it had one
    /// Elements whose content starts on this page or before the next one, in order of their ids; an element stands
    /// here before anything refers to it, and its parent before it.
    std::vector<Element> begun;
    /// Elements that will get no more content and no more children after this page, children before parents.
    std::vector<ElementId> ended;
};

/// How a reader should show pages: as it likes, or two beside each other that lie open in the printed document.
enum class PageLayout : std::uint8_t {
    any,
    odd_pages_right,  ///< the first page stands at the right by itself, as in a book
    odd_pages_left    ///< the first page is the left one of the first two
};

/// What a document says of itself. Value.
struct Properties {
    std::u16string title;
    std::u16string author;
    std::u16string subject;
    std::vector<std::u16string> keywords;
    std::string language;  ///< BCP 47 of the whole document
    std::string date;      ///< ISO 8601 "2024-05-16" or with "T08:00:00+08:00"; empty if unknown
    PageLayout layout = PageLayout::any;
    std::string profile;       ///< name of the profile of an official document; empty: none
    std::string script_order;  ///< which script stands first in it: "mongolian_first", "chinese_first"
};

}  // namespace bichig::page
