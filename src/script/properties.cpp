// Looks up kind and joining of a character in the generated table.
#include <bichig/script/properties.h>

#include <script/generated/mongolian_properties.h>

namespace bichig::script {

namespace {

constexpr generated::Properties properties_of(char32_t character) {
    // Unsigned differences: a character before the block wraps round to a large number.
    const char32_t in_main = character - generated::main_block_begin;
    if (in_main < generated::main_block.size()) return generated::main_block[in_main];
    const char32_t in_supplement = character - generated::supplement_block_begin;
    if (in_supplement < generated::supplement_block.size()) return generated::supplement_block[in_supplement];
    for (const generated::Single& single : generated::singles) {
        if (single.character == character) return single.properties;
    }
    return {};
}

}  // namespace

Kind kind(char32_t character) { return properties_of(character).kind; }

Joining joining(char32_t character) { return properties_of(character).joining; }

bool is_word_character(char32_t character) {
    switch (kind(character)) {
        case Kind::letter:
        case Kind::combining:
        case Kind::variation_selector:
        case Kind::vowel_separator:
        case Kind::nirugu:
        case Kind::syllable_marker:
        case Kind::suffix_space:
        case Kind::joiner:
        case Kind::non_joiner:
            return true;
        case Kind::none:
        case Kind::soft_hyphen:
        case Kind::digit:
        case Kind::punctuation:
            return false;
    }
    return false;
}

}  // namespace bichig::script
