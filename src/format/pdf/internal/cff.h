// What the writer must know of a CFF table: how its glyphs are numbered for a PDF.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace bichig::format::pdf {

/// The CID of each glyph of a CFF font: its charset where the font is CID-keyed, else the glyph's own number.
/// Nothing where the table is damaged.
std::optional<std::vector<std::uint16_t>> cff_cids(std::string_view table);

}  // namespace bichig::format::pdf
