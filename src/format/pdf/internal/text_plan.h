// Divides the glyphs of a run into pieces of which a reader gives back the exact text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <bichig/page/page.h>

#include "format/pdf/internal/font_codes.h"

namespace bichig::format::pdf {

/// A glyph with the text that its code stands for.
struct PlannedGlyph {
    font::GlyphId glyph = 0;
    double along = 0;    ///< points
    double shift_x = 0;  ///< points, in the glyph's own axes
    double shift_y = 0;
    TextRange text;      ///< in GlyphRun::text; empty for a later glyph of a cluster
    bool mark = false;   ///< takes no room: it stands over or under the glyph before it
};

/// Glyphs shown one after the other. With `actual`, a marked content of their own states their text.
struct TextPiece {
    std::uint32_t begin = 0;  ///< of TextPlan::glyphs
    std::uint32_t end = 0;
    TextRange text;
    bool actual = false;
};

/// How a run is shown. Scratch: its vectors serve one run after the other.
class TextPlan {
public:
    std::vector<PlannedGlyph> glyphs;
    std::vector<TextPiece> pieces;

    /// `opens` and `closes` ask that the first or last word be a piece with `actual`, for a span that goes on in
    /// another run.
    void make(const page::GlyphRun& run, FontCodes& codes, bool opens = false, bool closes = false);

private:
    void collect(const page::GlyphRun& run, FontCodes& codes);
    void find_spans(const page::GlyphRun& run, FontCodes& codes);
    bool has_room_before(std::uint32_t index, const page::GlyphRun& run, FontCodes& codes) const;
    bool is_parted(std::u16string_view text, std::uint32_t index) const;
    void add_edge_spans(std::u16string_view text, bool opens, bool closes);
    void widen_to_word(std::u16string_view text, TextPiece& piece) const;
    void add_span(const TextPiece& piece);
    bool starts_cluster(std::uint32_t index) const { return index == 0 || !glyphs[index].text.empty(); }
    std::uint32_t next_cluster(std::uint32_t index) const;
    bool has_mark(std::uint32_t begin, std::uint32_t end) const;
};

/// Whether `value` is a space that readers turn into U+0020 or drop when only a ToUnicode map tells of it.
bool is_fragile_space(char32_t value);

/// What an ActualText must say for `text`: a lone fragile space gets a U+0020 beside it, for poppler drops a text that
/// is one space and keeps a text of two.
std::u16string actual_text(std::u16string_view text);

}  // namespace bichig::format::pdf
