// Spreadsheets as tables of text: XLSX and CSV, read and written so that no character of a cell is lost.
//
// A cell is text and nothing else. In XLSX numbers and dates come as the file has them (a date that is no text is a
// count of days), true and false as TRUE and FALSE, a formula as its last value; all is written as text cells in text
// columns, so that no program takes "=x" for a formula or "1-2" for a day, also when a cell is edited.
//
// A CSV has no types. Text that a program would run as a formula begins with = + - @ (also in full width), a tab or a
// CR; one ' is written before it, and before text that begins with such a ' already, and taken off by the reader. A
// program shows the ' and keeps it. What CSV cannot prevent: a program may take "1-2" for a day and write it back so.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/result.h>

namespace bichig::format {

/// The cells of a row, from the left, in UTF-8.
using SheetRow = std::vector<std::string>;

/// Cells of a column that take one of a few values. Value.
struct SheetChoices {
    std::uint32_t column = 0;         ///< from 0
    std::vector<std::string> values;  ///< no commas in them, at most 255 characters in all
};

/// A table. Empty cells at the end of a row and empty rows at the end of a table say nothing: readers leave them out.
/// Value.
struct Sheet {
    std::string name;
    std::vector<SheetRow> rows;

    // How write_xlsx shows the table; readers leave these as they are here.
    bool header = true;                 ///< the first row is bold, stays in sight, and filters the others
    std::vector<double> widths;         ///< of the columns in characters; those that are missing follow from the cells
    std::vector<SheetChoices> choices;  ///< for the rows below the first

    /// The cell at `row` and `column` (from 0); empty where there is none.
    std::string_view at(std::size_t row, std::size_t column) const;
};

/// Tables in one file. Value.
struct Workbook {
    std::vector<Sheet> sheets;
};

/// How much is read at most: a few bytes can name the last cell of the last row. Value.
struct SheetLimits {
    std::uint64_t cells = 5'000'000;    ///< of all sheets, with those left empty before the last one of each row
    std::uint64_t bytes = 256ULL << 20;  ///< of the texts of all cells: one string may stand in many
};

/// "B3" for row 2 and column 1, both from 0.
std::string cell_name(std::size_t row, std::size_t column);

/// The sheets of the XLSX file in `bytes`, in their order; `file` is its name for messages. Chart sheets are left out.
/// Errors: those of read_zip; invalid_input for parts that are missing or no XML, text that is no UTF-8, a cell outside
/// of the grid, a cell or a sheet that comes twice, a formula without a value, a file with too many cells or too much
/// text; where.detail names sheet and cell.
Result<Workbook> read_xlsx(std::string_view bytes, const std::string& file, const SheetLimits& limits = {});

/// The XLSX file of `workbook`; the same tables give the same bytes. Control characters are written in the escape of
/// ECMA-376 (_x0001_). Errors: invalid_input, naming sheet and cell, for no sheet, a name that spreadsheets do not take
/// (empty, over 31 characters, []:*?/\ in it, twice), a cell that is no UTF-8 or over 32,767 UTF-16 units long, more
/// than 1,048,576 rows or 16,384 columns, and choices that cannot be written.
Result<std::string> xlsx_of(const Workbook& workbook);

/// How a CSV is written. Value.
struct CsvOptions {
    char separator = '\0';         ///< ',' ';' or a tab; '\0': detected by read_csv, ',' for csv_of
    bool guard_formulas = true;    ///< one ' before text that would run as a formula; see the head of this file
    bool byte_order_mark = true;   ///< for csv_of: without it some programs do not take the file for UTF-8
    bool crlf = true;              ///< for csv_of: rows end in CR LF, as RFC 4180 wants, or in LF
};

/// The table in the CSV (RFC 4180) in `bytes`: UTF-8 with or without a byte order mark, rows that end in CR LF, LF or
/// CR; `file` is its name for messages, and the sheet has no name. A quote within a cell that does not begin with one
/// is text. Errors: invalid_input with line and column for text that is no UTF-8, a NUL, a quote that is not closed,
/// text after a closing quote, a separator that is none of the three, and a file with too many cells.
Result<Sheet> read_csv(std::string_view bytes, const std::string& file, const CsvOptions& options = {},
                       const SheetLimits& limits = {});

/// The CSV of `sheet`. Errors: invalid_input, naming the cell, for text that is no UTF-8 or has a NUL, and for a
/// separator that is none of the three.
Result<std::string> csv_of(const Sheet& sheet, const CsvOptions& options = {});

}  // namespace bichig::format
