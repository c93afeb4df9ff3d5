// Edits: each is made of replacements, which the history keeps and the change log tells.
#include "edit/editor_state.h"

#include <algorithm>
#include <utility>

#include <bichig/text/boundaries.h>

namespace bichig::edit {

namespace {

using std::chrono::milliseconds;

layout::TextLayoutOptions fitted(layout::TextLayoutOptions layout, const EditingOptions& options) {
    if (options.single_line) layout.measure = endless;
    return layout;
}

std::u16string in_one_line(std::u16string text) {
    constexpr std::u16string_view line_ends = u"\n\v\f\u0085\u2028";
    for (char16_t& unit : text) {
        if (line_ends.find(unit) != std::u16string_view::npos) unit = u' ';
    }
    return text;
}

std::u16string prepared(std::u16string_view text, const EditingOptions& options) {
    std::u16string made = with_line_feeds(text);
    return options.single_line ? in_one_line(std::move(made)) : made;
}

/// Where an offset is after a stretch was replaced.
TextOffset mapped(TextOffset offset, TextStretch range, TextOffset inserted) {
    if (offset <= range.begin) return offset;
    if (offset < range.end) return range.begin + inserted;
    return offset - range.end + range.begin + inserted;
}

TextStretch clamped(TextStretch range, TextOffset size) {
    if (range.begin > range.end) std::swap(range.begin, range.end);
    return {std::min(range.begin, size), std::min(range.end, size)};
}

}  // namespace

Editor::State::State(std::u16string_view text, layout::TextLayoutOptions layout, const EditingOptions& given)
    : options{given}, layout_options{std::move(layout)},
      buffer{prepared(text, options), fitted(layout_options, options)}, history{options.undo} {
    spelling.reset(buffer.paragraph_count(), false);
}

void Editor::State::recover() {
    if (buffer.composing()) buffer.compose(0, {}, options.style);
    composition = {};
    buffer.open(fitted(layout_options, options));
    placeholder.reset();
    history = History{options.undo};
    history.lose();
    spelling.reset(buffer.paragraph_count(), checker.has_value());
    typing_point.reset();
    typing = false;
    changes.add({ChangeKind::everything});
    set_selection(shown.anchor, shown.head);
    say_history();
    broken = false;
}

SharedText Editor::State::apply(TextStretch range, std::u16string_view text) {
    Change change;
    change.kind = ChangeKind::text;
    change.range = {range.begin, range.begin + text.size()};
    change.removed = range.end - range.begin;
    const SharedText removed{buffer.text(range)};
    change.removed_text = removed;
    PlacedEdit edit{buffer.place_of(range.begin), buffer.place_of(range.end), {}};
    const layout::TextChange done = buffer.replace(range, text, options.style);
    edit.new_end = buffer.place_of(range.begin + text.size());
    const auto is_word = [this](layout::TextPlace place) {
        const std::u16string_view in = buffer.paragraph_text(place.paragraph);
        return place.index < in.size() && !is_blank(in[place.index]);
    };
    edit.joins_before = is_word(edit.begin);
    edit.joins_after = edit.new_end.index > 0 && is_word({edit.new_end.paragraph, edit.new_end.index - 1});
    spelling.edited(edit);
    const std::size_t end = done.first + done.inserted;
    change.block_begin = buffer.lines().block_of(done.first);
    change.block_end =
        end < buffer.paragraph_count() ? buffer.lines().block_of(end) : buffer.lines().block_size();
    change.grown = done.grown;
    changes.add(std::move(change));
    return removed;
}

void Editor::State::say_history() {
    const bool undo = history.can_undo(), redo = history.can_redo(), changed = history.is_changed();
    if (undo == could_undo && redo == could_redo && changed == was_changed) return;
    could_undo = undo, could_redo = redo, was_changed = changed;
    changes.add({ChangeKind::history});
}

void Editor::State::say_layout() {
    Change change{ChangeKind::layout};
    change.block_end = buffer.lines().block_size();
    changes.add(std::move(change));
}

void Editor::State::step(StepKind kind, TextStretch range, std::u16string_view text, TextOffset caret,
                         milliseconds time) {
    if (kind == StepKind::other) end_typing();
    Step made;
    made.kind = kind;
    made.time = time;
    made.before = shown;
    made.parts.push_back({range.begin, apply(range, text), std::u16string{text}});
    place_caret(std::min(caret, buffer.size()));
    made.after = shown;
    history.add(std::move(made));
    say_history();
}

bool Editor::State::may_edit() {
    if (!options.read_only) return true;
    Change change{ChangeKind::refused};
    change.refusal = Refusal::read_only;
    changes.add(std::move(change));
    return false;
}

std::u16string Editor::State::fitting(std::u16string_view text, TextStretch range, bool& cut) {
    std::u16string made = prepared(text, options);
    const TextOffset kept = buffer.size() - (range.end - range.begin);
    cut = options.max_length > 0 && kept + made.size() > options.max_length;
    if (!cut) return made;
    const auto room = static_cast<TextIndex>(options.max_length - std::min(options.max_length, kept));
    const std::vector<TextIndex> stops = text::grapheme_boundaries(made);
    made.resize(*(std::upper_bound(stops.begin(), stops.end(), room) - 1));
    Change change{ChangeKind::refused};
    change.refusal = Refusal::full;
    changes.add(std::move(change));
    return made;
}

void Editor::State::end_composition() {
    if (!buffer.composing()) return;
    const layout::TextChange done = buffer.compose(0, {}, options.style);
    composition = {};
    Change change{ChangeKind::composition};
    change.block_begin = buffer.lines().block_of(done.first);
    change.block_end = change.block_begin + buffer.lines().paragraph(done.first).size().block;
    change.grown = done.grown;
    changes.add(std::move(change));
}

void Editor::State::erase_selection(milliseconds time) {
    if (!shown.empty()) step(StepKind::other, {shown.begin(), shown.end()}, {}, shown.begin(), time);
}

Editor::Editor(std::u16string_view text, layout::TextLayoutOptions layout, EditingOptions options)
    : state_{std::make_unique<State>(text, std::move(layout), options)} {}
Editor::Editor(Editor&&) noexcept = default;
Editor& Editor::operator=(Editor&&) noexcept = default;
Editor::~Editor() = default;

TextOffset Editor::size() const { return state_->buffer.size(); }
std::u16string Editor::text() const { return state_->buffer.text({0, size()}); }
std::u16string Editor::text(TextStretch range) const { return state_->buffer.text(clamped(range, size())); }
std::size_t Editor::paragraph_count() const { return state_->buffer.paragraph_count(); }
TextStretch Editor::paragraph(std::size_t number) const {
    const Buffer& buffer = state_->buffer;
    number = std::min(number, buffer.paragraph_count() - 1);
    const TextOffset begin = buffer.paragraph_begin(number);
    return {begin, begin + buffer.paragraph_text(number).size()};
}
const EditingOptions& Editor::options() const { return state_->options; }

void Editor::set_text(std::u16string_view text) {
    const Use use{*state_};
    State& state = use.state;
    state.composition = {};
    state.buffer = Buffer{prepared(text, state.options), fitted(state.layout_options, state.options)};
    state.history = History{state.options.undo};
    state.head = {};
    state.shown = {};
    state.typing_point.reset();
    state.typing = false;
    state.could_undo = state.could_redo = state.was_changed = false;
    state.spelling.reset(state.buffer.paragraph_count(), state.checker.has_value());
    state.changes.add({ChangeKind::everything});
}

void Editor::set_options(const EditingOptions& options) {
    const Use use{*state_};
    State& state = use.state;
    state.end_composition();
    state.end_typing();
    const bool joined = options.single_line && !state.options.single_line;
    const bool other_measure = options.single_line != state.options.single_line;
    const bool other_marks = options.mark_unknown != state.options.mark_unknown;
    state.options = options;
    state.placeholder.reset();
    state.history.set_options(options.undo);
    if (joined && state.buffer.paragraph_count() > 1) {
        state.step(StepKind::other, {0, size()}, in_one_line(text()), state.shown.head);
    }
    if (other_measure) set_measure(state.layout_options.measure);
    if (other_marks) state.say_marks(0, state.buffer.paragraph_count() - 1);
}

void Editor::set_layout(layout::TextLayoutOptions layout) {
    const Use use{*state_};
    State& state = use.state;
    state.end_composition();
    state.layout_options = std::move(layout);
    state.placeholder.reset();
    state.buffer.open(fitted(state.layout_options, state.options));
    state.set_selection(state.shown.anchor, state.shown.head);
    state.say_layout();
}

void Editor::set_measure(Length measure) {
    const Use use{*state_};
    State& state = use.state;
    state.layout_options.measure = measure;
    state.placeholder.reset();
    state.buffer.lines().set_measure(fitted(state.layout_options, state.options).measure);
    state.head.caret.goal.reset();
    state.say_layout();
}

bool Editor::insert(std::u16string_view text, milliseconds time) {
    const Use use{*state_};
    State& state = use.state;
    state.end_composition();
    if (!state.may_edit()) return false;
    const bool selected = !state.shown.empty();
    const TextOffset point = state.typing_point.value_or(state.shown.head);
    const TextStretch range{selected ? state.shown.begin() : point, selected ? state.shown.end() : point};
    bool cut = false;
    const std::u16string made = state.fitting(text, range, cut);
    if (made.empty() && range.empty()) return false;
    if (selected) state.history.seal();
    const TextOffset end = range.begin + made.size();
    state.step(StepKind::typing, range, made, end, time);
    state.typing = true;
    return true;
}

bool Editor::erase(layout::Step step, layout::Direction direction, milliseconds time) {
    const Use use{*state_};
    State& state = use.state;
    state.end_composition();
    if (!state.may_edit()) return false;
    const bool back = direction == layout::Direction::backward;
    TextStretch range{state.shown.begin(), state.shown.end()};
    StepKind kind = StepKind::other;
    if (range.empty() && step == layout::Step::grapheme) {
        const TextOffset from = back ? state.typing_point.value_or(range.begin) : range.begin;
        kind = back ? StepKind::backspacing : StepKind::deleting;
        if (!back) {
            range = {from, from < size() ? state.buffer.stop_at_or_after(from + 1) : from};
        } else if (from > 0) {
            range = {from - 1, from};
            const std::u16string pair = from > 1 ? text({from - 2, from}) : std::u16string{};
            const bool whole = pair.size() == 2 && (pair[0] & 0xFC00) == 0xD800 && (pair[1] & 0xFC00) == 0xDC00;
            if (whole) range.begin = from - 2;
            const bool all = state.options.backspace == Backspace::grapheme;
            if (all) range.begin = state.buffer.stop_at_or_before(range.begin);
        }
    } else if (range.empty()) {
        const TextOffset to = layout::offset_of(
            state.buffer.lines(), layout::move(state.buffer.lines(), state.head, step, direction,
                                               state.options.movement));
        range = {std::min(to, range.begin), std::max(to, range.end)};
    }
    if (range.empty()) return false;
    state.step(kind, range, {}, range.begin, time);
    state.typing = kind != StepKind::other;
    return true;
}

bool Editor::replace(TextStretch range, std::u16string_view text) {
    const Use use{*state_};
    State& state = use.state;
    state.end_composition();
    if (!state.may_edit()) return false;
    range = clamped(range, size());
    bool cut = false;
    const std::u16string made = state.fitting(text, range, cut);
    if (made.empty() && range.empty()) return false;
    const Selection old = state.shown;
    state.step(StepKind::other, range, made, mapped(old.head, range, made.size()));
    state.set_selection(mapped(old.anchor, range, made.size()), mapped(old.head, range, made.size()));
    state.history.ends_with(state.shown);
    return true;
}

bool Editor::move_text(TextStretch range, TextOffset to) {
    const Use use{*state_};
    State& state = use.state;
    state.end_composition();
    range = clamped(range, size());
    to = std::min(to, size());
    if (!state.may_edit() || range.empty() || (to >= range.begin && to <= range.end)) return false;
    const std::u16string moved = text(range);
    const std::u16string passed = to < range.begin ? text({to, range.begin}) : text({range.end, to});
    const bool back = to < range.begin;
    const TextStretch all{back ? to : range.begin, back ? range.end : to};
    const TextOffset begin = back ? to : to - moved.size();
    state.step(StepKind::other, all, back ? moved + passed : passed + moved, begin + moved.size());
    state.set_selection(begin, begin + moved.size());
    state.history.ends_with(state.shown);
    return true;
}

void Editor::State::replay(const Step& step, bool forward) {
    end_typing();
    if (forward) {
        for (const Replacement& part : step.parts) {
            apply({part.begin, part.begin + part.removed.size()}, part.inserted);
        }
    } else {
        for (auto part = step.parts.rbegin(); part != step.parts.rend(); ++part) {
            apply({part->begin, part->begin + part->inserted.size()}, part->removed.text());
        }
    }
    const Selection& wanted = forward ? step.after : step.before;
    set_selection(wanted.anchor, wanted.head);
    say_history();
}

bool Editor::undo() {
    const Use use{*state_};
    State& state = use.state;
    state.end_composition();
    if (!state.may_edit()) return false;
    const Step* step = state.history.back();
    if (step != nullptr) state.replay(*step, false);
    return step != nullptr;
}

bool Editor::redo() {
    const Use use{*state_};
    State& state = use.state;
    state.end_composition();
    if (!state.may_edit()) return false;
    const Step* step = state.history.forth();
    if (step != nullptr) state.replay(*step, true);
    return step != nullptr;
}

bool Editor::can_undo() const { return state_->history.can_undo(); }
bool Editor::can_redo() const { return state_->history.can_redo(); }
bool Editor::is_changed() const { return state_->history.is_changed(); }

void Editor::set_saved() {
    const Use use{*state_};
    use.state.history.set_saved();
    use.state.say_history();
}

std::vector<Change> Editor::take_changes() { return state_->changes.take(); }
layout::WritingMode Editor::mode() const { return state_->layout_options.mode; }
Length Editor::block_size() const { return state_->buffer.lines().block_size(); }
layout::TextLayoutFigures Editor::figures() const { return state_->buffer.lines().figures(); }

}  // namespace bichig::edit
