// The table of commands: help, dispatch and completion all come from it.
#pragma once

#include <functional>
#include <span>
#include <string>

#include <bichig/base/diagnostics.h>
#include <bichig/base/result.h>

#include "cli/internal/arguments.h"

namespace bichig::cli {

/// Exit codes of the command line.
enum class Exit : int {
    done = 0,
    found = 1,   ///< a checker found something
    input = 2,   ///< wrong usage or input
    system = 3   ///< disk, memory, permissions
};

/// A row of the table: declares its options on `app` and gives back what runs once they are parsed.
struct Command {
    const char* name;
    const char* summary;
    std::function<std::function<Exit()>(ArgumentTable& app)> declare;
};

/// All commands, in the order in which help lists them.
std::span<const Command> commands();

std::function<Exit()> declare_typeset(ArgumentTable& app);
std::function<Exit()> declare_info(ArgumentTable& app);
std::function<Exit()> declare_units(ArgumentTable& app);
std::function<Exit()> declare_shape(ArgumentTable& app);
std::function<Exit()> declare_layout(ArgumentTable& app);
std::function<Exit()> declare_font(ArgumentTable& app);
std::function<Exit()> declare_normalize(ArgumentTable& app);
std::function<Exit()> declare_key(ArgumentTable& app);
std::function<Exit()> declare_sort(ArgumentTable& app);
std::function<Exit()> declare_count(ArgumentTable& app);
std::function<Exit()> declare_translit(ArgumentTable& app);
std::function<Exit()> declare_convert(ArgumentTable& app);
std::function<Exit()> declare_check(ArgumentTable& app);
std::function<Exit()> declare_repair(ArgumentTable& app);
std::function<Exit()> declare_dict(ArgumentTable& app);

/// A check of a value by `refusal`, which says what is wrong, or nothing. `values` is the list that help, manual pages
/// and completion show: "{a,b}", or "{a,b},..." where several may stand with commas between.
ValueCheck listed(std::string values, std::function<std::string(const std::string&)> refusal);

/// The folder of the fonts that came with the command.
std::string default_font_folder();

/// Prints "bichig: …" on standard error and gives the exit code for it.
Exit report(const Error& error);
/// Prints each diagnostic as "bichig: … " on standard error.
void report(const Diagnostics& diagnostics);
/// Writes `text` to standard output. A failure is Exit::system with a message.
Exit print(const std::string& text);

}  // namespace bichig::cli
