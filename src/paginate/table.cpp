// Tables: columns by their content, rows in chunks that fit the page, rules around the cells.
#include <algorithm>

#include "paginate/internal/flow.h"

namespace bichig::paginate::internal {

namespace {

constexpr Length border = Length::points(0.5);
constexpr Length inline_padding = Length::points(4);
constexpr Length block_padding = Length::points(2);

}  // namespace

TableSetter::TableSetter(Flow& flow, const document::Table& table, page::ElementId parent)
    : flow_{flow}, table_{table}, style_{flow.style(table.style)}, parent_{parent} {}

std::vector<TableSetter::Cell> TableSetter::shape_row(const document::TableRow& row) const {
    std::vector<Cell> cells;
    for (const document::TableCell& cell : row.cells) {
        cells.push_back({flow_.work_.setter.shape(cell.runs, style_, flow_.section_), {}, {}, 0});
    }
    return cells;
}

/// Columns take what their widest cell needs, and share what is left over or missing in proportion to it.
void TableSetter::find_columns() {
    std::vector<Length> wide;
    std::vector<Length> narrow;
    for (const document::TableRow& row : table_.rows) {
        const std::vector<Cell> cells = shape_row(row);
        wide.resize(std::max(wide.size(), cells.size()));
        narrow.resize(wide.size());
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const ContentWidths widths = content_widths(cells[column].set);
            wide[column] = std::max(wide[column], widths.widest_line + inline_padding * 2);
            narrow[column] = std::max(narrow[column], widths.widest_part + inline_padding * 2);
        }
    }
    const auto sum = [](const std::vector<Length>& widths) {
        Length total;
        for (const Length width : widths) total += width;
        return total;
    };
    const Length room = flow_.frame_.measure - flow_.indent_;
    const Length all_wide = sum(wide);
    const Length all_narrow = sum(narrow);
    std::vector<Length> widths = wide;
    if (all_wide <= room) {
        for (Length& width : widths) width = width.scaled(room.in_points() / all_wide.in_points());
    } else if (all_narrow <= room && all_wide > all_narrow) {
        const double part = (room - all_narrow).in_points() / (all_wide - all_narrow).in_points();
        for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = narrow[i] + (wide[i] - narrow[i]).scaled(part);
    } else {
        for (std::size_t i = 0; i < widths.size(); ++i) {
            widths[i] = narrow[i].scaled(room.in_points() / all_narrow.in_points());
        }
    }
    edges_.push_back(flow_.indent_);
    for (const Length width : widths) edges_.push_back(edges_.back() + width);
    edges_.back() = flow_.indent_ + room;
}

void TableSetter::set_row(const document::TableRow& row, std::vector<Cell>& cells) const {
    for (std::size_t column = 0; column < cells.size(); ++column) {
        Cell& cell = cells[column];
        cell.start = edges_[column] + inline_padding;
        cell.measure = edges_[column + 1] - edges_[column] - inline_padding * 2;
        document::ParagraphStyle look = style_;
        look.first_line_indent = {};
        flow_.work_.setter.set_lines(cell.set, look, {cell.measure, {}, false}, row.cells[column].alignment);
    }
}

Length TableSetter::extent_of(const std::vector<Cell>& cells) const {
    Length extent;
    for (const Cell& cell : cells) {
        const auto lines = static_cast<std::int64_t>(cell.set.lines.lines.size() - cell.next_line);
        extent = std::max(extent, cell.set.pitch * std::max<std::int64_t>(lines, 1));
    }
    return extent + block_padding * 2;
}

void TableSetter::rule_chunk(Length begin, Length end, bool first) {
    const document::Colour colour = style_.colour;
    if (first) flow_.stroke({edges_.front(), begin}, {edges_.back(), begin}, border, colour);
    flow_.stroke({edges_.front(), end}, {edges_.back(), end}, border, colour);
    for (const Length edge : edges_) flow_.stroke({edge, begin}, {edge, end}, border, colour);
}

