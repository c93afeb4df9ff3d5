// Documents in files: which reader a file goes to.
#pragma once

#include <initializer_list>
#include <string>

#include <bichig/base/diagnostics.h>
#include <bichig/base/result.h>
#include <bichig/document/model.h>

namespace bichig::cli {

/// Whether the name of a file ends in one of `endings` (".json"), in capitals or not.
bool has_extension(const std::string& path, std::initializer_list<const char*> endings);

/// Reads a document: JSON by the name of its file or, where that says nothing, by its first character; else Markdown.
/// "-" is standard input. Images are looked for in the folder of the file.
Result<document::Document> read_document(const std::string& path, Diagnostics& diagnostics);

}  // namespace bichig::cli
