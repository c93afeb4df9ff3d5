// Walks the letters of a stretch, their units and the controls between them, and writes a glyph for each.
//
// This path asks the font for nothing but outlines: forms and advances stand in the map. Only marks over letters
// (U+1885, U+1886, U+18A9) are placed by the font's anchors, in words that have some.
#include "shape/units/unit_shaper.h"

#include <algorithm>
#include <array>

#include <hb-ot.h>

#include "font/internal/face.h"
#include "shape/units/code_glyphs.h"

namespace bichig::shape::units {

namespace {

bool is_mark(char16_t c) { return c == 0x1885 || c == 0x1886 || c == 0x18A9; }
bool is_selector(char16_t c) { return (c >= 0x180B && c <= 0x180D) || c == 0x180F; }
bool is_gap(char16_t c) { return c == 0x180E || c == 0x202F; }

constexpr std::uint8_t code(script::Unit unit) { return static_cast<std::uint8_t>(unit); }
bool is_shown_or_gap(script::Unit unit) {
    return unit == script::Unit::wide_gap || unit == script::Unit::narrow_gap ||
           (unit >= script::Unit::shown_selector_1 && unit <= script::Unit::shown_nnbsp);
}

constexpr hb_codepoint_t glyph_plane = 0xF0000;

/// A font whose characters from U+F0000 on are its glyphs, for placing marks on glyphs that were chosen already.
font::internal::Owned<hb_font_t> glyph_font(const font::Font& font) {
    font::internal::Owned<hb_font_t> made{hb_font_create_sub_font(font.data().font.get())};
    hb_font_funcs_t* functions = hb_font_funcs_create();
    hb_font_funcs_set_nominal_glyph_func(
        functions,
        [](hb_font_t*, void*, hb_codepoint_t character, hb_codepoint_t* glyph, void*) -> hb_bool_t {
            *glyph = character >= glyph_plane ? character - glyph_plane : 0;
            return *glyph != 0;
        },
        nullptr, nullptr);
    hb_font_set_funcs(made.get(), functions, nullptr, nullptr);
    hb_font_funcs_destroy(functions);
    return made;
}

/// Lets the font's anchors place the marks among `glyphs`.
void place_marks(const font::Font& font, Glyph* begin, Glyph* end) {
    const font::internal::Owned<hb_font_t> by_glyph = glyph_font(font);
    const font::internal::Owned<hb_buffer_t> buffer{hb_buffer_create()};
    for (const Glyph* glyph = begin; glyph != end; ++glyph) {
        if ((glyph->id & control_flag) != 0) return;
        hb_buffer_add(buffer.get(), glyph_plane + glyph->id, static_cast<unsigned>(glyph - begin));
    }
    hb_buffer_set_content_type(buffer.get(), HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer.get(), HB_SCRIPT_MONGOLIAN);
    std::array<hb_feature_t, 6> off{};
    constexpr std::array<const char*, 6> names = {"rclt", "calt", "rlig", "ccmp", "locl", "clig"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        off[i] = {hb_tag_from_string(names[i], 4), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    }
    hb_shape(by_glyph.get(), buffer.get(), off.data(), static_cast<unsigned>(off.size()));
    unsigned count = 0;
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
    if (count != static_cast<unsigned>(end - begin)) return;
    for (unsigned i = 0; i < count; ++i) {
        begin[i].advance = FontUnits{positions[i].x_advance};
        begin[i].shift_x = FontUnits{positions[i].x_offset};
        begin[i].shift_y = FontUnits{positions[i].y_offset};
    }
}

/// Whether a stem belongs between two letters that join (data/fonts/stems.tsv).
bool needs_stem(const Form& first, char16_t first_letter, const Form& next, char16_t next_letter) {
    constexpr char16_t last_hudum = 0x183B, n = 0x1828;
    const std::uint8_t* after_end = stem_after + stem_after_count;
    if (first_letter > last_hudum || first.count != 1) return false;
    if (std::find(stem_after, after_end, first.units[0]) == after_end) return false;
    if (next.count > 2 || (next_letter == n && next.shape == static_cast<std::uint8_t>(script::Position::medi))) {
        return false;
    }
    return std::any_of(stem_before, stem_before + stem_before_count, [&](const StemBefore& row) {
        return row.shape == next.shape && row.units[0] == next.units[0] && row.units[1] == next.units[1];
    });
}

Form form_of(const script::UnitAnalysis& analysis, const script::LetterForm& letter) {
    Form form;
    const std::uint32_t count = std::min<std::uint32_t>(letter.unit_end - letter.unit_begin, longest_form);
    for (std::uint32_t i = 0; i < count; ++i) form.units[i] = code(analysis.units[letter.unit_begin + i]);
    form.count = static_cast<std::uint8_t>(count);
    form.shape = static_cast<std::uint8_t>(letter.shape);
    return form;
}

}  // namespace

struct UnitShaper::Writer {
    std::u16string_view text;
    const MapData& map;
    const script::UnitAnalysis& analysis;
    std::vector<Glyph>& out;
    std::uint32_t unit = 0;  ///< units before it are drawn
    bool has_mark = false;

