// The logical structure of a paged document: what each mark on a page belongs to, in reading order.
#pragma once

#include <cstdint>
#include <string>

namespace bichig::page {

/// A structure element by its number in the document, counted from 1 in reading order. 0 marks an artifact: page
/// numbers, rules, repeated heads, which are no part of the text.
using ElementId = std::uint32_t;
inline constexpr ElementId artifact = 0;

/// What a structure element is; the standard structure types of ISO 32000-1, 14.8.4.
enum class ElementRole : std::uint8_t {
    document, section, heading, paragraph, list, list_item, list_label, list_body,
    table, table_row, table_header_cell, table_data_cell, link, figure, note, reference, caption
};

/// How list items are counted; written as the ListNumbering attribute (ISO 32000-1, table 347).
enum class ListNumbering : std::uint8_t {
    none, disc, square, decimal, lower_latin, upper_latin, lower_roman, upper_roman, other
};

/// One element of the structure tree. Value.
struct Element {
    ElementId id = 0;
    ElementId parent = 0;           ///< 0 for the root, which has the role `document`
    ElementRole role = ElementRole::paragraph;
    std::uint8_t heading_level = 0; ///< 1 to 6 for headings
    std::string language;           ///< BCP 47, e.g. "mn-Mong"; empty: as the parent
    std::u16string alternative_text;///< for figures and links
    std::u16string title;           ///< for headings and sections; may be empty
    std::string identifier{};       ///< names the element in the file, once; notes must have one (ISO 14289-1, 7.9)
    ListNumbering numbering = ListNumbering::none;
    bool row_header = false;        ///< a header cell that heads its row; else its column
    std::uint16_t column_span = 1;  ///< cells
    std::uint16_t row_span = 1;     ///< cells
};

}  // namespace bichig::page
