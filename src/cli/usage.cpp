// Reads the command line back from CLI11's tables, so that nothing about an option is written twice.
#include "cli/internal/usage.h"

#include <set>
#include <sstream>
#include <utility>

#include <CLI/CLI.hpp>

namespace bichig::cli {

namespace {

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::istringstream rest{text};
    for (std::string part; std::getline(rest, part, separator);) parts.push_back(part);
    return parts;
}

/// Reads "FILE", "TEXT:{a,b}", "TEXT:{a,b},..." and "INT:INT in [0 - 4]": the name of the type, and what checks say of
/// the values.
void read_type(const std::string& type, Parameter& parameter) {
    const auto open = type.find(":{");
    const auto range = type.find(" in [");
    const auto close = type.find('}', open == std::string::npos ? 0 : open);
    parameter.value = type.substr(0, type.find(':'));
    if (open != std::string::npos && close != std::string::npos) {
        parameter.choices = split(type.substr(open + 2, close - open - 2), ',');
        parameter.kind = type.compare(close + 1, std::string::npos, ",...") == 0 ? ValueKind::list : ValueKind::choice;
    } else if (range != std::string::npos && type.back() == ']') {
        parameter.help += " " + type.substr(range + 4);
    } else if (type == "FILE") {
        parameter.kind = ValueKind::file;
    } else if (type == "FOLDER") {
        parameter.kind = ValueKind::folder;
    } else if (type == "PATH") {
        parameter.kind = ValueKind::path;
    }
}

Parameter parameter_of(const CLI::Option& option) {
    Parameter parameter;
    for (const std::string& name : option.get_snames()) parameter.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) parameter.names.push_back("--" + name);
    if (parameter.names.empty()) parameter.names.push_back(option.get_name());
    parameter.help = option.get_description();
    parameter.required = option.get_required();
    parameter.repeats = option.get_expected_max() > 1;
    if (option.get_items_expected_max() == 0) {
        parameter.kind = ValueKind::none;
    } else {
        read_type(option.get_type_name(), parameter);
    }
    std::set<std::string> excluded;  // in the order of their names: CLI11's is that of their addresses
    for (const CLI::Option* other : option.get_excludes()) excluded.insert(other->get_name());
    parameter.excludes.assign(excluded.begin(), excluded.end());
    return parameter;
}

Usage usage_of(const CLI::App& app, const std::string& before) {
    Usage usage{before + app.get_name(), app.get_description(), {}, {}, {}};
    for (const CLI::Option* option : app.get_options()) {
        (option->nonpositional() ? usage.options : usage.arguments).push_back(parameter_of(*option));
    }
    for (const CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; })) {
        usage.verbs.push_back(usage_of(*verb, usage.name + " "));
    }
    return usage;
}

void add_commands(const Usage& usage, std::vector<const Usage*>& all) {
    all.push_back(&usage);
    for (const Usage& verb : usage.verbs) add_commands(verb, all);
}

}  // namespace

Usage usage_of(const CLI::App& app) { return usage_of(app, {}); }

std::vector<const Usage*> all_commands(const Usage& usage) {
    std::vector<const Usage*> all;
    add_commands(usage, all);
    return all;
}

std::string page_name(const Usage& usage) {
    std::string name = usage.name;
    for (char& c : name) {
        if (c == ' ') c = '-';
    }
    return name;
}

}  // namespace bichig::cli
