// Puts the glyphs of a line onto the page.
#include <bichig/layout/lines.h>

#include <algorithm>

#include <bichig/base/utf.h>
#include <bichig/layout/paragraph.h>
#include <bichig/page/image.h>

#include "layout/internal/central_baseline.h"
#include "layout/internal/decorate.h"
#include "layout/internal/soft_hyphen.h"

namespace bichig::layout {

namespace {

page::Orientation on_page(shape::Orientation orientation) {
    switch (orientation) {
        case shape::Orientation::sideways: return page::Orientation::sideways;
        case shape::Orientation::upright: return page::Orientation::upright;
        case shape::Orientation::horizontal: break;
    }
    return page::Orientation::horizontal;
}

/// Distance on the block axis from the middle of the line to the pen of a run, towards the end of the block axis.
Length pen_offset(const shape::Run& run, const Placement& placement) {
    const font::Metrics& metrics = run.font.metrics();
    const Length central = to_length(metrics.central_baseline, metrics.units_per_em, run.size);
    switch (run.orientation) {
        case shape::Orientation::upright: return {};
        case shape::Orientation::sideways: return -central;  // turned clockwise, "up" in the font points to the right
        case shape::Orientation::horizontal: break;
    }
    return run.script == text::mongolian ? central : placement.size.scaled(internal::han_central_baseline);
}

std::uint32_t utf8_size(std::u16string_view text) {
    std::uint32_t count = 0;
    for (const char16_t unit : text) {
        count += unit < 0x80 ? 1 : unit < 0x800 ? 2 : (unit >= 0xD800 && unit < 0xE000) ? 2 : 3;
    }
    return count;
}

SourceRange source_of(const SpanMarks& marks, std::u16string_view text, TextRange span, TextRange part) {
    if (!marks.source_is_text) return marks.source;
    const auto bytes_before = [&](TextIndex index) {
        const std::size_t step = std::min<std::size_t>((index - span.begin) / source_step, marks.source_bytes.size());
        const std::uint32_t known = step == 0 ? 0 : marks.source_bytes[step - 1];
        const TextIndex from = span.begin + static_cast<TextIndex>(step) * source_step;
        return known + utf8_size(text.substr(from, index - from));
    };
    const std::uint32_t begin = marks.source.begin + bytes_before(part.begin);
    return {marks.source.source, begin, begin + utf8_size(text.substr(part.begin, part.size()))};
}

/// Places one line, run by run.
class Placer {
public:
    Placer(std::u16string_view text, const shape::ShapedText& shaped, const Lines& lines, const Line& line,
           const std::vector<shape::Span>& spans, const std::vector<SpanMarks>& marks, const Placement& placement,
           std::vector<page::Item>& items)
        : text_{text}, shaped_{shaped}, lines_{lines}, line_{line}, spans_{spans}, marks_{marks},
          placement_{placement}, items_{items} {}

    void run() {
        pen_ = placement_.position.inline_ + line_.start;
        const auto first = std::partition_point(shaped_.runs.begin(), shaped_.runs.end(), [&](const shape::Run& run) {
            return run.glyph_end <= line_.glyph_begin;
        });
        for (auto run = first; run != shaped_.runs.end() && run->glyph_begin < line_.trailing_end; ++run) {
            place_run(*run, std::max(run->glyph_begin, line_.glyph_begin),
                      std::min(run->glyph_end, line_.trailing_end));
        }
    }

private:
    Length advance(std::uint32_t g) const {
        return lines_.positions[g + 1] - lines_.positions[g] + lines_.before[g] + lines_.after[g];
    }

    /// The middle of the line for a run: raised marks have one of their own.
    Length middle(const shape::Run& run) const {
        if (!marks_[run.span].raised) return placement_.position.block;
        const Length shift = placement_.size.scaled(raised_shift);
        const bool vertical = placement_.mode == WritingMode::vertical_lr;
        return placement_.position.block + (vertical ? shift : -shift);
    }

    PhysicalPoint point(Length inline_, Length block) const {
        return to_physical(LogicalPoint{inline_, block}, placement_.corner, placement_.mode);
    }

    TextIndex end_of(std::uint32_t g, const shape::Run& run) const {
        return std::min(shaped_.cluster_end(g, run), line_.text.end);
    }

    /// Line feeds, tabs and the like have done their work when lines stand; nothing of them goes onto the page.
    bool is_layout_control(std::uint32_t g) const {
        const char16_t unit = text_[shaped_.glyphs[g].cluster];
        return unit < 0x20 || (unit >= 0x7F && unit < 0xA0) || unit == 0x2028 || unit == 0x2029;
    }

    /// Whether `part` is a number that stands upright: one cluster, but a glyph for each digit.
    bool is_number(const shape::Run& run, TextRange part) const {
        const auto is_digit = [](char16_t unit) { return unit >= u'0' && unit <= u'9'; };
        const std::u16string_view digits = text_.substr(part.begin, part.size());
        return run.orientation == shape::Orientation::upright && digits.size() == run.glyph_end - run.glyph_begin &&
               std::all_of(digits.begin(), digits.end(), is_digit);
    }

