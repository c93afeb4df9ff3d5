// Reads JSON into the document model.
#pragma once

#include <string>

#include <bichig/base/diagnostics.h>
#include <bichig/base/result.h>
#include <bichig/document/model.h>

namespace bichig::format {

/// Reads JSON that follows data/schema/document.schema.json: {"kind": "document", …}, or the kind of an official
/// document, {"kind": "notice", …}. Images and profiles are read from the folder `base_folder` and nowhere outside it.
/// A run's source is the bytes between the quotes of its string; they are its text byte for byte where the string has
/// no escapes. Errors carry file, line, column, the JSON pointer in where.detail, and a hint.
Result<document::Document> read_json(std::string bytes, const std::string& name,
                                     const std::string& base_folder, Diagnostics& diagnostics);

/// The JSON Schema (draft-07) of what read_json takes.
std::string json_schema();

}  // namespace bichig::format