void TableSetter::place_chunk(const document::TableRow& row, std::vector<Cell>& cells,
                              const std::vector<page::ElementId>& elements, Length extent) {
    const Length inside = extent - block_padding * 2;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        Cell& cell = cells[column];
        const auto left = static_cast<std::int64_t>(cell.set.lines.lines.size() - cell.next_line);
        const std::int64_t lines = std::min(left, std::max<std::int64_t>(inside.in_raw() / cell.set.pitch.in_raw(), 1));
        Length axis = flow_.cursor_ + block_padding + (inside - cell.set.pitch * lines) / 2 + cell.set.pitch / 2;
        flow_.begin_links(cell.set, row.cells[column].runs, elements[column]);
        for (std::int64_t line = 0; line < lines; ++line) {
            const std::size_t first = flow_.target().items.size();
            flow_.place_line(cell.set, cell.next_line++, {cell.start, axis}, flow_.target());
            flow_.add_link_areas(cell.set, row.cells[column].runs, first);
            axis += cell.set.pitch;
        }
        flow_.end_links();
    }
    rule_chunk(flow_.cursor_, flow_.cursor_ + extent, !ruled_);
    ruled_ = true;
    flow_.cursor_ += extent;
}

void TableSetter::place_row(const document::TableRow& row, std::vector<Cell>& cells, bool header,
                            Length keep) {
    page::Element element;
    element.role = page::ElementRole::table_row;
    const page::ElementId row_id = flow_.work_.builder.begin_element(std::move(element), parent_);
    std::vector<page::ElementId> elements;
    for (const document::TableCell& cell : row.cells) {
        page::Element cell_element;
        const bool heads = header || cell.header;
        cell_element.role = heads ? page::ElementRole::table_header_cell : page::ElementRole::table_data_cell;
        cell_element.row_header = heads && !header;
        elements.push_back(flow_.work_.builder.begin_element(std::move(cell_element), row_id));
    }
    const auto next_page = [&] {
        flow_.next_page();
        ruled_ = false;
    };
    const Length whole = extent_of(cells) + keep;
    if (!flow_.fits(whole) && whole <= flow_.frame_.extent && !flow_.at_top()) next_page();
    while (!flow_.fits(extent_of(cells))) {  // a row that is longer than a page goes on over pages
        const Length pitch = cells.front().set.pitch;
        const std::int64_t lines = (flow_.room() - block_padding * 2).in_raw() / pitch.in_raw();
        if (lines < 1 && !flow_.at_top()) {
            next_page();
            continue;
        }
        place_chunk(row, cells, elements, pitch * std::max<std::int64_t>(lines, 1) + block_padding * 2);
        next_page();
    }
    place_chunk(row, cells, elements, extent_of(cells));
    for (const page::ElementId cell : elements) flow_.work_.builder.end_element(cell);
    flow_.work_.builder.end_element(row_id);
}

/// Rows of a small table are held until all are set, so that it stays whole; of a large one the header rows and the
/// first row under them, which no page may part.
void TableSetter::run() {
    constexpr std::size_t small = 12;
    find_columns();
    const std::size_t rows = table_.rows.size();
    const std::size_t hold = rows <= small ? rows : std::min<std::size_t>(table_.header_rows + 1, rows);
    std::vector<std::vector<Cell>> held;
    Length total;
    for (std::size_t index = 0; index < rows; ++index) {
        held.push_back(shape_row(table_.rows[index]));
        set_row(table_.rows[index], held.back());
        total += held.back().empty() ? Length{} : extent_of(held.back());
        if (index + 1 < hold) continue;
        const bool whole = rows <= small && total <= flow_.frame_.extent / 2;
        const std::size_t first = index + 1 - held.size();
        for (std::size_t row = 0; row < held.size(); ++row) {
            if (held[row].empty()) continue;
            const bool header = first + row < table_.header_rows;
            Length keep;
            for (std::size_t next = row + 1; next < held.size() && (whole || header); ++next) {
                keep += held[next].empty() ? Length{} : extent_of(held[next]);
                if (!whole && first + next >= table_.header_rows) break;
            }
            place_row(table_.rows[first + row], held[row], header, keep);
        }
        held.clear();
    }
}

void Flow::add(const document::Table& table, page::ElementId parent) {
    if (table.rows.empty()) return;
    page::Element element;
    element.role = page::ElementRole::table;
    const page::ElementId id = work_.builder.begin_element(std::move(element), parent);
    if (!at_top()) cursor_ += style(table.style).space_before;
    TableSetter{*this, table, id}.run();
    cursor_ += style(table.style).space_after;
    work_.builder.end_element(id);
}

}  // namespace bichig::paginate::internal
