// Which font files serve which role, and the opened faces of one folder of fonts.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include <bichig/base/result.h>
#include <bichig/font/font.h>

namespace bichig::font {

/// What a font is for in a document. The names are those of fonts/catalogue.toml with "_" for "-".
enum class Role : std::uint8_t {
    mongolian, mongolian_title, han_fangsong, han_song, han_hei, han_kai, han_title, latin, emoji, fallback
};
inline constexpr std::size_t role_count = 10;

/// The name of `role` as fonts/catalogue.toml spells it, e.g. "han-fangsong".
std::string_view name(Role role);

/// A row of fonts/catalogue.toml. Value.
struct CatalogueEntry {
    Role role;
    std::string_view family;
    std::string_view file;     ///< file name in the staged folder
    unsigned face_index;
    std::string_view package;  ///< registry and package that carry the file, e.g. "npm @scope/name 1.0"
    std::string_view sha256;   ///< of the file, in hexadecimal; empty where the package may bring any build of it
    std::string_view licence;
};

/// All rows of fonts/catalogue.toml, sorted by role.
std::span<const CatalogueEntry> catalogue_entries();

/// The fonts of one folder by role. Shared resource: immutable, cheap to copy, any thread.
class Catalogue {
public:
    /// Opens the fonts of fonts/catalogue.toml in `folder`. Errors: not_found, naming the first missing file and
    /// the package that carries it; invalid_input where a file is no font.
    static Result<Catalogue> open(const std::string& folder);

    /// The face for `role`.
    const Font& font(Role role) const;

private:
    explicit Catalogue(std::shared_ptr<const std::array<Font, role_count>> fonts) : fonts_{std::move(fonts)} {}
    std::shared_ptr<const std::array<Font, role_count>> fonts_;
};

}  // namespace bichig::font
