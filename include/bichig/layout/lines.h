// Lines of a paragraph on logical axes: break, justify, place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/length.h>
#include <bichig/base/text_range.h>
#include <bichig/layout/inline_object.h>
#include <bichig/page/page.h>
#include <bichig/shape/shaper.h>
#include <bichig/text/analysis.h>

namespace bichig::layout {

/// Which way lines run on the page.
enum class WritingMode : std::uint8_t { vertical_lr, horizontal_tb };

/// Where lines stand on the inline axis.
enum class Alignment : std::uint8_t { start, centre, end, justify };

/// How text stands at a tab stop: it begins there, has its middle or its end there, or its first decimal mark.
enum class TabAlignment : std::uint8_t { start, centre, end, decimal };

/// Room outside brackets and quotation marks that stand beside a Mongolian word. `even`: one word space of the word's
/// face, whether the room is written, built into the glyph of the mark, both or neither; at the edge of a line none.
/// Marks beside Chinese, Latin or digits keep their own. Figures: data/mark_spacing. Sources: EAC MGC/01-13 and mlreq
/// show such room without figures; GB/T 26233 has the word space.
enum class MarkSpacing : std::uint8_t { even, as_written };

/// A place that a tab leads to. Value.
struct TabStop {
    Length position;               ///< from the start edge of the measure, indents included
    TabAlignment alignment = TabAlignment::start;
    char16_t decimal_mark = u'.';  ///< what stands at the stop where `alignment` is decimal; text without it ends there
};

/// The measure of a paragraph and how its lines fill it. Value.
struct ParagraphOptions {
    Length measure;            ///< from edge to edge, indents included; lines are at least 1 pt long
    Length start_indent;       ///< of all lines
    Length end_indent;         ///< of all lines
    Length first_line_indent;  ///< added to start_indent on the first line; negative for a hanging indent
    Alignment alignment = Alignment::justify;
    /// Of the last line and of each line that ends in a forced break; by default `alignment`, or `start` for `justify`.
    std::optional<Alignment> last_line;
    /// How much room may be added at one place of a justified line, in sizes of the largest text on it. A line that
    /// would need more keeps its natural room, stands at the start and is marked `underfull`.
    double most_stretch = 2.0;
    MarkSpacing mark_spacing = MarkSpacing::even;
    Length space_before;       ///< on the block axis, from the paragraph before; no part of the paragraph's own box
    Length space_after;        ///< likewise, to the next; the room between two paragraphs is the sum
    std::vector<TabStop> tab_stops;  ///< in any order
    /// After the last of tab_stops there is a stop at each multiple of this. Zero: a tab there takes up the room that
    /// is left in its line, in equal parts with the tabs after it, so that what follows ends where the line ends.
    Length tab_distance = Length::points(36);
    Length character_pitch;    ///< advance of full-width characters; zero: their own
    Length line_pitch;         ///< from the axis of a line to that of the next; zero: see lay_out_paragraph()
    std::vector<InlineObject> objects;  ///< in the order of the text
};

/// A line. Value; indexes are those of the ShapedText it was made from.
struct Line {
    TextRange text;                  ///< white space at its end included
    std::uint32_t glyph_begin = 0;
    std::uint32_t glyph_end = 0;     ///< white space at the end left out
    std::uint32_t trailing_end = 0;  ///< white space at the end included
    Length start;                    ///< from the start edge of the measure to the first glyph
    Length width;                    ///< of the glyphs to glyph_end, adjustments included
    Length available;                ///< what the indents leave of the measure
    bool last = false;               ///< of the paragraph, or ended by a forced break
    bool overfull = false;           ///< holds a part of a word that is longer than a line
    bool underfull = false;          ///< should fill its measure, but nothing on it may be stretched so far
    bool hyphen_at_start = false;    ///< a hyphen for a soft hyphen is drawn in the room before the first glyph
    bool hyphen_at_end = false;      ///< likewise in the room after the last glyph
};

/// An object of a line. Value.
struct LineObject {
    std::uint32_t glyph = 0;  ///< the glyph of its character, which is not drawn
    InlineObject object;
};

/// The lines of one paragraph. Value.
struct Lines {
    std::vector<Line> lines;
    /// Where each glyph would start if the paragraph were one endless line, grid pitch included and tabs without width;
    /// one entry more than there are glyphs. Differences of entries are widths.
    std::vector<Length> positions;
    /// Room to add before and after each glyph: of justified lines, marks, tabs and drawn soft hyphens; negative where
    /// a mark is squeezed.
    std::vector<Length> before;
    std::vector<Length> after;
    std::vector<LineObject> objects;          ///< in the order of the text
    std::vector<std::uint32_t> filling_tabs;  ///< glyphs of the tabs that take up the room left in their line, in order
};

/// Breaks greedily: a line takes what fits, full-width marks squeezed by up to half an em where that lets one more
/// character in. A word longer than a line is cut at the line's edge, between clusters and as far as possible where no
/// line edge is forbidden, and the line marked `overfull`. Tabs get their width. Time and memory grow with the length
/// of the text, whatever the measure. Total.
///
/// A soft hyphen (U+00AD) shows only where a line breaks at it: at the end of the line, but before Mongolian letters at
/// the head of the next one, as the hyphen of Todo stands. U+1806 is no soft hyphen to Unicode but a visible mark
/// (general category Pd, line breaking class BB): it is always drawn, and a line that breaks there begins with it.
///
/// `mode` says which side of the objects lies along the lines.
Lines break_lines(std::u16string_view text, const text::Analysis& analysis, const shape::ShapedText& shaped,
                  const ParagraphOptions& options, WritingMode mode = WritingMode::vertical_lr);

/// Fills the lines to their measure and sets Line::start by the alignment. Lines with more ideographs than other
/// characters are filled by spreading: between ideographs, between an ideograph and a letter or digit, and at spaces,
/// but not between the halves of a dash or an ellipsis. All others are filled by stretching spaces and wide separators
/// in equal parts, never stems, and never between ideographs. White space at the head of a line does not stretch, nor
/// does what stands before a tab; a line with a tab stop keeps its start. Sources: EAC MGC/01-13; GB/T 9704 practice.
void justify(std::u16string_view text, const shape::ShapedText& shaped, const ParagraphOptions& options, Lines& lines);

/// The point of the page for a logical point of a box with the physical corner `corner`. The one converter between the
/// two kinds of axes.
constexpr PhysicalPoint to_physical(LogicalPoint point, PhysicalPoint corner, WritingMode mode) {
    return mode == WritingMode::vertical_lr ? PhysicalPoint{corner.x + point.block, corner.y + point.inline_}
                                            : PhysicalPoint{corner.x + point.inline_, corner.y + point.block};
}

/// The size on the page of a logical size.
constexpr PhysicalSize to_physical(LogicalSize size, WritingMode mode) {
    return mode == WritingMode::vertical_lr ? PhysicalSize{size.block, size.inline_}
                                            : PhysicalSize{size.inline_, size.block};
}

/// Lines along a stretch of text, in its colour. They have no gaps: one goes on over spaces, U+202F, U+180E and spans
/// of other faces and sizes as far as these have it too, straight, at the distance that the largest of their sizes asks
/// for. White space that hangs at the end of a line has none. Value. Sources: mlreq, requirement 54; EAC MGC/01-13.
struct Decorations {
    bool right_line = false;  ///< right of a vertical line, below a horizontal one
    bool left_line = false;   ///< left of a vertical line, above a horizontal one
    bool strike = false;      ///< on the axis
    bool wavy_line = false;   ///< emphasis: where the right line stands
    bool operator==(const Decorations&) const = default;
};

/// A raised note mark is set in so many times the size of the text, and moved so far off the axis: to the right in
/// vertical lines, up in horizontal ones, in sizes of the paragraph.
inline constexpr double raised_size = 0.6;
inline constexpr double raised_shift = 0.3;

/// What a span of the text carries onto the page. Value.
struct SpanMarks {
    page::Colour colour;
    page::ElementId element = page::artifact;
    std::string language;
    SourceRange source;      ///< bytes of the span
    bool source_is_text = false;  ///< the bytes are the span's text in UTF-8, one for one
    /// Bytes of the span's first source_step code units, of its first two times as many, and so on: without them the
    /// source of a line of a long span is counted from the span's begin. See index_source().
    std::vector<std::uint32_t> source_bytes{};
    Decorations decorations{};
    bool raised = false;          ///< a note mark: see raised_shift; its span has raised_size already
};

inline constexpr TextIndex source_step = 4096;

/// Fills `source_bytes` for a span with the text `span`, if that is long and the source is the text.
void index_source(SpanMarks& marks, std::u16string_view span);

/// Where a line is to stand. Value.
struct Placement {
    PhysicalPoint corner;    ///< of the frame whose axes `position` uses
    LogicalPoint position;   ///< start edge of the measure, and the middle of the line on the block axis
    WritingMode mode = WritingMode::vertical_lr;
    Length size;             ///< of the paragraph: decides where the baseline of horizontal lines lies
};

/// Places the glyphs of line number `line` and appends them to `items` in the order of the text. `marks` has an entry
/// for each span that the text was shaped with. In vertical lines every run is centred on the axis by its central
/// baseline; in horizontal ones runs share the alphabetic baseline, but Mongolian is centred. Decorations come last.
void place(std::u16string_view text, const shape::ShapedText& shaped, const Lines& lines, std::size_t line,
           const std::vector<shape::Span>& spans, const std::vector<SpanMarks>& marks, const Placement& placement,
           std::vector<page::Item>& items);

}  // namespace bichig::layout
