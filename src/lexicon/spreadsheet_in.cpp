// A spreadsheet taken into the tables of a source. All rows are matched and judged before the first cell is changed.
#include <bichig/lexicon/spreadsheet.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>
#include <optional>

#include "lexicon/internal/row_keys.h"

namespace bichig::lexicon {

namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

/// A row of the spreadsheet on its way to a table. Value.
struct Incoming {
    std::size_t table = nowhere;  ///< index in the shared tables
    std::size_t row = nowhere;    ///< in that table; nowhere for one that is added
    const format::Sheet* sheet = nullptr;
    std::size_t sheet_row = 0;
};

/// The columns of a sheet: where it has the key, the file, and each column of a table by its name. Value.
struct Header {
    std::optional<std::size_t> key;
    std::optional<std::size_t> file;
    std::map<std::string, std::size_t, std::less<>> columns;
};

/// "2026-11-27" for a spreadsheet's count of days: the days of this century alone, as no other cell of a date column is
/// a number.
std::optional<std::string> date_of_days(std::string_view text) {
    int days = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
    if (error != std::errc{} || end != text.data() + text.size() || days < 36'526 || days > 73'050) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::year{1899} / 12 / 30} +
                                           std::chrono::days{days}};
    const auto digits = [](unsigned value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return std::to_string(static_cast<int>(date.year())) + "-" + digits(static_cast<unsigned>(date.month())) + "-" +
           digits(static_cast<unsigned>(date.day()));
}

/// Matches the rows of a spreadsheet with those of a source, and keeps what differs.
class Intake {
public:
    Intake(Source& source, const format::Workbook& book, const std::string& file)
        : source_{source}, book_{book}, file_{file}, tables_{shared_tables(source)} {
        for (const SharedTable& shared : tables_) {
            keys_.push_back(row_keys(*shared.table));
            auto& index = rows_.emplace_back();
            for (std::size_t row = 0; row < keys_.back().size(); ++row) index.emplace(keys_.back()[row], row);
            claimed_.emplace_back(shared.table->size(), false);
        }
    }

    SpreadsheetReport run(const SpreadsheetOptions& options) {
        for (const format::Sheet& sheet : book_.sheets) read_sheet(sheet);
        report_changes();
        if (options.apply && !has_errors(report_.findings)) apply(options.remove);
        return std::move(report_);
    }

private:
    void find(Severity severity, std::string_view id, std::string message, std::string hint, const format::Sheet& sheet,
              std::size_t row, std::size_t column) {
        report_.findings.push_back(
            {severity, std::string{id}, std::move(message), std::move(hint), place(sheet, row, column), std::nullopt});
    }

    Place place(const format::Sheet& sheet, std::size_t row, std::size_t column) const {
        const std::string named = sheet.name.empty() ? "" : "sheet '" + sheet.name + "', ";
        return {file_, 0, 0, named + "cell " + format::cell_name(row, column)};
    }

    void read_sheet(const format::Sheet& sheet) {
        if (sheet.rows.empty()) return;
        const auto table = table_of_sheet(sheet);
        const auto header = read_header(sheet, table);
        if (!header) return;
        for (std::size_t row = 1; row < sheet.rows.size(); ++row) {
            if (sheet.rows[row].empty()) continue;
            Incoming incoming{table.value_or(nowhere), nowhere, &sheet, row};
            if (place_row(incoming, *header)) incoming_.push_back(incoming);
        }
        headers_.emplace(&sheet, *header);
    }

    /// The table that the sheet is named for.
    std::optional<std::size_t> table_of_sheet(const format::Sheet& sheet) const {
        for (std::size_t i = 0; i < tables_.size(); ++i) {
            if (tables_[i].sheet == sheet.name) return i;
        }
        if (!sheet.name.empty()) return std::nullopt;
        // A CSV has no name: that of the glossary is known by its columns.
        for (std::size_t i = 0; i < tables_.size(); ++i) {
            const auto& first = sheet.rows.front();
            if (tables_[i].glossary && std::find(first.begin(), first.end(), "mongolian") != first.end()) return i;
        }
        return std::nullopt;
    }

