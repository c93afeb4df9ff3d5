// Carets, points and selections that go from paragraph to paragraph.
#include <bichig/layout/text_caret.h>

#include <algorithm>

namespace bichig::layout {

namespace {

std::size_t last_paragraph(const TextLayout& text) { return text.paragraph_count() - 1; }

/// A paragraph and where its box begins on the block axis, once it has its lines.
struct Placed {
    std::size_t number;
    const Paragraph& lines;
    Length block;
};

Placed placed(TextLayout& text, std::size_t number) {
    number = std::min(number, last_paragraph(text));
    const Paragraph& lines = text.paragraph(number);
    return {number, lines, text.block_of(number) + lines.options.space_before};
}

/// The paragraph at a distance on the block axis. What is laid out on the way may move what is there, so it is looked
/// for again until it had its lines already.
std::size_t paragraph_at(TextLayout& text, Length block) {
    constexpr int most = 16;  // each round lays out a paragraph that had no lines
    std::size_t number = text.paragraph_at(block).paragraph;
    for (int round = 0; round < most && !text.is_laid_out(number); ++round) {
        text.paragraph(number);
        number = text.paragraph_at(block).paragraph;
    }
    return number;
}

/// The caret where a step out of `from` ends.
TextCaret enter_next(TextLayout& text, std::size_t from, const Moved& moved, Step step) {
    const bool forward = moved.leaving == Leaving::to_next;
    const bool at_edge = forward ? from == last_paragraph(text) : from == 0;
    if (!at_edge) {
        const std::size_t next = forward ? from + 1 : from - 1;
        return {next, enter(text.paragraph(next), moved, step)};
    }
    if (step != Step::line) return {from, moved.caret};
    const TextIndex index = forward ? static_cast<TextIndex>(text.text(from).size()) : 0;
    return {from, {{index, Affinity::downstream}, moved.caret.goal}};
}

}  // namespace

TextOffset offset_of(const TextLayout& text, const TextCaret& caret) {
    return text.offset_of(TextPlace{caret.paragraph, caret.caret.position.index});
}

TextCaret caret_at(const TextLayout& text, TextOffset offset) {
    const TextPlace place = text.place_of(offset);
    return {place.paragraph, {{place.index, Affinity::downstream}, {}}};
}

CaretBox caret_box(TextLayout& text, const TextCaret& caret) {
    const Placed at = placed(text, caret.paragraph);
    CaretBox box = caret_box(at.lines, caret.caret.position);
    box.block += at.block;
    return box;
}

TextHit hit_test(TextLayout& text, LogicalPoint point) {
    const Placed at = placed(text, paragraph_at(text, point.block));
    // Before its first line remains before it.
    const Length block = std::clamp(point.block, at.block - Length::raw(1), at.block + at.lines.size().block);
    return {at.number, hit_test(at.lines, LogicalPoint{point.inline_, block - at.block})};
}

TextCaret move(TextLayout& text, const TextCaret& caret, Step step, Direction direction,
               const MovementOptions& options) {
    const std::size_t from = std::min(caret.paragraph, last_paragraph(text));
    const Moved moved = move(text.paragraph(from), caret.caret, step, direction, options);
    if (moved.leaving == Leaving::no) return {from, moved.caret};
    return enter_next(text, from, moved, step);
}

TextCaret move(TextLayout& text, const TextCaret& caret, Arrow arrow, Step step, const MovementOptions& options) {
    const std::size_t from = std::min(caret.paragraph, last_paragraph(text));
    const KeyMeaning key = meaning(arrow, step, text.paragraph(from).mode, options.arrow_keys);
    return move(text, {from, caret.caret}, key.step, key.direction, options);
}

TextCaret move_by(TextLayout& text, const TextCaret& caret, Length distance) {
    const bool forward = distance > Length{};
    const Placed from = placed(text, caret.paragraph);
    const CaretBox box = caret_box(from.lines, caret.caret.position);
    const Length goal = caret.caret.goal ? *caret.caret.goal : box.inline_;
    const TextCaret next =
        move(text, {from.number, {caret.caret.position, goal}}, Step::line,
             forward ? Direction::forward : Direction::backward);
    // No farther than any text is long, so that the sum stays in range.
    const Length most = text.block_size() + Length::points(1);
    const Length target = from.block + from.lines.axis(box.line) + std::clamp(distance, -most, most);
    const Placed there = placed(text, paragraph_at(text, target));
    const Length offset = std::clamp(target, there.block, there.block + there.lines.size().block) - there.block;
    const Hit hit = hit_test(there.lines, LogicalPoint{goal, offset});
    const TextCaret far{there.number, {hit.caret, goal}};
    const TextOffset far_offset = offset_of(text, far);
    const TextOffset next_offset = offset_of(text, next);
    const bool farther = forward ? far_offset > next_offset : far_offset < next_offset;
    return farther ? far : next;
}

std::vector<TextSelectionPart> selection_shapes(TextLayout& text, TextStretch range, Length offset, Length extent) {
    std::vector<TextSelectionPart> parts;
    if (range.begin > range.end) std::swap(range.begin, range.end);
    range.end = std::min(range.end, text.size());
    if (range.empty() || extent <= Length{}) return parts;
    const std::size_t last = text.place_of(range.end).paragraph;
    for (std::size_t i = std::max(text.place_of(range.begin).paragraph, paragraph_at(text, offset)); i <= last; ++i) {
        const Placed seen = placed(text, i);
        if (seen.block - offset >= extent) break;
        const TextOffset start = text.offset_of(i);
        const TextOffset size = seen.lines.text.size();
        const TextRange own{static_cast<TextIndex>(range.begin > start ? std::min(range.begin - start, size) : 0),
                            static_cast<TextIndex>(std::min(range.end - start, size))};
        std::vector<SelectionPart> shapes = selection_shapes(seen.lines, own);
        if (range.end > start + size) {  // the end of the paragraph is selected too
            const CaretBox end = caret_box(seen.lines, {own.end, Affinity::downstream});
            const bool goes_on = !shapes.empty() && shapes.back().line == end.line;
            if (!goes_on) {
                shapes.push_back({end.line, {own.end, own.end},
                                  {end.inline_, seen.lines.axis(end.line) - seen.lines.pitch / 2},
                                  {Length{}, seen.lines.pitch}, Length{}});
            }
            shapes.back().break_room += end.extent / 4;
            shapes.back().size.inline_ += end.extent / 4;
        }
        for (SelectionPart& part : shapes) {
            part.origin.block += seen.block;
            const bool before = part.origin.block + part.size.block <= offset;
            if (!before && part.origin.block - offset < extent) parts.push_back({i, part});
        }
    }
    return parts;
}

TextStretch stretch_between(TextLayout& text, LogicalPoint from, LogicalPoint to) {
    const auto offset = [&](LogicalPoint point) {
        const TextHit hit = hit_test(text, point);
        return text.offset_of(TextPlace{hit.paragraph, hit.hit.caret.index});
    };
    const TextOffset one = offset(from);
    const TextOffset other = offset(to);
    return {std::min(one, other), std::max(one, other)};
}

}  // namespace bichig::layout
