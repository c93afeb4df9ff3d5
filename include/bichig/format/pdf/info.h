// What a PDF file says of itself: pages, fonts, languages, structure, the conformance it claims. Nothing is validated.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <bichig/base/length.h>
#include <bichig/base/result.h>

namespace bichig::format {

/// A font of a file. Value.
struct PdfFont {
    std::string name;       ///< PostScript name, the tag of a subset left out
    std::string type;       ///< "TrueType", "Type1", "CIDFontType0" …
    bool embedded = false;
    bool subset = false;    ///< its name has the tag of one
    std::uint32_t pages = 0;  ///< that it is a resource of
};

/// So many pages after one another have this size. Value.
struct PdfPageSize {
    PhysicalSize size;  ///< of the media box, rotation taken into account
    std::uint32_t pages = 0;
};

/// What is known of a file. Value; text is UTF-8.
struct PdfInfo {
    std::string version;             ///< "1.7"
    std::vector<PdfPageSize> sizes;  ///< in the order of the pages
    std::uint32_t pages = 0;
    std::string title, author, subject, keywords, creator, producer;
    std::string created, modified;   ///< as the file has them: "D:20240318…", or of ISO 8601
    std::string language;            ///< of the catalogue, BCP 47
    std::string profile;             ///< of an official document set by Bichig; empty: not stated
    std::string script_order;        ///< likewise: "mongolian_first", "chinese_first"
    std::string pdfa;                ///< "2u": the part and the level of PDF/A that are claimed; empty: none
    std::string pdfua;               ///< "1": the part of PDF/UA that is claimed; empty: none
    bool tagged = false;
    bool encrypted = false;
    std::vector<PdfFont> fonts;                      ///< by name
    std::map<std::string, std::uint64_t> languages;  ///< of elements and marked contents, how often each is named
    std::map<std::string, std::uint64_t> elements;   ///< of the structure, by type
    std::uint64_t bookmarks = 0;
    std::uint64_t links = 0;
    std::string text;                ///< the beginning of the first page's text, 200 characters at most
};

/// Reads a file, of whatever program. Elements, bookmarks and fonts beyond a million are not counted; loops in a file
/// are followed once. Errors: it cannot be read, is no PDF, is damaged beyond repair, or wants a password.
Result<PdfInfo> read_pdf_info(const std::string& path);

}  // namespace bichig::format
