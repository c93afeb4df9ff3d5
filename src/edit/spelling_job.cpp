// Runs a checker over pieces of a text.
//
// Pieces are checked together, with line feeds between them, because a checker judges equal words of one text once:
// where a dictionary is small, words that it lacks recur, and each costs a search.
#include "edit/spelling_job.h"

#include <algorithm>

namespace bichig::edit {

namespace {

constexpr std::size_t units_at_once = 8'000;

/// The findings of a text that begin in `core` of a part that begins at `begin`, in indexes of the part.
std::vector<spell::Finding> findings_in(const std::vector<spell::Finding>& all, TextIndex begin, TextRange core) {
    std::vector<spell::Finding> found;
    for (const spell::Finding& finding : all) {
        if (finding.range.begin < begin + core.begin || finding.range.begin >= begin + core.end) continue;
        found.push_back(finding);
        found.back().range = {finding.range.begin - begin, finding.range.end - begin};
    }
    return found;
}

}  // namespace

SpellingJob::SpellingJob(std::unique_ptr<State> state) : state_{std::move(state)} {}
SpellingJob::SpellingJob(SpellingJob&&) noexcept = default;
SpellingJob& SpellingJob::operator=(SpellingJob&&) noexcept = default;
SpellingJob::~SpellingJob() = default;

void SpellingJob::State::check(std::size_t end, const std::stop_token& stop) {
    std::u16string text;
    std::vector<TextIndex> begins;
    for (std::size_t i = next; i < end; ++i) {
        begins.push_back(static_cast<TextIndex>(text.size()));
        text += pieces[i].text;
        text += u'\n';
    }
    spell::CheckOptions how = options;
    how.stop = stop;
    const spell::CheckResult result = checker.check(text, how);
    for (const std::size_t first = next; next < end; ++next) {
        SpellingPiece& piece = pieces[next];
        const TextIndex begin = begins[next - first];
        if (result.end < begin + piece.text.size()) return;  // stopped: what it has come to is looked at again
        piece.findings = findings_in(result.findings, begin, piece.core);
        units_done += piece.core.size();
    }
}

bool SpellingJob::run(std::stop_token stop) {
    State& state = *state_;
    while (state.next < state.pieces.size() && !stop.stop_requested()) {
        std::size_t end = state.next;
        for (std::size_t units = 0; end < state.pieces.size() && units < units_at_once; ++end) {
            units += state.pieces[end].text.size();
        }
        state.check(end, stop);
    }
    return state.next == state.pieces.size();
}

bool SpellingJob::run_for(std::chrono::microseconds budget) {
    State& state = *state_;
    const auto deadline = std::chrono::steady_clock::now() + budget;
    while (state.next < state.pieces.size()) {
        state.check(state.next + 1, {});
        if (std::chrono::steady_clock::now() >= deadline) break;
    }
    return state.next == state.pieces.size();
}

std::size_t SpellingJob::units() const { return state_->units; }
std::size_t SpellingJob::units_done() const { return state_->units_done; }

}  // namespace bichig::edit
