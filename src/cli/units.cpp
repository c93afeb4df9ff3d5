// `bichig units`: lines of text in, the written units of each line out.
#include <memory>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include <bichig/base/utf.h>
#include <bichig/script/units.h>

#include "cli/internal/command.h"
#include "cli/internal/script_options.h"

namespace bichig::cli {

namespace {

struct UnitsOptions {
    TextFileOptions files;
    ScriptOptions script;
    bool aliases = false;
    bool explain = false;
    bool json = false;
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

/// What is told of one letter, in both forms of the answer. Value.
struct Letter {
    std::string character;  ///< "U+1820"
    std::string name;       ///< its name in the suites; empty for one of another system
    std::string units;
    std::string selector;   ///< "fvs1 effective"; empty without one
};

Letter letter_of(std::u16string_view text, const script::UnitAnalysis& analysis, const script::LetterForm& form) {
    const char32_t character = code_point_at(text, form.range.begin).value;
    Letter letter{hexadecimal(character), std::string(script::alias(analysis.system, character)),
                  join_notation(analysis, form), {}};
    if (form.selector != 0) letter.selector = "fvs" + std::to_string(form.selector) + " " + describe(form.effect);
    return letter;
}

/// A line for each letter: column, letter, position, condition, units, selector and what it does.
std::string explain(std::u16string_view text, const script::UnitAnalysis& analysis) {
    std::string out = "system\t" + std::string(script::name(analysis.system)) + "\n";
    for (const script::LetterForm& form : analysis.letters) {
        const Letter letter = letter_of(text, analysis, form);
        out += std::to_string(form.range.begin + 1) + "\t" + letter.character + "\t" +
               (letter.name.empty() ? "(of another system)" : letter.name) + "\t" +
               std::string(script::name(form.position)) + "\t" + std::string(script::name(form.condition)) + "\t" +
               letter.units + (letter.selector.empty() ? "" : "\t" + letter.selector) + "\n";
    }
    return out;
}

std::string json_line(std::u16string_view text, const script::UnitAnalysis& analysis, bool letters) {
    nlohmann::ordered_json line{{"text", to_utf8(text)},
                                {"system", script::name(analysis.system)},
                                {"units", script::notation(analysis.units)}};
    if (letters) line["letters"] = nlohmann::ordered_json::array();
    for (const script::LetterForm& form : analysis.letters) {
        if (!letters) break;
        const Letter letter = letter_of(text, analysis, form);
        line["letters"].push_back({{"begin", form.range.begin},
                                   {"end", form.range.end},
                                   {"character", letter.character},
                                   {"name", letter.name},
                                   {"position", script::name(form.position)},
                                   {"condition", script::name(form.condition)},
                                   {"units", letter.units},
                                   {"selector", letter.selector}});
    }
    return line.dump() + "\n";
}

Exit units(const UnitsOptions& options) {
    std::string out;
    const auto each = [&](const TextLine& line) {
        const script::UnitAnalysis analysis = script::analyze(line.text, options.script.units());
        if (options.json) {
            out += json_line(line.text, analysis, options.explain);
            return;
        }
        out += script::notation(analysis.units) + "\n";
        if (options.explain) out += explain(line.text, analysis);
    };
    const auto done = for_each_line(options.files, options.aliases ? &options.script : nullptr, each);
    return finish(out, options.files, done);
}

}  // namespace

std::function<Exit()> declare_units(ArgumentTable& app) {
    auto options = std::make_shared<UnitsOptions>();
    declare_text_files(app, options->files);
    declare_script_options(app, options->script);
    app.add_flag("--aliases", options->aliases, "Lines hold the names of letters instead of letters: a n a fvs1 mvs a");
    app.add_flag("--explain", options->explain, "Add a line for each letter with the rule that chose its form");
    app.add_flag("--json", options->json, "One JSON object a line; with --explain also each letter, in UTF-16 indices");
    return [options] { return units(*options); };
}

}  // namespace bichig::cli