    void put(const Drawn& drawn, TextIndex cluster) {
        Glyph glyph;
        glyph.id = drawn.glyph;
        glyph.cluster = cluster;
        glyph.advance = FontUnits{drawn.advance};
        out.push_back(glyph);
    }

    /// The next gap or shown control before unit number `end`; none of them is passed over.
    bool next_control(std::uint32_t end, script::Unit& found) {
        while (unit < end && !is_shown_or_gap(analysis.units[unit])) ++unit;
        if (unit >= end) return false;
        found = analysis.units[unit];
        return true;
    }

    /// Draws what stands from `begin` to `end` between letters, whose units end before `unit_end`.
    bool controls(TextIndex begin, TextIndex end, std::uint32_t unit_end) {
        for (TextIndex i = begin; i < end; ++i) {
            const char16_t c = text[i];
            script::Unit found{};
            if (c >= 0x1880 && c <= 0x1884) {
                const font::GlyphId sign = map.font.glyph(c);
                if (sign == 0) return false;
                put({sign, static_cast<std::int32_t>(map.font.advance(sign).count())}, i);
                continue;
            }
            if (c == 0x180A) {
                const Drawn& stem = map.controls[code(script::Unit::nirugu)];
                if (stem.glyph == 0) return false;
                put(stem, i);
            } else if (is_mark(c)) {
                const font::GlyphId glyph = map.font.glyph(c);
                if (glyph == 0) return false;
                put({glyph, 0}, i);
                has_mark = true;
            } else if (is_gap(c) && next_control(unit_end, found)) {
                put(map.controls[code(found)], i);
                ++unit;
            } else if (is_selector(c) && next_control(unit_end, found)) {
                const unsigned number = c == 0x180F ? 4 : c - 0x180Au;
                if (code(found) != code(script::Unit::shown_selector_1) + number - 1) continue;
                put(map.controls[code(found)], i);
                ++unit;
            }
        }
        return true;
    }

    /// Whether nothing but marks stands between letter number `index` and the next one, and both join.
    bool joins_next(std::size_t index) const {
        if (index + 1 >= analysis.letters.size()) return false;
        const script::LetterForm& letter = analysis.letters[index];
        const script::LetterForm& next = analysis.letters[index + 1];
        if (letter.effect == script::SelectorEffect::invalid) return false;
        for (TextIndex i = letter.range.end; i < next.range.begin; ++i) {
            if (!is_mark(text[i])) return false;
        }
        return (open_sides(static_cast<std::uint8_t>(next.shape)) & left_open) != 0;
    }
    /// Whether a letter, drawn as at the end of a word, goes on into a long vowel sign.
    bool is_fused(std::size_t index) const {
        return joins_next(index) && text[analysis.letters[index + 1].range.begin] == 0x1843 &&
               (open_sides(static_cast<std::uint8_t>(analysis.letters[index].shape)) & right_open) == 0;
    }

    /// Whether letter `first` and the next one are drawn as one glyph.
    Drawn pair(std::size_t first, const Form& form) const {
        if (!map.begins_pair[form.units[form.count - 1]] || !joins_next(first)) return {};
        constexpr char16_t wa = 0x1838;  // drawn like a vowel, but no bowed letter takes it in
        if (text[analysis.letters[first + 1].range.begin] == wa) return {};
        const Form second = form_of(analysis, analysis.letters[first + 1]);
        if (form.count + second.count > static_cast<int>(longest_form)) return {};
        Form both = form;
        std::copy_n(second.units, second.count, both.units + form.count);
        both.count = static_cast<std::uint8_t>(form.count + second.count);
        std::uint8_t right = open_sides(second.shape) & right_open;
        if (is_fused(first + 1)) right = right_open;
        both.shape = shape_of_sides((open_sides(form.shape) & left_open) | right);
        return map.forms.find(FormTable::key(both, any_position, joined_letters));
    }

