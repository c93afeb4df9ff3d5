// Conversions of text behind the names that C has for them.
#pragma once

#include <string_view>
#include <vector>

#include <bichig/c/text.h>
#include <bichig/script/conversion.h>

#include "c/internal/text_in_out.h"

namespace bichig::c {

/// How a conversion is made. Value.
struct ConversionOptions {
    bool lossless = true;  ///< of transliteration into Latin
    bool offsets = false;  ///< fill the alignments
};

script::Conversion converted(std::u16string_view text, bichig_conversion conversion, const ConversionOptions& options);

/// Remarks with ranges of the caller's text.
std::vector<bichig_remark> remarks_of(const script::Conversion& conversion, const Source& source);

}  // namespace bichig::c
