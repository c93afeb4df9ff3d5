// Chooses a font and an orientation for each character, and joins equal neighbours to items.
//
// Fonts are chosen by script first and by coverage second: 《》 in Chinese text belongs to the Chinese font even where
// the Mongolian one has it, and a word keeps one font with its selectors, connectors and suffixes, since a change of
// font at NNBSP or MVS loses the form of the suffix. Upright characters never come from the Mongolian font: its
// vertical advances are unusable. The letters of a word of another script come from one face too where one has them
// all; only where none has, each letter takes the first face that has it.
#include "shape/internal/itemize.h"

#include <algorithm>
#include <array>
#include <optional>

#include <hb.h>

#include <bichig/base/utf.h>
#include <bichig/script/properties.h>

#include "shape/internal/numbers.h"
#include "shape/units/map_data.h"

namespace bichig::shape::internal {

namespace {

using text::VerticalOrientation;

struct Choice {
    const font::Font* font = nullptr;
    Orientation orientation = Orientation::sideways;
    text::Script script = text::common;
};

bool is_ascii_like_latin(char32_t c) { return c < 0x2E80 && !(c >= 0x2010 && c <= 0x2027) && c != 0x00B7; }

/// Fonts in the order in which they are asked for a character of `script`. Scratch.
class Preference {
public:
    Preference(const FontSet& set, text::Script script, char32_t c, bool upright) {
        if (script == text::emoji) {
            add({&set.emoji, &set.fallback, &set.han, &set.latin, &set.mongolian});
        } else if (upright) {
            add({&set.han, &set.fallback, &set.emoji, &set.latin});
        } else if (script == text::mongolian) {
            add({&set.mongolian, &set.latin, &set.han, &set.fallback, &set.emoji});
        } else if (script == text::han && !is_ascii_like_latin(c)) {
            add({&set.han, &set.fallback, &set.latin, &set.emoji, &set.mongolian});
        } else {
            if (const font::Font* own = face_of(set, script)) add({own});
            add({&set.latin, &set.han, &set.fallback, &set.mongolian, &set.emoji});
        }
        for (const font::Font& other : set.others) add({&other});
    }

    const font::Font& first() const { return *fonts_[0]; }
    auto begin() const { return fonts_.begin(); }
    auto end() const { return fonts_.begin() + size_; }

private:
    static const font::Font* face_of(const FontSet& set, text::Script script) {
        const std::optional<font::Font>* own = script == text::cyrillic  ? &set.cyrillic
                                               : script == text::tibetan ? &set.tibetan
                                               : script == text::phags_pa ? &set.phags_pa
                                                                          : nullptr;
        return own != nullptr && *own ? &**own : nullptr;
    }
    void add(std::initializer_list<const font::Font*> fonts) {
        for (const font::Font* font : fonts) {
            if (size_ < static_cast<std::ptrdiff_t>(fonts_.size())) fonts_[static_cast<std::size_t>(size_++)] = font;
        }
    }

