// From the slots of a stretch to units, and the notation that people read.
#include <bichig/script/units.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <iterator>
#include <type_traits>

#include <bichig/base/utf.h>
#include <bichig/script/key.h>

#include "script/normal/vertical_forms.h"
#include "script/units/engine.h"
#include "script/units/shape.h"

namespace bichig::script {

namespace {

constexpr std::uint8_t left_open = 1, right_open = 2;
/// Which sides of a shape join: of isol, init, medi, fina.
constexpr std::array<std::uint8_t, 4> open_sides = {0, right_open, left_open | right_open, left_open};

constexpr Unit shown_selector(std::uint8_t number) {
    return static_cast<Unit>(static_cast<std::uint32_t>(Unit::shown_selector_1) + number - 1);
}

static_assert(sizeof(tables::Form) == 4 * sizeof(Unit) && offsetof(tables::Form, units) == 0);

/// Writes units and the marks of joins that lead nowhere into a vector of units, or as bytes into a key. They are
/// collected in a block before they go to the list: a list checks its capacity for each.
template <class List>
class Writer {
public:
    using Element = typename List::value_type;

    Writer(List& out, bool shows_controls) : out_{out}, shows_controls_{shows_controls} {}
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// A thing with these open sides begins.
    void join(std::uint8_t sides) {
        marked_ = open_ != (sides & left_open);
        if (marked_) put(open_ != 0 ? Unit::dangling_right : Unit::dangling_left);
        open_ = sides >> 1;
    }
    void put(Unit unit) {
        if (count_ + key_bytes > block_size) flush();
        if constexpr (std::is_same_v<Element, Unit>) {
            block_[count_++] = unit;
        } else {
            count_ += write_key_bytes(unit, block_.data() + count_);
        }
    }
    void put(const tables::Form& form) {
        if (count_ + sizeof form / sizeof *form.units > block_size) flush();
        if constexpr (std::is_same_v<Element, Unit>) {
            std::memcpy(&block_[count_], &form, sizeof form);  // the fourth is overwritten by what comes next
        } else {
            for (unsigned i = 0; i < 3; ++i) block_[count_ + i] = static_cast<char>(form.units[i]);
        }
        count_ += form.unit_count;
    }
    void closed(Unit unit) {
        join(0);
        put(unit);
    }
    /// A control that does nothing, where such are shown: one that interrupts a joined stretch there.
    void shown(Unit unit) {
        if (shows_controls_) closed(unit);
    }
    /// The letter or sign after this one is drawn as one with it.
    void stay_open() { open_ = 1; }
    /// Whether the last thing began with the mark of a join that leads nowhere.
    bool last_join_was_marked() const { return marked_; }
    /// How many elements the list will have.
    std::size_t size() const { return out_.size() + count_; }

    /// Hands over what is collected: the last call, which a destructor cannot be, as memory may run out.
    void flush() {
        if constexpr (std::is_same_v<List, std::string>) {
            out_.append(block_.data(), count_);
        } else {
            out_.insert(out_.end(), block_.begin(), block_.begin() + count_);
        }
        count_ = 0;
    }

private:
    static constexpr unsigned block_size = 128;

