// cmark's tree of a stretch of Markdown, freed when it goes out of scope.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include <format/markdown/internal/source_text.h>

struct cmark_node;

namespace bichig::format {

struct NodeDeleter {
    void operator()(cmark_node* node) const;
};
using Tree = std::unique_ptr<cmark_node, NodeDeleter>;

/// Parses `text` as GitHub Flavored Markdown: CommonMark with tables, strikethrough, links without marks, and tasks;
/// with its footnotes if they are wanted.
Tree parse_markdown(std::string_view text, bool footnotes = false);

/// The end of the part of [begin, end) that can be parsed by itself and is at least `wanted` bytes long: before a line
/// that follows a blank line and begins with a letter or a heading mark, which ends every block but a code block in
/// fences. `end` if there is none.
std::uint32_t end_of_part(std::string_view bytes, std::uint32_t begin, std::uint32_t end, std::uint32_t wanted);

/// Whether `text` may define link references, which count for text before and after them.
bool may_define_references(std::string_view text);

}  // namespace bichig::format
