// Why runs are divided (measured with poppler 22.12, PDFium and MuPDF): a space other than U+0020 that only a
// ToUnicode map tells of comes back as U+0020 or not at all, even between two letters; and poppler and PDFium, to which
// MVS is white space still (it was until Unicode 6.3), cut a word there. A marked content with
// ActualText keeps it, and must hold the whole word, so that the word stays one word. The same marked content serves
// clusters of several glyphs, whose text no single code can state, words with marks that stand over or under a letter,
// and characters that ToUnicode may not hold.
#include "format/pdf/internal/text_plan.h"

#include <algorithm>

#include <bichig/base/utf.h>

namespace bichig::format::pdf {

namespace {

/// Whether a ToUnicode map may not hold `value` (ISO 19005-2, 6.2.11.7.2).
bool is_unmappable(char32_t value) { return value == 0 || value == 0xFEFF || value == 0xFFFE || value == 0xFFFF; }

/// Ideographs, kana and the forms that are set like them: each is a word of its own.
bool is_ideographic(char32_t value) {
    return (value >= 0x2E80 && value <= 0x9FFF && value != 0x3000) || (value >= 0xAC00 && value <= 0xD7AF) ||
           (value >= 0xF900 && value <= 0xFAFF) || (value >= 0xFE30 && value <= 0xFE4F) ||
           (value >= 0xFF00 && value <= 0xFFEF) || (value >= 0x20000 && value <= 0x3FFFF);
}

/// NNBSP and MVS: they join a suffix or a final vowel to its word.
bool is_connector(char32_t value) { return value == 0x202F || value == 0x180E; }

bool is_ascii_space(char32_t value) { return value == ' ' || (value >= 9 && value <= 13); }

/// What of a text asks for an ActualText.
struct Needs {
    bool fragile_space = false;
    bool unmappable = false;
};

Needs needs(std::u16string_view text) {
    Needs result;
    for (const char16_t unit : text) {
        result.fragile_space = result.fragile_space || is_fragile_space(unit);
        result.unmappable = result.unmappable || is_unmappable(unit);
    }
    return result;
}

}  // namespace

bool is_fragile_space(char32_t value) {
    return value == 0xA0 || (value >= 0x2000 && value <= 0x200A) || value == 0x202F || value == 0x3000 ||
           value == 0x205F || value == 0x180E || value == 0x1680 || value == 0x85 || value == 0x2028 || value == 0x2029;
}

std::u16string actual_text(std::u16string_view text) {
    std::u16string result{text};
    if (text.size() == 1 && is_fragile_space(text[0])) result.push_back(u' ');
    return result;
}

static bool is_blank(std::u16string_view text) { return text.find_first_not_of(u' ') == std::u16string_view::npos; }

void TextPlan::make(const page::GlyphRun& run, FontCodes& codes, bool opens, bool closes) {
    glyphs.clear();
    pieces.clear();
    collect(run, codes);
    if (glyphs.empty()) return;
    find_spans(run, codes);
    add_edge_spans(run.text, opens, closes);
    // What lies between the spans needs no statement of its text.
    std::vector<TextPiece> spans;
    spans.swap(pieces);
    // PDFium passes over a text object of nothing but a space after one that stands otherwise: it goes with the span.
    const std::u16string_view text = run.text;
    if (!spans.empty() && is_blank(text.substr(0, glyphs[spans.front().begin].text.begin))) spans.front().begin = 0;
    std::uint32_t done = 0;
    const auto plain = [&](std::uint32_t end) {
        if (done < end) pieces.push_back({done, end, {}, false});
    };
    for (TextPiece& span : spans) {
        plain(span.begin);
        span.text = {glyphs[span.begin].text.begin, glyphs[span.end - 1].text.end};
        span.actual = true;
        pieces.push_back(span);
        done = span.end;
    }
    plain(static_cast<std::uint32_t>(glyphs.size()));
}

/// Takes over the glyphs of the run. A glyph that draws nothing and takes no room (a variation selector, say) is not
/// shown: the glyph before it takes its text, or at the start of a run the one after it. Readers would else see the pen
/// go back over the width that the font gives it, and find two words.
void TextPlan::collect(const page::GlyphRun& run, FontCodes& codes) {
    const double unit = run.size.in_points() / static_cast<double>(run.font.metrics().units_per_em.count());
    const auto text_end = static_cast<TextIndex>(run.text.size());
    TextIndex pending = 0;
    for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
        const page::PlacedGlyph& glyph = run.glyphs[i];
        const Length next = i + 1 < run.glyphs.size() ? run.glyphs[i + 1].along : run.advance;
        const TextRange text{std::min(glyph.text.begin, text_end), std::min(glyph.text.end, text_end)};
        if (next == glyph.along && codes.blank(glyph.glyph) && (!glyphs.empty() || i + 1 < run.glyphs.size())) {
            if (!glyphs.empty() && !text.empty()) glyphs.back().text.end = text.end;
            continue;
        }
        glyphs.push_back({glyph.glyph == 0 ? codes.carrier() : glyph.glyph, glyph.along.in_points(),
                          static_cast<double>(glyph.shift_x.count()) * unit,
                          static_cast<double>(glyph.shift_y.count()) * unit, text, next == glyph.along});
        if (glyphs.size() == 1) glyphs.front().text.begin = pending;
    }
}

std::uint32_t TextPlan::next_cluster(std::uint32_t index) const {
    do ++index; while (index < glyphs.size() && !starts_cluster(index));
    return index;
}

