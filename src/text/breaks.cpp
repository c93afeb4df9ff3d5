// Places where a line may end: the rules of UAX #14 as ICU has them, tailored in two ways.
//
// 1. Characters that belong to another class than Unicode gives them are replaced, in a copy of the text that only the
//    rules see, by a character of that class: the marks of [class_of] in data/kinsoku/kinsoku.toml, and quotation
//    marks beside East Asian characters, which then open and close as brackets do (UAX #14 of Unicode 16, LB19a;
//    without it no line could break anywhere near a Chinese quotation).
// 2. Of the breaks that the rules allow, those that the line-edge rules or a word forbid are taken out. This never
//    adds a break, and never takes a mandatory one, so any text keeps its paragraphs.
#include <cstdint>
#include <limits>
#include <memory>
#include <string>

#include <unicode/ubrk.h>
#include <unicode/utf16.h>

#include <bichig/base/utf.h>

#include <text/characters.h>
#include <text/phases.h>

namespace bichig::text {

namespace {

struct CloseBreakIterator {
    void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
using BreakIterator = std::unique_ptr<UBreakIterator, CloseBreakIterator>;

/// What find_breaks keeps from call to call: opening an iterator costs more than a paragraph does. One per thread.
struct Scratch {
    std::u16string text;
    BreakIterator iterator;

