// From strokes to spelled letters, segment by segment.
#include "script/legacy/word.h"

namespace bichig::script {

namespace {

constexpr char16_t mvs = 0x180E;
constexpr char16_t nirugu = 0x180A;
constexpr char16_t zwj = 0x200D;
constexpr char16_t zwnj = 0x200C;
constexpr Stroke separate_a = generated::expansions[0].ink[1];  // Aa at the end of a word

}  // namespace

void GlyphWord::clear() {
    strokes_.clear();
    hints_.clear();
    characters_.clear();
    gender_ = Gender::open;
    joined_before_ = after_segment_ = bad_ = false;
}

void GlyphWord::add_glyph(const Stroke* strokes, std::size_t size, Hint hint) {
    if (hints_.size() >= 255) bad_ = true;
    if (bad_) return;
    const auto glyph = static_cast<std::uint8_t>(hints_.size());
    hints_.push_back(hint);
    for (std::size_t k = 0; k < size; ++k) strokes_.push_back({strokes[k], glyph});
    if (size > 0 && ends_word(strokes[size - 1])) bad_ = !flush(false) || bad_;
}

void GlyphWord::add_sign(char16_t sign) {
    const bool joins = sign == nirugu || sign == zwj;
    bad_ = !flush(joins) || bad_;
    characters_.push_back({sign, false, false, {}, 0});
    joined_before_ = joins;
    after_segment_ = false;
}

bool GlyphWord::flush(bool joined_after) {
    if (strokes_.empty()) return true;
    if (after_segment_) {
        const bool separate = strokes_.size() == 1 && strokes_[0].stroke == separate_a;
        characters_.push_back({separate ? mvs : zwnj, false, false, {}, 0});
    }
    const bool done = read({strokes_, hints_, joined_before_, joined_after});
    strokes_.clear();
    hints_.clear();
    joined_before_ = false;
    after_segment_ = true;
    return done;
}

/// Reads a segment; where no letters are drawn so alone, as a part of a longer word, which ZWJ stands for.
bool GlyphWord::read(Segment segment) {
    const Gender before = gender_;
    for (const bool more_before : {false, true}) {
        for (const bool more_after : {false, true}) {
            if ((more_before && segment.joined_before) || (more_after && segment.joined_after)) continue;
            if (more_after && ends_word(segment.strokes.back().stroke)) continue;
            Segment longer = segment;
            longer.joined_before |= more_before;
            longer.joined_after |= more_after;
            gender_ = before;
            letters_.clear();
            if (!read_letters_of(longer, gender_, letters_)) continue;
            if (more_before) characters_.push_back({zwj, false, false, {}, 0});
            add_read(letters_);
            if (more_after) characters_.push_back({zwj, false, false, {}, 0});
            return true;
        }
    }
    return false;
}

void GlyphWord::add_read(const std::vector<ReadLetter>& letters) {
    for (const ReadLetter& read : letters) {
        SpelledCharacter one{read.letter, true, false, {}, 0};
        for (std::uint8_t k = 0; k < read.size; ++k) one.ink.add(strokes_[read.begin + k].stroke);
        characters_.push_back(one);
    }
}

bool GlyphWord::spell(std::u16string& out) {
    bad_ = !flush(false) || bad_;
    return !bad_ && speller_.spell(characters_, out);
}

}  // namespace bichig::script
