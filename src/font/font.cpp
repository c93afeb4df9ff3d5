// Opens a face with HarfBuzz and answers the questions of shaping, layout and writers.
#include <bichig/font/font.h>

#include <filesystem>

#include <hb-ot.h>

#include "font/internal/face.h"

namespace bichig::font {

namespace {

using internal::FontData;
using internal::Owned;

std::string name_of(hb_face_t* face, hb_ot_name_id_t id) {
    char buffer[256];
    unsigned size = sizeof buffer;
    hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &size, buffer);
    return std::string(buffer, size);
}

/// Letters, digits and hyphens of `text`: what a PostScript name may hold.
std::string postscript_form(const std::string& text) {
    std::string name;
    for (const char c : text) {
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-') name += c;
    }
    return name.empty() ? "Font" : name;
}

Metrics measure(hb_font_t* font, hb_face_t* face) {
    Metrics metrics;
    metrics.units_per_em = FontUnits{hb_face_get_upem(face)};
    hb_font_extents_t extents{};
    hb_font_get_h_extents(font, &extents);
    metrics.ascender = FontUnits{extents.ascender};
    metrics.descender = FontUnits{extents.descender};
    hb_position_t value = 0;
    if (hb_ot_metrics_get_position(font, HB_OT_METRICS_TAG_CAP_HEIGHT, &value)) metrics.cap_height = FontUnits{value};

    const auto extents_of = [&](hb_codepoint_t character, hb_glyph_extents_t& box) {
        hb_codepoint_t glyph = 0;
        return hb_font_get_nominal_glyph(font, character, &glyph) && hb_font_get_glyph_extents(font, glyph, &box);
    };
    constexpr hb_codepoint_t nirugu = 0x180A;
    constexpr hb_codepoint_t ideograph_one = 0x4E00;
    hb_glyph_extents_t box{};
    hb_codepoint_t glyph = 0;
    // In fonts of the old kind the stem is at a Menksoft code; all of a, the last letter and the stem tell such a font.
    constexpr hb_codepoint_t nirugu_code = 0xE23E, first_code = 0xE264, last_code = 0xE34F, letter_a = 0x1820;
    const auto has = [&](hb_codepoint_t character) { return hb_font_get_nominal_glyph(font, character, &glyph) != 0; };
    const bool old_kind = has(first_code) && has(last_code) && !has(letter_a) && !has(ideograph_one);
    if (extents_of(nirugu, box) || (old_kind && extents_of(nirugu_code, box))) {
        metrics.central_baseline = FontUnits{box.y_bearing + box.height / 2};
    } else if (hb_font_get_nominal_glyph(font, ideograph_one, &glyph)) {
        // The em box of Han faces reaches from -0.12 to 0.88 em; ascender and descender often take in more.
        metrics.central_baseline = FontUnits{metrics.units_per_em.count() * 38 / 100};
    } else if (metrics.cap_height.count() > 0) {
        metrics.central_baseline = FontUnits{metrics.cap_height.count() / 2};
    } else {
        metrics.central_baseline = FontUnits{(extents.ascender + extents.descender) / 2};
    }
    return metrics;
}

/// The lookups of the feature `vert`, whatever script they are listed under.
Owned<hb_set_t> vertical_lookups(hb_face_t* face) {
    Owned<hb_set_t> lookups{hb_set_create()};
    const hb_tag_t features[] = {HB_TAG('v', 'e', 'r', 't'), HB_TAG_NONE};
    hb_ot_layout_collect_lookups(face, HB_OT_TAG_GSUB, nullptr, nullptr, features, lookups.get());
    return lookups;
}

struct DrawTarget {
    OutlineSink* sink;
};

hb_draw_funcs_t* draw_functions() {
    static hb_draw_funcs_t* const functions = [] {
        hb_draw_funcs_t* made = hb_draw_funcs_create();
        hb_draw_funcs_set_move_to_func(
            made, [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
                static_cast<DrawTarget*>(data)->sink->move_to(x, y); }, nullptr, nullptr);
        hb_draw_funcs_set_line_to_func(
            made, [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
                static_cast<DrawTarget*>(data)->sink->line_to(x, y); }, nullptr, nullptr);
        hb_draw_funcs_set_quadratic_to_func(
            made, [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x1, float y1, float x, float y, void*) {
                static_cast<DrawTarget*>(data)->sink->quadratic_to(x1, y1, x, y); }, nullptr, nullptr);
        hb_draw_funcs_set_cubic_to_func(
            made, [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x1, float y1, float x2, float y2, float x,
                     float y, void*) {
                static_cast<DrawTarget*>(data)->sink->cubic_to(x1, y1, x2, y2, x, y); }, nullptr, nullptr);
        hb_draw_funcs_set_close_path_func(
            made, [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) {
                static_cast<DrawTarget*>(data)->sink->close(); }, nullptr, nullptr);
        hb_draw_funcs_make_immutable(made);
        return made;
    }();
    return functions;
}

}  // namespace