    // Without the heap, since every character asks; more than this no one gives.
    std::array<const font::Font*, 24> fonts_{};
    std::ptrdiff_t size_ = 0;
};

/// The map of a font of the old kind, or null.
const UnitMap* map_of_codes(const font::Font& font, const ShaperOptions& options) {
    for (const UnitMap& map : options.maps) {
        if (map.data().only_codes && map.font() == font) return &map;
    }
    return nullptr;
}

bool has(const font::Font& font, char32_t c, const ShaperOptions& options) {
    if (font.glyph(c) != 0) return true;
    const UnitMap* map = map_of_codes(font, options);
    if (map == nullptr) return false;
    const auto unit = static_cast<char16_t>(c);
    return map->data().mark(c).glyph != 0 ||
           (unit == c && script::is_word_character(unit) && map->covers({&unit, 1}, options.units));
}

const font::Font* first_with(const Preference& order, char32_t c, const ShaperOptions& options) {
    for (const font::Font* font : order) {
        if (has(*font, c, options)) return font;
    }
    return nullptr;
}

const font::Font* first_with_vertical_form(const Preference& order, char32_t c) {
    for (const font::Font* font : order) {
        if (font->has_vertical_form(c)) return font;
    }
    return nullptr;
}

/// Script, font and orientation of one character outside words.
Choice choose(char32_t c, text::Script script, VerticalOrientation vertical, const Span& span,
              LineDirection direction, const ShaperOptions& options) {
    const FontSet& set = span.fonts;
    // A text without any letter, a number in a cell say, looks like the numbers in the text around it.
    if (script == text::common) script = span.language.starts_with("mn") ? text::mongolian : text::latin;
    if (direction == LineDirection::horizontal) {
        const Preference order{set, script, c, false};
        const font::Font* font = first_with(order, c, options);
        return {font != nullptr ? font : &order.first(), Orientation::horizontal, script};
    }
    if (vertical == VerticalOrientation::transformed_upright || vertical == VerticalOrientation::transformed_rotated) {
        const Preference order{set, text::han, c, true};
        if (const font::Font* font = first_with_vertical_form(order, c)) return {font, Orientation::upright, text::han};
        if (vertical == VerticalOrientation::transformed_rotated) vertical = VerticalOrientation::rotated;
    }
    const bool upright = vertical != VerticalOrientation::rotated || script == text::emoji;
    const Preference order{set, script, c, upright};
    const font::Font* font = first_with(order, c, options);
    if (upright && script != text::emoji) script = text::han;
    return {font != nullptr ? font : &order.first(), upright ? Orientation::upright : Orientation::sideways, script};
}

/// Whether every visible character of a word is in `font`.
bool covers(const font::Font& font, std::u16string_view word, const ShaperOptions& options) {
    const UnitMap* map = map_of_codes(font, options);
    for (TextIndex i = 0; i < word.size();) {
        const CodePoint c = code_point_at(word, i);
        if (map != nullptr && script::is_word_character(word[i])) {
            TextIndex end = i + 1;
            while (end < word.size() && script::is_word_character(word[end])) ++end;
            if (!map->covers(word.substr(i, end - i), options.units)) return false;
            i = end;
            continue;
        }
        const script::Kind kind = script::kind(c.value);
        const bool visible = kind == script::Kind::letter || kind == script::Kind::digit ||
                             kind == script::Kind::none || kind == script::Kind::combining;
        if (visible && !has(font, c.value, options)) return false;
        i += c.size;
    }
    return true;
}

/// The face for a Mongolian word: where its own lacks a letter, the first that has all, if can be one that joins them;
/// null if none has all.
const font::Font* face_of_word(const FontSet& set, std::u16string_view word, const ShaperOptions& options) {
    if (covers(set.mongolian, word, options)) return &set.mongolian;
    const font::Font* found = nullptr;
    const auto consider = [&](const font::Font& other) {
        if ((found == nullptr || !found->joins_mongolian()) && covers(other, word, options) &&
            (found == nullptr || other.joins_mongolian())) {
            found = &other;
        }
    };
    for (const font::Font& other : set.others) consider(other);
    for (const font::Font* other : {&set.fallback, &set.han, &set.latin}) consider(*other);
    return found;
}

/// Characters that follow the font of the character before them: marks, selectors, joiners, and the soft hyphen, which
/// letters join across.
bool is_extender(char32_t c) {
    return c == 0xAD || (c >= 0x300 && c <= 0x36F) || (c >= 0x200C && c <= 0x200D) || (c >= 0x20D0 && c <= 0x20FF) ||
           (c >= 0x3099 && c <= 0x309A) || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) ||
           (c >= 0x1F3FB && c <= 0x1F3FF) || script::kind(c) == script::Kind::variation_selector;
}

bool is_letter_or_mark(char32_t c) {
    if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    switch (hb_unicode_general_category(hb_unicode_funcs_get_default(), c)) {
        case HB_UNICODE_GENERAL_CATEGORY_LOWERCASE_LETTER:
        case HB_UNICODE_GENERAL_CATEGORY_MODIFIER_LETTER:
        case HB_UNICODE_GENERAL_CATEGORY_OTHER_LETTER:
        case HB_UNICODE_GENERAL_CATEGORY_TITLECASE_LETTER:
        case HB_UNICODE_GENERAL_CATEGORY_UPPERCASE_LETTER:
        case HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
        case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
        case HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK:
            return true;
        default:
            return c == 0xF0B || is_extender(c);  // Tibetan syllables hang together by U+0F0B
    }
}

/// Whether letters of `script` make words that one face must set.
bool has_words(text::Script script) {
    return script != text::han && script != text::emoji && script != text::common && script != text::mongolian;
}

/// One past the letters from `begin` on, which stand in one way.
TextIndex end_of_letters(std::u16string_view text, const text::Analysis& analysis, TextIndex begin, TextIndex end) {
    TextIndex i = begin;
    while (i < end && analysis.orientations[i] == analysis.orientations[begin]) {
        const CodePoint c = code_point_at(text, i);
        if (!is_letter_or_mark(c.value)) break;
        i += c.size;
    }
    return std::min(i, end);
}

/// The first face that has all of `letters`; marks may be part of a letter's glyph and are not asked for.
const font::Font* first_with_all(const Preference& order, std::u16string_view letters) {
    for (const font::Font* font : order) {
        bool all = true;
        for (TextIndex i = 0; all && i < letters.size();) {
            const CodePoint c = code_point_at(letters, i);
            all = (i > 0 && is_extender(c.value)) || font->glyph(c.value) != 0;
            i += c.size;
        }
        if (all) return font;
    }
    return nullptr;
}

/// Spaces wider or narrower than U+0020. HarfBuzz makes them of the space of any font.
bool is_wide_space(char32_t c) {
    return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x205F || c == 0x3000;
}

/// Whether an item is nothing but spaces.
bool is_blank(std::u16string_view text) {
    return std::all_of(text.begin(), text.end(), [](char16_t unit) { return unit == u' ' || is_wide_space(unit); });
}

/// Appends an item, or lets the last one go on to its end where they are alike.
void append(const Item& item, std::vector<Item>& items) {
    const auto continues = [&](const Item& last) {
        return !last.number && !item.number && *last.font == *item.font && last.orientation == item.orientation &&
               last.script == item.script && last.span == item.span;
    };
    if (!items.empty() && continues(items.back())) {
        items.back().range.end = item.range.end;
    } else {
        items.push_back(item);
    }
}

/// Lets blank items go with the lying text before them, or else after them, of the same span: a space has no look that
/// would ask for a font of its own, and stays in one run with the words it parts.
void join_blanks(std::u16string_view text, std::vector<Item>& items) {
    std::vector<Item> joined;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Item& item = items[i];
        const auto takes = [&](const Item& other) {
            return other.span == item.span && other.orientation != Orientation::upright;
        };
        if (!is_blank(text.substr(item.range.begin, item.range.size()))) {
            append(item, joined);
        } else if (!joined.empty() && takes(joined.back())) {
            joined.back().range.end = item.range.end;
        } else if (i + 1 < items.size() && takes(items[i + 1])) {
            items[i + 1].range.begin = item.range.begin;
        } else {
            joined.push_back(item);
        }
    }
    items = std::move(joined);
}

