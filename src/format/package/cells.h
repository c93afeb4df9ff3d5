// What the readers and writers of tables share: which cells say something, and how a message names one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <bichig/format/package/sheet.h>

namespace bichig::format {

inline constexpr std::size_t max_rows = 1'048'576;  // of a sheet, in every program of today
inline constexpr std::size_t max_columns = 16'384;

/// How many cells of `row` there are up to the last that is not empty.
std::size_t trimmed_cells(const SheetRow& row);
/// How many rows of `sheet` there are up to the last with a cell that is not empty.
std::size_t trimmed_rows(const Sheet& sheet);
/// Takes off the cells and rows at the end that are empty.
void trim(Sheet& sheet);

/// An error about one cell; `file` may be empty.
Error cell_error(std::string_view sheet, std::size_t row, std::size_t column, std::string message, std::string hint,
                 const std::string& file = {});
/// Whether `text` is UTF-8. Errors: invalid_input, naming the cell.
Result<void> check_cell(std::string_view sheet, std::size_t row, std::size_t column, std::string_view text,
                        const std::string& file = {});

}  // namespace bichig::format
