// `bichig font report`: what a font can do for Mongolian.
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <bichig/base/utf.h>
#include <bichig/conformance/report.h>
#include <bichig/font/catalogue.h>

#include "cli/internal/command.h"
#include "cli/internal/script_options.h"
#include "cli/internal/shape_output.h"
#include "cli/internal/svg_text.h"

namespace bichig::cli {

namespace {

using Json = nlohmann::ordered_json;

struct FontOptions {
    std::string font;
    std::string font_folder;
    std::string suites;
    ScriptOptions script;
    bool json = false;
    bool html = false;
};

std::string percent(std::uint32_t part, std::uint32_t whole) {
    char text[16];
    std::snprintf(text, sizeof text, "%.2f %%", whole == 0 ? 0.0 : 100.0 * part / whole);
    return text;
}

std::string letter_name(const conformance::LetterResult& letter) {
    return hexadecimal(letter.letter) + " " + std::string(script::alias(letter.system, letter.letter));
}

/// The facts of a report that are one line each: name and value.
std::vector<std::pair<std::string, std::string>> facts(const conformance::Report& report) {
    std::string selectors, controls, missing;
    for (int i = 0; i < 4; ++i) {
        if (report.known_selectors[i]) selectors += " FVS" + std::to_string(i + 1);
    }
    for (const script::Unit unit : report.shown_controls) controls += " " + script::notation({unit});
    for (const char32_t character : report.missing) missing += " " + hexadecimal(character);
    const auto number = [](FontUnits units) { return std::to_string(units.count()); };
    return {{"family", report.family},
            {"sha256", report.sha256},
            {"units known by", std::string(shape::name(report.source))},
            {"shaping rules for Mongolian", report.has_rules ? "yes" : "no"},
            {"letters", std::to_string(report.letters_covered) + " of " + std::to_string(report.letters)},
            {"missing", missing.empty() ? "nothing" : missing.substr(1)},
            {"selectors", selectors.empty() ? "none" : selectors.substr(1)},
            {"controls shown", controls.empty() ? "none" : controls.substr(1)},
            {"units per em", number(report.metrics.units_per_em)},
            {"ascender, descender", number(report.metrics.ascender) + ", " + number(report.metrics.descender)},
            {"central baseline", number(report.metrics.central_baseline)},
            {"advance of MVS", number(report.mvs_advance)}};
}

std::string as_text(const conformance::Report& report) {
    std::string out;
    for (const auto& [name, value] : facts(report)) out += name + "\t" + value + "\n";
    for (const conformance::SuiteResult& suite : report.suites) {
        out += suite.name + "\t" + std::to_string(suite.right) + " of " + std::to_string(suite.cases) + " (" +
               percent(suite.right, suite.cases) + ") by the font, " + std::to_string(suite.automatic) + " (" +
               percent(suite.automatic, suite.cases) + ") with automatic, " + std::to_string(suite.unknown) +
               " with glyphs that are not known";
        if (suite.agreeing) out += ", " + std::to_string(*suite.agreeing) + " drawn as others of the same units";
        out += "\n";
    }
    for (const conformance::LetterResult& letter : report.letters_not_right) {
        out += std::string(script::name(letter.system)) + " " + letter_name(letter) + "\t" +
               std::string(shape::name(letter.plain)) + ", with selectors " +
               std::string(shape::name(letter.selected)) + "\n";
    }
    return out;
}

std::string as_json(const conformance::Report& report) {
    Json out;
    for (const auto& [name, value] : facts(report)) out[name] = value;
    for (const conformance::SuiteResult& suite : report.suites) {
        Json failing = Json::array();
        for (const conformance::FailingCase& found : suite.failing) {
            failing.push_back({{"name", found.name}, {"text", to_utf8(found.text)},
                               {"expected", script::notation(found.expected)},
                               {"drawn", script::notation(found.drawn)}});
        }
        out["suites"].push_back({{"name", suite.name}, {"cases", suite.cases}, {"right", suite.right},
                                 {"unknown", suite.unknown}, {"automatic", suite.automatic},
                                 {"failing", std::move(failing)}});
        if (suite.agreeing) out["suites"].back()["agreeing"] = *suite.agreeing;
    }
    for (const conformance::LetterResult& letter : report.letters_not_right) {
        out["letters not right"].push_back({{"system", script::name(letter.system)},
                                            {"letter", hexadecimal(letter.letter)},
                                            {"plain", shape::name(letter.plain)},
                                            {"with selectors", shape::name(letter.selected)}});
    }
    return out.dump(2) + "\n";
}

std::string as_html(const conformance::Report& report) {
    std::string out = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" +
                      markup_escaped(report.family) +
                      "</title>\n<style>body{font-family:sans-serif}"
                      "td,th{border:1px solid #999;padding:4px;text-align:left}table{border-collapse:collapse}"
                      "svg{max-height:220px}</style></head><body>\n<h1>" +
                      markup_escaped(report.family) + "</h1>\n<table>\n";
    for (const auto& [name, value] : facts(report)) {
        out += "<tr><th>" + markup_escaped(name) + "</th><td>" + markup_escaped(value) + "</td></tr>\n";
    }
    out += "</table>\n<h2>Suites</h2>\n<table><tr><th>suite</th><th>cases</th><th>by the font</th><th>automatic</th>"
           "</tr>\n";
    for (const conformance::SuiteResult& suite : report.suites) {
        out += "<tr><td>" + markup_escaped(suite.name) + "</td><td>" + std::to_string(suite.cases) + "</td><td>" +
               std::to_string(suite.right) + " (" + percent(suite.right, suite.cases) + ")</td><td>" +
               std::to_string(suite.automatic) + " (" + percent(suite.automatic, suite.cases) + ")</td></tr>\n";
    }
    out += "</table>\n";
    for (const conformance::SuiteResult& suite : report.suites) {
        if (suite.failing.empty()) continue;
        out += "<h2>" + markup_escaped(suite.name) +
               ": failing cases</h2>\n<table><tr><th>case</th><th>expected</th>"
               "<th>drawn</th><th>picture</th></tr>\n";
        for (const conformance::FailingCase& found : suite.failing) {
            out += "<tr><td>" + markup_escaped(found.name) + "</td><td>" +
                   markup_escaped(script::notation(found.expected)) + "</td><td>" +
                   markup_escaped(script::notation(found.drawn)) + "</td><td>" +
                   shaped_svg({{found.text, found.shaped}}, 24) + "</td></tr>\n";
        }
        out += "</table>\n";
    }
    return out + "</body></html>\n";
}

Exit font_report(const FontOptions& options) {
    auto catalogue =
        font::Catalogue::open(options.font_folder.empty() ? default_font_folder() : options.font_folder);
    if (!catalogue) return report(catalogue.error());
    auto font = font::Font::open(options.font);
    if (!font) return report(font.error());
    const script::UnitOptions units = options.script.units();
    auto found = conformance::report(*font, {units.profile, options.suites, units.system,
                                             {catalogue->font(font::Role::mongolian)}, user_cache_folder()});
    if (!found) return report(found.error());
    return print(options.html ? as_html(*found) : options.json ? as_json(*found) : as_text(*found));
}

}  // namespace

std::function<Exit()> declare_font(ArgumentTable& app) {
    auto options = std::make_shared<FontOptions>();
    auto sub = app.add_subcommand("report", "Coverage, metrics, selectors, and how far its own rules are right");
    app.require_subcommand(1);
    sub.add_option("FONT", options->font, "A font file").type_name("FILE").required();
    sub.add_option("--suites", options->suites,
                    "Folder of suites (core-hudum.tsv …); without it letters, positions, selectors and vowels are "
                    "tried against the written-unit engine").type_name("FOLDER");
    sub.add_option("--font-dir", options->font_folder, "Folder of the fonts to compare with").type_name("FOLDER");
    declare_script_options(sub, options->script);
    auto json = sub.add_flag("--json", options->json, "For a program");
    sub.add_flag("--html", options->html, "A page with the failing cases drawn").excludes(json);
    return [options] { return font_report(*options); };
}

}  // namespace bichig::cli
