// Opens the fonts of one folder by the rows of fonts/catalogue.toml.
#include <bichig/font/catalogue.h>

#include <filesystem>
#include <map>
#include <optional>
#include <utility>

namespace bichig::font {

namespace {

template <std::size_t... I>
std::array<Font, role_count> all(std::array<std::optional<Font>, role_count>& fonts, std::index_sequence<I...>) {
    return {*fonts[I]...};
}

}  // namespace

Result<Catalogue> Catalogue::open(const std::string& folder) {
    std::map<std::pair<std::string_view, unsigned>, Font> opened;
    std::array<std::optional<Font>, role_count> fonts;
    for (const CatalogueEntry& entry : catalogue_entries()) {
        const auto key = std::pair{entry.file, entry.face_index};
        auto found = opened.find(key);
        if (found == opened.end()) {
            const std::string path = (std::filesystem::path(folder) / entry.file).string();
            auto font = Font::open(path, entry.face_index);
            if (!font) {
                Error error = font.error();
                if (error.code == ErrorCode::not_found) {
                    error.message = "the font " + std::string(entry.family) + " is missing";
                    error.hint = "it comes with " + std::string(entry.package) +
                                 ": run ./dev setup, or name a folder that has it with --font-dir";
                }
                return fail(std::move(error));
            }
            found = opened.emplace(key, *font).first;
        }
        fonts[static_cast<std::size_t>(entry.role)] = found->second;
    }
    for (std::size_t role = 0; role < role_count; ++role) {
        if (!fonts[role]) {
            return fail({ErrorCode::not_found, "the font catalogue has no row for the role " +
                         std::string(name(static_cast<Role>(role))), "", {}});
        }
    }
    return Catalogue{std::make_shared<const std::array<Font, role_count>>(
        all(fonts, std::make_index_sequence<role_count>{}))};
}

const Font& Catalogue::font(Role role) const { return (*fonts_)[static_cast<std::size_t>(role)]; }

}  // namespace bichig::font
