// The tables of a source in a spreadsheet and back: nothing is lost on the way, and what was changed there is changed
// here in its place, beside its comments and in its order.
//
// Each row goes out with a key, by which it is found again when rows were sorted or when its stem was mended. A row
// without a key is new.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/result.h>
#include <bichig/format/package/sheet.h>
#include <bichig/lexicon/finding.h>
#include <bichig/lexicon/source.h>

namespace bichig::lexicon {

/// A sheet for each table of entries, named as its file, and one for the glossary: the column "key", then those of the
/// table. Errors: invalid_input for a table with faults (Table::faults()), which would lose cells.
Result<format::Workbook> workbook_of(const Source& source);

/// All entries as one table: "key", "file" (the path of the table), then the columns of entries in the order of
/// Column; or the glossary alone. Errors: as workbook_of(); a source without a glossary.
Result<format::Sheet> entries_sheet(const Source& source);
Result<format::Sheet> glossary_sheet(const Source& source);

/// How a row of the source and one of the spreadsheet differ. Value.
struct RowChange {
    enum class Kind : std::uint8_t {
        changed,  ///< other values in some cells
        added,    ///< a row without a key, or with one that the source does not have
        missing   ///< the spreadsheet has other rows of this table, but not this one
    };
    struct Cell {
        std::string column;
        std::string before;
        std::string after;
    };
    Kind kind{};
    std::string path;  ///< of the table in the source
    std::string key;   ///< empty for a row that was added
    Place where;       ///< in the table; in the spreadsheet for a row that was added
    std::vector<Cell> cells;  ///< those that are not the same; of a row that was added all that are not empty
};

/// "changed", "added" or "missing".
std::string_view name(RowChange::Kind kind);

/// What a spreadsheet changes. Value.
struct SpreadsheetReport {
    std::vector<RowChange> rows;  ///< by table, then by row; rows that were added in the order of the spreadsheet
    std::size_t unchanged = 0;
    Findings findings;
};

/// How a spreadsheet is taken in. Value.
struct SpreadsheetOptions {
    bool remove = false;  ///< take out the rows that are missing; else they are only reported
    bool apply = true;    ///< change `source`; false: only say what would be changed
};

/// Takes `book` into the tables of `source`. A sheet is that of the table whose name it has; one with a column "file"
/// has rows of any table. The first row names the columns: those of the table, in any order, of which some may be left
/// out. A row that was added goes to the end of its table; where "file" is empty or names a tier, to the table that has
/// most rows of its part of speech (and tier). A number where a date was is taken for a spreadsheet's count of days.
/// When there is a finding of severity error, nothing is changed: an unknown sheet or column, two rows with one key, a
/// cell with a tab or a line break, a row that begins as a comment does, a row without a table.
/// `file` is the name of the spreadsheet for messages.
SpreadsheetReport take_in(Source& source, const format::Workbook& book, const std::string& file,
                          const SpreadsheetOptions& options = {});

}  // namespace bichig::lexicon
