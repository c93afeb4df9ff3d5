// What the commands about written units share: their options, and reading lines of text or of letter names.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include <bichig/base/result.h>
#include <bichig/script/units.h>

namespace bichig::cli {

/// The writing system and the profile that were asked for. Value.
struct ScriptOptions {
    std::string system;
    std::string profile = "gb25914";

    /// As the engine takes them; the names were checked when the command line was parsed.
    script::UnitOptions units() const;
};

/// Declares --system and --profile on `app`.
void declare_script_options(CLI::App& app, ScriptOptions& options);

/// Calls `handle` with each line of the files, without its end. With `aliases` the lines are names of letters of that
/// system. Errors name the file, the line and what is wrong; lines before it were handled.
Result<void> for_each_line(const std::vector<std::string>& inputs, const ScriptOptions* aliases,
                           const std::function<Result<void>(std::u16string_view)>& handle);

/// "U+1820".
std::string hexadecimal(char32_t character);

}  // namespace bichig::cli
