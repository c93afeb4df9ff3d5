// The default styles of a document and where they stand in Document::styles: one table that every reader uses.
#pragma once

#include <cstdint>
#include <vector>

#include <bichig/document/model.h>
#include <bichig/document/style.h>

namespace bichig::document {

/// What a paragraph is to its document; each role has a default style in each writing mode.
enum class StyleRole : std::uint8_t {
    body, heading_1, heading_2, heading_3, heading_4, heading_5, heading_6, list, table, code, quotation, note
};
inline constexpr std::uint16_t style_role_count = 12;

/// Index of the style of `role` in a styles vector that begins with default_styles(): those for vertical lines stand
/// first, those for horizontal lines after them; the two of notes stand last.
constexpr std::uint16_t style_index(WritingMode mode, StyleRole role) {
    constexpr std::uint16_t of_text = style_role_count - 1;
    const std::uint16_t first = mode == WritingMode::vertical_lr ? 0 : 1;
    if (role == StyleRole::note) return static_cast<std::uint16_t>(of_text * 2 + first);
    return static_cast<std::uint16_t>(first * of_text + static_cast<std::uint16_t>(role));
}

/// `styles`, one for each role, once for each writing mode, in the order of style_index().
std::vector<ParagraphStyle> for_both_modes(const std::vector<ParagraphStyle>& styles);

/// The role of a heading of `level` (1 to 6; other levels are taken to the nearest of these).
constexpr StyleRole heading_role(unsigned level) {
    const unsigned known = level < 1 ? 1 : level > 6 ? 6 : level;
    return static_cast<StyleRole>(static_cast<unsigned>(StyleRole::heading_1) + known - 1);
}

/// The styles of a plain document for both writing modes, 2 * style_role_count of them. Text is 14 pt (size 4, the
/// customary size of plain Mongolian documents; EAC MGC/01-13) and justified. First-line indents are common but of no
/// fixed amount (mlreq issue 58): 2 ems, as in Chinese, are the default of both modes.
std::vector<ParagraphStyle> default_styles();

/// The page of a plain document: A4 with 25 mm margins, lying for vertical lines (EAC MGC/01-13: landscape is the
/// default of plain documents), standing for horizontal ones.
PageStyle default_page(WritingMode mode);

/// The writing mode that a language is set in: vertical when its script is Mongolian ("mn-Mong", "mnc-Mong-CN").
WritingMode writing_mode_of(const std::string& language);

/// Lowers headings that skip a level (a level 3 after a level 1 becomes a level 2), because readers of tagged output
/// count on unbroken levels. Only Paragraph::heading_level changes, not the style. Returns the sources of the
/// headings that were changed.
std::vector<SourceRange> close_heading_gaps(Document& document);

}  // namespace bichig::document
