// Z52 glyph codes to Unicode: the codes name no letters, so every word is read by its look alone.
//
// Some codes draw another thing at the end of a word, and the tail makes a final form of the code before it.
#include "script/legacy/z52.h"

#include <bichig/base/utf.h>

#include "script/legacy/converter.h"
#include "script/legacy/word.h"

namespace bichig::script {

namespace {

constexpr std::string_view no_spelling = "no Hudum letters are drawn as this word is";
constexpr std::string_view mixed = "glyph codes and letters of another encoding stand in one word";
constexpr std::string_view no_effect = "a selector beside a glyph code: the code says already what is drawn";

const generated::Z52Glyph* glyph_of(char16_t code) {
    if (code < generated::z52_begin) return nullptr;
    const std::size_t index = code - generated::z52_begin;
    if (index >= generated::z52.size()) return nullptr;
    const generated::Z52Glyph& glyph = generated::z52[index];
    return glyph.ink != 0 || glyph.tail ? &glyph : nullptr;
}

class Reader {
public:
    Reader(std::u16string_view text, const LegacyOptions& options) : text_{text}, converter_{text, options} {}

    Conversion run() {
        for (TextIndex i = 0; i < text_.size();) {
            TextIndex end = i;
            bool glyphs = false;
            for (; end < text_.size(); ++end) {
                const bool glyph = glyph_of(text_[end]) != nullptr;
                if (!glyph && (z52_mark(text_[end]) != 0 || !belongs_to_word(text_[end]))) break;
                glyphs = glyphs || glyph;
            }
            if (!glyphs) {
                convert_mark(i);
                ++i;
                continue;
            }
            convert_word(i, end);
            i = end;
        }
        return converter_.take();
    }

private:
    void convert_word(TextIndex begin, TextIndex end) {
        word_.clear();
        dropped_.clear();
        after_round_ = false;
        for (TextIndex i = begin; i < end; ++i) {
            const generated::Z52Glyph* glyph = glyph_of(text_[i]);
            if (!glyph) {
                const Taken taken = word_.add_unicode(text_[i]);
                if (taken == Taken::without_effect) dropped_.push_back(i);
                if (taken == Taken::no) {
                    converter_.keep(begin, end, "mixed-word", mixed);
                    return;
                }
                continue;
            }
            if (glyph->tail) continue;  // seen from the code before it
            Stroke stroke = glyph->ink;
            const bool last = i + 1 == end || text_[i + 1] == u'\u200C';
            const generated::Z52Glyph* next = last ? nullptr : glyph_of(text_[i + 1]);
            if (next && next->tail) {
                stroke = with_tail(stroke);
            } else if (last && glyph->end != 0) {
                stroke = glyph->end;
            } else if (last && after_round_ && stroke == round_stroke()) {
                stroke |= generated::word_end;
            }
            word_.add_glyph(&stroke, 1, {});
            after_round_ = is_round_base(text_[i]);
        }
        const TextIndex result = converter_.position();
        if (word_.spell(converter_.text())) {
            converter_.align(begin, end, result);
            for (const TextIndex i : dropped_) converter_.remark(i, i + 1, "selector-dropped", no_effect);
        } else {
            converter_.keep(begin, end, "no-spelling", no_spelling);
        }
    }

    /// O is drawn by the code 186D.
    static Stroke round_stroke() { return glyph_of(0x186D)->ink; }
    /// The codes of bowed letters before a round vowel; after them a last 186D is a final O.
    static bool is_round_base(char16_t c) {
        return c == 0x1874 || c == 0x1877 || c == 0x188B || c == 0x18A2 || c == 0x18A5;
    }
    /// With a tail O is the final of ö and ü, all else the final form of itself.
    static Stroke with_tail(Stroke stroke) {
        if (stroke == round_stroke()) return menksoft_glyph(0xE297)->ink[0];
        return stroke | generated::word_end;
    }

    void convert_mark(TextIndex i) {
        const char32_t mark = z52_mark(text_[i]);
        if (mark == 0) {
            converter_.copy(i, i + 1);
            return;
        }
        const TextIndex result = converter_.position();
        append(converter_.text(), mark);
        converter_.align(i, i + 1, result);
    }

    std::u16string_view text_;
    Converter converter_;
    GlyphWord word_;
    std::vector<TextIndex> dropped_;  // selectors of the word that say nothing
    bool after_round_ = false;
};

}  // namespace

bool is_z52_letter(char16_t code) { return glyph_of(code) != nullptr; }

bool ends_z52_word(char16_t code) {
    const generated::Z52Glyph* glyph = glyph_of(code);
    return glyph && (glyph->tail || glyph->end != 0 || ends_word(glyph->ink));
}

char32_t z52_mark(char16_t code) {
    if (code < generated::z52_marks_begin) return 0;
    const std::size_t index = code - generated::z52_marks_begin;
    return index < generated::z52_marks.size() ? generated::z52_marks[index] : 0;
}

Conversion z52_to_unicode(std::u16string_view text, const LegacyOptions& options) {
    return Reader{text, options}.run();
}

}  // namespace bichig::script
