// Embeds the fonts of a document: subsets, widths, and the maps from codes to glyphs and to text.
#pragma once

#include <bichig/base/diagnostics.h>
#include <bichig/base/result.h>

#include "format/pdf/internal/file.h"
#include "format/pdf/internal/font_codes.h"

namespace bichig::format::pdf {

/// Writes all that the Type0 fonts of `codes` need. Errors: unsupported or invalid_input, for a font that cannot be
/// embedded.
Result<void> embed(FontCodes& codes, File& file, Diagnostics& diagnostics);

}  // namespace bichig::format::pdf
