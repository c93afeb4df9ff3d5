// Lines that begin with ":::": what Markdown has no mark for.
//
//     ::: version mn-Mong … :::     the text of a version of a notice; everything in a notice stands in one
//     ::: merged-cells … :::        in tables a cell "<" belongs to the one before it in its row, "^" to the one above
//     ::: side-heads … :::          in tables the first cell of each row heads it
//     ::: header-rows 2 … :::       in tables so many rows are the head
//     ::: language zh-Hans … :::    text of this language; the section keeps its writing mode
//     ::: id name … :::             the first block has this id, which links lead to: [text](#name)
//     ::: caption Text … :::         the caption of a table or an image
//     ::: bookmark Title            an entry of the outline that leads here
//     ::: page-break                what follows begins a new page
//
// Each stands on a line of its own. Link reference definitions count for the text between two such lines.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <bichig/base/result.h>

#include <format/markdown/internal/blocks.h>
#include <format/markdown/internal/source_text.h>

namespace bichig::format {

/// Text without directives of its level, or a directive with what it encloses: bytes [begin, end). Value.
struct Segment {
    std::string name;       ///< of the directive; empty: text
    std::string argument;
    std::uint32_t at = 0;   ///< where the line of the directive stands
    std::uint32_t begin = 0;
    std::uint32_t end = 0;  ///< what is enclosed may hold directives itself
};

/// Divides the bytes [begin, end). Lines in fenced code are no directives. Errors: an unknown directive, one that is
/// not closed, a closing line too many, an argument that is missing or too much.
Result<std::vector<Segment>> split_directives(const SourceText& source, std::uint32_t begin, std::uint32_t end);

/// Reads bytes [begin, end) with their directives and appends the blocks to `blocks`. A version is an error.
std::optional<Error> read_body(const SourceText& source, std::uint32_t begin, std::uint32_t end,
                               const BlockOptions& options, std::vector<document::Block>& blocks,
                               Diagnostics& diagnostics);

}  // namespace bichig::format
