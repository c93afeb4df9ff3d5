// Chooses a font and an orientation for each character, and joins equal neighbours to items.
//
// Fonts are chosen by script first and by coverage second: 《》 in Chinese text belongs to the Chinese font even where
// the Mongolian one has it, and a word keeps one font with its selectors, connectors and suffixes, since a change of
// font at NNBSP or MVS loses the form of the suffix. Upright characters never come from the Mongolian font: its
// vertical advances are unusable.
#include "shape/internal/itemize.h"

#include <algorithm>
#include <array>

#include <bichig/base/utf.h>
#include <bichig/script/properties.h>

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

/// Fonts in the order in which they are asked for a character of `script`.
struct Preference {
    std::array<const font::Font*, 5> fonts;
};

Preference preference(const FontSet& set, text::Script script, char32_t c, bool upright) {
    if (script == text::emoji) return {{&set.emoji, &set.fallback, &set.han, &set.latin, &set.mongolian}};
    if (upright) return {{&set.han, &set.fallback, &set.emoji, &set.latin, nullptr}};
    if (script == text::mongolian) return {{&set.mongolian, &set.latin, &set.han, &set.fallback, &set.emoji}};
    if (script == text::han && !is_ascii_like_latin(c)) {
        return {{&set.han, &set.fallback, &set.latin, &set.emoji, &set.mongolian}};
    }
    return {{&set.latin, &set.han, &set.fallback, &set.mongolian, &set.emoji}};
}

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
    for (const font::Font* font : order.fonts) {
        if (font != nullptr && has(*font, c, options)) return font;
    }
    return nullptr;
}

const font::Font* first_with_vertical_form(const Preference& order, char32_t c) {
    for (const font::Font* font : order.fonts) {
        if (font != nullptr && font->has_vertical_form(c)) return font;
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
        const Preference order = preference(set, script, c, false);
        const font::Font* font = first_with(order, c, options);
        return {font != nullptr ? font : order.fonts[0], Orientation::horizontal, script};
    }
    if (vertical == VerticalOrientation::transformed_upright || vertical == VerticalOrientation::transformed_rotated) {
        const Preference order = preference(set, text::han, c, true);
        if (const font::Font* font = first_with_vertical_form(order, c)) return {font, Orientation::upright, text::han};
        if (vertical == VerticalOrientation::transformed_rotated) vertical = VerticalOrientation::rotated;
    }
    const bool upright = vertical != VerticalOrientation::rotated || script == text::emoji;
    const Preference order = preference(set, script, c, upright);
    const font::Font* font = first_with(order, c, options);
    if (upright && script != text::emoji) script = text::han;
    return {font != nullptr ? font : order.fonts[0], upright ? Orientation::upright : Orientation::sideways, script};
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

/// Characters that follow the font of the character before them: marks, selectors, joiners.
bool is_extender(char32_t c) {
    return (c >= 0x300 && c <= 0x36F) || (c >= 0x200C && c <= 0x200D) || (c >= 0x20D0 && c <= 0x20FF) ||
           (c >= 0x3099 && c <= 0x309A) || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) ||
           (c >= 0x1F3FB && c <= 0x1F3FF) || script::kind(c) == script::Kind::variation_selector;
}

/// Spaces wider or narrower than U+0020. HarfBuzz makes them of the space of any font.
bool is_wide_space(char32_t c) {
    return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x205F || c == 0x3000;
}

/// Whether an item is nothing but such spaces.
bool is_blank(std::u16string_view text) {
    return std::all_of(text.begin(), text.end(), [](char16_t unit) { return is_wide_space(unit); });
}

/// Lets blank items go with the lying text before them, or else after them, of the same span: a space has no look that
/// would ask for a font of its own, and stays in one run with the words it parts.
void join_blanks(std::u16string_view text, std::vector<Item>& items) {
    std::vector<Item> joined;
    const auto continues = [](const Item& last, const Item& item) {
        return *last.font == *item.font && last.orientation == item.orientation && last.script == item.script &&
               last.span == item.span;
    };
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Item& item = items[i];
        const auto takes = [&](const Item& other) {
            return other.span == item.span && other.orientation != Orientation::upright;
        };
        if (!is_blank(text.substr(item.range.begin, item.range.size()))) {
            if (!joined.empty() && continues(joined.back(), item)) {
                joined.back().range.end = item.range.end;
            } else {
                joined.push_back(item);
            }
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

}  // namespace

std::vector<Item> itemize(std::u16string_view text, const text::Analysis& analysis, const std::vector<Span>& spans,
                          LineDirection direction, const ShaperOptions& options) {
    std::vector<Item> items;
    std::size_t script_index = 0;
    std::size_t word_index = 0;
    std::uint32_t span_index = 0;
    const auto add = [&](TextRange range, const Choice& choice) {
        if (!items.empty()) {
            Item& last = items.back();
            if (*last.font == *choice.font && last.orientation == choice.orientation && last.script == choice.script &&
                last.span == span_index) {
                last.range.end = range.end;
                return;
            }
        }
        items.push_back({range, choice.font, choice.orientation, choice.script, span_index});
    };
    for (TextIndex i = 0; i < text.size();) {
        while (spans[span_index].range.end <= i) ++span_index;
        while (analysis.scripts[script_index].range.end <= i) ++script_index;
        while (word_index < analysis.words.size() && analysis.words[word_index].end <= i) ++word_index;
        const Span& span = spans[span_index];
        // In a font of the old kind only Mongolian letters need each other: digits of a word may have another font.
        const bool old_kind = map_of_codes(span.fonts.mongolian, options) != nullptr;
        if (word_index < analysis.words.size() && analysis.words[word_index].contains(i) &&
            !(old_kind && !script::is_word_character(text[i]))) {
            TextRange word{i, std::min(analysis.words[word_index].end, span.range.end)};
            for (TextIndex k = i; old_kind && k < word.end; ++k) {
                if (!script::is_word_character(text[k])) word.end = k;
            }
            const font::Font* font = &span.fonts.mongolian;
            if (!covers(*font, text.substr(word.begin, word.size()), options)) {
                for (const font::Font* other : {&span.fonts.fallback, &span.fonts.han, &span.fonts.latin}) {
                    if (covers(*other, text.substr(word.begin, word.size()), options)) font = other;
                }
            }
            const bool vertical = direction == LineDirection::vertical;
            add(word, {font, vertical ? Orientation::sideways : Orientation::horizontal, text::mongolian});
            i = word.end;
            continue;
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
