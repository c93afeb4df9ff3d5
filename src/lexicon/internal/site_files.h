// The files of data/dict_site, as the program carries them.
#pragma once

#include <span>
#include <string_view>

namespace bichig::lexicon {

/// A file. Value.
struct SiteFile {
    std::string_view name;
    std::string_view bytes;
};

/// All files that are copied into a site.
extern const std::span<const SiteFile> site_files;
/// Styles of every page.
extern const std::string_view page_styles;

}  // namespace bichig::lexicon
