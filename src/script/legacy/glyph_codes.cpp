// The door to the tables of glyph codes for other modules.
#include "script/internal/glyph_codes.h"

#include "script/legacy/ink.h"
#include "script/legacy/menksoft.h"

namespace bichig::script::internal {

namespace {

Strokes strokes_of(const Ink& ink) {
    Strokes strokes;
    strokes.strokes = ink.strokes;
    strokes.count = ink.size;
    return strokes;
}

static_assert(stroke_ends_word == generated::word_end);
static_assert(static_cast<int>(CodeContext::before_consonant) == generated::before_consonant);

}  // namespace

std::vector<GlyphCode> glyph_codes() {
    std::vector<GlyphCode> codes;
    for (std::size_t i = 0; i < generated::menksoft.size(); ++i) {
        const generated::Glyph& glyph = generated::menksoft[i];
        if (glyph.size == 0) continue;
        codes.push_back({static_cast<char16_t>(generated::menksoft_begin + i),
                         {glyph.letters[0], glyph.letters[1]},
                         static_cast<CodeContext>(glyph.context),
                         glyph.positions,
                         strokes_of(ink_of(glyph))});
    }
    return codes;
}

char16_t code_of_mark(char32_t character) { return menksoft_code_of_mark(character); }

Strokes strokes_of(const UnitAnalysis& analysis, const LetterForm& letter) {
    return strokes_of(ink_of(analysis, letter));
}

CodeContext beginning_of(const Strokes& strokes) {
    for (const generated::Beginning& row : generated::beginnings) {
        if (strokes.count != 0 && row.stroke == strokes.strokes[0]) return static_cast<CodeContext>(row.context);
    }
    return CodeContext::stem;
}

}  // namespace bichig::script::internal
