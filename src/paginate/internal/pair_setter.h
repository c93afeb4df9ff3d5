// Sets one pair into a flow: two texts that stand beside each other.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "paginate/internal/flow.h"

namespace bichig::paginate::internal {

/// Sets one pair. Scratch.
///
/// Each side is set by a flow of its own into boxes: the first lies in what is left of the page, the others on the
/// pages after it. What goes wrong in a trial is forgotten with it; so a side may be set as often as it takes to find
/// how long its lines must be. The boxes of both sides then go onto the pages.
class PairSetter {
public:
    PairSetter(Flow& flow, const document::Pair& pair, page::ElementId parent);
    /// `keep`: what follows and must not be parted from the pair.
    void run(Length keep);

private:
    /// A side that was set.
    struct Side {
        std::vector<BoxContent> boxes;
        Length extent;      ///< of the last box on the block axis of the section
        Diagnostics found;
        Summary summary;
        std::vector<SetNote> notes;
        page::ElementId elements = 0;
        bool right_to_left = false;
        bool narrow_table = false;  ///< a table reaches out of a box whose lines are shorter than its first ones
    };

    bool across(const document::PairSide& side) const { return side.writing_mode != section_mode(); }
    document::WritingMode section_mode() const { return flow_.section_.writing_mode; }
    /// The room between the edge of the first line of a side of the section's mode and its text: sides with lines
    /// across begin where the text does.
    Length leading() const;
    Length page_extent() const;
    Length space_before() const;
    /// The boxes of side number `index`; the first begins at `from` on the block axis, and lines across are as long in
    /// each as `lines` says.
    std::vector<Frame> frames(std::size_t index, Length from, const std::vector<Length>& lines) const;
    Side set(std::size_t index, Boxes boxes) const;
    Side set_along(std::size_t index, Boxes boxes, Length from) const;
    Side set_across(std::size_t index, Boxes boxes, Length from) const;
    /// Sets both sides from `from` on; nothing if one of them cannot begin there.
    std::optional<std::array<Side, 2>> set_both(Length from, bool may_skip) const;
    void place(std::array<Side, 2> sides, Length from);
    Length extent_of(const std::array<Side, 2>& sides) const;
    /// What the notes of the sides need to begin on the page of their marks.
    Length least_notes(const std::array<Side, 2>& sides) const;

    Flow& flow_;
    const document::Pair& pair_;
    page::ElementId parent_;
    std::array<Length, 2> starts_;     ///< of the sides on the inline axis
    std::array<Length, 2> breadths_;
    Length step_;                      ///< by which lines across grow
};

}  // namespace bichig::paginate::internal
