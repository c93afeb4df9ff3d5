// From the slots of a stretch to units, and the notation that people read.
#include <bichig/script/units.h>

#include <algorithm>
#include <array>
#include <cstring>

#include <bichig/base/utf.h>

#include "script/units/engine.h"

namespace bichig::script {

namespace {

constexpr std::uint8_t left_open = 1, right_open = 2;
/// Which sides of a shape join: of isol, init, medi, fina.
constexpr std::array<std::uint8_t, 4> open_sides = {0, right_open, left_open | right_open, left_open};

constexpr Unit shown_selector(std::uint8_t number) {
    return static_cast<Unit>(static_cast<std::uint32_t>(Unit::shown_selector_1) + number - 1);
}

/// Writes units and the marks of joins that lead nowhere.
class Writer {
public:
    explicit Writer(std::vector<Unit>& out) : out_{out} {}

    /// A thing with these open sides begins.
    void join(std::uint8_t sides) {
        if (open_ != ((sides & left_open) != 0)) out_.push_back(open_ ? Unit::dangling_right : Unit::dangling_left);
        open_ = (sides & right_open) != 0;
    }
    void put(Unit unit) { out_.push_back(unit); }
    void closed(Unit unit) {
        join(0);
        out_.push_back(unit);
    }
    /// The letter or sign after this one is drawn as one with it.
    void stay_open() { open_ = true; }
    std::vector<Unit>& out() { return out_; }

private:
    std::vector<Unit>& out_;
    bool open_ = false;
};

Unit unit_of_other(char32_t character) {
    if (character == U' ' || character == 0xA0) return Unit::wide_gap;
    const char32_t in_block = character - tables::block_begin;
    if (in_block < tables::block_size && tables::sign_units[in_block] != 0) {
        return static_cast<Unit>(tables::sign_units[in_block]);
    }
    return unit_of_character(character);
}

/// What is drawn of the characters that have no slot, from `index` to `end`.
void write_trail(std::u16string_view text, TextIndex index, TextIndex end, Writer& writer) {
    for (; index < end; ++index) {
        switch (class_of(text[index])) {
            case CharacterClass::selector:
                writer.closed(shown_selector(selector_number(text[index])));
                break;
            case CharacterClass::nirugu:
                writer.join(left_open | right_open);
                writer.put(Unit::nirugu);
                break;
            case CharacterClass::mark:
                writer.put(unit_of_other(text[index]));
                break;
            default:
                break;
        }
    }
}

void write_gap(const Slot& slot, char16_t character, Writer& writer) {
    if (slot.gap == Gap::narrow) {
        writer.closed(Unit::narrow_gap);
    } else if (slot.gap == Gap::wide) {
        writer.closed(Unit::wide_gap);
    } else {
        writer.closed(character == 0x180E ? Unit::shown_mvs : Unit::shown_nnbsp);
    }
}

inline void write_letter(const Slot& slot, Writer& writer) {
    const tables::Form& form = tables::forms[slot.form];
    writer.join(open_sides[form.shape]);
    for (unsigned i = 0; i < form.unit_count; ++i) writer.put(static_cast<Unit>(form.units[i]));
    if (slot.fused) writer.stay_open();
    if (slot.shown) writer.closed(shown_selector(slot.selector));
}

SelectorEffect effect_of(const Slot& slot) {
    if (slot.selector == 0) return SelectorEffect::none;
    if (slot.shown) return SelectorEffect::invalid;
    const tables::Form& asked = tables::forms[slot.form];
    const tables::Form& ruled = tables::forms[slot.ruled];
    const bool same = asked.unit_count == ruled.unit_count && asked.shape == ruled.shape &&
                      std::memcmp(asked.units, ruled.units, sizeof asked.units) == 0;
    return same ? SelectorEffect::without_effect : SelectorEffect::effective;
}

/// The letters of one stretch, and where their units begin.
class NoLetters {
public:
    void begin(const Writer&) {}
    void end(const Slot&, const Writer&) {}
};

class LetterList {
public:
    explicit LetterList(std::vector<LetterForm>& letters) : letters_{letters} {}

