// Where the cells of a table stand when some reach over several columns or rows.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <bichig/document/model.h>

namespace bichig::document {

/// The place of a cell. Value.
struct CellPlace {
    std::uint32_t cell = 0;     ///< index in its row
    std::uint32_t column = 0;   ///< the first it covers
    std::uint32_t columns = 1;
    std::uint32_t rows = 1;     ///< from its own row on
};

/// The places of all cells. Value.
struct TableGrid {
    std::uint32_t columns = 0;
    std::vector<std::vector<CellPlace>> rows;  ///< as Table::rows
};

/// Puts each cell into the first column of its row that no cell covers, as HTML does. Cells never overlap: one that
/// would is as narrow as the free room. They end with the table, and those of header rows with the header. O(cells and
/// what they cover). Total.
TableGrid grid_of(const Table& table);

/// The first row that does not fill as many columns as the first row has, no more and no less, or whose cells reach
/// farther than there is room. None: the table is even.
std::optional<std::size_t> uneven_row(const Table& table);

}  // namespace bichig::document
