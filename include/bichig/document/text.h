// The text of a document in reading order, and the labels that it does not hold but shows.
#pragma once

#include <cstdint>
#include <string>

#include <bichig/base/result.h>
#include <bichig/document/model.h>

namespace bichig::document {

/// The label of item number `index` (from 0) of a list, without the space after it: "2.", "（三）", "•", "□".
std::u16string label(const List& list, std::uint32_t index);

/// All text in reading order, generated labels included, artifacts (page numbers, rules) left out: what a copy of
/// the whole document must give back, white space of ASCII aside. Line and paragraph separators are line feeds;
/// control characters are left out. A line feed ends each paragraph, label and cell. Notes stand after the text of
/// their section, each with its mark; where pages part them, paginate::PageOrder gives the text as the pages have it.
std::u16string reading_text(const Document& document);

/// The two texts of a section that pages mix: what flows, and its notes.
struct SectionText {
    std::u16string body;
    std::u16string notes;
};
SectionText reading_text(const Section& section);

/// The file, line and column of the first byte of `range`; an empty Place where it points nowhere.
Place place_of(const Document& document, SourceRange range);

/// Appends the sections of `other` to `document`, its styles and sources renumbered, and those of its ids renamed that
/// `document` has too; properties that `document` lacks are taken over.
void append(Document& document, Document other);

}  // namespace bichig::document
