// Greedy line breaking: each line takes the last place that fits.
#include <bichig/layout/lines.h>

#include <algorithm>

#include <bichig/text/boundaries.h>

#include "layout/internal/material.h"
#include "layout/internal/stops.h"

namespace bichig::layout {

namespace {

using internal::Candidate;
using internal::LineMeter;
using internal::Material;
using internal::Part;
using internal::Place;

/// Breaks one paragraph.
class GreedyBreaker {
public:
    GreedyBreaker(const Material& material, Lines& out) : material_{material}, out_{out} {}

    void run() {
        const std::vector<Place>& places = material_.places;
        out_.lines.reserve(expected_lines());
        while (next_ < places.size()) {
            LineMeter meter{material_, glyph_, first(), head_};
            std::size_t end = next_;
            for (; end < places.size(); ++end) {
                if (!fits(meter, places[end])) break;
                if (places[end].forced) {
                    ++end;
                    break;
                }
            }
            if (end == next_) {
                cut(places[next_]);
                continue;
            }
            next_ = end;
            emit(places[end - 1], false);
        }
    }

private:
    /// About how many lines there will be: a vector of millions of lines that grows holds twice as many.
    std::size_t expected_lines() const {
        const std::int64_t full = material_.along().back().in_raw() / material_.room(false).in_raw();
        const auto forced = std::count_if(material_.places.begin(), material_.places.end(),
                                          [](const Place& place) { return place.forced; });
        return std::min(static_cast<std::size_t>(full + full / 8 + forced), material_.text.size());
    }

    bool first() const { return out_.lines.empty(); }

    std::uint32_t end_of(const Place& place) const { return std::max(place.visible, glyph_); }

    Length tail(const Place& place) const {
        const bool closes = place.hyphen && !place.opens && place.visible > glyph_;
        return closes ? material_.hyphen_advance(place.visible - 1, false) : Length{};
    }

    bool fits(LineMeter& meter, const Place& place) const {
        const Length room = material_.room(first());
        const Candidate line = meter.to(end_of(place));
        return line.width + tail(place) - line.squeeze <= room;
    }

    void emit(const Place& end, bool overfull) {
        Line line;
        line.text = {text_, end.text};
        line.glyph_begin = glyph_;
        line.glyph_end = end_of(end);
        line.trailing_end = end.glyph;
        LineMeter meter{material_, glyph_, first(), head_};
        meter.set_marks(line.glyph_end, out_);
        meter.set_tabs(line.glyph_end, out_);
        line.width = meter.to(line.glyph_end).width;
        line.available = material_.room(first());
        line.start = material_.start(first());
        line.last = end.forced;
        line.overfull = overfull;
        add_hyphens(end, line);
        out_.lines.push_back(line);
        text_ = end.text;
        glyph_ = end.glyph;
    }

    /// Makes room for the hyphens at the ends of the line that ends at `end`, and finds that of the next line.
    void add_hyphens(const Place& end, Line& line) {
        if (head_ != Length{} && line.glyph_begin < line.glyph_end) {
            line.hyphen_at_start = true;
            out_.before[line.glyph_begin] += head_;
        }
        head_ = end.opens ? material_.hyphen_advance(end.glyph, true) : Length{};
        const Length room = tail(end);
        if (room == Length{}) return;
        line.hyphen_at_end = true;
        line.width += room;
        out_.after[line.glyph_end - 1] += room;
    }

    bool starts_cluster(std::uint32_t glyph) const { return material_.classes[glyph].part != Part::later; }

    /// Ends a line inside a word that is longer than the line: after the last grapheme that fits and where the rules of
    /// line edges let a line end, or else after the last one that fits; after the first one where none does.
    void cut(const Place& goal) {
        const Length room = material_.room(first());
        LineMeter meter{material_, glyph_, first(), head_};
        std::uint32_t end = glyph_ + 1;
        while (end < goal.visible && !starts_cluster(end)) ++end;
        const std::uint32_t least = end;
        for (std::uint32_t g = least + 1; g < goal.visible; ++g) {
            if (!starts_cluster(g)) continue;
            if (meter.to(g).width > room) break;
            end = g;
        }
        if (end >= goal.visible) {  // one cluster alone is wider than the line
            ++next_;
            emit(goal, true);
            return;
        }
        end = std::max(allowed_cut(least, end), least);
        if (end >= goal.visible) {
            ++next_;
            emit(goal, true);
            return;
        }
        emit({material_.shaped.glyphs[end].cluster, end, end, false, false, false}, true);
    }

    /// The last glyph from `least` to `most` before which a cut breaks no rule and parts no grapheme; else the last one
    /// that parts no grapheme; else the first one behind `most` that does neither, as far as a grapheme is likely to
    /// reach; the end of the text where that comes first.
    std::uint32_t allowed_cut(std::uint32_t least, std::uint32_t most) const {
        const std::vector<shape::Glyph>& glyphs = material_.shaped.glyphs;
        if (least == most && internal::surely_part(material_.text, glyphs[most].cluster)) return most;
        const auto count = static_cast<std::uint32_t>(glyphs.size());
        const std::size_t end = std::min<std::size_t>(glyphs[most].cluster + longest_grapheme, material_.text.size());
        const TextRange near{text_, static_cast<TextIndex>(end)};
        const std::vector<bool> allowed = text::cut_places(material_.text, near);
        const std::vector<TextIndex> graphemes = boundaries_in(near);
        const auto parts = [&](std::uint32_t g) {
            const TextIndex at = glyphs[g].cluster;
            return !starts_cluster(g) || !std::binary_search(graphemes.begin(), graphemes.end(), at);
        };
        std::uint32_t whole = 0;
        for (std::uint32_t g = most; g >= least; --g) {
            if (parts(g)) continue;
            if (allowed[glyphs[g].cluster - text_]) return g;
            if (whole == 0) whole = g;
        }
        if (whole != 0) return whole;
        std::uint32_t g = most + 1;
        for (; g < count && glyphs[g].cluster < end; ++g) {
            if (!parts(g) && allowed[glyphs[g].cluster - text_]) return g;
        }
        return g == count ? count : most;
    }

    /// Boundaries of graphemes in a range that begins with a line, and so at one of them.
    std::vector<TextIndex> boundaries_in(TextRange range) const {
        std::vector<TextIndex> found = text::grapheme_boundaries(material_.text.substr(range.begin, range.size()));
        if (range.end < material_.text.size()) found.pop_back();  // the text was cut there
        for (TextIndex& boundary : found) boundary += range.begin;
        return found;
    }

    static constexpr TextIndex longest_grapheme = 64;

    const Material& material_;
    Lines& out_;
    std::size_t next_ = 0;     ///< the first place after the lines that stand
    TextIndex text_ = 0;       ///< where the next line begins
    std::uint32_t glyph_ = 0;
    Length head_;              ///< of the hyphen that opens it
};

}  // namespace

Lines break_lines(std::u16string_view text, const text::Analysis& analysis, const shape::ShapedText& shaped,
                  const ParagraphOptions& options, WritingMode mode) {
    Lines lines;
    Material material{text, analysis, shaped, options, mode};
    lines.before.resize(shaped.glyphs.size());
    lines.after.resize(shaped.glyphs.size());
    if (!text.empty()) GreedyBreaker{material, lines}.run();
    lines.positions = std::move(material.positions);
    lines.objects = std::move(material.objects);
    return lines;
}

}  // namespace bichig::layout
