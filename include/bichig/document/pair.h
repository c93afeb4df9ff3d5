// Two languages beside each other: sides of a pair on one page, and sections whose pages face each other. Data only.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <bichig/base/length.h>
#include <bichig/document/style.h>

namespace bichig::document {

struct Block;

/// One side of a pair. Value.
struct PairSide {
    WritingMode writing_mode = WritingMode::vertical_lr;
    std::string language;       ///< BCP 47
    std::vector<Block> blocks;  ///< may be empty: the side stays blank
};

/// Two texts that stand beside each other along the inline axis of the section: left and right in horizontal lines,
/// above and below in vertical ones. Both begin at the same place on the block axis, and what follows begins after the
/// longer one.
///
/// A side of the section's writing mode is set like a column. One of the other mode has its lines across the column:
/// they are as short as lets them fill the breadth of the side, whole steps of the line pitch, but no shorter than
/// `least_line`. A pair that is longer than the rest of its page goes on at the top of the next one, each side in its
/// place. In reading order the first side stands whole before the second. Pairs stand in sections, not in lists, cells,
/// back matter or other pairs. Value. The layout is Bichig's own: no public rule for it was found.
struct Pair {
    std::array<PairSide, 2> sides;
    double share = 0.5;                         ///< of the first side: its part of the measure, the gap left out
    Length gap = Length::millimetres(8);        ///< between the sides
    Length rule;                                ///< thickness of a line in the middle of the gap; zero: none
    Length least_line = Length::millimetres(40);  ///< of a side of the other writing mode
    Length space_after = Length::millimetres(3);  ///< to what follows, on the block axis
};

/// Which of the two pages that lie open at once.
enum class Leaf : std::uint8_t {
    left,  ///< an even page: pages are bound at the left and turned to the left
    right  ///< an odd page
};

/// That the pages of a section alternate with those of the next section, so that they lie open beside each other.
/// The shorter section gets blank pages. In reading order the first section stands whole before the second. Value.
struct Facing {
    Leaf leaf = Leaf::left;  ///< where the pages of this section stand; the next one's stand on the other leaf
    /// Headings of this and lower levels, the first of one section and the first of the other and so on, begin on the
    /// same two pages; 0: only the sections do.
    std::uint8_t align_headings = 0;
    /// A document begins with a right page. Two pages that lie open begin with a left one, so a blank page, which is
    /// numbered, stands before them. If not: the document begins with a left page, which has the number 2.
    bool leading_blank = true;
};

}  // namespace bichig::document
