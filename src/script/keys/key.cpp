// Keys and search over the shape of texts.
//
// A key is made of bytes: the version, then those of each unit (units/shape.h).
#include <bichig/script/key.h>

#include <algorithm>
#include <array>

#include <bichig/base/utf.h>

#include "script/generated/folding.h"
#include "script/units/engine.h"
#include "script/units/shape.h"

namespace bichig::script {

namespace {

constexpr std::array<std::string_view, 3> level_names = {"exact", "shape", "folded"};
void append_unit(Unit unit, std::string& key) {
    char bytes[key_bytes];
    key.append(bytes, write_key_bytes(unit, bytes));
}

Unit folded(Unit unit) {
    if (!is_character(unit)) return unit;
    const char32_t character = generated::folded(character_of(unit));
    return character == U' ' ? Unit::wide_gap : unit_of_character(character);
}

/// A shape whose units know their characters.
struct Shape {
    std::vector<Unit> units;
    std::vector<TextRange> ranges;
};

bool is_connector(char16_t unit) { return class_of(unit) == CharacterClass::gap; }

/// Takes separated suffixes out of a shape: a wide gap that an MVS or NNBSP makes, and all to the end of its stretch.
void drop_suffixes(std::u16string_view text, Shape& shape) {
    std::size_t kept = 0;
    bool after_letter = false;  // a suffix needs a word before it
    bool dropping = false;
    for (std::size_t i = 0; i < shape.units.size(); ++i) {
        const TextRange range = shape.ranges[i];
        const bool inside = range.begin < text.size() && class_of(text[range.begin]) != CharacterClass::other;
        const bool gap = shape.units[i] == Unit::wide_gap && inside && is_connector(text[range.begin]);
        dropping = inside && (dropping || (gap && after_letter));
        if (dropping) continue;
        after_letter = inside && !gap;
        shape.units[kept] = folded(shape.units[i]);
        shape.ranges[kept] = range;
        ++kept;
    }
    shape.units.resize(kept);
    shape.ranges.resize(kept);
}

Shape shape_of(std::u16string_view text, KeyLevel level, const UnitOptions& options) {
    Shape shape;
    append_shape(text, options, shape.units, shape.ranges);
    if (level == KeyLevel::folded) drop_suffixes(text, shape);
    return shape;
}

bool is_dangling(Unit unit) { return unit == Unit::dangling_left || unit == Unit::dangling_right; }

std::vector<TextRange> find_characters(std::u16string_view text, std::u16string_view pattern) {
    std::vector<TextRange> found;
    for (std::size_t at = text.find(pattern); at != std::u16string_view::npos;
         at = text.find(pattern, at + pattern.size())) {
        found.push_back({static_cast<TextIndex>(at), static_cast<TextIndex>(at + pattern.size())});
    }
    return found;
}

}  // namespace

std::string shape_key(std::u16string_view text, const UnitOptions& options) {
    std::string key(1, static_cast<char>(key_version));
    append_shape_key(text, options, key);
    return key;
}

bool same_shape(std::u16string_view a, std::u16string_view b, const UnitOptions& options) {
    std::vector<Unit> of_a;
    std::vector<Unit> of_b;
    append_shape(a, options, of_a);
    append_shape(b, options, of_b);
    return of_a == of_b;
}

std::uint64_t hash_of(std::string_view key) {
    std::uint64_t hash = 0xCBF29CE484222325u;
    for (const char byte : key) {
        hash ^= static_cast<unsigned char>(byte);
        hash *= 0x100000001B3u;
    }
    return hash;
}

std::string_view name(KeyLevel level) { return level_names[static_cast<unsigned>(level)]; }

std::optional<KeyLevel> key_level_named(std::string_view name) {
    const auto found = std::find(level_names.begin(), level_names.end(), name);
    if (found == level_names.end()) return std::nullopt;
    return static_cast<KeyLevel>(found - level_names.begin());
}

std::string search_key(std::u16string_view text, KeyLevel level, const UnitOptions& options) {
    std::string key{static_cast<char>(key_version), static_cast<char>('0' + static_cast<unsigned>(level))};
    if (level == KeyLevel::exact) {
        for (const char16_t unit : text) {
            key += static_cast<char>(unit >> 8);
            key += static_cast<char>(unit & 0xFF);
        }
        return key;
    }
    for (const Unit unit : shape_of(text, level, options).units) append_unit(unit, key);
    return key;
}

std::vector<TextRange> find(std::u16string_view text, std::u16string_view pattern, KeyLevel level,
                            const UnitOptions& options) {
    if (pattern.empty()) return {};
    if (level == KeyLevel::exact) return find_characters(text, pattern);
    const Shape in = shape_of(text, level, options);
    std::vector<Unit> wanted = shape_of(pattern, level, options).units;
    // A pattern that is cut out of a word ends in a join that leads on in the text.
    wanted.erase(std::remove_if(wanted.begin(), wanted.end(), is_dangling), wanted.end());
    std::vector<TextRange> found;
    if (wanted.empty()) return found;
    for (auto at = in.units.begin(); at != in.units.end();) {
        at = std::search(at, in.units.end(), wanted.begin(), wanted.end());
        if (at == in.units.end()) break;
        const std::size_t first = static_cast<std::size_t>(at - in.units.begin());
        const std::size_t last = first + wanted.size() - 1;
        const bool begins = first == 0 || !(in.ranges[first - 1] == in.ranges[first]) ||
                            is_dangling(in.units[first - 1]);
        const bool ends = last + 1 == in.units.size() || !(in.ranges[last + 1] == in.ranges[last]) ||
                          is_dangling(in.units[last + 1]);
        if (begins && ends) {
            found.push_back({in.ranges[first].begin, in.ranges[last].end});
            at += static_cast<std::ptrdiff_t>(wanted.size());
        } else {
            ++at;
        }
    }
    return found;
}

}  // namespace bichig::script
