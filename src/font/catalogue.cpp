// Looks faces up by role, by name and by what they cover.
//
// Fonts in memory and in the folders given are asked first, the staged ones next, those of the system last. A name
// that is known without the system is never looked for there: a machine with an older version of a staged family, or
// with one more weight of it, sets a document as every other machine does.
#include <bichig/font/catalogue.h>

#include <algorithm>
#include <filesystem>

#include "font/internal/names.h"
#include "font/internal/snapshot.h"
#include "font/internal/substitutions.h"

namespace bichig::font {

namespace {

using internal::folded;
using internal::Source;
using internal::Substitution;

unsigned distance(unsigned a, unsigned b) { return a > b ? a - b : b - a; }

const Substitution* substitution_of(const std::string& name) {
    for (const Substitution& row : internal::substitutions()) {
        if (row.prefix ? name.starts_with(row.name) : name == row.name) return &row;
    }
    return nullptr;
}

/// A bold face is never thickened, and pictures cannot be.
bool lacks_bold(const Font& font, unsigned weight) {
    return weight >= bold_from && font.weight() < bold_from && !font.has_colour_images();
}

Diagnostic substituted(const FaceQuery& query, const Font& used) {
    return {"font-substituted", "there is no font \"" + query.name + "\"; \"" + used.family() + "\" stands in for it",
            "install it, or name a folder that has it", {}, {}};
}

Diagnostic thickened(const Font& font) {
    return {"synthetic-bold", "the font \"" + font.family() + "\" has no bold face; its strokes are thickened",
            "add a bold face of the family, or take another font", {}, {}};
}

}  // namespace

std::optional<Role> role_named(std::string_view wanted) {
    for (std::size_t role = 0; role < role_count; ++role) {
        if (name(static_cast<Role>(role)) == wanted) return static_cast<Role>(role);
    }
    return std::nullopt;
}

const Font* Catalogue::Snapshot::nearest(const std::string& name, unsigned weight, bool italic) const {
    const auto found = by_name.find(folded(name));
    if (found == by_name.end()) return nullptr;
    std::vector<const Source*> order = found->second;
    std::stable_sort(order.begin(), order.end(), [&](const Source* a, const Source* b) {
        if ((a->info().italic == italic) != (b->info().italic == italic)) return a->info().italic == italic;
        return distance(a->info().weight, weight) < distance(b->info().weight, weight);
    });
    for (const Source* source : order) {
        if (const Font* font = source->font()) return font;
    }
    return nullptr;
}

void Catalogue::Snapshot::index() {
    for (const auto& source : sources) {
        for (const std::string& name : source->info().names) {
            auto& faces = by_name[folded(name)];
            if (source->info().system && !faces.empty() && !faces.front()->info().system) continue;
            if (faces.empty() || faces.back() != source.get()) faces.push_back(source.get());
        }
    }
}

const Font* Catalogue::Snapshot::stand_in(const std::string& name, unsigned weight, bool italic,
                                          std::optional<Role>& role) const {
    const Substitution* row = substitution_of(folded(name));
    if (row == nullptr) return nullptr;
    role = row->role;
    const unsigned wanted = std::max(weight, row->weight);
    for (std::string_view rest = row->candidates; !rest.empty();) {
        const std::size_t end = std::min(rest.find('|'), rest.size());
        if (const Font* font = nearest(std::string(rest.substr(0, end)), wanted, italic)) return font;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return nullptr;
}

const Font& Catalogue::font(Role role) const { return snapshot_->roles[static_cast<std::size_t>(role)]; }

Font Catalogue::font(Role role, unsigned weight) const {
    const Font& own = font(role);
    if (!lacks_bold(own, weight) || role == Role::emoji || role == Role::colour_emoji) return own;
    const Font* bold = snapshot_->nearest(own.family(), weight, own.italic());
    return bold != nullptr && bold->weight() >= bold_from ? *bold : own.with_synthetic_bold();
}

Match Catalogue::find(const FaceQuery& query, Diagnostics& diagnostics) const {
    const auto bold = [&](const Font& face) {
        if (!lacks_bold(face, query.weight)) return face;
        diagnostics.add(thickened(face));
        return face.with_synthetic_bold();
    };
    if (const Font* named = snapshot_->nearest(query.name, query.weight, query.italic)) return {bold(*named), false};
    std::optional<Role> role;
    const Font* other = snapshot_->stand_in(query.name, query.weight, query.italic, role);
    const Font used = other != nullptr ? *other : font(role.value_or(query.otherwise), query.weight);
    diagnostics.add(substituted(query, used));
    if (used.synthetic_bold()) {
        diagnostics.add(thickened(used));
        return {used, true};
    }
    return {bold(used), true};
}

std::optional<Font> Catalogue::covering(std::u32string_view characters) const {
    const auto covers = [&](const Source& source) {
        return std::all_of(characters.begin(), characters.end(), [&](char32_t c) { return source.has(c); });
    };
    const auto is_plain = [](const Source& source) {
        return !source.info().italic && source.info().weight >= 300 && source.info().weight < bold_from;
    };
    for (const auto& source : snapshot_->sources) {
        if (!is_plain(*source) || !covers(*source)) continue;
        if (const Font* font = source->font(); font != nullptr && !font->has_colour_images()) return *font;
    }
    return std::nullopt;
}

std::vector<FaceInfo> Catalogue::faces() const {
    std::vector<FaceInfo> faces;
    for (const auto& source : snapshot_->sources) faces.push_back(source->info());
    return faces;
}

}  // namespace bichig::font
