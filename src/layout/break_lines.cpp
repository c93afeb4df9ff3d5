// Greedy line breaking over the break opportunities of the text.
#include <bichig/layout/lines.h>

#include <algorithm>

#include <bichig/base/utf.h>

#include "layout/internal/glyph_class.h"

namespace bichig::layout {

namespace {

using internal::GlyphClass;
using internal::Part;
using text::Break;

/// Sums over the glyphs before each glyph, so that any stretch of a paragraph is judged in one step.
struct Sums {
    std::vector<Length> squeeze;              ///< how much marks can give up
    std::vector<std::int32_t> ideographs;     ///< ideographs less other characters
};

/// Natural positions of the glyphs. Advances are summed in font units and converted once from the start of their run,
/// so that the parts add up to the run.
std::vector<Length> natural_positions(const shape::ShapedText& shaped, const std::vector<GlyphClass>& classes,
                                      Length character_pitch) {
    std::vector<Length> positions(shaped.glyphs.size() + 1);
    Length run_start;
    for (const shape::Run& run : shaped.runs) {
        const FontUnits em = run.font.metrics().units_per_em;
        FontUnits sum;
        Length pitch_sum;
        for (std::uint32_t g = run.glyph_begin; g < run.glyph_end; ++g) {
            positions[g] = run_start + to_length(sum, em, run.size) + pitch_sum;
            sum += shaped.glyphs[g].advance;
            const bool full_width = classes[g].part == Part::ideograph && shaped.glyphs[g].advance == em;
            if (full_width && character_pitch != Length{}) pitch_sum += character_pitch - run.size;
        }
        run_start += to_length(sum, em, run.size) + pitch_sum;
    }
    positions.back() = run_start;
    return positions;
}

Sums sum_up(const std::vector<GlyphClass>& classes) {
    Sums sums;
    sums.squeeze.resize(classes.size() + 1);
    sums.ideographs.resize(classes.size() + 1);
    for (std::size_t g = 0; g < classes.size(); ++g) {
        sums.squeeze[g + 1] = sums.squeeze[g] + classes[g].give();
        const int weight = classes[g].part == Part::ideograph ? 1 : classes[g].part == Part::other ? -1 : 0;
        sums.ideographs[g + 1] = sums.ideographs[g] + weight;
    }
    return sums;
}

/// One place where a line may end.
struct Opportunity {
    TextIndex text = 0;          ///< the break stands before this code unit
    std::uint32_t glyph = 0;     ///< first glyph after the break
    std::uint32_t visible = 0;   ///< one past the last glyph that does not hang
    bool forced = false;
};

std::vector<Opportunity> opportunities(const text::Analysis& analysis, const shape::ShapedText& shaped,
                                       const std::vector<GlyphClass>& classes) {
    std::vector<Opportunity> found;
    std::uint32_t glyph = 0;
    const auto count = static_cast<std::uint32_t>(shaped.glyphs.size());
    const auto size = static_cast<TextIndex>(analysis.breaks.size() - 1);
    for (TextIndex i = 1; i <= size; ++i) {
        if (analysis.breaks[i] == Break::no) continue;
        while (glyph < count && shaped.glyphs[glyph].cluster < i) ++glyph;
        const bool at_cluster = glyph == count ? i == size : shaped.glyphs[glyph].cluster == i;
        if (!at_cluster && i != size) continue;  // a ligature stands over this place
        std::uint32_t visible = glyph;
        while (visible > 0 && (classes[visible - 1].trailing || classes[visible - 1].part == Part::later)) {
            if (classes[visible - 1].part == Part::later) {
                std::uint32_t head = visible - 1;
                while (head > 0 && classes[head].part == Part::later) --head;
                if (!classes[head].trailing) break;
            }
            --visible;
        }
        found.push_back({i, glyph, visible, analysis.breaks[i] == Break::mandatory});
    }
    return found;
}

/// Breaks one paragraph.
class Breaker {
public:
    Breaker(const shape::ShapedText& shaped, const ParagraphOptions& options, Lines& out,
            const std::vector<GlyphClass>& classes, const std::vector<Opportunity>& places)
        : shaped_{shaped}, options_{options}, out_{out}, classes_{classes}, places_{places},
          sums_{sum_up(classes)} {}

