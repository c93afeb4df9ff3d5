// A word of glyph codes on its way to letters: strokes are added, then it is read and spelled.
#pragma once

#include <string>
#include <vector>

#include "script/legacy/reader.h"
#include "script/legacy/speller.h"

namespace bichig::script {

/// What became of a Unicode character among glyph codes.
enum class Taken : std::uint8_t {
    yes,
    without_effect,  ///< a selector beside a glyph code: the code says already what is drawn
    no               ///< a letter that is none of Hudum: the word is in two encodings
};

/// Strokes, signs and letters of one word. Glyph codes and Unicode letters do not join each other: ZWNJ keeps them so.
/// Scratch: clear() and use again.
class GlyphWord {
public:
    void clear();
    /// Adds a glyph: `size` strokes, of the letters in `hint`.
    void add_glyph(const Stroke* strokes, std::size_t size, Hint hint);
    /// Adds a Unicode character: nirugu, ZWJ, ZWNJ, MVS, NNBSP (as MVS), a selector or a letter.
    Taken add_unicode(char16_t c);
    /// Reads the word and appends it in Unicode to `out`; false (and `out` as it was) if no letters are drawn so.
    bool spell(std::u16string& out);

private:
    void add_sign(char16_t sign);
    void add_letter(char16_t letter);
    bool flush(bool joined_after);
    bool read(Segment segment);
    bool read_whole(const Segment& segment);
    void add_read(const Segment& segment);
    void put(char16_t character) { characters_.push_back({character, false, false, {}, 0}); }

    std::vector<Drawn> strokes_;
    std::vector<Hint> hints_;
    std::vector<ReadLetter> letters_;
    std::vector<SpelledCharacter> characters_;
    Speller speller_;
    Gender gender_ = Gender::open;
    std::size_t reached_ = 0;     // how far the last segment that could not be read whole was read
    bool joined_before_ = false;
    bool after_segment_ = false;  // glyphs stand just before
    bool after_letter_ = false;   // a Unicode letter does
    bool bad_ = false;
};

/// Whether `c` is a Unicode character that add_unicode() looks at.
bool belongs_to_word(char16_t c);

}  // namespace bichig::script