/// Whether a cluster has a mark over or under its base: poppler finds it out of line and parts the word there.
bool TextPlan::has_mark(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i) {
        if (glyphs[i].mark) return true;
    }
    return false;
}

/// Whether so much room is left before a glyph that readers find a space there: poppler does from a tenth of the size.
bool TextPlan::has_room_before(std::uint32_t index, const page::GlyphRun& run, FontCodes& codes) const {
    if (index == 0 || run.orientation == page::Orientation::upright) return false;
    const PlannedGlyph& last = glyphs[index - 1];
    const double size = run.size.in_points();
    return glyphs[index].along - last.along - codes.width(last.glyph) * size / 1000 > size * 0.05;
}

/// Makes the first or last word of the run a span.
void TextPlan::add_edge_spans(std::u16string_view text, bool opens, bool closes) {
    const auto count = static_cast<std::uint32_t>(glyphs.size());
    if (opens) {
        TextPiece word{0, next_cluster(0), {}, true};
        widen_to_word(text, word);
        while (!pieces.empty() && pieces.front().begin < word.end) {
            word.end = std::max(word.end, pieces.front().end);
            pieces.erase(pieces.begin());
        }
        pieces.insert(pieces.begin(), word);
    }
    if (!closes) return;
    std::uint32_t last = count - 1;
    while (!starts_cluster(last)) --last;
    TextPiece word{last, count, {}, true};
    widen_to_word(text, word);
    add_span(word);
}

void TextPlan::find_spans(const page::GlyphRun& run, FontCodes& codes) {
    const std::u16string_view text = run.text;
    const Needs whole = needs(text);
    const auto count = static_cast<std::uint32_t>(glyphs.size());
    for (std::uint32_t index = 0; index < count;) {
        const std::uint32_t next = next_cluster(index);
        const bool several = next - index > 1;
        if (has_room_before(index, run, codes) && !is_parted(text, index)) {
            TextPiece both{index - 1, next, {}, true};
            while (!starts_cluster(both.begin)) --both.begin;
            widen_to_word(text, both);
            add_span(both);
        }
        if (several || glyphs[index].mark || whole.fragile_space || whole.unmappable) {
            const TextRange range{glyphs[index].text.begin, glyphs[next - 1].text.end};
            const Needs own = needs(text.substr(range.begin, range.size()));
            if (several || own.unmappable) add_span({index, next, {}, true});
            if (own.fragile_space || has_mark(index, next)) {
                TextPiece word{index, next, {}, true};
                widen_to_word(text, word);
                add_span(word);
            }
        }
        index = next;
    }
}

/// Whether a space or an ideograph stands on either side of a place: readers make no word of the two.
bool TextPlan::is_parted(std::u16string_view text, std::uint32_t index) const {
    std::uint32_t last = index - 1;
    while (!starts_cluster(last)) --last;
    const auto parts = [&](std::uint32_t glyph) {
        const TextRange range = glyphs[glyph].text;
        if (range.empty()) return false;
        const char32_t first = code_point_at(text, range.begin).value;
        return is_ascii_space(first) || is_fragile_space(first) || is_ideographic(first);
    };
    return parts(last) || parts(index);
}

/// Adds a span, or grows the last one where both share glyphs. Spans come in the order of their ends.
void TextPlan::add_span(const TextPiece& piece) {
    TextPiece merged = piece;
    while (!pieces.empty() && merged.begin < pieces.back().end) {
        merged.begin = std::min(merged.begin, pieces.back().begin);
        merged.end = std::max(merged.end, pieces.back().end);
        pieces.pop_back();
    }
    pieces.push_back(merged);
}

/// Widens the span of a fragile space. NNBSP and MVS stand inside a word and take all of it, so that it stays one word.
/// Any other space parts words: it goes with what follows it, or at the end of a run with what stands before it, since
/// readers drop a text of blanks alone, and find a word in its own place only if no span holds it with another.
void TextPlan::widen_to_word(std::u16string_view text, TextPiece& piece) const {
    enum class Kind { space, separator, ideograph, word };
    const auto kind = [&](std::uint32_t index) {
        const TextRange range = glyphs[index].text;
        if (range.empty()) return Kind::word;
        const char32_t first = code_point_at(text, range.begin).value;
        if (is_ascii_space(first)) return Kind::space;
        if (is_fragile_space(first) && !is_connector(first)) return Kind::separator;
        return is_ideographic(first) ? Kind::ideograph : Kind::word;
    };
    const auto previous = [&](std::uint32_t index) {
        do --index; while (!starts_cluster(index));
        return index;
    };
    const auto count = static_cast<std::uint32_t>(glyphs.size());
    const auto widen_back = [&](Kind wanted) {
        while (piece.begin > 0 && kind(previous(piece.begin)) == wanted) piece.begin = previous(piece.begin);
    };
    const auto widen_on = [&](Kind wanted) {
        while (piece.end < count && kind(piece.end) == wanted) piece.end = next_cluster(piece.end);
    };
    if (kind(piece.begin) != Kind::separator) {
        widen_back(Kind::word);
        widen_on(Kind::word);
        return;
    }
    widen_on(Kind::separator);
    if (piece.end < count && kind(piece.end) == Kind::ideograph) {
        piece.end = next_cluster(piece.end);
    } else if (piece.end < count && kind(piece.end) == Kind::word) {
        widen_on(Kind::word);
    } else if (piece.begin > 0) {
        widen_back(Kind::separator);
        if (piece.begin > 0 && kind(previous(piece.begin)) == Kind::ideograph) {
            piece.begin = previous(piece.begin);
        } else {
            widen_back(Kind::word);
        }
    }
}

}  // namespace bichig::format::pdf
