// Shapes every case by the font's own rules, reads the glyphs back by the unit map, and compares with what is expected.
#include <bichig/conformance/report.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include <bichig/base/file.h>
#include <bichig/base/utf.h>
#include <bichig/text/analysis.h>

#include "conformance/agreement.h"

namespace bichig::conformance {

namespace {

using script::Unit;
using script::WritingSystem;

constexpr char32_t selectors[] = {0x180B, 0x180C, 0x180D, 0x180F};

struct Case {
    std::string name;
    std::u16string text;
    std::string expected;  ///< in the notation of the suites
};

std::vector<WritingSystem> all_systems() {
    std::vector<WritingSystem> systems;
    for (std::size_t i = 0; i < script::writing_system_count; ++i) systems.push_back(static_cast<WritingSystem>(i));
    return systems;
}

/// Sets cases in the font and counts.
class Runner {
public:
    Runner(const shape::UnitMap& map, const ReportOptions& options)
        : map_{map}, profile_{options.profile},
          agrees_{map.source() == shape::UnitSource::none && options.suites.empty()} {}

    SuiteResult run(std::string name, WritingSystem system, const std::vector<Case>& cases) {
        SuiteResult result;
        result.name = std::move(name);
        result.system = system;
        shape::Shaper by_font{options(shape::UnitPolicy::font, system)};
        shape::Shaper automatic{options(shape::UnitPolicy::automatic, system)};
        Agreement agreement{map_.font()};
        for (const Case& tried : cases) {
            ++result.cases;
            shape::ShapedText shaped = set(by_font, tried.text);
            if (agrees_) agreement.add(tried.expected, shaped);
            const std::vector<Unit> wanted = script::units(tried.text, engine(system));
            std::vector<Unit> drawn = map_.read(tried.text, shaped, wanted);
            const bool right = script::notation(drawn) == tried.expected;
            result.right += right;
            result.unknown += !right && drawn.empty();
            result.automatic +=
                script::notation(map_.read(tried.text, set(automatic, tried.text), wanted)) == tried.expected;
            if (!right) {
                result.failing.push_back({tried.name, tried.text, wanted, std::move(drawn), std::move(shaped)});
            }
        }
        if (agrees_) result.agreeing = agreement.count();
        return result;
    }

    script::UnitOptions engine(WritingSystem system) const {
        script::UnitOptions options;
        options.profile = profile_;
        options.system = system;
        return options;
    }

private:
    shape::ShaperOptions options(shape::UnitPolicy policy, WritingSystem system) const {
        return {policy, {map_}, engine(system)};
    }
    shape::ShapedText set(shape::Shaper& shaper, std::u16string_view text) const {
        if (text.empty()) return {};
        const font::Font& font = map_.font();
        const shape::Span span{{0, static_cast<TextIndex>(text.size())}, {font, font, font, font, font},
                               Length::points(16), "mn-Mong"};
        return shaper.shape(text, text::analyze(text), {span}, shape::LineDirection::vertical);
    }

