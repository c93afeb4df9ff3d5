// Verdicts of native readers become status, reviewer, date and notes of rows; corrections become rows.
#include <bichig/lexicon/review.h>

#include <algorithm>
#include <map>
#include <optional>

#include <bichig/base/utf.h>

#include "lexicon/internal/letters_of_word.h"
#include "lexicon/internal/review_columns.h"
#include "lexicon/internal/row_keys.h"
#include "lexicon/internal/text.h"

namespace bichig::lexicon {

namespace {

/// "right", "wrong" or "unsure" for what a reader wrote; none for something else.
std::optional<std::string_view> verdict_named(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> names{{{"right", "right"},
                                                                                  {"wrong", "wrong"},
                                                                                  {"unsure", "unsure"},
                                                                                  {"r", "right"},
                                                                                  {"w", "wrong"},
                                                                                  {"?", "unsure"},
                                                                                  {"\u5bf9", "right"},
                                                                                  {"\u9519", "wrong"},
                                                                                  {"\u4e0d\u786e\u5b9a", "unsure"}}};
    std::string small{text};
    for (char& letter : small) letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    for (const auto& [written, meant] : names) {
        if (written == small) return meant;
    }
    return std::nullopt;
}

std::string trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == text.npos) return {};
    return std::string{text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1)};
}

/// The stem in Latin that a correction means; none if it has no letters.
std::optional<std::string> stem_of(const std::string& correction) {
    const auto text = to_utf16(correction);
    if (text && letters_in(*text) == Letters::mongolian) {
        std::u16string letters = *text;
        std::replace(letters.begin(), letters.end(), u'\u202F', u'\u180E');
        std::string latin = latin_of(letters);
        return letters_of(latin) == letters ? std::optional{latin} : std::nullopt;
    }
    return letters_of(correction) ? std::optional{correction} : std::nullopt;
}

/// The status of a row after a verdict. `others` have judged it too: what they do not agree on is disputed, and stays
/// so until somebody changes the source.
std::string status_after(std::string_view verdict, std::string_view before, bool others) {
    const std::string status = verdict == "right" ? "reviewed" : verdict == "wrong" ? "rejected" : "disputed";
    return others && before != "unreviewed" && before != status ? "disputed" : status;
}

/// One verdict, found good. Value.
struct Verdict {
    std::size_t table = 0;
    std::size_t row = 0;
    std::string_view verdict;
    std::string correction;
    std::string comment;
    std::string reviewer;
};

class VerdictReader {
public:
    VerdictReader(Source& source, const std::string& file, const ReviewOptions& options)
        : source_{source}, file_{file}, options_{options}, tables_{shared_tables(source)} {
        for (const SharedTable& shared : tables_) {
            auto& index = rows_.emplace_back();
            const auto keys = row_keys(*shared.table);
            for (std::size_t row = 0; row < keys.size(); ++row) index.emplace(keys[row], row);
        }
    }

    ReviewReport run(const format::Workbook& book) {
        for (const format::Sheet& sheet : book.sheets) read_sheet(sheet);
        for (const Verdict& verdict : verdicts_) {
            if (!has_errors(report_.findings)) act(verdict);
        }
        return std::move(report_);
    }

private:
    void read_sheet(const format::Sheet& sheet) {
        if (sheet.rows.empty()) return;
        columns_.clear();
        for (std::size_t i = 0; i < sheet.rows[0].size(); ++i) columns_.emplace(sheet.rows[0][i], i);
        for (const std::string_view needed : {std::string_view{"key"}, std::string_view{"file"}, verdict_column}) {
            if (columns_.contains(needed)) continue;
            find("no-pack", "the column '" + std::string{needed} + "' is missing", "read what bichig dict review wrote",
                 sheet, 0, 0);
            return;
        }
        for (std::size_t row = 1; row < sheet.rows.size(); ++row) read_row(sheet, row);
    }

    void read_row(const format::Sheet& sheet, std::size_t row) {
        const auto text = [&](std::string_view column) {
            const auto found = columns_.find(column);
            return found == columns_.end() ? std::string{} : trimmed(sheet.at(row, found->second));
        };
        Verdict verdict{0, 0, "wrong", text("correction"), text("comment"), text("reviewer")};
        const std::string written = text(verdict_column);
        if (written.empty() && verdict.correction.empty()) {
            if (!text("key").empty()) ++report_.open;
            return;
        }
        if (!written.empty()) {
            const auto named = verdict_named(written);
            if (!named) {
                find("verdict", "unknown verdict '" + written + "'", "write right, wrong or unsure", sheet, row,
                     columns_.find(verdict_column)->second);
                return;
            }
            verdict.verdict = *named;
        }
        if (verdict.reviewer.empty()) verdict.reviewer = options_.reviewer;
        if (verdict.reviewer.empty()) {
            find("reviewer", "nobody is named for this verdict",
                 "fill the column reviewer, or name one with --reviewer", sheet, row,
                 columns_.find(verdict_column)->second);
            return;
        }
        if (find_row(sheet, row, text("file"), text("key"), verdict) && check_correction(sheet, row, verdict)) {
            verdicts_.push_back(std::move(verdict));
        }
    }

