// How far a font agrees with itself: what can be said of a font when it is not known what its glyphs draw.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include <bichig/font/font.h>
#include <bichig/shape/shaper.h>

namespace bichig::conformance {

/// Collects cases and how they were drawn. Scratch.
///
/// Cases with the same units should be drawn alike, and cases with other units otherwise. A case agrees if it is drawn
/// as most cases of its units are, and no other units claim that drawing more often. That is an indication: a font may
/// draw units wrongly throughout and agree, or draw them rightly in two ways (as one glyph and as two) and not agree.
class Agreement {
public:
    explicit Agreement(const font::Font& font) : font_{font} {}

    /// Adds a case with these units.
    void add(const std::string& units, const shape::ShapedText& shaped);
    /// How many cases agree.
    std::uint32_t count() const;

private:
    const std::string& outline(font::GlyphId glyph);

    font::Font font_;
    std::map<font::GlyphId, std::string> outlines_;
    std::map<std::string, std::map<std::string, std::uint32_t>> drawings_of_units_;
};

}  // namespace bichig::conformance