Result<Font> Font::open(const std::string& path, unsigned index) {
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) {
        return fail({ErrorCode::not_found, "no such font file", "check the name", {path, 0, 0, ""}});
    }
    auto data = std::make_shared<FontData>();
    data->index = index;
    data->blob.reset(hb_blob_create_from_file_or_fail(path.c_str()));
    if (!data->blob) {
        return fail({ErrorCode::system, "font file cannot be read", "check its permissions", {path, 0, 0, ""}});
    }
    const unsigned faces = hb_face_count(data->blob.get());
    data->face.reset(hb_face_create(data->blob.get(), index));
    if (index >= faces || hb_face_get_glyph_count(data->face.get()) == 0) {
        return fail({ErrorCode::invalid_input, "no TrueType or OpenType font with face " + std::to_string(index),
                     "name a .ttf, .otf or .ttc file", {path, 0, 0, ""}});
    }
    hb_face_make_immutable(data->face.get());
    data->font.reset(hb_font_create(data->face.get()));
    hb_font_make_immutable(data->font.get());
    data->family = name_of(data->face.get(), HB_OT_NAME_ID_FONT_FAMILY);
    const std::string postscript = name_of(data->face.get(), HB_OT_NAME_ID_POSTSCRIPT_NAME);
    data->postscript_name = postscript_form(postscript.empty() ? data->family : postscript);
    data->metrics = measure(data->font.get(), data->face.get());
    data->vertical_lookups = vertical_lookups(data->face.get());
    return Font{std::move(data)};
}

const std::string& Font::family() const { return data_->family; }
const std::string& Font::postscript_name() const { return data_->postscript_name; }
const Metrics& Font::metrics() const { return data_->metrics; }
std::uintptr_t Font::identity() const { return reinterpret_cast<std::uintptr_t>(data_.get()); }

GlyphId Font::glyph(char32_t character) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(data_->font.get(), character, &glyph) ? glyph : 0;
}

bool Font::has_vertical_form(char32_t character) const {
    const hb_codepoint_t nominal = glyph(character);
    if (nominal == 0) return false;
    hb_codepoint_t lookup = HB_SET_VALUE_INVALID;
    while (hb_set_next(data_->vertical_lookups.get(), &lookup)) {
        if (hb_ot_layout_lookup_would_substitute(data_->face.get(), lookup, &nominal, 1, true)) return true;
    }
    return false;
}

bool Font::shapes_script(std::string_view opentype_tag) const {
    const hb_tag_t wanted = hb_tag_from_string(opentype_tag.data(), static_cast<int>(opentype_tag.size()));
    unsigned index = 0;
    return hb_ot_layout_table_find_script(data_->face.get(), HB_OT_TAG_GSUB, wanted, &index);
}

FontUnits Font::advance(GlyphId glyph) const {
    return FontUnits{hb_font_get_glyph_h_advance(data_->font.get(), glyph)};
}

Ink Font::ink(GlyphId glyph) const {
    hb_glyph_extents_t box{};
    if (!hb_font_get_glyph_extents(data_->font.get(), glyph, &box)) return {};
    return {FontUnits{box.x_bearing}, FontUnits{box.x_bearing + box.width}, FontUnits{box.y_bearing + box.height},
            FontUnits{box.y_bearing}};
}

void Font::outline(GlyphId glyph, OutlineSink& sink) const {
    DrawTarget target{&sink};
    hb_font_get_glyph_shape(data_->font.get(), glyph, draw_functions(), &target);
}

}  // namespace bichig::font
