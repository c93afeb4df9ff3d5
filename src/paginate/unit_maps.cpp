// The maps of the faces that serve Mongolian.
#include <bichig/paginate/paginate.h>

#include <algorithm>

namespace bichig::paginate {

std::vector<shape::UnitMap> unit_maps(const font::Catalogue& catalogue, shape::UnitPolicy policy,
                                      const std::string& cache_folder) {
    using font::Role;
    constexpr char32_t letter_a = 0x1820;
    shape::UnitMapOptions options;
    options.cache_folder = cache_folder;
    Diagnostics ignored;  // the font that is known best may be replaced by another
    const font::FaceQuery best_known{"Noto Sans Mongolian", font::regular_weight, false, Role::mongolian};
    options.known = {catalogue.find(best_known, ignored).font};
    std::vector<font::Font> tried;
    std::vector<shape::UnitMap> maps;
    for (const Role role : {Role::mongolian, Role::mongolian_title}) {
        for (const unsigned weight : {font::regular_weight, font::bold_weight}) {
            const font::Font font = catalogue.font(role, weight);
            const bool has_letters = font.glyph(letter_a) != 0;
            if (has_letters && policy == shape::UnitPolicy::font) continue;
            if (std::find(tried.begin(), tried.end(), font) != tried.end()) continue;
            tried.push_back(font);
            shape::UnitMap map = shape::UnitMap::of(font, options);
            if (has_letters || map.is_of_old_kind()) maps.push_back(std::move(map));
        }
    }
    return maps;
}

}  // namespace bichig::paginate
