// The list of checks, the order of findings, and fixes.
#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "lexicon/internal/compile.h"
#include "lexicon/internal/lint.h"

namespace bichig::lexicon {

namespace {

constexpr Severity error = Severity::error;
constexpr Severity warning = Severity::warning;
constexpr Severity note = Severity::note;

constexpr std::array checks{
    // Files and cells.
    LintCheck{"byte-order-mark", warning, true, "a table begins with a byte order mark"},
    LintCheck{"line-end", warning, true, "lines end in CR LF"},
    LintCheck{"cell-count", error, false, "a row has not one cell for each column"},
    LintCheck{"space", warning, true, "a cell begins or ends with a space, or has two in a row"},
    LintCheck{"not-composed", warning, true, "a cell is not in Unicode's composed form (NFC)"},
    LintCheck{"invisible-character", error, false, "a cell has a character that nobody sees"},
    LintCheck{"legacy-connector", error, true, "a cell of Latin transliteration has U+202F, the connector of old text"},
    // Stems.
    LintCheck{"stem-latin", error, true, "a stem has letters of another block than the transliteration's"},
    LintCheck{"stem-form", warning, true, "a stem is written with other signs than those it is written back with"},
    LintCheck{"duplicate-key", error, false, "a stem stands twice with one part of speech and paradigm"},
    LintCheck{"selector-unknown", error, false, "a selector asks for a form that the letter does not have there"},
    LintCheck{"selector-without-effect", warning, true, "a selector changes nothing"},
    LintCheck{"separator", error, false, "an MVS that does not stand before a final a or e"},
    LintCheck{"mixed-harmony", warning, false, "masculine and feminine vowels in one word that is not marked foreign"},
    LintCheck{"late-round-vowel", warning, false, "o or ö after a syllable without o or ö"},
    LintCheck{"consonant-cluster", warning, false, "more consonants in a row than a Mongolian syllable has"},
    LintCheck{"diphthong", note, true, "y i after a vowel, where the standard writes i"},
    LintCheck{"verb-stem", error, false, "a verb whose stem cannot take endings"},
    LintCheck{"same-shape", warning, false, "two stems that look the same and have other letters"},
    // Values.
    LintCheck{"unknown-pos", error, false, "a part of speech that there is not"},
    LintCheck{"unknown-status", error, false, "a status that there is not"},
    LintCheck{"unknown-mark", error, false, "a mark that there is not"},
    LintCheck{"unknown-norm", error, false, "a norm that the manifest does not declare"},
    LintCheck{"unknown-source", error, false, "a source that the manifest does not declare, or none"},
    LintCheck{"unknown-evidence", error, false, "a witness that the manifest does not declare"},
    LintCheck{"unknown-tier", error, false, "a tier that the manifest does not declare"},
    LintCheck{"no-licence", error, false, "a row without a licence"},
    LintCheck{"date", error, false, "a date that is none (YYYY-MM-DD)"},
    LintCheck{"reviewer", error, false, "a reviewed row that names no reviewer, or a reviewer of an unreviewed one"},
    LintCheck{"frequency", error, false, "a frequency that is no whole number"},
    LintCheck{"cyrillic", error, false, "a Cyrillic form with other letters than those of Mongolian"},
    LintCheck{"cyrillic-harmony", warning, false, "stem and Cyrillic form have other harmony"},
    LintCheck{"gloss", warning, false, "no Chinese gloss, or one without a Chinese character"},
    // Paradigms.
    LintCheck{"no-paradigm", error, false, "a row without a paradigm"},
    LintCheck{"unknown-paradigm", error, false, "a paradigm that there is not"},
    LintCheck{"paradigm-pos", error, false, "a paradigm of another part of speech"},
    LintCheck{"unknown-group", error, false, "a group that there is not"},
    LintCheck{"no-form", warning, false, "a group that gives a stem no form"},
    LintCheck{"suffix-id", error, false, "a suffix whose name is none"},
    LintCheck{"suffix-after", error, false, "an end of stems that there is not"},
    LintCheck{"suffix-joined", error, false, "a suffix that says not how it is joined"},
    LintCheck{"suffix-latin", error, false, "a suffix that is no text in Latin transliteration"},
    LintCheck{"suffix-two-forms", error, false, "a suffix with two forms for one end of stems"},
    LintCheck{"suffix-gap", error, false, "a suffix without a form for an end of stems"},
    LintCheck{"suffix-harmony", warning, false,
              "a suffix whose masculine form has feminine vowels, or the other way round"},
    LintCheck{"suffix-unused", warning, false, "a row of the suffix table that no stem ever takes"},
    LintCheck{"unknown-suffix", error, false, "a group names a suffix that there is not"},
    LintCheck{"group-circle", error, false, "groups that follow one another in a circle"},
    LintCheck{"group-unused", note, false, "a group or a paradigm that nothing names"},
    LintCheck{"too-many-forms", error, false, "a group that makes too many forms of one stem"},
    // Lists beside the entries.
    LintCheck{"list-latin", error, false, "a word of a list is no text in Latin transliteration"},
    LintCheck{"list-duplicate", warning, false, "a row of a list stands twice"},
    LintCheck{"list-expectation", error, false,
              "a row of typos without accept, reject or suggest, or without its word"},
    LintCheck{"glossary-word", warning, false, "a word of the glossary that the dictionary does not have"},
    LintCheck{"glossary-chinese", error, false, "a term without Chinese"},
    LintCheck{"gold-word", error, false, "a gold word that the dictionary does not have"},
};

}  // namespace

std::span<const LintCheck> lint_checks() { return checks; }

Severity severity_of(std::string_view id) {
    const auto found =
        std::find_if(checks.begin(), checks.end(), [&](const LintCheck& check) { return check.id == id; });
    return found == checks.end() ? Severity::error : found->severity;
}

void Reporter::at(Place where, std::string_view id, std::string message, std::string hint) {
    findings_.push_back(
        {severity_of(id), std::string{id}, std::move(message), std::move(hint), std::move(where), std::nullopt});
}

void Reporter::cell(const Table& table, std::size_t row, std::size_t column, std::string_view id, std::string message,
                    std::string hint) {
    at(table.place(row, column), id, std::move(message), std::move(hint));
}

void Reporter::cell(const Table& table, std::size_t row, std::size_t column, std::string_view id, std::string message,
                    std::string hint, const std::string& path, std::string value) {
    cell(table, row, column, id, std::move(message), std::move(hint));
    findings_.back().fix =
        Fix{path, static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column), std::move(value)};
}

Findings lint(std::shared_ptr<const Source> source) {
    Findings findings;
    const Lexicon lexicon = compile(source, findings);
    Reporter reporter{findings};
    lint_cells(*source, reporter);
    lint_provenance(*source, reporter);
    lint_stems(lexicon, reporter);
    lint_suffixes(lexicon, reporter);
    lint_lists(lexicon, reporter);
    const auto key = [](const Finding& finding) {
        return std::tie(finding.where.file, finding.where.line, finding.where.column, finding.id, finding.message);
    };
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
    return findings;
}

std::size_t apply_fixes(Source& source, const Findings& findings) {
    std::size_t changed = 0;
    std::set<std::tuple<std::string, std::uint32_t, std::uint32_t>> seen;
    for (const Finding& finding : findings) {
        if (!finding.fix) continue;
        const Fix& fix = *finding.fix;
        // The second fix of a cell was made for what the first has changed: the next run offers it again.
        if (!seen.emplace(fix.table, fix.row, fix.column).second) continue;
        if (Table* table = table_of(source, fix.table)) {
            table->set(fix.row, fix.column, fix.value);
            ++changed;
        }
    }
    return changed;
}

}  // namespace bichig::lexicon
