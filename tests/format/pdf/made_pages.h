// Pages made by hand for the tests of writers: HarfBuzz shapes a run, nothing is laid out.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <harfbuzz/hb.h>

#include <bichig/base/utf.h>
#include <bichig/page/image.h>
#include <bichig/page/page.h>

namespace bichig::test {

inline font::Font open_font(const std::string& file, unsigned index = 0) {
    return font::Font::open(std::string{BICHIG_FONT_FOLDER} + "/" + file, index).value();
}
inline const font::Font& mongolian() {
    static const font::Font font = open_font("NotoSansMongolian_400Regular.ttf");
    return font;
}
inline const font::Font& fangsong() {
    static const font::Font font = open_font("FandolFang-Regular.otf");
    return font;
}
inline const font::Font& noto_cjk() {
    static const font::Font font = open_font("NotoSerifCJK-Regular.ttc", 2);
    return font;
}
inline const font::Font& latin() {
    static const font::Font font = open_font("LiberationSerif-Regular.ttf");
    return font;
}
inline const font::Font& emoji() {
    static const font::Font font = open_font("NotoEmoji_400Regular.ttf");
    return font;
}

inline const font::Font& colour_emoji() {
    static const font::Font font = open_font("NotoColorEmoji.ttf");
    return font;
}

inline PhysicalPoint at(double x, double y) { return {Length::points(x), Length::points(y)}; }
inline PhysicalRect rectangle(double x, double y, double width, double height) {
    return {at(x, y), {Length::points(width), Length::points(height)}};
}

/// A glyph as HarfBuzz gives it, with the code units it stands for.
struct Shaped {
    font::GlyphId glyph;
    hb_position_t advance, x, y;
    TextRange text;
};

/// Shapes `text` left to right with a cluster for each character where the font allows it.
inline std::vector<Shaped> shape(const std::string& file, unsigned index, std::u16string_view text) {
    hb_blob_t* blob = hb_blob_create_from_file((std::string{BICHIG_FONT_FOLDER} + "/" + file).c_str());
    hb_face_t* face = hb_face_create(blob, index);
    hb_font_t* font = hb_font_create(face);
    hb_buffer_t* buffer = hb_buffer_create();
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_add_utf16(buffer, reinterpret_cast<const std::uint16_t*>(text.data()), static_cast<int>(text.size()), 0,
                        static_cast<int>(text.size()));
    hb_buffer_guess_segment_properties(buffer);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_shape(font, buffer, nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer, nullptr);
    std::vector<Shaped> glyphs;
    for (unsigned i = 0; i < count; ++i) {
        TextIndex end = static_cast<TextIndex>(text.size());
        for (unsigned j = i + 1; j < count; ++j) {
            if (infos[j].cluster != infos[i].cluster) {
                end = infos[j].cluster;
                break;
            }
        }
        const bool later = i > 0 && infos[i - 1].cluster == infos[i].cluster;
        glyphs.push_back({infos[i].codepoint, places[i].x_advance, places[i].x_offset, places[i].y_offset,
                          {later ? end : infos[i].cluster, end}});
    }
    hb_buffer_destroy(buffer);
    hb_font_destroy(font);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return glyphs;
}

/// A run of glyphs as given, the pen moved by their advances.
inline page::GlyphRun run_of(const font::Font& font, const std::vector<Shaped>& glyphs, std::u16string text,
                             PhysicalPoint origin, page::ElementId element, double size = 16,
                             page::Orientation orientation = page::Orientation::sideways) {
    page::GlyphRun run{font, Length::points(size), orientation, origin, {}, {}, std::move(text), {}, element, "", {}};
    FontUnits pen;
    for (const Shaped& glyph : glyphs) {
        run.glyphs.push_back({glyph.glyph, to_length(pen, font.metrics().units_per_em, run.size), FontUnits{glyph.x},
                              FontUnits{glyph.y}, glyph.text});
        pen += FontUnits{glyph.advance};
    }
    run.advance = to_length(pen, font.metrics().units_per_em, run.size);
    return run;
}

/// Mongolian shaped and turned.
inline page::GlyphRun mongolian_run(std::u16string text, PhysicalPoint origin, page::ElementId element) {
    const auto glyphs = shape("NotoSansMongolian_400Regular.ttf", 0, text);
    return run_of(mongolian(), glyphs, std::move(text), origin, element);
}

/// One glyph for each character, by the font's character map alone; `em` is the advance, 0 for the font's own.
inline page::GlyphRun plain_run(const font::Font& font, std::u16string text, PhysicalPoint origin,
                                page::ElementId element, page::Orientation orientation, double size = 16) {
    std::vector<Shaped> glyphs;
    for (TextIndex index = 0; index < text.size();) {
        const CodePoint point = code_point_at(text, index);
        const font::GlyphId glyph = font.glyph(point.value) != 0 ? font.glyph(point.value) : font.glyph(U' ');
        const FontUnits advance = orientation == page::Orientation::upright ? font.metrics().units_per_em
                                                                            : font.advance(glyph);
        glyphs.push_back({glyph, static_cast<hb_position_t>(advance.count()), 0, 0, {index, index + point.size}});
        index += point.size;
    }
    return run_of(font, glyphs, std::move(text), origin, element, size, orientation);
}

inline page::Element element(page::ElementId id, page::ElementId parent, page::ElementRole role) {
    page::Element element;
    element.id = id;
    element.parent = parent;
    element.role = role;
    return element;
}

/// An emoji as a picture of its font.
inline page::GlyphImage picture(std::u16string text, PhysicalRect box, page::ElementId element) {
    page::GlyphImage made{box, {}, text, latin(), Length::points(16), page::Orientation::upright, element, {}};
    const auto image = colour_emoji().colour_image(colour_emoji().glyph(code_point_at(text, 0).value)).value();
    made.image = page::recognize_image(image.png).value();
    return made;
}

inline page::Page a4() {
    page::Page page;
    page.size = {Length::millimetres(210), Length::millimetres(297)};
    return page;
}

}  // namespace bichig::test
