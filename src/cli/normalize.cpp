// `bichig normalize`: lines of text in, their normal form out, with a report of the edits if asked for.
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <bichig/base/utf.h>
#include <bichig/script/normal_form.h>

#include "cli/internal/command.h"
#include "cli/internal/script_options.h"

namespace bichig::cli {

namespace {

struct Options {
    std::vector<std::string> inputs;
    ScriptOptions script;
    std::string rules;
    std::string connector = "mvs";
    std::string report;
};

/// The rules that were asked for: all that keep the shape, or exactly those of a list.
Result<script::NormalOptions> normal_options(const Options& options) {
    script::NormalOptions normal;
    normal.units = options.script.units();
    const script::Connector connector =
        options.connector == "nnbsp" ? script::Connector::nnbsp : script::Connector::mvs;
    normal.connector = connector;
    if (options.rules.empty()) return normal;
    normal.vertical_forms = normal.second_selector = normal.selector_without_effect = false;
    normal.connector = script::Connector::keep;
    std::istringstream names{options.rules};
    for (std::string name; std::getline(names, name, ',');) {
        const auto rule = script::normal_rule_named(name);
        if (!rule) {
            return fail({ErrorCode::invalid_input, "there is no rule '" + name + "'",
                         "rules: vertical-forms, connector, second-selector, selector-without-effect, diphthong", {}});
        }
        switch (*rule) {
            case script::NormalRule::vertical_forms: normal.vertical_forms = true; break;
            case script::NormalRule::connector: normal.connector = connector; break;
            case script::NormalRule::second_selector: normal.second_selector = true; break;
            case script::NormalRule::selector_without_effect: normal.selector_without_effect = true; break;
            case script::NormalRule::diphthong: normal.diphthong = true; break;
        }
    }
    return normal;
}

/// One JSON object for a line: the text and its edits, in UTF-16 indices of source and result.
std::string json_line(std::u16string_view source, const script::NormalText& normal) {
    nlohmann::ordered_json line;
    line["source"] = to_utf8(source);
    line["text"] = to_utf8(normal.text);
    line["edits"] = nlohmann::ordered_json::array();
    for (const script::NormalEdit& edit : normal.edits) {
        nlohmann::ordered_json item;
        item["rule"] = script::name(edit.rule);
        item["reason"] = script::reason(edit.rule);
        item["source"] = {edit.source.begin, edit.source.end};
        item["result"] = {edit.result.begin, edit.result.end};
        line["edits"].push_back(std::move(item));
    }
    return line.dump() + "\n";
}

Exit normalize(const Options& options) {
    auto normal = normal_options(options);
    if (!normal) return report(normal.error());
    std::string out;
    auto done = for_each_line(options.inputs, nullptr, [&](std::u16string_view line) -> Result<void> {
        const script::NormalText text = script::normalize(line, *normal);
        out += options.report == "json" ? json_line(line, text) : to_utf8(text.text) + "\n";
        return {};
    });
    const Exit printed = print(out);
    return done ? printed : report(done.error());
}

}  // namespace

std::function<Exit()> declare_normalize(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("INPUT", options->inputs, "Text files; - is standard input")->required();
    declare_script_options(app, options->script);
    app.add_option("--rules", options->rules, "Only these rules, with commas between: vertical-forms, connector, "
                                              "second-selector, selector-without-effect, diphthong (changes shapes)");
    app.add_option("--connector", options->connector, "What the rule connector writes: mvs (the default) or nnbsp")
        ->check(CLI::IsMember({"mvs", "nnbsp"}));
    app.add_option("--report", options->report, "json: for each line its text and its edits, with reasons")
        ->check(CLI::IsMember({"json"}));
    return [options] { return normalize(*options); };
}

}  // namespace bichig::cli
