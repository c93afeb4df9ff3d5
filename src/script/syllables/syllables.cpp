// Cuts words into syllables (EAC MGC/01-10).
#include <bichig/script/properties.h>
#include <bichig/script/suffixes.h>
#include <bichig/script/syllables.h>

#include <script/syllables/vowels.h>

namespace bichig::script {

namespace {

/// Walks over a text once and tells `found` of each syllable. The characters of words are single code units.
template <typename Found>
class Cutter {
public:
    Cutter(std::u16string_view text, Found found) : text_{text}, found_{found} {}

    void run() {
        const auto size = static_cast<TextIndex>(text_.size());
        for (TextIndex i = 0; i < size; ++i) {
            if (!is_word_character(text_[i])) {
                end_word(i);
            } else {
                add(i);
            }
        }
        end_word(size);
    }

private:
    static constexpr TextIndex none = ~TextIndex{0};

    void add(TextIndex i) {
        const char16_t c = text_[i];
        if (!in_word_) {
            in_word_ = true;
            begin_ = i;
            consonant_ = connector_ = none;
            has_vowel_ = false;
        }
        if (is_vowel(c)) {
            // The cut of a suffix comes first: what stands after the connector is the onset of this very vowel.
            const TextIndex cut = connector_ != none ? connector_ : consonant_;
            if (has_vowel_ && cut != none) {
                found_(TextRange{begin_, cut});
                begin_ = cut;
            }
            has_vowel_ = true;
            consonant_ = connector_ = none;
        } else if (kind(c) == Kind::letter) {
            consonant_ = i;
        } else if ((c == 0x180E || c == 0x202F) && is_suffix_connector(text_, i)) {
            connector_ = i;
        }
    }

    void end_word(TextIndex end) {
        if (in_word_ && has_vowel_) found_(TextRange{begin_, end});
        in_word_ = false;
    }

    std::u16string_view text_;
    Found found_;
    bool in_word_ = false;
    bool has_vowel_ = false;
    TextIndex begin_ = 0;
    TextIndex consonant_ = none;  ///< the last letter, when it is a consonant
    TextIndex connector_ = none;  ///< of a suffix, since the last vowel
};

}  // namespace

std::vector<TextRange> syllables(std::u16string_view text) {
    std::vector<TextRange> ranges;
    Cutter(text, [&](TextRange range) { ranges.push_back(range); }).run();
    return ranges;
}

std::size_t count_syllables(std::u16string_view text) {
    std::size_t count = 0;
    Cutter(text, [&](TextRange) { ++count; }).run();
    return count;
}

}  // namespace bichig::script