/// The face for the word or rest of a word at the beginning of `word`. Where no face has all of it, `word` is cut to
/// its letters, selectors and connectors, which need each other: digits before a suffix may have another face. Then
/// `word` is empty where it begins with anything else.
const font::Font* take_word(std::u16string_view text, TextRange& word, const FontSet& fonts,
                            const ShaperOptions& options) {
    if (const auto* face = face_of_word(fonts, text.substr(word.begin, word.size()), options)) return face;
    TextIndex end = word.begin;
    while (end < word.end && script::is_word_character(text[end])) ++end;
    word.end = end;
    const font::Font* face = face_of_word(fonts, text.substr(word.begin, word.size()), options);
    return face != nullptr ? face : &fonts.mongolian;
}

/// The number that begins at `begin` and stands upright, if there is one. Its face is that of the text around it,
/// unless that has digits at glyph codes only.
std::optional<Item> upright_number(std::u16string_view text, TextIndex begin, const Span& span, text::Script script,
                                   LineDirection direction, const ShaperOptions& options) {
    if (direction != LineDirection::vertical) return std::nullopt;
    const TextIndex end = upright_number_end(text, begin, span.range, script, span.combine_digits, span.apart);
    if (end == begin) return std::nullopt;
    const Choice choice = choose(text[begin], script, VerticalOrientation::rotated, span, direction, options);
    const std::u16string_view digits = text.substr(begin, end - begin);
    const auto has_all = [&](const font::Font& font) {
        return map_of_codes(font, options) == nullptr &&
               std::all_of(digits.begin(), digits.end(), [&](char16_t digit) { return font.glyph(digit) != 0; });
    };
    for (const font::Font* font : {choice.font, &span.fonts.latin, &span.fonts.han}) {
        if (has_all(*font)) return Item{{begin, end}, font, Orientation::upright, choice.script, 0, true};
    }
    return std::nullopt;
}

}  // namespace

