// Checks kinds, names and forms of JSON values; each fault says where, what is wanted and what to write.
#include <format/json/internal/fields.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <bichig/base/utf.h>

#include <document/internal/letters.h>
#include <document/internal/units.h>

namespace bichig::format {

namespace {

const char* kind_name(JsonValue::Kind kind) {
    switch (kind) {
    case JsonValue::Kind::null: return "null";
    case JsonValue::Kind::boolean: return "true or false";
    case JsonValue::Kind::integer:
    case JsonValue::Kind::number: return "a number";
    case JsonValue::Kind::string: return "a string";
    case JsonValue::Kind::array: return "an array";
    case JsonValue::Kind::object: return "an object";
    }
    return "";
}

/// `name` as a step of a JSON pointer (RFC 6901).
std::string step(std::string_view name) {
    std::string made = "/";
    for (const char c : name) made += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return made;
}

}  // namespace

JsonFault JsonPlace::fault(std::string message, std::string hint) const {
    Place where;
    where.detail = pointer_;
    return {{ErrorCode::invalid_input, std::move(message), std::move(hint), where}, value_->source};
}

JsonFault JsonPlace::wrong_kind(const char* wanted) const {
    return fault(std::string{wanted} + " is wanted here, not " + kind_name(value_->kind),
                 "see data/schema/document.schema.json");
}

const std::string& JsonPlace::string() const {
    if (value_->kind != JsonValue::Kind::string) throw wrong_kind("a string");
    if (value_->string.find('\0') != std::string::npos) throw fault("the text holds the character NUL", "take it out");
    return value_->string;
}

std::u16string JsonPlace::text() const { return to_utf16(string()).value_or(std::u16string{}); }

notice::Field JsonPlace::field() const {
    if (string().empty()) throw fault("this text is empty", "write the text, or leave the field out");
    return {text(), value_->source};
}

bool JsonPlace::boolean() const {
    if (value_->kind != JsonValue::Kind::boolean) throw wrong_kind("true or false");
    return value_->boolean;
}

double JsonPlace::number() const {
    if (value_->kind != JsonValue::Kind::integer && value_->kind != JsonValue::Kind::number)
        throw wrong_kind("a number");
    return value_->number;
}

std::uint32_t JsonPlace::integer(std::uint32_t low, std::uint32_t high) const {
    const double value = number();
    if (value != std::floor(value) || value < low || value > high) {
        throw fault("a whole number from " + std::to_string(low) + " to " + std::to_string(high) + " is wanted here",
                    "see data/schema/document.schema.json");
    }
    return static_cast<std::uint32_t>(value);
}

Length JsonPlace::length() const {
    const auto made = document::length_of(string());
    if (!made) throw fault("'" + string() + "' is no length", "write a number with its unit: 16pt or 35mm");
    return *made;
}

document::Colour JsonPlace::colour() const {
    const auto made = document::colour_of(string());
    if (!made) throw fault("'" + string() + "' is no colour", "write #RRGGBB");
    return *made;
}

std::string JsonPlace::language() const {
    const std::string& text = string();
    const bool good = document::is_language_tag(text);
    if (!good) throw fault("'" + text + "' is no language tag", "write mn-Mong, zh-Hans or another tag of BCP 47");
    return text;
}

std::vector<JsonPlace> JsonPlace::items() const {
    if (value_->kind != JsonValue::Kind::array) throw wrong_kind("an array");
    std::vector<JsonPlace> places;
    places.reserve(value_->items.size());
    for (std::size_t i = 0; i < value_->items.size(); ++i) {
        places.emplace_back(value_->items[i], pointer_ + "/" + std::to_string(i));
    }
    return places;
}

JsonFields::JsonFields(const JsonPlace& place, const std::vector<std::string_view>& known) : place_{place} {
    if (place.value().kind != JsonValue::Kind::object) {
        throw place.fault(std::string{"an object is wanted here, not "} + kind_name(place.value().kind),
                          "see data/schema/document.schema.json");
    }
    for (const JsonMember& member : place.value().members) {
        if (std::find(known.begin(), known.end(), member.name) != known.end()) continue;
        std::string names;
        for (const std::string_view name : known) names.append(names.empty() ? "" : ", ").append(name);
        JsonFault fault = JsonPlace{member.value, place.pointer() + step(member.name)}.fault(
            "unknown field", "known fields are " + names);
        fault.source = member.source;
        throw fault;
    }
}

std::optional<JsonPlace> JsonFields::find(std::string_view name) const {
    for (const JsonMember& member : place_.value().members) {
        if (member.name == name) return JsonPlace{member.value, place_.pointer() + step(name)};
    }
    return std::nullopt;
}

JsonPlace JsonFields::at(std::string_view name) const {
    if (auto found = find(name)) return *found;
    throw place_.fault("field '" + std::string{name} + "' is missing", "add it");
}

}  // namespace bichig::format
