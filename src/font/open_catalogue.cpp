// Opens a catalogue: gathers the faces, then finds one for each role.
#include <filesystem>

#include "font/internal/names.h"
#include "font/internal/snapshot.h"

namespace bichig::font {

/// Builds one catalogue. Scratch.
class CatalogueBuilder {
public:
    CatalogueBuilder(const CatalogueOptions& options, Diagnostics& diagnostics)
        : options_{options}, diagnostics_{diagnostics} {}

    Result<Catalogue> build() {
        if (auto gathered = gather(); !gathered) return fail(gathered.error());
        snapshot_->index();
        for (std::size_t role = 0; role < role_count; ++role) {
            auto font = serve(static_cast<Role>(role));
            if (!font) return fail(font.error());
            snapshot_->roles.push_back(*font);
        }
        return Catalogue{std::move(snapshot_)};
    }

private:
    Result<void> gather() {
        for (const MemoryFont& font : options_.memory) {
            internal::add_memory(font, snapshot_->sources, diagnostics_);
        }
        for (const std::string& folder : options_.folders) {
            if (auto added = internal::add_folder(folder, snapshot_->sources, diagnostics_); !added) return added;
        }
        if (!options_.staged.empty() && std::filesystem::is_directory(options_.staged)) {
            if (auto added = internal::add_folder(options_.staged, snapshot_->sources, diagnostics_); !added) {
                return added;
            }
        }
        return options_.system_fonts ? internal::add_system(snapshot_->sources) : Result<void>{};
    }

    Result<Font> serve(Role role) {
        for (const RoleChoice& choice : options_.roles) {
            if (choice.role == role) return chosen(choice);
        }
        for (const CatalogueEntry& entry : catalogue_entries()) {
            if (entry.role != role || entry.weight != regular_weight) continue;
            return options_.staged.empty() ? by_family(entry) : staged(entry);
        }
        return nothing_for(role);
    }

    Result<Font> chosen(const RoleChoice& choice) {
        if (const Font* font = snapshot_->nearest(choice.name, regular_weight, false)) return *font;
        std::optional<Role> role;
        if (const Font* font = snapshot_->stand_in(choice.name, regular_weight, false, role)) {
            diagnostics_.add({"font-substituted", "there is no font \"" + choice.name + "\"; \"" + font->family() +
                              "\" stands in for it as " + std::string(name(choice.role)),
                              "install it, or name a folder that has it", {}, {}});
            return *font;
        }
        return fail({ErrorCode::not_found, "there is no font \"" + choice.name + "\" to serve as " +
                     std::string(name(choice.role)), "name a folder that has it, or ask for the fonts of the system",
                     {}});
    }

    Result<Font> staged(const CatalogueEntry& entry) {
        const std::string path = (std::filesystem::path(options_.staged) / entry.file).string();
        for (const auto& source : snapshot_->sources) {
            if (source->info().index != entry.face_index || source->info().file != path) continue;
            if (const Font* font = source->font()) return *font;
        }
        auto font = Font::open(path, entry.face_index);  // says what is wrong
        if (font) return font;
        Error error = font.error();
        if (error.code == ErrorCode::not_found) {
            error.message = "the font " + std::string(entry.family) + " is missing";
            error.hint = "it comes with " + std::string(entry.package) +
                         ": run ./dev setup, or name a folder that has it with --font-dir";
        }
        return fail(std::move(error));
    }

    Result<Font> by_family(const CatalogueEntry& entry) {
        const std::string family{entry.family};
        if (const Font* font = snapshot_->nearest(family, regular_weight, false)) return *font;
        std::optional<Role> role;
        if (const Font* font = snapshot_->stand_in(family, regular_weight, false, role)) {
            diagnostics_.add({"font-substituted", "there is no font \"" + family + "\"; \"" + font->family() +
                              "\" stands in for it as " + std::string(name(entry.role)), "", {}, {}});
            return *font;
        }
        return nothing_for(entry.role);
    }

    static Result<Font> nothing_for(Role role) {
        return fail({ErrorCode::not_found, "no font serves as " + std::string(name(role)),
                     "name one for it, or the folder of the staged fonts", {}});
    }

    const CatalogueOptions& options_;
    Diagnostics& diagnostics_;
    std::shared_ptr<Catalogue::Snapshot> snapshot_ = std::make_shared<Catalogue::Snapshot>();
};

Result<Catalogue> Catalogue::open(const CatalogueOptions& options, Diagnostics& diagnostics) {
    return CatalogueBuilder{options, diagnostics}.build();
}

Result<Catalogue> Catalogue::open(const std::string& staged) {
    CatalogueOptions options;
    options.staged = staged.empty() ? "." : staged;
    Diagnostics ignored;  // a file of the folder that serves no role and cannot be read does no harm
    return open(options, ignored);
}

}  // namespace bichig::font
