// Places of cells: what reaches over rows and columns leaves no overlap, and uneven tables are found.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bichig/document/table_grid.h>

namespace bichig::document {
namespace {

TableCell cell(std::uint16_t columns = 1, std::uint16_t rows = 1) {
    TableCell made;
    made.columns = columns;
    made.rows = rows;
    return made;
}

Table table(std::vector<std::vector<TableCell>> rows, std::uint16_t header_rows = 0) {
    Table made;
    made.header_rows = header_rows;
    for (std::vector<TableCell>& cells : rows) made.rows.push_back({std::move(cells)});
    return made;
}

TEST(TableGrid, CellsGoIntoTheFirstFreeColumn) {
    const TableGrid grid = grid_of(table({{cell(1, 2), cell(2), cell()}, {cell(), cell(), cell()}}));
    EXPECT_EQ(grid.columns, 4u);
    EXPECT_EQ(grid.rows[0][1].column, 1u);
    EXPECT_EQ(grid.rows[0][1].columns, 2u);
    EXPECT_EQ(grid.rows[0][2].column, 3u);
    EXPECT_EQ(grid.rows[1][0].column, 1u);
    EXPECT_EQ(grid.rows[1][2].column, 3u);
}

TEST(TableGrid, HeaderCellsStayInTheHeader) {
    const Table made = table({{cell(1, 3), cell()}, {cell()}, {cell()}}, 1);
    EXPECT_EQ(grid_of(made).rows[0][0].rows, 1u);
    EXPECT_EQ(uneven_row(made), 0u);
}

TEST(TableGrid, UnevenRowsAreFound) {
    EXPECT_EQ(uneven_row(table({{cell(), cell()}, {cell(), cell()}})), std::nullopt);
    EXPECT_EQ(uneven_row(table({{cell(2)}, {cell(), cell()}})), std::nullopt);
    EXPECT_EQ(uneven_row(table({{cell(1, 2), cell()}, {cell()}})), std::nullopt);
    EXPECT_EQ(uneven_row(table({{cell(), cell()}, {cell()}})), 1u) << "too few";
    EXPECT_EQ(uneven_row(table({{cell(), cell()}, {cell(), cell(), cell()}})), 1u) << "too many";
    EXPECT_EQ(uneven_row(table({{cell(), cell()}, {cell(), cell(1, 2)}})), 1u) << "beyond the last row";
    EXPECT_EQ(uneven_row(table({{cell(1, 2), cell()}, {cell(), cell()}})), 1u) << "covered already";
    EXPECT_EQ(uneven_row(table({{cell(), cell(1, 2), cell()}, {cell(2), cell()}})), 1u) << "no room for two";
    EXPECT_EQ(uneven_row(table({{}})), 0u);
    EXPECT_EQ(uneven_row(Table{}), std::nullopt);
}

RC_GTEST_PROP(TableGrid, CellsNeverOverlap, ()) {
    const auto rows = *rc::gen::container<std::vector<std::vector<std::pair<int, int>>>>(
        rc::gen::container<std::vector<std::pair<int, int>>>(
            rc::gen::pair(rc::gen::inRange(0, 5), rc::gen::inRange(0, 5))));
    Table made;
    made.header_rows = static_cast<std::uint16_t>(*rc::gen::inRange(0, 4));
    for (const auto& cells : rows) {
        made.rows.emplace_back();
        for (const auto& [columns, down] : cells) {
            made.rows.back().cells.push_back(
                cell(static_cast<std::uint16_t>(columns), static_cast<std::uint16_t>(down)));
        }
    }
    const TableGrid grid = grid_of(made);
    RC_ASSERT(grid.rows.size() == rows.size());
    std::vector<std::vector<int>> covered(rows.size(), std::vector<int>(grid.columns));
    std::size_t count = 0;
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        RC_ASSERT(grid.rows[row].size() == rows[row].size());
        for (const CellPlace& place : grid.rows[row]) {
            RC_ASSERT(place.columns >= 1u && place.rows >= 1u);
            RC_ASSERT(row + place.rows <= rows.size());
            for (std::uint32_t r = 0; r < place.rows; ++r) {
                for (std::uint32_t c = 0; c < place.columns; ++c, ++count) {
                    RC_ASSERT(++covered[row + r][place.column + c] == 1);
                }
            }
        }
    }
    // An even table has no hole.
    if (!uneven_row(made)) RC_ASSERT(count == rows.size() * static_cast<std::size_t>(grid.columns));
}

}  // namespace
}  // namespace bichig::document
