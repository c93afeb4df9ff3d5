// What every reader does when a document has been read: defaults that depend on its text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/diagnostics.h>
#include <bichig/document/model.h>

namespace bichig::document {

/// The language that a text whose letters begin as in `utf8` is taken to be in: "mn-Mong", "zh-Hans", "en" for Latin
/// letters, else "und".
std::string guessed_language(std::string_view utf8);

/// Gives the runs of a paragraph the language of its first letter when that is not of the script of `language`, the
/// language of the section; runs that have a language keep it.
void set_foreign_language(std::vector<Run>& runs, std::string_view language);

/// Closes gaps between the levels of headings, with a diagnostic for each, and gives a document without title the text
/// of its first heading, or the name of its file without folder and ending. Then resolve(), whose errors are returned.
std::optional<Error> finish(Document& document, Diagnostics& diagnostics);

}  // namespace bichig::document