    /// The object that stands for a glyph, or null.
    const InlineObject* object_at(std::uint32_t g) const {
        const auto found = std::partition_point(lines_.objects.begin(), lines_.objects.end(),
                                                [&](const LineObject& known) { return known.glyph < g; });
        return found != lines_.objects.end() && found->glyph == g ? &found->object : nullptr;
    }

    bool is_drawn(std::uint32_t g) const {
        return shaped_.glyphs[g].id != 0 && !is_layout_control(g) &&
               (lines_.objects.empty() || object_at(g) == nullptr);
    }

    void place_run(const shape::Run& run, std::uint32_t begin, std::uint32_t end) {
        while (begin < end) {
            if (const InlineObject* object = lines_.objects.empty() ? nullptr : object_at(begin)) {
                add_object(*object, pen_ + lines_.before[begin]);
                pen_ += advance(begin++);
                continue;
            }
            if (shaped_.glyphs[begin].id == 0) {
                add_missing(run, begin++);
                continue;
            }
            if (is_layout_control(begin)) {
                pen_ += advance(begin++);
                continue;
            }
            std::uint32_t stop = begin;
            while (stop < end && is_drawn(stop)) ++stop;
            if (run.font.has_colour_images()) {
                add_images(run, begin, stop);
            } else {
                add_glyphs(run, begin, stop);
            }
            begin = stop;
        }
    }

    void add_glyphs(const shape::Run& run, std::uint32_t begin, std::uint32_t end) {
        const TextRange part{shaped_.glyphs[begin].cluster, end_of(end - 1, run)};
        const SpanMarks& marks = marks_[run.span];
        page::GlyphRun placed{run.font, run.size, on_page(run.orientation),
                              point(pen_, middle(run) + pen_offset(run, placement_)), {}, {},
                              std::u16string(text_.substr(part.begin, part.size())), marks.colour, marks.element,
                              marks.language, source_of(marks, text_, spans_[run.span].range, part)};
        placed.glyphs.reserve(end - begin + 1);
        const Length origin = pen_;
        const bool opens = line_.hyphen_at_start && begin == line_.glyph_begin;
        if (opens) {  // the hyphen and the first glyph stand for the characters of that one
            placed.glyphs.push_back({internal::hyphen_glyph(run.font, true), Length{}, {}, {},
                                     {0, end_of(begin, run) - part.begin}});
        }
        for (std::uint32_t g = begin; g < end; ++g) {
            const shape::Glyph& glyph = shaped_.glyphs[g];
            const bool later = g > begin ? shaped_.glyphs[g - 1].cluster == glyph.cluster : opens;
            const TextIndex cluster_end = end_of(g, run) - part.begin;
            TextRange stands_for{later ? cluster_end : glyph.cluster - part.begin, cluster_end};
            if (is_number(run, part)) stands_for = {g - begin, g - begin + 1};
            placed.glyphs.push_back({glyph.id, pen_ + lines_.before[g] - origin, glyph.shift_x, glyph.shift_y,
                                     stands_for});
            pen_ += advance(g);
        }
        if (line_.hyphen_at_end && begin < line_.glyph_end && line_.glyph_end <= end) {
            const font::GlyphId hyphen = internal::hyphen_glyph(run.font, false);
            const Length room = to_length(run.font.advance(hyphen), run.font.metrics().units_per_em, run.size);
            const TextIndex at = placed.glyphs.back().text.end;
            placed.glyphs.push_back({hyphen, pen_ - origin - room, {}, {}, {at, at}});
        }
        placed.advance = pen_ - origin;
        if (last_glyph_ == begin && begin > line_.glyph_begin) join_last(placed.text, begin, run);
        last_glyph_ = end;
        items_.push_back(std::move(placed));
    }

    /// Marks the run before `glyph` where room that no space is written for parts it from `run`, which begins there.
    void join_last(const std::u16string& text, std::uint32_t glyph, const shape::Run& run) {
        auto* last = items_.empty() ? nullptr : std::get_if<page::GlyphRun>(&items_.back());
        if (last == nullptr || last->text.empty() || text.empty()) return;
        // Ideographs are no words that a space could part.
        const auto blank = [](char16_t unit) {
            return text::is_stretchable_space(unit) || unit == u'\u3000' || text::is_han_like(unit);
        };
        if (blank(last->text.back()) || blank(text.front())) return;
        const Length natural = to_length(shaped_.glyphs[glyph - 1].advance, last->font.metrics().units_per_em,
                                         last->size);
        const Length room = advance(glyph - 1) - lines_.before[glyph - 1] + lines_.before[glyph] - natural;
        last->joins_next = room > std::min(last->size, run.size) / 20;
    }

