// What a command declares of its command line. CLI11 parses it; only arguments.cpp, usage.cpp and main.cpp see that
// library, whose headers take half of the compile time in every file that includes them.
#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace bichig::cli {

/// A check of the values of an argument. Value.
struct ValueCheck {
    std::string values;  ///< what help, manual pages and completion show: "{a,b}", or "{a,b},..." for a list
    /// Says what is wrong with a value, or nothing.
    std::function<std::string(const std::string&)> refusal;
    std::vector<std::string> names{};  ///< where there are any, a value is one of them, and `refusal` is not asked
};

/// One of `names`.
ValueCheck one_of(std::initializer_list<const char*> names);
/// A number from `low` to `high`, both included.
ValueCheck in_range(double low, double high);
ValueCheck in_range(int low, int high);
/// A number above zero.
ValueCheck positive_number();

/// A declared option or argument. A handle: valid as long as its ArgumentTable.
class Argument {
public:
    explicit Argument(CLI::Option* option) : option_{option} {}

    /// What help calls the value: FILE, FOLDER and PATH are completed with names of files.
    Argument type_name(const std::string& name) const;
    Argument required(bool is_required = true) const;
    Argument excludes(Argument other) const;
    Argument check(const ValueCheck& check) const;
    Argument check(const std::function<std::string(const std::string&)>& refusal) const;
    /// Whether several values may follow one name; else each has the name before it.
    Argument allow_extra_args(bool allow) const;
    /// Help shows the value that the field has now.
    Argument capture_default_str() const;
    /// The heading under which help lists it.
    Argument group(const std::string& heading) const;

private:
    CLI::Option* option_;
};

/// The arguments of a command, or of a verb of one. A handle: valid as long as the parser. Fields are filled when the
/// command line is parsed, and must live until then.
class ArgumentTable {
public:
    explicit ArgumentTable(CLI::App* app) : app_{app} {}

    /// An option that takes a value ("-o,--output"), or an argument known by its place ("INPUT").
    Argument add_option(const std::string& names, std::string& field, const std::string& help);
    Argument add_option(const std::string& names, std::vector<std::string>& field, const std::string& help);
    Argument add_option(const std::string& names, int& field, const std::string& help);
    Argument add_option(const std::string& names, unsigned& field, const std::string& help);
    Argument add_option(const std::string& names, std::size_t& field, const std::string& help);
    Argument add_option(const std::string& names, std::optional<std::size_t>& field, const std::string& help);
    Argument add_option(const std::string& names, double& field, const std::string& help);
    Argument add_option(const std::string& names, char& field, const std::string& help);
    /// An option that takes none.
    Argument add_flag(const std::string& names, bool& field, const std::string& help);
    /// What was declared by this name before.
    Argument get_option(const std::string& name) const;

    ArgumentTable add_subcommand(const std::string& name, const std::string& summary);
    /// Demands exactly `count` subcommands.
    void require_subcommand(int count);
    /// Whether it was named on the command line that was parsed.
    bool parsed() const;

private:
    CLI::App* app_;
};

}  // namespace bichig::cli
