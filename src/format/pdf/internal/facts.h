// What is read of a PDF, in types of the standard library alone.
//
// facts.cpp and text_sample.cpp are compiled as C++17: as C++20 Clang 14 refuses libqpdf's headers, where a virtual
// destructor asks for a std::vector of a type that is not complete. So nothing of Bichig, which is C++20, stands here.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace bichig::format::pdf {

struct FontFact {
    std::string name, type;
    bool embedded = false, subset = false;
    std::uint32_t pages = 0;
};

struct SizeFact {
    double width = 0;  ///< points
    double height = 0;
    std::uint32_t pages = 0;
};

/// The fields of format::PdfInfo. Value.
struct Facts {
    std::string version, title, author, subject, keywords, creator, producer, created, modified, language;
    std::string pdfa, pdfua, profile, script_order;
    std::uint32_t pages = 0;
    std::vector<SizeFact> sizes;
    bool tagged = false, encrypted = false;
    std::vector<FontFact> fonts;
    std::map<std::string, std::uint64_t> languages, elements;
    std::uint64_t bookmarks = 0, links = 0;
    std::string text;
};

/// Why a file cannot be read; empty: it was read.
struct Refusal {
    std::string message;
    std::string hint;
};

/// Reads the file `bytes`, which libqpdf calls `name`, into `facts`. Throws nothing.
Refusal read_facts(const std::string& name, const std::string& bytes, Facts& facts);

}  // namespace bichig::format::pdf
