// Opens a face with HarfBuzz and answers the questions of shaping, layout and writers.
#include <bichig/font/font.h>

#include <algorithm>
#include <atomic>
#include <filesystem>

#include <hb-ot.h>

#include "font/internal/face.h"

namespace bichig::font {

namespace {

using internal::FontData;
using internal::Owned;

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

std::uintptr_t internal::next_serial() {
    static std::atomic<std::uintptr_t> last{0};
    return ++last;
}

namespace {

/// Opens face `index` of `blob`, which `name` stands for in messages.
Result<std::shared_ptr<FontData>> open_face(Owned<hb_blob_t> blob, unsigned index, const std::string& name) {
    if (hb_blob_get_length(blob.get()) > largest_font_file) {
        return fail({ErrorCode::invalid_input, "font file is larger than " +
                     std::to_string(largest_font_file >> 20) + " MiB", "name a font file", {name, 0, 0, ""}});
    }
    auto data = std::make_shared<FontData>();
    data->index = index;
    const unsigned faces = hb_face_count(blob.get());
    data->face.reset(hb_face_create(blob.get(), index));
    data->blob = std::move(blob);
    if (index >= faces || hb_face_get_glyph_count(data->face.get()) == 0) {
        return fail({ErrorCode::invalid_input, "no TrueType or OpenType font with face " + std::to_string(index),
                     "name a .ttf, .otf or .ttc file", {name, 0, 0, ""}});
    }
    hb_face_make_immutable(data->face.get());
    data->font.reset(hb_font_create(data->face.get()));
    hb_font_make_immutable(data->font.get());
    return data;
}

}  // namespace

Result<Font> Font::open(const std::string& path, unsigned index) {
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) {
        return fail({ErrorCode::not_found, "no such font file", "check the name", {path, 0, 0, ""}});
    }
    if (std::filesystem::is_directory(path, ignored)) {
        return fail({ErrorCode::invalid_input, "is a folder, not a font file", "name a .ttf, .otf or .ttc file",
                     {path, 0, 0, ""}});
    }
    Owned<hb_blob_t> blob{hb_blob_create_from_file_or_fail(path.c_str())};
    if (!blob) {
        return fail({ErrorCode::system, "font file cannot be read", "check its permissions", {path, 0, 0, ""}});
    }
    auto data = open_face(std::move(blob), index, path);
    if (!data) return fail(data.error());
    return Font{std::move(*data)};
}

Result<Font> Font::from_memory(std::shared_ptr<const std::string> bytes, unsigned index, const std::string& name) {
    using Bytes = std::shared_ptr<const std::string>;
    if (bytes == nullptr) bytes = std::make_shared<const std::string>();
    // Checked before HarfBuzz takes the size, which is 32 bits wide there.
    const auto size = static_cast<unsigned>(std::min(bytes->size(), largest_font_file + 1));
    const char* start = bytes->data();
    Owned<hb_blob_t> blob{hb_blob_create(start, size, HB_MEMORY_MODE_READONLY, new Bytes{std::move(bytes)},
                                         [](void* owner) { delete static_cast<Bytes*>(owner); })};
    auto data = open_face(std::move(blob), index, name);
    if (!data) return fail(data.error());
    return Font{std::move(*data)};
}

Font Font::with_synthetic_bold() const {
    Font bold = *this;
    bold.synthetic_bold_ = true;
    return bold;
}

const std::string& Font::family() const { return data_->details().family; }
std::vector<std::string> Font::names() const { return internal::names_of(data_->face.get()); }
const std::string& Font::postscript_name() const { return data_->details().postscript_name; }
unsigned Font::weight() const { return data_->details().style.weight; }
bool Font::italic() const { return data_->details().style.italic; }
const Metrics& Font::metrics() const { return data_->details().metrics; }
bool Font::joins_mongolian() const { return data_->joins_mongolian(); }
std::uintptr_t Font::identity() const { return data_->serial; }

GlyphId Font::glyph_count() const { return hb_face_get_glyph_count(data_->face.get()); }

GlyphId Font::glyph(char32_t character) const {
    hb_codepoint_t glyph = 0;
    // The character map of a damaged font may name any number.
    return hb_font_get_nominal_glyph(data_->font.get(), character, &glyph) && glyph < glyph_count() ? glyph : 0;
}

bool Font::has_vertical_form(char32_t character) const {
    const hb_codepoint_t nominal = glyph(character);
    if (nominal == 0) return false;
    hb_codepoint_t lookup = HB_SET_VALUE_INVALID;
    while (hb_set_next(data_->details().vertical_lookups.get(), &lookup)) {
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

bool Font::has_colour_images() const { return hb_ot_color_has_png(data_->face.get()); }

std::optional<ColourImage> Font::colour_image(GlyphId glyph) const {
    if (!has_colour_images()) return std::nullopt;
    const Owned<hb_blob_t> blob{hb_ot_color_glyph_reference_png(data_->font.get(), glyph)};
    unsigned size = 0;
    const char* bytes = hb_blob_get_data(blob.get(), &size);
    const Ink box = ink(glyph);
    if (size == 0 || box.right <= box.left || box.top <= box.bottom) return std::nullopt;
    return ColourImage{std::make_shared<const std::string>(bytes, size), box};
}

}  // namespace bichig::font
