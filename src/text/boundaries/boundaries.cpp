// Grapheme, word and sentence boundaries: ICU's (UAX #29), with what Mongolian needs otherwise.
#include <bichig/text/boundaries.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

#include <unicode/ubrk.h>
#include <unicode/utf16.h>

#include <bichig/base/utf.h>
#include <bichig/script/properties.h>
#include <bichig/script/suffixes.h>

#include <text/characters.h>
#include <text/phases.h>

namespace bichig::text {

namespace {

constexpr char16_t mvs = 0x180E;

struct CloseBreakIterator {
    void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
using BreakIterator = std::unique_ptr<UBreakIterator, CloseBreakIterator>;

/// The boundaries of one kind, 0 and the size included; every code point where ICU cannot help. Iterators are kept from
/// call to call, one per thread, as opening one is dear.
std::vector<TextIndex> icu_boundaries(std::u16string_view text, UBreakIteratorType type) {
    thread_local std::array<BreakIterator, 4> iterators;
    BreakIterator& iterator = iterators[static_cast<std::size_t>(type)];
    const auto size = static_cast<TextIndex>(text.size());
    std::vector<TextIndex> found{0};
    if (size == 0) return found;
    UErrorCode status = U_ZERO_ERROR;
    if (!iterator) iterator.reset(ubrk_open(type, "", nullptr, 0, &status));
    if (text.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()))
        status = U_BUFFER_OVERFLOW_ERROR;
    if (U_SUCCESS(status)) {
        ubrk_setText(iterator.get(), text.data(), static_cast<std::int32_t>(text.size()), &status);
    }
    if (U_FAILURE(status)) {
        for (TextIndex i = 0; i < size && type == UBRK_CHARACTER; i += code_point_at(text, i).size) {
            if (i > 0) found.push_back(i);
        }
        found.push_back(size);
        return found;
    }
    for (std::int32_t at = ubrk_next(iterator.get()); at != UBRK_DONE; at = ubrk_next(iterator.get())) {
        found.push_back(static_cast<TextIndex>(at));
    }
    return found;
}

constexpr bool is_line_end(char16_t c) { return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029; }

/// Whether the MVS at `index` goes with the letter after it.
bool precedes_letter(std::u16string_view text, TextIndex index) {
    return index + 1 < text.size() && script::kind(text[index + 1]) == script::Kind::letter;
}

/// Whether MVS, on one of the two sides of the boundary `index`, takes the boundary away.
bool is_bound_by_mvs(std::u16string_view text, TextIndex index) {
    if (text[index - 1] == mvs && precedes_letter(text, index - 1)) return true;
    if (text[index] != mvs || precedes_letter(text, index)) return false;
    return !is_line_end(text[index - 1]);
}

bool is_blank_or_line_end(char32_t c) {
    return is_blank(c) || c == 0x202F || (c < 0x10000 && is_line_end(static_cast<char16_t>(c)));
}

SegmentKind kind_of(std::u16string_view segment) {
    SegmentKind kind = SegmentKind::blank;
    for (TextIndex i = 0; i < segment.size();) {
        const CodePoint c = code_point_at(segment, i);
        i += c.size;
        const auto character = static_cast<UChar32>(c.value);
        const bool letter = is_plain_mongolian_letter(c.value) || is_plain_ideograph(c.value) || u_isalpha(character);
        if (letter) return SegmentKind::word;
        if (u_isdigit(character)) {
            kind = SegmentKind::number;
        } else if (kind == SegmentKind::blank && !is_blank_or_line_end(c.value)) {
            kind = SegmentKind::mark;
        }
    }
    return kind;
}

/// Takes out of `boundaries` those inside `words`, and adds their edges and, when asked, the suffixes in them.
std::vector<TextIndex> tailor(std::u16string_view text, const std::vector<TextIndex>& boundaries,
                              const std::vector<TextRange>& words, Suffixes suffixes) {
    std::vector<TextIndex> found;
    found.reserve(boundaries.size() + 2 * words.size());
    auto next = boundaries.begin();
    for (const TextRange& word : words) {
        for (; next != boundaries.end() && *next < word.begin; ++next) found.push_back(*next);
        // A suffix goes on with the foreign word before it, unless it was asked for alone.
        const bool edge = !is_connector(text[word.begin]) || suffixes == Suffixes::apart;
        const bool boundary = next != boundaries.end() && *next == word.begin;
        if (edge || boundary) found.push_back(word.begin);
        for (TextIndex i = word.begin + 1; i < word.end && suffixes == Suffixes::apart; ++i) {
            if (script::is_suffix_connector(text, i)) found.push_back(i);
        }
        while (next != boundaries.end() && *next <= word.end) ++next;
        found.push_back(word.end);
    }
    found.insert(found.end(), next, boundaries.end());
    found.push_back(0);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace

std::vector<TextIndex> grapheme_boundaries(std::u16string_view text) {
    std::vector<TextIndex> found = icu_boundaries(text, UBRK_CHARACTER);
    const auto last = std::remove_if(found.begin(), found.end(), [&](TextIndex index) {
        return index > 0 && index < text.size() && is_bound_by_mvs(text, index);
    });
    found.erase(last, found.end());
    return found;
}

std::vector<Segment> segments(std::u16string_view text, Suffixes suffixes) {
    const std::vector<TextIndex> found = tailor(text, icu_boundaries(text, UBRK_WORD), find_words(text), suffixes);
    std::vector<Segment> out;
    out.reserve(found.size());
    for (std::size_t i = 1; i < found.size(); ++i) {
        const TextRange range{found[i - 1], found[i]};
        out.push_back({range, kind_of(text.substr(range.begin, range.size()))});
    }
    return out;
}

std::vector<TextIndex> sentence_boundaries(std::u16string_view text) { return icu_boundaries(text, UBRK_SENTENCE); }

}  // namespace bichig::text
