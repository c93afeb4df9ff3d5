// Caret and selection, and where they are drawn.
#include "edit/editor_state.h"

#include <algorithm>

#include <bichig/layout/selection.h>

namespace bichig::edit {

using layout::Affinity;
using layout::TextCaret;

void Editor::State::end_typing() {
    typing_point.reset();
    if (!typing) return;
    const layout::TextPlace place = buffer.place_of(shown.head);
    typing = false;
    for (const spell::Finding& finding : spelling.findings(place.paragraph)) {
        if (finding.range.begin <= place.index && finding.range.end >= place.index) {
            say_marks(place.paragraph, place.paragraph);
        }
    }
}

void Editor::State::set_selection(TextOffset anchor, const TextCaret& to) {
    const bool collapsed = anchor == layout::offset_of(buffer.lines(), to);
    head = to;
    const TextOffset offset = buffer.stop_at_or_before(layout::offset_of(buffer.lines(), to));
    if (offset != layout::offset_of(buffer.lines(), to)) head = layout::caret_at(buffer.lines(), offset);
    anchor = collapsed ? offset : buffer.stop_at_or_before(std::min(anchor, buffer.size()));
    typing_point.reset();
    const Selection now{anchor, offset, head.caret.position.affinity};
    if (now == shown) return;
    shown = now;
    Change change{ChangeKind::selection};
    change.selection = now;
    changes.add(std::move(change));
}

void Editor::State::set_selection(TextOffset anchor, TextOffset offset) {
    set_selection(std::min(anchor, buffer.size()), layout::caret_at(buffer.lines(), std::min(offset, buffer.size())));
}

void Editor::State::place_caret(TextOffset offset) {
    const TextOffset stop = buffer.stop_at_or_after(offset);
    set_selection(stop, stop);
    if (stop != offset) typing_point = offset;
}

void Editor::State::go(const TextCaret& to, Extend extend) {
    end_typing();
    const TextOffset offset = layout::offset_of(buffer.lines(), to);
    set_selection(extend == Extend::yes ? shown.anchor : offset, to);
    history.seal();
    unit = SelectionUnit::grapheme;
}

const Selection& Editor::selection() const { return state_->shown; }

void Editor::select(TextOffset anchor, TextOffset head) {
    const Use use{*state_};
    State& state = use.state;
    state.end_composition();
    state.end_typing();
    state.history.seal();
    state.unit = SelectionUnit::grapheme;
    state.set_selection(anchor, head);
}

void Editor::select_all() { select(0, size()); }

/// There is no composition. White space at the end of a line belongs to it.
TextStretch Editor::State::unit_at(TextOffset offset, SelectionUnit wanted) {
    offset = std::min(offset, buffer.size());
    const layout::TextPlace place = buffer.place_of(offset);
    const TextOffset begin = buffer.paragraph_begin(place.paragraph);
    const layout::Paragraph& paragraph = buffer.lines().paragraph(place.paragraph);
    const auto stretch = [&](TextRange range) {  // a blank may have a selector behind it: they are not parted
        return TextStretch{buffer.stop_at_or_before(begin + range.begin), buffer.stop_at_or_after(begin + range.end)};
    };
    switch (wanted) {
        case SelectionUnit::grapheme: break;
        case SelectionUnit::word:
            return stretch(layout::word_at(paragraph, place.index, options.movement.suffixes).range);
        case SelectionUnit::sentence: return stretch(layout::sentence_at(paragraph, place.index));
        case SelectionUnit::paragraph: return {begin, begin + paragraph.text.size()};
        case SelectionUnit::line: {
            const auto& all = paragraph.lines.lines;
            const std::size_t line = layout::line_of(paragraph, {place.index, Affinity::downstream});
            return line < all.size() ? stretch(all[line].text) : TextStretch{offset, offset};
        }
    }
    const TextOffset start = buffer.stop_at_or_before(offset);
    return {start, start < buffer.size() ? buffer.stop_at_or_after(start + 1) : start};
}

TextStretch Editor::unit_at(TextOffset offset, SelectionUnit unit) {
    const Use use{*state_};
    State& state = use.state;
    if (!state.buffer.composing()) return state.unit_at(offset, unit);
    // The lines hold the composition; without it, they are those of another moment.
    const Composition shown = state.composition;
    const TextOffset at = state.buffer.composed_at();
    state.buffer.compose(at, {}, state.options.style);
    const TextStretch found = state.unit_at(offset, unit);
    state.buffer.compose(at, shown.text, state.options.style);
    return found;
}

void Editor::select_at(TextOffset offset, SelectionUnit unit) {
    const Use use{*state_};
    State& state = use.state;
    state.end_composition();
    const bool caret_alone = unit == SelectionUnit::grapheme;
    const TextStretch found = caret_alone ? TextStretch{offset, offset} : state.unit_at(offset, unit);
    select(found.begin, found.end);
    state.unit = unit;
    state.anchor_unit = {state.shown.anchor, state.shown.head};
}

void Editor::select_at(LogicalPoint point, SelectionUnit unit) {
    const Use use{*state_};
    State& state = use.state;
    state.end_composition();
    const layout::TextHit hit = layout::hit_test(state.buffer.lines(), point);
    if (unit != SelectionUnit::grapheme) {
        const TextRange on = hit.hit.character;
        const TextIndex index = on.empty() ? hit.hit.caret.index : on.begin;
        return select_at(state.buffer.offset_of({hit.paragraph, index}), unit);
    }
    state.go({hit.paragraph, {hit.hit.caret, {}}}, Extend::no);
    state.anchor_unit = {state.shown.anchor, state.shown.head};
}

void Editor::extend_to(LogicalPoint point) {
    const Use use{*state_};
    State& state = use.state;
    state.end_composition();
    state.end_typing();
    state.history.seal();
    const layout::TextHit hit = layout::hit_test(state.buffer.lines(), point);
    const SelectionUnit unit = state.unit;
    if (unit == SelectionUnit::grapheme) {
        state.set_selection(state.shown.anchor, TextCaret{hit.paragraph, {hit.hit.caret, {}}});
        return;
    }
    const TextRange on = hit.hit.character;
    const TextIndex index = on.empty() ? hit.hit.caret.index : on.begin;
    const TextStretch there = state.unit_at(state.buffer.offset_of({hit.paragraph, index}), unit);
    const TextStretch first = state.anchor_unit;
    if (there.begin < first.begin) {
        state.set_selection(first.end, there.begin);
    } else {
        state.set_selection(first.begin, std::max(there.end, first.end));
    }
}

void Editor::move(layout::Arrow arrow, layout::Step step, Extend extend) {
    const layout::KeyMeaning key = layout::meaning(arrow, step, mode(), state_->options.movement.arrow_keys);
    move(key.step, key.direction, extend);
}

void Editor::move(layout::Step step, layout::Direction direction, Extend extend) {
    const Use use{*state_};
    State& state = use.state;
    state.end_composition();
    if (extend == Extend::no && step == layout::Step::grapheme && !state.shown.empty()) {
        const bool back = direction == layout::Direction::backward;
        const TextOffset side = back ? state.shown.begin() : state.shown.end();
        return state.go(layout::caret_at(state.buffer.lines(), side), Extend::no);
    }
    state.go(layout::move(state.buffer.lines(), state.head, step, direction, state.options.movement), extend);
}

void Editor::move_by(Length distance, Extend extend) {
    const Use use{*state_};
    State& state = use.state;
    state.end_composition();
    state.go(layout::move_by(state.buffer.lines(), state.head, distance), extend);
}

void Editor::move_to_end(layout::Direction direction, Extend extend) {
    const Use use{*state_};
    State& state = use.state;
    state.end_composition();
    const TextOffset to = direction == layout::Direction::forward ? size() : 0;
    state.go(layout::caret_at(state.buffer.lines(), to), extend);
}

layout::View Editor::show(Length offset, Length extent) {
    const Use use{*state_};
    layout::View view = use.state.buffer.lines().show(offset, extent);
    use.state.seen_offset = view.offset;
    return view;
}

TextOffset Editor::offset_of(std::size_t paragraph, TextIndex index) const {
    const Buffer& buffer = state_->buffer;
    return buffer.from_lines(buffer.lines().offset_of(layout::TextPlace{paragraph, index}));
}

const layout::Paragraph* Editor::placeholder() {
    const Use use{*state_};
    State& state = use.state;
    if (size() > 0 || state.buffer.composing() || state.options.placeholder.empty()) return nullptr;
    if (!state.placeholder) {
        layout::TextLayoutOptions how = state.layout_options;
        if (state.options.single_line) how.measure = endless;
        std::vector<layout::TextParagraph> text(1);
        text.front().text = state.options.placeholder;
        state.placeholder.emplace(std::move(text), std::move(how));
    }
    return &state.placeholder->paragraph(0);
}

layout::CaretBox Editor::caret_box() {
    const Use use{*state_};
    State& state = use.state;
    if (!state.buffer.composing()) return layout::caret_box(state.buffer.lines(), state.head);
    const TextOffset at = state.buffer.composed_at() + state.composition.caret;
    return layout::caret_box(state.buffer.lines(), layout::caret_at(state.buffer.lines(), at));
}

layout::CaretBox Editor::caret_box(TextOffset offset, Affinity affinity) {
    const Use use{*state_};
    State& state = use.state;
    layout::TextLayout& lines = state.buffer.lines();
    TextCaret caret = layout::caret_at(lines, state.buffer.to_lines(std::min(offset, size())));
    caret.caret.position.affinity = affinity;
    return layout::caret_box(lines, caret);
}

Hit Editor::hit_test(LogicalPoint point) {
    const Use use{*state_};
    State& state = use.state;
    layout::TextLayout& lines = state.buffer.lines();
    const layout::TextHit hit = layout::hit_test(lines, point);
    const auto offset = [&](TextIndex index) {
        return state.buffer.from_lines(lines.offset_of(layout::TextPlace{hit.paragraph, index}));
    };
    return {offset(hit.hit.caret.index), hit.hit.caret.affinity, hit.hit.line,
            {offset(hit.hit.character.begin), offset(hit.hit.character.end)}, hit.hit.inside};
}

std::vector<layout::TextSelectionPart> Editor::shapes(TextStretch range, Length offset, Length extent) {
    const Use use{*state_};
    Buffer& buffer = use.state.buffer;
    if (range.begin > range.end) std::swap(range.begin, range.end);
    return layout::selection_shapes(buffer.lines(), {buffer.to_lines(range.begin), buffer.to_lines(range.end)}, offset,
                                    extent);
}

std::vector<layout::TextSelectionPart> Editor::selection_shapes(Length offset, Length extent) {
    return shapes({state_->shown.begin(), state_->shown.end()}, offset, extent);
}

std::vector<layout::TextSelectionPart> Editor::composition_shapes(TextRange part, Length offset, Length extent) {
    const Use use{*state_};
    Buffer& buffer = use.state.buffer;
    const auto size = static_cast<TextIndex>(state_->composition.text.size());
    const TextOffset at = buffer.composed_at();
    return layout::selection_shapes(buffer.lines(), {at + std::min(part.begin, size), at + std::min(part.end, size)},
                                    offset, extent);
}

}  // namespace bichig::edit
