// Draws the lines along text, one for each stretch of spans that have it, whatever their faces and sizes.
#include "layout/internal/decorate.h"

#include <algorithm>

namespace bichig::layout::internal {

namespace {

// In sizes of the text. Final tails reach 0.56 to the right of the axis in the staged faces, descenders of Latin 0.59
// below the middle of a horizontal line.
constexpr double side_distance = 0.65;
constexpr double central_baseline = 0.38;  // the middle of the em above the baseline
constexpr double thickness = 0.05;
constexpr double amplitude = 0.05;
constexpr double half_wave = 0.16;

enum class Kind : std::uint8_t { right_line, left_line, strike, wavy_line };

bool has(const Decorations& marks, Kind kind) {
    switch (kind) {
        case Kind::right_line: return marks.right_line;
        case Kind::left_line: return marks.left_line;
        case Kind::strike: return marks.strike;
        case Kind::wavy_line: return marks.wavy_line;
    }
    return false;
}

/// A decorated stretch of a line. Value.
struct Stretch {
    Length begin;
    Length end;
    Length size;  ///< the largest on it
    page::Colour colour;
};

/// Finds the stretches of one line and draws them.
class Decorator {
public:
    Decorator(const shape::ShapedText& shaped, const Lines& lines, const Line& line,
              const std::vector<shape::Span>& spans, const std::vector<SpanMarks>& marks, const Placement& placement,
              std::vector<page::Item>& items)
        : shaped_{shaped}, lines_{lines}, line_{line}, spans_{spans}, marks_{marks}, placement_{placement},
          items_{items} {}

    void draw(Kind kind) {
        for (const Stretch& stretch : stretches(kind)) add(kind, stretch);
    }

private:
    std::vector<Stretch> stretches(Kind kind) const {
        std::vector<Stretch> found;
        Length pen = placement_.position.inline_ + line_.start;
        bool open = false;
        auto run = std::partition_point(shaped_.runs.begin(), shaped_.runs.end(), [&](const shape::Run& known) {
            return known.glyph_end <= line_.glyph_begin;
        });
        for (; run != shaped_.runs.end() && run->glyph_begin < line_.glyph_end; ++run) {
            const SpanMarks& marks = marks_[run->span];
            const std::uint32_t begin = std::max(run->glyph_begin, line_.glyph_begin);
            const std::uint32_t end = std::min(run->glyph_end, line_.glyph_end);
            const bool marked = has(marks.decorations, kind);
            if (marked && !(open && found.back().colour == marks.colour)) {
                found.push_back({pen + room_before(begin), {}, {}, marks.colour});
            }
            for (std::uint32_t g = begin; g < end; ++g) pen += advance(g);
            if (marked) {
                found.back().end = pen - room_after(end - 1);
                found.back().size = std::max(found.back().size, spans_[run->span].size);
            }
            open = marked;
        }
        return found;
    }

    Length advance(std::uint32_t g) const {
        return lines_.positions[g + 1] - lines_.positions[g] + lines_.before[g] + lines_.after[g];
    }

    /// Room beside a stretch, which lines were filled with, is no part of it; that of a drawn hyphen is.
    Length room_before(std::uint32_t g) const {
        const bool hyphen = line_.hyphen_at_start && g == line_.glyph_begin;
        return hyphen ? Length{} : std::max(lines_.before[g], Length{});
    }
    Length room_after(std::uint32_t g) const {
        const bool hyphen = line_.hyphen_at_end && g + 1 == line_.glyph_end;
        return hyphen ? Length{} : std::max(lines_.after[g], Length{});
    }

    PhysicalPoint point(Length inline_, Length block) const {
        return to_physical(LogicalPoint{inline_, block}, placement_.corner, placement_.mode);
    }

    void add(Kind kind, const Stretch& stretch) {
        if (stretch.end <= stretch.begin) return;
        const double side = kind == Kind::strike ? 0.0 : kind == Kind::left_line ? -side_distance : side_distance;
        // In horizontal lines text of all sizes stands on the baseline that the size of the paragraph gives.
        const bool vertical = placement_.mode == WritingMode::vertical_lr;
        const Length lower = vertical ? Length{} : (placement_.size - stretch.size).scaled(central_baseline);
        const Length block = placement_.position.block + lower + stretch.size.scaled(side);
        const PhysicalPoint from = point(stretch.begin, block);
        const PhysicalPoint to = point(stretch.end, block);
        const Length width = stretch.size.scaled(thickness);
        if (kind == Kind::wavy_line) {
            items_.push_back(page::Wave{from, to, stretch.size.scaled(amplitude), stretch.size.scaled(half_wave), width,
                                        stretch.colour});
        } else {
            items_.push_back(page::Stroke{from, to, width, stretch.colour});
        }
    }

    const shape::ShapedText& shaped_;
    const Lines& lines_;
    const Line& line_;
    const std::vector<shape::Span>& spans_;
    const std::vector<SpanMarks>& marks_;
    const Placement& placement_;
    std::vector<page::Item>& items_;
};

}  // namespace

void decorate(const shape::ShapedText& shaped, const Lines& lines, const Line& line,
              const std::vector<shape::Span>& spans, const std::vector<SpanMarks>& marks, const Placement& placement,
              std::vector<page::Item>& items) {
    const auto plain = [](const SpanMarks& each) { return each.decorations == Decorations{}; };
    if (std::all_of(marks.begin(), marks.end(), plain)) return;
    Decorator decorator{shaped, lines, line, spans, marks, placement, items};
    for (const Kind kind : {Kind::right_line, Kind::left_line, Kind::strike, Kind::wavy_line}) decorator.draw(kind);
}

}  // namespace bichig::layout::internal
