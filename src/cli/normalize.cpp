// `bichig normalize`: lines of text in, their normal form out, with a report of the edits if asked for.
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include <bichig/base/utf.h>
#include <bichig/script/normal_form.h>
#include <bichig/text/normal_form.h>

#include "cli/internal/command.h"
#include "cli/internal/script_options.h"

namespace bichig::cli {

namespace {

struct NormalizeOptions {
    TextFileOptions files;
    ScriptOptions script;
    std::string rules;
    std::string connector = "mvs";
    std::string report;
    bool json = false;
};

constexpr const char* known_rules =
    "nfc, vertical-forms, connector, second-selector, selector-without-effect, diphthong";

/// The rules that were asked for: all that keep the shape, or exactly those of a list.
Result<text::NormalOptions> normal_options(const NormalizeOptions& options) {
    text::NormalOptions normal;
    script::NormalOptions& mongolian = normal.mongolian;
    mongolian.units = options.script.units();
    const script::Connector connector =
        options.connector == "nnbsp" ? script::Connector::nnbsp : script::Connector::mvs;
    mongolian.connector = connector;
    if (options.rules.empty()) return normal;
    normal.nfc = mongolian.vertical_forms = false;
    mongolian.second_selector = mongolian.selector_without_effect = false;
    mongolian.connector = script::Connector::keep;
    std::istringstream names{options.rules};
    for (std::string name; std::getline(names, name, ',');) {
        const auto rule = script::normal_rule_named(name);
        if (!rule) {
            return fail({ErrorCode::invalid_input, "there is no rule '" + name + "'",
                         std::string("rules: ") + known_rules, {}});
        }
        switch (*rule) {
            case script::NormalRule::nfc: normal.nfc = true; break;
            case script::NormalRule::vertical_forms: mongolian.vertical_forms = true; break;
            case script::NormalRule::connector: mongolian.connector = connector; break;
            case script::NormalRule::second_selector: mongolian.second_selector = true; break;
            case script::NormalRule::selector_without_effect: mongolian.selector_without_effect = true; break;
            case script::NormalRule::diphthong: mongolian.diphthong = true; break;
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
        item["rules"] = nlohmann::ordered_json::array();
        for (unsigned number = 0; number < script::normal_rule_count; ++number) {
            const auto rule = static_cast<script::NormalRule>(number);
            if (!edit.rules.contains(rule)) continue;
            item["rules"].push_back({{"rule", script::name(rule)}, {"reason", script::reason(rule)}});
        }
        item["source"] = {edit.source.begin, edit.source.end};
        item["result"] = {edit.result.begin, edit.result.end};
        line["edits"].push_back(std::move(item));
    }
    return line.dump() + "\n";
}

Exit normalize(const NormalizeOptions& options) {
    const auto normal = normal_options(options);
    if (!normal) return report(normal.error());
    std::string report_lines;
    std::u16string out;
    const bool json = options.json || options.report == "json";
    const auto done = for_each_line(options.files, nullptr, [&](const TextLine& line) {
        const script::NormalText made = text::normalize(line.text, *normal);
        if (json) {
            report_lines += json_line(line.text, made);
        } else {
            (out += made.text) += line.end;
        }
    });
    if (json) return finish(report_lines, options.files, done);
    if (!done) return report(done.error());
    const auto written = write_text(out, options.files);
    return written ? Exit::done : report(written.error());
}

}  // namespace

std::function<Exit()> declare_normalize(ArgumentTable& app) {
    auto options = std::make_shared<NormalizeOptions>();
    declare_text_files(app, options->files);
    declare_script_options(app, options->script);
    app.add_option("--rules", options->rules, "Only these rules, with commas between: nfc, vertical-forms, connector, "
                                              "second-selector, selector-without-effect, diphthong (changes shapes)")
        .check(listed("{nfc,vertical-forms,connector,second-selector,selector-without-effect,diphthong},...",
                       [](const std::string&) { return std::string{}; }));  // normal_options() looks at them
    app.add_option("--connector", options->connector, "What the rule connector writes: mvs (the default) or nnbsp")
        .check(one_of({"mvs", "nnbsp"}));
    app.add_option("--report", options->report, "json: for each line its text and its edits, with reasons")
        .check(one_of({"json"}));
    app.add_flag("--json", options->json, "The same as --report json");
    return [options] { return normalize(*options); };
}

}  // namespace bichig::cli
