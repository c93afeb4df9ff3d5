// Shapes items with HarfBuzz, piece by piece, and remembers the pieces.
//
// Official text repeats its words: a piece (a word, a space, one ideograph) that was shaped before in the same font
// and orientation is copied. Pieces end at U+0020, over which no Mongolian or Latin letter joins. A suffix stays with
// its stem, since NNBSP and MVS end no piece.
#include <bichig/shape/shaper.h>

#include <algorithm>

#include <hb.h>

#include <bichig/base/utf.h>
#include <bichig/script/properties.h>

#include "font/internal/face.h"
#include "shape/internal/itemize.h"
#include "shape/internal/numbers.h"
#include "shape/internal/pieces.h"
#include "shape/internal/review.h"
#include "shape/units/control_font.h"
#include "shape/units/unit_shaper.h"
#include "shape/word_cache.h"

namespace bichig::shape {

namespace {

using internal::Context;
using internal::Item;

/// HarfBuzz takes time with the square of the number of marks on one letter. No text has this many.
constexpr TextIndex most_marks = 512;

/// `end`, or after a row of too many combining marks, selectors and joiners.
TextIndex end_of_marks(std::u16string_view text, TextIndex begin, TextIndex end) {
    TextIndex row = begin;
    for (TextIndex i = begin; i < end;) {
        const CodePoint c = code_point_at(text, i);
        i += c.size;
        const auto category = hb_unicode_general_category(hb_unicode_funcs_get_default(), c.value);
        const bool mark = category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
                          category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
                          category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK ||
                          category == HB_UNICODE_GENERAL_CATEGORY_FORMAT;
        if (!mark) row = i;
        if (i - row >= most_marks) return std::min(i, end);
    }
    return end;
}

/// One past the end of the piece that starts at `begin`.
TextIndex piece_end(std::u16string_view text, TextIndex begin, TextIndex end, text::Script script) {
    if (script == text::emoji) return end - begin <= most_marks ? end : end_of_marks(text, begin, end);
    if (script == text::han) {
        TextIndex i = begin + code_point_at(text, begin).size;
        while (i < end && i - begin < most_marks) {
            const char32_t c = code_point_at(text, i).value;
            const bool extends = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) || c == 0x3099 ||
                                 c == 0x309A || (c >= 0x300 && c <= 0x36F) || c == 0x200C || c == 0x200D;
            if (!extends) break;
            i += code_point_at(text, i).size;
        }
        return i;
    }
    if (text[begin] == u' ') return begin + 1;
    TextIndex i = begin + 1;
    while (i < end && text[i] != u' ') ++i;
    return i - begin <= most_marks ? i : end_of_marks(text, begin, i);
}

/// The size of an item: ideographs and their marks may be scaled to match the letters beside them.
Length size_of(const Item& item, const Span& span) {
    const bool scaled = item.script == text::han && !item.number && span.han_scale > 0 && span.han_scale != 1;
    return scaled ? span.size.scaled(std::clamp(span.han_scale, 0.25, 4.0)) : span.size;
}

/// Appends `run`, cut where glyphs of Bichig's own font of controls stand in it.
void append_runs(Run run, ShapedText& shaped) {
    const auto is_control = [](const Glyph& glyph) { return (glyph.id & units::control_flag) != 0; };
    const auto begin = shaped.glyphs.begin();
    if (std::none_of(begin + run.glyph_begin, begin + run.glyph_end, is_control)) {
        shaped.runs.push_back(std::move(run));
        return;
    }
    Run rest = run;
    while (rest.glyph_begin < rest.glyph_end) {
        Run part = rest;
        const bool control = is_control(shaped.glyphs[rest.glyph_begin]);
        if (control) part.font = units::control_font();
        std::uint32_t end = rest.glyph_begin;
        for (; end < rest.glyph_end && is_control(shaped.glyphs[end]) == control; ++end) {
            shaped.glyphs[end].id &= ~units::control_flag;
        }
        part.glyph_end = rest.glyph_begin = end;
        if (end < rest.glyph_end) part.text.end = rest.text.begin = shaped.glyphs[end].cluster;
        shaped.runs.push_back(std::move(part));
    }
}

}  // namespace

