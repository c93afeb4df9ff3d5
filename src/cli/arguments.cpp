// Hands the declarations of commands to CLI11.
#include "cli/internal/arguments.h"

#include <CLI/CLI.hpp>

namespace bichig::cli {

namespace {

CLI::Validator validator(const ValueCheck& check) {
    if (!check.names.empty()) return CLI::IsMember(check.names);
    return {[refusal = check.refusal](std::string& value) { return refusal(value); }, check.values};
}

/// A check of CLI11 that needs no list of values.
ValueCheck of_cli11(const CLI::Validator& validator) {
    return {validator.get_description(), [validator](const std::string& value) { return validator(value); }};
}

}  // namespace

ValueCheck one_of(std::initializer_list<const char*> names) { return {{}, {}, {names.begin(), names.end()}}; }
ValueCheck in_range(double low, double high) { return of_cli11(CLI::Range(low, high)); }
ValueCheck in_range(int low, int high) { return of_cli11(CLI::Range(low, high)); }
ValueCheck positive_number() { return of_cli11(CLI::PositiveNumber); }

Argument Argument::type_name(const std::string& name) const { return Argument{option_->type_name(name)}; }
Argument Argument::required(bool is_required) const { return Argument{option_->required(is_required)}; }
Argument Argument::excludes(Argument other) const { return Argument{option_->excludes(other.option_)}; }
Argument Argument::check(const ValueCheck& check) const { return Argument{option_->check(validator(check))}; }
Argument Argument::check(const std::function<std::string(const std::string&)>& refusal) const {
    return Argument{option_->check(refusal)};
}
Argument Argument::allow_extra_args(bool allow) const { return Argument{option_->allow_extra_args(allow)}; }
Argument Argument::capture_default_str() const { return Argument{option_->capture_default_str()}; }
Argument Argument::group(const std::string& heading) const { return Argument{option_->group(heading)}; }

Argument ArgumentTable::add_option(const std::string& names, std::string& field, const std::string& help) {
    return Argument{app_->add_option(names, field, help)};
}
Argument ArgumentTable::add_option(const std::string& names, std::vector<std::string>& field, const std::string& help) {
    return Argument{app_->add_option(names, field, help)};
}
Argument ArgumentTable::add_option(const std::string& names, int& field, const std::string& help) {
    return Argument{app_->add_option(names, field, help)};
}
Argument ArgumentTable::add_option(const std::string& names, unsigned& field, const std::string& help) {
    return Argument{app_->add_option(names, field, help)};
}
Argument ArgumentTable::add_option(const std::string& names, std::size_t& field, const std::string& help) {
    return Argument{app_->add_option(names, field, help)};
}
Argument ArgumentTable::add_option(const std::string& names, std::optional<std::size_t>& field,
                                   const std::string& help) {
    return Argument{app_->add_option(names, field, help)};
}
Argument ArgumentTable::add_option(const std::string& names, double& field, const std::string& help) {
    return Argument{app_->add_option(names, field, help)};
}
Argument ArgumentTable::add_option(const std::string& names, char& field, const std::string& help) {
    return Argument{app_->add_option(names, field, help)};
}
Argument ArgumentTable::add_flag(const std::string& names, bool& field, const std::string& help) {
    return Argument{app_->add_flag(names, field, help)};
}
Argument ArgumentTable::get_option(const std::string& name) const { return Argument{app_->get_option(name)}; }

ArgumentTable ArgumentTable::add_subcommand(const std::string& name, const std::string& summary) {
    return ArgumentTable{app_->add_subcommand(name, summary)};
}
void ArgumentTable::require_subcommand(int count) { app_->require_subcommand(count); }
bool ArgumentTable::parsed() const { return app_->parsed(); }

}  // namespace bichig::cli
