// Spelling marks: work for a checker, and where its lines are drawn.
#include <algorithm>
#include <utility>

#include "edit/editor_state.h"
#include "edit/spelling_job.h"

namespace bichig::edit {

namespace {

// In sizes of the text, as lines along text are drawn in pages: final tails reach 0.56 to the right of the axis.
constexpr double side_distance = 0.65;

Mark mark_of(const spell::Finding& finding, TextOffset begin) {
    return {{begin + finding.range.begin, begin + finding.range.end}, finding.fault, finding.id, finding.reason,
            finding.certain, finding.suggestions};
}

}  // namespace

void Editor::State::say_marks(std::size_t first, std::size_t last) {
    Change change{ChangeKind::marks};
    const bool to_end = last + 1 >= buffer.paragraph_count();
    change.range = {buffer.paragraph_begin(first), to_end ? buffer.size() : buffer.paragraph_begin(last + 1) - 1};
    change.block_begin = buffer.lines().block_of(first);
    change.block_end = to_end ? buffer.lines().block_size() : buffer.lines().block_of(last + 1);
    changes.add(std::move(change));
}

bool Editor::State::hides(TextStretch mark) const {
    return typing && !options.mark_while_typing && mark.begin <= shown.head && mark.end >= shown.head;
}

void Editor::set_checker(std::optional<spell::Checker> checker, spell::CheckOptions options) {
    const Use use{*state_};
    State& state = use.state;
    state.checker = std::move(checker);
    state.check_options = std::move(options);
    state.spelling.reset(state.buffer.paragraph_count(), state.checker.has_value());
    state.say_marks(0, state.buffer.paragraph_count() - 1);
}

void Editor::recheck() {
    const Use use{*state_};
    if (use.state.checker) use.state.spelling.recheck();
}

std::optional<SpellingJob> Editor::take_spelling(std::size_t units) {
    const Use use{*state_};
    State& state = use.state;
    if (!state.checker) return std::nullopt;
    auto job = std::make_unique<SpellingJob::State>(SpellingJob::State{*state.checker, state.check_options, {},
                                                                       ++state.jobs, std::make_shared<int>(0)});
    const std::size_t first = state.buffer.lines().paragraph_at(state.seen_offset).paragraph;
    job->pieces = state.spelling.take(state.buffer, first, std::max<std::size_t>(units, 1), job->number, job->alive);
    if (job->pieces.empty()) return std::nullopt;
    for (const SpellingPiece& piece : job->pieces) job->units += piece.core.size();
    return SpellingJob{std::move(job)};
}

void Editor::finish(SpellingJob job) {
    const Use use{*state_};
    State& state = use.state;
    if (const auto changed = state.spelling.finish(job.state_->number, job.state_->pieces)) {
        state.say_marks(changed->first, changed->second);
    }
}

bool Editor::check_spelling(std::chrono::microseconds budget) {
    constexpr std::size_t units_at_once = 1000;
    const auto deadline = std::chrono::steady_clock::now() + budget;
    for (auto now = std::chrono::steady_clock::now(); now < deadline; now = std::chrono::steady_clock::now()) {
        std::optional<SpellingJob> job = take_spelling(units_at_once);
        if (!job) return true;
        job->run_for(std::chrono::duration_cast<std::chrono::microseconds>(deadline - now));
        finish(std::move(*job));
    }
    return false;
}

SpellingProgress Editor::spelling() const { return {state_->checker ? state_->spelling.left() : 0}; }

std::vector<Mark> Editor::marks(TextStretch range) const {
    const State& state = *state_;
    std::vector<Mark> found;
    if (range.begin > range.end) std::swap(range.begin, range.end);
    const std::size_t last = state.buffer.place_of(range.end).paragraph;
    for (std::size_t i = state.buffer.place_of(range.begin).paragraph; i <= last; ++i) {
        if (state.spelling.findings(i).empty()) continue;
        const TextOffset begin = state.buffer.paragraph_begin(i);
        for (const spell::Finding& finding : state.spelling.findings(i)) {
            if (!spell::is_fault(finding.fault) && !state.options.mark_unknown) continue;
            const TextStretch at{begin + finding.range.begin, begin + finding.range.end};
            if (at.end >= range.begin && at.begin <= range.end && !state.hides(at)) {
                found.push_back(mark_of(finding, begin));
            }
        }
    }
    return found;
}

std::vector<MarkShape> Editor::mark_shapes(Length offset, Length extent) {
    const Use use{*state_};
    State& state = use.state;
    std::vector<MarkShape> made;
    const layout::View view = state.buffer.lines().show(offset, extent);
    if (view.paragraphs.empty()) return made;
    const std::size_t first = view.paragraphs.front().paragraph;
    const std::size_t last = view.paragraphs.back().paragraph;
    const Length size = state.layout_options.styles.empty() ? Length{} : state.layout_options.styles.front().size;
    const TextOffset begin = state.buffer.paragraph_begin(first);
    const TextOffset end = state.buffer.offset_of({last, static_cast<TextIndex>(
                                                             state.buffer.paragraph_text(last).size())});
    for (const Mark& mark : marks({begin, end})) {
        for (const layout::TextSelectionPart& part : shapes(mark.range, offset, extent)) {
            const Length axis = part.part.origin.block + part.part.size.block / 2;
            const Length from = part.part.origin.inline_;
            made.push_back({mark.range, mark.fault, from, from + part.part.size.inline_ - part.part.break_room,
                            axis + size.scaled(side_distance), size});
        }
    }
    return made;
}

}  // namespace bichig::edit
