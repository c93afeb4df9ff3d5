// `bichig dict`: tools for those who make a dictionary, one verb each.
#include "cli/internal/dict.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <memory>
#include <utility>

#include <unistd.h>

#include <bichig/base/file.h>

namespace bichig::cli {

namespace {

long long now_in_ms() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

}  // namespace

std::span<const Command> dict_verbs() {
    static const std::array table{
        Command{"lint", "List what is wrong in the source of a dictionary, and mend what is safe", declare_dict_lint},
        Command{"build", "Build Hunspell's files, the shape index and a notice", declare_dict_build},
        Command{"expand", "Show the paradigm of a stem", declare_dict_expand},
        Command{"collisions", "List forms of one shape and different letters", declare_dict_collisions},
        Command{"test", "Check words that must be accepted, rejected or suggested", declare_dict_test},
        Command{"diff", "Say what two versions of a dictionary have not in common", declare_dict_diff},
        Command{"cover", "Say how much of a corpus a dictionary knows", declare_dict_cover},
        Command{"import", "Take in spreadsheets, and words from elsewhere for review", declare_dict_import},
        Command{"site", "Write a web site of the dictionary that opens from the disk", declare_dict_site},
        Command{"export", "Write forms, Hunspell's folder, an extension or spreadsheets", declare_dict_export},
        Command{"review", "Make a pack for a native reader, or read one back", declare_dict_review},
        Command{"norm-check", "Compare with a list of words, of which nothing is kept", declare_dict_norm_check},
    };
    return table;
}

std::function<Exit()> declare_dict(ArgumentTable& app) {
    app.require_subcommand(1);
    auto declared = std::make_shared<std::vector<std::pair<ArgumentTable, std::function<Exit()>>>>();
    for (const Command& verb : dict_verbs()) {
        ArgumentTable sub = app.add_subcommand(verb.name, verb.summary);
        declared->emplace_back(sub, verb.declare(sub));
    }
    return [declared] {
        for (const auto& [sub, action] : *declared) {
            if (sub.parsed()) return action();
        }
        return report(Error{ErrorCode::invalid_input, "no verb was named", "see bichig dict --help", {}});
    };
}

void declare_dict_options(ArgumentTable& app, DictOptions& options, const char* output_help) {
    app.add_option("SOURCE", options.source, "The folder of the dictionary's source (dictionary.toml)")
        .type_name("FOLDER").required();
    if (output_help != nullptr) app.add_option("-o,--output", options.output, output_help).type_name("PATH");
    app.add_flag("--json", options.json, "The answer as JSON");
}

Result<lexicon::Lexicon> open_dict(const DictOptions& options) { return lexicon::open_lexicon(options.source); }

Exit write_output(const std::string& text, const std::string& output) {
    if (output.empty() || output == "-") return print(text);
    auto file = OutputFile::create(output);
    if (!file) return report(file.error());
    if (auto written = file->write(text); !written) return report(written.error());
    if (auto done = file->commit(); !done) return report(done.error());
    return Exit::done;
}

Exit print_json(const Json& json, const std::string& output) {
    return write_output(json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n", output);
}

Json to_json(const lexicon::Finding& finding) {
    Json json{{"severity", lexicon::name(finding.severity)},
              {"id", finding.id},
              {"file", finding.where.file},
              {"line", finding.where.line},
              {"column", finding.where.column},
              {"field", finding.where.detail},
              {"message", finding.message},
              {"hint", finding.hint}};
    if (finding.fix) json["fix"] = finding.fix->value;
    return json;
}

ProgressLine::ProgressLine(std::string what)
    : what_{std::move(what)}, wanted_{isatty(STDERR_FILENO) == 1}, begin_{now_in_ms()} {}

ProgressLine::~ProgressLine() {
    if (shown_) std::fputs("\r\x1b[K", stderr);
}

void ProgressLine::show(std::size_t done, std::size_t all) {
    if (!wanted_ || all == 0) return;
    const long long now = now_in_ms();
    if (now - begin_ < 500 || now - last_ < 100) return;
    last_ = now;
    shown_ = true;
    constexpr int width = 30;
    const int filled = static_cast<int>(done * width / all);
    std::fprintf(stderr, "\r%s [%.*s%.*s] %3d %%", what_.c_str(), filled, "##############################",
                 width - filled, "..............................", static_cast<int>(done * 100 / all));
    std::fflush(stderr);
}

std::function<void(std::size_t, std::size_t)> ProgressLine::function() {
    return [this](std::size_t done, std::size_t all) { show(done, all); };
}

}  // namespace bichig::cli
