// What a way of breaking lines is told of a paragraph: the places where lines may end, and what a line between two of
// them would take up.
//
// A way of breaking is a function from a Material to the ends of lines. It looks at `places` and asks a LineMeter what
// the line from one of them to another would be: its width, what it could give up, and the room it has; costs come from
// these. break_lines.cpp takes for each line the last place that fits; a total-fit way would keep a meter for each
// place that may still begin a line. Positions are sums, so that a line is measured in one step; only tabs, whose width
// depends on where they stand, are walked over, and each meter walks over each of them once.
#pragma once

#include <string_view>
#include <vector>

#include <bichig/layout/lines.h>

#include "layout/internal/glyph_class.h"
#include "layout/internal/mark_spacing.h"

namespace bichig::layout::internal {

/// One place where a line may end.
struct Place {
    TextIndex text = 0;         ///< the break stands before this code unit
    std::uint32_t glyph = 0;    ///< first glyph after the break
    std::uint32_t visible = 0;  ///< one past the last glyph that does not hang
    bool forced = false;
    bool hyphen = false;        ///< a soft hyphen stands before the break
    bool opens = false;         ///< and is drawn at the head of the next line
};

/// The measurable paragraph. Refers to what it was made from.
struct Material {
    Material(std::u16string_view text, const text::Analysis& analysis, const shape::ShapedText& shaped,
             const ParagraphOptions& options, WritingMode mode = WritingMode::vertical_lr);

    std::u16string_view text;
    const shape::ShapedText& shaped;
    std::vector<GlyphClass> classes;
    std::vector<LineObject> objects;
    std::vector<Length> positions;          ///< as Lines::positions
    std::vector<MarkRoom> mark_rooms;       ///< by glyph
    std::vector<Length> spaced;             ///< positions with the room of marks; empty where no mark has any
    std::vector<Length> squeeze;            ///< how much marks before each glyph can give up; empty without ideographs
    std::vector<std::int32_t> ideographs;   ///< ideographs before each glyph less other characters; likewise
    std::vector<Place> places;
    std::vector<std::uint32_t> tabs;        ///< glyphs
    std::vector<TabStop> stops;             ///< by position
    /// Of the options, kept in bounds.
    Length measure, start_indent, end_indent, first_line_indent, tab_distance;

    /// Where each glyph would start on one endless line, room of marks included.
    const std::vector<Length>& along() const { return spaced.empty() ? positions : spaced; }
    /// The first of the marks with room from a glyph on.
    std::vector<MarkRoom>::const_iterator mark_rooms_from(std::uint32_t glyph) const;
    /// Room of marks that falls away where a line begins before glyph number `begin` and ends before number `end`.
    Length edge_room(std::uint32_t begin, std::uint32_t end) const;
    Length start(bool first) const { return start_indent + (first ? first_line_indent : Length{}); }
    /// Room of a line: at least 1 pt.
    Length room(bool first) const;
    /// Advance of the hyphen drawn next to a glyph; zero where its font has none.
    Length hyphen_advance(std::uint32_t glyph, bool opens) const;

private:
    void space_marks();
};

/// The line of a paragraph without text.
Line empty_line(const ParagraphOptions& options);

/// A line as it would be if it ended at a certain place.
struct Candidate {
    Length width;
    Length squeeze;  ///< how much of it the marks of a Chinese line can give up
};

/// Measures lines that begin with one glyph. Scratch.
class LineMeter {
public:
    /// `head` is what a hyphen takes up before the first glyph.
    LineMeter(const Material& material, std::uint32_t begin, bool first, Length head);

    /// The line that ends before glyph number `end`; asked for places that never fall.
    Candidate to(std::uint32_t end);

    /// Gives the marks of the line that ends before glyph number `end` their room.
    void set_marks(std::uint32_t end, Lines& lines) const;

    /// Gives the tabs of the line that ends before glyph number `end` their width. It is the last thing asked.
    void set_tabs(std::uint32_t end, Lines& lines);

private:
    void pass_tab(std::uint32_t tab);
    void find_stop();
    Length segment_start(std::uint32_t end) const;
    Length width(std::uint32_t from, std::uint32_t to) const;

    const Material& material_;
    std::uint32_t begin_;
    bool first_;
    bool filling_ = false;
    Lines* out_ = nullptr;
    std::size_t tab_;           ///< the next one
    std::uint32_t segment_;     ///< first glyph after the last tab passed
    std::uint32_t decimal_ = 0; ///< the glyph of the segment that stands at a decimal stop
    Length pen_;                ///< where the segment would begin if its tab had no width
    TabStop stop_;              ///< where its tab leads
};

}  // namespace bichig::layout::internal
