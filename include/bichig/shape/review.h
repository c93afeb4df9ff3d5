// What a reviewer should see beside the line: controls that draw nothing, and letters that look like others.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <bichig/base/length.h>
#include <bichig/base/text_range.h>

namespace bichig::shape {

/// Why a place of the text is marked.
enum class ReviewKind : std::uint8_t {
    idle_selector,     ///< the letter has the form anyway that this selector (FVS) asks for
    invalid_selector,  ///< the letter has no such form there, or no letter stands before the selector
    mvs,               ///< U+180E
    nnbsp,             ///< U+202F
    zwj,               ///< U+200D beside Mongolian
    zwnj,              ///< U+200C beside Mongolian
    look_alike         ///< another letter is drawn the same in this position (data/lookalikes/hudum.tsv)
};
/// "idle-selector", "invalid-selector", "mvs", "nnbsp", "zwj", "zwnj" or "look-alike".
std::string_view name(ReviewKind kind);

/// A mark beside the line, which takes no room in it. Value.
struct ReviewMark {
    ReviewKind kind{};
    TextRange text;           ///< the control, or the letter with its selector
    char32_t character = 0;   ///< the control, or the letter
    std::uint32_t run = 0;    ///< index of the run of ShapedText that it stands beside
    std::uint32_t glyph = 0;  ///< index of the first glyph of its cluster
    FontUnits along;          ///< from the pen before that glyph, along the line: where the middle of the mark is
};

/// What to write beside the line: "1" to "4" for a selector, "mvs", "nnbsp", "zwj" or "zwnj" for a separator, the short
/// name of UTN #57 for a letter ("ue").
std::string label(const ReviewMark& mark);

}  // namespace bichig::shape
