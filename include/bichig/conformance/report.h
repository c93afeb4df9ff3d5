// What a font can do for Mongolian: coverage, metrics, selectors, controls, and how far its own rules are right.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <bichig/base/result.h>
#include <bichig/font/font.h>
#include <bichig/script/units.h>
#include <bichig/script/writing_system.h>
#include <bichig/shape/shaper.h>
#include <bichig/shape/unit_map.h>

namespace bichig::conformance {

/// A case that is drawn otherwise than it should be, or with a glyph of which it is not known what it draws. Value.
struct FailingCase {
    std::string name;
    std::u16string text;
    std::vector<script::Unit> expected;
    std::vector<script::Unit> drawn;
    shape::ShapedText shaped;  ///< by the font's own rules
};

/// Cases of one suite, by the font's own rules. Value.
struct SuiteResult {
    std::string name;
    script::WritingSystem system{};
    std::uint32_t cases = 0;
    std::uint32_t right = 0;
    std::uint32_t unknown = 0;    ///< of those that are not right: some glyph is not known
    std::uint32_t automatic = 0;  ///< right when the words the font has wrong are set by units
    /// Drawn as most cases of the same units are, and as no others. An indication, counted only where it is not known
    /// what the glyphs draw, and over the report's own list: in suites most units stand in one case alone.
    std::optional<std::uint32_t> agreeing;
    std::vector<FailingCase> failing;
};

/// A letter that is not right in every probe. Value.
struct LetterResult {
    script::WritingSystem system{};
    char32_t letter = 0;
    shape::Verdict plain{};
    shape::Verdict selected{};
};

/// What was found of a font. Value.
struct Report {
    std::string family;
    std::string sha256;
    shape::UnitSource source{};
    font::Metrics metrics;
    FontUnits mvs_advance;  ///< of the character's own glyph
    std::uint32_t letters = 0;          ///< letters of the Mongolian block that some writing system has
    std::uint32_t letters_covered = 0;  ///< of them in the font
    std::vector<char32_t> missing;      ///< letters and controls that the font lacks
    bool has_rules = false;             ///< the font's substitutions cover the script
    bool known_selectors[4] = {};       ///< FVS1 to FVS4 are in the font
    std::vector<script::Unit> shown_controls;  ///< controls that the font can show
    std::vector<SuiteResult> suites;
    std::vector<LetterResult> letters_not_right;
};

/// How a report is made.
struct ReportOptions {
    script::Profile profile = script::Profile::gb25914;
    /// A folder of suites (core-hudum.tsv, eac-hudum.tsv …: name, aliases, units); empty: the report's own list of
    /// letters, positions, selectors and vowels, against the engine.
    std::string suites;
    std::optional<script::WritingSystem> system;  ///< only what is of this writing system
    std::vector<font::Font> known;  ///< see shape::UnitMapOptions
    std::string cache_folder;       ///< likewise
};

/// Looks at `font`, whose other scripts are of no matter. Errors: a suite cannot be read.
Result<Report> report(const font::Font& font, const ReportOptions& options = {});

}  // namespace bichig::conformance