struct Shaper::State {
    explicit State(ShaperOptions chosen)
        : options{std::move(chosen)},
          words{options.words ? options.words->table()
                              : std::make_shared<WordCache::Table>(options.word_limit, false)} {}

    ShaperOptions options;
    units::UnitShaper by_units;
    font::internal::Owned<hb_buffer_t> buffer{hb_buffer_create()};
    std::shared_ptr<WordCache::Table> words;
    unsigned reader = words->next_reader();
    std::vector<std::pair<words::Setting, std::uint32_t>> settings;  ///< with their numbers in `words`

    /// The number of what decides how pieces of `context` are shaped. Asked for with every item, so it is looked for
    /// here before other threads are waited for, and no font is copied for it: copies of a font count on memory that
    /// all threads share. The rest of a setting follows from these four, as the options of a shaper stay the same.
    std::uint32_t setting_of(const Context& context, const font::Font& font) {
        for (const auto& [known, number] : settings) {
            if (known.font == font && known.orientation == context.orientation && known.script == context.script &&
                known.language == context.language) {
                return number;
            }
        }
        words::Setting wanted{font, context.orientation, context.script, context.language, {}, {}, {}};
        if (const UnitMap* map = context.script == text::mongolian ? map_of(font) : nullptr) {
            wanted.map = *map;
            wanted.policy = options.policy;
            wanted.units = options.units;
        }
        if (settings.size() == words::Settings::kept) settings.clear();
        const std::uint32_t number = words->settings.number(wanted);
        settings.emplace_back(std::move(wanted), number);
        return number;
    }

    /// The map of a font, if the policy asks for one.
    const UnitMap* map_of(const font::Font& font) const {
        for (const UnitMap& map : options.maps) {
            if (!(map.font() == font)) continue;
            const bool asked = options.policy != UnitPolicy::font || map.data().only_codes;
            return asked ? &map : nullptr;
        }
        return nullptr;
    }

    /// Whether a stretch of Mongolian text was set by its units.
    bool set_by_units(std::u16string_view stretch, const units::MapData& map, std::vector<Glyph>& out) {
        const bool asks_the_font = options.policy == UnitPolicy::automatic && !map.only_codes;
        if (asks_the_font && !by_units.font_is_wrong(stretch, map, options.units)) {
            return false;
        }
        return by_units.shape(stretch, map, options.units, out);
    }

    /// Shapes a piece: stretches of Mongolian text by units where the policy asks for it, all else by the font.
    void shape_new(std::u16string_view piece, const Context& context, const font::Font& font, std::vector<Glyph>& out) {
        const UnitMap* wanted = context.script == text::mongolian ? map_of(font) : nullptr;
        const units::MapData* map = wanted != nullptr ? &wanted->data() : nullptr;
        if (map == nullptr) {
            shape_piece(buffer.get(), piece, context, font, out);
            return;
        }
        TextIndex by_font = 0;  // the font has yet to shape from here on
        const auto flush = [&](TextIndex end) {
            if (by_font == end) return;
            const std::size_t first = out.size();
            shape_piece(buffer.get(), piece.substr(by_font, end - by_font), context, font, out);
            for (std::size_t i = first; i < out.size(); ++i) out[i].cluster += by_font;
        };
        for (TextIndex begin = 0; begin < piece.size();) {
            TextIndex end = begin + 1;
            if (!script::is_word_character(piece[begin])) {
                if (const units::Drawn mark = map->mark(piece[begin]); mark.glyph != 0) {
                    flush(begin);
                    out.push_back({mark.glyph, begin, FontUnits{mark.advance}, {}, {}});
                    by_font = end;
                }
                begin = end;
                continue;
            }
            while (end < piece.size() && script::is_word_character(piece[end])) ++end;
            std::size_t first = out.size();
            std::vector<Glyph>& glyphs = by_font == begin ? out : stretch_glyphs;
            if (&glyphs != &out) first = 0, glyphs.clear();
            if (set_by_units(piece.substr(begin, end - begin), *map, glyphs)) {
                flush(begin);
                for (std::size_t i = first; i < glyphs.size(); ++i) glyphs[i].cluster += begin;
                if (&glyphs != &out) out.insert(out.end(), glyphs.begin(), glyphs.end());
                by_font = end;
            }
            begin = end;
        }
        flush(static_cast<TextIndex>(piece.size()));
    }

