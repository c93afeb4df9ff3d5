// `bichig count`: characters, words and syllables of files.
#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include <bichig/text/count.h>

#include "cli/internal/command.h"
#include "cli/internal/text_file.h"

namespace bichig::cli {

namespace {

struct CountCommand {
    TextFileOptions files;
    std::string shared_marks = "beside";
    bool standard = false;
    bool json = false;
};

struct Column {
    const char* name;
    const char* head;
    std::uint64_t text::Counts::*value;
};

/// What is printed, in this order, under this name.
constexpr Column columns[] = {
    {"characters", "characters", &text::Counts::characters},
    {"characters_with_marks", "with marks", &text::Counts::characters_with_marks},
    {"words", "words", &text::Counts::words},
    {"words_with_marks", "with marks", &text::Counts::words_with_marks},
    {"syllables", "syllables", &text::Counts::syllables},
    {"han", "han", &text::Counts::han},
    {"other_words", "other words", &text::Counts::other_words},
    {"code_points", "code points", &text::Counts::code_points},
    {"lines", "lines", &text::Counts::lines},
};

nlohmann::ordered_json as_json(const text::Counts& counts) {
    nlohmann::ordered_json out;
    for (const Column& column : columns) out[column.name] = counts.*column.value;
    return out;
}

std::string as_row(const text::Counts& counts, const std::string& name) {
    std::string out;
    char cell[32];
    for (const Column& column : columns) {
        std::snprintf(cell, sizeof cell, "%12llu", static_cast<unsigned long long>(counts.*column.value));
        out += cell;
    }
    return out + "  " + name + "\n";
}

std::string head() {
    std::string out;
    char cell[32];
    for (const Column& column : columns) {
        std::snprintf(cell, sizeof cell, "%12s", column.head);
        out += cell;
    }
    return out + "\n";
}

std::string answer(const std::vector<std::pair<std::string, text::Counts>>& files, bool json) {
    text::Counts total;
    for (const auto& [name, counts] : files) total += counts;
    if (json) {
        nlohmann::ordered_json out;
        out["files"] = nlohmann::ordered_json::array();
        for (const auto& [name, counts] : files) {
            nlohmann::ordered_json row{{"file", name}};
            row.update(as_json(counts));
            out["files"].push_back(row);
        }
        out["total"] = as_json(total);
        return out.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
    }
    std::string out = head();
    for (const auto& [name, counts] : files) out += as_row(counts, name);
    if (files.size() > 1) out += as_row(total, "total");
    return out;
}

Exit count(const CountCommand& command) {
    text::CountOptions options;
    if (command.shared_marks == "never") options.shared_marks = text::SharedMarks::never;
    if (command.shared_marks == "majority") options.shared_marks = text::SharedMarks::majority;
    options.other_systems = options.ordinary_marks = !command.standard;
    std::vector<std::pair<std::string, text::Counts>> files;
    for (const std::string& path : command.files.inputs) {
        const auto decoded = read_text(path, command.files);
        if (!decoded) return report(decoded.error());
        files.emplace_back(path, text::count(decoded->text, options));
    }
    return print(answer(files, command.json));
}

}  // namespace

std::function<Exit()> declare_count(ArgumentTable& app) {
    auto command = std::make_shared<CountCommand>();
    declare_inputs(app, command->files);
    app.add_option(
           "--shared-marks", command->shared_marks,
           "when marks shared with Chinese count: beside (Mongolian), majority (in mostly Mongolian text) or never")
        .check(one_of({"beside", "majority", "never"}))
        .capture_default_str();
    app.add_flag("--standard", command->standard,
                 "only the letters and marks that EAC MGC/01-11 lists, no other writing systems");
    app.add_flag("--json", command->json, "print the counts as JSON");
    return [command] { return count(*command); };
}

}  // namespace bichig::cli
