// Reads Markdown into the document model.
#pragma once

#include <string>

#include <bichig/base/diagnostics.h>
#include <bichig/base/result.h>
#include <bichig/document/model.h>

namespace bichig::format {

/// Reads the Markdown text `bytes` (UTF-8) that was named `name`. With front matter `kind: notice` it is an official
/// document; without front matter it is one section whose lines are vertical when its first letter is Mongolian.
/// Images are read from the folder `base_folder` and nowhere outside it. Errors carry file, line and column, or a
/// front matter key, and a hint.
Result<document::Document> read_markdown(std::string bytes, const std::string& name,
                                         const std::string& base_folder, Diagnostics& diagnostics);

}  // namespace bichig::format
