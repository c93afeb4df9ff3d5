// Items: stretches of text that one call of the shaper can take, with the font chosen for each.
#pragma once

#include <string_view>
#include <vector>

#include <bichig/shape/shaper.h>

namespace bichig::shape::internal {

/// A stretch of one script, orientation, font and span.
struct Item {
    TextRange range;
    const font::Font* font = nullptr;  ///< into the spans
    Orientation orientation = Orientation::sideways;
    text::Script script = text::common;
    std::uint32_t span = 0;
    bool number = false;  ///< a number that stands upright as one character
};

/// Cuts `text` into items. A word of `analysis.words` stays in one item as far as its span reaches. A font of the old
/// kind, which has Mongolian only at glyph codes, has what its map in `options` has.
std::vector<Item> itemize(std::u16string_view text, const text::Analysis& analysis, const std::vector<Span>& spans,
                          LineDirection direction, const ShaperOptions& options = {});

}  // namespace bichig::shape::internal
