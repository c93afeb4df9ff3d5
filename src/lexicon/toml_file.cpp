// Values of a TOML file, each with its place.
#include "lexicon/internal/toml_file.h"

namespace bichig::lexicon {

std::string TomlTable::path_of(std::string_view key) const {
    return path_.empty() ? std::string{key} : path_ + "." + std::string{key};
}

Place TomlTable::place() const {
    const toml::source_region& source = table_.source();
    return Place{file_, source.begin.line, source.begin.column, path_};
}

void TomlTable::refuse(const toml::node& node, std::string_view key, std::string wanted) const {
    throw Error{ErrorCode::invalid_input, std::move(wanted) + " is wanted here", "see README.md of the dictionary",
                Place{file_, node.source().begin.line, node.source().begin.column, path_of(key)}};
}

const toml::node* TomlTable::find(std::string_view key) {
    known_.emplace(key);
    return table_.get(key);
}

std::string TomlTable::text(std::string_view key, bool required) {
    const toml::node* node = find(key);
    if (node == nullptr) {
        if (!required) return {};
        throw Error{ErrorCode::invalid_input, "the key '" + path_of(key) + "' is missing",
                    "add " + std::string{key} + " = \"…\"", place()};
    }
    if (node->is_date()) {  // a date may be written without quotes
        const toml::date date = **node->as_date();
        char buffer[32];
        std::snprintf(buffer, sizeof buffer, "%04u-%02u-%02u", unsigned{date.year}, unsigned{date.month},
                      unsigned{date.day});
        return buffer;
    }
    auto value = node->value_exact<std::string>();
    if (!value) refuse(*node, key, "a text in quotes");
    return *value;
}

bool TomlTable::boolean(std::string_view key, bool otherwise) {
    const toml::node* node = find(key);
    if (node == nullptr) return otherwise;
    const auto value = node->value_exact<bool>();
    if (!value) refuse(*node, key, "true or false");
    return *value;
}

std::vector<std::string> TomlTable::texts(std::string_view key) {
    std::vector<std::string> found;
    const toml::node* node = find(key);
    if (node == nullptr) return found;
    const toml::array* list = node->as_array();
    if (list == nullptr) refuse(*node, key, "a list of texts");
    for (const toml::node& item : *list) {
        auto value = item.value_exact<std::string>();
        if (!value) refuse(item, key, "a text in quotes");
        found.push_back(std::move(*value));
    }
    return found;
}

std::vector<std::pair<std::string, std::string>> TomlTable::pairs(std::string_view key) {
    std::vector<std::pair<std::string, std::string>> found;
    const toml::node* node = find(key);
    if (node == nullptr) return found;
    const toml::array* list = node->as_array();
    if (list == nullptr) refuse(*node, key, "a list of pairs");
    for (const toml::node& item : *list) {
        const toml::array* pair = item.as_array();
        if (pair == nullptr || pair->size() != 2) refuse(item, key, "a pair [\"from\", \"to\"]");
        auto from = (*pair)[0].value_exact<std::string>();
        auto to = (*pair)[1].value_exact<std::string>();
        if (!from || !to) refuse(item, key, "a pair of texts");
        found.emplace_back(std::move(*from), std::move(*to));
    }
    return found;
}

TomlTable TomlTable::table(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) {
        throw Error{ErrorCode::invalid_input, "the table [" + path_of(key) + "] is missing", "add it", place()};
    }
    const toml::table* table = node->as_table();
    if (table == nullptr) refuse(*node, key, "a table [" + path_of(key) + "]");
    return TomlTable{*table, file_, path_of(key)};
}

std::vector<std::pair<std::string, TomlTable>> TomlTable::tables(std::string_view key) {
    std::vector<std::pair<std::string, TomlTable>> found;
    const toml::node* node = find(key);
    if (node == nullptr) return found;
    if (const toml::array* list = node->as_array()) {
        for (const toml::node& item : *list) {
            const toml::table* table = item.as_table();
            if (table == nullptr) refuse(item, key, "a table [[" + path_of(key) + "]]");
            found.emplace_back(std::string{}, TomlTable{*table, file_, path_of(key)});
        }
        return found;
    }
    const toml::table* tables = node->as_table();
    if (tables == nullptr) refuse(*node, key, "a table");
    for (const auto& [name, item] : *tables) {
        const toml::table* table = item.as_table();
        if (table == nullptr) refuse(item, key, "a table [" + path_of(key) + "." + std::string{name.str()} + "]");
        found.emplace_back(std::string{name.str()},
                           TomlTable{*table, file_, path_of(key) + "." + std::string{name.str()}});
    }
    return found;
}

void TomlTable::end() const {
    for (const auto& [name, node] : table_) {
        if (known_.contains(name.str())) continue;
        std::string keys;
        for (const std::string& key : known_) keys += (keys.empty() ? "" : ", ") + key;
        throw Error{ErrorCode::invalid_input, "unknown key '" + path_of(name.str()) + "'", "known here: " + keys,
                    Place{file_, name.source().begin.line, name.source().begin.column, {}}};
    }
}

}  // namespace bichig::lexicon
