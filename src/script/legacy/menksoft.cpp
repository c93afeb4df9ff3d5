// Menksoft glyph codes to Unicode: marks one by one, letters word by word.
#include "script/legacy/menksoft.h"

#include <bichig/base/utf.h>
#include <bichig/script/properties.h>

#include "script/legacy/converter.h"
#include "script/legacy/word.h"

namespace bichig::script {

namespace {

constexpr char16_t nirugu_code = 0xE23E;
constexpr char16_t mvs = 0x180E;
constexpr std::string_view no_spelling = "no Hudum letters are drawn as this word is";
constexpr std::string_view mixed = "glyph codes and letters of another encoding stand in one word";
constexpr std::string_view no_effect = "a selector beside a glyph code: the code says already what is drawn";
constexpr std::string_view no_meaning = "it is not known what this code stands for";

class Reader {
public:
    Reader(std::u16string_view text, const LegacyOptions& options) : text_{text}, converter_{text, options} {}

    Conversion run() {
        for (TextIndex i = 0; i < text_.size();) {
            const TextIndex end = end_of_word(i);
            if (end > i) {
                convert_word(i, end);
                i = end;
            } else {
                convert_mark(i);
                ++i;
            }
        }
        return converter_.take();
    }

private:
    /// Whether a gap stands at `i` between a word and its suffix.
    bool is_suffix_gap(TextIndex i) const {
        if (text_[i] != menksoft_space && text_[i] != u'\u202F') return false;
        if (i == 0 || i + 1 >= text_.size() || !menksoft_glyph(text_[i - 1])) return false;
        const generated::Glyph* next = menksoft_glyph(text_[i + 1]);
        return next && !(next->size == 1 && next->ink[0] == generated::expansions[0].ink[1]);
    }

    /// The end of the word at `i`; `i` if there is no glyph code in it.
    TextIndex end_of_word(TextIndex i) const {
        bool glyphs = false;
        TextIndex end = i;
        for (; end < text_.size(); ++end) {
            const char16_t c = text_[end];
            const bool glyph = menksoft_glyph(c) != nullptr;
            glyphs = glyphs || glyph;
            const bool sign = c == nirugu_code || belongs_to_word(c);
            if (!glyph && !sign && !is_suffix_gap(end)) break;
        }
        return glyphs ? end : i;
    }

    void convert_word(TextIndex begin, TextIndex end) {
        word_.clear();
        const char16_t gap = gap_before();
        if (gap != 0) word_.add_unicode(gap);
        dropped_.clear();
        for (TextIndex i = begin; i < end; ++i) {
            const char16_t c = text_[i];
            if (const generated::Glyph* glyph = menksoft_glyph(c)) {
                word_.add_glyph(glyph->ink, glyph->size,
                                {{glyph->letters[0], glyph->letters[1]}, {glyph->plain[0], glyph->plain[1]}});
                continue;
            }
            const Taken taken = word_.add_unicode(c == nirugu_code ? u'\u180A' : c == menksoft_space ? mvs : c);
            if (taken == Taken::without_effect) dropped_.push_back(i);
            if (taken == Taken::no) {
                converter_.keep(begin, end, "mixed-word", mixed);
                return;
            }
        }
        const TextIndex result = converter_.position();
        if (gap != 0) converter_.text().pop_back();
        if (word_.spell(converter_.text())) {
            converter_.align(begin, end, result);
            for (const TextIndex i : dropped_) converter_.remark(i, i + 1, "selector-dropped", no_effect);
            return;
        }
        if (gap != 0) converter_.text() += gap;
        converter_.keep(begin, end, "no-spelling", no_spelling);
    }

    /// A connector that ends the result so far: what follows is drawn as a suffix. 0 if there is none.
    char16_t gap_before() {
        const std::u16string& made = converter_.text();
        const char16_t last = made.empty() ? u'\0' : made.back();
        return last == mvs || last == u'\u202F' ? last : u'\0';
    }

    void convert_mark(TextIndex i) {
        const char16_t c = text_[i];
        if (const char32_t mark = menksoft_mark(c)) {
            const TextIndex result = converter_.position();
            append(converter_.text(), mark);
            converter_.align(i, i + 1, result);
        } else if (c >= 0xE234 && c < 0xE358) {
            converter_.keep(i, i + 1, "no-meaning", no_meaning);
        } else {
            converter_.copy(i, i + 1);
        }
    }

    std::u16string_view text_;
    Converter converter_;
    GlyphWord word_;
    std::vector<TextIndex> dropped_;  // selectors of the word that say nothing
};

}  // namespace

char32_t menksoft_mark(char16_t code) {
    if (code < generated::menksoft_marks_begin) return 0;
    const std::size_t index = code - generated::menksoft_marks_begin;
    return index < generated::menksoft_marks.size() ? generated::menksoft_marks[index] : 0;
}

char16_t menksoft_code_of_mark(char32_t character) {
    for (std::size_t i = 0; i < generated::menksoft_marks.size(); ++i) {
        if (generated::menksoft_marks[i] == character && character != 0) {
            return static_cast<char16_t>(generated::menksoft_marks_begin + i);
        }
    }
    return 0;
}

Conversion menksoft_to_unicode(std::u16string_view text, const LegacyOptions& options) {
    return Reader{text, options}.run();
}

}  // namespace bichig::script
