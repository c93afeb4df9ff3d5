// A word of glyph codes on its way to letters: strokes are added, then it is read and spelled.
#pragma once

#include <string>
#include <vector>

#include "script/legacy/reader.h"
#include "script/legacy/speller.h"

namespace bichig::script {

/// Strokes and signs of one word. Scratch: clear() and use again.
class GlyphWord {
public:
    void clear();
    /// Adds a glyph: `size` strokes, of the letters in `hint`.
    void add_glyph(const Stroke* strokes, std::size_t size, Hint hint);
    /// Adds nirugu, ZWJ, ZWNJ, or the MVS before a suffix.
    void add_sign(char16_t sign);
    /// Reads the word and appends it in Unicode to `out`; false (and `out` as it was) if no letters are drawn so.
    bool spell(std::u16string& out);

private:
    bool flush(bool joined_after);
    bool read(Segment segment);
    void add_read(const std::vector<ReadLetter>& letters);

    std::vector<Drawn> strokes_;
    std::vector<Hint> hints_;
    std::vector<ReadLetter> letters_;
    std::vector<SpelledCharacter> characters_;
    Speller speller_;
    Gender gender_ = Gender::open;
    bool joined_before_ = false;
    bool after_segment_ = false;
    bool bad_ = false;
};

}  // namespace bichig::script
