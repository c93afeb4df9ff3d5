// Fonts behind a handle: the catalogue, and shapers that calls on several threads take turns with.
#pragma once

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include <bichig/base/diagnostics.h>
#include <bichig/c/fonts.h>
#include <bichig/document/properties.h>
#include <bichig/font/catalogue.h>
#include <bichig/shape/shaper.h>

#include "c/internal/call.h"

namespace bichig::c {

/// What handles share. Any thread.
class Fonts {
public:
    Fonts(font::CatalogueOptions options, font::Catalogue catalogue, shape::UnitPolicy policy)
        : options_{std::move(options)}, catalogue_{std::move(catalogue)}, policy_{policy}, faces_{catalogue_.faces()} {}

    const font::Catalogue& catalogue() const { return catalogue_; }
    /// The catalogue with the fonts that a document asks for in place of those that serve its roles.
    font::Catalogue with_choices(const std::vector<document::FontChoice>& choices, Diagnostics& diagnostics) const;
    const std::vector<font::FaceInfo>& faces() const { return faces_; }
    shape::UnitPolicy policy() const { return policy_; }
    const shape::WordCache& words() const { return words_; }
    /// Made when they are first asked for.
    const std::vector<shape::UnitMap>& maps() const;

    /// A shaper for the length of a call.
    class Lease {
    public:
        explicit Lease(const Fonts& fonts);
        ~Lease();
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        shape::Shaper& shaper() { return *shaper_; }

    private:
        const Fonts& fonts_;
        std::unique_ptr<shape::Shaper> shaper_;
    };

private:
    font::CatalogueOptions options_;
    font::Catalogue catalogue_;
    shape::UnitPolicy policy_;
    std::vector<font::FaceInfo> faces_;
    shape::WordCache words_;
    mutable std::once_flag maps_once_;
    mutable std::vector<shape::UnitMap> maps_;
    mutable std::mutex mutex_;
    mutable std::vector<std::unique_ptr<shape::Shaper>> idle_;
};

/// Hands findings to a caller who asked for them.
void give_findings(Diagnostics diagnostics, bichig_findings** out);

}  // namespace bichig::c

struct bichig_fonts {
    std::shared_ptr<const bichig::c::Fonts> shared;
};

namespace bichig::c {

inline const std::shared_ptr<const Fonts>& fonts_of(const bichig_fonts* fonts) {
    require(fonts != nullptr, "the fonts are NULL");
    return fonts->shared;
}

}  // namespace bichig::c
