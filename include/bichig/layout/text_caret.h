// Carets, points and selections of a long text: movement.h and selection.h from one paragraph to the next.
#pragma once

#include <vector>

#include <bichig/layout/movement.h>
#include <bichig/layout/selection.h>
#include <bichig/layout/text_layout.h>

namespace bichig::layout {

/// A caret in a text. Value. A paragraph out of range stands for the last one.
struct TextCaret {
    std::size_t paragraph = 0;
    Caret caret;
    bool operator==(const TextCaret&) const = default;
};

/// What is at a point of a text. Value.
struct TextHit {
    std::size_t paragraph = 0;
    Hit hit;  ///< as of that paragraph
};

/// A part of a selection. Value.
struct TextSelectionPart {
    std::size_t paragraph = 0;
    SelectionPart part;  ///< its origin counts from the start of the text, all else as of the paragraph
};

/// Code units between two carets, the smaller one first. Value.
struct TextStretch {
    TextOffset begin = 0;
    TextOffset end = 0;
    bool empty() const { return begin >= end; }
    bool operator==(const TextStretch&) const = default;
};

// All of these lay out the paragraphs that they look at, which may move what comes after them on the block axis. Points
// and boxes have the inline axis along the lines and the block axis from the start of the text, as TextLayout::show().
// All are total: places beyond the text stand for its ends.

/// Where a caret stands in the whole text, and the caret at such a place.
TextOffset offset_of(const TextLayout& text, const TextCaret& caret);
TextCaret caret_at(const TextLayout& text, TextOffset offset);

/// Where the caret is drawn. Cost: that of one paragraph.
CaretBox caret_box(TextLayout& text, const TextCaret& caret);

/// What is at a point; a point in the space around a paragraph belongs to its first or last line. Cost: that of one
/// paragraph, or of a few where they had no lines yet.
TextHit hit_test(TextLayout& text, LogicalPoint point);

/// Steps of move() that go on in the next paragraph. At the ends of the text the caret stays; a step by a line out of
/// the first or last line goes to the start or the end of the text.
TextCaret move(TextLayout& text, const TextCaret& caret, Step step, Direction direction,
               const MovementOptions& options = {});

/// The same for a key. The writing mode is that of the text.
TextCaret move(TextLayout& text, const TextCaret& caret, Arrow arrow, Step step = Step::grapheme,
               const MovementOptions& options = {});

/// A step by a screenful: to the line that is `distance` farther on the block axis (or, below zero, nearer to the
/// start), but to the next line at least, at the goal coordinate.
TextCaret move_by(TextLayout& text, const TextCaret& caret, Length distance);

/// The shapes of a range in what is seen: from `offset` to `offset + extent` on the block axis. A whole text of a
/// million words may be selected: only the paragraphs that are seen are looked at. Ends of paragraphs in the range are
/// shown as forced breaks are.
std::vector<TextSelectionPart> selection_shapes(TextLayout& text, TextStretch range, Length offset, Length extent);

/// The range between the carets nearest to two points, in either order: a selection by dragging.
TextStretch stretch_between(TextLayout& text, LogicalPoint from, LogicalPoint to);

}  // namespace bichig::layout
