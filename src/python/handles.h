// Handles of the C interface as classes for Python that several files use: fonts, styles; pictures.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <nanobind/stl/optional.h>

#include "python/call.h"

namespace bichig::python {

/// The fonts that text is set with. Shared.
class Fonts {
public:
    using Memory = std::vector<std::pair<nb::bytes, std::string>>;                      ///< bytes, name
    using Roles = std::vector<std::pair<std::string, std::string>>;                     ///< role, name of a face
    using Face = std::tuple<std::string, std::string, unsigned, unsigned, bool, bool>;  ///< see faces()

    Fonts(const std::optional<std::string>& staged, const std::vector<std::string>& folders, const Memory& memory,
          const Roles& roles, bool system, int policy, const std::optional<std::string>& default_family);
    /// name, file, index, weight, italic, system of each.
    std::vector<Face> faces() const;
    const std::vector<Finding>& findings() const { return findings_; }
    const bichig_fonts* get() const { return fonts_.get(); }

private:
    Owned<bichig_fonts> fonts_;
    std::vector<Finding> findings_;
};

/// How a text is set. Value.
class Style {
public:
    Style(double font_size, unsigned weight, int mongolian, int han, std::string language, unsigned long colour,
          int direction, int alignment, double line_pitch, double first_line_indent, unsigned combine_digits,
          double han_scale);
    /// Lives as long as this.
    const bichig_style* get() const { return &style_; }

    Style(const Style&) = delete;
    Style& operator=(const Style&) = delete;

private:
    std::string language_;
    bichig_style style_ = BICHIG_STYLE_INIT;
};

/// Bytes (None where nothing was drawn), width, height (pixels), width, height (points), text's width, height (points),
/// font size, overflow.
using Picture = std::tuple<std::optional<nb::bytes>, unsigned, unsigned, double, double, double, double, double, bool>;

/// Takes the bytes out of `picture`, which are the caller's.
Picture picture_of(const bichig_picture& picture);

/// Pages, missing characters, overfull lines, underfull lines; findings.
using Set = std::pair<std::tuple<std::size_t, std::size_t, std::size_t, std::size_t>, std::vector<Finding>>;

/// What became of a document; ends `findings`.
Set set_of(const bichig_summary& summary, bichig_findings* findings);

/// A document or notice. Shared.
class Document {
public:
    /// `text` is a str or the bytes of a file in UTF-8.
    Document(const nb::object& text, int source, const std::string& name, const std::string& folder);
    const bichig_document* get() const { return document_.get(); }
    const std::vector<Finding>& findings() const { return findings_; }
    nb::str text() const;
    Set write_file(const Fonts& fonts, const std::string& path, int format, double dots_per_inch, bool transparent,
                   bool strict, const std::optional<std::string>& date, nb::object function) const;
    std::pair<nb::typed<nb::list, nb::bytes>, Set> write_memory(const Fonts& fonts, int format, double dots_per_inch,
                                                                bool transparent, bool strict,
                                                                const std::optional<std::string>& date,
                                                                nb::object function) const;

private:
    Owned<bichig_document> document_;
    std::vector<Finding> findings_;
};

/// Offset, upstream, line, begin and end of the character, inside.
using Hit = std::tuple<std::size_t, bool, std::size_t, std::size_t, std::size_t, bool>;
inline Hit hit_of(const bichig_hit& hit, const Places& places) {
    const Range range = range_of(hit.character, places);
    return {places.index(hit.offset), hit.upstream != 0, hit.line, range.first, range.second, hit.inside != 0};
}

using Rect = std::tuple<double, double, double, double>;
inline Rect rect_of(const bichig_rect& rect) { return {rect.x, rect.y, rect.width, rect.height}; }

}  // namespace bichig::python
