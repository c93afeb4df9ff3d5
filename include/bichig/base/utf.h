// UTF-8 at the edge, UTF-16 inside: the two conversions that need no tables.
#pragma once

#include <string>
#include <string_view>

#include <bichig/base/result.h>
#include <bichig/base/text_range.h>

namespace bichig::inline base {

/// `utf8` as UTF-16. Ill-formed input (overlong forms, surrogates, cut sequences, stray bytes) is
/// ErrorCode::invalid_input; `where.detail` names the offset of the first bad byte, `where.line` its line.
Result<std::u16string> to_utf16(std::string_view utf8);

/// `utf16` as UTF-8. A lone surrogate, which is data inside Bichig, becomes U+FFFD.
std::string to_utf8(std::u16string_view utf16);

/// A code point of a UTF-16 text and the number of code units it takes (1 or 2). Value.
struct CodePoint {
    char32_t value = 0;
    TextIndex size = 1;
};

/// The code point that starts at `index` of `text` (index < text.size()). A lone surrogate is returned as it is.
constexpr CodePoint code_point_at(std::u16string_view text, TextIndex index) {
    const char16_t lead = text[index];
    if (lead >= 0xD800 && lead < 0xDC00 && index + 1 < text.size()) {
        const char16_t trail = text[index + 1];
        if (trail >= 0xDC00 && trail < 0xE000) {
            return {0x10000 + ((char32_t{lead} - 0xD800) << 10) + (char32_t{trail} - 0xDC00), 2};
        }
    }
    return {char32_t{lead}, 1};
}

/// Appends `value` to `text` as one or two code units.
void append(std::u16string& text, char32_t value);

}  // namespace bichig::inline base
