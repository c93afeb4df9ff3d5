// Pango with the staged fonts and no others, for benchmarks that have it as a peer.
#pragma once

#include <memory>

#include <fontconfig/fontconfig.h>
#include <pango/pangoft2.h>

namespace bichig::bench {

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};

using PangoMap = std::unique_ptr<PangoFontMap, Unref>;

inline PangoMap pango_font_map() {
    PangoMap map{pango_ft2_font_map_new()};
    FcConfig* config = FcConfigCreate();
    FcConfigAppFontAddDir(config, reinterpret_cast<const FcChar8*>(BICHIG_FONT_FOLDER));
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map.get()), config);
    FcConfigDestroy(config);
    return map;
}

/// Whether `font` is of `family`, and not what Pango took in its stead.
inline bool is_of_family(PangoFont* font, const std::string& family) {
    PangoFontDescription* got = pango_font_describe(font);
    const char* name = pango_font_description_get_family(got);
    const bool same = name != nullptr && family == name;
    pango_font_description_free(got);
    return same;
}

}  // namespace bichig::bench
