// Letters in the style of Menksoft and Delehi: the letters stay, and get the selectors that keep what was drawn.
//
// The selectors of 2010 mean what they mean today, but some letters without a selector were drawn otherwise
// (data/legacy/letter_styles.tsv). NNBSP before a suffix becomes MVS.
#include "script/legacy/letter_styles.h"

#include <bichig/script/properties.h>

#include "script/legacy/converter.h"
#include "script/legacy/speller.h"

namespace bichig::script {

namespace {

constexpr std::string_view no_spelling = "no selectors keep what this word draws";

bool is_letter(char16_t c) { return kind(c) == Kind::letter; }
bool is_selector(char16_t c) { return kind(c) == Kind::variation_selector; }

class Reader {
public:
    Reader(std::u16string_view text, Legacy legacy, const LegacyOptions& options)
        : text_{text}, style_{static_cast<std::uint8_t>(legacy == Legacy::delehi ? 2 : 1)}, converter_{text, options} {}

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
            if (i + 1 < end && is_selector(text_[i + 1])) {
                letter.selector = static_cast<std::uint8_t>(text_[i + 1] == u'\u180F' ? 4 : text_[i + 1] - 0x180A);
                word_.push_back(letter);
                ++i;
                continue;
            }
            apply_rule(letter, begin, i, end);
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
    void apply_rule(SpelledCharacter& letter, TextIndex begin, TextIndex i, TextIndex end) const {
        const bool before = i > begin && joins(text_[i - 1]);
        const bool after = i + 1 < end && joins(text_[i + 1]);
        const auto position =
            before ? (after ? Position::medi : Position::fina) : (after ? Position::init : Position::isol);
        const char16_t next = i + 1 < end ? text_[i + 1] : u'\uFFFF';
        for (const generated::StyleRule& rule : generated::style_rules) {
            if (rule.letter != letter.character || (rule.styles & style_) == 0 ||
                (rule.positions >> static_cast<int>(position) & 1) == 0 || (rule.before != 0 && rule.before != next)) {
                continue;
            }
            for (std::uint8_t k = 0; k < rule.size; ++k) letter.ink.add(rule.ink[k]);
            letter.free = false;
            return;
        }
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
