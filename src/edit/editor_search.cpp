// Search by keys, paragraph by paragraph; a pattern with line ends is found across them.
#include <algorithm>
#include <string>
#include <utility>

#include "edit/editor_state.h"

namespace bichig::edit {

namespace {

using layout::Direction;

/// A pattern in the lines that paragraphs are compared with.
std::vector<std::u16string> lines_of(std::u16string_view pattern) {
    std::vector<std::u16string> lines;
    const std::u16string text = with_line_feeds(pattern);
    for (std::size_t begin = 0;;) {
        const std::size_t end = std::min(text.find(u'\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        if (end == text.size()) return lines;
        begin = end + 1;
    }
}

class Searcher {
public:
    Searcher(const Buffer& buffer, std::u16string_view pattern, script::KeyLevel level)
        : buffer_{buffer}, lines_{lines_of(pattern)}, level_{level} {}

    bool is_empty() const { return lines_.size() == 1 && lines_.front().empty(); }

    /// The matches that begin in a paragraph, in order.
    std::vector<TextStretch> matches(std::size_t paragraph) const {
        std::vector<TextStretch> found;
        const std::u16string_view text = buffer_.paragraph_text(paragraph);
        const bool exact = level_ == script::KeyLevel::exact;
        if (exact && text.find(lines_.front()) == std::u16string_view::npos) return found;
        const TextOffset begin = buffer_.paragraph_begin(paragraph);
        if (lines_.size() == 1) {
            for (const TextRange range : script::find(text, lines_.front(), level_)) {
                found.push_back({begin + range.begin, begin + range.end});
            }
        } else if (const auto start = tail(text); start && paragraph + lines_.size() <= buffer_.paragraph_count()) {
            const std::size_t last = paragraph + lines_.size() - 1;
            for (std::size_t i = 1; i + 1 < lines_.size(); ++i) {
                if (!is_whole(buffer_.paragraph_text(paragraph + i), lines_[i])) return found;
            }
            if (const auto end = head(buffer_.paragraph_text(last))) {
                found.push_back({begin + *start, buffer_.paragraph_begin(last) + *end});
            }
        }
        return found;
    }

private:
    /// Where the first line of the pattern begins that ends `text`.
    std::optional<TextIndex> tail(std::u16string_view text) const {
        if (lines_.front().empty()) return static_cast<TextIndex>(text.size());
        const std::vector<TextRange> found = script::find(text, lines_.front(), level_);
        if (found.empty() || found.back().end != text.size()) return std::nullopt;
        return found.back().begin;
    }
    /// Where the last line of the pattern ends that begins `text`.
    std::optional<TextIndex> head(std::u16string_view text) const {
        if (lines_.back().empty()) return 0;
        const std::vector<TextRange> found = script::find(text, lines_.back(), level_);
        if (found.empty() || found.front().begin != 0) return std::nullopt;
        return found.front().end;
    }
    bool is_whole(std::u16string_view text, std::u16string_view line) const {
        if (text.empty() || line.empty()) return text.empty() && line.empty();
        const std::vector<TextRange> found = script::find(text, line, level_);
        return found.size() == 1 && found.front() == TextRange{0, static_cast<TextIndex>(text.size())};
    }

    const Buffer& buffer_;
    std::vector<std::u16string> lines_;
    script::KeyLevel level_;
};

std::optional<TextStretch> first_from(const std::vector<TextStretch>& found, TextOffset from) {
    for (const TextStretch match : found) {
        if (match.begin >= from) return match;
    }
    return std::nullopt;
}

std::optional<TextStretch> last_until(const std::vector<TextStretch>& found, TextOffset until) {
    for (auto match = found.rbegin(); match != found.rend(); ++match) {
        if (match->end <= until) return *match;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Match> Editor::find(std::u16string_view pattern, TextOffset from, Direction direction,
                                  const SearchOptions& options) const {
    const Buffer& buffer = state_->buffer;
    const Searcher searcher{buffer, pattern, options.level};
    if (searcher.is_empty()) return std::nullopt;
    from = std::min(from, buffer.size());
    const std::size_t count = buffer.paragraph_count();
    const std::size_t start = buffer.place_of(from).paragraph;
    const bool forward = direction == Direction::forward;
    // The paragraph of the start comes twice: the rest of it first, at the end what is on the other side.
    for (std::size_t i = 0; i <= count; ++i) {
        const bool wrapped = forward ? start + i >= count : i > start;
        const bool again = i == count;
        if ((wrapped || again) && !options.wrap) return std::nullopt;
        const std::size_t paragraph = forward ? (start + i) % count : (start + count - i % count) % count;
        const std::vector<TextStretch> found = searcher.matches(paragraph);
        const bool whole = wrapped || again;
        const auto match = forward ? first_from(found, whole ? 0 : from)
                                   : last_until(found, whole ? buffer.size() : from);
        if (match) return Match{*match, whole};
    }
    return std::nullopt;
}

std::optional<Match> Editor::find_next(std::u16string_view pattern, Direction direction,
                                       const SearchOptions& options) {
    const Use use{*state_};
    State& state = use.state;
    state.end_composition();
    const bool forward = direction == Direction::forward;
    const auto match = find(pattern, forward ? state.shown.end() : state.shown.begin(), direction, options);
    if (match) select(match->range.begin, match->range.end);
    return match;
}

std::vector<TextStretch> Editor::find_all(std::u16string_view pattern, const SearchOptions& options,
                                          std::size_t limit) const {
    const Buffer& buffer = state_->buffer;
    const Searcher searcher{buffer, pattern, options.level};
    std::vector<TextStretch> all;
    if (searcher.is_empty()) return all;
    for (std::size_t i = 0; i < buffer.paragraph_count() && all.size() < limit; ++i) {
        for (const TextStretch match : searcher.matches(i)) {
            if (all.size() < limit && (all.empty() || all.back().end <= match.begin)) all.push_back(match);
        }
    }
    return all;
}

/// A few matches are replaced one by one, so that the rest keeps its lines and marks; many at once, so that time does
/// not grow with their number times the cost of a paragraph.
std::size_t Editor::replace_all(std::u16string_view pattern, std::u16string_view text, const SearchOptions& options) {
    const Use use{*state_};
    State& state = use.state;
    state.end_composition();
    if (!state.may_edit()) return 0;
    const std::vector<TextStretch> all = find_all(pattern, options);
    if (all.empty()) return 0;
    EditingOptions unlimited = state.options;
    unlimited.max_length = 0;
    std::swap(state.options, unlimited);
    bool cut = false;
    const std::u16string made = state.fitting(text, {}, cut);
    std::swap(state.options, unlimited);
    TextOffset removed = 0;
    for (const TextStretch match : all) removed += match.end - match.begin;
    if (state.options.max_length > 0 && size() - removed + made.size() * all.size() > state.options.max_length) {
        Change change{ChangeKind::refused};
        change.refusal = Refusal::full;
        state.changes.add(std::move(change));
        return 0;
    }
    Step step;
    step.before = state.shown;
    TextOffset head = state.shown.head;
    for (auto match = all.rbegin(); match != all.rend(); ++match) {
        if (head >= match->end) head = head - (match->end - match->begin) + made.size();
        else if (head > match->begin) head = match->begin + made.size();
    }
    constexpr std::size_t few = 200;
    if (all.size() <= few) {
        for (auto match = all.rbegin(); match != all.rend(); ++match) {
            step.parts.push_back({match->begin, state.apply(*match, made), made});
        }
    } else {
        const TextStretch whole{all.front().begin, all.back().end};
        const std::u16string old = this->text(whole);
        std::u16string anew;
        TextOffset at = whole.begin;
        for (const TextStretch match : all) {
            anew.append(old, at - whole.begin, match.begin - at);
            anew += made;
            at = match.end;
        }
        SharedText removed = state.apply(whole, anew);
        step.parts.push_back({whole.begin, std::move(removed), std::move(anew)});
    }
    state.set_selection(head, head);
    step.after = state.shown;
    state.history.add(std::move(step));
    state.say_history();
    return all.size();
}

}  // namespace bichig::edit
