// Edits of long texts: what changes is cut out of its paragraphs and put together anew, the rest is not touched.
#include <bichig/layout/text_layout.h>

#include <algorithm>
#include <utility>

#include "layout/internal/limits.h"
#include "layout/internal/text_layout_state.h"

namespace bichig::layout {

namespace {

using internal::Entry;
using internal::Extent;
using internal::ParagraphSequence;

/// Appends the code units [begin, end) of `from` with their styles.
void append(TextParagraph& to, const TextParagraph& from, std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    const std::size_t base = to.text.size();
    to.text.append(from.text, begin, end - begin);
    const auto add = [&](std::size_t stop, std::uint32_t style) {
        if (stop <= begin) return;
        const auto at = static_cast<TextIndex>(base + std::min(stop, end) - begin);
        if (!to.runs.empty() && to.runs.back().end >= at) return;
        if (!to.runs.empty() && to.runs.back().style == style) {
            to.runs.back().end = at;
        } else {
            to.runs.push_back({at, style});
        }
    };
    for (const StyleRun& run : from.runs) add(run.end, run.style);
    add(end, from.runs.empty() ? 0 : from.runs.back().style);
}

TextParagraph styled(std::u16string_view text, std::uint32_t style) {
    return {std::u16string(text), {{static_cast<TextIndex>(text.size()), style}}, 0};
}

void append(TextParagraph& to, const TextParagraph& from) { append(to, from, 0, from.text.size()); }

/// `head`, then `text` in paragraphs of its own, then `tail`.
std::vector<TextParagraph> joined(TextParagraph head, std::u16string_view text, std::uint32_t style,
                                  const TextParagraph& tail) {
    std::vector<TextParagraph> made;
    const std::uint32_t look = head.look;
    made.push_back(std::move(head));
    for (;;) {
        const std::size_t end = std::min(text.find(u'\n'), text.size());
        append(made.back(), styled(text.substr(0, end), style));
        if (end == text.size()) break;
        text.remove_prefix(end + 1);
        made.emplace_back();
        made.back().look = look;
    }
    append(made.back(), tail);
    return made;
}

}  // namespace

std::vector<TextParagraph> paragraphs_of(std::u16string_view text) {
    std::vector<TextParagraph> made;
    for (;;) {
        const std::size_t end = std::min(text.find_first_of(u"\n\r\u2029"), text.size());
        made.emplace_back();
        made.back().text = text.substr(0, end);
        if (end == text.size()) return made;
        const bool pair = text[end] == u'\r' && end + 1 < text.size() && text[end + 1] == u'\n';
        text.remove_prefix(end + (pair ? 2 : 1));
    }
}

TextChange TextLayout::replace(TextOffset begin, TextOffset end, std::u16string_view text, std::uint32_t style) {
    State& state = *state_;
    ++state.stamp;
    const TextPlace from = place_of(std::min(begin, end));
    const TextPlace to = place_of(std::max(begin, end));
    const Length before = block_size();
    TextChange change{from.paragraph, to.paragraph - from.paragraph + 1, 0, {}};
    for (std::size_t i = from.paragraph; i <= to.paragraph; ++i) state.drop(state.sequence.entry(i));

    const TextParagraph& first = state.sequence.entry(from.paragraph).source;
    const TextParagraph& last = state.sequence.entry(to.paragraph).source;
    TextParagraph head;
    head.look = first.look;
    append(head, first, 0, from.index);
    TextParagraph tail;
    append(tail, last, to.index, last.text.size());
    // A paragraph that becomes empty keeps the style it was written in.
    const std::uint32_t empty_style = first.runs.empty() ? style : first.runs.front().style;
    std::vector<TextParagraph> made = joined(std::move(head), text, style, tail);
    for (TextParagraph& paragraph : made) {
        if (paragraph.text.empty()) paragraph.runs = {{0, empty_style}};
    }
    change.inserted = made.size();
    ParagraphSequence::Items items;
    items.reserve(made.size());
    for (TextParagraph& paragraph : made) {
        auto entry = std::make_unique<Entry>();
        entry->source = std::move(paragraph);
        const Extent extent{entry->source.text.size() + 1, state.estimate(*entry)};
        items.emplace_back(std::move(entry), extent);
    }
    state.sequence.replace(change.first, change.removed, std::move(items));
    state.lay_out(change.first);
    state.lay_out(change.first + change.inserted - 1);
    state.let_go();
    change.grown = block_size() - before;
    return change;
}

void TextLayout::set_style(TextOffset begin, TextOffset end, std::uint32_t style) {
    State& state = *state_;
    const TextPlace from = place_of(std::min(begin, end));
    const TextPlace to = place_of(std::max(begin, end));
    for (std::size_t i = from.paragraph; i <= to.paragraph; ++i) {
        Entry& entry = state.sequence.entry(i);
        state.drop(entry);
        const TextParagraph& old = entry.source;
        const std::size_t low = i == from.paragraph ? from.index : 0;
        const std::size_t high = i == to.paragraph ? to.index : old.text.size();
        TextParagraph made;
        made.look = old.look;
        append(made, old, 0, low);
        append(made, styled(std::u16string_view(old.text).substr(low, high - low), style));
        append(made, old, high, old.text.size());
        if (made.text.empty()) made.runs = {{0, style}};
        entry.source = std::move(made);
        state.sequence.set_extent(i, {entry.source.text.size() + 1, state.estimate(entry)});
    }
}

void TextLayout::set_measure(Length measure) {
    State& state = *state_;
    while (state.oldest != nullptr) state.drop(*state.oldest);
    state.options.measure = internal::limited(measure);
    state.estimate_all();
}

}  // namespace bichig::layout
