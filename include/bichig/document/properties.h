// What a document says of itself, where it was read from, and which fonts it asks for. Data only.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace bichig::document {

/// A file that a document was read from; Run::source points into it. Value.
struct Source {
    std::string name;  ///< as the user gave it; "-" for standard input
    std::shared_ptr<const std::string> bytes;
};

/// What a document says of itself. Value.
struct Properties {
    std::u16string title;
    std::u16string author;
    std::u16string subject;
    std::vector<std::u16string> keywords;
    std::string language;  ///< BCP 47; empty: that of the first section
    std::string date;      ///< ISO 8601; empty: unknown
    std::string profile;       ///< of an official document: the name of its profile; empty: none
    std::string script_order;  ///< of an official document: "mongolian_first" or "chinese_first"
};

/// A font that a document asks for in place of the one that serves a role by itself. Value.
struct FontChoice {
    std::string role;  ///< as fonts/catalogue.toml spells it: "han-title"
    std::string name;  ///< family, full name or PostScript name
};

}  // namespace bichig::document
