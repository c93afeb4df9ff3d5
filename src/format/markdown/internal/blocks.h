// Reads a stretch of Markdown without front matter and directives into blocks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <bichig/base/diagnostics.h>
#include <bichig/base/result.h>
#include <bichig/document/model.h>

#include <format/markdown/internal/notes.h>
#include <format/markdown/internal/source_text.h>

namespace bichig::format {

/// How a stretch is read. Value.
struct BlockOptions {
    document::WritingMode mode = document::WritingMode::vertical_lr;
    std::string language;       ///< of the section that the blocks go to
    std::string base_folder;    ///< of images
    bool in_notice = false;     ///< headings begin at level 2
    std::uint16_t header_rows = 1;  ///< of tables
    bool in_side = false;       ///< a side of a pair: no page ends in it
    bool side_heads = false;    ///< the first cell of each row heads it
    NoteTexts* notes = nullptr; ///< of the text around; null: "[^" is text
    bool stacked_cells = false; ///< in tables " // " parts lines of a cell
    /// Of ordered lists by level, the last one of deeper levels too; empty: as written.
    std::vector<document::Counter> counters;
    bool merged_cells = false;  ///< in tables "<" and "^" are cells that belong to others: see merged_cells.h
};

/// Reads the bytes [begin, end) of `source` and appends the blocks to `blocks`.
std::optional<Error> read_blocks(const SourceText& source, std::uint32_t begin, std::uint32_t end,
                                 const BlockOptions& options, std::vector<document::Block>& blocks,
                                 Diagnostics& diagnostics);

}  // namespace bichig::format
