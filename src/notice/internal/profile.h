// Every number of the page of an official document, in one table: nothing else in this module holds one.
//
// Status: V read in a copy of GB/T 9704-2012 or a page that reproduces it; M customary, from memory of the standard,
// not read; D this project's own, where no public rule was found. Lengths on paper in mm, sizes and pitches in pt,
// indents in ems ("characters"), gaps in blank lines.
//
// A document in vertical lines has no public page rule. Bichig keeps paper, margins, type area, sizes and the order of
// the elements of the horizontal one; "above" and "below" become left and right. Its lines follow each other over
// 156 mm, not over 225 mm, so the head is given less room:
//
//     element                        horizontal          vertical
//     issuer mark from the edge      35 mm (V)           10 mm (D)
//     number after the mark          2 lines (V)         1 line (D)
//     red rule after the number      4 mm (V)            4 mm (D)
//     title after the rule           2 lines (V)         1 line (D)
//     addressee after the title      1 line (V)          1 line (D)
//     signature after the text       2 lines (D)         1 line (D)    room for the upper part of the seal
#pragma once

#include <bichig/document/style.h>

namespace bichig::notice {

/// What both writing modes share.
namespace paper {
constexpr double width = 210;          // V mm
constexpr double height = 297;         // V mm
constexpr double top = 37;             // V mm, tolerance 1
constexpr double binding = 28;         // V mm, left; tolerance 1
constexpr double area_width = 156;     // V mm
constexpr double area_height = 225;    // V mm
constexpr int lines = 22;              // V lines of a horizontal page
constexpr int characters = 28;         // V characters of a horizontal line
}  // namespace paper

namespace size {
constexpr double text = 16;            // V size 3
constexpr double title = 22;           // V size 2
constexpr double back_matter = 14;     // M size 4
constexpr double page_number = 14;     // V size 4
constexpr double table = 14;           // D size 4
constexpr double note = 10.5;          // D size 5
constexpr double largest_mark = 40;    // D "size free but tasteful" (M)
constexpr double smallest_mark = 12;   // D
constexpr double mark_leading = 1.3;   // D line pitch of the mark in its own size
}  // namespace size

namespace indent {
constexpr double first_line = 2;       // V
constexpr double attachment_note = 2;  // V
constexpr double sealed_date = 4;      // V right indent of the date of a document with a seal
constexpr double unsealed_body = 2;    // V right indent of the issuing body without a seal
constexpr double unsealed_date = 2;    // V from the first character of the body to that of the date
constexpr double annotation = 2;       // V
constexpr double back_matter = 1;      // M both sides
constexpr double page_number = 1;      // V
constexpr double quotation = 2;        // D
}  // namespace indent

namespace gap {
constexpr double rule = 4;             // V mm from the number to the red rule
constexpr int addressee = 1;           // V blank lines below the title
constexpr int attachment_note = 1;     // V blank lines below the text
constexpr double page_number = 7;      // V mm from the foot of the type area
constexpr double back_matter_line = 1.5;  // D line pitch of the back matter in its own size
}  // namespace gap

namespace rule {
constexpr double head = 0.35;          // D mm, red; the standard gives no thickness
constexpr double thick = 0.35;         // V mm, first and last rule of the back matter
constexpr double thin = 0.25;          // V mm, the rules between
}  // namespace rule

/// Widths that stand for measured ones where only an estimate is needed: how large the mark may be, and where the
/// issuing body stands over its date. In ems.
namespace estimate {
constexpr double han = 1;              // one full-width character
constexpr double mongolian = 0.58;     // D a code point of Mongolian in Noto Sans Mongolian takes 0.41–0.49 on average
constexpr double other = 0.5;          // D digits and Latin letters
constexpr double narrow = 0.25;        // D space and full stop
}  // namespace estimate

/// What differs between the writing modes; see the table above.
struct Gaps {
    double mark_offset;    ///< mm from the edge of the type area to the issuer mark
    int number_gap;        ///< blank lines
    int title_gap;         ///< blank lines
    int signature_gap;     ///< blank lines
    double mark_measure;   ///< mm, length of a line
};
constexpr Gaps horizontal_gaps{35, 2, 2, 2, paper::area_width};
constexpr Gaps vertical_gaps{10, 1, 1, 1, paper::area_height};

constexpr Gaps gaps_of(document::WritingMode mode) {
    return mode == document::WritingMode::vertical_lr ? vertical_gaps : horizontal_gaps;
}

/// From line to line: 22 lines in 225 mm, 28.99 pt.
constexpr Length line_pitch() { return Length::millimetres(paper::area_height) / paper::lines; }
/// From character to character: 28 in 156 mm, 15.79 pt.
constexpr Length character_pitch() { return Length::millimetres(paper::area_width) / paper::characters; }

}  // namespace bichig::notice
