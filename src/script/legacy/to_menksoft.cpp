// Unicode to Menksoft glyph codes: the written-unit engine says what is drawn, the tables say which codes draw it.
#include <algorithm>
#include <array>

#include <bichig/base/utf.h>
#include <bichig/script/properties.h>

#include "script/legacy/converter.h"
#include "script/legacy/ink.h"
#include "script/legacy/menksoft.h"

namespace bichig::script {

namespace {

constexpr std::string_view no_glyph = "a letter or sign of this word has no Menksoft glyph";
constexpr std::string_view no_effect = "this selector asks for no form of its letter";

/// The code of a stroke alone, whatever letter it is named after.
char16_t code_of_stroke(Stroke stroke) {
    struct Codes {
        std::array<char16_t, 2 * generated::word_end> code{};
        Codes() {
            for (std::size_t i = generated::menksoft.size(); i-- > 0;) {
                const generated::Glyph& glyph = generated::menksoft[i];
                if (glyph.size != 1 || glyph.context > generated::tooth) continue;
                code[glyph.ink[0]] = static_cast<char16_t>(generated::menksoft_begin + i);
            }
        }
    };
    static const Codes codes;
    return stroke < codes.code.size() ? codes.code[stroke] : u'\0';
}

bool is_letter(char16_t c) {
    const Kind k = kind(c);
    return k == Kind::letter;
}

class Writer {
public:
    Writer(std::u16string_view text, const LegacyOptions& options) : text_{text}, converter_{text, options} {
        analyze(text, {Profile::gb25914, WritingSystem::hudum}, analysis_);
    }

    Conversion run() {
        for (TextIndex i = 0; i < text_.size();) {
            if (is_word_character(text_[i]) || menksoft_glyph(text_[i])) {
                TextIndex end = i;
                bool glyphs = false;
                for (; end < text_.size() && (is_word_character(text_[end]) || menksoft_glyph(text_[end])); ++end) {
                    glyphs = glyphs || menksoft_glyph(text_[end]);
                }
                if (glyphs) {
                    converter_.copy(i, end);  // glyph codes already
                    near_mongolian_ = true;
                } else {
                    write_word(i, end);
                }
                i = end;
            } else {
                i += write_mark(i);
            }
        }
        return converter_.take();
    }

private:
    void write_word(TextIndex begin, TextIndex end) {
        while (letter_ < analysis_.letters.size() && analysis_.letters[letter_].range.begin < begin) ++letter_;
        const TextIndex result = converter_.position();
        for (TextIndex i = begin; i < end;) {
            const TextIndex size = write_character(i, begin, end);
            if (size == 0) {
                converter_.text().resize(result);
                converter_.keep(begin, end, "no-glyph", no_glyph);
                return;
            }
            i += size;
        }
        converter_.align(begin, end, result);
        near_mongolian_ = true;
    }

    /// Writes the character at `i`; gives how many code units it took, 0 if there is no code for it.
    TextIndex write_character(TextIndex i, TextIndex begin, TextIndex end) {
        const char16_t c = text_[i];
        if (is_letter(c)) return write_letter(i);
        switch (kind(c)) {
            case Kind::variation_selector:
                if (i > begin) converter_.remark(i, i + 1, "selector-dropped", no_effect);
                if (i == begin) converter_.text() += c;
                return 1;
            case Kind::nirugu: converter_.text() += menksoft_code_of_mark(c); return 1;
            case Kind::vowel_separator:
            case Kind::suffix_space: return write_gap(i, begin, end);
            case Kind::non_joiner:
                if (i == begin || i + 1 == end) converter_.text() += c;
                return 1;
            case Kind::joiner: converter_.text() += c; return 1;
            default: return 0;
        }
    }

    TextIndex write_gap(TextIndex i, TextIndex begin, TextIndex end) {
        const bool follows = i + 1 < end && is_letter(text_[i + 1]);
        if (!follows || i == begin) {
            converter_.text() += follows ? menksoft_space : text_[i];
            return 1;
        }
        if (!is_listed(i + 1)) return 0;  // a sign such as U+1880: no letter is drawn for it here
        const LetterForm& next = analysis_.letters[letter_];
        const bool narrow = next.unit_begin > 0 && analysis_.units[next.unit_begin - 1] == Unit::narrow_gap;
        if (!narrow) converter_.text() += menksoft_space;
        return 1;
    }

    /// Whether the next letter of the analysis is the one at `i`.
    bool is_listed(TextIndex i) const {
        return letter_ < analysis_.letters.size() && analysis_.letters[letter_].range.begin == i;
    }

