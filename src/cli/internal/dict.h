// The table of verbs of `bichig dict`, and what they share.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <bichig/lexicon/finding.h>
#include <bichig/lexicon/lexicon.h>

#include "cli/internal/arguments.h"
#include "cli/internal/command.h"

namespace bichig::cli {

using Json = nlohmann::ordered_json;

/// All verbs, in the order in which help lists them.
std::span<const Command> dict_verbs();

std::function<Exit()> declare_dict_lint(ArgumentTable& app);
std::function<Exit()> declare_dict_build(ArgumentTable& app);
std::function<Exit()> declare_dict_expand(ArgumentTable& app);
std::function<Exit()> declare_dict_collisions(ArgumentTable& app);
std::function<Exit()> declare_dict_test(ArgumentTable& app);
std::function<Exit()> declare_dict_diff(ArgumentTable& app);
std::function<Exit()> declare_dict_cover(ArgumentTable& app);
std::function<Exit()> declare_dict_export(ArgumentTable& app);
std::function<Exit()> declare_dict_import(ArgumentTable& app);
std::function<Exit()> declare_dict_review(ArgumentTable& app);
std::function<Exit()> declare_dict_norm_check(ArgumentTable& app);
std::function<Exit()> declare_dict_site(ArgumentTable& app);

/// What most verbs are asked for.
struct DictOptions {
    std::string source;
    std::string output;  ///< empty: not named
    bool json = false;
};

/// Declares SOURCE, -o (with `output_help`, unless that is nullptr) and --json.
void declare_dict_options(ArgumentTable& app, DictOptions& options, const char* output_help);

/// The dictionary that was named. Findings that are no errors are not shown: lint shows them.
Result<lexicon::Lexicon> open_dict(const DictOptions& options);

/// Prints `json` in readable lines, to the output that was named or to standard output.
Exit print_json(const Json& json, const std::string& output);
/// Writes `text` to the output that was named or to standard output.
Exit write_output(const std::string& text, const std::string& output);

/// A finding as JSON.
Json to_json(const lexicon::Finding& finding);

/// A line on standard error that says how far long work is: on a terminal only, and not before a while has gone by.
class ProgressLine {
public:
    explicit ProgressLine(std::string what);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(std::size_t done, std::size_t all);
    /// The same as a function to hand on.
    std::function<void(std::size_t, std::size_t)> function();

private:
    std::string what_;
    bool shown_ = false;
    bool wanted_ = false;
    long long begin_ = 0;
    long long last_ = 0;
};

}  // namespace bichig::cli
