// Keys by which texts that look alike are found: for indexes, directories and search.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/text_range.h>
#include <bichig/script/units.h>

namespace bichig::script {

/// The version of all keys: keys of another version must be made again. It is the first byte of each key.
inline constexpr std::uint8_t key_version = 1;

/// A key that two texts share exactly if they have the same shape: the same units, NNBSP counted as MVS, controls that
/// do nothing left out. Bytes, for comparing and hashing; it is no spelling. The same for every build of a key version.
std::string shape_key(std::u16string_view text, const UnitOptions& options = {});

/// Appends the same without its first byte to `key`: for many keys of one version. Each unit takes one byte, its code,
/// but one of another character four: 0xFF and the character, its highest byte first.
void append_shape_key(std::u16string_view text, const UnitOptions& options, std::string& key);

/// Whether `a` and `b` have the same shape (shape_key(a) == shape_key(b)).
bool same_shape(std::u16string_view a, std::u16string_view b, const UnitOptions& options = {});

/// A 64-bit hash of a key: FNV-1a, the same on every machine.
std::uint64_t hash_of(std::string_view key);

/// How much two texts may differ and still be found for one another.
enum class KeyLevel : std::uint8_t {
    exact,  ///< the same characters
    shape,  ///< the same shape
    folded  ///< the same shape without separated suffixes; Mongolian and full-width digits and marks as those of ASCII
};

/// "exact", "shape" or "folded".
std::string_view name(KeyLevel level);
/// The level with this name, or none.
std::optional<KeyLevel> key_level_named(std::string_view name);

/// A key for search engines and directories: texts that count as equal on `level` share it. Its first bytes are the
/// version and the level.
std::string search_key(std::u16string_view text, KeyLevel level, const UnitOptions& options = {});

/// Where `pattern` occurs in `text` on `level`, as ranges of `text`, from left to right, without overlap. A match
/// begins and ends between letters. An empty pattern occurs nowhere. Total; any thread.
std::vector<TextRange> find(std::u16string_view text, std::u16string_view pattern, KeyLevel level,
                            const UnitOptions& options = {});

}  // namespace bichig::script
