// One page as the text of an SVG file.
#pragma once

#include <map>
#include <string>

#include <bichig/page/page.h>

namespace bichig::format::svg {

/// Alternative texts of the figures that are open, by element.
using Alternatives = std::map<page::ElementId, std::u16string>;

/// `page` as SVG 1.1, in points: outlines once each, and the text of each run beside its glyphs.
std::string draw(const page::Page& page, const page::Properties& properties, const Alternatives& alternatives);

/// `text` for XML 1.0, fit for content and for attributes in double quotes; what XML cannot say becomes U+FFFD.
std::string escape(std::u16string_view text);

}  // namespace bichig::format::svg
