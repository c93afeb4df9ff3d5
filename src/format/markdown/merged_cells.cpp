// Finds the rectangles that marked cells make with the cell they belong to.
#include <format/markdown/internal/merged_cells.h>

#include <algorithm>
#include <utility>

namespace bichig::format {

void MergedCells::add_row(const std::vector<Content>& contents, std::size_t columns) {
    std::vector<Mark>& row = rows_.emplace_back(columns);
    for (std::size_t column = 0; column < columns && column < contents.size(); ++column) {
        const std::string_view text = contents[column].text();
        const std::size_t begin = text.find_first_not_of(" \t");
        if (begin == std::string_view::npos) continue;
        const std::size_t end = text.find_last_not_of(" \t") + 1;
        row[column].at = contents[column].source_at(begin);
        if (end - begin == 1 && (text[begin] == '<' || text[begin] == '^')) row[column].sign = text[begin];
    }
}

/// Sets how far each cell reaches. A merged cell is a rectangle when it has as many cells as its reach.
std::optional<MergeFault> MergedCells::measure(const Owners& owners, document::Table& table) const {
    std::vector<std::vector<std::size_t>> counts;
    for (const auto& row : owners) counts.emplace_back(row.size());
    for (std::size_t row = 0; row < owners.size(); ++row) {
        for (std::size_t column = 0; column < owners[row].size(); ++column) {
            const Owner owner = owners[row][column];
            document::TableCell& cell = table.rows[owner.row].cells[owner.column];
            cell.rows = static_cast<std::uint16_t>(row - owner.row + 1);
            cell.columns = std::max(cell.columns, static_cast<std::uint16_t>(column - owner.column + 1));
            ++counts[owner.row][owner.column];
        }
    }
    for (std::size_t row = 0; row < owners.size(); ++row) {
        for (std::size_t column = 0; column < owners[row].size(); ++column) {
            const Owner owner = owners[row][column];
            const document::TableCell& cell = table.rows[owner.row].cells[owner.column];
            if (counts[owner.row][owner.column] == std::size_t{cell.rows} * cell.columns) continue;
            return MergeFault{rows_[row][column].at, "the merged cells are no rectangle",
                              "mark every cell of it with < or ^"};
        }
    }
    return std::nullopt;
}

std::optional<MergeFault> MergedCells::apply(document::Table& table) const {
    Owners owners(rows_.size());
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        for (std::size_t column = 0; column < rows_[row].size(); ++column) {
            const Mark& mark = rows_[row][column];
            if (mark.sign == '<' && column == 0) {
                return MergeFault{mark.at, "there is no cell before this one", "write \\< for the character <"};
            }
            if (mark.sign == '^' && (row == 0 || row == table.header_rows)) {
                return MergeFault{mark.at, "there is no cell above this one that it may belong to",
                                  "write \\^ for the character ^; the head of a table ends with its first row"};
            }
            owners[row].push_back(mark.sign == '<'   ? owners[row][column - 1]
                                  : mark.sign == '^' ? owners[row - 1][column]
                                                     : Owner{row, column});
        }
    }
    if (const auto fault = measure(owners, table)) return fault;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        std::vector<document::TableCell> kept;
        for (std::size_t column = 0; column < rows_[row].size(); ++column) {
            if (owners[row][column] == Owner{row, column}) kept.push_back(std::move(table.rows[row].cells[column]));
        }
        table.rows[row].cells = std::move(kept);
    }
    return std::nullopt;
}

}  // namespace bichig::format
