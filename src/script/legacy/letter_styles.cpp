// Letters in the style of Menksoft and Delehi: the letters stay, and get the selectors that keep what was drawn.
//
// Most selectors of 2010 mean what they mean today, but some letters were drawn otherwise, with a selector or without
// (data/legacy/letter_styles.tsv). FVS3 before i asks for one tooth in Menksoft letters, whatever stands before it.
// NNBSP before a suffix becomes MVS.
#include "script/legacy/letter_styles.h"

#include <algorithm>

#include <bichig/script/properties.h>

#include "script/legacy/converter.h"
#include "script/legacy/speller.h"

namespace bichig::script {

namespace {

constexpr char16_t onset_consonant = 1;  // in the column `after` of the rules
constexpr std::uint8_t menksoft_style = 1;
constexpr std::uint8_t delehi_style = 2;
constexpr char16_t i_letter = 0x1822;
constexpr std::string_view no_spelling = "no selectors keep what this word draws";

bool is_letter(char16_t c) { return kind(c) == Kind::letter; }
bool is_selector(char16_t c) { return kind(c) == Kind::variation_selector; }

class Reader {
public:
    Reader(std::u16string_view text, Legacy legacy, const LegacyOptions& options)
        : text_{text}, style_{legacy == Legacy::delehi ? delehi_style : menksoft_style}, converter_{text, options} {}

    Conversion run() {
        for (TextIndex i = 0; i < text_.size();) {
            TextIndex end = i;
            while (end < text_.size() && is_word_character(text_[end])) ++end;
            if (end == i) {
                converter_.copy(i, i + 1);
                ++i;
            } else {
                convert_word(i, end);
                i = end;
            }
        }
        return converter_.take();
    }

private:
    void convert_word(TextIndex begin, TextIndex end) {
        word_.clear();
        for (TextIndex i = begin; i < end; ++i) {
            const char16_t c = text_[i];
            if (!is_letter(c)) {
                const bool suffix = c == u'\u202F' && i + 1 < end && is_letter(text_[i + 1]);
                word_.push_back({suffix ? u'\u180E' : c, false, false, {}, 0});
                continue;
            }
            SpelledCharacter letter{c, true, true, {}, 0};
            const TextIndex at = i;
            if (i + 1 < end && is_selector(text_[i + 1])) {
                ++i;
                letter.selector = static_cast<std::uint8_t>(text_[i] == u'\u180F' ? 4 : text_[i] - 0x180A);
            }
            const bool before_i = i + 1 < end && text_[i + 1] == i_letter;
            if (!apply_rule(letter, begin, at, end) && before_i && letter.selector == 3 && style_ == menksoft_style) {
                letter.selector = 0;
            }
            word_.push_back(letter);
        }
        const TextIndex result = converter_.position();
        if (speller_.spell(word_, converter_.text())) {
            converter_.align(begin, end, result);
        } else {
            converter_.keep(begin, end, "no-spelling", no_spelling);
        }
    }

    /// Fixes what `letter` at `i` draws, where a rule of the style says it.
    bool apply_rule(SpelledCharacter& letter, TextIndex begin, TextIndex i, TextIndex end) const {
        const TextIndex after_it = i + (letter.selector != 0 ? 2 : 1);
        const bool before = i > begin && joins(text_[i - 1]);
        const bool after = after_it < end && joins(text_[after_it]);
        const auto position =
            before ? (after ? Position::medi : Position::fina) : (after ? Position::init : Position::isol);
        const char16_t next = after_it < end ? text_[after_it] : u'\uFFFF';
        const auto& rules = generated::style_rules;
        auto rule = std::lower_bound(rules.begin(), rules.end(), letter.character,
                                     [](const generated::StyleRule& row, char16_t c) { return row.letter < c; });
        for (; rule != rules.end() && rule->letter == letter.character; ++rule) {
            if ((rule->styles & style_) == 0 || (rule->selectors >> letter.selector & 1) == 0 ||
                (rule->positions >> static_cast<int>(position) & 1) == 0 ||
                (rule->before != 0 && rule->before != next) || !stands_after(rule->after, begin, i)) {
                continue;
            }
            if (rule->size == 0) return false;
            for (std::uint8_t k = 0; k < rule->size; ++k) letter.ink.add(rule->ink[k]);
            letter.free = false;
            letter.selector = 0;
            return true;
        }
        return false;
    }

    /// Whether what a rule asks for stands before the letter at `i`.
    bool stands_after(char16_t wanted, TextIndex begin, TextIndex i) const {
        if (wanted == 0) return true;
        if (i == begin) return false;
        if (wanted != onset_consonant) return text_[i - 1] == wanted;
        TextIndex onset = i - 1;
        if (is_selector(text_[onset]) && onset > begin) --onset;
        return is_open_consonant(text_[onset]) && (onset == begin || !joins(text_[onset - 1]));
    }

    static bool is_open_consonant(char16_t c) {
        const bool bowed = c == 0x182A || c == 0x182B || (c >= 0x1839 && c <= 0x183B);
        return c >= 0x1828 && c <= 0x1842 && !bowed;
    }

    static bool joins(char16_t c) { return joining(c) != Joining::none; }

    std::u16string_view text_;
    std::uint8_t style_;
    Converter converter_;
    std::vector<SpelledCharacter> word_;
    Speller speller_;
};

}  // namespace

Conversion letters_to_unicode(std::u16string_view text, Legacy legacy, const LegacyOptions& options) {
    return Reader{text, legacy, options}.run();
}

}  // namespace bichig::script
