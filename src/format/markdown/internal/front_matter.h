// The YAML front matter of a Markdown file: what kind of document it is, and the fields of a notice.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <bichig/base/result.h>
#include <bichig/document/model.h>
#include <bichig/notice/notice.h>
#include <bichig/notice/sign.h>

#include <format/markdown/internal/source_text.h>

namespace bichig::format {

/// What front matter says. Value.
struct FrontMatter {
    bool is_notice = false;
    document::Properties properties;   ///< of a plain document
    enum class Orientation : std::uint8_t { by_language, portrait, landscape };
    Orientation orientation = Orientation::by_language;  ///< of a plain document
    std::optional<document::Facing> facing{};  ///< how left and right pages stand; nothing: no key says
    std::optional<notice::Sign> sign{};  ///< of a sign: all of it but the sources
    notice::Notice notice;             ///< without styles, sources and the bodies of the versions
};

/// Where front matter stands in a file. Value; empty if there is none.
struct FrontMatterPlace {
    std::uint32_t begin = 0;  ///< of the YAML text
    std::uint32_t end = 0;
    std::uint32_t body = 0;   ///< first byte after the closing line
    bool present = false;
};

/// Finds front matter: the text from a first line "---" (at byte `begin`) to the next line "---" or "...".
/// Errors: it is not closed.
Result<FrontMatterPlace> find_front_matter(const SourceText& source, std::uint32_t begin);

/// Reads front matter. A profile is looked for in `base_folder`. Errors name the line and the key.
Result<FrontMatter> read_front_matter(const SourceText& source, const FrontMatterPlace& place,
                                      const std::string& base_folder);

}  // namespace bichig::format