    List& out_;
    bool shows_controls_;
    std::uint8_t open_ = 0;  ///< 1: the next thing should join
    bool marked_ = false;
    unsigned count_ = 0;
    std::array<Element, block_size> block_;
};

Unit unit_of_other(char32_t character) {
    if (character == U' ' || character == 0xA0) return Unit::wide_gap;
    character = without_vertical_form(character);
    const char32_t in_block = character - tables::block_begin;
    if (in_block < tables::block_size && tables::sign_units[in_block] != 0) {
        return static_cast<Unit>(tables::sign_units[in_block]);
    }
    return unit_of_character(character);
}

/// What is drawn of the characters that have no slot, from `index` to `end`.
template <class List>
void write_trail(std::u16string_view text, TextIndex index, TextIndex end, Writer<List>& writer) {
    for (; index < end; ++index) {
        switch (class_of(text[index])) {
            case CharacterClass::selector:
                writer.shown(shown_selector(selector_number(text[index])));
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

template <class List>
void write_gap(const Slot& slot, char16_t character, Writer<List>& writer) {
    if (slot.gap == Gap::narrow) {
        writer.closed(Unit::narrow_gap);
    } else if (slot.gap == Gap::wide) {
        writer.closed(Unit::wide_gap);
    } else {
        writer.shown(character == 0x180E ? Unit::shown_mvs : Unit::shown_nnbsp);
    }
}

template <class List>
inline void write_letter(const Slot& slot, Writer<List>& writer) {
    const tables::Form& form = tables::forms[slot.form];
    writer.join(open_sides[form.shape]);
    writer.put(form);
    if (slot.marks == 0) return;
    if (slot.has(Slot::fused)) writer.stay_open();
    if (slot.has(Slot::shown)) writer.shown(shown_selector(slot.selector));
}

SelectorEffect effect_of(const Slot& slot) {
    if (slot.selector == 0) return SelectorEffect::none;
    if (slot.has(Slot::shown)) return SelectorEffect::invalid;
    const tables::Form& asked = tables::forms[slot.form];
    const tables::Form& ruled = tables::forms[slot.ruled];
    const bool same = asked.unit_count == ruled.unit_count && asked.shape == ruled.shape &&
                      std::memcmp(asked.units, ruled.units, sizeof asked.units) == 0;
    return same ? SelectorEffect::without_effect : SelectorEffect::effective;
}

/// What is kept beside the units: nothing. Controls that do nothing are shown, or left out.
template <bool shows>
class Nothing {
public:
    static constexpr bool shows_controls = shows;
    template <class List>
    void end(const Slot&, const Writer<List>&) {}
    template <class List>
    void drawn(TextRange, const Writer<List>&) {}
};

/// The characters that each unit comes from; controls that do nothing are left out.
class RangeList {
public:
    static constexpr bool shows_controls = false;
    explicit RangeList(std::vector<TextRange>& ranges) : ranges_{ranges} {}

    template <class List>
    void end(const Slot&, const Writer<List>&) {}
    template <class List>
    void drawn(TextRange range, const Writer<List>& writer) {
        ranges_.resize(writer.size(), range);
    }

private:
    std::vector<TextRange>& ranges_;
};

/// The letters, and where their units begin.
class LetterList {
public:
    static constexpr bool shows_controls = true;
    explicit LetterList(std::vector<LetterForm>& letters) : letters_{letters} {}

    template <class List>
    void drawn(TextRange, const Writer<List>&) {}
    template <class List>
    void end(const Slot& slot, const Writer<List>& writer) {
        const tables::Form& form = tables::forms[slot.form];
        LetterForm letter;
        letter.range = {slot.begin, slot.end};
        letter.position = static_cast<Position>(slot.position());
        letter.shape = static_cast<Position>(form.shape);
        letter.condition = static_cast<Condition>(slot.condition);
        letter.selector = slot.selector;
        letter.effect = effect_of(slot);
        letter.variant = form.selector;
        letter.of_the_system = slot.bit != tables::foreign_bit;
        // After the marks of dangling joins, before the selector where it is shown.
        letter.unit_end = static_cast<std::uint32_t>(writer.size());
        if (slot.has(Slot::shown)) letter.unit_end -= writer.last_join_was_marked() ? 2 : 1;
        letter.unit_begin = letter.unit_end - form.unit_count;
        letters_.push_back(letter);
    }

private:
    std::vector<LetterForm>& letters_;
};

/// Whether what follows `slot` is nothing but signs over a consonant that is joined to a vowel: they are listed after
/// the vowel.
bool signs_wait(std::u16string_view text, const Slot& slot, const Engine& engine) {
    const Slot& next = *(&slot + 1);
    if (slot.bit >= tables::foreign_bit || engine.is_vowel(slot) || !engine.is_vowel(next)) return false;
    if ((open_sides[next.position()] & left_open) == 0) return false;
    for (TextIndex i = slot.end; i < next.begin; ++i) {
        if (class_of(text[i]) != CharacterClass::mark) return false;
    }
    return true;
}

template <class Letters, class List>
void write_units(std::u16string_view text, WritingSystem system, Profile profile, List& out, Letters letters) {
    Engine engine{system, profile};
    Writer<List> writer{out, Letters::shows_controls};
    const TextIndex size = static_cast<TextIndex>(text.size());
    for (TextIndex i = 0; i < size;) {
        if (class_of(text[i]) == CharacterClass::other) {
            const CodePoint point = code_point_at(text, i);
            writer.closed(unit_of_other(point.value));
            letters.drawn({i, i + point.size}, writer);
            i += point.size;
            continue;
        }
        i = engine.read(text, i);
        const Slot* waiting = nullptr;
        for (const Slot* slot = engine.begin(); slot + 1 < engine.end(); ++slot) {
            if (slot->bit <= tables::foreign_bit) {
                write_letter(*slot, writer);
                letters.end(*slot, writer);
            } else if (slot->bit == tables::mvs_bit) {
                write_gap(*slot, text[slot->begin], writer);
            }
            if (waiting != nullptr) write_trail(text, waiting->end, (waiting + 1)->begin, writer);
            const bool trail = slot->has(Slot::trail);
            waiting = trail && signs_wait(text, *slot, engine) ? slot : nullptr;
            if (trail && waiting == nullptr) write_trail(text, slot->end, (slot + 1)->begin, writer);
            letters.drawn({slot->begin, (slot + 1)->begin}, writer);
        }
    }
    writer.join(0);
    letters.drawn({size, size}, writer);
    writer.flush();
}

WritingSystem system_of(std::u16string_view text, const UnitOptions& options) {
    return options.system ? *options.system : writing_system_of(text);
}

}  // namespace

void append_shape(std::u16string_view text, const UnitOptions& options, std::vector<Unit>& out) {
    write_units(text, system_of(text, options), options.profile, out, Nothing<false>{});
}

void append_shape(std::u16string_view text, const UnitOptions& options, std::vector<Unit>& out,
                  std::vector<TextRange>& ranges) {
    write_units(text, system_of(text, options), options.profile, out, RangeList{ranges});
}

void append_shape_key(std::u16string_view text, const UnitOptions& options, std::string& key) {
    write_units(text, system_of(text, options), options.profile, key, Nothing<false>{});
}

void analyze(std::u16string_view text, const UnitOptions& options, UnitAnalysis& out) {
    out.system = system_of(text, options);
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
    write_units(text, system_of(text, options), options.profile, out, Nothing<true>{});
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
