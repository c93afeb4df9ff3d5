// The command line as data, read from the tables that parse it: what manual pages and completion are made of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/result.h>

namespace CLI {
class App;
}  // namespace CLI

namespace bichig::cli {

/// What may stand where a value is asked for.
enum class ValueKind : std::uint8_t {
    none,  ///< no value: a flag
    text,
    file,    ///< declared with type_name("FILE")
    folder,  ///< declared with type_name("FOLDER")
    path,    ///< either, declared with type_name("PATH")
    choice,  ///< one of a list
    list     ///< several of a list with commas between
};

/// An option, or an argument that is known by its place. Value.
struct Parameter {
    std::vector<std::string> names;  ///< "-o", "--output"; of an argument the name that help gives it
    ValueKind kind = ValueKind::text;
    std::string value;  ///< what help calls the value; empty for a flag
    std::vector<std::string> choices;
    std::string help;
    std::vector<std::string> excludes;  ///< options that may not stand beside it
    bool required = false;
    bool repeats = false;  ///< takes several values
};

/// A command with its options and verbs. Value.
struct Usage {
    std::string name;  ///< as it is called: "bichig dict build"
    std::string summary;
    std::vector<Parameter> arguments;
    std::vector<Parameter> options;
    std::vector<Usage> verbs;
};

/// What `app` declares, and its subcommands below it.
Usage usage_of(const CLI::App& app);

/// All commands of `usage`, each before its verbs.
std::vector<const Usage*> all_commands(const Usage& usage);

/// The name of the manual page of a command: "bichig-dict-build".
std::string page_name(const Usage& usage);

/// The manual page of a command, for man(7). `root` is the whole program.
std::string man_page(const Usage& root, const Usage& usage);

/// Writes PAGE.1 of every command into `folder`.
Result<void> write_man_pages(const Usage& root, const std::string& folder);

/// Completion for "bash", "zsh" or "fish"; nothing for another shell.
std::optional<std::string> completion(const Usage& root, std::string_view shell);

}  // namespace bichig::cli
