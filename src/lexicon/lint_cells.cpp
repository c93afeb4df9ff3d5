// Checks that hold for every cell of every table, and those of provenance.
#include <array>
#include <optional>

#include <bichig/base/utf.h>
#include <bichig/text/normal_form.h>

#include "lexicon/internal/lint.h"
#include "lexicon/internal/text.h"

namespace bichig::lexicon {

namespace {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Characters that nobody sees: controls, format characters, spaces that are none of the keyboard's.
bool is_invisible(char32_t c) {
    if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xA0 || c == 0xAD) return true;
    if (c >= 0x180B && c <= 0x180F) return true;
    if ((c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F)) return true;
    return c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0000 && c <= 0xE0FFF);
}

std::string code_point_name(char32_t c) {
    char text[16];
    std::snprintf(text, sizeof text, "U+%04X", static_cast<unsigned>(c));
    return text;
}

/// `text` with a single space wherever it has several, and none at its ends.
std::string tidied(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == ' ' && (out.empty() || out.back() == ' ')) continue;
        out += c;
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

/// `text` with `_` for each U+202F.
std::string with_separators(std::string_view text) {
    std::string out{text};
    for (std::size_t at = 0; (at = out.find("\xE2\x80\xAF", at)) != std::string::npos;) out.replace(at, 3, "_");
    return out;
}

class CellLint {
public:
    CellLint(const Table& table, const std::string& path, Reporter& reporter)
        : table_{table}, path_{path}, reporter_{reporter} {}

    void run() {
        for (std::size_t row = 0; row < table_.size(); ++row) {
            for (std::size_t column = 0; column < table_.columns().size(); ++column) judge(row, column);
        }
    }

private:
    void judge(std::size_t row, std::size_t column) {
        const std::string_view cell = table_.cell(row, column);
        if (cell.empty()) return;
        if (cell.front() == ' ' || cell.back() == ' ' || cell.find("  ") != std::string_view::npos) {
            reporter_.cell(table_, row, column, "space", "the cell has spaces that mean nothing", "take them out",
                           path_, tidied(cell));
        }
        const bool control = std::any_of(cell.begin(), cell.end(),
                                         [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
        if (is_ascii(cell) && !control) return;
        const auto text = to_utf16(cell);
        if (!text) return;
        if (judge_invisible(row, column, cell, *text)) return;
        script::NormalOptions none;
        none.vertical_forms = none.second_selector = none.selector_without_effect = false;
        none.connector = script::Connector::keep;
        const script::NormalText composed = text::normalize(*text, {true, none});
        if (composed.text != *text) {
            reporter_.cell(table_, row, column, "not-composed", "the cell is not in Unicode's composed form",
                           "compose it (NFC)", path_, to_utf8(composed.text));
        }
    }

    bool judge_invisible(std::size_t row, std::size_t column, std::string_view cell, std::u16string_view text) {
        for (TextIndex i = 0; i < text.size();) {
            const CodePoint point = code_point_at(text, i);
            i += point.size;
            if (!is_invisible(point.value)) continue;
            if (point.value == 0x202F) {
                reporter_.cell(table_, row, column, "legacy-connector",
                               "the cell has U+202F, the connector of older text", "write _ for a connector", path_,
                               with_separators(cell));
            } else {
                reporter_.cell(table_, row, column, "invisible-character",
                               "the cell has " + code_point_name(point.value) + ", which nobody sees",
                               "take it out; in Latin ' \" ` stand for selectors and _ for MVS");
            }
            return true;
        }
        return false;
    }

    const Table& table_;
    const std::string& path_;
    Reporter& reporter_;
};

bool is_declared(const std::vector<Named>& named, std::string_view id) {
    return std::any_of(named.begin(), named.end(), [&](const Named& item) { return item.id == id; });
}

std::string ids_of(const std::vector<Named>& named) {
    std::string ids;
    for (const Named& item : named) ids += (ids.empty() ? "" : ", ") + item.id;
    return "declared: " + ids;
}

bool is_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9}) {
        if (text[i] < '0' || text[i] > '9') return false;
    }
    const int month = (text[5] - '0') * 10 + text[6] - '0', day = (text[8] - '0') * 10 + text[9] - '0';
    constexpr std::array days = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month >= 1 && month <= 12 && day >= 1 && day <= days[static_cast<std::size_t>(month - 1)];
}

/// Source, licence, reviewer, status and date of the rows of one table.
void lint_origin(const Table& table, const Manifest& manifest, Reporter& reporter) {
    const auto column = [&](std::string_view name) { return *table.column(name); };
    const std::size_t source = column("source"), licence = column("licence"), reviewer = column("reviewer"),
                      status = column("status"), date = column("date");
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::string_view from = table.cell(row, source);
        if (!is_declared(manifest.sources, from)) {
            reporter.cell(
                table, row, source, "unknown-source",
                from.empty() ? "the row names no source" : "the source '" + std::string{from} + "' is not declared",
                ids_of(manifest.sources));
        }
        if (table.cell(row, licence).empty()) {
            reporter.cell(table, row, licence, "no-licence", "the row names no licence", "write its SPDX name");
        }
        if (!is_date(table.cell(row, date))) {
            reporter.cell(table, row, date, "date", "'" + std::string{table.cell(row, date)} + "' is no date",
                          "write YYYY-MM-DD");
        }
        const bool named = !table.cell(row, reviewer).empty();
        const bool unreviewed = table.cell(row, status) == "unreviewed";
        if (named == unreviewed) {
            reporter.cell(table, row, reviewer, "reviewer",
                          named ? "the row names a reviewer and is unreviewed"
                                : "the row is not unreviewed and names no reviewer",
                          "name who reviewed it, or correct the status");
        }
    }
}

}  // namespace

void lint_cells(const Source& source, Reporter& reporter) {
    CellLint{source.suffixes, source.manifest.suffixes, reporter}.run();
    for (std::size_t i = 0; i < source.entries.size(); ++i) {
        CellLint{source.entries[i], source.manifest.files[i].path, reporter}.run();
    }
    if (source.glossary) CellLint{*source.glossary, source.manifest.glossary, reporter}.run();
    if (source.typos) CellLint{*source.typos, source.manifest.typos, reporter}.run();
    if (source.gold) CellLint{*source.gold, source.manifest.gold, reporter}.run();
}

void lint_provenance(const Source& source, Reporter& reporter) {
    const Manifest& manifest = source.manifest;
    for (const Table& table : source.entries) {
        lint_origin(table, manifest, reporter);
        const std::size_t norm = *table.column("norm"), evidence = *table.column("evidence");
        for (std::size_t row = 0; row < table.size(); ++row) {
            if (table.cell(row, norm).empty()) {
                reporter.cell(table, row, norm, "unknown-norm", "the row names no norm", ids_of(manifest.norms));
            }
            for (const std::string_view id : split(table.cell(row, norm), '+')) {
                if (is_declared(manifest.norms, id)) continue;
                reporter.cell(table, row, norm, "unknown-norm", "the norm '" + std::string{id} + "' is not declared",
                              ids_of(manifest.norms));
            }
            for (const std::string_view id : split(table.cell(row, evidence), ' ')) {
                if (is_declared(manifest.evidence, id)) continue;
                reporter.cell(table, row, evidence, "unknown-evidence",
                              "the witness '" + std::string{id} + "' is not declared", ids_of(manifest.evidence));
            }
        }
    }
    if (source.glossary) lint_origin(*source.glossary, manifest, reporter);
}

}  // namespace bichig::lexicon
