// The directives that divide the text of a notice into its language versions.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <bichig/base/result.h>

#include <format/markdown/internal/source_text.h>

namespace bichig::format {

/// The text of one version: bytes [begin, end). Value.
struct VersionText {
    std::string language;
    std::uint32_t directive = 0;  ///< where the opening line stands
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// Divides the bytes from `begin` on: lines "::: version LANGUAGE" open a version and ":::" closes it. Lines in fenced
/// code are no directives. Errors: an unknown directive, text outside of a version, a version that is not closed.
Result<std::vector<VersionText>> read_directives(const SourceText& source, std::uint32_t begin);

}  // namespace bichig::format
