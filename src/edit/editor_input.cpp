// What does not come from single keys: text from other programs, and from input methods.
#include <algorithm>
#include <utility>

#include "edit/editor_state.h"

namespace bichig::edit {

const Composition& Editor::composition() const { return state_->composition; }

bool Editor::compose(Composition composition) {
    const Use use{*state_};
    State& state = use.state;
    const auto is_line_end = [](char16_t unit) {
        return (unit >= 0x0A && unit <= 0x0D) || unit == 0x85 || unit == 0x2028 || unit == 0x2029;
    };
    std::replace_if(composition.text.begin(), composition.text.end(), is_line_end, u' ');
    if (composition.text.empty()) {
        state.end_composition();
        return false;
    }
    if (!state.may_edit()) return false;
    if (!state.buffer.composing()) state.erase_selection({});
    const auto size = static_cast<TextIndex>(composition.text.size());
    composition.caret = std::min(composition.caret, size);
    std::erase_if(composition.parts, [size](const CompositionPart& part) {
        return part.range.begin >= part.range.end || part.range.end > size;
    });
    const layout::TextChange done =
        state.buffer.compose(state.typing_point.value_or(state.shown.head), composition.text, state.options.style);
    state.composition = std::move(composition);
    Change change{ChangeKind::composition};
    change.block_begin = state.buffer.lines().block_of(done.first);
    change.block_end = change.block_begin + state.buffer.lines().paragraph(done.first).size().block;
    change.grown = done.grown;
    state.changes.add(std::move(change));
    return true;
}

bool Editor::commit(std::u16string_view text, std::optional<TextStretch> range, std::chrono::milliseconds time) {
    const Use use{*state_};
    State& state = use.state;
    state.end_composition();
    if (range && !state.options.read_only) {
        const TextOffset begin = std::min({range->begin, range->end, size()});
        const TextOffset end = std::min(std::max(range->begin, range->end), size());
        if (begin != end) state.step(StepKind::other, {begin, end}, {}, begin, time);
        else state.place_caret(begin);
    }
    return text.empty() ? range.has_value() && !state.options.read_only : insert(text, time);
}

PasteReport Editor::paste(std::u16string_view text, const PasteOptions& options) {
    const Use use{*state_};
    State& state = use.state;
    state.end_composition();
    PasteReport report;
    if (!state.may_edit()) return report;
    const TextOffset point = state.typing_point.value_or(state.shown.head);
    const bool selected = !state.shown.empty();
    const TextStretch range{selected ? state.shown.begin() : point, selected ? state.shown.end() : point};
    const std::u16string raw = state.fitting(text, range, report.cut);
    report.range = {range.begin, range.begin + raw.size()};
    if (raw.empty() && range.empty()) return report;
    const auto put_in = [&](TextStretch where, std::u16string_view what) {
        state.step(StepKind::other, where, what, where.begin + what.size());
    };
    put_in(range, raw);
    if (!options.clean) return report;
    CleanText cleaned = edit::clean(raw, options);
    report.clean = std::move(cleaned.report);
    if (cleaned.text == raw) return report;
    bool cut = false;
    const std::u16string made = state.fitting(cleaned.text, report.range, cut);
    report.cut = report.cut || cut;
    put_in(report.range, made);
    report.range.end = report.range.begin + made.size();
    return report;
}

CleanReport Editor::clean(TextStretch range, const PasteOptions& options) {
    const std::u16string before = text(range);
    CleanText cleaned = edit::clean(before, options);
    if (cleaned.text != before && !replace(range, cleaned.text)) return {};
    return std::move(cleaned.report);
}

}  // namespace bichig::edit