    /// Pictures stand in the middle of their advance and of the line: their own metrics are those of horizontal text.
    void add_images(const shape::Run& run, std::uint32_t begin, std::uint32_t end) {
        page::GlyphImage* last = nullptr;
        for (std::uint32_t g = begin; g < end; ++g) {
            const TextRange part{shaped_.glyphs[g].cluster, end_of(g, run)};
            const bool later = g > begin && shaped_.glyphs[g - 1].cluster == part.begin;
            const auto picture = run.font.colour_image(shaped_.glyphs[g].id);
            const auto image = picture ? page::recognize_image(picture->png) : Result<page::ImageData>{};
            if (picture && image) {
                last = &add_image(run, g, picture->box, *image);
            } else if (last == nullptr) {
                if (text::is_stretchable_space(text_[part.begin])) pen_ += advance(g);  // no lack of a glyph
                else add_missing(run, g);
                continue;
            }
            if (!later) last->text += text_.substr(part.begin, part.size());
            pen_ += advance(g);
        }
    }

    page::GlyphImage& add_image(const shape::Run& run, std::uint32_t g, const font::Ink& ink,
                                const page::ImageData& image) {
        const FontUnits em = run.font.metrics().units_per_em;
        const Length width = to_length(ink.right - ink.left, em, run.size);
        const Length height = to_length(ink.top - ink.bottom, em, run.size);
        const bool vertical = placement_.mode == WritingMode::vertical_lr;
        const LogicalPoint start{pen_ + (advance(g) - (vertical ? height : width)) / 2,
                                 middle(run) - (vertical ? width : height) / 2};
        const SpanMarks& marks = marks_[run.span];
        const TextRange part{shaped_.glyphs[g].cluster, end_of(g, run)};
        items_.push_back(page::GlyphImage{
            {point(start.inline_, start.block), {width, height}}, image, {}, spans_[run.span].fonts.latin, run.size,
            on_page(run.orientation), marks.element, source_of(marks, text_, spans_[run.span].range, part)});
        return std::get<page::GlyphImage>(items_.back());
    }

    void add_object(const InlineObject& object, Length start) {
        const bool vertical = placement_.mode == WritingMode::vertical_lr;
        const Length across = vertical ? object.size.width : object.size.height;
        const PhysicalPoint corner = point(start, placement_.position.block - across / 2);
        if (object.image.bytes) items_.push_back(page::ImageBox{{corner, object.size}, object.image, object.element});
        if (!object.block || object.block->depth > deepest_block) return;
        const Paragraph& paragraph = object.block->paragraph;
        Length largest;
        for (const shape::Span& span : paragraph.spans) largest = std::max(largest, span.size);
        for (std::size_t line = 0; line < paragraph.lines.lines.size(); ++line) {
            place(paragraph.text, paragraph.shaped, paragraph.lines, line, paragraph.spans, object.block->marks,
                  {corner, {{}, paragraph.axis(line)}, paragraph.mode, largest}, items_);
        }
    }

    /// A face with outlines that a writer can embed.
    const font::Font& carrier_of(const shape::Run& run) const {
        return run.font.has_colour_images() ? spans_[run.span].fonts.latin : run.font;
    }

    void add_missing(const shape::Run& run, std::uint32_t g) {
        const Length across = run.size.scaled(0.7);
        const Length along = advance(g).scaled(0.8);
        const Length block = middle(run) - across / 2;
        const TextRange part{shaped_.glyphs[g].cluster, end_of(g, run)};
        const SpanMarks& marks = marks_[run.span];
        const PhysicalRect box{point(pen_ + advance(g).scaled(0.1), block),
                               to_physical(LogicalSize{along, across}, placement_.mode)};
        items_.push_back(page::MissingBox{box, std::u16string(text_.substr(part.begin, part.size())),
                                          carrier_of(run), run.size, on_page(run.orientation), marks.colour,
                                          marks.element,
                                          source_of(marks, text_, spans_[run.span].range, part)});
        pen_ += advance(g);
    }

    std::u16string_view text_;
    const shape::ShapedText& shaped_;
    const Lines& lines_;
    const Line& line_;
    const std::vector<shape::Span>& spans_;
    const std::vector<SpanMarks>& marks_;
    const Placement& placement_;
    std::vector<page::Item>& items_;
    Length pen_;
    std::uint32_t last_glyph_ = 0;  ///< one past the last glyph that went into a run
};

}  // namespace

void index_source(SpanMarks& marks, std::u16string_view span) {
    marks.source_bytes.clear();
    if (!marks.source_is_text || span.size() < 2 * source_step) return;
    std::uint32_t sum = 0;
    for (std::size_t at = 0; at + source_step <= span.size(); at += source_step) {
        sum += utf8_size(span.substr(at, source_step));
        marks.source_bytes.push_back(sum);
    }
}

void place(std::u16string_view text, const shape::ShapedText& shaped, const Lines& lines, std::size_t line,
           const std::vector<shape::Span>& spans, const std::vector<SpanMarks>& marks, const Placement& placement,
           std::vector<page::Item>& items) {
    Placer{text, shaped, lines, lines.lines[line], spans, marks, placement, items}.run();
    internal::decorate(shaped, lines, lines.lines[line], spans, marks, placement, items);
}

}  // namespace bichig::layout