    std::optional<Header> read_header(const format::Sheet& sheet, std::optional<std::size_t> table) {
        Header header;
        const format::SheetRow& names = sheet.rows.front();
        bool good = true;
        for (std::size_t i = 0; i < names.size(); ++i) {
            const std::string& name = names[i];
            const bool twice = (name == key_column && header.key) || (name == file_column && header.file) ||
                               header.columns.count(name) > 0;
            const auto& known = tables_[table.value_or(0)].table->columns();
            if (twice) {
                good = false;
                find(Severity::error, "column-twice", "the column '" + name + "' stands here twice", "take one out",
                     sheet, 0, i);
            } else if (name == key_column) {
                header.key = i;
            } else if (name == file_column) {
                header.file = i;
            } else if (std::find(known.begin(), known.end(), name) != known.end()) {
                header.columns.emplace(name, i);
            } else {
                good = false;
                find(Severity::error, "unknown-column", "unknown column '" + name + "'",
                     "the first row names the columns as the table does", sheet, 0, i);
            }
        }
        if (!table && !header.file) {
            find(Severity::error, "unknown-sheet", "no table is named '" + sheet.name + "'",
                 "name the sheet " + sheet_names() + ", or write the path of the table into a column 'file'", sheet, 0,
                 0);
            return std::nullopt;
        }
        return good ? std::optional{header} : std::nullopt;
    }

    std::string sheet_names() const {
        std::string names;
        for (const SharedTable& table : tables_) names += (names.empty() ? "" : ", ") + table.sheet;
        return names;
    }

    static std::string_view text(const Incoming& incoming, const std::optional<std::size_t>& column) {
        return column ? incoming.sheet->at(incoming.sheet_row, *column) : std::string_view{};
    }

    std::string_view cell(const Incoming& incoming, const Header& header, std::string_view column) const {
        const auto found = header.columns.find(column);
        return found == header.columns.end() ? std::string_view{}
                                             : incoming.sheet->at(incoming.sheet_row, found->second);
    }

    /// Finds the table and the row that `incoming` is about. False for one that cannot be used, which is then reported.
    bool place_row(Incoming& incoming, const Header& header) {
        if (incoming.table == nowhere && !place_in_table(incoming, header)) return false;
        const SharedTable& shared = tables_[incoming.table];
        std::string key{text(incoming, header.key)};
        const auto& rows = rows_[incoming.table];
        auto found = rows.find(key);
        if (!key.empty() && found == rows.end()) {
            find(Severity::warning, "unknown-key", "the table has no row '" + key + "'",
                 "it is taken for a new row; empty the cell to say so", *incoming.sheet, incoming.sheet_row,
                 *header.key);
        }
        if (found == rows.end()) {
            found = rows.find(
                natural_key(shared.glossary, [&](std::string_view column) { return cell(incoming, header, column); }));
        }
        if (found != rows.end()) {
            if (claimed_[incoming.table][found->second]) {
                find(Severity::error, "row-twice", "the row '" + found->first + "' came already",
                     "take one out, or empty the key of one that is new and mend its stem", *incoming.sheet,
                     incoming.sheet_row, header.key.value_or(0));
                return false;
            }
            claimed_[incoming.table][found->second] = true;
            incoming.row = found->second;
        }
        return check_cells(incoming, header);
    }

    /// Finds the table that the column "file" names, or the one that has most rows of this kind.
    bool place_in_table(Incoming& incoming, const Header& header) {
        const std::string_view file = text(incoming, header.file);
        const std::string_view pos = cell(incoming, header, "pos");
        std::size_t most = 0;
        for (std::size_t i = 0; i < tables_.size(); ++i) {
            if (tables_[i].glossary) continue;
            if (tables_[i].path == file) incoming.table = i;
            if (tables_[i].path == file) return true;
            if (!file.empty() && tables_[i].tier != file) continue;
            const Table& table = *tables_[i].table;
            std::size_t alike = 0;
            for (std::size_t row = 0; row < table.size(); ++row) {
                if (table.cell(row, *table.column("pos")) == pos) ++alike;
            }
            if (alike > most) incoming.table = i;
            most = std::max(most, alike);
        }
        if (incoming.table != nowhere) return true;
        find(Severity::error, "no-table", "no table of the source takes this row",
             "write the path of its table into the column 'file'", *incoming.sheet, incoming.sheet_row, *header.file);
        return false;
    }

    bool check_cells(const Incoming& incoming, const Header& header) {
        const Table& table = *tables_[incoming.table].table;
        bool good = true;
        std::size_t size = 0;
        for (const auto& [name, column] : header.columns) {
            const std::string_view text = incoming.sheet->at(incoming.sheet_row, column);
            size += text.size() + 1;
            if (text.find_first_of("\t\r\n") != text.npos) {
                good = false;
                find(Severity::error, "line-break", "a cell with a tab or a line break", "write spaces instead",
                     *incoming.sheet, incoming.sheet_row, column);
            }
            if (name == table.columns().front() && text.starts_with('#')) {
                good = false;
                find(Severity::error, "comment", "the row would be read as a comment: it begins with #",
                     "begin it with another character", *incoming.sheet, incoming.sheet_row, column);
            }
        }
        if (size > longest_table_line / 2) {
            good = false;
            find(Severity::error, "long-row", "a row of " + std::to_string(size) + " bytes", "shorten it",
                 *incoming.sheet, incoming.sheet_row, 0);
        }
        return good;
    }