    void run() {
        while (next_ < places_.size()) {
            const Length room = available();
            std::size_t fitting = next_;
            bool fits = false;
            for (std::size_t i = next_; i < places_.size(); ++i) {
                if (!fits_in(places_[i].visible, room)) break;
                fitting = i;
                fits = true;
                if (places_[i].forced) break;
            }
            if (fits) {
                emit(places_[fitting], false);
                next_ = fitting + 1;
            } else {
                cut(room);
            }
        }
    }

private:
    Length available() const {
        const Length first = out_.lines.empty() ? options_.first_line_indent : Length{};
        const Length room = options_.measure - options_.start_indent - options_.end_indent - first;
        return std::max(room, Length::points(1));
    }

    bool fits_in(std::uint32_t visible, Length room) const {
        if (visible <= glyph_) return true;
        const Length width = out_.positions[visible] - out_.positions[glyph_];
        if (width <= room) return true;
        const bool chinese = sums_.ideographs[visible] > sums_.ideographs[glyph_];
        return chinese && width - (sums_.squeeze[visible] - sums_.squeeze[glyph_]) <= room;
    }

    void emit(const Opportunity& end, bool overfull) {
        Line line;
        line.text = {text_, end.text};
        line.glyph_begin = glyph_;
        line.glyph_end = std::max(end.visible, glyph_);
        line.trailing_end = end.glyph;
        line.width = out_.positions[line.glyph_end] - out_.positions[line.glyph_begin];
        line.available = available();
        line.start = options_.start_indent + (out_.lines.empty() ? options_.first_line_indent : Length{});
        line.last = end.forced;
        line.overfull = overfull;
        out_.lines.push_back(line);
        text_ = end.text;
        glyph_ = end.glyph;
    }

    /// Ends a line inside a word that is longer than the line, after the last cluster that fits.
    void cut(Length room) {
        const Opportunity& goal = places_[next_];
        std::uint32_t end = glyph_ + 1;
        const auto starts_cluster = [&](std::uint32_t g) { return classes_[g].part != Part::later; };
        while (end < goal.visible && !starts_cluster(end)) ++end;
        for (std::uint32_t g = end + 1; g < goal.visible; ++g) {
            if (out_.positions[g] - out_.positions[glyph_] > room) break;
            if (starts_cluster(g)) end = g;
        }
        if (end >= goal.visible) {  // one cluster alone is wider than the line
            emit(goal, true);
            ++next_;
            return;
        }
        emit({shaped_.glyphs[end].cluster, end, end, false}, true);
    }

    const shape::ShapedText& shaped_;
    const ParagraphOptions& options_;
    Lines& out_;
    const std::vector<GlyphClass>& classes_;
    const std::vector<Opportunity>& places_;
    Sums sums_;
    std::size_t next_ = 0;
    TextIndex text_ = 0;
    std::uint32_t glyph_ = 0;
};

}  // namespace

Lines break_lines(std::u16string_view text, const text::Analysis& analysis, const shape::ShapedText& shaped,
                  const ParagraphOptions& options) {
    Lines lines;
    const std::vector<GlyphClass> classes = internal::classify(text, shaped);
    lines.positions = natural_positions(shaped, classes, options.character_pitch);
    lines.before.resize(shaped.glyphs.size());
    lines.after.resize(shaped.glyphs.size());
    if (text.empty()) return lines;
    const std::vector<Opportunity> places = opportunities(analysis, shaped, classes);
    Breaker{shaped, options, lines, classes, places}.run();
    return lines;
}

}  // namespace bichig::layout
