// `bichig units`: lines of text in, the written units of each line out.
#include <memory>
#include <string>
#include <vector>

#include <bichig/base/file.h>
#include <bichig/base/utf.h>
#include <bichig/script/units.h>

#include "cli/internal/command.h"
#include "cli/internal/script_options.h"

namespace bichig::cli {

namespace {

struct Options {
    std::vector<std::string> inputs;
    ScriptOptions script;
    bool aliases = false;
    bool explain = false;
};

std::string join_notation(const script::UnitAnalysis& analysis, const script::LetterForm& letter) {
    return script::notation({analysis.units.begin() + letter.unit_begin, analysis.units.begin() + letter.unit_end});
}

const char* describe(script::SelectorEffect effect) {
    switch (effect) {
        case script::SelectorEffect::none: break;
        case script::SelectorEffect::effective: return "effective";
        case script::SelectorEffect::without_effect: return "without effect";
        case script::SelectorEffect::invalid: return "invalid";
    }
    return "";
}

/// A line for each letter: column, letter, position, condition, units, selector and what it does.
std::string explain(std::u16string_view text, const script::UnitAnalysis& analysis) {
    std::string out = "system\t" + std::string(script::name(analysis.system)) + "\n";
    for (const script::LetterForm& letter : analysis.letters) {
        const char32_t character = code_point_at(text, letter.range.begin).value;
        std::string id{script::alias(analysis.system, character)};
        if (id.empty()) id = "(of another system)";
        out += std::to_string(letter.range.begin + 1) + "\t" + hexadecimal(character) + "\t" + id + "\t" +
               std::string(script::name(letter.position)) + "\t" + std::string(script::name(letter.condition)) + "\t" +
               join_notation(analysis, letter);
        if (letter.selector != 0) {
            out += "\tfvs" + std::to_string(letter.selector) + " " + describe(letter.effect);
        }
        out += "\n";
    }
    return out;
}

Result<void> handle_line(std::u16string_view text, const Options& options, std::string& out) {
    const script::UnitAnalysis analysis = script::analyze(text, options.script.units());
    out += script::notation(analysis.units) + "\n";
    if (options.explain) out += explain(text, analysis);
    return {};
}

Exit units(const Options& options) {
    std::string out;
    const auto each = [&](std::u16string_view text) { return handle_line(text, options, out); };
    auto done = for_each_line(options.inputs, options.aliases ? &options.script : nullptr, each);
    const Exit printed = print(out);
    if (!done) return report(done.error());
    return printed;
}

}  // namespace

std::function<Exit()> declare_units(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("INPUT", options->inputs, "Text files; - is standard input")->required();
    declare_script_options(app, options->script);
    app.add_flag("--aliases", options->aliases, "Lines hold the names of letters instead of letters: a n a fvs1 mvs a");
    app.add_flag("--explain", options->explain, "Add a line for each letter with the rule that chose its form");
    return [options] { return units(*options); };
}

}  // namespace bichig::cli
