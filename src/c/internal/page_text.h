// The text of a page and where each character of it stands.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <bichig/base/length.h>
#include <bichig/base/text_range.h>
#include <bichig/page/page.h>

namespace bichig::c {

/// What a caret passes at once, with its place. Value.
struct PageCharacter {
    TextRange text;
    PhysicalRect box;
    bool vertical = false;  ///< how its line runs
    std::size_t line = 0;   ///< counts the lines of the page in the order of the text
    page::ElementId element = page::artifact;
};

/// A text and its characters in order; those that were not drawn, such as line ends, are left out. Value.
struct PageText {
    std::u16string text;
    std::vector<PageCharacter> characters;
};

/// Finds the characters of `text`, which is that of `page` with its white space (paginate::PageOrder). `in_note` says
/// by id which elements are notes, whose text stands after all other. Total: what does not agree has no place.
PageText find_characters(const page::Page& page, std::u16string text, const std::vector<bool>& in_note);

/// The character whose place is nearest to a point; -1 where there is none. Across lines counts more than along them:
/// beyond the end of a line its last character is nearest.
std::ptrdiff_t nearest(const PageText& text, PhysicalPoint point);
/// Whether the point is past the middle of the character, in the direction of its line.
bool is_past_middle(const PageCharacter& character, PhysicalPoint point);
/// One box for each line that has a part of `range`.
std::vector<PhysicalRect> selection_of(const PageText& text, TextRange range);

}  // namespace bichig::c
