// Measures a paragraph: positions of its glyphs, places where lines may end, widths of tabs.
#include "layout/internal/material.h"

#include <algorithm>

#include "layout/internal/glyph_ink.h"
#include "layout/internal/soft_hyphen.h"

namespace bichig::layout::internal {

namespace {

using text::Break;

/// No length of a paragraph is longer than this, so that sums of a few lengths stay in range.
constexpr Length longest = Length::raw(std::int64_t{1} << 46);

/// Lengths of options may be anything; far outside every page they are all alike.
Length bounded(Length length) { return std::clamp(length, -longest, longest); }

/// `units` at `size`, rounded as to_length() rounds; products of long sums stay in range.
Length long_length(FontUnits units, FontUnits em, Length size) {
    const std::int64_t whole = units.count() / em.count();
    return size * whole + to_length(FontUnits{units.count() % em.count()}, em, size);
}

/// The objects whose characters are in the text, with their glyphs.
std::vector<LineObject> find_objects(std::u16string_view text, const shape::ShapedText& shaped,
                                     const std::vector<InlineObject>& objects) {
    constexpr char16_t replacement = 0xFFFC;
    std::vector<LineObject> found;
    for (const InlineObject& object : objects) {
        if (object.index >= text.size() || text[object.index] != replacement) continue;
        const auto glyph = std::partition_point(shaped.glyphs.begin(), shaped.glyphs.end(),
                                                [&](const shape::Glyph& g) { return g.cluster < object.index; });
        if (glyph == shaped.glyphs.end() || glyph->cluster != object.index) continue;
        const auto number = static_cast<std::uint32_t>(glyph - shaped.glyphs.begin());
        if (found.empty() || found.back().glyph < number) found.push_back({number, object});
    }
    return found;
}

/// How far the ink of a run stands out of its advance, at its start and at its end, in font units. Only what lies
/// within an em of the end is looked at.
struct Overhang {
    FontUnits start;
    FontUnits end;
    bool blank_start = false;  ///< the first glyph draws nothing: ink of the run before may stand over it
    bool blank_end = false;
};

Overhang overhang_of(const shape::ShapedText& shaped, const shape::Run& run) {
    const std::int64_t em = run.font.metrics().units_per_em.count();
    Overhang found;
    const auto is_blank = [&](std::uint32_t g) {
        const shape::Glyph& glyph = shaped.glyphs[g];
        return glyph.id != 0 && glyph.advance > FontUnits{} && ink_along(run, glyph).blank();
    };
    found.blank_start = is_blank(run.glyph_begin);
    found.blank_end = is_blank(run.glyph_end - 1);
    std::int64_t pen = 0;
    for (std::uint32_t g = run.glyph_begin; g < run.glyph_end && pen <= em; ++g) {
        found.start = std::max(found.start, FontUnits{-pen} - ink_along(run, shaped.glyphs[g]).begin);
        pen += shaped.glyphs[g].advance.count();
    }
    pen = 0;
    for (std::uint32_t g = run.glyph_end; g > run.glyph_begin && pen <= em; --g) {
        pen += shaped.glyphs[g - 1].advance.count();
        found.end = std::max(found.end, ink_along(run, shaped.glyphs[g - 1]).end - FontUnits{pen});
    }
    return found;
}

/// Room for ink that stands out of a run by more than a twentieth of its size.
Length room_for(FontUnits overhang, const shape::Run& run) {
    const FontUnits em = run.font.metrics().units_per_em;
    if (overhang.count() * 20 <= em.count() || run.font.has_colour_images()) return {};
    return to_length(std::min(overhang, em), em, run.size);
}

/// Natural positions of the glyphs. Between two runs there is room for ink that would else cross from one into the
/// other, as marks without a base and tails of other faces do. Advances are summed in font units and converted once
/// from the start of their run, so that the parts add up to the run.
std::vector<Length> natural_positions(const shape::ShapedText& shaped, const std::vector<GlyphClass>& classes,
                                      const std::vector<LineObject>& objects, WritingMode mode,
                                      Length character_pitch) {
    std::vector<Length> positions(shaped.glyphs.size() + 1);
    auto object = objects.begin();
    Length run_start;
    for (const shape::Run& run : shaped.runs) {
        const FontUnits em = run.font.metrics().units_per_em;
        FontUnits sum;
        Length pitch_sum;
        for (std::uint32_t g = run.glyph_begin; g < run.glyph_end; ++g) {
            positions[g] = run_start + long_length(sum, em, run.size) + pitch_sum;
            if (classes[g].part == Part::tab) continue;
            if (object != objects.end() && object->glyph == g) {
                const PhysicalSize size = (object++)->object.size;
                pitch_sum += bounded(mode == WritingMode::vertical_lr ? size.height : size.width);
                continue;
            }
            sum += shaped.glyphs[g].advance;
            const bool full_width = classes[g].part == Part::ideograph && shaped.glyphs[g].advance == em;
            if (full_width && character_pitch != Length{}) pitch_sum += character_pitch - run.size;
        }
        run_start += long_length(sum, em, run.size) + pitch_sum;
        if (&run == &shaped.runs.back()) break;
        const shape::Run& next = *(&run + 1);
        // Ideographs of two faces keep to their grid: what stands out of an em square is the face's own look.
        const bool ideographs =
            classes[run.glyph_end - 1].part == Part::ideograph && classes[next.glyph_begin].part == Part::ideograph;
        if (ideographs) continue;
        const Overhang before = overhang_of(shaped, run);
        const Overhang after = overhang_of(shaped, next);
        if (!after.blank_start && classes[next.glyph_begin].part != Part::tab) run_start += room_for(before.end, run);
        if (!before.blank_end && classes[run.glyph_end - 1].part != Part::tab) run_start += room_for(after.start, next);
    }
    positions.back() = run_start;
    return positions;
}

/// Where a font run begins with zero-width spaces, which leave no glyph, they go with the cluster after them: the first
/// glyph of that cluster if all before `index` in it is such spaces, so that a line may end before them; else `glyph`,
/// the first one that begins at `index` or later.
std::uint32_t glyph_after_zero_width_spaces(std::u16string_view text, const shape::ShapedText& shaped,
                                            std::uint32_t glyph, TextIndex index) {
    if (glyph == 0) return glyph;
    const TextIndex begin = shaped.glyphs[glyph - 1].cluster;
    const std::u16string_view before = text.substr(begin, index - begin);
    if (before.size() > 16 || before.find_first_not_of(u'\u200B') != std::u16string_view::npos) return glyph;
    std::uint32_t head = glyph - 1;
    while (head > 0 && shaped.glyphs[head - 1].cluster == begin) --head;
    return head;
}

std::vector<Place> find_places(std::u16string_view text, const text::Analysis& analysis,
                               const shape::ShapedText& shaped, const std::vector<GlyphClass>& classes) {
    std::vector<Place> found;
    std::uint32_t glyph = 0;
    std::uint32_t visible = 0;
    std::uint32_t shown = 0;  // what is visible without the cluster before `glyph`
    bool head_hangs = false;  // whether that cluster hangs
    const auto count = static_cast<std::uint32_t>(shaped.glyphs.size());
    const auto size = static_cast<TextIndex>(text.size());
    for (TextIndex i = 1; i <= size; ++i) {
        const Break kind = i < size ? analysis.breaks[i] : Break::mandatory;
        if (kind == Break::no) continue;
        for (; glyph < count && shaped.glyphs[glyph].cluster < i; ++glyph) {
            if (classes[glyph].part != Part::later) {
                head_hangs = classes[glyph].trailing;
                shown = visible;
            }
            if (!head_hangs) visible = glyph + 1;
        }
        const bool at_glyph = i == size || (glyph < count && shaped.glyphs[glyph].cluster == i);
        if (!at_glyph) {
            const std::uint32_t head = glyph_after_zero_width_spaces(text, shaped, glyph, i);
            if (head == glyph) continue;  // a ligature stands over this place
            const TextIndex begin = shaped.glyphs[head].cluster;
            if (begin > (found.empty() ? 0 : found.back().text)) found.push_back({begin, head, shown});
            continue;
        }
        const bool hyphen = kind == Break::allowed && text[i - 1] == soft_hyphen && visible > 0 && glyph < count;
        found.push_back({i, glyph, visible, kind == Break::mandatory, hyphen, hyphen && opens_line(text, i - 1)});
    }
    return found;
}

}  // namespace

Material::Material(std::u16string_view text_, const text::Analysis& analysis, const shape::ShapedText& shaped_,
                   const ParagraphOptions& options, WritingMode mode)
    : text{text_}, shaped{shaped_}, classes{classify(text_, shaped_)},
      objects{find_objects(text_, shaped_, options.objects)},
      positions{natural_positions(shaped_, classes, objects, mode, options.character_pitch)},
      mark_rooms{options.mark_spacing == MarkSpacing::even ? find_mark_rooms(text_, shaped_) : std::vector<MarkRoom>{}},
      places{find_places(text_, analysis, shaped_, classes)}, stops{options.tab_stops},
      measure{bounded(options.measure)}, start_indent{bounded(options.start_indent)},
      end_indent{bounded(options.end_indent)}, first_line_indent{bounded(options.first_line_indent)},
      tab_distance{std::max(bounded(options.tab_distance), Length{})} {
    for (TabStop& stop : stops) stop.position = bounded(stop.position);
    std::stable_sort(stops.begin(), stops.end(),
                     [](const TabStop& a, const TabStop& b) { return a.position < b.position; });
    space_marks();
    bool chinese = false;
    for (std::uint32_t g = 0; g < classes.size(); ++g) {
        chinese = chinese || classes[g].part == Part::ideograph;
        if (classes[g].part == Part::tab) tabs.push_back(g);
    }
    if (!chinese) return;
    squeeze.resize(classes.size() + 1);
    ideographs.resize(classes.size() + 1);
    for (std::size_t g = 0; g < classes.size(); ++g) {
        squeeze[g + 1] = squeeze[g] + classes[g].give();
        ideographs[g + 1] = ideographs[g] + classes[g].weight();
    }
}

/// Takes the room of the marks into account: in `spaced`, and in what a mark can still give up.
void Material::space_marks() {
    if (mark_rooms.empty()) return;
    spaced.reserve(positions.size());
    Length sum;
    auto mark = mark_rooms.begin();
    for (std::uint32_t g = 0; g < positions.size(); ++g) {
        spaced.push_back(positions[g] + sum);
        for (; mark != mark_rooms.end() && mark->glyph == g; ++mark) {
            sum += mark->inside;
            Length& gives = mark->opens ? classes[g].give_before : classes[g].give_after;
            gives = std::max(gives + std::min(mark->at_edge, Length{}), Length{});
        }
    }
}

std::vector<MarkRoom>::const_iterator Material::mark_rooms_from(std::uint32_t glyph) const {
    return std::partition_point(mark_rooms.begin(), mark_rooms.end(),
                                [&](const MarkRoom& mark) { return mark.glyph < glyph; });
}

Length Material::edge_room(std::uint32_t begin, std::uint32_t end) const {
    Length room;
    if (begin == end) return room;
    for (auto mark = mark_rooms_from(begin); mark != mark_rooms.end() && mark->glyph == begin; ++mark) {
        if (mark->opens) room += mark->inside - mark->at_edge;
    }
    for (auto mark = mark_rooms_from(end - 1); mark != mark_rooms.end() && mark->glyph == end - 1; ++mark) {
        if (!mark->opens) room += mark->inside - mark->at_edge;
    }
    return room;
}

Length Material::room(bool first) const { return std::max(measure - end_indent - start(first), Length::points(1)); }

Length Material::hyphen_advance(std::uint32_t glyph, bool opens) const {
    const auto run = std::partition_point(shaped.runs.begin(), shaped.runs.end(),
                                          [&](const shape::Run& known) { return known.glyph_end <= glyph; });
    if (run == shaped.runs.end()) return {};
    const font::GlyphId id = hyphen_glyph(run->font, opens);
    return id == 0 ? Length{} : to_length(run->font.advance(id), run->font.metrics().units_per_em, run->size);
}

Line empty_line(const ParagraphOptions& options) {
    const shape::ShapedText nothing;
    const Material material{{}, {}, nothing, options};
    Line line;
    line.available = material.room(true);
    line.start = material.start(true);
    line.last = true;
    return line;
}

LineMeter::LineMeter(const Material& material, std::uint32_t begin, bool first, Length head)
    : material_{material}, begin_{begin}, first_{first},
      tab_{static_cast<std::size_t>(std::lower_bound(material.tabs.begin(), material.tabs.end(), begin) -
                                    material.tabs.begin())},
      segment_{begin}, pen_{material.start(first) + head} {
    stop_.position = pen_;
}

Candidate LineMeter::to(std::uint32_t end) {
    while (tab_ < material_.tabs.size() && material_.tabs[tab_] < end) pass_tab(material_.tabs[tab_++]);
    Candidate line;
    line.width = segment_start(end) + width(segment_, end) - material_.start(first_);
    if (!material_.mark_rooms.empty()) line.width -= material_.edge_room(begin_, end);
    const bool with_tab = segment_ != begin_;  // squeezed marks would take the text off its tab stop
    if (!with_tab && !material_.squeeze.empty() && material_.ideographs[end] > material_.ideographs[begin_]) {
        line.squeeze = material_.squeeze[end] - material_.squeeze[begin_];
    }
    return line;
}

void LineMeter::set_marks(std::uint32_t end, Lines& lines) const {
    const auto last = material_.mark_rooms.end();
    for (auto mark = material_.mark_rooms_from(begin_); mark != last && mark->glyph < end; ++mark) {
        const bool at_edge = mark->glyph == (mark->opens ? begin_ : end - 1);
        (mark->opens ? lines.before : lines.after)[mark->glyph] += at_edge ? mark->at_edge : mark->inside;
    }
}

void LineMeter::set_tabs(std::uint32_t end, Lines& lines) {
    out_ = &lines;
    to(end);
    if (segment_ != begin_) lines.after[segment_ - 1] = segment_start(end) - pen_;
}

Length LineMeter::width(std::uint32_t from, std::uint32_t to) const {
    const std::vector<Length>& along = material_.along();
    return along[to] - along[from];
}

/// Where the segment after the last tab begins when the line or the segment ends before glyph number `end`.
Length LineMeter::segment_start(std::uint32_t end) const {
    const auto width = [&](std::uint32_t to) { return this->width(segment_, to); };
    switch (stop_.alignment) {
        case TabAlignment::start: return stop_.position;
        case TabAlignment::centre: return std::max(pen_, stop_.position - width(end) / 2);
        case TabAlignment::end: return std::max(pen_, stop_.position - width(end));
        case TabAlignment::decimal: return std::max(pen_, stop_.position - width(std::min(end, decimal_)));
    }
    return pen_;
}

void LineMeter::pass_tab(std::uint32_t tab) {
    const Length start = segment_start(tab);
    if (out_ != nullptr && segment_ != begin_) out_->after[segment_ - 1] = start - pen_;
    pen_ = start + width(segment_, tab);
    segment_ = tab + 1;
    find_stop();
    if (filling_ && out_ != nullptr) out_->filling_tabs.push_back(tab);
    if (stop_.alignment != TabAlignment::decimal) return;
    const auto glyphs = static_cast<std::uint32_t>(material_.classes.size());
    const std::uint32_t segment_end = tab_ < material_.tabs.size() ? material_.tabs[tab_] : glyphs;
    decimal_ = segment_;
    while (decimal_ < segment_end && material_.text[material_.shaped.glyphs[decimal_].cluster] != stop_.decimal_mark) {
        ++decimal_;
    }
}

/// The first stop behind the pen.
void LineMeter::find_stop() {
    const auto stop = std::partition_point(material_.stops.begin(), material_.stops.end(),
                                           [&](const TabStop& known) { return known.position <= pen_; });
    const bool found = stop != material_.stops.end();
    const Length distance = material_.tab_distance;
    if (filling_) {
        stop_ = {pen_};
    } else if (first_ && pen_ < material_.start_indent && (!found || stop->position > material_.start_indent)) {
        stop_ = {material_.start_indent};  // the text of a hanging indent stands under its first line
    } else if (found) {
        stop_ = *stop;
    } else if (distance > Length{}) {
        const std::int64_t count = pen_.in_raw() >= 0 ? pen_.in_raw() / distance.in_raw()
                                                      : -((-pen_.in_raw() - 1) / distance.in_raw()) - 1;
        stop_ = {distance * (count + 1)};
    } else {
        filling_ = true;
        stop_ = {pen_};
    }
}

}  // namespace bichig::layout::internal
