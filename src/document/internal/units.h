// Lengths and colours as they are written in documents.
#pragma once

#include <optional>
#include <string_view>

#include <bichig/document/style.h>

namespace bichig::document {

/// "16pt", "-3.5mm", up to a million of each; nothing for any other text.
std::optional<Length> length_of(std::string_view text);

/// "#RRGGBB"; nothing for any other text.
std::optional<Colour> colour_of(std::string_view text);

}  // namespace bichig::document