    /// The iterator, standing before `text`; null when ICU has no data or the text is longer than it can count.
    UBreakIterator* start() {
        if (text.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) return nullptr;
        UErrorCode status = U_ZERO_ERROR;
        if (!iterator) iterator.reset(ubrk_open(UBRK_LINE, "", nullptr, 0, &status));
        if (U_FAILURE(status)) return nullptr;
        ubrk_setText(iterator.get(), text.data(), static_cast<std::int32_t>(text.size()), &status);
        return U_FAILURE(status) ? nullptr : iterator.get();
    }
};

char32_t code_point_before(std::u16string_view text, TextIndex index) {
    const char16_t unit = text[index - 1];
    if (U16_IS_TRAIL(unit) && index >= 2 && U16_IS_LEAD(text[index - 2])) {
        return static_cast<char32_t>(U16_GET_SUPPLEMENTARY(text[index - 2], unit));
    }
    return unit;
}

constexpr bool is_paragraph_end(char16_t c) {
    return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/// The character whose class the character at `index` takes; itself in most cases.
char16_t stand_in(std::u16string_view text, TextIndex index) {
    const char16_t c = text[index];
    if (c == 0x2018 || c == 0x201C) {
        const bool after_han = index > 0 && is_east_asian(code_point_before(text, index));
        return after_han ? u'\u300A' : c;
    }
    if (c == 0x2019 || c == 0x201D) {
        const bool before_han = index + 1 < text.size() && is_east_asian(code_point_at(text, index + 1).value);
        return before_han ? u'\u300B' : c;
    }
    for (const generated::Pair& pair : generated::class_of) {
        if (pair.first == c) return pair.second;
    }
    return c;
}

void write_stand_ins(std::u16string_view text, std::u16string& out) {
    out.assign(text);
    for (TextIndex i = 0; i < text.size(); ++i) {
        const char16_t c = text[i];
        if ((c >= 0x1800 && c <= 0x180F) || (c >= 0x2018 && c <= 0x201D)) out[i] = stand_in(text, i);
    }
}

template <typename List>
bool contains(const List& sorted, char16_t c) {
    return std::binary_search(sorted.begin(), sorted.end(), c);
}

template <typename List>
bool contains_pair(const List& pairs, char16_t first, char16_t second) {
    return std::any_of(pairs.begin(), pairs.end(), [&](const generated::Pair& pair) {
        return pair.first == first && pair.second == second;
    });
}

/// The line-edge rules of one text; asked for growing indexes, as blanks already seen are not looked at again.
class LineEdges {
public:
    explicit LineEdges(std::u16string_view text) : text_(text) {}

    /// Whether the line-edge rules or grapheme clusters forbid a break before `index`, which has text on both sides.
    bool forbid(TextIndex index) {
        const char16_t before = text_[index - 1];
        const char16_t after = text_[index];
        if (is_connector(before) || is_connector(after)) return true;
        // A tab or a wide space after a space: UAX #14 breaks before it and after it, and white space ends a line.
        if (is_blank(after) && !is_no_break_space(after)) return true;
        if (extends_previous(code_point_at(text_, index).value)) return true;
        if (is_hyphen_in_word(index)) return true;
        const auto last = static_cast<UChar32>(code_point_before(text_, index));
        if (last >= 0x600 && u_getIntPropertyValue(last, UCHAR_GRAPHEME_CLUSTER_BREAK) == U_GCB_PREPEND) return true;

        const TextIndex next = start_of_ink(index);
        const char16_t first = next < text_.size() ? text_[next] : u'\0';
        if (is_connector(first) || contains(generated::not_line_start, first)) return true;
        if (next + 1 < text_.size() && contains_pair(generated::paragraph_start, first, text_[next + 1])) return true;

        const TextIndex end = end_of_ink(index);
        if (end == 0) return false;
        const char16_t ink = text_[end - 1];
        return contains(generated::not_line_end, ink) || contains_pair(generated::inseparable, ink, first);
    }

private:
    /// Whether a hyphen inside a word stands before `index`, as in "e-mail". Words are not hyphenated in vertical lines
    /// (mlreq), and readers of PDF take a hyphen at the end of a line for a soft one and drop it.
    bool is_hyphen_in_word(TextIndex index) const {
        if (index < 2 || (text_[index - 1] != u'-' && text_[index - 1] != u'\u2010')) return false;
        return u_isalnum(static_cast<UChar32>(code_point_before(text_, index - 1))) &&
               u_isalnum(static_cast<UChar32>(code_point_at(text_, index).value));
    }

    /// The first index from `index` on that holds no blank.
    TextIndex start_of_ink(TextIndex index) {
        if (index < start_of_ink_) return start_of_ink_;
        while (index < text_.size() && is_blank(text_[index])) ++index;
        return start_of_ink_ = index;
    }

    /// The index after the last character before `index` that is neither blank nor combined with the one before it.
    TextIndex end_of_ink(TextIndex index) {
        TextIndex end = index;
        while (end > asked_ && is_blank(text_[end - 1])) --end;
        if (end <= asked_) {
            end = end_of_ink_;
        } else {
            while (end > 1 && extends_previous(code_point_before(text_, end))) {
                end -= U16_IS_SURROGATE(text_[end - 1]) ? 2 : 1;
            }
        }
        asked_ = index;
        return end_of_ink_ = end;
    }

    std::u16string_view text_;
    TextIndex start_of_ink_ = 0;
    TextIndex asked_ = 0;
    TextIndex end_of_ink_ = 0;
};

}  // namespace

std::vector<Break> find_breaks_without_icu(std::u16string_view text) {
    std::vector<Break> breaks(text.size() + 1, Break::no);
    breaks.back() = Break::mandatory;
    LineEdges edges(text);
    for (TextIndex i = 1; i < text.size(); ++i) {
        const char16_t before = text[i - 1];
        const char16_t after = text[i];
        if (is_paragraph_end(before)) {
            if (before != u'\r' || after != u'\n') breaks[i] = Break::mandatory;
        } else if (is_blank(before) && !is_no_break_space(before) && !is_blank(after) && !is_paragraph_end(after)) {
            breaks[i] = edges.forbid(i) ? Break::no : Break::allowed;
        }
    }
    return breaks;
}

std::vector<bool> cut_places(std::u16string_view text, TextRange range) {
    constexpr std::size_t rule_looks_ahead = 16;  // blanks after which no mark binds any more
    std::vector<bool> allowed(range.size());
    const std::u16string_view seen = text.substr(range.begin, range.size() + rule_looks_ahead);
    LineEdges edges(seen);
    for (TextIndex i = 1; i < range.size(); ++i) {
        const bool in_pair = U16_IS_TRAIL(seen[i]) && U16_IS_LEAD(seen[i - 1]);
        allowed[i] = !in_pair && !edges.forbid(i);
    }
    return allowed;
}

std::vector<Break> find_breaks(std::u16string_view text, const std::vector<TextRange>& words) {
    thread_local Scratch scratch;
    write_stand_ins(text, scratch.text);
    UBreakIterator* iterator = scratch.start();
    if (iterator == nullptr) return find_breaks_without_icu(text);
    std::vector<Break> breaks(text.size() + 1, Break::no);
    breaks.back() = Break::mandatory;
    LineEdges edges(text);
    auto word = words.begin();
    for (std::int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
        const auto index = static_cast<TextIndex>(at);
        if (index >= text.size()) break;
        if (is_paragraph_end(text[index - 1])) {
            breaks[index] = Break::mandatory;
            continue;
        }
        while (word != words.end() && word->end <= index) ++word;
        const bool in_word = word != words.end() && word->begin < index;
        if (!in_word && !edges.forbid(index)) breaks[index] = Break::allowed;
    }
    return breaks;
}

}  // namespace bichig::text
