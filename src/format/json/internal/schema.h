// The published schema, and whether a text keeps to it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace bichig::format {

/// data/schema/document.schema.json.
extern const std::string_view schema_text;

/// Where and how a text breaks the schema. Value.
struct SchemaFault {
    std::string pointer;
    std::string message;
};

/// The first fault of `json`, which is well-formed JSON; nothing if it keeps to the schema.
std::optional<SchemaFault> schema_fault(std::string_view json);

/// data/schema/sheet.schema.json, and the same question of it: sheets are what `bichig layout` reads.
extern const std::string_view sheet_schema_text;
std::optional<SchemaFault> sheet_schema_fault(std::string_view json);

}  // namespace bichig::format
