// The words of a text that a checker looks at.
#pragma once

#include <cstdint>
#include <string_view>

#include <bichig/base/text_range.h>

namespace bichig::spell {

/// What stands in a word.
struct Word {
    enum class Kind : std::uint8_t {
        mongolian,  ///< letters of the Mongolian script with their controls, and nothing else
        glyphs,     ///< glyph codes of Menksoft in it
        other       ///< letters of an alphabet: Latin, Cyrillic, Greek, …
    };
    TextRange range;
    Kind kind = Kind::mongolian;
    bool has_nnbsp = false;
    bool foreign_letters = false;  ///< of another writing system than Hudum in the Mongolian block
    bool touches_other = false;    ///< a letter of an alphabet stands beside it, with nothing between
};

/// Walks over the words of a text, in one pass.
class Words {
public:
    explicit Words(std::u16string_view text) : text_{text} {}

    /// Sets `word` to the next one; false at the end.
    bool next(Word& word);

private:
    bool read_mongolian(Word& word);
    bool read_other(Word& word);

    std::u16string_view text_;
    std::size_t at_ = 0;
};

}  // namespace bichig::spell
