// From analysed text to glyphs: itemize by script, orientation and font, then shape each item.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/length.h>
#include <bichig/base/text_range.h>
#include <bichig/font/font.h>
#include <bichig/shape/options.h>
#include <bichig/shape/review.h>
#include <bichig/text/analysis.h>

namespace bichig::shape {

/// The faces a stretch of text may be set in. A script without a face of its own is set in `latin` where
/// that has the letters of a word, or else in the first face that has them all. Value.
struct FontSet {
    font::Font mongolian;
    font::Font han;
    font::Font latin;
    font::Font emoji;     ///< where it has pictures in colour, pages show these
    font::Font fallback;  ///< Han with vertical forms: for marks that `han` cannot turn, and for what all others lack
    std::optional<font::Font> cyrillic{};
    std::optional<font::Font> tibetan{};
    std::optional<font::Font> phags_pa{};
    std::vector<font::Font> others{};  ///< for what all of these lack, in the order in which they are asked
};

/// How a glyph stands to its line.
enum class Orientation : std::uint8_t {
    horizontal,  ///< in a horizontal line, as drawn
    sideways,    ///< in a vertical line, turned 90° clockwise
    upright      ///< in a vertical line, as drawn
};

/// Which way the line runs for which text is shaped.
enum class LineDirection : std::uint8_t { vertical, horizontal };

/// A stretch of text with one set of faces, size and language; spans cover the text without gaps. Value.
struct Span {
    TextRange range;
    FontSet fonts;
    Length size;
    std::string language;  ///< BCP 47; may be empty
    /// In vertical lines, numbers of so many digits or fewer stand upright, one em long, as one cluster: 0 (none) to 4.
    /// Only whole numbers by themselves do, not "2.5", "5%" or "A4", and none among Latin or Cyrillic words. Three and
    /// four digits are set narrow or, where the font has no narrow forms, smaller. Source: mlreq, requirement 5.
    unsigned combine_digits = 2;
    /// Ideographs and their marks are set in so many times `size`, to match the letters: 0.25 to 4. Source: EAC
    /// MGC/01-13, by which Chinese looks larger than Mongolian of equal size.
    double han_scale = 1.0;
    /// Digits of the span are no part of a number that touches it: the mark of a note after "45".
    bool apart = false;
};

/// A glyph in the order of the text. Value.
struct Glyph {
    font::GlyphId id = 0;    ///< 0: no font has the character
    TextIndex cluster = 0;   ///< index in the text of the first code unit it stands for; never falls
    FontUnits advance;       ///< along the line
    FontUnits shift_x;       ///< shift of the outline in the glyph's own axes
    FontUnits shift_y;
};

/// Glyphs of one font, orientation and span: an item that was shaped. Value.
struct Run {
    TextRange text;
    std::uint32_t glyph_begin = 0;
    std::uint32_t glyph_end = 0;
    font::Font font;
    Length size;
    Orientation orientation = Orientation::sideways;
    text::Script script = text::common;
    std::uint32_t span = 0;  ///< index of the span it came from
};

/// A shaped text. Value; runs and glyphs are in the order of the text, and their ranges cover it without gaps.
struct ShapedText {
    std::vector<Run> runs;
    std::vector<Glyph> glyphs;
    std::vector<ReviewMark> review;  ///< what ShaperOptions::review asks for, in the order of the text

    /// One past the last code unit that glyph number `glyph` stands for; `end` of the run for its last cluster.
    /// Later glyphs of one cluster stand for nothing more: both give the cluster's end.
    TextIndex cluster_end(std::uint32_t glyph, const Run& run) const;
};

/// Shapes text; remembers words it has shaped. Scratch: move-only, one per thread.
///
/// Mongolian and Latin are shaped left to right also for vertical lines and marked `sideways`: HarfBuzz leaves out the
/// contextual features of Mongolian fonts in vertical direction (OpenType `rclt`, `calt`). Upright characters are
/// shaped top to bottom with `vert`. A word with its connectors and suffixes gets one font.
class Shaper {
public:
    /// Chooses forms of Mongolian letters as `options` say; by default the rules of the font do.
    explicit Shaper(ShaperOptions options = {});
    Shaper(Shaper&&) noexcept;
    Shaper& operator=(Shaper&&) noexcept;
    ~Shaper();

    /// Shapes `text`, which `analysis` describes, with the faces of `spans`. Total.
    ShapedText shape(std::u16string_view text, const text::Analysis& analysis, const std::vector<Span>& spans,
                     LineDirection direction);

    /// What its word cache did and holds; of a shared one, for all who share it.
    WordFigures word_figures() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace bichig::shape
