// XML parts of packages: parsed by pugixml with all white space kept, looked at by local names, written by hand.
#pragma once

#include <string>
#include <string_view>

#include <pugixml.hpp>

#include <bichig/base/result.h>
#include <bichig/format/package/zip.h>

namespace bichig::format {

/// Parses the part `name` of the package `file` into `document`. Errors: invalid_input for a part that is missing, no
/// XML, or not UTF-8 or UTF-16.
Result<void> parse_part(pugi::xml_document& document, const std::vector<ZipPart>& parts, const std::string& name,
                        const std::string& file);

/// The name of an element without its prefix.
std::string_view local_name(const pugi::xml_node& node);
/// The first child with this local name; an empty node if there is none.
pugi::xml_node child(const pugi::xml_node& parent, std::string_view name);
/// The value of the attribute with this local name; empty if there is none.
std::string_view attribute(const pugi::xml_node& node, std::string_view name);

/// `text` as character data and as the value of an attribute in double quotes.
std::string escaped(std::string_view text);

/// `text` as an ST_Xstring of ECMA-376: characters that XML cannot hold, a CR, and what would be read as such an escape
/// become _xHHHH_.
std::string to_xstring(std::string_view text);
/// The text that an ST_Xstring stands for. A lone surrogate becomes U+FFFD.
std::string from_xstring(std::string_view text);

}  // namespace bichig::format
