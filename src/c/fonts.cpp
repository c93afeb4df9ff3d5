// Calls of bichig/c/fonts.h, and the findings that calls give.
#include "c/internal/fonts.h"

#include <algorithm>

#include <bichig/paginate/paginate.h>

#include "c/internal/findings.h"
#include "c/internal/text_in_out.h"

namespace bichig::c {

namespace {

bool has_role(const font::CatalogueOptions& options, font::Role role) {
    return std::any_of(options.roles.begin(), options.roles.end(),
                       [&](const font::RoleChoice& choice) { return choice.role == role; });
}

font::CatalogueOptions catalogue_options(const bichig_font_options& from) {
    require(from.folders != nullptr || from.folder_count == 0, "the folders are NULL");
    require(from.memory != nullptr || from.memory_count == 0, "the fonts in memory are NULL");
    require(from.roles != nullptr || from.role_count == 0, "the roles are NULL");
    font::CatalogueOptions options;
    if (from.staged != nullptr) options.staged = from.staged;
    for (std::size_t i = 0; i < from.folder_count; ++i) {
        require(from.folders[i] != nullptr, "a folder is NULL");
        options.folders.emplace_back(from.folders[i]);
    }
    for (std::size_t i = 0; i < from.memory_count; ++i) {
        const bichig_memory_font& font = from.memory[i];
        require(font.bytes != nullptr, "a font in memory is NULL");
        options.memory.push_back(
            {std::make_shared<const std::string>(static_cast<const char*>(font.bytes), font.size),
             font.name != nullptr ? font.name : "font " + std::to_string(i + 1) + " in memory"});
    }
    for (std::size_t i = 0; i < from.role_count; ++i) {
        require(from.roles[i].role != nullptr && from.roles[i].name != nullptr, "a role or its font is NULL");
        const auto role = font::role_named(from.roles[i].role);
        if (!role) {
            fail_with({ErrorCode::not_found, std::string{"there is no role '"} + from.roles[i].role + "'",
                       "see the list of roles in bichig/c/fonts.h", {}});
        }
        options.roles.push_back({*role, from.roles[i].name});
    }
    options.system_fonts = from.system_fonts != 0;
    return options;
}

/// The family that serves what nothing else serves; empty: none.
std::string family_of(const bichig_font_options& from, const font::CatalogueOptions& options) {
    if (from.default_family != nullptr) return from.default_family;
    if (options.memory.empty()) return {};
    const auto font = font::Font::from_memory(options.memory[0].bytes, 0, options.memory[0].name);
    return font ? font->family() : std::string{};
}

/// Opens what was asked for; where roles stay empty, the default family is tried for one after the other.
font::Catalogue open_catalogue(const bichig_font_options& from, font::CatalogueOptions& options,
                               Diagnostics& diagnostics) {
    const Diagnostics before = diagnostics;
    auto catalogue = font::Catalogue::open(options, diagnostics);
    if (catalogue || !options.staged.empty() || catalogue.error().code != ErrorCode::not_found) {
        return value_of(std::move(catalogue));
    }
    const std::string family = family_of(from, options);
    if (family.empty()) fail_with(catalogue.error());
    for (std::size_t i = 0; i < font::role_count; ++i) {
        const auto role = static_cast<font::Role>(i);
        if (!has_role(options, role)) options.roles.push_back({role, family});
    }
    diagnostics = before;
    return value_of(font::Catalogue::open(options, diagnostics));
}

shape::UnitPolicy policy_of(bichig_policy policy) {
    switch (policy) {
        case BICHIG_POLICY_AUTOMATIC: return shape::UnitPolicy::automatic;
        case BICHIG_POLICY_FONT: return shape::UnitPolicy::font;
        case BICHIG_POLICY_UNITS: return shape::UnitPolicy::units;
    }
    fail_argument("there is no such policy");
}

void open(const bichig_font_options* given, bichig_fonts** out, bichig_findings** findings) {
    clear_result(out);
    if (findings != nullptr) *findings = nullptr;
    const bichig_font_options from = options_of(given);
    const shape::UnitPolicy policy = policy_of(from.policy);
    font::CatalogueOptions options = catalogue_options(from);
    Diagnostics diagnostics;
    font::Catalogue catalogue = open_catalogue(from, options, diagnostics);
    auto shared = std::make_shared<const Fonts>(std::move(options), std::move(catalogue), policy);
    bichig_fonts* handle = make_handle<bichig_fonts>(std::move(shared));
    try {
        give_findings(std::move(diagnostics), findings);
    } catch (...) {
        close_handle(handle);
        throw;
    }
    *out = handle;
}

}  // namespace

font::Catalogue Fonts::with_choices(const std::vector<document::FontChoice>& choices, Diagnostics& diagnostics) const {
    font::CatalogueOptions options = options_;
    bool changed = false;
    for (const document::FontChoice& choice : choices) {
        const auto role = font::role_named(choice.role);
        if (!role || has_role(options_, *role)) continue;
        options.roles.push_back({*role, choice.name});
        changed = true;
    }
    return changed ? value_of(font::Catalogue::open(options, diagnostics)) : catalogue_;
}

const std::vector<shape::UnitMap>& Fonts::maps() const {
    std::call_once(maps_once_, [this] { maps_ = paginate::unit_maps(catalogue_, policy_); });
    return maps_;
}

Fonts::Lease::Lease(const Fonts& fonts) : fonts_{fonts} {
    {
        const std::lock_guard lock{fonts.mutex_};
        if (!fonts.idle_.empty()) {
            shaper_ = std::move(fonts.idle_.back());
            fonts.idle_.pop_back();
            return;
        }
    }
    shape::ShaperOptions options;
    options.policy = fonts.policy_;
    options.maps = fonts.maps();
    options.words = fonts.words_;
    shaper_ = std::make_unique<shape::Shaper>(std::move(options));
}

Fonts::Lease::~Lease() {
    try {
        const std::lock_guard lock{fonts_.mutex_};
        fonts_.idle_.push_back(std::move(shaper_));
    } catch (const std::bad_alloc&) {
        // The next call makes a shaper anew.
    }
}

void give_findings(Diagnostics diagnostics, bichig_findings** out) {
    if (out != nullptr) *out = make_handle<bichig_findings>(std::move(diagnostics), std::vector<bichig_severity>{});
}

}  // namespace bichig::c

