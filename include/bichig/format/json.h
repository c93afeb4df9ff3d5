// Reads JSON into the document model.
#pragma once

#include <string>

#include <bichig/base/diagnostics.h>
#include <bichig/base/result.h>
#include <bichig/document/model.h>

namespace bichig::format {

/// Reads JSON that follows data/schema/document.schema.json. Errors carry the JSON pointer and a hint.
Result<document::Document> read_json(std::string bytes, const std::string& name,
                                     const std::string& base_folder, Diagnostics& diagnostics);

/// The JSON Schema (draft-07) of what read_json takes.
std::string json_schema();

}  // namespace bichig::format
