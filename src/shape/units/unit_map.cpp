// Makes the map of a font from what is known of it, and answers questions about it.
//
// What a glyph draws is never concluded from the character that led to it: fonts give another form than the tables say
// for one probe in six. A table of the very file, or the likeness of outlines to a known font, decides; else the form
// is missing, and a word that needs it is left to the font.
#include <bichig/shape/unit_map.h>

#include <algorithm>

#include <hb.h>

#include "font/internal/face.h"
#include "shape/units/map_data.h"
#include "shape/units/sha256.h"
#include "shape/units/unit_shaper.h"

namespace bichig::shape {

namespace units {

namespace {

std::string digest(const font::Font& font) {
    unsigned size = 0;
    const char* bytes = hb_blob_get_data(font.data().blob.get(), &size);
    return sha256({bytes, size});
}

Drawn drawn(const font::Font& font, font::GlyphId glyph) {
    return {glyph, static_cast<std::int32_t>(font.advance(glyph).count())};
}

}  // namespace

const KnownFont* known_font(const std::string& sha256) {
    for (std::size_t i = 0; i < known_font_count; ++i) {
        if (sha256 == known_fonts[i].sha256) return &known_fonts[i];
    }
    return nullptr;
}

void add_row(MapData& map, const GlyphRow& row) {
    Form form;
    std::copy_n(row.units, row.unit_count, form.units);
    form.count = row.unit_count;
    form.shape = row.shape;
    map.identities.push_back({row.glyph, form});
    const Drawn glyph = drawn(map.font, row.glyph);
    constexpr std::uint8_t last_control = 11;
    if (form.units[0] <= last_control) {
        map.controls[form.units[0]] = glyph;
        return;
    }
    if (row.letter == joined_letters) {
        map.forms.add(FormTable::key(form, any_position, joined_letters), glyph);
        for (std::uint8_t i = 0; i + 1 < form.count; ++i) map.begins_pair.set(form.units[i]);
        return;
    }
    map.forms.add(FormTable::key(form, row.position, row.letter), glyph);
    if (row.position == before_gap) {
        map.forms.add(FormTable::key(form, row.position, any_letter), glyph);
        return;
    }
    map.forms.add(FormTable::key(form, any_position, row.letter), glyph);
    map.forms.add(FormTable::key(form, row.position, any_letter), glyph);
    map.forms.add(FormTable::key(form, any_position, any_letter), glyph);
}

namespace {

void add_table(MapData& map, const KnownFont& known) {
    // A drawing in the position of its own shape is the better one for other positions too.
    for (const bool own : {true, false}) {
        for (std::size_t i = 0; i < known.count; ++i) {
            if ((known.rows[i].position == known.rows[i].shape) == own) add_row(map, known.rows[i]);
        }
    }
}

/// Glyphs for gaps and controls of which no table speaks.
void add_controls(MapData& map) {
    const auto code = [](script::Unit unit) { return static_cast<std::size_t>(unit); };
    const std::int32_t em = static_cast<std::int32_t>(map.font.metrics().units_per_em.count());
    const Drawn space = drawn(map.font, map.font.glyph(U' '));
    Drawn& wide = map.controls[code(script::Unit::wide_gap)];
    if (wide.glyph == 0) wide = {space.glyph, space.advance != 0 ? space.advance : em / 4};
    Drawn& narrow = map.controls[code(script::Unit::narrow_gap)];
    if (narrow.glyph == 0) narrow = {space.glyph, em * 55 / 1000};
    Drawn& stem = map.controls[code(script::Unit::nirugu)];
    if (stem.glyph == 0) stem = drawn(map.font, map.font.glyph(0x180A));
    for (std::size_t unit = code(script::Unit::shown_selector_1); unit <= code(script::Unit::shown_nnbsp); ++unit) {
        Drawn& control = map.controls[unit];
        if (control.glyph != 0) continue;
        control.glyph = control_flag | static_cast<font::GlyphId>(unit - code(script::Unit::shown_selector_1) + 1);
        control.advance = em * 77 / 100;
    }
}

}  // namespace

std::size_t MapData::draw(const Form& form, std::uint8_t position, std::uint8_t letter,
                          std::array<Drawn, longest_form>& out) const {
    Drawn found;
    if (position == before_gap) {
        found = forms.find(FormTable::key(form, position, letter));
        if (found.glyph == 0) found = forms.find(FormTable::key(form, position, any_letter));
        position = form.shape;
    }
    if (found.glyph == 0) found = forms.find(FormTable::key(form, position, letter));
    if (found.glyph == 0) found = forms.find(FormTable::key(form, any_position, letter));
    if (found.glyph == 0) found = forms.find(FormTable::key(form, position, any_letter));
    if (found.glyph == 0) found = forms.find(FormTable::key(form, any_position, any_letter));
    if (found.glyph != 0) {
        out[0] = found;
        return 1;
    }
    // In parts: the longest beginning that the font has, then the rest.
    for (std::uint8_t first = static_cast<std::uint8_t>(form.count - 1); form.count > 1 && first > 0; --first) {
        Form head, tail;
        std::copy_n(form.units, first, head.units);
        std::copy_n(form.units + first, form.count - first, tail.units);
        head.count = first;
        tail.count = static_cast<std::uint8_t>(form.count - first);
        const std::uint8_t sides = open_sides(form.shape);
        head.shape = shape_of_sides((sides & left_open) | right_open);
        tail.shape = shape_of_sides((sides & right_open) | left_open);
        const Drawn beginning = forms.find(FormTable::key(head, any_position, any_letter));
        if (beginning.glyph == 0) continue;
        std::array<Drawn, longest_form> rest;
        const std::size_t count = draw(tail, any_position, any_letter, rest);
        if (count == 0) continue;
        out[0] = beginning;
        std::copy_n(rest.begin(), count, out.begin() + 1);
        return count + 1;
    }
    return 0;
}

}  // namespace units

std::string_view name(Verdict verdict) {
    switch (verdict) {
        case Verdict::right: return "right";
        case Verdict::wrong: return "wrong";
        case Verdict::missing: break;
    }
    return "missing";
}

std::string_view name(UnitSource source) {
    switch (source) {
        case UnitSource::none: break;
        case UnitSource::table: return "table";
        case UnitSource::outlines: return "outlines";
        case UnitSource::codes: return "codes";
    }
    return "none";
}

UnitMap UnitMap::of(const font::Font& font, const UnitMapOptions& options) {
    auto map = std::make_shared<units::MapData>(font);
    map->profile = options.profile;
    map->sha256 = units::digest(font);
    if (const units::KnownFont* table = units::known_font(map->sha256)) {
        units::add_table(*map, *table);
        map->source = UnitSource::table;
    } else if (units::add_by_codes(*map)) {
        map->source = UnitSource::codes;
    } else {
        for (const font::Font& known : options.known) {
            const units::KnownFont* rows = units::known_font(units::digest(known));
            if (rows == nullptr || !units::add_by_outlines(*map, known, *rows, options.cache_folder)) continue;
            map->source = UnitSource::outlines;
            break;
        }
    }
    std::stable_sort(map->identities.begin(), map->identities.end(),
                     [](const units::Identity& a, const units::Identity& b) { return a.glyph < b.glyph; });
    units::add_controls(*map);
    return UnitMap{std::move(map)};
}

const font::Font& UnitMap::font() const { return data_->font; }
UnitSource UnitMap::source() const { return data_->source; }
const std::string& UnitMap::sha256() const { return data_->sha256; }

std::vector<GlyphUnits> UnitMap::units(font::GlyphId glyph) const {
    std::vector<GlyphUnits> all;
    for (const units::Identity& identity : data_->identities) {
        if (identity.glyph != glyph) continue;
        GlyphUnits known;
        for (std::uint8_t i = 0; i < identity.form.count; ++i) {
            known.units.push_back(static_cast<script::Unit>(identity.form.units[i]));
        }
        known.shape = static_cast<script::Position>(identity.form.shape);
        all.push_back(std::move(known));
    }
    return all;
}

bool UnitMap::covers(std::u16string_view text, const script::UnitOptions& options) const {
    units::UnitShaper shaper;
    std::vector<Glyph> glyphs;
    return shaper.shape(text, *data_, options, glyphs);
}

Verdict UnitMap::verdict(script::WritingSystem system, char32_t letter, bool with_selector) const {
    const char32_t in_block = letter - 0x1800;
    const units::SystemVerdicts& verdicts = data_->verdicts(system);
    if (in_block >= verdicts.plain.size()) return Verdict::missing;
    return with_selector ? verdicts.selected[in_block] : verdicts.plain[in_block];
}

bool UnitMap::is_of_old_kind() const { return data_->only_codes; }

font::GlyphId UnitMap::control(script::Unit unit) const {
    const auto code = static_cast<std::size_t>(unit);
    if (code >= data_->controls.size() || (data_->controls[code].glyph & units::control_flag) != 0) return 0;
    return data_->controls[code].glyph;
}

}  // namespace bichig::shape
