// Tries, glyph by glyph, which of its identities agrees with what is expected, going back where none does.
#include "shape/units/reader.h"

#include <algorithm>

#include <bichig/script/properties.h>

#include "shape/units/control_font.h"

namespace bichig::shape::units {

namespace {

using script::Unit;

bool is_control(const Form& form) { return form.units[0] <= static_cast<std::uint8_t>(Unit::shown_nnbsp); }

struct Reader {
    const MapData& map;
    const std::vector<Unit>& expected;
    std::vector<Unit> units;
    bool open = false;

    /// The sides that a form joins at.
    static std::uint8_t sides(const Form& form) {
        if (form.shape == over) return 0;
        if (!is_control(form)) return open_sides(form.shape);
        const bool stem = form.units[0] == static_cast<std::uint8_t>(Unit::nirugu) || form.units[0] == 0;
        return stem ? left_open | right_open : 0;
    }

    void put(const Form& form) {
        if (form.shape == over) {  // a sign over a letter leaves the join as it is
            units.push_back(static_cast<Unit>(form.units[0]));
            return;
        }
        const bool left = (sides(form) & left_open) != 0;
        if (open != left) units.push_back(open ? Unit::dangling_right : Unit::dangling_left);
        for (std::uint8_t i = 0; i < form.count; ++i) {
            if (form.units[i] != 0) units.push_back(static_cast<Unit>(form.units[i]));
        }
        open = (sides(form) & right_open) != 0;
    }
    void close() {
        if (open) units.push_back(Unit::dangling_right);
        open = false;
    }
    bool agrees() const {
        return units.size() <= expected.size() && std::equal(units.begin(), units.end(), expected.begin());
    }

    /// A shape of no letter: a sign that stands over one.
    static constexpr std::uint8_t over = 4;

    std::vector<Form> sign_of(const Glyph& glyph) const {
        for (const char16_t sign : {0x1880, 0x1881, 0x1882, 0x1883, 0x1884, 0x1885, 0x1886, 0x18A9}) {
            if (map.font.glyph(sign) != glyph.id) continue;
            Form form;
            form.units[0] = static_cast<std::uint8_t>(script::units(std::u16string(1, sign)).back());
            form.count = 1;
            form.shape = sign > 0x1884 ? over : 0;
            return {form};
        }
        return {};
    }

    std::vector<Form> forms_of(const Glyph& glyph) const {
        std::vector<Form> forms;
        if ((glyph.id & control_flag) != 0) {
            Form form;
            form.units[0] = static_cast<std::uint8_t>((glyph.id & ~control_flag) +
                                                      static_cast<std::uint32_t>(Unit::shown_selector_1) - 1);
            form.count = 1;
            return {form};
        }
        const auto less = [](const Identity& identity, font::GlyphId id) { return identity.glyph < id; };
        auto found = std::lower_bound(map.identities.begin(), map.identities.end(), glyph.id, less);
        for (; found != map.identities.end() && found->glyph == glyph.id; ++found) forms.push_back(found->form);
        if (forms.empty()) forms = sign_of(glyph);
        if (!forms.empty()) return forms;
        const auto control = [&](Unit unit) {
            Form form;
            form.units[0] = static_cast<std::uint8_t>(unit);
            form.count = 1;
            return form;
        };
        const Drawn& stem = map.controls[static_cast<std::size_t>(Unit::nirugu)];
        if (glyph.id == stem.glyph) {
            forms.push_back(control(Unit::nirugu));
        } else if (const font::Ink ink = map.font.ink(glyph.id); ink.left == ink.right && ink.top == ink.bottom) {
            const std::int64_t em = map.font.metrics().units_per_em.count();
            forms.push_back(control(glyph.advance.count() * 8 > em ? Unit::wide_gap : Unit::narrow_gap));
        }
        return forms;
    }

    /// Reads on from `glyph` so that all agrees with what is expected; undoes what it read where that fails.
    bool agree(const Glyph* glyph, const Glyph* end) {
        const std::size_t size = units.size();
        const bool was_open = open;
        if (glyph == end) {
            close();
            if (units == expected) return true;
        } else {
            for (const Form& form : forms_of(*glyph)) {
                put(form);
                if (agrees() && agree(glyph + 1, end)) return true;
                units.resize(size);
                open = was_open;
            }
        }
        units.resize(size);
        open = was_open;
        return false;
    }
};

}  // namespace

bool is_known(const MapData& map, const Glyph& glyph) {
    const std::vector<script::Unit> nothing;
    return !Reader{map, nothing, {}, false}.forms_of(glyph).empty();
}

Reading read_units(const MapData& map, const Glyph* begin, const Glyph* end, const std::vector<Unit>& expected) {
    Reader reader{map, expected, {}, false};
    if (reader.agree(begin, end)) return {std::move(reader.units), true};
    Reading reading;
    for (const Glyph* glyph = begin; glyph != end; ++glyph) {
        const std::vector<Form> forms = reader.forms_of(*glyph);
        if (forms.empty()) {
            reading.known = false;
            continue;
        }
        // Of equal drawings the one that joins to what is before it.
        const auto joins = [&](const Form& form) { return ((Reader::sides(form) & left_open) != 0) == reader.open; };
        const auto found = std::find_if(forms.begin(), forms.end(), joins);
        reader.put(found != forms.end() ? *found : forms.front());
    }
    reader.close();
    reading.units = std::move(reader.units);
    return reading;
}

}  // namespace bichig::shape::units

namespace bichig::shape {

std::vector<script::Unit> UnitMap::read(std::u16string_view text, const ShapedText& shaped,
                                        const std::vector<script::Unit>& expected) const {
    std::vector<script::Unit> all;
    std::vector<Glyph> known;
    const auto flush = [&] {
        // What is expected of these glyphs begins where the reading has come to.
        std::vector<script::Unit> rest;
        if (all.size() < expected.size()) rest.assign(expected.begin() + static_cast<long>(all.size()), expected.end());
        const units::Reading reading = units::read_units(*data_, known.data(), known.data() + known.size(), rest);
        all.insert(all.end(), reading.units.begin(), reading.units.end());
        known.clear();
    };
    for (const Run& run : shaped.runs) {
        const bool controls = run.font == units::control_font();
        for (std::uint32_t i = run.glyph_begin; i < run.glyph_end; ++i) {
            Glyph glyph = shaped.glyphs[i];
            if (controls) glyph.id |= units::control_flag;
            if (controls || (run.font == font() && units::is_known(*data_, glyph))) {
                known.push_back(glyph);
                continue;
            }
            // Of a Mongolian character whose glyph is not known nothing can be said.
            if (script::is_word_character(text[glyph.cluster])) return {};
            flush();
            script::append_units(text.substr(glyph.cluster, shaped.cluster_end(i, run) - glyph.cluster), {}, all);
        }
    }
    flush();
    return all;
}

}  // namespace bichig::shape
