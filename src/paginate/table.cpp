// Tables: columns by their content, rows over pages with their header again, cells over rows and columns.
#include "paginate/internal/table_setter.h"

#include <algorithm>
#include <utility>

namespace bichig::paginate::internal {

namespace {

constexpr Length border = Length::points(0.5);
constexpr Length inline_padding = Length::points(4);
constexpr Length block_padding = Length::points(2);

Length sum_of(const std::vector<Length>& widths) {
    Length total;
    for (const Length width : widths) total += width;
    return total;
}

/// Makes columns of a cell as wide together as it is.
void widen(std::vector<Length>& widths, const document::CellPlace& place, Length wanted) {
    const auto first = widths.begin() + place.column;
    const Length have = sum_of({first, first + place.columns});
    if (wanted <= have) return;
    const Length each = (wanted - have) / place.columns;
    for (auto width = first; width != first + place.columns; ++width) *width += each;
}

}  // namespace

TableSetter::TableSetter(Flow& flow, const document::Table& table, page::ElementId parent)
    : flow_{flow}, table_{table}, style_{flow.style(table.style)}, grid_{document::grid_of(table)}, parent_{parent} {}

SetText TableSetter::shape(const document::TableCell& cell) const {
    return flow_.work_.setter.shape(cell.runs, style_, flow_.section_);
}

/// Columns take what their widest cell needs, and share what is left over or missing in proportion to it.
void TableSetter::find_columns() {
    std::vector<Length> wide(grid_.columns);
    std::vector<Length> narrow(grid_.columns);
    struct Merged {
        document::CellPlace place;
        ContentWidths widths;
    };
    std::vector<Merged> merged;
    for (std::size_t row = 0; row < grid_.rows.size(); ++row) {
        for (const document::CellPlace& place : grid_.rows[row]) {
            ContentWidths widths = content_widths(shape(table_.rows[row].cells[place.cell]));
            widths.widest_line += inline_padding * 2;
            widths.widest_part += inline_padding * 2;
            if (place.columns > 1) {
                merged.push_back({place, widths});
                continue;
            }
            wide[place.column] = std::max(wide[place.column], widths.widest_line);
            narrow[place.column] = std::max(narrow[place.column], widths.widest_part);
        }
    }
    for (const Merged& cell : merged) {
        widen(wide, cell.place, cell.widths.widest_line);
        widen(narrow, cell.place, cell.widths.widest_part);
    }
    // A column without any text is one to write in: it has as much room as the others on average.
    const Length bare = inline_padding * 2;
    std::int64_t filled = 0;
    Length sum;
    for (const Length width : wide) {
        if (width <= bare) continue;
        ++filled;
        sum += width;
    }
    for (Length& width : wide) width = width > bare ? width : std::max(filled > 0 ? sum / filled : bare, bare);
    for (Length& width : narrow) width = std::max(width, inline_padding * 2);
    share_room(wide, narrow);
}

void TableSetter::share_room(const std::vector<Length>& wide, const std::vector<Length>& narrow) {
    const Length room = flow_.frame_.measure - flow_.indent_;
    const Length all_wide = sum_of(wide);
    const Length all_narrow = sum_of(narrow);
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

TableSetter::Row TableSetter::set_row(std::size_t row) const {
    document::ParagraphStyle look = style_;
    look.first_line_indent = {};
    Row cells;
    for (const document::CellPlace& place : grid_.rows[row]) {
        Cell& cell = cells.emplace_back();
        cell.source = &table_.rows[row].cells[place.cell];
        cell.place = place;
        cell.end_row = row + place.rows;
        cell.set = shape(*cell.source);
        cell.start = edges_[place.column] + inline_padding;
        const Length measure = edges_[place.column + place.columns] - edges_[place.column] - inline_padding * 2;
        flow_.work_.setter.set_lines(cell.set, look, {measure, {}, false}, cell.source->alignment);
    }
    return cells;
}

std::size_t TableSetter::group_end(std::size_t row) const {
    std::size_t end = row + 1;
    for (; row < end; ++row) {
        for (const document::CellPlace& place : grid_.rows[row]) end = std::max(end, row + place.rows);
    }
    return end;
}

Length TableSetter::need(std::size_t row, const std::vector<Cell>& cells, Length cursor) const {
    const Length line = style_.line_pitch != Length{} ? style_.line_pitch : style_.size.scaled(1.5);
    Length extent;
    bool ends = false;
    for (const Cell& cell : cells) {
        if (cell.done || cell.end_row != row + 1) continue;
        ends = ends || cell.place.rows == 1;
        const Length least = cell.next_line == 0 ? cell.set.pitch : Length{};
        extent = std::max(extent, std::max(cell.left(), least) + block_padding * 2 - (cursor - cell.from));
    }
    return ends ? extent : std::max(extent, line + block_padding * 2);
}

Length TableSetter::extent_of(std::size_t begin, std::size_t end) const {
    std::vector<Cell> cells;
    Length cursor;
    for (std::size_t row = begin; row < end; ++row) {
        for (Cell& cell : set_row(row)) {
            cell.from = cursor;
            cells.push_back(std::move(cell));
        }
        cursor += need(row, cells, cursor);
        std::erase_if(cells, [&](const Cell& cell) { return cell.end_row <= row + 1; });
    }
    return cursor;
}

/// A small table stays whole; of a large one the header rows stay with the first row under them. Cells that reach over
/// a few rows keep them together.
std::size_t TableSetter::kept_end(std::size_t row) {
    constexpr std::size_t small = 12;
    const std::size_t rows = grid_.rows.size();
    if (row == 0 && rows <= small && extent_of(0, rows) <= flow_.frame_.extent / 2) return rows;
    std::size_t end = group_end(row);
    if (row < table_.header_rows) {
        end = std::max<std::size_t>(end, std::min<std::size_t>(table_.header_rows, rows));
        if (end < rows) end = group_end(end);
    }
    return end - row <= small ? end : row + 1;
}

void TableSetter::begin_row(std::size_t row, Row cells) {
    PageBuilder& builder = flow_.work_.builder;
    page::ElementId row_id = page::artifact;
    if (!repeating_) {
        page::Element element;
        element.role = page::ElementRole::table_row;
        row_id = builder.begin_element(std::move(element), parent_);
        open_rows_.push_back(row_id);
    }
    const bool header = row < table_.header_rows;
    for (Cell& cell : cells) {
        cell.from = flow_.cursor_;
        if (!repeating_) {
            page::Element element;
            const bool heads = header || cell.source->header;
            element.role = heads ? page::ElementRole::table_header_cell : page::ElementRole::table_data_cell;
            element.row_header = heads && !header;
            element.column_span = static_cast<std::uint16_t>(cell.place.columns);
            element.row_span = static_cast<std::uint16_t>(std::min<std::uint32_t>(cell.place.rows, 0xFFFF));
            cell.element = builder.begin_element(std::move(element), row_id);
            cell.first_note = flow_.work_.setter.notes + 1;
            for (MarkedNote& marked : flow_.set_notes(cell.source->runs)) cell.notes.push_back(std::move(marked.note));
        }
        open_.push_back(std::move(cell));
    }
}

void TableSetter::end_row(std::size_t row, Length extent) {
    flow_.cursor_ += extent;
    for (Cell& cell : open_) {
        if (cell.done || cell.end_row != row + 1) continue;
        cell.done = true;
        cell.to = flow_.cursor_;
    }
    hand_over_notes();
    if (std::all_of(open_.begin(), open_.end(), [](const Cell& cell) { return cell.done; })) flush(flow_.cursor_);
}

Length TableSetter::notes_of(std::size_t row) const {
    std::vector<const SetNote*> marked;
    for (const Cell& cell : open_) {
        if (cell.done || cell.end_row != row + 1) continue;
        for (const SetNote& note : cell.notes) marked.push_back(&note);
    }
    return flow_.work_.builder.notes().least(marked);
}

void TableSetter::hand_over_notes() {
    for (Cell& cell : open_) {
        if (!cell.done && !cell.notes.empty()) return;
        if (!cell.done) continue;
        for (SetNote& note : cell.notes) flow_.hand_over(std::move(note));
        cell.notes.clear();
    }
}

void TableSetter::place_row(std::size_t row) {
    if (open_.empty() && row >= kept_) {
        kept_ = kept_end(row);
        const Length whole = extent_of(row, kept_);
        const Length page = flow_.page_extent() - (row < table_.header_rows ? Length{} : header_);
        if (!flow_.fits(whole) && whole <= page && flow_.cursor_ > top_ && !flow_.must_stay()) next_page(row);
    }
    begin_row(row, set_row(row));
    for (;;) {
        const Length extent = need(row, open_, flow_.cursor_);
        const Length page = flow_.page_extent() - header_;
        const Length with_notes = extent + notes_of(row);
        // Notes that fit on no page with their row go on after it.
        if (flow_.fits(with_notes) || (flow_.fits(extent) && with_notes > page)) {
            end_row(row, extent);
            return;
        }
        const bool carried = flow_.work_.builder.notes().carried();
        const bool moves = with_notes <= page && ((flow_.cursor_ > top_ && !flow_.must_stay()) || carried);
        if (!moves) {  // a row that is longer than a page goes on over pages
            Length pitch = style_.size;
            for (const Cell& cell : open_) pitch = std::max(pitch, cell.set.pitch);
            const std::int64_t lines = (flow_.room() - block_padding * 2).in_raw() / pitch.in_raw();
            const bool at_start = flow_.must_stay() || (flow_.cursor_ <= top_ && !carried);
            if (lines >= 1 || at_start) {
                flow_.cursor_ += pitch * std::max<std::int64_t>(lines, 1) + block_padding * 2;
            }
        }
        next_page(row);
    }
}

void TableSetter::next_page(std::size_t row) {
    flush(flow_.cursor_);
    flow_.next_page();
    flow_.narrow_table_ = flow_.narrow_table_ || edges_.back() > flow_.frame_.measure;
    segment_ = flow_.cursor_;
    if (header_ != Length{} && row >= table_.header_rows) repeat_header();
    top_ = flow_.cursor_;
    for (Cell& cell : open_) cell.from = flow_.cursor_;
}

void TableSetter::repeat_header() {
    std::vector<Cell> open = std::exchange(open_, {});
    repeating_ = true;
    for (std::size_t row = 0; row < table_.header_rows; ++row) {
        begin_row(row, set_row(row));
        end_row(row, need(row, open_, flow_.cursor_));
    }
    repeating_ = false;
    open_ = std::move(open);
}

void TableSetter::flush(Length end) {
    PageBuilder& builder = flow_.work_.builder;
    for (Cell& cell : open_) {
        const Length to = cell.done ? cell.to : end;
        if (to > cell.from || cell.done) draw(cell, to);
        if (cell.done && !repeating_) builder.end_element(cell.element);
    }
    std::erase_if(open_, [](const Cell& cell) { return cell.done; });
    if (!open_.empty() || repeating_) return;
    for (const page::ElementId row : open_rows_) builder.end_element(row);
    open_rows_.clear();
}

void TableSetter::draw(Cell& cell, Length end) {
    const Length pitch = cell.set.pitch;
    const Length inside = end - cell.from - block_padding * 2;
    const auto left = static_cast<std::int64_t>(cell.set.lines.lines.size() - cell.next_line);
    const std::int64_t fitting = std::max<std::int64_t>((inside + Flow::tolerance).in_raw() / pitch.in_raw(), 0);
    const std::int64_t lines = cell.done ? left : std::min(left, fitting);
    Length axis = cell.from + block_padding + (inside - pitch * lines) / 2 + pitch / 2;
    Fragment& target = flow_.target();
    if (repeating_) {
        layout::Placement placement{flow_.frame_.corner, {cell.start, {}}, flow_.frame_.mode, cell.set.size};
        for (std::int64_t line = 0; line < lines; ++line, axis += pitch) {
            placement.position.block = axis;
            layout::place(cell.set.text, cell.set.shaped, cell.set.lines, cell.next_line++, cell.set.spans,
                          cell.set.marks, placement, target.artifacts);
        }
    } else {
        flow_.land(cell.from);
        if (!std::exchange(cell.begun, true)) {
            flow_.begin_links(cell.set, cell.source->runs, cell.element, cell.first_note);
        } else {
            flow_.links_ = std::move(cell.links);  // begun on a page before
            flow_.figures_ = std::move(cell.figures);
        }
        for (std::int64_t line = 0; line < lines; ++line, axis += pitch) {
            const std::size_t first = target.items.size();
            flow_.place_line(cell.set, cell.next_line++, {cell.start, axis}, target);
            flow_.add_link_areas(cell.source->runs, first);
        }
        if (cell.done) {
            flow_.end_links();
        } else {
            cell.links = std::exchange(flow_.links_, {});
            cell.figures = std::exchange(flow_.figures_, {});
        }
    }
    draw_borders(cell, end);
}

/// The edges of the cell at its start and its end; those at the edges of the table besides.
void TableSetter::draw_borders(const Cell& cell, Length end) {
    const Length start = edges_[cell.place.column];
    const Length far = edges_[cell.place.column + cell.place.columns];
    const document::Colour colour = style_.colour;
    if (cell.from == segment_) flow_.stroke({start, cell.from}, {far, cell.from}, border, colour);
    flow_.stroke({start, end}, {far, end}, border, colour);
    flow_.stroke({start, cell.from}, {start, end}, border, colour);
    if (cell.place.column + cell.place.columns == grid_.columns) {
        flow_.stroke({far, cell.from}, {far, end}, border, colour);
    }
}

Length TableSetter::first_extent() {
    if (grid_.columns == 0) return {};
    find_columns();
    return extent_of(0, kept_end(0));
}

void TableSetter::run() {
    if (grid_.columns == 0) return;
    if (edges_.empty()) find_columns();
    segment_ = top_ = flow_.cursor_;
    const std::size_t rows = grid_.rows.size();
    if (table_.header_rows > 0 && table_.header_rows < rows) {
        const Length header = extent_of(0, table_.header_rows);
        if (header <= flow_.frame_.extent / 3 && flow_.part_ == nullptr) header_ = header;
    }
    top_ = Length::raw(-1);  // the table may begin on the next page as long as no row stands
    for (std::size_t row = 0; row < rows; ++row) {
        if (!grid_.rows[row].empty() || !open_.empty()) place_row(row);
    }
}

void Flow::add(const document::Table& table, page::ElementId parent) {
    if (table.rows.empty()) return;
    place_label_alone(style(table.style));
    page::Element element;
    element.role = page::ElementRole::table;
    const page::ElementId id = work_.builder.begin_element(std::move(element), parent);
    TableSetter setter{*this, table, id};
    if (!table.caption.runs.empty()) {
        const Length rows = std::min(setter.first_extent(), frame_.extent / 2);
        add(table.caption, id, style(table.style).space_before + rows);
    }
    if (!at_top()) cursor_ += style(table.style).space_before;
    setter.run();
    cursor_ += style(table.style).space_after;
    work_.builder.end_element(id);
}

}  // namespace bichig::paginate::internal
