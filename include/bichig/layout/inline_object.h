// What stands in a line in place of a character: pictures, and small blocks of text with a writing mode of their own.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include <bichig/base/length.h>
#include <bichig/base/text_range.h>
#include <bichig/page/page.h>

namespace bichig::layout {

struct InlineBlock;  // paragraph.h

/// An object for which U+FFFC stands in the text. It is never turned; it stands in the middle of the line, centred on
/// its axis, with its own room along the line and no other; lines may break on both sides of it. Without an image and a
/// block it is nothing but room. Value.
struct InlineObject {
    TextIndex index = 0;   ///< of its U+FFFC; an object whose character is another one is passed over
    PhysicalSize size;     ///< on the page
    page::ImageData image; ///< drawn if it has bytes
    std::shared_ptr<const InlineBlock> block;  ///< set in the box, from its top left corner, if there is one
    page::ElementId element = page::artifact;  ///< of the image
    std::u16string alternative_text;  ///< what the image shows; a block has its own text
};

/// Blocks in blocks are set so deep.
inline constexpr std::uint32_t deepest_block = 16;

}  // namespace bichig::layout
