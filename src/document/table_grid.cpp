// Finds the columns of cells.
#include <bichig/document/table_grid.h>

#include <algorithm>

namespace bichig::document {

TableGrid grid_of(const Table& table) {
    constexpr std::uint32_t most_columns = 0xFFFF;
    TableGrid grid;
    grid.rows.resize(table.rows.size());
    std::vector<std::uint32_t> covered;  // for each column: so many rows from this one on are taken
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const bool header = row < table.header_rows;
        const std::size_t all = table.rows.size();
        const std::size_t end = header ? std::min<std::size_t>(table.header_rows, all) : all;
        std::uint32_t column = 0;
        const std::vector<TableCell>& cells = table.rows[row].cells;
        for (std::uint32_t index = 0; index < cells.size(); ++index) {
            while (column < covered.size() && covered[column] > 0) ++column;
            if (column >= most_columns) break;
            CellPlace place{index, column, 1, 1};
            place.rows = static_cast<std::uint32_t>(
                std::min<std::size_t>(std::max<std::uint16_t>(cells[index].rows, 1), end - row));
            const std::uint32_t wanted = std::max<std::uint16_t>(cells[index].columns, 1);
            while (place.columns < wanted && column + place.columns < most_columns &&
                   (column + place.columns >= covered.size() || covered[column + place.columns] == 0)) {
                ++place.columns;
            }
            covered.resize(std::max<std::size_t>(covered.size(), column + place.columns));
            std::fill_n(covered.begin() + column, place.columns, place.rows);
            column += place.columns;
            grid.rows[row].push_back(place);
        }
        for (std::uint32_t& rows : covered) rows -= rows > 0 ? 1 : 0;
    }
    grid.columns = static_cast<std::uint32_t>(covered.size());
    return grid;
}

std::optional<std::size_t> uneven_row(const Table& table) {
    const TableGrid grid = grid_of(table);
    if (grid.rows.empty()) return std::nullopt;
    if (grid.rows.front().empty()) return 0;
    const std::uint32_t columns = grid.rows.front().back().column + grid.rows.front().back().columns;
    std::vector<std::uint32_t> until(columns);  // one past the last row that a cell covers there
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        if (grid.rows[row].size() != table.rows[row].cells.size()) return row;
        for (const CellPlace& place : grid.rows[row]) {
            const TableCell& cell = table.rows[row].cells[place.cell];
            const bool cut = place.columns < cell.columns || place.rows < cell.rows;
            if (cut || place.column + place.columns > columns) return row;
            std::fill_n(until.begin() + place.column, place.columns, static_cast<std::uint32_t>(row) + place.rows);
        }
        if (std::any_of(until.begin(), until.end(), [&](std::uint32_t end) { return end <= row; })) return row;
    }
    return std::nullopt;
}

}  // namespace bichig::document
