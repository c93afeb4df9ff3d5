// From strokes to spelled letters, segment by segment.
#include "script/legacy/word.h"

#include <algorithm>

#include <bichig/script/properties.h>

namespace bichig::script {

namespace {

constexpr char16_t mvs = 0x180E;
constexpr char16_t nirugu = 0x180A;
constexpr char16_t zwj = 0x200D;
constexpr char16_t zwnj = 0x200C;
constexpr Stroke separate_a = generated::expansions[0].ink[1];  // Aa at the end of a word

bool is_hudum_letter(char16_t c) { return c >= 0x1820 && c <= 0x1842; }

}  // namespace

bool belongs_to_word(char16_t c) {
    switch (kind(c)) {
        case Kind::letter:
        case Kind::variation_selector:
        case Kind::vowel_separator:
        case Kind::combining:
        case Kind::nirugu:
        case Kind::joiner:
        case Kind::non_joiner: return true;
        default: return false;
    }
}

void GlyphWord::clear() {
    strokes_.clear();
    hints_.clear();
    characters_.clear();
    gender_ = Gender::open;
    joined_before_ = after_segment_ = after_letter_ = bad_ = false;
}

void GlyphWord::add_glyph(const Stroke* strokes, std::size_t size, Hint hint) {
    if (hints_.size() >= 255) bad_ = true;
    if (bad_) return;
    const auto glyph = static_cast<std::uint8_t>(hints_.size());
    hints_.push_back(hint);
    for (std::size_t k = 0; k < size; ++k) strokes_.push_back({strokes[k], glyph});
    if (size > 0 && ends_word(strokes[size - 1])) bad_ = !flush(false) || bad_;
}

Taken GlyphWord::add_unicode(char16_t c) {
    switch (kind(c)) {
        case Kind::letter:
            if (!is_hudum_letter(c)) return Taken::no;
            add_letter(c);
            return Taken::yes;
        case Kind::combining: return Taken::no;
        case Kind::variation_selector:
            if (!after_letter_ || !strokes_.empty() || characters_.back().selector != 0) return Taken::without_effect;
            characters_.back().selector = static_cast<std::uint8_t>(c == u'\u180F' ? 4 : c - 0x180A);
            return Taken::yes;
        case Kind::suffix_space: add_sign(mvs); return Taken::yes;
        default: add_sign(c); return Taken::yes;
    }
}

void GlyphWord::add_sign(char16_t sign) {
    const bool joins = sign == nirugu || sign == zwj;
    const bool apart = joins && after_segment_ && strokes_.empty();  // a final form does not join to the sign
    bad_ = !flush(joins) || bad_;
    if (apart) put(zwnj);
    put(sign);
    joined_before_ = joins;
    after_segment_ = after_letter_ = false;
}

void GlyphWord::add_letter(char16_t letter) {
    bad_ = !flush(false) || bad_;
    if (after_segment_) put(zwnj);
    characters_.push_back({letter, true, true, {}, 0});
    joined_before_ = after_segment_ = false;
    after_letter_ = true;
}

bool GlyphWord::flush(bool joined_after) {
    if (strokes_.empty()) return true;
    if (after_segment_ || after_letter_) {
        const bool separate = strokes_.size() == 1 && strokes_[0].stroke == separate_a;
        put(separate ? mvs : zwnj);
    }
    const bool done = read({strokes_, hints_, joined_before_, joined_after});
    strokes_.clear();
    hints_.clear();
    joined_before_ = after_letter_ = false;
    after_segment_ = true;
    return done;
}

/// Reads a segment; where no letters are drawn so in one, in pieces, each as long as can be.
bool GlyphWord::read(Segment segment) {
    for (;;) {
        reached_ = 0;
        if (read_whole(segment)) return true;
        const std::size_t cut = reached_;
        if (cut == 0 || cut == segment.strokes.size()) return false;
        Segment piece = segment;
        piece.strokes = segment.strokes.first(cut);
        piece.joined_after = false;
        if (!read_whole(piece)) return false;
        segment.strokes = segment.strokes.subspan(cut);
        segment.joined_before = false;
        put(segment.strokes.size() == 1 && segment.strokes[0].stroke == separate_a ? mvs : zwnj);
    }
}

/// Reads a segment in one; where no letters are drawn so as it stands, with ZWJ at an end for the rest of a longer
/// word, or with ZWNJ where it is drawn as if the sign beside it did not join.
bool GlyphWord::read_whole(const Segment& segment) {
    const Gender before = gender_;
    for (const bool turn_before : {false, true}) {
        for (const bool turn_after : {false, true}) {
            Segment turned = segment;
            turned.joined_before = segment.joined_before != turn_before;
            turned.joined_after = segment.joined_after != turn_after;
            gender_ = before;
            letters_.clear();
            std::size_t reached = 0;
            if (!read_letters_of(turned, gender_, letters_, reached)) {
                reached_ = std::max(reached_, reached);
                continue;
            }
            if (turn_before) put(turned.joined_before ? zwj : zwnj);
            add_read(segment);
            if (turn_after) put(turned.joined_after ? zwj : zwnj);
            return true;
        }
    }
    gender_ = before;
    return false;
}

void GlyphWord::add_read(const Segment& segment) {
    for (const ReadLetter& read : letters_) {
        SpelledCharacter one{read.letter, true, false, {}, 0};
        for (std::uint8_t k = 0; k < read.size; ++k) one.ink.add(segment.strokes[read.begin + k].stroke);
        characters_.push_back(one);
    }
}

bool GlyphWord::spell(std::u16string& out) {
    bad_ = !flush(false) || bad_;
    return !bad_ && speller_.spell(characters_, out);
}

}  // namespace bichig::script
