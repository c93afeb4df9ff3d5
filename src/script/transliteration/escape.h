// The escape of lossless transliteration: {=text}, {180F}, {}.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <bichig/base/text_range.h>

namespace bichig::script {

/// An escape that was read: how many code units it takes, and what it stands for.
struct Escape {
    TextIndex size = 0;
    std::u16string_view literal;  ///< of {=text}
    char32_t character = 0;       ///< of {180F}
    bool numbered = false;
};

/// The escape at the start of `text` (which begins with '{'), or nothing if it is none.
std::optional<Escape> read_escape(std::u16string_view text);

/// Appends "{180F}".
void append_number(std::u16string& out, char32_t character);

/// Whether `text` has a lone surrogate at `index`.
bool is_lone_surrogate(std::u16string_view text, TextIndex index);

}  // namespace bichig::script
