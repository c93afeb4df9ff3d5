// What is read of a face when it is first asked for: names, weight, metrics, and whether it joins Mongolian.
#include <algorithm>
#include <array>

#include <hb-ot.h>

#include "font/internal/face.h"

namespace bichig::font::internal {

namespace {

std::string name_of(hb_face_t* face, hb_ot_name_id_t id, hb_language_t language) {
    char buffer[256];
    unsigned size = sizeof buffer;
    hb_ot_name_get_utf8(face, id, language, &size, buffer);
    return std::string(buffer, std::min<std::size_t>(size, sizeof buffer - 1));
}

std::string english_name_of(hb_face_t* face, hb_ot_name_id_t id) {
    return name_of(face, id, hb_language_from_string("en", -1));
}

/// Letters, digits and hyphens of `text`: what a PostScript name may hold.
std::string postscript_form(const std::string& text) {
    std::string name;
    for (const char c : text) {
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-') name += c;
    }
    return name.empty() ? "Font" : name;
}

/// The family as font menus group it; families of two styles stand under the older id alone.
std::string family_of(hb_face_t* face) {
    const std::string typographic = english_name_of(face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
    if (!typographic.empty()) return typographic;
    const std::string family = english_name_of(face, HB_OT_NAME_ID_FONT_FAMILY);
    if (!family.empty()) return family;
    const auto names = names_of(face);  // a face that is named in Chinese alone
    return names.empty() ? std::string{} : names.front();
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

/// The glyphs of `word`, left to right as Mongolian is shaped in either direction.
std::vector<hb_codepoint_t> shape(hb_font_t* font, const std::vector<hb_codepoint_t>& word) {
    const Owned<hb_buffer_t> buffer{hb_buffer_create()};
    hb_buffer_add_codepoints(buffer.get(), word.data(), static_cast<int>(word.size()), 0, -1);
    hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer.get(), HB_SCRIPT_MONGOLIAN);
    hb_shape(font, buffer.get(), nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    std::vector<hb_codepoint_t> glyphs;
    for (unsigned i = 0; i < count; ++i) glyphs.push_back(infos[i].codepoint);
    return glyphs;
}

/// Looks at letters of every script that is joined: one that has another form at the start of a word than at its end
/// shows that there are rules. A font may join one of the scripts alone, so one such letter is enough.
bool probe_joining(hb_font_t* font) {
    constexpr std::array<hb_codepoint_t, 6> letters{0x1828, 0x1820, 0x182A, 0x1844, 0x185D, 0x1873};
    for (const hb_codepoint_t letter : letters) {
        hb_codepoint_t glyph = 0;
        if (!hb_font_get_nominal_glyph(font, letter, &glyph)) continue;
        const auto word = shape(font, {letter, letter, letter});
        if (word.empty()) continue;
        const auto alone = shape(font, {letter});
        if (word.front() != word.back() || alone.empty() || word.front() != alone.front()) return true;
    }
    return false;
}

}  // namespace

std::vector<std::string> names_of(hb_face_t* face) {
    constexpr std::array<hb_ot_name_id_t, 5> wanted{HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY, HB_OT_NAME_ID_FONT_FAMILY,
                                                    HB_OT_NAME_ID_WWS_FAMILY, HB_OT_NAME_ID_FULL_NAME,
                                                    HB_OT_NAME_ID_POSTSCRIPT_NAME};
    unsigned count = 0;
    const hb_ot_name_entry_t* entries = hb_ot_name_list_names(face, &count);
    std::vector<std::string> names;
    for (const hb_ot_name_id_t id : wanted) {
        for (unsigned i = 0; i < count; ++i) {
            if (entries[i].name_id != id) continue;
            std::string name = name_of(face, id, entries[i].language);
            if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) {
                names.push_back(std::move(name));
            }
        }
    }
    return names;
}

Style style_of(hb_face_t* face) {
    // usWeightClass and fsSelection stand at bytes 4 and 62.
    const Owned<hb_blob_t> table{hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'))};
    unsigned size = 0;
    const auto* bytes = reinterpret_cast<const unsigned char*>(hb_blob_get_data(table.get(), &size));
    Style style;
    if (size < 64) return style;
    const unsigned weight = static_cast<unsigned>(bytes[4] << 8 | bytes[5]);
    if (weight >= 1 && weight <= 1000) style.weight = weight;
    constexpr unsigned italic_or_oblique = 1u | 1u << 9;
    style.italic = (static_cast<unsigned>(bytes[62] << 8 | bytes[63]) & italic_or_oblique) != 0;
    return style;
}

const FontDetails& FontData::details() const {
    std::call_once(details_once_, [this] {
        details_.family = family_of(face.get());
        const std::string postscript = english_name_of(face.get(), HB_OT_NAME_ID_POSTSCRIPT_NAME);
        details_.postscript_name = postscript_form(postscript.empty() ? details_.family : postscript);
        details_.style = style_of(face.get());
        details_.metrics = measure(font.get(), face.get());
        details_.vertical_lookups = vertical_lookups(face.get());
    });
    return details_;
}

bool FontData::joins_mongolian() const {
    std::call_once(joins_once_, [this] { joins_ = probe_joining(font.get()); });
    return joins_;
}

}  // namespace bichig::font::internal
