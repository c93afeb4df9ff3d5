// Styles of the parts of an official document that are no body: head, title, closing, back matter.
#pragma once

#include <cstdint>
#include <vector>

#include <bichig/document/style.h>
#include <bichig/notice/notice.h>

namespace bichig::notice {

/// A part of an official document that has a style of its own.
enum class Part : std::uint8_t {
    copy_number, secrecy, number, upward_number, title, addressee, attachment_note, attachment_name, attendance,
    closing, annotation, annex_label, carbon_copy, printing
};

/// The style of `part`; indents that depend on the text are left to the caller.
document::ParagraphStyle part_style(Part part, const Profile& profile);

/// The style of one line of the issuer mark at `size`.
document::ParagraphStyle mark_style(Length size, const Profile& profile);

/// The page of a version.
document::PageStyle notice_page(Kind kind, const Profile& profile);

/// How much of a line pitch of the text is left over on each side of a character: what rules and marks, which are
/// placed from the characters, must take off.
Length half_leading(const document::ParagraphStyle& style);

}  // namespace bichig::notice
