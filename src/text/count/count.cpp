// Counts characters, words and syllables (EAC MGC/01-11 and MGC/01-10).
#include <bichig/text/count.h>

#include <algorithm>
#include <array>

#include <bichig/base/utf.h>
#include <bichig/script/properties.h>
#include <bichig/script/syllables.h>

#include <text/characters.h>
#include <text/generated/wordcount.h>

namespace bichig::text {

namespace {

/// What the tables say of a character.
enum class Class : std::uint8_t { other, always, mark, beside_letter, before_letter, shared_after, shared_before };

template <typename List>
bool contains(const List& list, char32_t c) {
    return std::any_of(list.begin(), list.end(),
                       [c](const generated::CodePointRange& range) { return range.first <= c && c <= range.last; });
}

Class look_up(char32_t c, const CountOptions& options) {
    using namespace generated;
    if (contains(counted_always, c)) return Class::always;
    if (contains(counted_marks, c)) return Class::mark;
    if (contains(counted_beside_letter, c)) return Class::beside_letter;
    if (contains(counted_before_letter, c)) return Class::before_letter;
    if (options.other_systems && contains(counted_other_letters, c)) return Class::always;
    if (options.other_systems && contains(counted_other_marks, c)) return Class::mark;
    if (contains(shared_after, c)) return Class::shared_after;
    if (contains(shared_before, c)) return Class::shared_before;
    if (options.ordinary_marks && contains(shared_after_ordinary, c)) return Class::shared_after;
    if (options.ordinary_marks && contains(shared_before_ordinary, c)) return Class::shared_before;
    return Class::other;
}

/// The classes of the characters of the Mongolian block, which are most of a text, without a search.
class Classes {
public:
    explicit Classes(const CountOptions& options) : options_{options} {
        for (char32_t c = block; c < block + table_.size(); ++c) table_[c - block] = look_up(c, options);
    }

    Class of(char32_t c) const {
        if (c >= block && c < block + table_.size()) return table_[c - block];
        if (c < 0xB7 || is_plain_ideograph(c)) return Class::other;
        return look_up(c, options_);
    }

private:
    static constexpr char32_t block = 0x1800;
    CountOptions options_;
    std::array<Class, 0xB0> table_{};
};

bool is_letter(char32_t c) { return is_plain_mongolian_letter(c) || script::kind(c) == script::Kind::letter; }

/// A Mongolian letter or control, beside which a shared mark counts.
bool is_mongolian(char32_t c) {
    return is_letter(c) || script::is_word_character(c) || script::kind(c) == script::Kind::digit;
}

bool is_ideograph(char32_t c) {
    return is_plain_ideograph(c) || (c >= 0x3400 && u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_IDEOGRAPHIC));
}

/// Whether `c` can stand in a word or a number that is neither Mongolian nor Chinese.
bool is_foreign(char32_t c) {
    if (c < 0x80) return is_ascii_digit(c) || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    return u_isalnum(static_cast<UChar32>(c)) != 0;
}

/// Marks inside a word or a number: "don't", "3.5", "e-mail".
constexpr bool joins_foreign(char32_t c) {
    return c == U'\'' || c == U'.' || c == U',' || c == U'-' || c == 0x2019 || c == U'_';
}

/// One pass over a text.
class Counter {
public:
    Counter(std::u16string_view text, const CountOptions& options)
        : text_{text}, options_{options}, classes_{options} {}

    Counts run() {
        const auto size = static_cast<TextIndex>(text_.size());
        for (TextIndex i = 0; i < size;) {
            const CodePoint c = code_point_at(text_, i);
            next_ = i + c.size < size ? code_point_at(text_, i + c.size).value : 0;
            ++counts_.code_points;
            count_line(c.value);
            count_word(c.value, i);
            count_foreign(c.value);
            count_character(c.value);
            previous_ = c.value;
            i += c.size;
        }
        end_word(size);
        if (size > 0 && previous_ != U'\n' && previous_ != U'\r') ++counts_.lines;
        finish_shared();
        if (options_.other_systems) counts_.syllables = script::count_syllables(text_);
        return counts_;
    }

private:
    void count_line(char32_t c) {
        if (c == U'\n' || (c == U'\r' && next_ != U'\n')) ++counts_.lines;
    }

    void count_word(char32_t c, TextIndex index) {
        if (!is_plain_mongolian_letter(c) && !script::is_word_character(c)) {
            end_word(index);
            word_begin_ = index + (c < 0x10000 ? 1 : 2);
        } else if (!has_letter_ && is_letter(c)) {
            has_letter_ = options_.other_systems || classes_.of(c) == Class::always;
        }
    }

    /// Of letters that do not count a word is none, and has no syllables.
    void end_word(TextIndex end) {
        if (!has_letter_) return;
        ++counts_.words;
        has_letter_ = false;
        if (options_.other_systems) return;
        counts_.syllables += script::count_syllables(text_.substr(word_begin_, end - word_begin_));
    }

    void count_foreign(char32_t c) {
        const bool mongolian = script::kind(c) != script::Kind::none;
        if (!mongolian && is_ideograph(c)) {
            ++counts_.han;
            in_foreign_ = false;
        } else if (!mongolian && is_foreign(c)) {
            if (!in_foreign_) ++counts_.other_words;
            in_foreign_ = true;
        } else if (!in_foreign_ || !(extends_previous(c) || (joins_foreign(c) && is_foreign(next_)))) {
            in_foreign_ = false;
        }
    }

    void count_character(char32_t c) {
        switch (classes_.of(c)) {
            case Class::other:
                return;
            case Class::always:
                ++counts_.characters;
                return;
            case Class::mark:
                ++marks_;
                return;
            case Class::beside_letter:
                if (is_letter(previous_) || is_letter(next_)) ++counts_.characters;
                return;
            case Class::before_letter:
                if (is_letter(next_)) ++counts_.characters;
                return;
            case Class::shared_after:
                ++shared_;
                if (is_mongolian(previous_)) ++shared_beside_;
                return;
            case Class::shared_before:
                ++shared_;
                if (is_mongolian(next_)) ++shared_beside_;
                return;
        }
    }

    void finish_shared() {
        std::uint64_t marks = marks_;
        if (options_.shared_marks == SharedMarks::beside_mongolian) marks += shared_beside_;
        const bool majority = counts_.characters * 100 > counts_.code_points * generated::majority_percent;
        if (options_.shared_marks == SharedMarks::majority && majority) marks += shared_;
        counts_.characters_with_marks = counts_.characters + marks;
        counts_.words_with_marks = counts_.words + marks;
    }

    std::u16string_view text_;
    CountOptions options_;
    Classes classes_;
    Counts counts_;
    char32_t previous_ = 0;
    char32_t next_ = 0;
    TextIndex word_begin_ = 0;
    bool has_letter_ = false;
    bool in_foreign_ = false;
    std::uint64_t marks_ = 0;
    std::uint64_t shared_ = 0;
    std::uint64_t shared_beside_ = 0;
};

}  // namespace

Counts& Counts::operator+=(const Counts& other) {
    characters += other.characters;
    characters_with_marks += other.characters_with_marks;
    words += other.words;
    words_with_marks += other.words_with_marks;
    syllables += other.syllables;
    han += other.han;
    other_words += other.other_words;
    code_points += other.code_points;
    lines += other.lines;
    return *this;
}

Counts count(std::u16string_view text, const CountOptions& options) { return Counter(text, options).run(); }

}  // namespace bichig::text
