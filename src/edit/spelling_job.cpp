// Runs a checker over pieces of a text.
//
// Pieces are checked together, with line feeds between them, because a checker judges equal words of one text once:
// where a dictionary is small, words that it lacks recur, and each costs a search.
#include "edit/spelling_job.h"

#include <algorithm>

namespace bichig::edit {

namespace {

constexpr std::size_t units_at_once = 8'000;
/// More than a checker looks back for the stem of a suffix.
constexpr std::size_t apart = 70;

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

bool SpellingJob::State::check_some(const spell::CheckProgress& goes_on) {
    std::u16string text;
    std::vector<TextIndex> begins;
    for (std::size_t i = next; i < pieces.size() && text.size() < units_at_once; ++i) {
        begins.push_back(static_cast<TextIndex>(text.size()));
        text += pieces[i].text;
        text.append(apart, u'\n');
    }
    spell::CheckOptions how = options;
    how.progress = goes_on;
    const spell::CheckResult result = checker.check(text, how);
    for (const TextIndex begin : begins) {
        SpellingPiece& piece = pieces[next];
        if (result.end < begin + piece.text.size()) return false;  // what it has come to is looked at again
        piece.findings = findings_in(result.findings, begin, piece.core);
        units_done += piece.core.size();
        ++next;
    }
    return true;
}

bool SpellingJob::run(std::stop_token stop) {
    State& state = *state_;
    const auto goes_on = [&stop](TextIndex) { return !stop.stop_requested(); };
    while (state.next < state.pieces.size() && goes_on(0) && state.check_some(goes_on)) {}
    return state.next == state.pieces.size();
}

bool SpellingJob::run_for(std::chrono::microseconds budget) {
    State& state = *state_;
    const auto deadline = std::chrono::steady_clock::now() + budget;
    // At least one piece is done: else no budget that is too small would ever lead to an end.
    const TextIndex least = state.next < state.pieces.size()
        ? static_cast<TextIndex>(state.pieces[state.next].text.size()) : 0;
    bool first = true;
    const auto goes_on = [&](TextIndex done) {
        return (first && done <= least) || std::chrono::steady_clock::now() < deadline;
    };
    while (state.next < state.pieces.size() && state.check_some(goes_on)) {
        first = false;
        if (!goes_on(0)) break;
    }
    return state.next == state.pieces.size();
}

std::size_t SpellingJob::units() const { return state_->units; }
std::size_t SpellingJob::units_done() const { return state_->units_done; }

}  // namespace bichig::edit
