// What is selected of a paragraph: the shapes of a range, the range between two points, words and sentences.
#pragma once

#include <cstddef>
#include <vector>

#include <bichig/layout/caret.h>
#include <bichig/text/boundaries.h>

namespace bichig::layout {

/// What of a selection stands on one line: a rectangle in the axes of the paragraph's box. Value.
struct SelectionPart {
    std::size_t line = 0;
    TextRange text;        ///< from stop to stop
    LogicalPoint origin;   ///< start corner
    LogicalSize size;      ///< on the block axis the pitch, so that parts of neighbouring lines touch
    Length break_room;     ///< how much of the size, at the end of the line, stands for a forced break
    bool operator==(const SelectionPart&) const = default;
};

/// One rectangle for each line that `range` has a part of, in order and without gaps inside a line: separators, tabs
/// and room of justification are covered. Ends inside a grapheme move to its start. A forced break in the range is
/// shown as a quarter of the size of the text. A range turned round is read from its smaller end. O(length of these
/// lines). Total.
std::vector<SelectionPart> selection_shapes(const Paragraph& paragraph, TextRange range);

/// The rectangle on the page, for a box with the physical corner `corner`.
PhysicalRect to_physical(const SelectionPart& part, PhysicalPoint corner, WritingMode mode);

/// The range between the carets nearest to two points, in either order: a selection by dragging. Total.
TextRange range_between(const Paragraph& paragraph, LogicalPoint from, LogicalPoint to);

/// The word, number, mark or white space that the character at `index` belongs to: a selection by double click, for
/// Hit::character.begin. A word has its suffixes unless they are asked for apart. Of an index beyond the text, its last
/// segment; of an empty text, an empty range. Time grows with the distance to the spaces around. Total.
text::Segment word_at(const Paragraph& paragraph, TextIndex index,
                      text::Suffixes suffixes = text::Suffixes::with_stem);

/// The sentence that the character at `index` belongs to, white space after it included: a selection by triple click.
/// O(length of the text). Total.
TextRange sentence_at(const Paragraph& paragraph, TextIndex index);

}  // namespace bichig::layout
