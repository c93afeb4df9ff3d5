// Where a caret stands in a paragraph: positions, their geometry, and back from a point to a position.
#pragma once

#include <cstddef>
#include <cstdint>

#include <bichig/layout/paragraph.h>

namespace bichig::layout {

/// On which line a caret stands whose index is both the end of one line and the start of the next.
enum class Affinity : std::uint8_t {
    downstream,  ///< at the start of the later line; everywhere else, too
    upstream     ///< at the end of the earlier line
};

/// A place of the caret. Value.
///
/// A caret stops where text::grapheme_boundaries() says: never before a selector (U+180B–180D, U+180F) or joiner; MVS
/// has no stop of its own but goes with the letter after it, or without one with the character before it; NNBSP, tabs
/// and other spaces have stops on both sides; CR LF is one character, and so is an emoji with all that it is joined of.
/// A forced break has a stop before it, at the end of its line, and one after it, at the start of the next. Digits that
/// share one upright cell and letters that share a glyph have all their stops.
struct CaretPosition {
    TextIndex index = 0;
    Affinity affinity = Affinity::downstream;
    bool operator==(const CaretPosition&) const = default;
};

/// Where a caret is drawn: a bar across its line. Value; in the axes of the paragraph's box.
struct CaretBox {
    std::size_t line = 0;  ///< see caret_line_count()
    Length inline_;        ///< middle of the bar
    Length block;          ///< where the bar starts: in vertical lines its left end
    Length extent;         ///< how far it reaches on the block axis: the size of the text before the caret
    bool operator==(const CaretBox&) const = default;
};

/// What is at a point. Value.
struct Hit {
    CaretPosition caret;   ///< the nearest on the line
    std::size_t line = 0;  ///< the line of the point; points outside belong to the first or last one
    TextRange character;   ///< under the point or, on the line, nearest to it; empty where the line has none
    bool inside = false;   ///< whether the point is on `character`, and not beside the text
};

/// How many lines a caret can stand on: those of the paragraph, and an empty one after a text that ends in a forced
/// break. O(1).
std::size_t caret_line_count(const Paragraph& paragraph);

/// The stop at or before the index of `position`, which may be beyond the end of the text; `upstream` is kept at a soft
/// line end alone. O(log lines + length of the grapheme). Total.
CaretPosition normalized(const Paragraph& paragraph, CaretPosition position);

/// The line on which a caret stands. O(log lines + length of the grapheme). Total.
std::size_t line_of(const Paragraph& paragraph, CaretPosition position);

/// Where the caret is drawn; `position` is normalized first. O(log lines + length of the line). Total.
///
/// Between clusters it stands where the box of one ends and that of the next begins, room of justification included.
/// Where several graphemes share one cluster of glyphs, its box is divided equally. Graphemes without room, such as
/// U+200B, have both their stops at one place. White space at a line's end may reach beyond the measure, and the caret
/// with it. The bar is centred on the axis in vertical lines, and on the em box of the text in horizontal ones.
CaretBox caret_box(const Paragraph& paragraph, CaretPosition position);

/// The bar on the page, `thickness` long on the inline axis, of a box with the physical corner `corner`.
PhysicalRect to_physical(const CaretBox& box, Length thickness, PhysicalPoint corner, WritingMode mode);

/// What is at a point of the paragraph's box; `hit_test(p, {box.inline_, p.axis(box.line)})` for a caret_box() gives
/// back its position, or of several at the same place the last one. O(log runs + length of the line). Total.
Hit hit_test(const Paragraph& paragraph, LogicalPoint point);

/// What is nearest to `inline_` on a line; a line out of range stands for the last one. Cost as above. Total.
Hit hit_test_line(const Paragraph& paragraph, std::size_t line, Length inline_);

/// The point of a box with the corner `corner` for a point of the page: what hit_test() wants of a pointer.
constexpr LogicalPoint to_logical(PhysicalPoint point, PhysicalPoint corner, WritingMode mode) {
    return mode == WritingMode::vertical_lr ? LogicalPoint{point.y - corner.y, point.x - corner.x}
                                            : LogicalPoint{point.x - corner.x, point.y - corner.y};
}

}  // namespace bichig::layout
