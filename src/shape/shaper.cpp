// Shapes items with HarfBuzz, piece by piece, and remembers the pieces.
//
// Official text repeats its words: a piece (a word, a space, one ideograph) that was shaped before in the same font
// and orientation is copied. Pieces end at U+0020, over which no Mongolian or Latin letter joins. A suffix stays with
// its stem, since NNBSP and MVS end no piece.
#include <bichig/shape/shaper.h>

#include <array>
#include <unordered_map>

#include <hb-ot.h>

#include <bichig/base/utf.h>

#include "font/internal/face.h"
#include "shape/internal/itemize.h"

namespace bichig::shape {

namespace {

using internal::Item;

/// What besides the characters decides how a piece is shaped.
struct Context {
    std::uintptr_t font = 0;
    Orientation orientation = Orientation::sideways;
    text::Script script = text::common;
    hb_language_t language = HB_LANGUAGE_INVALID;
    bool operator==(const Context&) const = default;
};

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::u16string_view text) const { return std::hash<std::u16string_view>{}(text); }
};

/// Where the glyphs of a known piece stand; their clusters count from the start of the piece.
struct Stored {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

using Pieces = std::unordered_map<std::u16string, Stored, TextHash, std::equal_to<>>;

/// Known pieces of all contexts; emptied when it reaches its limit, so that memory does not grow with the text.
struct WordCache {
    static constexpr std::size_t glyph_limit = 1 << 18;
    static constexpr std::size_t piece_size_limit = 64;

    std::vector<Context> contexts;
    std::vector<Pieces> pieces;
    std::vector<Glyph> glyphs;

    std::size_t context(const Context& wanted) {
        for (std::size_t i = 0; i < contexts.size(); ++i) {
            if (contexts[i] == wanted) return i;
        }
        contexts.push_back(wanted);
        pieces.emplace_back();
        return contexts.size() - 1;
    }

    void clear() {
        for (Pieces& known : pieces) known.clear();
        glyphs.clear();
    }
};

hb_script_t harfbuzz_script(text::Script script) {
    if (script == text::emoji) return HB_SCRIPT_COMMON;
    return hb_script_from_iso15924_tag(static_cast<hb_tag_t>(script));
}

/// HarfBuzz before 14 does not know FVS4 as a character to be left out where the font lacks it.
constexpr char32_t fourth_selector = 0x180F;

/// Controls that have no look of their own, whatever a font has for them.
bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029; }

/// Whether a glyph neither shows nor moves anything, as fonts have for a selector that did its work. Left out, its
/// character goes with the glyph before it, and a copy of the text finds letter and selector together.
bool is_blank(const font::Font& font, const Glyph& glyph) {
    if (glyph.id == 0 || glyph.advance != FontUnits{}) return false;
    hb_glyph_extents_t box{};
    return hb_font_get_glyph_extents(font.data().font.get(), glyph.id, &box) && box.width == 0 && box.height == 0;
}

/// Appends the glyphs of `piece`; clusters count from its start.
void shape_piece(hb_buffer_t* buffer, std::u16string_view piece, const Context& context, const font::Font& font,
                 std::vector<Glyph>& out) {
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_set_flags(buffer, static_cast<hb_buffer_flags_t>(HB_BUFFER_FLAG_BOT | HB_BUFFER_FLAG_EOT |
                                                               HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES));
    hb_buffer_add_utf16(buffer, reinterpret_cast<const std::uint16_t*>(piece.data()), static_cast<int>(piece.size()), 0,
                        static_cast<int>(piece.size()));
    const bool upright = context.orientation == Orientation::upright;
    hb_buffer_set_direction(buffer, upright ? HB_DIRECTION_TTB : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, harfbuzz_script(context.script));
    hb_buffer_set_language(buffer, context.language);
    hb_shape(font.data().font.get(), buffer, nullptr, 0);

    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, nullptr);
    const std::int64_t em = font.metrics().units_per_em.count();
    const std::size_t first = out.size();
    const font::GlyphId glyph_count = font.glyph_count();
    for (unsigned i = 0; i < count; ++i) {
        Glyph glyph;
        glyph.id = infos[i].codepoint < glyph_count ? infos[i].codepoint : 0;  // a damaged font may name any number
        glyph.cluster = infos[i].cluster;
        if (upright) {
            // Each upright glyph stands in a box of its own, centred on the axis; the font's vertical origin is not
            // asked, since Fandol and many others have none.
            glyph.advance = FontUnits{positions[i].y_advance != 0 ? -positions[i].y_advance : 0};
        } else {
            glyph.advance = FontUnits{positions[i].x_advance};
            glyph.shift_x = FontUnits{positions[i].x_offset};
            glyph.shift_y = FontUnits{positions[i].y_offset};
        }
        const char32_t character = code_point_at(piece, glyph.cluster).value;
        if (is_control(character) || (glyph.id == 0 && character == fourth_selector)) {
            glyph.id = font.glyph(U' ');
            glyph.advance = FontUnits{0};
        } else if (glyph.id == 0) {
            glyph.advance = FontUnits{upright ? em : em * 3 / 5};
        }
        if (i > 0 && !is_control(character) && is_blank(font, glyph)) continue;
        out.push_back(glyph);
    }
    if (out.size() == first) {
        // Nothing but invisible characters: a blank of no width keeps them in the text.
        Glyph blank;
        blank.id = font.glyph(U' ');
        out.push_back(blank);
    } else {
        out[first].cluster = 0;
    }
}

