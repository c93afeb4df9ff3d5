// How text and blocks of a document look: plain values with defaults that suit a plain document.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <bichig/base/length.h>

namespace bichig::document {

/// Which way lines and blocks of a section run (CSS Writing Modes).
enum class WritingMode : std::uint8_t {
    vertical_lr,   ///< lines run down, the next line stands to the right: Mongolian
    horizontal_tb  ///< lines run to the right, the next line stands below: Chinese, Latin
};

/// The face Chinese text is set in; the roles of fonts/catalogue.toml.
enum class HanFace : std::uint8_t { fangsong, song, hei, kai, title };

/// The face Mongolian text is set in.
enum class MongolianFace : std::uint8_t { text, title };

/// Calibrated RGB, each part 0…255. Value.
struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    bool operator==(const Colour&) const = default;
};

/// The red of official document heads.
inline constexpr Colour official_red{0xE0, 0x00, 0x00};

/// Where the lines of a paragraph stand on the inline axis.
enum class Alignment : std::uint8_t { start, centre, end, justify };

/// Properties of a stretch of text; an empty field is taken from the paragraph. Value.
struct TextStyle {
    std::optional<Length> size;
    std::optional<HanFace> han;
    std::optional<MongolianFace> mongolian;
    std::optional<Colour> colour;
    bool strong = false;    ///< set by a heavier face: Hei for Chinese
    bool emphasis = false;  ///< set by another face: Kai for Chinese
    bool code = false;      ///< program text: Song for Chinese
    bool right_line = false;  ///< right of vertical lines, below horizontal ones: mlreq, requirement 54
    bool left_line = false;   ///< left of vertical lines, above horizontal ones
    bool strike = false;      ///< through the axis of the line
    bool wavy_line = false;   ///< where the right line stands
    bool raised = false;      ///< small and off the axis: a note mark
    bool operator==(const TextStyle&) const = default;
};

/// A distance in ems of the paragraph's own size (a Chinese "character"), e.g. 2 for a first-line indent. Value.
struct Ems {
    double count = 0;
    bool operator==(const Ems&) const = default;
};

/// Properties of a paragraph. "Before" and "after" are on the block axis, "start" and "end" on the inline axis. Value.
struct ParagraphStyle {
    Length size = Length::points(14);
    HanFace han = HanFace::fangsong;
    MongolianFace mongolian = MongolianFace::text;
    Colour colour;
    Alignment alignment = Alignment::justify;
    Ems first_line_indent;     ///< added to the first line; negative: hanging
    Ems start_indent;          ///< of all lines
    Ems end_indent;            ///< of all lines
    Length line_pitch;         ///< from line to line; zero: 1.5 times the size
    Length space_before;       ///< dropped at the start of a page
    Length space_after;
    Length character_pitch;    ///< advance of a full-width character on the grid; zero: its own advance
    bool keep_with_next = false;
    std::uint8_t orphans = 2;  ///< least lines of a paragraph at the end of a page that it does not end on
    std::uint8_t widows = 2;   ///< least lines at the start of a page that it did not begin on
    bool fit_on_line = false;  ///< set smaller, to half the size at the least, where that saves a second line
    bool operator==(const ParagraphStyle&) const = default;
};

/// Where and how page numbers stand. They are artifacts, upright at the foot in both writing modes. Value.
struct PageNumberStyle {
    enum class Position : std::uint8_t { none, centre, outside };
    Position position = Position::centre;
    std::u16string before;     ///< e.g. u"— "
    std::u16string after;
    Length size = Length::points(10.5);
    HanFace han = HanFace::song;
    Ems indent;                ///< from the outer edge of the type area, for `outside`
    bool first_page = true;    ///< also on the first page of the section
    Length below;              ///< from the foot of the type area to the middle of the number; zero: half the margin
};

/// A line in the margin of every page: the title of a document or a chapter, say. An artifact; too long a line is cut
/// at a word. Value. Source: EAC MGC/01-13, 5.1, has it at the left or right side of vertical pages.
struct RunningHead {
    enum class Position : std::uint8_t {
        none,
        top,     ///< a horizontal line in the upper margin
        left,    ///< a vertical line in the left margin; likewise
        right,
        outside  ///< right on odd pages, left on even ones: pages are bound at the left and turned to the left
    };
    Position position = Position::none;
    std::u16string text;
    std::u16string even_text;  ///< on even pages, if not empty
    Alignment alignment = Alignment::centre;  ///< along the type area
    Length size = Length::points(10.5);
    HanFace han = HanFace::song;
    MongolianFace mongolian = MongolianFace::text;
    bool first_page = false;   ///< also on the first page of the section
};

/// How notes stand at the end of a page: at the foot in horizontal writing, at the right edge in vertical-lr. No rule
/// for notes of Mongolian documents was found: by default all of this is what books commonly have. Value.
struct NoteStyle {
    enum class Marks : std::uint8_t { digits, circled };
    Marks marks = Marks::digits;  ///< 1, 2 …, or ①, ② … up to 50; they count through the section
    Length rule_length;           ///< of the rule between text and notes; zero: a quarter of a line
    Length rule_thickness = Length::points(0.5);
    Length space_before = Length::points(6);  ///< from the text to the rule, at the least
    Length space_after = Length::points(4);   ///< from the rule to the first note
};

/// A rule across the first page of a section, outside the type area: an artifact. Value.
struct PageRule {
    Length from_end;        ///< from the edge of the paper where the block axis ends (foot, or right) to its middle
    Length start_overhang;  ///< how far it reaches beyond the type area
    Length end_overhang;
    Length thickness = Length::millimetres(0.35);
    Colour colour;
};

/// The paper and the type area of a section. Value.
struct PageStyle {
    Length width = Length::millimetres(210);
    Length height = Length::millimetres(297);
    Length margin_top = Length::millimetres(25);
    Length margin_bottom = Length::millimetres(25);
    Length margin_left = Length::millimetres(25);
    Length margin_right = Length::millimetres(25);
    PageNumberStyle number;
    RunningHead head;
    NoteStyle notes;
    std::vector<PageRule> first_page_rules;
    bool restart_numbers = false;  ///< the section starts again at 1
};

}  // namespace bichig::document
