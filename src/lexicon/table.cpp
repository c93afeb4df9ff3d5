// Reads and writes tab-separated tables. Cells are views of the bytes that were read; only changed ones are copied.
#include <bichig/lexicon/table.h>

#include <algorithm>
#include <filesystem>

#include <bichig/base/file.h>
#include <bichig/base/utf.h>

namespace bichig::lexicon {

namespace {

constexpr std::size_t most_columns = 256;

std::uint32_t code_points(std::string_view text) {
    return static_cast<std::uint32_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool is_comment(std::string_view line) { return line.empty() || line.front() == '#'; }

/// Calls `handle` with each line and its number until it fails.
template <class Handle>
Result<void> for_lines(std::string_view text, const Handle& handle) {
    std::uint32_t number = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        auto handled = handle(text.substr(0, end), ++number);
        if (!handled) return handled;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return {};
}

Result<void> check_bytes(std::string_view bytes, const std::string& name) {
    return for_lines(bytes, [&](std::string_view line, std::uint32_t number) -> Result<void> {
        if (line.size() > longest_table_line) {
            return fail(
                {ErrorCode::invalid_input,
                 "a line of " + std::to_string(line.size()) + " bytes, more than " + std::to_string(longest_table_line),
                 "end each row with a line feed", Place{name, number, 0, {}}});
        }
        if (std::all_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
            return {};
        auto decoded = to_utf16(line);
        if (decoded) return {};
        Error error = decoded.error();
        error.where.file = name;
        error.where.line = number;
        error.hint = "save the table as UTF-8; a line in another encoding is converted before it is put in";
        return fail(std::move(error));
    });
}

}  // namespace

Result<Table> Table::read(const std::string& path, std::string name) {
    std::error_code failed;
    const auto size = std::filesystem::file_size(path, failed);
    if (!failed && size > largest_table) {
        return fail({ErrorCode::invalid_input,
                     "a table of " + std::to_string(size) + " bytes, more than " + std::to_string(largest_table),
                     "split it into several files", Place{name, 0, 0, {}}});
    }
    auto bytes = read_file(path);
    if (!bytes) return fail(bytes.error());
    return parse(std::move(*bytes), std::move(name));
}

Result<Table> Table::parse(std::string bytes, std::string name) {
    Table table;
    table.name_ = std::move(name);
    table.bytes_ = std::make_shared<const std::string>(std::move(bytes));
    table.own_ = std::make_shared<std::deque<std::string>>();
    std::string_view text = *table.bytes_;
    if (text.substr(0, 3) == "\xEF\xBB\xBF") {
        text.remove_prefix(3);
        table.faults_.add({"byte-order-mark",
                           "the table begins with a byte order mark",
                           "save it as UTF-8 without one",
                           Place{table.name_, 1, 1, {}},
                           {}});
    }
    if (auto checked = check_bytes(text, table.name_); !checked) return fail(checked.error());
    auto read = for_lines(text, [&](std::string_view line, std::uint32_t number) -> Result<void> {
        if (!line.empty() && line.back() == '\r') {
            if (table.faults_.empty() || table.faults_.items.back().id != "line-end") {
                table.faults_.add({"line-end",
                                   "lines end in CR LF",
                                   "end lines with LF alone",
                                   Place{table.name_, number, code_points(line), {}},
                                   {}});
            }
            line.remove_suffix(1);
        }
        if (is_comment(line)) {
            table.lines_.push_back({line, -1});
            return {};
        }
        if (table.columns_.empty()) return table.read_header(line, number);
        table.read_row(line, number);
        return {};
    });
    if (!read) return fail(read.error());
    if (table.columns_.empty()) {
        return fail({ErrorCode::invalid_input, "the table has no header",
                     "begin it with the names of its columns, parted by tabs", Place{table.name_, 1, 0, {}}});
    }
    return table;
}

Result<void> Table::read_header(std::string_view text, std::uint32_t line) {
    lines_.push_back({text, -1});
    std::string_view rest = text;
    for (bool more = true; more;) {
        const std::size_t end = rest.find('\t');
        more = end != std::string_view::npos;
        const std::string column{rest.substr(0, end)};
        const Place place{name_, line, code_points(text.substr(0, text.size() - rest.size())) + 1, column};
        if (column.empty() || this->column(column)) {
            return fail({ErrorCode::invalid_input,
                         column.empty() ? "a column without a name" : "the column '" + column + "' stands here twice",
                         "give each column a name of its own", place});
        }
        if (columns_.size() == most_columns) {
            return fail({ErrorCode::invalid_input, "more than 256 columns", "is this the header of the table?", place});
        }
        columns_.push_back(column);
        if (more) rest.remove_prefix(end + 1);
    }
    return {};
}

void Table::read_row(std::string_view text, std::uint32_t line) {
    lines_.push_back({text, static_cast<std::int64_t>(rows_.size())});
    rows_.push_back({line, false});
    const std::size_t wanted = columns_.size();
    std::size_t found = 0;
    std::string_view rest = text;
    for (bool more = true; more; ++found) {
        const std::size_t end = rest.find('\t');
        more = end != std::string_view::npos;
        if (found < wanted) cells_.push_back(rest.substr(0, end));
        if (more) rest.remove_prefix(end + 1);
    }
    cells_.resize(rows_.size() * wanted);
    if (found == wanted) return;
    faults_.add({"cell-count",
                 "the row has " + std::to_string(found) + (found == 1 ? " cell" : " cells") + ", the table " +
                     std::to_string(wanted) + " columns",
                 "part the cells by tabs; an empty cell keeps its tab",
                 Place{name_, line, 0, {}},
                 {}});
}

Table Table::with_columns(std::vector<std::string> columns, std::string name) {
    Table table;
    table.name_ = std::move(name);
    table.own_ = std::make_shared<std::deque<std::string>>();
    table.columns_ = std::move(columns);
    std::string header;
    for (const std::string& column : table.columns_) header += (header.empty() ? "" : "\t") + column;
    table.lines_.push_back({table.own(header), -1});
    return table;
}

std::optional<std::size_t> Table::column(std::string_view name) const {
    const auto found = std::find(columns_.begin(), columns_.end(), name);
    if (found == columns_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns_.begin());
}

Place Table::place(std::size_t row, std::size_t column) const {
    Place place{name_, rows_[row].line, 0, columns_[column]};
    if (place.line == 0) return place;
    place.column = 1;
    for (std::size_t i = 0; i < column; ++i) place.column += code_points(cell(row, i)) + 1;
    return place;
}

std::string_view Table::own(std::string_view text) { return own_->emplace_back(text); }

void Table::set(std::size_t row, std::size_t column, std::string_view value) {
    std::string clean{value};
    for (char& c : clean) {
        if (c == '\t' || c == '\n' || c == '\r') c = ' ';
    }
    // A copy of the table views the same strings, so none of them is changed: the cell gets a new one.
    cells_[row * columns_.size() + column] = own(clean);
    rows_[row].changed = true;
}

void Table::append(const std::vector<std::string>& cells) {
    const std::size_t row = rows_.size();
    lines_.push_back({{}, static_cast<std::int64_t>(row)});
    rows_.push_back({0, true});
    cells_.resize(rows_.size() * columns_.size());
    for (std::size_t i = 0; i < std::min(cells.size(), columns_.size()); ++i) set(row, i, cells[i]);
}

void Table::remove(const std::vector<std::size_t>& rows) {
    std::vector<bool> gone(rows_.size(), false);
    for (const std::size_t row : rows) gone[row] = true;
    std::vector<Row> kept;
    std::vector<std::string_view> cells;
    std::vector<std::int64_t> renamed(rows_.size(), -1);
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        if (gone[row]) continue;
        renamed[row] = static_cast<std::int64_t>(kept.size());
        kept.push_back(rows_[row]);
        for (std::size_t i = 0; i < columns_.size(); ++i) cells.push_back(cell(row, i));
    }
    std::erase_if(lines_, [&](const Line& line) { return line.row >= 0 && gone[static_cast<std::size_t>(line.row)]; });
    for (Line& line : lines_) {
        if (line.row >= 0) line.row = renamed[static_cast<std::size_t>(line.row)];
    }
    rows_ = std::move(kept);
    cells_ = std::move(cells);
}

std::string Table::bytes() const {
    std::string out;
    for (const Line& line : lines_) {
        const auto row = static_cast<std::size_t>(line.row);
        if (line.row < 0 || !rows_[row].changed) {
            out += line.text;
        } else {
            for (std::size_t i = 0; i < columns_.size(); ++i) out.append(i == 0 ? "" : "\t").append(cell(row, i));
        }
        out += '\n';
    }
    return out;
}

}  // namespace bichig::lexicon
