// Sets one table into a flow: columns by their content, rows over pages, cells over rows.
#pragma once

#include <vector>

#include <bichig/document/table_grid.h>

#include "paginate/internal/flow.h"

namespace bichig::paginate::internal {

/// Sets one table. Scratch.
///
/// A row is as long as what ends in it needs. Cells wait until the end of the rows they reach over, or of the page, is
/// known, and are then drawn in reading order: so the text of a page has the order of the document.
class TableSetter {
public:
    TableSetter(Flow& flow, const document::Table& table, page::ElementId parent);
    /// What the first rows need that are not parted.
    Length first_extent();
    void run();

private:
    struct Cell {
        const document::TableCell* source = nullptr;
        document::CellPlace place;
        std::size_t end_row = 0;  ///< one past the last row
        SetText set;
        Length start;             ///< of the text on the inline axis
        std::size_t next_line = 0;
        Length from;              ///< on the block axis: where its part on this page begins
        Length to;                ///< where it ends, once it does
        bool done = false;        ///< its last row stands
        page::ElementId element = page::artifact;
        std::uint32_t first_note = 0;
        std::vector<SetNote> notes;  ///< until the page is known on which the cell ends
        std::vector<Flow::Link> links;
        std::vector<Flow::Figure> figures;
        bool begun = false;          ///< its links are

        Length left() const {
            return set.pitch * static_cast<std::int64_t>(set.lines.lines.size() - next_line);
        }
    };
    using Row = std::vector<Cell>;

    SetText shape(const document::TableCell& cell) const;
    void find_columns();
    void share_room(const std::vector<Length>& wide, const std::vector<Length>& narrow);
    Row set_row(std::size_t row) const;
    /// One past the last row that row number `row` is tied to by cells which reach over rows.
    std::size_t group_end(std::size_t row) const;
    /// One past the last row that must begin on the page where row number `row` does, if they fit there.
    std::size_t kept_end(std::size_t row);
    /// What rows need that begin at the top of a page.
    Length extent_of(std::size_t begin, std::size_t end) const;
    Length need(std::size_t row, const std::vector<Cell>& cells, Length cursor) const;

    void place_row(std::size_t row);
    void begin_row(std::size_t row, Row cells);
    void end_row(std::size_t row, Length extent);
    void next_page(std::size_t row);
    /// What the notes of cells need at the least that end with row number `row`.
    Length notes_of(std::size_t row) const;
    /// Hands over the notes of cells that are done, as long as none before them is not.
    void hand_over_notes();
    void repeat_header();
    /// Draws the cells that wait, those that are not done up to `end`.
    void flush(Length end);
    void draw(Cell& cell, Length end);
    void draw_borders(const Cell& cell, Length end);

    Flow& flow_;
    const document::Table& table_;
    const document::ParagraphStyle& style_;
    const document::TableGrid grid_;
    page::ElementId parent_;
    std::vector<Length> edges_;  ///< of the columns on the inline axis, one more than there are columns
    std::vector<Cell> open_;     ///< cells that are not drawn to their end, in reading order
    std::vector<page::ElementId> open_rows_;
    Length top_;                 ///< where the rows begin on this page, repeated ones left out
    Length segment_;             ///< where the borders begin on this page
    Length header_;              ///< extent of the header rows if they are repeated
    std::size_t kept_ = 0;       ///< up to this row it is known that no page must be begun
    bool repeating_ = false;
};

}  // namespace bichig::paginate::internal
