// Cells of Markdown tables that belong to another cell: "<" to the one before it in its row, "^" to the one above.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <bichig/document/model.h>

#include <format/markdown/internal/source_text.h>

namespace bichig::format {

/// What is wrong with the marks of a table. Value.
struct MergeFault {
    std::uint32_t at = 0;  ///< byte of the source
    std::string message;
    std::string hint;
};

/// The marks of one table, and the merging of its cells. Scratch.
class MergedCells {
public:
    /// Takes over the marks of the next row, which has `columns` cells in the table.
    void add_row(const std::vector<Content>& contents, std::size_t columns);
    /// Merges the cells of `table`, which has one for each mark and each other cell. A merged cell is a rectangle and
    /// has the text of its first cell; "\<" and "\^" are text. Header rows and others do not merge.
    std::optional<MergeFault> apply(document::Table& table) const;

private:
    struct Mark {
        char sign = '\0';      ///< '<', '^' or none
        std::uint32_t at = 0;  ///< byte of the source
    };
    /// The cell that another belongs to; itself if it has no mark.
    struct Owner {
        std::size_t row = 0;
        std::size_t column = 0;
        bool operator==(const Owner&) const = default;
    };
    using Owners = std::vector<std::vector<Owner>>;

    std::optional<MergeFault> measure(const Owners& owners, document::Table& table) const;

    std::vector<std::vector<Mark>> rows_;
};

}  // namespace bichig::format
