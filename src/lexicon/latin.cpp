// Stems in Latin and in Mongolian letters.
#include <bichig/lexicon/lexicon.h>

#include <algorithm>

#include <bichig/base/utf.h>
#include <bichig/script/properties.h>
#include <bichig/script/transliteration.h>

namespace bichig::lexicon {

namespace {

/// Hudum letters and what belongs to them in a word; the connector of suffixes is MVS alone.
bool is_word_part(char16_t c) {
    const script::Kind kind = script::kind(c);
    return (kind == script::Kind::letter && c < 0x1843) || kind == script::Kind::variation_selector ||
           kind == script::Kind::vowel_separator;
}

/// Signs that EAC writes other characters with than letters, FVS1–3 and MVS; escapes are refused with their brace.
bool is_latin_sign(char16_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || c == '_' || c == '\'' || c == '"' || c == '`';
    return (c >= 0xC0 && c < 0x2B0) || (c >= 0x1E00 && c < 0x1F00);
}

}  // namespace

std::optional<std::u16string> letters_of(std::string_view latin) {
    const auto text = to_utf16(latin);
    if (!text || text->empty() || !std::all_of(text->begin(), text->end(), is_latin_sign)) return std::nullopt;
    script::Conversion converted = script::from_latin(*text, script::Latin::eac);
    if (!converted.remarks.empty()) return std::nullopt;
    if (!std::all_of(converted.text.begin(), converted.text.end(), is_word_part)) return std::nullopt;
    return std::move(converted.text);
}

std::string latin_of(std::u16string_view text) { return to_utf8(script::to_latin(text, script::Latin::eac).text); }

}  // namespace bichig::lexicon
