// The fonts at hand as one snapshot: which face serves which role, and which stands in for a name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/diagnostics.h>
#include <bichig/base/result.h>
#include <bichig/font/font.h>

namespace bichig::font {

/// What a font is for in a document. The names are those of fonts/catalogue.toml with "_" for "-".
enum class Role : std::uint8_t {
    mongolian, mongolian_title, han_fangsong, han_song, han_hei, han_kai, han_title, latin, emoji, fallback,
    cyrillic, tibetan, phags_pa,
    colour_emoji  ///< emoji as pictures; text takes it where it is chosen as the face of `emoji`
};
inline constexpr std::size_t role_count = 14;

/// The name of `role` as fonts/catalogue.toml spells it, e.g. "han-fangsong".
std::string_view name(Role role);
/// The role of that name; nothing for any other.
std::optional<Role> role_named(std::string_view name);

/// A row of fonts/catalogue.toml. Value.
struct CatalogueEntry {
    Role role;
    std::string_view family;
    std::string_view file;     ///< file name in the staged folder
    unsigned face_index;
    unsigned weight;           ///< regular_weight for the role's own face; each role has one
    std::string_view package;  ///< registry and package that carry the file, e.g. "npm @scope/name 1.0"
    std::string_view sha256;   ///< of the file, in hexadecimal; empty where the package may bring any build of it
    std::string_view licence;
};

/// All rows of fonts/catalogue.toml, sorted by role and weight.
std::span<const CatalogueEntry> catalogue_entries();

/// A font that is not in a file. Value; the bytes are shared.
struct MemoryFont {
    std::shared_ptr<const std::string> bytes;
    std::string name;  ///< what messages call it
};

/// A face that serves a role instead of the staged one. Value.
struct RoleChoice {
    Role role;
    std::string name;  ///< family, full name or PostScript name, in any of its languages
};

/// Where a catalogue takes its fonts from. Value.
struct CatalogueOptions {
    std::string staged;                ///< folder with the files of fonts/catalogue.toml
    std::vector<std::string> folders;  ///< more folders: every font file in them and below
    std::vector<MemoryFont> memory;
    /// The fonts that Fontconfig lists. They serve by name only where nothing above has the name, and scripts that
    /// nothing above has; without them, what a document looks like does not depend on what is installed.
    bool system_fonts = false;
    std::vector<RoleChoice> roles;
};

/// A face that is asked for by name. Value.
struct FaceQuery {
    std::string name;                  ///< family, full name or PostScript name, in any of its languages
    unsigned weight = regular_weight;
    bool italic = false;
    Role otherwise = Role::latin;      ///< whose face is used for a name that nobody knows
};

/// What a name led to. Value.
struct Match {
    Font font;
    bool substituted = false;  ///< the face is not of that name
};

/// A face of a catalogue, as a list shows it. Value.
struct FaceInfo {
    std::vector<std::string> names;  ///< of families, full and PostScript names, in all languages
    unsigned weight = regular_weight;
    bool italic = false;
    std::string file;                ///< path, or the name of a font in memory
    unsigned index = 0;              ///< of the face in the file
    bool system = false;             ///< known by Fontconfig alone
};

/// The fonts that were found when it was opened. Faces are read when they are first used. Shared resource: immutable,
/// cheap to copy, any thread.
class Catalogue {
public:
    /// Opens the staged folder alone: roles, and by name every font file in it. Errors: not_found, naming the first
    /// missing file of fonts/catalogue.toml and the package that carries it; invalid_input where a file is no font.
    static Result<Catalogue> open(const std::string& staged);
    /// Opens what `options` name; a font file that cannot be read is a diagnostic ("font-unreadable"), and a role
    /// whose chosen name is not there gets what stands in for it ("font-substituted"). Without a staged folder the
    /// families of fonts/catalogue.toml serve the roles where they are found. Errors: those above, and not_found for
    /// a folder, for a role that no font serves, and for a chosen name that nothing stands in for.
    static Result<Catalogue> open(const CatalogueOptions& options, Diagnostics& diagnostics);

    /// The face for `role`.
    const Font& font(Role role) const;
    /// The face of the same family whose weight is nearest to `weight`. Where bold is asked for and the family has no
    /// bold face, the role's own with Font::synthetic_bold(); faces of emoji are never thickened.
    Font font(Role role, unsigned weight) const;
    /// The face of the name asked for; else by data/font_names/substitutions.tsv the one that stands in for it
    /// ("font-substituted"). A bold that the face lacks is made ("synthetic-bold"). Total.
    Match find(const FaceQuery& query, Diagnostics& diagnostics) const;
    /// The first regular face that has all of `characters`, faces of the system last; nothing where none has.
    std::optional<Font> covering(std::u32string_view characters) const;
    /// All faces in the order in which they are asked.
    std::vector<FaceInfo> faces() const;

    struct Snapshot;  ///< not for users

private:
    friend class CatalogueBuilder;
    explicit Catalogue(std::shared_ptr<const Snapshot> snapshot) : snapshot_{std::move(snapshot)} {}
    std::shared_ptr<const Snapshot> snapshot_;
};

}  // namespace bichig::font
