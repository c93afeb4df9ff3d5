// Fills lines to their measure: spaces are stretched, full-width marks squeezed, ideographs spread.
#include <bichig/layout/lines.h>

#include <algorithm>

#include "layout/internal/glyph_class.h"

namespace bichig::layout {

namespace {

using internal::GlyphClass;
using internal::Part;

/// Divides `total` over `count` places so that the parts add up: part number `index` of them.
Length share(Length total, std::int64_t index, std::int64_t count) {
    const std::int64_t rest = total.in_raw() % count;
    return total / count + Length::raw(rest * (index + 1) / count - rest * index / count);
}

/// Justifies one line.
class LineFiller {
public:
    LineFiller(const std::vector<GlyphClass>& classes, const shape::ShapedText& shaped, Lines& lines, Line& line)
        : classes_{classes}, shaped_{shaped}, lines_{lines}, line_{line}, begin_{line.glyph_begin} {
        for (std::uint32_t g = line.glyph_begin; g < line.glyph_end; ++g) {
            if (classes[g].part == Part::tab) begin_ = g + 1;
        }
    }

    bool has_tab() const { return begin_ != line_.glyph_begin; }

    /// Takes `excess` off the marks of the line, from each the same share of what it can give.
    void squeeze(Length excess) {
        Length capacity;
        for (std::uint32_t g = line_.glyph_begin; g < line_.glyph_end; ++g) {
            capacity += give_before(g) + give_after(g);
        }
        if (capacity == Length{}) return;
        excess = std::min(excess, capacity);
        const double ratio = static_cast<double>(excess.in_raw()) / static_cast<double>(capacity.in_raw());
        Length seen;
        Length taken;
        const auto take = [&](Length gives, Length& side) {
            if (gives == Length{}) return;
            seen += gives;
            const Length until_here = seen == capacity ? excess : seen.scaled(ratio);
            side -= until_here - taken;
            taken = until_here;
        };
        for (std::uint32_t g = line_.glyph_begin; g < line_.glyph_end; ++g) {
            take(give_before(g), lines_.before[g]);
            take(give_after(g), lines_.after[g]);
        }
        line_.width -= excess;
    }

    /// Adds `gap` in equal parts after the glyphs that stretch, unless a part would be more than `most`.
    bool stretch(Length gap, double most) {
        std::int64_t count = 0;
        each_place([&](std::uint32_t) { ++count; });
        if (count == 0 || gap / count > largest_size().scaled(most)) return false;
        std::int64_t index = 0;
        each_place([&](std::uint32_t g) { lines_.after[g] += share(gap, index++, count); });
        line_.width += gap;
        return true;
    }

private:
    /// What a mark can give up that was not taken from it beside a written space already.
    Length give_before(std::uint32_t g) const { return left_of(classes_[g].give_before, lines_.before[g]); }
    Length give_after(std::uint32_t g) const { return left_of(classes_[g].give_after, lines_.after[g]); }
    static Length left_of(Length gives, Length added) {
        return std::max(gives + std::min(added, Length{}), Length{});
    }

    bool is_chinese() const {
        std::int64_t balance = 0;
        for (std::uint32_t g = line_.glyph_begin; g < line_.glyph_end; ++g) balance += classes_[g].weight();
        return balance > 0;
    }

    Length largest_size() const {
        Length largest;
        auto run = std::partition_point(shaped_.runs.begin(), shaped_.runs.end(), [&](const shape::Run& known) {
            return known.glyph_end <= line_.glyph_begin;
        });
        for (; run != shaped_.runs.end() && run->glyph_begin < line_.glyph_end; ++run) {
            largest = std::max(largest, run->size);
        }
        return largest;
    }

    /// Whether a Chinese line may be spread between two neighbours.
    static bool spreads(const GlyphClass& left, const GlyphClass& right) {
        if (left.with_next) return false;
        if (left.part == Part::ideograph) return right.part == Part::ideograph || right.part == Part::letter;
        return left.part == Part::letter && right.part == Part::ideograph;
    }

    /// Calls `visit` with each glyph that room may be added after.
    template <class Visit>
    void each_place(Visit visit) const {
        const bool chinese = is_chinese();
        std::uint32_t g = begin_;
        const auto is_blank = [&](std::uint32_t at) {
            return classes_[at].part == Part::space || classes_[at].trailing;
        };
        while (g < line_.glyph_end && is_blank(g)) ++g;
        for (std::uint32_t next = g + 1; next < line_.glyph_end; ++next) {
            if (classes_[next].part == Part::later) continue;
            const bool space = classes_[g].part == Part::space;
            if (space || (chinese && spreads(classes_[g], classes_[next]))) visit(next - 1);
            g = next;
        }
    }

    const std::vector<GlyphClass>& classes_;
    const shape::ShapedText& shaped_;
    Lines& lines_;
    Line& line_;
    std::uint32_t begin_;  ///< the first glyph after the last tab
};

Alignment alignment_of(const Line& line, const ParagraphOptions& options) {
    if (!line.last) return options.alignment;
    const bool justified = options.alignment == Alignment::justify;
    return options.last_line.value_or(justified ? Alignment::start : options.alignment);
}

/// Gives the room left on the line to its filling tabs, which begin at `tab`; whether there are any.
bool fill_tabs(Line& line, Length gap, std::vector<std::uint32_t>::const_iterator& tab, Lines& lines) {
    const auto first = tab;
    while (tab != lines.filling_tabs.end() && *tab < line.glyph_end) ++tab;
    const std::int64_t count = tab - first;
    if (count == 0) return false;
    for (std::int64_t i = 0; i < count; ++i) lines.after[first[i]] += share(gap, i, count);
    line.width += gap;
    return true;
}

}  // namespace

void justify(std::u16string_view text, const shape::ShapedText& shaped, const ParagraphOptions& options, Lines& lines) {
    const std::vector<GlyphClass> classes = internal::classify(text, shaped);
    auto tab = lines.filling_tabs.cbegin();
    for (Line& line : lines.lines) {
        LineFiller filler{classes, shaped, lines, line};
        if (line.width > line.available && !filler.has_tab()) filler.squeeze(line.width - line.available);
        const Length gap = std::max(line.available - line.width, Length{});
        if (fill_tabs(line, gap, tab, lines) || gap == Length{}) continue;
        const Alignment alignment = alignment_of(line, options);
        if (alignment == Alignment::justify) {
            line.underfull = !filler.stretch(gap, options.most_stretch) && !line.overfull;
        } else if (alignment != Alignment::start && !filler.has_tab()) {
            line.start += alignment == Alignment::centre ? gap / 2 : gap;
        }
    }
}

}  // namespace bichig::layout
