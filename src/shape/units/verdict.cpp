// Probes a font: each letter in each position, alone, with selectors, before vowels and before a separated a or e,
// shaped by the font's own rules and compared with the engine.
#include <algorithm>

#include <bichig/script/properties.h>

#include "font/internal/face.h"
#include "shape/internal/pieces.h"
#include "shape/units/map_data.h"
#include "shape/units/probes.h"
#include "shape/units/reader.h"

namespace bichig::shape {

namespace {

using script::WritingSystem;

constexpr char16_t joiner = 0x200D, separator = 0x180E;
constexpr char16_t selectors[] = {0, 0x180B, 0x180C, 0x180D, 0x180F};

/// Vowels that are written after others, by the units of a bowed letter's pairs: all letters that begin with A, E, I,
/// O, U or W in their middle form would be too many; the engine's classes are not public, so these are listed.
constexpr std::u16string_view vowels = u"\u1820\u1821\u1822\u1823\u1824\u1825\u1826\u1827\u1844\u1845\u1846\u1847"
                                       u"\u1848\u1849\u185D\u185E\u1860\u1861\u1873\u1887\u1888";

/// Whether a form of the letter may be drawn as one with the next.
bool is_bowed(const units::MapData& map, WritingSystem system, char16_t letter) {
    for (const char16_t selector : selectors) {
        std::u16string text{letter};
        if (selector != 0) text += selector;
        text += joiner;
        script::UnitOptions options;
        options.system = system;
        const script::UnitAnalysis analysis = script::analyze(text, options);
        if (analysis.letters.empty()) continue;
        const auto unit = static_cast<std::uint32_t>(analysis.units[analysis.letters[0].unit_end - 1]);
        if (unit < 256 && map.begins_pair[unit]) return true;
    }
    return false;
}

using units::ProbeText;

/// Probes; without a map with pairs of all letters that are no vowels.
std::vector<ProbeText> make_probes(const units::MapData* map, WritingSystem system) {
    std::vector<ProbeText> texts;
    for (char16_t letter = 0x1820; letter < 0x18AB; ++letter) {
        if (!script::has_letter(system, letter)) continue;
        const bool vowel = vowels.find(letter) != std::u16string_view::npos;
        const bool bowed = !vowel && (map == nullptr || is_bowed(*map, system, letter));
        for (const char16_t selector : selectors) {
            std::u16string middle{letter};
            if (selector != 0) middle += selector;
            const bool selected = selector != 0;
            const auto add = [&](std::u16string text) { texts.push_back({std::move(text), letter, selected}); };
            add(middle);
            add(middle + joiner);
            add(joiner + middle + joiner);
            add(joiner + middle);
            if (!vowel) {
                for (const char16_t vowel_after : {u'\u1820', u'\u1821'}) {
                    if (!script::has_letter(system, vowel_after)) continue;
                    add(joiner + middle + separator + vowel_after);
                }
            }
            if (!bowed) continue;
            for (const char16_t after : vowels) {
                if (!script::has_letter(system, after)) continue;
                add(middle + after);
                add(middle + after + joiner);
                add(joiner + middle + after);
                add(joiner + middle + after + joiner);
            }
        }
    }
    // Gaps before particles.
    if (system == WritingSystem::hudum) {
        for (const char16_t* particle : {u"\u1824\u1828", u"\u1822", u"\u1836\u1822\u1828", u"\u1833\u1824"}) {
            texts.push_back({std::u16string{u"\u1828\u1820"} + separator + particle, separator, false});
        }
    }
    return texts;
}

}  // namespace

std::vector<ProbeText> units::probe_texts(const MapData& map, WritingSystem system) {
    return make_probes(&map, system);
}
std::vector<ProbeText> units::candidate_texts(WritingSystem system) { return make_probes(nullptr, system); }

namespace {

/// Shapes probes by the font and compares.
class Prober {
public:
    Prober(const units::MapData& map, WritingSystem system) : map_{map} {
        options_.profile = map.profile;
        options_.system = system;
        context_.script = text::mongolian;
    }

    Probe probe(const ProbeText& probe) {
        Probe result{probe.text, probe.letter, probe.selector, script::units(probe.text, options_), {}, {}};
        if (map_.font.glyph(probe.letter) == 0) {
            result.verdict = Verdict::missing;
            return result;
        }
        glyphs_.clear();
        internal::shape_piece(buffer_.get(), probe.text, context_, map_.font, glyphs_);
        units::Reading reading =
            units::read_units(map_, glyphs_.data(), glyphs_.data() + glyphs_.size(), result.expected);
        result.verdict = !reading.known                      ? Verdict::missing
                         : reading.units == result.expected ? Verdict::right
                                                            : Verdict::wrong;
        if (reading.known) result.drawn = std::move(reading.units);
        return result;
    }

private:
    const units::MapData& map_;
    script::UnitOptions options_;
    internal::Context context_;
    font::internal::Owned<hb_buffer_t> buffer_{hb_buffer_create()};
    std::vector<Glyph> glyphs_;
};

}  // namespace

const units::SystemVerdicts& units::MapData::verdicts(WritingSystem system) const {
    const auto number = static_cast<std::size_t>(system);
    std::call_once(once_[number], [&] {
        SystemVerdicts& found = verdicts_[number];
        Prober prober{*this, system};
        for (const ProbeText& text : probe_texts(*this, system)) {
            const Verdict verdict = prober.probe(text).verdict;
            Verdict& known = (text.selector ? found.selected : found.plain)[text.letter - 0x1800];
            // A form that is not known may be a wrong one: the engine's own is set where the map has it.
            if (known == Verdict::right) known = verdict;
            if (known == Verdict::missing && verdict == Verdict::wrong) known = verdict;
        }
    });
    return verdicts_[number];
}

std::vector<Probe> UnitMap::probes(WritingSystem system) const {
    std::vector<Probe> all;
    Prober prober{*data_, system};
    for (const ProbeText& text : probe_texts(*data_, system)) all.push_back(prober.probe(text));
    return all;
}

}  // namespace bichig::shape
