// Words that must stay in one font: a suffix takes its form from the connector before it, and the connector its width
// from the suffix, so a change of font between them loses both.
#include <bichig/script/properties.h>

#include <text/characters.h>
#include <text/phases.h>

namespace bichig::text {

namespace {

constexpr bool is_separator_in_number(char16_t c) { return c == u'.' || c == u',' || c == u':' || c == u'/'; }

/// Whether the digits from `begin` on end a name of another script, such as "A4": its parts stay in their own font.
bool ends_foreign_name(std::u16string_view text, TextIndex begin) {
    if (begin == 0) return false;
    const char16_t before = text[begin - 1];
    return u_isalpha(before) && !is_east_asian(before) && !script::is_word_character(before);
}

/// Where the number that ends at `end` begins; `end` when there is none. "3.5" and "1,000" are one number each, as a
/// number of which one half stands in another font is ugly.
TextIndex start_of_number(std::u16string_view text, TextIndex end) {
    TextIndex begin = end;
    while (begin > 0) {
        if (is_digit_of_mongolian_text(text[begin - 1])) {
            --begin;
        } else if (begin < end && begin >= 2 && is_separator_in_number(text[begin - 1]) &&
                   is_digit_of_mongolian_text(text[begin - 2])) {
            begin -= 2;
        } else {
            break;
        }
    }
    return ends_foreign_name(text, begin) ? end : begin;
}

}  // namespace

std::vector<TextRange> find_words(std::u16string_view text) {
    std::vector<TextRange> words;
    const auto size = static_cast<TextIndex>(text.size());
    for (TextIndex i = 0; i < size;) {
        const TextIndex begin = i;
        bool has_letter = false;
        // Every character of a word is one code unit.
        for (; i < size; ++i) {
            if (is_plain_mongolian_letter(text[i])) {
                has_letter = true;
            } else if (!script::is_word_character(text[i])) {
                break;
            } else {
                has_letter = has_letter || script::kind(text[i]) == script::Kind::letter;
            }
        }
        if (has_letter) words.push_back({is_connector(text[begin]) ? start_of_number(text, begin) : begin, i});
        if (i == begin) ++i;
    }
    return words;
}

}  // namespace bichig::text