using namespace bichig;

extern "C" {

bichig_status bichig_fonts_open(const bichig_font_options* options, bichig_fonts** fonts, bichig_findings** findings,
                                bichig_error* error) {
    return c::guarded(error, [&] { c::open(options, fonts, findings); });
}

void bichig_fonts_close(bichig_fonts* fonts) { c::close_handle(fonts); }

size_t bichig_fonts_face_count(const bichig_fonts* fonts) {
    return fonts == nullptr ? 0 : fonts->shared->faces().size();
}

bichig_status bichig_fonts_face(const bichig_fonts* fonts, size_t index, bichig_face* face, bichig_error* error) {
    return c::guarded(error, [&] {
        const auto& faces = c::fonts_of(fonts)->faces();
        c::require(index < faces.size(), "there is no face of that number");
        const font::FaceInfo& info = faces[index];
        bichig_face value{};
        value.weight = info.weight;
        value.italic = info.italic;
        value.system = info.system;
        value.index = info.index;
        if (!info.names.empty()) c::copy_field(value.name, sizeof value.name, info.names.front());
        c::copy_field(value.file, sizeof value.file, info.file);
        c::fill(face, value);
    });
}

size_t bichig_findings_count(const bichig_findings* findings) {
    return findings == nullptr ? 0 : findings->found.items.size();
}

bichig_status bichig_findings_item(const bichig_findings* findings, size_t index, bichig_finding* finding,
                                   bichig_error* error) {
    return c::guarded(error, [&] {
        c::require(findings != nullptr && index < findings->found.items.size(), "there is no finding of that number");
        const Diagnostic& item = findings->found.items[index];
        c::fill(finding, bichig_finding{0, item.id.c_str(), item.message.c_str(), item.hint.c_str(),
                                        item.where.file.c_str(), item.where.line, item.where.column,
                                        findings->severities.empty() ? BICHIG_WARNING : findings->severities[index]});
    });
}

void bichig_findings_free(bichig_findings* findings) { c::close_handle(findings); }

}  // extern "C"
