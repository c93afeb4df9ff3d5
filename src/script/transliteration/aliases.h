// Transliteration by the aliases of UTN #57: one alias for each character, parted by spaces.
#pragma once

#include <span>
#include <string_view>

#include <bichig/script/transliteration.h>

#include "script/generated/latin_tables.h"

namespace bichig::script {

using Aliases = std::span<const generated::Alias>;

Conversion write_aliases(std::u16string_view text, Aliases aliases, const LatinOptions& options);
Conversion read_aliases(std::u16string_view text, Aliases aliases, const LatinOptions& options);

}  // namespace bichig::script