    const shape::UnitMap& map_;
    script::Profile profile_;
    bool agrees_;  ///< whether it is counted how far the font agrees with itself
};

std::optional<WritingSystem> system_of_suite(const std::string& stem) {
    const std::size_t dash = stem.find('-');
    return dash == std::string::npos ? std::nullopt : script::writing_system_named(stem.substr(dash + 1));
}

Result<std::vector<Case>> read_suite(const std::string& path, WritingSystem system) {
    auto bytes = read_file(path);
    if (!bytes) return fail(bytes.error());
    std::vector<Case> cases;
    std::string_view rest = *bytes;
    for (std::uint32_t number = 1; !rest.empty(); ++number) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        if (line.empty() || line[0] == '#') continue;
        const std::size_t first = line.find('\t'), second = line.find('\t', first + 1);
        if (first == std::string_view::npos || second == std::string_view::npos) {
            return fail({ErrorCode::invalid_input, "a case has a name, letters and units, with tabs between",
                         "give a folder of suites of UTN #57", {path, number, 0, ""}});
        }
        Case read{std::string(line.substr(0, first)), {}, std::string(line.substr(second + 1))};
        std::string_view names = line.substr(first + 1, second - first - 1);
        while (!names.empty()) {
            const std::size_t space = std::min(names.find(' '), names.size());
            const auto character = script::character_of_alias(system, names.substr(0, space));
            if (!character && space != 0) {
                return fail({ErrorCode::invalid_input, "'" + std::string(names.substr(0, space)) + "' names no letter",
                             "give a folder of suites of UTN #57", {path, number, 0, ""}});
            }
            if (character) append(read.text, *character);
            names.remove_prefix(std::min(space + 1, names.size()));
        }
        cases.push_back(std::move(read));
    }
    return cases;
}

/// The probes of a writing system as cases.
std::vector<Case> own_cases(const shape::UnitMap& map, WritingSystem system) {
    std::vector<Case> cases;
    for (const shape::Probe& probe : map.probes(system)) {
        std::string name;
        for (std::size_t i = 0; i < probe.text.size(); ++i) {
            const std::string_view alias = script::alias(system, probe.text[i]);
            static constexpr std::pair<char16_t, const char*> controls[] = {
                {0x180B, "fvs1"}, {0x180C, "fvs2"}, {0x180D, "fvs3"},
                {0x180F, "fvs4"}, {0x180E, "mvs"},  {0x200D, "zwj"}};
            const auto control = std::find_if(std::begin(controls), std::end(controls),
                                              [&](const auto& row) { return row.first == probe.text[i]; });
            if (i > 0) name += ' ';
            name += control != std::end(controls) ? control->second : std::string(alias);
        }
        cases.push_back({std::move(name), probe.text, script::notation(probe.expected)});
    }
    return cases;
}

void look_at_characters(const font::Font& font, Report& report) {
    for (char32_t letter = 0x1807; letter < 0x18AB; ++letter) {
        const auto systems = all_systems();
        if (std::none_of(systems.begin(), systems.end(),
                         [&](WritingSystem system) { return script::has_letter(system, letter); })) {
            continue;
        }
        ++report.letters;
        if (font.glyph(letter) != 0) {
            ++report.letters_covered;
        } else {
            report.missing.push_back(letter);
        }
    }
    for (std::size_t i = 0; i < 4; ++i) report.known_selectors[i] = font.glyph(selectors[i]) != 0;
    for (const char32_t control : {0x180Au, 0x180Bu, 0x180Cu, 0x180Du, 0x180Eu, 0x180Fu, 0x202Fu}) {
        if (font.glyph(control) == 0) report.missing.push_back(control);
    }
    report.mvs_advance = font.advance(font.glyph(0x180E));
}

void look_at_letters(const shape::UnitMap& map, const std::vector<WritingSystem>& systems, Report& report) {
    for (const WritingSystem system : systems) {
        for (char32_t letter = 0x180E; letter < 0x18AB; ++letter) {
            if (letter != 0x180E && !script::has_letter(system, letter)) continue;
            const LetterResult result{system, letter, map.verdict(system, letter, false),
                                      map.verdict(system, letter, true)};
            if (result.plain != shape::Verdict::right || result.selected != shape::Verdict::right) {
                report.letters_not_right.push_back(result);
            }
        }
    }
}

}  // namespace

Result<Report> report(const font::Font& font, const ReportOptions& options) {
    const shape::UnitMap map = shape::UnitMap::of(font, {options.profile, options.known, options.cache_folder});
    Report found;
    found.family = font.family();
    found.sha256 = map.sha256();
    found.source = map.source();
    found.metrics = font.metrics();
    found.has_rules = font.shapes_script("mong");
    look_at_characters(font, found);
    for (auto unit = static_cast<std::uint32_t>(Unit::shown_selector_1);
         unit <= static_cast<std::uint32_t>(Unit::shown_nnbsp); ++unit) {
        if (map.control(static_cast<Unit>(unit)) != 0) found.shown_controls.push_back(static_cast<Unit>(unit));
    }
    const std::vector<WritingSystem> systems = options.system ? std::vector{*options.system} : all_systems();
    look_at_letters(map, systems, found);
    Runner runner{map, options};
    if (options.suites.empty()) {
        for (const WritingSystem system : systems) {
            found.suites.push_back(
                runner.run("letters of " + std::string(script::name(system)), system, own_cases(map, system)));
        }
        return found;
    }
    std::error_code error;
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(options.suites, error)) {
        if (entry.path().extension() == ".tsv" && system_of_suite(entry.path().stem().string())) {
            paths.push_back(entry.path());
        }
    }
    if (error || paths.empty()) {
        return fail({ErrorCode::not_found, "no suites (core-hudum.tsv and the like) in this folder",
                     "give the folder testSuites of mongfontbuilder", {options.suites, 0, 0, ""}});
    }
    std::sort(paths.begin(), paths.end());
    for (const auto& path : paths) {
        const WritingSystem system = *system_of_suite(path.stem().string());
        if (options.system && system != *options.system) continue;
        auto cases = read_suite(path.string(), system);
        if (!cases) return fail(cases.error());
        found.suites.push_back(runner.run(path.stem().string(), system, *cases));
    }
    return found;
}

}  // namespace bichig::conformance