    /// A stem, where the font has one, between letters which it has no joined drawing of.
    void stem(std::size_t index, const Form& form) {
        const Drawn& filler = map.controls[0];
        if (filler.glyph == 0 || (open_sides(form.shape) & right_open) == 0 || !joins_next(index)) return;
        const Form next = form_of(analysis, analysis.letters[index + 1]);
        if (pair(index + 1, next).glyph != 0) return;
        const char16_t here = text[analysis.letters[index].range.begin];
        if (needs_stem(form, here, next, text[analysis.letters[index + 1].range.begin])) {
            put(filler, analysis.letters[index].range.begin);
        }
    }

    bool letter(std::size_t index, const Form& form) {
        const script::LetterForm& letter = analysis.letters[index];
        std::uint8_t position = static_cast<std::uint8_t>(letter.position);
        if (letter.unit_end < analysis.units.size() && analysis.units[letter.unit_end] == script::Unit::narrow_gap) {
            position = before_gap;
        }
        const char16_t in_block = static_cast<char16_t>(text[letter.range.begin] - 0x1800);
        std::array<Drawn, longest_form> parts;
        const std::size_t count = map.codes
                                      ? map.codes->draw(text, analysis, index, parts)
                                      : map.draw(form, position, static_cast<std::uint8_t>(in_block), parts);
        for (std::size_t i = 0; i < count; ++i) put(parts[i], letter.range.begin);
        return count != 0;
    }

    bool shown_selector(const script::LetterForm& letter) {
        if (letter.effect != script::SelectorEffect::invalid) return true;
        const TextIndex selector = letter.range.end - 1;
        put(map.controls[code(script::Unit::shown_selector_1) + letter.selector - 1u], selector);
        while (unit < analysis.units.size() && !is_shown_or_gap(analysis.units[unit])) ++unit;
        ++unit;
        return true;
    }

    bool write() {
        TextIndex index = 0;
        const auto& letters = analysis.letters;
        for (std::size_t i = 0; i < letters.size(); ++i) {
            if (!controls(index, letters[i].range.begin, letters[i].unit_begin)) return false;
            const Form form = form_of(analysis, letters[i]);
            if (form.count == 0) return false;
            if (const Drawn joined = pair(i, form); joined.glyph != 0) {
                put(joined, letters[i].range.begin);
                const TextIndex marks = letters[i].range.end;
                ++i;
                if (!controls(marks, letters[i].range.begin, 0)) return false;
            } else {
                if (!letter(i, form)) return false;
                stem(i, form);
            }
            unit = letters[i].unit_end;
            if (!shown_selector(letters[i])) return false;
            index = letters[i].range.end;
        }
        return controls(index, static_cast<TextIndex>(text.size()), static_cast<std::uint32_t>(analysis.units.size()));
    }
};

bool UnitShaper::shape(std::u16string_view text, const MapData& map, const script::UnitOptions& options,
                       std::vector<Glyph>& out) {
    if (map.source == UnitSource::none) return false;
    script::analyze(text, options, analysis_);
    const std::size_t first = out.size();
    Writer writer{text, map, analysis_, out};
    if (!writer.write()) {
        out.resize(first);
        return false;
    }
    if (out.size() == first) {
        Glyph blank;
        blank.id = map.controls[code(script::Unit::wide_gap)].glyph;
        out.push_back(blank);
    }
    if (writer.has_mark) place_marks(map.font, out.data() + first, out.data() + out.size());
    out[first].cluster = 0;
    return true;
}

bool UnitShaper::font_is_wrong(std::u16string_view text, const MapData& map, const script::UnitOptions& options) {
    const script::WritingSystem system = options.system ? *options.system : script::writing_system_of(text);
    const SystemVerdicts& verdicts = map.verdicts(system);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t in_block = text[i] - 0x1800u;
        if (text[i] == 0x202F && verdicts.plain[0x0E] != Verdict::right) return true;
        if (in_block >= verdicts.plain.size()) continue;
        if (verdicts.plain[in_block] != Verdict::right) return true;
        // Without a letter before it a selector is shown, which not every font does.
        if (is_selector(text[i]) && (i == 0 || is_gap(text[i - 1]))) return true;
        const bool selected = i + 1 < text.size() && is_selector(text[i + 1]);
        if (selected && verdicts.selected[in_block] != Verdict::right) return true;
    }
    return false;
}

}  // namespace bichig::shape::units
