// Lines that begin with ":::": what Markdown has no mark for.
//
//     ::: version mn-Mong … :::     the text of a version of a notice; everything in a notice stands in one
//     ::: annex Title … :::         in a version, after its text; without a title it has that of the attachment note
//     ::: merged-cells … :::        in tables a cell "<" belongs to the one before it in its row, "^" to the one above
//     ::: side-heads … :::          in tables the first cell of each row heads it
//     ::: stacked-cells … :::       in tables " // " parts what stands in lines of its own in a cell: two scripts
//     ::: header-rows 2 … :::       in tables so many rows are the head
//     ::: counter mongolian … :::   how ordered lists count; further names are for the lists in them
//     ::: language zh-Hans … :::    text of this language; the section keeps its writing mode
//     ::: id name … :::             the first block has this id, which links lead to: [text](#name)
//     ::: caption Text … :::         the caption of a table or an image
//     ::: bookmark Title            an entry of the outline that leads here
//     ::: pair … :::                two texts beside each other; it holds two of:
//     ::: side mn-Mong … :::        one of the two
//     ::: left mn-Mong … :::        a text on left pages, and
//     ::: right zh-Hans … :::       one on right pages: nothing else stands beside the two
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

/// Whether `segment` holds nothing but white space.
bool is_blank(const SourceText& source, const Segment& segment);

/// Reads bytes [begin, end) with their directives and appends the blocks to `blocks`. A version and the text of left or
/// right pages are errors.
std::optional<Error> read_body(const SourceText& source, std::uint32_t begin, std::uint32_t end,
                               const BlockOptions& options, std::vector<document::Block>& blocks,
                               Diagnostics& diagnostics);

}  // namespace bichig::format
