// A JSON value with its place in the file: what nlohmann's own values do not keep.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/result.h>
#include <bichig/base/text_range.h>

namespace bichig::format {

struct JsonMember;

/// A JSON value. Value.
struct JsonValue {
    enum class Kind : std::uint8_t { null, boolean, integer, number, string, array, object };
    Kind kind = Kind::null;
    bool boolean = false;
    double number = 0;         ///< of an integer too
    std::string string;        ///< UTF-8, escapes resolved
    SourceRange source;        ///< of a string: the bytes between its quotes; else the first byte or all of it
    std::vector<JsonValue> items;
    std::vector<JsonMember> members;  ///< in the order of the file
};

/// A field of an object. Value.
struct JsonMember {
    std::string name;
    SourceRange source;  ///< the bytes of the name between its quotes
    JsonValue value;
};

/// Parses `bytes`. Errors: where.detail of a syntax error is the byte; a name that stands twice in an object and values
/// nested too deeply are errors too. `where.line` and the file are left to the caller, who knows them by `fault`.
Result<JsonValue> parse_json(std::string_view bytes, SourceRange& fault);

}  // namespace bichig::format