/// One past the end of the piece that starts at `begin`.
TextIndex piece_end(std::u16string_view text, TextIndex begin, TextIndex end, text::Script script) {
    if (script == text::emoji) return end;
    if (script == text::han) {
        TextIndex i = begin + code_point_at(text, begin).size;
        while (i < end) {
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
    return i;
}

}  // namespace

struct Shaper::State {
    font::internal::Owned<hb_buffer_t> buffer{hb_buffer_create()};
    WordCache cache;
    std::vector<Glyph> scratch;

    void shape_item(std::u16string_view text, const Item& item, const Context& context, std::vector<Glyph>& out) {
        const std::size_t known = cache.context(context);
        for (TextIndex begin = item.range.begin; begin < item.range.end;) {
            const TextIndex end = piece_end(text, begin, item.range.end, item.script);
            const std::u16string_view piece = text.substr(begin, end - begin);
            const auto found = cache.pieces[known].find(piece);
            std::size_t first = out.size();
            if (found != cache.pieces[known].end()) {
                out.insert(out.end(), cache.glyphs.begin() + found->second.begin,
                           cache.glyphs.begin() + found->second.end);
            } else {
                shape_piece(buffer.get(), piece, context, *item.font, out);
                if (piece.size() <= WordCache::piece_size_limit) store(known, piece, out, first);
            }
            for (; first < out.size(); ++first) out[first].cluster += begin;
            begin = end;
        }
    }

    void store(std::size_t known, std::u16string_view piece, const std::vector<Glyph>& out, std::size_t first) {
        if (cache.glyphs.size() + (out.size() - first) > WordCache::glyph_limit) cache.clear();
        const Stored stored{static_cast<std::uint32_t>(cache.glyphs.size()),
                            static_cast<std::uint32_t>(cache.glyphs.size() + out.size() - first)};
        cache.glyphs.insert(cache.glyphs.end(), out.begin() + static_cast<std::ptrdiff_t>(first), out.end());
        cache.pieces[known].emplace(std::u16string(piece), stored);
    }
};

Shaper::Shaper() : state_{std::make_unique<State>()} {}
Shaper::Shaper(Shaper&&) noexcept = default;
Shaper& Shaper::operator=(Shaper&&) noexcept = default;
Shaper::~Shaper() = default;

ShapedText Shaper::shape(std::u16string_view text, const text::Analysis& analysis, const std::vector<Span>& spans,
                         LineDirection direction) {
    ShapedText shaped;
    shaped.glyphs.reserve(text.size());
    std::uint32_t span = UINT32_MAX;
    hb_language_t language = HB_LANGUAGE_INVALID;
    for (const Item& item : internal::itemize(text, analysis, spans, direction)) {
        if (item.span != span) {
            span = item.span;
            const std::string& tag = spans[span].language;
            language = tag.empty() ? HB_LANGUAGE_INVALID : hb_language_from_string(tag.data(), int(tag.size()));
        }
        Run run{item.range, static_cast<std::uint32_t>(shaped.glyphs.size()), 0, *item.font, spans[item.span].size,
                item.orientation, item.script, item.span};
        const Context context{item.font->identity(), item.orientation, item.script, language};
        state_->shape_item(text, item, context, shaped.glyphs);
        run.glyph_end = static_cast<std::uint32_t>(shaped.glyphs.size());
        shaped.runs.push_back(std::move(run));
    }
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
