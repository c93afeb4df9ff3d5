// A table that people edit by hand: tab-separated values under a header, with comments that survive every change.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/diagnostics.h>
#include <bichig/base/result.h>

namespace bichig::lexicon {

/// The longest line of a table, in bytes, and the largest table.
inline constexpr std::size_t longest_table_line = std::size_t{1} << 20;
inline constexpr std::size_t largest_table = std::size_t{1} << 29;

/// A table in memory. The first line that is neither empty nor a comment (`#`) is the header; every later one is a row
/// with a cell for each column. Value; copies share the bytes that were read.
class Table {
public:
    Table() = default;

    /// Reads the table at `path`; messages call it `name`. Errors: as parse(), not_found, system, and a file of more
    /// than `largest_table` bytes, which is not read.
    static Result<Table> read(const std::string& path, std::string name);

    /// `bytes` as a table. Errors: invalid_input with line and column for bytes that are no UTF-8, a line of more than
    /// `longest_table_line` bytes, a column named twice or not at all, more than 256 columns, no header.
    /// A row with too few or too many cells and a CR at the end of a line are no errors but faults().
    static Result<Table> parse(std::string bytes, std::string name);

    /// An empty table with these columns.
    static Table with_columns(std::vector<std::string> columns, std::string name);

    const std::string& name() const { return name_; }
    const std::vector<std::string>& columns() const { return columns_; }
    std::optional<std::size_t> column(std::string_view name) const;
    /// The number of rows.
    std::size_t size() const { return rows_.size(); }
    /// A cell (row < size(), column < columns().size()); empty where a row is too short.
    std::string_view cell(std::size_t row, std::size_t column) const { return cells_[row * columns_.size() + column]; }
    /// Line and column of a cell in the file, with the name of its column as detail. Rows that were appended have no
    /// line.
    Place place(std::size_t row, std::size_t column) const;
    /// What is wrong with lines as such.
    const Diagnostics& faults() const { return faults_; }

    /// Changes a cell. `value` has no tab and no line break, which become spaces.
    void set(std::size_t row, std::size_t column, std::string_view value);
    /// Adds a row at the end; missing cells are empty.
    void append(const std::vector<std::string>& cells);
    /// Takes these rows out.
    void remove(const std::vector<std::size_t>& rows);

    /// The table as a file: lines that were not changed are as they were, but for line ends, which are LF.
    std::string bytes() const;

private:
    struct Line {
        std::string_view text;  ///< as read, without its end
        std::int64_t row = -1;  ///< the row it holds, or -1
    };
    struct Row {
        std::uint32_t line = 0;  ///< from 1; 0 for a row that was appended
        bool changed = false;
    };

    Result<void> read_header(std::string_view text, std::uint32_t line);
    void read_row(std::string_view text, std::uint32_t line);
    std::string_view own(std::string_view text);

    std::string name_;
    std::shared_ptr<const std::string> bytes_;
    std::shared_ptr<std::deque<std::string>> own_;  ///< what cells_ views and bytes_ does not hold
    std::vector<std::string> columns_;
    std::vector<Line> lines_;
    std::vector<Row> rows_;
    std::vector<std::string_view> cells_;
    Diagnostics faults_;
};

}  // namespace bichig::lexicon
