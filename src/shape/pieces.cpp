// Shapes one piece of text with HarfBuzz, and leaves out what neither shows nor moves anything.
#include "shape/internal/pieces.h"

#include <hb-ot.h>

#include <bichig/base/utf.h>

#include "font/internal/face.h"

namespace bichig::shape::internal {

namespace {

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

}  // namespace

void shape_piece(hb_buffer_t* buffer, std::u16string_view piece, const Context& context, const font::Font& font,
                 std::vector<Glyph>& out) {
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    unsigned flags = HB_BUFFER_FLAG_BOT | HB_BUFFER_FLAG_EOT | HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES;
    // A selector without a letter is shown by itself (GB/T 25914-2023), not on a dotted circle.
    if (context.script == text::mongolian) flags |= HB_BUFFER_FLAG_DO_NOT_INSERT_DOTTED_CIRCLE;
    hb_buffer_set_flags(buffer, static_cast<hb_buffer_flags_t>(flags));
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

}  // namespace bichig::shape::internal
