// What the file says of the document: the Info dictionary and, in the same words, XMP.
#pragma once

#include <optional>
#include <string>

#include <bichig/page/page.h>

#include "format/pdf/internal/file.h"

namespace bichig::format::pdf {

/// An ISO 8601 date ("2024-05-16", "2024-05-16T08:00:00+08:00", also with "Z") as a PDF date with its delimiters;
/// nothing where `iso` is no such date.
std::optional<std::string> pdf_date(const std::string& iso);

/// Writes the Info dictionary; its number. Properties::date is empty or a date that pdf_date() takes.
ObjectNumber write_info(const page::Properties& properties, const std::string& producer, File& file);

/// Writes the XMP packet with the identifiers of PDF/A-2u and PDF/UA-1; its number. Same condition.
ObjectNumber write_xmp(const page::Properties& properties, const std::string& producer, File& file);

}  // namespace bichig::format::pdf