    void begin(Writer& writer) { begin_ = static_cast<std::uint32_t>(writer.out().size()); }
    void end(const Slot& slot, Writer& writer) {
        const tables::Form& form = tables::forms[slot.form];
        LetterForm letter;
        letter.range = {slot.begin, slot.end};
        letter.position = static_cast<Position>(slot.position);
        letter.shape = static_cast<Position>(form.shape);
        letter.condition = static_cast<Condition>(slot.condition);
        letter.selector = slot.selector;
        letter.effect = effect_of(slot);
        letter.variant = form.selector;
        letter.of_the_system = slot.bit != tables::foreign_bit;
        letter.unit_end = static_cast<std::uint32_t>(writer.out().size()) - (slot.shown ? 1 : 0);
        letter.unit_begin = std::min(begin_, letter.unit_end);
        while (letter.unit_begin + form.unit_count < letter.unit_end) ++letter.unit_begin;
        letters_.push_back(letter);
    }

private:
    std::vector<LetterForm>& letters_;
    std::uint32_t begin_ = 0;
};

/// Whether what follows `slot` is nothing but signs over a consonant that is joined to a vowel: they are listed after it.
bool signs_wait(std::u16string_view text, const Slot& slot, const Engine& engine) {
    const Slot& next = *(&slot + 1);
    if (slot.bit >= tables::foreign_bit || engine.is_vowel(slot) || !engine.is_vowel(next)) return false;
    if ((open_sides[next.position] & left_open) == 0) return false;
    for (TextIndex i = slot.end; i < next.begin; ++i) {
        if (class_of(text[i]) != CharacterClass::mark) return false;
    }
    return true;
}

template <class Letters>
void write_units(std::u16string_view text, WritingSystem system, Profile profile, std::vector<Unit>& out,
                 Letters letters) {
    Engine engine{system, profile};
    Writer writer{out};
    const TextIndex size = static_cast<TextIndex>(text.size());
    for (TextIndex i = 0; i < size;) {
        if (class_of(text[i]) == CharacterClass::other) {
            const CodePoint point = code_point_at(text, i);
            writer.closed(unit_of_other(point.value));
            i += point.size;
            continue;
        }
        i = engine.read(text, i);
        const Slot* waiting = nullptr;
        for (const Slot* slot = engine.begin(); slot + 1 < engine.end(); ++slot) {
            if (slot->bit <= tables::foreign_bit) {
                letters.begin(writer);
                write_letter(*slot, writer);
                letters.end(*slot, writer);
            } else if (slot->bit == tables::mvs_bit) {
                write_gap(*slot, text[slot->begin], writer);
            }
            if (waiting != nullptr) write_trail(text, waiting->end, (waiting + 1)->begin, writer);
            waiting = slot->trail && signs_wait(text, *slot, engine) ? slot : nullptr;
            if (slot->trail && waiting == nullptr) write_trail(text, slot->end, (slot + 1)->begin, writer);
        }
    }
    writer.join(0);
}

}  // namespace

void analyze(std::u16string_view text, const UnitOptions& options, UnitAnalysis& out) {
    out.system = options.system ? *options.system : writing_system_of(text);
    out.letters.clear();
    out.units.clear();
    write_units(text, out.system, options.profile, out.units, LetterList{out.letters});
}

UnitAnalysis analyze(std::u16string_view text, const UnitOptions& options) {
    UnitAnalysis analysis;
    analyze(text, options, analysis);
    return analysis;
}

void append_units(std::u16string_view text, const UnitOptions& options, std::vector<Unit>& out) {
    write_units(text, options.system ? *options.system : writing_system_of(text), options.profile, out, NoLetters{});
}

std::vector<Unit> units(std::u16string_view text, const UnitOptions& options) {
    std::vector<Unit> out;
    append_units(text, options, out);
    return out;
}

std::string notation(const std::vector<Unit>& units) {
    std::string text;
    for (const Unit unit : units) {
        if (!text.empty()) text += ' ';
        if (is_character(unit)) {
            std::u16string character;
            append(character, character_of(unit));
            text += to_utf8(character);
        } else {
            text += tables::unit_names[static_cast<std::uint32_t>(unit)];
        }
    }
    return text;
}

}  // namespace bichig::script
