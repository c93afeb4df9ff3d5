// Opens long texts, lays out what is asked for and lets go of the rest. Edits are in text_layout_edit.cpp.
#include <bichig/layout/text_layout.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "layout/internal/limits.h"
#include "layout/internal/text_layout_state.h"

namespace bichig::layout {

namespace {

using internal::Entry;
using internal::Extent;
using internal::ExtentSum;
using internal::ParagraphSequence;

constexpr std::size_t sample_paragraphs = 8;
constexpr std::size_t sample_units = 500;

ParagraphSequence sequence_of(std::vector<TextParagraph> text) {
    if (text.empty()) text.emplace_back();
    ParagraphSequence::Items items;
    items.reserve(text.size());
    for (TextParagraph& paragraph : text) {
        auto entry = std::make_unique<Entry>();
        entry->source = std::move(paragraph);
        const Extent extent{entry->source.text.size() + 1, {}};
        items.emplace_back(std::move(entry), extent);
    }
    return ParagraphSequence{std::move(items)};
}

/// Of a box with the space around it; never negative, so that paragraphs keep their order on the block axis.
Length room_of(const ParagraphOptions& look, Length box) {
    return std::max(look.space_before + box + look.space_after, Length{});
}

template <class T>
std::size_t bytes_of(const std::vector<T>& vector) {
    return vector.capacity() * sizeof(T);
}

std::size_t bytes_of(const Paragraph& paragraph) {
    return sizeof paragraph + paragraph.text.capacity() * sizeof(char16_t) + bytes_of(paragraph.spans) +
           bytes_of(paragraph.analysis.scripts) + bytes_of(paragraph.analysis.orientations) +
           bytes_of(paragraph.analysis.breaks) + bytes_of(paragraph.analysis.words) + bytes_of(paragraph.shaped.runs) +
           bytes_of(paragraph.shaped.glyphs) + bytes_of(paragraph.lines.lines) + bytes_of(paragraph.lines.positions) +
           bytes_of(paragraph.lines.before) + bytes_of(paragraph.lines.after);
}

}  // namespace

TextLayout::State::State(std::vector<TextParagraph> text, TextLayoutOptions given)
    : options{std::move(given)}, shaper{options.shaper}, sequence{sequence_of(std::move(text))} {
    if (options.looks.empty()) options.looks.emplace_back();
    for (ParagraphOptions& look : options.looks) internal::limit(look);
    for (TextStyle& style : options.styles) style.size = internal::limited_size(style.size);
    options.measure = internal::limited(options.measure);
    take_sample();
    estimate_all();
}

ParagraphOptions TextLayout::State::look_of(const Entry& entry) const {
    ParagraphOptions look = options.looks[std::min<std::size_t>(entry.source.look, options.looks.size() - 1)];
    look.measure = options.measure;
    return look;
}

std::vector<shape::Span> TextLayout::State::spans_of(const TextParagraph& source, TextIndex size) const {
    std::vector<shape::Span> spans;
    const auto add = [&](TextIndex begin, TextIndex end, std::uint32_t style) {
        const TextStyle& from = options.styles[std::min<std::size_t>(style, options.styles.size() - 1)];
        spans.push_back({{begin, end}, from.fonts, from.size, from.language, from.combine_digits,
                         from.han_scale});
    };
    if (source.runs.empty() || size == 0) add(0, size, source.runs.empty() ? 0 : source.runs.front().style);
    for (const StyleRun& run : source.runs) {
        const TextIndex begin = spans.empty() ? 0 : spans.back().range.end;
        if (begin < std::min(run.end, size)) add(begin, std::min(run.end, size), run.style);
    }
    if (spans.back().range.end < size) spans.back().range.end = size;
    return spans;
}

/// How many ems a code unit takes, by the first characters of paragraphs from all over the text.
void TextLayout::State::take_sample() {
    const std::size_t count = sequence.total().paragraphs;
    Length natural;
    Length ems;
    for (std::size_t i = 0; i < std::min(count, sample_paragraphs); ++i) {
        const Entry& entry = sequence.entry(count * i / std::min(count, sample_paragraphs));
        const auto size = static_cast<TextIndex>(std::min(entry.source.text.size(), sample_units));
        const Paragraph part = lay_out_paragraph(entry.source.text.substr(0, size), spans_of(entry.source, size),
                                                 look_of(entry), options.mode, shaper);
        natural += part.lines.positions.empty() ? Length{} : part.lines.positions.back();
        for (const shape::Span& span : part.spans) ems += span.size * span.range.size();
    }
    if (ems > Length{} && natural > Length{}) {
        ems_per_unit = static_cast<double>(natural.in_raw()) / static_cast<double>(ems.in_raw());
    }
}

Length TextLayout::State::estimate(const Entry& entry) const {
    const ParagraphOptions look = look_of(entry);
    const auto size = static_cast<TextIndex>(entry.source.text.size());
    Length ems;
    Length largest;
    TextIndex begin = 0;
    const auto add = [&](TextIndex end, std::uint32_t style) {
        const Length em = options.styles[std::min<std::size_t>(style, options.styles.size() - 1)].size;
        end = std::min(end, size);
        if (end > begin) ems += em * (end - begin);
        if (end > begin || size == 0) largest = std::max(largest, em);
        begin = std::max(begin, end);
    };
    for (const StyleRun& run : entry.source.runs) add(run.end, run.style);
    add(size, entry.source.runs.empty() ? 0 : entry.source.runs.back().style);
    const Length room = std::max(look.measure - look.start_indent - look.end_indent, Length::points(1));
    const Length natural = ems.scaled(ems_per_unit);
    const std::int64_t lines = std::max<std::int64_t>(1, (natural.in_raw() + room.in_raw() - 1) / room.in_raw());
    return room_of(look, (look.line_pitch != Length{} ? look.line_pitch : largest.scaled(1.5)) * lines);
}

void TextLayout::State::estimate_all() {
    sequence.for_each([&](Entry& entry, Extent& extent) { extent.block = estimate(entry); });
}

void TextLayout::State::link(Entry& entry) {
    entry.older = newest;
    entry.newer = nullptr;
    (newest != nullptr ? newest->newer : oldest) = &entry;
    newest = &entry;
}

void TextLayout::State::unlink(Entry& entry) {
    (entry.newer != nullptr ? entry.newer->older : newest) = entry.older;
    (entry.older != nullptr ? entry.older->newer : oldest) = entry.newer;
}

void TextLayout::State::drop(Entry& entry) {
    if (!entry.lines) return;
    unlink(entry);
    kept_units -= entry.lines->text.size();
    --kept_paragraphs;
    entry.source.text = std::move(entry.lines->text);
    entry.lines.reset();
}

const Paragraph& TextLayout::State::lay_out(std::size_t index) {
    Entry& entry = sequence.entry(index);
    if (entry.lines) {
        unlink(entry);
        link(entry);
    } else {
        const auto size = static_cast<TextIndex>(entry.source.text.size());
        // A copy, for the text must not be lost where memory runs out.
        entry.lines = std::make_unique<Paragraph>(lay_out_paragraph(entry.source.text, spans_of(entry.source, size),
                                                                    look_of(entry), options.mode, shaper));
        std::u16string{}.swap(entry.source.text);
        sequence.set_extent(index, {TextOffset{size} + 1, room_of(entry.lines->options, entry.lines->size().block)});
        link(entry);
        kept_units += size;
        ++kept_paragraphs;
        ++layouts;
    }
    entry.shown = stamp;
    return *entry.lines;
}

void TextLayout::State::let_go() {
    while (kept_units > options.kept && oldest != nullptr && oldest != newest && oldest->shown != stamp) drop(*oldest);
}

TextLayout::TextLayout(std::vector<TextParagraph> text, TextLayoutOptions options)
    : state_{std::make_unique<State>(std::move(text), std::move(options))} {}
TextLayout::TextLayout(TextLayout&&) noexcept = default;
TextLayout& TextLayout::operator=(TextLayout&&) noexcept = default;
TextLayout::~TextLayout() = default;

std::size_t TextLayout::paragraph_count() const { return state_->sequence.total().paragraphs; }
TextOffset TextLayout::size() const { return state_->sequence.total().units - 1; }
Length TextLayout::block_size() const { return state_->sequence.total().block; }

const Paragraph& TextLayout::paragraph(std::size_t index) {
    ++state_->stamp;
    const Paragraph& found = state_->lay_out(state_->clamped(index));
    state_->let_go();
    return found;
}

std::u16string_view TextLayout::text(std::size_t index) const {
    return state_->sequence.entry(state_->clamped(index)).text();
}

Length TextLayout::block_of(std::size_t index) const { return state_->sequence.before(state_->clamped(index)).block; }

TextOffset TextLayout::offset_of(std::size_t index) const {
    return state_->sequence.before(state_->clamped(index)).units;
}

bool TextLayout::is_laid_out(std::size_t index) const {
    return state_->sequence.entry(state_->clamped(index)).lines != nullptr;
}

TextPlace TextLayout::place_of(TextOffset offset) const {
    const TextOffset clamped = std::min(offset, size());
    const ExtentSum before = state_->sequence.at_unit(clamped);
    return {before.paragraphs, static_cast<TextIndex>(clamped - before.units)};
}

TextOffset TextLayout::offset_of(TextPlace place) const {
    const std::size_t paragraph = state_->clamped(place.paragraph);
    if (place.paragraph > paragraph) return size();
    const TextOffset units = state_->sequence.extent(paragraph).units - 1;
    return offset_of(paragraph) + std::min<TextOffset>(place.index, units);
}

BlockPlace TextLayout::paragraph_at(Length block) const {
    const ExtentSum before = state_->sequence.at_block(block);
    const Length room = state_->sequence.extent(before.paragraphs).block;
    // Compared before it is subtracted, for `block` may be any number.
    const Length offset = block <= before.block ? Length{} : block - before.block;
    return {before.paragraphs, std::min(offset, room)};
}

View TextLayout::show(Length offset, Length extent) {
    State& state = *state_;
    ++state.stamp;
    constexpr Length most = Length::raw(std::numeric_limits<std::int64_t>::max() / 4);
    offset = std::clamp(offset, -most, most);
    extent = std::clamp(extent, Length{}, most);
    std::size_t anchor = state.sequence.at_block(offset).paragraphs;
    for (std::size_t i = anchor; i < paragraph_count() && block_of(i) < offset + extent; ++i) {
        if (!is_laid_out(i)) continue;
        anchor = i;
        break;
    }
    const Length distance = block_of(anchor) - offset;
    View view;
    bool settled = false;
    while (!settled) {  // each round lays out one more paragraph, or is the last but one at most
        settled = true;
        view.paragraphs.clear();
        for (std::size_t i = state.sequence.at_block(offset).paragraphs; i < paragraph_count(); ++i) {
            const Length block = block_of(i);
            if (block >= offset + extent && !view.paragraphs.empty()) break;
            settled = settled && is_laid_out(i);
            const Paragraph& lines = state.lay_out(i);
            view.paragraphs.push_back({i, block + lines.options.space_before, &lines});
        }
        const Length last = std::max(block_size() - extent, Length{});
        const Length wanted = std::clamp(block_of(anchor) - distance, Length{}, last);
        settled = settled && wanted == offset;
        offset = wanted;
    }
    view.offset = offset;
    state.let_go();
    return view;
}

TextLayoutFigures TextLayout::figures() const {
    TextLayoutFigures figures;
    figures.paragraphs = paragraph_count();
    figures.laid_out = state_->kept_paragraphs;
    figures.laid_out_units = state_->kept_units;
    for (const Entry* entry = state_->oldest; entry != nullptr; entry = entry->newer) {
        figures.laid_out_bytes += bytes_of(*entry->lines);
    }
    figures.layouts = state_->layouts;
    return figures;
}

}  // namespace bichig::layout
