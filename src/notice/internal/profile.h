// The numbers of the page of an official document that no office varies; those that one may are in
// bichig/notice/profile.h. Nothing else in this module holds a number of the page.
//
// Status: V read in a copy of GB/T 9704-2012 or a page that reproduces it; M customary, from memory of the standard,
// not read; D this project's own, where no public rule was found. Lengths on paper in mm, indents in ems
// ("characters"), gaps in blank lines.
#pragma once

#include <cstddef>

#include <bichig/document/style.h>
#include <bichig/notice/profile.h>

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
constexpr double note = 10.5;          // D size 5; the other sizes are those of notice::Profile
}  // namespace size

namespace indent {
constexpr double first_line = 2;       // V
constexpr double attachment_note = 2;  // V
constexpr double attendance = 2;       // M
constexpr double upward = 1;           // M number at the left and signer at the right of an upward document
constexpr double sealed_date = 4;      // V right indent of the date of a document with a seal, and of an order's signer
constexpr double unsealed_body = 2;    // V right indent of the issuing body without a seal
constexpr double unsealed_date = 2;    // V from the first character of the body to that of the date
constexpr double signer = 2;           // M from the office of an order's signer to the name or the signature seal
constexpr double annotation = 2;       // V
constexpr double back_matter = 1;      // M both sides
constexpr double page_number = 1;      // V
constexpr double quotation = 2;        // D
}  // namespace indent

namespace gap {
constexpr int addressee = 1;           // V blank lines below the title
constexpr int attachment_note = 1;     // V blank lines below the text
constexpr int attendance = 1;          // M blank lines below the text or the attachment note
constexpr int order_date = 1;          // M blank lines between the signer of an order and its date
constexpr double page_number = 7;      // V mm from the foot of the type area
constexpr double back_matter_line = 1.5;  // D line pitch of the back matter in its own size
constexpr double mark_leading = 1.3;   // D line pitch of the mark in its own size
constexpr double mark_word = 0.5;      // D ems from the names of several bodies to the word beside them
constexpr double joint_mark = 60;      // D mm that the names of several bodies may take in one script
constexpr double joint_mark_vertical = 22;  // D likewise
constexpr std::size_t names_in_row = 2;  // M signers of an upward document
constexpr int kept_lines = 4;          // D a last paragraph of at most so many lines goes with the closing
}  // namespace gap

/// Two versions in one document; all D.
namespace parallel {
constexpr double space_after = 0.5;    // lines of the text, after each pair
constexpr double gap = 8;              // mm between the sides
constexpr double least_line = 40;      // mm of lines across their side
constexpr double least_closing = 80;   // mm likewise, of parts that are indented or end with their line
constexpr int align_headings = 2;      // on pages that face each other
}  // namespace parallel

namespace rule {
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

/// From line to line: 22 lines in 225 mm, 28.99 pt.
constexpr Length line_pitch() { return Length::millimetres(paper::area_height) / paper::lines; }
/// From character to character: 28 in 156 mm, 15.79 pt.
constexpr Length character_pitch() { return Length::millimetres(paper::area_width) / paper::characters; }
/// The length of a line.
constexpr Length measure(document::WritingMode mode) {
    const bool vertical = mode == document::WritingMode::vertical_lr;
    return Length::millimetres(vertical ? paper::area_height : paper::area_width);
}

}  // namespace bichig::notice
