// Reads values of a TOML file: each with its place, each key known or an error.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

#include <bichig/base/result.h>

namespace bichig::lexicon {

/// A table of a TOML file of which every key must be asked for. Faults are thrown as Error, inside this module alone.
class TomlTable {
public:
    TomlTable(const toml::table& table, std::string file, std::string path)
        : table_{table}, file_{std::move(file)}, path_{std::move(path)} {}

    /// The text at `key`; empty where there is none. Required: an error then.
    std::string text(std::string_view key, bool required = false);
    bool boolean(std::string_view key, bool otherwise);
    /// The texts of a list at `key`; empty where there is none.
    std::vector<std::string> texts(std::string_view key);
    /// The tables of a list, or each table below a table (with its key), at `key`.
    std::vector<std::pair<std::string, TomlTable>> tables(std::string_view key);
    bool has(std::string_view key) const { return table_.contains(key); }
    /// The one table at `key`; an error where there is none.
    TomlTable table(std::string_view key);
    /// Lists of two texts.
    std::vector<std::pair<std::string, std::string>> pairs(std::string_view key);
    /// An error for the first key that was not asked for.
    void end() const;

    Place place() const;

private:
    const toml::node* find(std::string_view key);
    [[noreturn]] void refuse(const toml::node& node, std::string_view key, std::string wanted) const;
    std::string path_of(std::string_view key) const;

    const toml::table& table_;
    std::string file_;
    std::string path_;
    std::set<std::string, std::less<>> known_;
};

/// Parses `bytes` and calls `handle` with its root. Errors: what is no TOML, and what `handle` throws as Error.
template <class Handle>
Result<void> read_toml(std::string_view bytes, const std::string& file, const Handle& handle) {
    try {
        const toml::table root = toml::parse(bytes, file);
        TomlTable table{root, file, {}};
        handle(table);
        table.end();
    } catch (const toml::parse_error& fault) {
        return fail({ErrorCode::invalid_input, "no TOML: " + std::string{fault.description()},
                     "write lines 'key = value'",
                     Place{file, fault.source().begin.line, fault.source().begin.column, {}}});
    } catch (Error& error) {
        return fail(std::move(error));
    }
    return {};
}

}  // namespace bichig::lexicon
