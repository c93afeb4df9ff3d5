// Marks of notes, and what cross references show: text that follows from the rest of a document.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <bichig/base/result.h>
#include <bichig/document/model.h>

namespace bichig::document {

/// The mark of note number `number`, from 1: "7", "⑦"; digits where there is no circled number.
std::u16string note_mark(NoteStyle::Marks marks, std::uint32_t number);

/// Writes the marks of notes, which count through each section, the labels of captions, which count tables and images
/// through the document, and the texts of references. Page numbers that are not
/// known yet are "0"; paginate() sets them. May be called again after a change. Errors: a reference to an id that no
/// block has, or to a block that has not what is to be shown; an id that two blocks have.
std::optional<Error> resolve(Document& document);

/// Whether any page number is shown in the text of `document`.
bool shows_pages(const Document& document);

/// Whether `document` has notes.
bool has_notes(const Document& document);

}  // namespace bichig::document
