// What the commands about written units share: their options, and reading lines of text or of letter names.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/result.h>
#include <bichig/script/units.h>

#include "cli/internal/arguments.h"
#include "cli/internal/command.h"
#include "cli/internal/text_file.h"

namespace bichig::cli {

/// The writing system and the profile that were asked for. Value.
struct ScriptOptions {
    std::string system;
    std::string profile = "gb25914";

    /// As the engine takes them; the names were checked when the command line was parsed.
    script::UnitOptions units() const;
};

/// Takes the names of writing systems.
ValueCheck writing_system_check();

/// Declares --system and --profile on `app`.
void declare_script_options(ArgumentTable& app, ScriptOptions& options);

/// Calls `handle` with each line of the files. With `aliases` the lines are names of letters of that system. Errors
/// name the file, the line and what is wrong; lines before it were handled.
Result<void> for_each_line(const TextFileOptions& files, const ScriptOptions* aliases,
                           const std::function<void(const TextLine&)>& handle);

/// Writes what a command made, in UTF-8, to the output that was named, and says how it ended: with the error that
/// stopped `done`, if any.
Exit finish(const std::string& out, const TextFileOptions& files, const Result<void>& done);

/// "U+1820".
std::string hexadecimal(char32_t character);
/// The bytes of a key, two digits each.
std::string hexadecimal_bytes(std::string_view bytes);

}  // namespace bichig::cli
