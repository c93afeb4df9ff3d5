// Lists the fonts of the system; names, weights and coverage come from Fontconfig's cache, no font file is opened.
#include <algorithm>
#include <tuple>

#include <fontconfig/fontconfig.h>

#include "font/internal/sources.h"

namespace bichig::font::internal {

namespace {

struct ConfigDeleter {
    void operator()(FcConfig* config) const { FcConfigDestroy(config); }
};

std::vector<std::string> names_of(FcPattern* pattern) {
    std::vector<std::string> names;
    for (const char* property : {FC_FAMILY, FC_FULLNAME, FC_POSTSCRIPT_NAME}) {
        FcChar8* value = nullptr;
        for (int i = 0; FcPatternGetString(pattern, property, i, &value) == FcResultMatch; ++i) {
            std::string name = reinterpret_cast<const char*>(value);
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
        }
    }
    return names;
}

/// Whether the face is in a file that can be opened, and not an instance of a variable font: a face is drawn as its
/// file has it by default.
bool is_usable(FcPattern* pattern, const FaceInfo& info, int index) {
    FcBool variable = FcFalse;
    FcPatternGetBool(pattern, FC_VARIABLE, 0, &variable);
    const std::size_t dot = info.file.rfind('.');
    const std::string ending = dot == std::string::npos ? "" : info.file.substr(dot + 1);
    const bool kind = ending == "ttf" || ending == "otf" || ending == "ttc" || ending == "otc" || ending == "TTF" ||
                      ending == "OTF" || ending == "TTC" || ending == "OTC";
    return kind && !variable && (index >> 16) == 0 && !info.names.empty();
}

std::unique_ptr<Source> source_of(FcPattern* pattern) {
    FcChar8* file = nullptr;
    int index = 0;
    if (FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch) return nullptr;
    FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
    FaceInfo info;
    info.file = reinterpret_cast<const char*>(file);
    info.names = names_of(pattern);
    if (!is_usable(pattern, info, index)) return nullptr;
    info.index = static_cast<unsigned>(index);
    info.system = true;
    double weight = FC_WEIGHT_REGULAR;
    FcPatternGetDouble(pattern, FC_WEIGHT, 0, &weight);
    info.weight = static_cast<unsigned>(std::clamp(FcWeightToOpenTypeDouble(weight), 1.0, 1000.0));
    int slant = FC_SLANT_ROMAN;
    FcPatternGetInteger(pattern, FC_SLANT, 0, &slant);
    info.italic = slant != FC_SLANT_ROMAN;
    auto source = std::make_unique<Source>(std::move(info));
    FcCharSet* characters = nullptr;
    if (FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters) == FcResultMatch) {
        const std::shared_ptr<FcCharSet> held{FcCharSetCopy(characters), FcCharSetDestroy};
        source->coverage = [held](char32_t c) { return FcCharSetHasChar(held.get(), c) == FcTrue; };
    }
    return source;
}

}  // namespace

Result<void> add_system(Sources& sources) {
    // A configuration of our own: the one that the process shares may be changed by others while it is read.
    const std::unique_ptr<FcConfig, ConfigDeleter> config{FcInitLoadConfigAndFonts()};
    const FcFontSet* fonts = config ? FcConfigGetFonts(config.get(), FcSetSystem) : nullptr;
    if (fonts == nullptr) {
        return fail({ErrorCode::system, "Fontconfig cannot list the fonts of the system",
                     "see whether fc-list works", {}});
    }
    Sources found;
    for (int i = 0; i < fonts->nfont; ++i) {
        if (auto source = source_of(fonts->fonts[i])) found.push_back(std::move(source));
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return std::tie(a->info().file, a->info().index) < std::tie(b->info().file, b->info().index);
    });
    std::move(found.begin(), found.end(), std::back_inserter(sources));
    return {};
}

}  // namespace bichig::font::internal
