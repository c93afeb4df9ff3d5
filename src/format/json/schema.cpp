// Validates JSON against the published schema, so that what is published is what is accepted.
#include <format/json/internal/schema.h>

#include <memory>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <bichig/format/json.h>

namespace bichig::format {

namespace {

std::unique_ptr<const valijson::Schema> parsed(std::string_view schema) {
    auto made = std::make_unique<valijson::Schema>();
    const nlohmann::json text = nlohmann::json::parse(schema);
    valijson::SchemaParser{}.populateSchema(valijson::adapters::NlohmannJsonAdapter{text}, *made);
    return made;
}

/// valijson names a place as "<root>", "[sections]", "[0]".
std::string pointer_of(const std::vector<std::string>& context) {
    std::string pointer;
    for (std::size_t i = 1; i < context.size(); ++i) {
        const std::string& step = context[i];
        const bool bracketed = step.size() > 1 && step.front() == '[' && step.back() == ']';
        pointer += "/" + (bracketed ? step.substr(1, step.size() - 2) : step);
    }
    return pointer;
}

std::optional<SchemaFault> fault_of(std::string_view text, const valijson::Schema& schema) {
    const nlohmann::json value = nlohmann::json::parse(text);
    valijson::Validator validator;
    valijson::ValidationResults results;
    const valijson::adapters::NlohmannJsonAdapter target{value};
    if (validator.validate(schema, target, &results)) return std::nullopt;
    valijson::ValidationResults::Error error;
    results.popError(error);
    return SchemaFault{pointer_of(error.context), error.description};
}

}  // namespace

std::optional<SchemaFault> schema_fault(std::string_view text) {
    static const auto schema = parsed(schema_text);
    return fault_of(text, *schema);
}

std::optional<SchemaFault> sheet_schema_fault(std::string_view text) {
    static const auto schema = parsed(sheet_schema_text);
    return fault_of(text, *schema);
}

std::string json_schema() { return std::string{schema_text}; }

}  // namespace bichig::format
