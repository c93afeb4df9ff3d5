// Strict access to JSON objects: every name must be known, every value of the right kind.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <bichig/base/length.h>
#include <bichig/base/result.h>
#include <bichig/document/model.h>
#include <bichig/notice/notice.h>

#include <format/json/internal/value.h>

namespace bichig::format {

/// What is thrown inside this module, and caught in read_json. Value.
struct JsonFault {
    Error error;
    SourceRange source;
};

/// A value and its JSON pointer. Value; refers to the parsed JSON.
class JsonPlace {
public:
    JsonPlace(const JsonValue& value, std::string pointer) : value_{&value}, pointer_{std::move(pointer)} {}

    const JsonValue& value() const { return *value_; }
    const std::string& pointer() const { return pointer_; }

    /// A fault at this value.
    JsonFault fault(std::string message, std::string hint) const;

    const std::string& string() const;
    notice::Field field() const;                      ///< not empty
    std::u16string text() const;                      ///< may be empty
    bool boolean() const;
    double number() const;
    std::uint32_t integer(std::uint32_t low, std::uint32_t high) const;
    Length length() const;                            ///< "16pt", "3.5mm"
    document::Colour colour() const;                  ///< "#RRGGBB"
    std::string language() const;                     ///< BCP 47
    std::vector<JsonPlace> items() const;             ///< of an array

    /// The value that goes with the string in `names`.
    template <class T>
    T one_of(std::initializer_list<std::pair<std::string_view, T>> names) const {
        std::string known;
        for (const auto& [name, value] : names) {
            if (string() == name) return value;
            known.append(known.empty() ? "" : ", ").append(name);
        }
        throw fault("'" + string() + "' is not known here", "known are " + known);
    }

private:
    JsonFault wrong_kind(const char* wanted) const;

    const JsonValue* value_;
    std::string pointer_;
};

/// The fields of an object.
class JsonFields {
public:
    /// Throws when `place` is no object or has a field that is not in `known`.
    JsonFields(const JsonPlace& place, const std::vector<std::string_view>& known);

    std::optional<JsonPlace> find(std::string_view name) const;
    /// Throws when the field is missing.
    JsonPlace at(std::string_view name) const;
    const JsonPlace& place() const { return place_; }

    /// Sets `out` when the field is there; `read` is a member of JsonPlace.
    template <class T, class Read>
    void set(std::string_view name, T& out, Read read) const {
        if (const auto found = find(name)) out = ((*found).*read)();
    }

private:
    JsonPlace place_;
};

}  // namespace bichig::format
