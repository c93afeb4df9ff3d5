// Which glyphs of a font draw which written units, and how far the font's own rules choose them right.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/font/font.h>
#include <bichig/script/units.h>
#include <bichig/script/writing_system.h>

namespace bichig::shape {

struct ShapedText;

/// What the probes of a letter say of the font's own rules.
enum class Verdict : std::uint8_t {
    right,   ///< every probe is drawn as the written-unit engine says
    wrong,   ///< some probe is drawn otherwise
    missing  ///< the font lacks the letter, or what it draws is not known for sure
};
/// "right", "wrong" or "missing".
std::string_view name(Verdict verdict);

/// One probe: a letter in a position, with a selector, or before a vowel, and what the font makes of it. Value.
struct Probe {
    std::u16string text;
    char32_t letter = 0;  ///< the letter that it tries
    bool selector = false;               ///< whether a selector stands in it
    std::vector<script::Unit> expected;  ///< by the engine
    std::vector<script::Unit> drawn;     ///< by the font; empty where a glyph is not known
    Verdict verdict{};
};

/// What a glyph draws. Value.
struct GlyphUnits {
    std::vector<script::Unit> units;
    script::Position shape{};
};

/// How it is known what the glyphs of a font draw.
enum class UnitSource : std::uint8_t {
    none,      ///< it is not known: nothing can be set by units
    table,     ///< by the reviewed table of this very file (data/fonts)
    outlines,  ///< by the likeness of its outlines to those of a known font
    codes      ///< by glyph codes (Menksoft), in a font of the old kind
};
/// "none", "table", "outlines" or "codes".
std::string_view name(UnitSource source);

/// How a map is made.
struct UnitMapOptions {
    script::Profile profile = script::Profile::gb25914;  ///< the rules that the font is measured against
    std::vector<font::Font> known;  ///< fonts to compare outlines with; those without a table are passed over
    std::string cache_folder;       ///< where results of that comparison are kept; empty: nowhere
};

namespace units {
struct MapData;
}

/// The written units of a font. Shared resource: immutable, cheap to copy, any thread. Verdicts are found when they are
/// first asked for, one writing system at a time (some milliseconds each).
class UnitMap {
public:
    /// The map of `font`. Total: a font of which nothing is known has a map of source `none`.
    static UnitMap of(const font::Font& font, const UnitMapOptions& options = {});

    const font::Font& font() const;
    UnitSource source() const;
    /// The SHA-256 of the font file, in hexadecimal.
    const std::string& sha256() const;
    /// What `glyph` draws, all that its drawing may stand for; empty if it is not known.
    std::vector<GlyphUnits> units(font::GlyphId glyph) const;
    /// What `shaped`, made of `text`, shows, by its glyphs; characters of other fonts stand for themselves. Where a
    /// drawing may stand for several things, that which agrees with `expected` is read, if there is one. Empty if some
    /// glyph is not known.
    std::vector<script::Unit> read(std::u16string_view text, const ShapedText& shaped,
                                   const std::vector<script::Unit>& expected = {}) const;
    /// Whether the font has glyphs for all that `text` draws, controls aside.
    bool covers(std::u16string_view text, const script::UnitOptions& options = {}) const;
    /// What the probes say of a letter: of its forms, and, `with_selector`, of those that selectors ask for.
    Verdict verdict(script::WritingSystem system, char32_t letter, bool with_selector) const;
    /// All probes of a writing system, one by one.
    std::vector<Probe> probes(script::WritingSystem system) const;
    /// Whether the font is of the old kind: Mongolian letters stand at glyph codes alone, so that its own rules can
    /// draw none, and it is set by units whatever the policy.
    bool is_of_old_kind() const;
    /// The visible control glyph that the font has for `unit` (Unit::shown_selector_1 to shown_nnbsp), or 0.
    font::GlyphId control(script::Unit unit) const;

    /// Not for users: what the shaper reads.
    const units::MapData& data() const { return *data_; }

private:
    explicit UnitMap(std::shared_ptr<const units::MapData> data) : data_{std::move(data)} {}
    std::shared_ptr<const units::MapData> data_;
};

}  // namespace bichig::shape
