// Cells by row and column: their names, the ones that say something, and errors that name one.
#include "format/package/cells.h"

#include <algorithm>

#include <bichig/base/utf.h>

namespace bichig::format {

std::string_view Sheet::at(std::size_t row, std::size_t column) const {
    if (row >= rows.size() || column >= rows[row].size()) return {};
    return rows[row][column];
}

std::string cell_name(std::size_t row, std::size_t column) {
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        letters += static_cast<char>('A' + (rest - 1) % 26);
    }
    std::reverse(letters.begin(), letters.end());
    return letters + std::to_string(row + 1);
}

std::size_t trimmed_cells(const SheetRow& row) {
    std::size_t count = row.size();
    while (count > 0 && row[count - 1].empty()) --count;
    return count;
}

std::size_t trimmed_rows(const Sheet& sheet) {
    std::size_t count = sheet.rows.size();
    while (count > 0 && trimmed_cells(sheet.rows[count - 1]) == 0) --count;
    return count;
}

void trim(Sheet& sheet) {
    sheet.rows.resize(trimmed_rows(sheet));
    for (SheetRow& row : sheet.rows) row.resize(trimmed_cells(row));
}

Error cell_error(std::string_view sheet, std::size_t row, std::size_t column, std::string message, std::string hint,
                 const std::string& file) {
    std::string name{sheet};
    for (char& letter : name) letter = static_cast<unsigned char>(letter) < 0x20 ? '?' : letter;  // one line
    std::string detail = name.empty() ? "" : "sheet '" + name + "', ";
    detail += "cell " + cell_name(row, column);
    return {ErrorCode::invalid_input, std::move(message), std::move(hint), {file, 0, 0, std::move(detail)}};
}

Result<void> check_cell(std::string_view sheet, std::size_t row, std::size_t column, std::string_view text,
                        const std::string& file) {
    if (auto utf16 = to_utf16(text); !utf16) {
        return fail(cell_error(sheet, row, column, "is no UTF-8 (" + utf16.error().where.detail + " of the cell)",
                               "mend the text", file));
    }
    return {};
}

}  // namespace bichig::format