    std::vector<Glyph> stretch_glyphs;

    void shape_item(std::u16string_view text, const Item& item, const Context& context, std::vector<Glyph>& out) {
        const std::uint32_t setting = setting_of(context, *item.font);
        for (TextIndex begin = item.range.begin; begin < item.range.end;) {
            const TextIndex end = piece_end(text, begin, item.range.end, item.script);
            const words::Key key{text.substr(begin, end - begin), setting};
            std::size_t first = out.size();
            if (!words->find(key, reader, out)) {
                shape_new(key.text, context, *item.font, out);
                words->keep(key, out, first);
            }
            for (; first < out.size(); ++first) out[first].cluster += begin;
            begin = end;
        }
    }
};

std::string_view name(UnitPolicy policy) {
    switch (policy) {
        case UnitPolicy::font: break;
        case UnitPolicy::units: return "units";
        case UnitPolicy::automatic: return "auto";
    }
    return "font";
}

std::optional<UnitPolicy> policy_named(std::string_view wanted) {
    for (const UnitPolicy policy : {UnitPolicy::font, UnitPolicy::units, UnitPolicy::automatic}) {
        if (wanted == name(policy)) return policy;
    }
    return std::nullopt;
}

Shaper::Shaper(ShaperOptions options) : state_{std::make_unique<State>(std::move(options))} {}
Shaper::Shaper(Shaper&&) noexcept = default;
Shaper& Shaper::operator=(Shaper&&) noexcept = default;
Shaper::~Shaper() = default;

WordFigures Shaper::word_figures() const { return state_->words->figures(); }

ShapedText Shaper::shape(std::u16string_view text, const text::Analysis& analysis, const std::vector<Span>& spans,
                         LineDirection direction) {
    ShapedText shaped;
    shaped.glyphs.reserve(text.size());
    std::uint32_t span = UINT32_MAX;
    hb_language_t language = HB_LANGUAGE_INVALID;
    for (const Item& item : internal::itemize(text, analysis, spans, direction, state_->options)) {
        if (item.span != span) {
            span = item.span;
            const std::string& tag = spans[span].language;
            language = tag.empty() ? HB_LANGUAGE_INVALID : hb_language_from_string(tag.data(), int(tag.size()));
        }
        Run run{item.range, static_cast<std::uint32_t>(shaped.glyphs.size()), 0, *item.font,
                size_of(item, spans[item.span]), item.orientation, item.script, item.span};
        if (item.number) {
            const std::u16string_view digits = text.substr(item.range.begin, item.range.size());
            run.size = run.size.scaled(
                internal::shape_upright_number(state_->buffer.get(), digits, *item.font, shaped.glyphs));
            for (std::size_t g = run.glyph_begin; g < shaped.glyphs.size(); ++g) {
                shaped.glyphs[g].cluster = item.range.begin;
            }
        } else {
            const Context context{item.font->identity(), item.orientation, item.script, language};
            state_->shape_item(text, item, context, shaped.glyphs);
        }
        run.glyph_end = static_cast<std::uint32_t>(shaped.glyphs.size());
        append_runs(std::move(run), shaped);
    }
    if (state_->options.review) shaped.review = internal::review(text, shaped, state_->options.units);
    return shaped;
}

TextIndex ShapedText::cluster_end(std::uint32_t glyph, const Run& run) const {
    const TextIndex cluster = glyphs[glyph].cluster;
    for (std::uint32_t next = glyph + 1; next < run.glyph_end; ++next) {
        if (glyphs[next].cluster != cluster) return glyphs[next].cluster;
    }
    return run.text.end;
}

}  // namespace bichig::shape