std::vector<Item> itemize(std::u16string_view text, const text::Analysis& analysis, const std::vector<Span>& spans,
                          LineDirection direction, const ShaperOptions& options) {
    std::vector<Item> items;
    std::size_t script_index = 0;
    std::size_t word_index = 0;
    std::uint32_t span_index = 0;
    const auto lying_down = direction == LineDirection::vertical ? Orientation::sideways : Orientation::horizontal;
    TextIndex letters_tried = 0;  // up to here no face has all letters of a word
    const auto add = [&](TextRange range, const Choice& choice) {
        append({range, choice.font, choice.orientation, choice.script, span_index, false}, items);
    };
    for (TextIndex i = 0; i < text.size();) {
        while (spans[span_index].range.end <= i) ++span_index;
        while (analysis.scripts[script_index].range.end <= i) ++script_index;
        while (word_index < analysis.words.size() && analysis.words[word_index].end <= i) ++word_index;
        const Span& span = spans[span_index];
        const bool ends = span_index + 1 < spans.size() && spans[span_index + 1].apart;
        const std::u16string_view seen = ends ? text.substr(0, span.range.end) : text;
        if (auto number = upright_number(seen, i, span, analysis.scripts[script_index].script, direction, options)) {
            number->span = span_index;
            i = number->range.end;
            items.push_back(*number);
            continue;
        }
        if (word_index < analysis.words.size() && analysis.words[word_index].contains(i)) {
            TextRange word{i, std::min(analysis.words[word_index].end, span.range.end)};
            const font::Font* font = take_word(text, word, span.fonts, options);
            if (word.end > i) {
                add(word, {font, lying_down, text::mongolian});
                i = word.end;
                continue;
            }
        }
        const text::ScriptRun& run = analysis.scripts[script_index];
        const bool lying = direction == LineDirection::horizontal ||
                           analysis.orientations[i] == VerticalOrientation::rotated;
        if (i >= letters_tried && lying && has_words(run.script) && !is_extender(code_point_at(text, i).value)) {
            letters_tried = end_of_letters(text, analysis, i, std::min(run.range.end, span.range.end));
            const std::u16string_view letters = text.substr(i, letters_tried - i);
            const Preference order{span.fonts, run.script, U'a', false};
            if (const auto* font = letters.empty() ? nullptr : first_with_all(order, letters)) {
                add({i, letters_tried}, {font, lying_down, run.script});
                i = letters_tried;
                continue;
            }
        }
        const CodePoint c = code_point_at(text, i);
        const TextRange range{i, i + c.size};
        if (is_extender(c.value) && !items.empty() && items.back().span == span_index) {
            items.back().range.end = range.end;
        } else {
            add(range, choose(c.value, analysis.scripts[script_index].script, analysis.orientations[i], span,
                              direction, options));
        }
        i = range.end;
    }
    join_blanks(text, items);
    return items;
}

}  // namespace bichig::shape::internal