    bool find_row(const format::Sheet& sheet, std::size_t row, const std::string& path, const std::string& key,
                  Verdict& verdict) {
        for (std::size_t i = 0; i < tables_.size(); ++i) {
            const auto found = rows_[i].find(key);
            if (tables_[i].glossary || tables_[i].path != path || found == rows_[i].end()) continue;
            verdict.table = i;
            verdict.row = found->second;
            return true;
        }
        find("no-row", "the source has no row '" + key + "' in '" + path + "'",
             "it was changed since the pack was made: give this verdict by hand", sheet, row,
             columns_.find("key")->second);
        return false;
    }

    bool check_correction(const format::Sheet& sheet, std::size_t row, Verdict& verdict) {
        if (verdict.correction.empty()) return true;
        if (verdict.verdict == "right") {
            find("correction", "a correction of a word that is right", "leave one of the two out", sheet, row,
                 columns_.find("correction")->second);
            return false;
        }
        const auto stem = stem_of(verdict.correction);
        if (!stem) {
            find("correction", "the correction '" + verdict.correction + "' is no word of letters",
                 "write the stem alone, in Latin (EAC MGC/01-02) or in Mongolian letters", sheet, row,
                 columns_.find("correction")->second);
            return false;
        }
        verdict.correction = *stem;
        return true;
    }

    /// Changes the row, unless it says so already.
    void act(const Verdict& verdict) {
        Table& table = *table_of(source_, tables_[verdict.table].path);
        const auto cell = [&](std::string_view column) {
            return std::string{table.cell(verdict.row, *table.column(column))};
        };
        const auto set = [&](std::string_view column, const std::string& value) {
            if (options_.apply) table.set(verdict.row, *table.column(column), value);
        };
        const std::string reviewers = cell("reviewer");
        const auto named = split(reviewers, ';');
        const bool mine = std::any_of(named.begin(), named.end(),
                                      [&](std::string_view one) { return trimmed(one) == verdict.reviewer; });
        const std::string before = cell("status");
        const bool others = mine ? named.size() > 1 : !named.empty();
        const std::string status = status_after(verdict.verdict, before, others);
        VerdictOutcome outcome{
            tables_[verdict.table].path, key_of(table, verdict.row), std::string{verdict.verdict}, status, "",
            !mine || before != status};
        if (outcome.changed) {
            set("status", status);
            set("date", options_.date);
            if (!mine) set("reviewer", reviewers.empty() ? verdict.reviewer : reviewers + "; " + verdict.reviewer);
        }
        std::string remarks;
        if (!verdict.comment.empty()) remarks = verdict.reviewer + ": " + verdict.comment;
        if (!verdict.correction.empty()) {
            remarks += (remarks.empty() ? "" : "; ") + std::string{"better "} + verdict.correction;
        }
        const std::string note = cell("note");
        if (!remarks.empty() && note.find(remarks) == note.npos) {
            set("note", note.empty() ? remarks : note + "; " + remarks);
            outcome.changed = true;
        }
        if (!verdict.correction.empty()) correct(table, verdict, outcome);
        report_.outcomes.push_back(std::move(outcome));
    }

    /// Adds the row of a correction, unless there is one.
    void correct(Table& table, const Verdict& verdict, VerdictOutcome& outcome) {
        const std::string pos{table.cell(verdict.row, *table.column("pos"))};
        const std::string key = verdict.correction + " " + pos;
        for (const auto& rows : rows_) {
            if (rows.contains(key)) return;
        }
        if (!added_.insert({key, true}).second) return;
        const std::string stem{table.cell(verdict.row, *table.column("stem"))};
        std::vector<std::string> cells;
        for (std::size_t i = 0; i < table.columns().size(); ++i) cells.emplace_back(table.cell(verdict.row, i));
        const auto set = [&](std::string_view column, std::string value) {
            cells[*table.column(column)] = std::move(value);
        };
        set("stem", verdict.correction);
        set("evidence", "");
        set("reviewer", "");
        set("status", "unreviewed");
        set("date", options_.date);
        set("note", "corrects " + stem + " (" + verdict.reviewer + ")");
        if (options_.apply) table.append(cells);
        outcome.correction = verdict.correction;
        outcome.changed = true;
    }

    static std::string key_of(const Table& table, std::size_t row) {
        return natural_key(false, [&](std::string_view column) { return table.cell(row, *table.column(column)); });
    }

    void find(std::string id, std::string message, std::string hint, const format::Sheet& sheet, std::size_t row,
              std::size_t column) {
        const std::string named = sheet.name.empty() ? "" : "sheet '" + sheet.name + "', ";
        report_.findings.push_back({Severity::error,
                                    std::move(id),
                                    std::move(message),
                                    std::move(hint),
                                    {file_, 0, 0, named + "cell " + format::cell_name(row, column)},
                                    {}});
    }

    Source& source_;
    const std::string& file_;
    const ReviewOptions& options_;
    std::vector<SharedTable> tables_;
    std::vector<std::unordered_map<std::string, std::size_t>> rows_;
    std::map<std::string, std::size_t, std::less<>> columns_;
    std::map<std::string, bool> added_;
    std::vector<Verdict> verdicts_;
    ReviewReport report_;
};

}  // namespace

ReviewReport read_review(Source& source, const format::Workbook& book, const std::string& file,
                         const ReviewOptions& options) {
    return VerdictReader{source, file, options}.run(book);
}

}  // namespace bichig::lexicon
