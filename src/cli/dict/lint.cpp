// `bichig dict lint`: what is wrong in a source, and --fix for what can be mended without a thought.
#include <memory>

#include <bichig/lexicon/lint.h>

#include "cli/internal/dict.h"

namespace bichig::cli {

namespace {

struct LintOptions {
    DictOptions dict;
    bool fix = false;
    bool list = false;
    std::string least = "note";
};

Exit list_checks(bool json) {
    Json rows = Json::array();
    std::string text;
    for (const lexicon::LintCheck& check : lexicon::lint_checks()) {
        rows.push_back({{"id", check.id},
                        {"severity", lexicon::name(check.severity)},
                        {"fixable", check.fixable},
                        {"what", check.what}});
        text.append(check.id).append("\t").append(lexicon::name(check.severity)).append("\t");
        text.append(check.fixable ? "fixable" : "").append("\t").append(check.what).append("\n");
    }
    return json ? print_json(rows, {}) : print(text);
}

struct Counts {
    std::size_t errors = 0, warnings = 0, notes = 0;
};

Exit show(const lexicon::Findings& findings, const LintOptions& options, std::size_t fixed) {
    Json rows = Json::array();
    std::string text;
    Counts counts;
    for (const lexicon::Finding& finding : findings) {
        ++(finding.severity == lexicon::Severity::error     ? counts.errors
           : finding.severity == lexicon::Severity::warning ? counts.warnings
                                                            : counts.notes);
        const bool shown = options.least == "note" || finding.severity == lexicon::Severity::error ||
                           (options.least == "warning" && finding.severity == lexicon::Severity::warning);
        if (!shown) continue;
        if (options.dict.json) {
            rows.push_back(to_json(finding));
        } else {
            text += std::string{lexicon::name(finding.severity)} + ": " + describe(finding) + "\n";
        }
    }
    const Exit exit = counts.errors + counts.warnings > 0 ? Exit::found : Exit::done;
    Exit printed = Exit::done;
    if (options.dict.json) {
        printed = print_json(Json{{"errors", counts.errors},
                                  {"warnings", counts.warnings},
                                  {"notes", counts.notes},
                                  {"fixed", fixed},
                                  {"findings", rows}},
                             options.dict.output);
    } else {
        if (fixed > 0) text += std::to_string(fixed) + (fixed == 1 ? " cell was" : " cells were") + " mended\n";
        text += std::to_string(counts.errors) + " errors, " + std::to_string(counts.warnings) + " warnings, " +
                std::to_string(counts.notes) + " notes\n";
        printed = write_output(text, options.dict.output);
    }
    return printed == Exit::done ? exit : printed;
}

Exit run(const LintOptions& options) {
    if (options.list) return list_checks(options.dict.json);
    if (options.dict.source.empty()) {
        return report(Error{ErrorCode::invalid_input, "no SOURCE was named", "name the folder of the dictionary", {}});
    }
    auto read = lexicon::read_source(options.dict.source);
    if (!read) return report(read.error());
    auto source = std::make_shared<lexicon::Source>(std::move(*read));
    lexicon::Findings findings = lexicon::lint(source);
    std::size_t fixed = 0;
    // A fix can uncover another one in the same cell; each round mends at least one cell, and few rounds are ever
    // needed.
    for (int round = 0; options.fix && round < 5; ++round) {
        const std::size_t changed = lexicon::apply_fixes(*source, findings);
        fixed += changed;
        if (const auto written = lexicon::write_tables(*source); !written) return report(written.error());
        if (changed == 0) break;
        read = lexicon::read_source(options.dict.source);
        if (!read) return report(read.error());
        source = std::make_shared<lexicon::Source>(std::move(*read));
        findings = lexicon::lint(source);
    }
    return show(findings, options, fixed);
}

}  // namespace

std::function<Exit()> declare_dict_lint(ArgumentTable& app) {
    auto options = std::make_shared<LintOptions>();
    declare_dict_options(app, options->dict, "The file to write the findings to");
    app.get_option("SOURCE").required(false);
    app.add_flag("--fix", options->fix, "Mend what is safe in the source, and list the rest");
    app.add_flag("--list", options->list, "List all checks");
    app.add_option("--least", options->least, "error, warning or note (the default): the least severity to show")
        .check(one_of({"error", "warning", "note"}));
    return [options] { return run(*options); };
}

}  // namespace bichig::cli
