// Steps of the caret.
#include <bichig/layout/movement.h>

#include <algorithm>

#include "layout/internal/stops.h"
#include "layout/internal/words.h"

namespace bichig::layout {

namespace {

TextIndex next_stop(std::u16string_view text, TextIndex index) {
    const auto size = static_cast<TextIndex>(text.size());
    const std::vector<TextIndex> found = internal::boundaries_around(text, {index, std::min(index + 1, size)});
    const auto next = std::upper_bound(found.begin(), found.end(), index);
    return next == found.end() ? size : *next;
}

TextIndex previous_stop(std::u16string_view text, TextIndex index) {
    const std::vector<TextIndex> found = internal::boundaries_around(text, {index > 0 ? index - 1 : 0, index});
    const auto next = std::lower_bound(found.begin(), found.end(), index);
    return next == found.begin() ? 0 : *(next - 1);
}

/// Where a step along the text ends, from `index`, which is not at the end that the step goes to.
TextIndex along(const Paragraph& paragraph, TextIndex index, Step step, Direction direction,
                const MovementOptions& options) {
    const std::u16string_view text = paragraph.text;
    const bool forward = direction == Direction::forward;
    if (step == Step::word) {
        return forward ? internal::next_word(text, index, options.suffixes, options.word_stop == WordStop::end)
                       : internal::previous_word(text, index, options.suffixes);
    }
    if (step == Step::paragraph) return forward ? static_cast<TextIndex>(text.size()) : 0;
    return forward ? next_stop(text, index) : previous_stop(text, index);
}

Moved move_by_line(const Paragraph& paragraph, const Caret& caret, Direction direction) {
    std::size_t line = line_of(paragraph, caret.position);
    const Length goal = caret.goal ? *caret.goal : caret_box(paragraph, caret.position).inline_;
    Moved moved{{caret.position, goal}, Leaving::no};
    const bool forward = direction == Direction::forward;
    const std::size_t edge = forward ? caret_line_count(paragraph) - 1 : 0;
    while (line != edge) {
        line = forward ? line + 1 : line - 1;
        const Hit hit = hit_test_line(paragraph, line, goal);
        if (line_of(paragraph, hit.caret) != line) continue;  // a line that is a part of one grapheme has no stop
        moved.caret.position = hit.caret;
        return moved;
    }
    moved.leaving = forward ? Leaving::to_next : Leaving::to_previous;
    return moved;
}

Moved move_to_line_edge(const Paragraph& paragraph, const Caret& caret, Direction direction) {
    const internal::LineStops line = internal::stops_of(paragraph, line_of(paragraph, caret.position));
    if (line.stops.empty()) return {{caret.position, {}}, Leaving::no};
    const internal::Stop& stop = direction == Direction::forward ? line.stops.back() : line.stops.front();
    return {{line.position(stop), {}}, Leaving::no};
}

}  // namespace

Moved move(const Paragraph& paragraph, const Caret& caret, Step step, Direction direction,
           const MovementOptions& options) {
    const Caret from{normalized(paragraph, caret.position), caret.goal};
    if (step == Step::line) return move_by_line(paragraph, from, direction);
    if (step == Step::line_edge) return move_to_line_edge(paragraph, from, direction);
    Moved moved{{from.position, {}}, Leaving::no};
    const bool forward = direction == Direction::forward;
    const TextIndex end = forward ? static_cast<TextIndex>(paragraph.text.size()) : 0;
    const bool next_paragraph = forward && step == Step::paragraph;
    if (from.position.index == end || next_paragraph) {
        moved.leaving = forward ? Leaving::to_next : Leaving::to_previous;
        if (from.position.index == end) return moved;
    }
    moved.caret.position = {along(paragraph, from.position.index, step, direction, options), Affinity::downstream};
    return moved;
}

KeyMeaning meaning(Arrow arrow, Step step, WritingMode mode, ArrowKeys keys) {
    const bool vertical = mode == WritingMode::vertical_lr && keys == ArrowKeys::physical;
    const bool forward = arrow == Arrow::down || arrow == Arrow::right;
    const bool upright_key = arrow == Arrow::up || arrow == Arrow::down;
    if (upright_key != vertical) {
        const bool large = step == Step::word || step == Step::paragraph;
        step = large ? Step::paragraph : Step::line;
    } else if (step == Step::line || step == Step::paragraph) {
        step = Step::grapheme;
    }
    return {step, forward ? Direction::forward : Direction::backward};
}

Moved move(const Paragraph& paragraph, const Caret& caret, Arrow arrow, Step step, const MovementOptions& options) {
    const KeyMeaning key = meaning(arrow, step, paragraph.mode, options.arrow_keys);
    return move(paragraph, caret, key.step, key.direction, options);
}

Caret enter(const Paragraph& paragraph, const Moved& moved, Step step) {
    if (moved.leaving == Leaving::no) return moved.caret;
    const bool forward = moved.leaving == Leaving::to_next;
    if (step == Step::line && moved.caret.goal) {
        const std::size_t line = forward ? 0 : caret_line_count(paragraph) - 1;
        return {hit_test_line(paragraph, line, *moved.caret.goal).caret, moved.caret.goal};
    }
    const bool at_start = forward || step == Step::paragraph;
    return {{at_start ? 0 : static_cast<TextIndex>(paragraph.text.size()), Affinity::downstream}, {}};
}

}  // namespace bichig::layout
