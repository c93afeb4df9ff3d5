// Selectors where the context alone would draw a letter otherwise.
#include "script/legacy/speller.h"

namespace bichig::script {

namespace {

constexpr int rounds = 8;

char16_t selector_character(std::uint8_t selector) {
    return selector == 4 ? u'\u180F' : static_cast<char16_t>(0x180A + selector);
}

/// The selector that asks for `ink`, or 0.
std::uint8_t selector_for(char16_t letter, Position position, const Ink& ink) {
    for (const generated::InkForm& form : generated::ink_forms) {
        if (form.letter == letter && form.position == static_cast<std::uint8_t>(position) && form.selector != 0 &&
            ink_of(form) == ink) {
            return form.selector;
        }
    }
    return 0;
}

}  // namespace

void Speller::compose(const std::vector<SpelledCharacter>& word) {
    text_.clear();
    for (const SpelledCharacter& one : word) {
        text_ += one.character;
        if (one.selector != 0) text_ += selector_character(one.selector);
    }
}

Speller::Fit Speller::adjust(std::vector<SpelledCharacter>& word) const {
    auto form = analysis_.letters.begin();
    bool changed = false;
    for (SpelledCharacter& one : word) {
        if (!one.letter) continue;
        if (form == analysis_.letters.end()) return Fit::impossible;
        const LetterForm& drawn = *form++;
        if (one.free || ink_of(analysis_, drawn) == one.ink) continue;
        const std::uint8_t wanted = selector_for(one.character, drawn.position, one.ink);
        if (wanted == one.selector) return Fit::impossible;
        one.selector = wanted;
        changed = true;
    }
    return changed ? Fit::changed : Fit::good;
}

bool Speller::spell(std::vector<SpelledCharacter>& word, std::u16string& out) {
    const UnitOptions options{Profile::gb25914, WritingSystem::hudum};
    for (int round = 0; round < rounds; ++round) {
        compose(word);
        analyze(text_, options, analysis_);
        const Fit fit = adjust(word);
        if (fit == Fit::impossible) return false;
        if (fit == Fit::good) {
            out += text_;
            return true;
        }
    }
    return false;
}

}  // namespace bichig::script
