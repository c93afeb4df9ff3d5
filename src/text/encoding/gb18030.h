// GB 18030-2022 through ICU.
#pragma once

#include <string>
#include <string_view>

#include <bichig/base/result.h>

namespace bichig::text {

/// A text, or the offset of the first byte that does not fit.
struct Gb18030Text {
    std::u16string text;
    std::size_t bad = std::string_view::npos;  ///< npos if all fits
};

Result<Gb18030Text> from_gb18030(std::string_view bytes);
/// `text` must hold no lone surrogates.
Result<std::string> to_gb18030(std::u16string_view text);

}  // namespace bichig::text