    TextIndex write_letter(TextIndex i) {
        if (!is_listed(i)) return 0;
        const LetterForm& form = analysis_.letters[letter_];
        const Ink ink = ink_of(analysis_, form);
        if (!form.of_the_system || ink.size == 0) return 0;
        const char16_t code = code_of(text_[i], form, ink);
        if (code != 0) {
            converter_.text() += code;
        } else {
            for (const Stroke stroke : ink.span()) {
                const char16_t part = code_of_stroke(stroke);
                if (part == 0) return 0;
                converter_.text() += part;
            }
        }
        ++letter_;
        if (form.effect == SelectorEffect::invalid) {
            converter_.remark(form.range.end - 1, form.range.end, "selector-dropped", no_effect);
        }
        return form.range.size();
    }

    /// The stroke drawn just before, or after, the letter that is written now; 0 at the ends of its joined stretch.
    Stroke neighbour(int distance) const {
        const std::size_t other = letter_ + static_cast<std::size_t>(distance);
        if (other >= analysis_.letters.size()) return 0;
        const Ink ink = ink_of(analysis_, analysis_.letters[other]);
        if (ink.size == 0) return 0;
        return distance < 0 ? ink.strokes[ink.size - 1u] : ink.strokes[0];
    }

    static bool is_any(Stroke stroke, char16_t code_of_one, char16_t code_of_other) {
        const generated::Glyph* one = menksoft_glyph(code_of_one);
        const generated::Glyph* other = menksoft_glyph(code_of_other);
        const Stroke unit = stroke & (generated::word_end - 1);
        return unit == (one->ink[0] & (generated::word_end - 1)) || unit == (other->ink[0] & (generated::word_end - 1));
    }

    bool after_bowed() const {
        const Stroke before = neighbour(-1);
        return before != 0 && (is_any(before, 0xE2C1, 0xE2C8) || is_any(before, 0xE2DA, 0xE2D1) ||
                               is_any(before, 0xE333, 0xE339) || is_any(before, 0xE32D, 0xE32D));
    }
    bool before_round() const {
        const Stroke after = neighbour(1);
        return after != 0 && (is_any(after, 0xE289, 0xE285) || is_any(after, 0xE297, 0xE297));
    }

    /// The code that is named after the letter and draws `ink`, the one for this place first; 0 if there is none.
    char16_t code_of(char16_t letter, const LetterForm& form, const Ink& ink) const {
        const auto& rows = generated::menksoft_by_letter;
        auto row = std::lower_bound(rows.begin(), rows.end(), letter,
                                    [](const generated::GlyphOfLetter& known, char16_t c) { return known.letter < c; });
        const bool joined_before = form.position == Position::medi || form.position == Position::fina;
        const bool joined_after = form.position == Position::medi || form.position == Position::init;
        char16_t best = 0;
        int best_score = -1;
        for (; row != rows.end() && row->letter == letter; ++row) {
            const generated::Glyph& glyph = *menksoft_glyph(row->code);
            if (ink_of(glyph) != ink) continue;
            int score = (glyph.positions >> static_cast<int>(form.position) & 1) != 0 ? 8 : 0;
            switch (glyph.context) {
                case generated::bowed: score += joined_before && after_bowed() ? 4 : 0; break;
                case generated::round: score += joined_after && before_round() ? 4 : 0; break;
                case generated::anywhere: score += 3; break;
                case generated::tooth: score += 2; break;
                default: break;
            }
            if (score > best_score) {
                best_score = score;
                best = row->code;
            }
        }
        return best;
    }

    /// Whether Mongolian stands next, blanks and marks passed.
    bool mongolian_follows(TextIndex i) const {
        const TextIndex end = std::min<TextIndex>(static_cast<TextIndex>(text_.size()), i + 16);
        for (; i < end; ++i) {
            if (is_letter(text_[i]) || menksoft_glyph(text_[i])) return true;
            const bool passed = text_[i] == u' ' || text_[i] == u'\u00A0' || kind(text_[i]) == Kind::joiner;
            if (!passed && menksoft_code_of_mark(text_[i]) == 0) return false;
        }
        return false;
    }

    TextIndex write_mark(TextIndex i) {
        const CodePoint c = code_point_at(text_, i);
        const bool mongolian = kind(c.value) != Kind::none;
        const char16_t code = menksoft_code_of_mark(c.value);
        if (code != 0 && (mongolian || near_mongolian_ || mongolian_follows(i + c.size))) {
            const TextIndex result = converter_.position();
            converter_.text() += code;
            converter_.align(i, i + c.size, result);
            near_mongolian_ = true;
            return c.size;
        }
        if (mongolian) {
            converter_.keep(i, i + c.size, "no-glyph", no_glyph);
        } else {
            converter_.copy(i, i + c.size);
        }
        if (c.value != U' ') near_mongolian_ = false;
        return c.size;
    }

    std::u16string_view text_;
    Converter converter_;
    UnitAnalysis analysis_;
    std::size_t letter_ = 0;
    bool near_mongolian_ = false;  // what stands before, blanks passed, is Mongolian
};

}  // namespace

Conversion unicode_to_menksoft(std::u16string_view text, const LegacyOptions& options) {
    return Writer{text, options}.run();
}

}  // namespace bichig::script
