// Words near a place: a boundary of words always stands before a space that follows no other space, so that a text
// may be cut there before its words are told.
#include "layout/internal/words.h"

#include <algorithm>

namespace bichig::layout::internal {

namespace {

constexpr TextIndex first_reach = 64;  // most words end sooner

/// Spaces that make one segment with a space after them (UAX #29, WB3d).
constexpr bool joins_space(char16_t c) {
    return c == u' ' || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x205F || c == 0x3000;
}

bool may_be_cut(std::u16string_view text, TextIndex index) {
    return index == 0 || index == text.size() || (text[index] == u' ' && !joins_space(text[index - 1]));
}

bool is_word(const text::Segment& segment) {
    return segment.kind == text::SegmentKind::word || segment.kind == text::SegmentKind::number;
}

}  // namespace

std::vector<text::Segment> segments_around(std::u16string_view text, TextRange range, text::Suffixes suffixes) {
    const auto size = static_cast<TextIndex>(text.size());
    range.end = std::min(range.end + 1, size);  // a cut at range.begin would leave its character out
    while (!may_be_cut(text, range.begin)) --range.begin;
    while (!may_be_cut(text, range.end)) ++range.end;
    std::vector<text::Segment> found = text::segments(text.substr(range.begin, range.size()), suffixes);
    for (text::Segment& segment : found) {
        segment.range.begin += range.begin;
        segment.range.end += range.begin;
    }
    return found;
}

TextIndex next_word(std::u16string_view text, TextIndex index, text::Suffixes suffixes, bool ends) {
    const auto size = static_cast<TextIndex>(text.size());
    for (TextIndex reach = first_reach;; reach *= 2) {
        const TextIndex end = size - index > reach ? index + reach : size;
        for (const text::Segment& segment : segments_around(text, {index, end}, suffixes)) {
            const TextIndex edge = ends ? segment.range.end : segment.range.begin;
            if (edge > index && is_word(segment)) return edge;
        }
        if (end == size) return size;
    }
}

TextIndex previous_word(std::u16string_view text, TextIndex index, text::Suffixes suffixes) {
    for (TextIndex reach = first_reach;; reach *= 2) {
        const TextIndex begin = index > reach ? index - reach : 0;
        const std::vector<text::Segment> found = segments_around(text, {begin, index}, suffixes);
        const auto last = std::find_if(found.rbegin(), found.rend(), [&](const text::Segment& segment) {
            return segment.range.begin < index && is_word(segment);
        });
        if (last != found.rend()) return last->range.begin;
        if (begin == 0) return 0;
    }
}

}  // namespace bichig::layout::internal
