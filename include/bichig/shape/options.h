// How a Shaper chooses the forms of Mongolian letters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <bichig/script/units.h>
#include <bichig/shape/unit_map.h>
#include <bichig/shape/word_cache.h>

namespace bichig::shape {

/// Who chooses the glyphs of Mongolian words.
enum class UnitPolicy : std::uint8_t {
    font,      ///< the rules of the font; one of the old kind (UnitMap::is_of_old_kind) has none and is set by units
    units,     ///< the written-unit engine, wherever the font's map has the glyphs
    automatic  ///< the engine where the map says that the font's rules are wrong, otherwise the font
};
/// "font", "units" or "auto".
std::string_view name(UnitPolicy policy);
/// The policy with this name, or none.
std::optional<UnitPolicy> policy_named(std::string_view name);

/// What a Shaper is made with.
struct ShaperOptions {
    UnitPolicy policy = UnitPolicy::font;
    std::vector<UnitMap> maps;   ///< each for one font; a font without a map is shaped by its own rules
    script::UnitOptions units;   ///< profile and, if it is known, the writing system
    std::optional<WordCache> words = std::nullopt;        ///< shared with other shapers; without it, one of its own,
    std::size_t word_limit = WordCache::default_limit;    ///< which holds so many bytes and waits for no lock
    bool review = false;         ///< find marks for a reviewer (ShapedText::review); glyphs and advances stay the same
};

}  // namespace bichig::shape
