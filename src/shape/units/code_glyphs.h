// The glyphs of a font of the old kind: which glyph code draws a letter, in its place.
#pragma once

#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <bichig/script/units.h>

#include "script/internal/glyph_codes.h"
#include "shape/units/map_data.h"

namespace bichig::shape::units {

/// Glyphs of codes by what they draw. Immutable after it is made.
class CodeGlyphs {
public:
    /// Adds what `glyph` draws; `reaches_before`: its drawing begins where that of the glyph before it ends.
    void add(const script::internal::GlyphCode& code, Drawn glyph, bool reaches_before);

    /// The glyphs of letter number `index`: that of the code which is named after the letter and made for its place,
    /// else of another one that draws the same, else of the longest parts. Returns how many, 0 if the font lacks it.
    std::size_t draw(std::u16string_view text, const script::UnitAnalysis& analysis, std::size_t index,
                     std::array<Drawn, longest_form>& out) const;

private:
    struct Candidate {
        script::internal::GlyphCode code;
        Drawn drawn;
        bool both_reaching = false;  ///< for letters that join to what is before them and others, drawn to join
    };
    struct Place;
    static std::uint64_t key(const std::uint16_t* strokes, std::size_t count, bool joins_before);
    const Candidate* best(std::uint64_t key, const Place& place) const;

    std::unordered_map<std::uint64_t, std::vector<Candidate>> by_strokes_;
};

/// Whether a font of the old kind has Mongolian letters only at glyph codes: its own rules can draw nothing.
bool has_only_codes(const font::Font& font);

}  // namespace bichig::shape::units
