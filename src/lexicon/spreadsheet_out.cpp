// Tables of the source as sheets.
#include <bichig/lexicon/spreadsheet.h>

#include <algorithm>
#include <map>

#include <bichig/lexicon/lexicon.h>

#include "lexicon/internal/row_keys.h"

namespace bichig::lexicon {

namespace {

constexpr std::size_t longest_sheet_name = 31;  // of what spreadsheet programs take

std::string file_stem(std::string_view path) {
    path.remove_prefix(path.rfind('/') + 1);
    return std::string{path.substr(0, path.rfind('.'))};
}

bool is_sheet_name(const std::string& name) {
    return !name.empty() && name.size() <= longest_sheet_name && name.find_first_of("[]:*?/\\'") == std::string::npos;
}

Result<void> check_faults(const Table& table) {
    if (table.faults().empty()) return {};
    const Diagnostic& fault = table.faults().items.front();
    if (fault.id != "cell-count") return {};  // ends of lines lose nothing
    return fail(
        {ErrorCode::invalid_input, fault.message, "mend the row first: bichig dict lint lists all", fault.where});
}

/// Columns of which programs can offer the values.
std::vector<format::SheetChoices> choices_of(const std::vector<std::string>& columns) {
    std::vector<format::SheetChoices> choices;
    for (std::uint32_t i = 0; i < columns.size(); ++i) {
        format::SheetChoices offered{i, {}};
        if (columns[i] == "status") offered.values = {"unreviewed", "reviewed", "disputed", "rejected"};
        if (columns[i] == "pos") {
            for (std::size_t pos = 0; pos < part_of_speech_count; ++pos) {
                offered.values.emplace_back(name(static_cast<PartOfSpeech>(pos)));
            }
        }
        if (!offered.values.empty()) choices.push_back(std::move(offered));
    }
    return choices;
}

format::Sheet empty_sheet(std::string name, std::vector<std::string> columns) {
    format::Sheet sheet;
    sheet.name = std::move(name);
    sheet.choices = choices_of(columns);
    sheet.rows.push_back(std::move(columns));
    return sheet;
}

Result<format::Sheet> sheet_of(const SharedTable& shared) {
    const Table& table = *shared.table;
    if (auto good = check_faults(table); !good) return fail(good.error());
    std::vector<std::string> columns{std::string{key_column}};
    columns.insert(columns.end(), table.columns().begin(), table.columns().end());
    format::Sheet sheet = empty_sheet(shared.sheet, columns);
    const auto keys = row_keys(table);
    for (std::size_t row = 0; row < table.size(); ++row) {
        format::SheetRow cells{keys[row]};
        for (std::size_t column = 0; column < table.columns().size(); ++column) {
            cells.emplace_back(table.cell(row, column));
        }
        sheet.rows.push_back(std::move(cells));
    }
    return sheet;
}

}  // namespace

std::vector<SharedTable> shared_tables(const Source& source) {
    std::vector<SharedTable> tables;
    for (std::size_t i = 0; i < source.entries.size(); ++i) {
        const EntryFile& file = source.manifest.files[i];
        tables.push_back({file.path, file_stem(file.path), file.tier, false, &source.entries[i]});
    }
    if (source.glossary) {
        const std::string& path = source.manifest.glossary;
        tables.push_back({path, file_stem(path), "", true, &*source.glossary});
    }
    std::map<std::string, std::size_t> uses;
    for (const SharedTable& table : tables) ++uses[table.sheet];
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const bool usable = uses[tables[i].sheet] == 1 && is_sheet_name(tables[i].sheet);
        if (!usable) tables[i].sheet = "table " + std::to_string(i + 1);
    }
    return tables;
}

std::vector<std::string> row_keys(const Table& table) {
    const bool glossary = !table.column("stem");
    std::vector<std::string> keys;
    std::unordered_map<std::string, std::size_t> seen;
    for (std::size_t row = 0; row < table.size(); ++row) {
        std::string key = natural_key(glossary, [&](std::string_view column) {
            const auto found = table.column(column);
            return found ? table.cell(row, *found) : std::string_view{};
        });
        const std::size_t number = ++seen[key];
        if (number > 1) key += " #" + std::to_string(number);
        keys.push_back(std::move(key));
    }
    return keys;
}

Result<format::Workbook> workbook_of(const Source& source) {
    format::Workbook book;
    for (const SharedTable& shared : shared_tables(source)) {
        auto sheet = sheet_of(shared);
        if (!sheet) return fail(sheet.error());
        book.sheets.push_back(std::move(*sheet));
    }
    return book;
}

Result<format::Sheet> entries_sheet(const Source& source) {
    std::vector<std::string> columns{std::string{key_column}, std::string{file_column}};
    columns.insert(columns.end(), column_names.begin(), column_names.end());
    format::Sheet sheet = empty_sheet("entries", columns);
    for (const SharedTable& shared : shared_tables(source)) {
        if (shared.glossary) continue;
        const Table& table = *shared.table;
        if (auto good = check_faults(table); !good) return fail(good.error());
        const auto keys = row_keys(table);
        for (std::size_t row = 0; row < table.size(); ++row) {
            format::SheetRow cells{keys[row], shared.path};
            for (const std::string_view column : column_names) {
                cells.emplace_back(table.cell(row, *table.column(column)));
            }
            sheet.rows.push_back(std::move(cells));
        }
    }
    return sheet;
}

Result<format::Sheet> glossary_sheet(const Source& source) {
    for (const SharedTable& shared : shared_tables(source)) {
        if (shared.glossary) return sheet_of(shared);
    }
    return fail({ErrorCode::invalid_input, "the dictionary has no glossary",
                 "name one as 'glossary' in dictionary.toml", Place{source.folder, 0, 0, {}}});
}

}  // namespace bichig::lexicon
