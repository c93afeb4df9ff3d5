// The classes of characters, and the walk.
#include "spell/checker/words.h"

#include <array>

#include <bichig/script/properties.h>

namespace bichig::spell {

namespace {

enum Class : std::uint8_t { none, hudum, other_system, control, connector, glyph, alphabet };

constexpr char16_t glyph_connector = 0xE263;  // what stands before a suffix in glyph codes of Menksoft
constexpr unsigned block_begin = 0x1800, block_size = 0xB0;

const std::array<Class, block_size>& block_classes() {
    static const std::array<Class, block_size> table = [] {
        std::array<Class, block_size> made{};
        for (unsigned i = 0; i < block_size; ++i) {
            const char32_t c = block_begin + i;
            const script::Kind kind = script::kind(c);
            made[i] = kind == script::Kind::letter && c <= 0x1842       ? hudum
                      : kind == script::Kind::letter                    ? other_system
                      : kind == script::Kind::vowel_separator           ? connector
                      : script::is_word_character(c)                    ? control
                                                                        : none;
        }
        return made;
    }();
    return table;
}

/// Letters of alphabets, by their blocks: Latin, Greek, Cyrillic, Armenian.
constexpr bool is_alphabetic(char16_t c) {
    if (c < 0xC0) return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
    return (c < 0x0590 && c != 0xD7 && c != 0xF7 && !(c >= 0x02B0 && c < 0x0370)) || (c >= 0x1E00 && c < 0x2000);
}

}  // namespace

bool Words::next(Word& word) {
    const auto& classes = block_classes();
    for (; at_ < text_.size(); ++at_) {
        const char16_t c = text_[at_];
        const unsigned in_block = c - block_begin;
        if (in_block < block_size) {
            if (classes[in_block] != none && read_mongolian(word)) return true;
            if (at_ >= text_.size()) return false;
            continue;
        }
        if (c >= 0xE264 && c <= 0xE357) {
            if (read_mongolian(word)) return true;
        } else if (is_alphabetic(c)) {
            if (read_other(word)) return true;
        } else if (c == 0x202F && read_mongolian(word)) {
            return true;
        }
    }
    return false;
}

/// Reads from at_ on what Mongolian words are made of. False if there is no letter in it: at_ is at its last character.
bool Words::read_mongolian(Word& word) {
    const auto& classes = block_classes();
    const std::size_t begin = at_;
    word.kind = Word::Kind::mongolian;
    word.has_nnbsp = word.foreign_letters = false;
    std::size_t letters = 0;
    for (; at_ < text_.size(); ++at_) {
        const char16_t c = text_[at_];
        const unsigned in_block = c - block_begin;
        if (in_block < block_size) {
            const Class found = classes[in_block];
            if (found == none) break;
            letters += found == hudum || found == other_system;
            word.foreign_letters = word.foreign_letters || found == other_system;
        } else if (c == 0x202F) {
            word.has_nnbsp = true;
        } else if (c >= 0xE264 && c <= 0xE357) {
            word.kind = Word::Kind::glyphs;
            ++letters;
        } else if (c != 0x200C && c != 0x200D && c != glyph_connector) {
            break;
        }
    }
    if (letters == 0) {
        --at_;
        return false;
    }
    std::size_t end = at_;  // a connector that connects nothing is none of the word
    while (text_[end - 1] == 0x202F || text_[end - 1] == 0x180E || text_[end - 1] == glyph_connector) --end;
    word.range = {static_cast<TextIndex>(begin), static_cast<TextIndex>(end)};
    const bool connected = text_[begin] == 0x202F || text_[begin] == 0x180E;
    word.touches_other = (begin > 0 && !connected && is_alphabetic(text_[begin - 1])) ||
                         (end == at_ && at_ < text_.size() && is_alphabetic(text_[at_]));
    return true;
}

bool Words::read_other(Word& word) {
    const std::size_t begin = at_;
    const auto goes_on = [this](std::size_t i) {
        const char16_t c = text_[i];
        if (is_alphabetic(c) || (c >= 0x0300 && c < 0x0370)) return true;  // letters, and marks over them
        const bool inside = c == u'-' || c == u'\'' || c == 0x2019 || c == 0xAD;
        return inside && i + 1 < text_.size() && is_alphabetic(text_[i + 1]);
    };
    while (at_ < text_.size() && goes_on(at_)) ++at_;
    if (at_ == begin) return false;
    word = {};
    word.range = {static_cast<TextIndex>(begin), static_cast<TextIndex>(at_)};
    word.kind = Word::Kind::other;
    return true;
}

}  // namespace bichig::spell