    /// What the cell `column` of a row becomes; none where the spreadsheet does not have that column.
    std::optional<std::string> value(const Incoming& incoming, const std::string& column) const {
        const Header& header = headers_.at(incoming.sheet);
        const auto found = header.columns.find(column);
        if (found == header.columns.end()) return std::nullopt;
        const std::string_view text = incoming.sheet->at(incoming.sheet_row, found->second);
        if (column == "date") {
            if (auto date = date_of_days(text)) return date;
        }
        return std::string{text};
    }

    void report_changes() {
        for (std::size_t table = 0; table < tables_.size(); ++table) {
            std::vector<const Incoming*> old(tables_[table].table->size(), nullptr);
            std::vector<const Incoming*> added;
            for (const Incoming& incoming : incoming_) {
                if (incoming.table != table) continue;
                if (incoming.row == nowhere) {
                    added.push_back(&incoming);
                } else {
                    old[incoming.row] = &incoming;
                }
            }
            const bool touched =
                std::any_of(old.begin(), old.end(), [](const Incoming* one) { return one != nullptr; });
            for (std::size_t row = 0; row < old.size(); ++row) {
                if (touched) report_row(table, row, old[row]);
            }
            for (const Incoming* one : added) report_row(table, nowhere, one);
        }
    }

    /// Reports one row: with an `incoming` alone it is added, with a `row` alone it is missing.
    void report_row(std::size_t index, std::size_t row, const Incoming* incoming) {
        const Table& table = *tables_[index].table;
        if (incoming == nullptr && claimed_[index][row]) return;  // it came, and was refused
        RowChange change;
        change.path = tables_[index].path;
        change.kind = row == nowhere ? RowChange::Kind::added : RowChange::Kind::changed;
        if (incoming == nullptr) change.kind = RowChange::Kind::missing;
        if (row != nowhere) change.key = keys_[index][row];
        change.where = row == nowhere ? place(*incoming->sheet, incoming->sheet_row, 0) : table.place(row, 0);
        for (std::size_t column = 0; incoming != nullptr && column < table.columns().size(); ++column) {
            const auto after = value(*incoming, table.columns()[column]);
            const std::string before{row == nowhere ? std::string_view{} : table.cell(row, column)};
            if (after && *after != before) change.cells.push_back({table.columns()[column], before, *after});
        }
        if (change.cells.empty() && incoming != nullptr) {
            if (row != nowhere) ++report_.unchanged;
            return;
        }
        targets_.push_back({index, row});
        report_.rows.push_back(std::move(change));
    }

    void apply(bool remove) {
        std::vector<std::vector<std::size_t>> gone(tables_.size());
        for (std::size_t i = 0; i < targets_.size(); ++i) {
            const auto [index, row] = targets_[i];
            const RowChange& change = report_.rows[i];
            Table& table = *table_of(source_, tables_[index].path);
            if (change.kind == RowChange::Kind::missing) {
                gone[index].push_back(row);
            } else if (change.kind == RowChange::Kind::added) {
                std::vector<std::string> cells(table.columns().size());
                for (const RowChange::Cell& cell : change.cells) cells[*table.column(cell.column)] = cell.after;
                table.append(cells);
            } else {
                for (const RowChange::Cell& cell : change.cells) table.set(row, *table.column(cell.column), cell.after);
            }
        }
        for (std::size_t i = 0; remove && i < gone.size(); ++i) {
            if (!gone[i].empty()) table_of(source_, tables_[i].path)->remove(gone[i]);
        }
    }

    Source& source_;
    const format::Workbook& book_;
    const std::string& file_;
    std::vector<SharedTable> tables_;
    std::vector<std::vector<std::string>> keys_;
    std::vector<std::unordered_map<std::string, std::size_t>> rows_;
    std::vector<std::vector<bool>> claimed_;
    std::vector<Incoming> incoming_;
    std::map<const format::Sheet*, Header> headers_;
    std::vector<std::pair<std::size_t, std::size_t>> targets_;  ///< table and row of each RowChange
    SpreadsheetReport report_;
};

}  // namespace

std::string_view name(RowChange::Kind kind) {
    constexpr std::string_view names[] = {"changed", "added", "missing"};
    return names[static_cast<std::size_t>(kind)];
}

SpreadsheetReport take_in(Source& source, const format::Workbook& book, const std::string& file,
                          const SpreadsheetOptions& options) {
    return Intake{source, book, file}.run(options);
}

}  // namespace bichig::lexicon
