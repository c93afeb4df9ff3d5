// Script of single letters by block ranges (Unicode 15): enough for defaults, not for shaping.
#include <document/internal/letters.h>

#include <bichig/base/utf.h>
#include <bichig/document/stylesheet.h>

namespace bichig::document {

namespace {

struct LetterRange {
    char32_t first;
    char32_t last;
    LetterScript script;
};

/// Ranges in code point order. What stands between them up to U+024F and in the symbol blocks is no letter.
constexpr LetterRange blocks[] = {
    {U'A', U'Z', LetterScript::latin},         {U'a', U'z', LetterScript::latin},
    {0x00AA, 0x00AA, LetterScript::latin},     {0x00BA, 0x00BA, LetterScript::latin},
    {0x00C0, 0x00D6, LetterScript::latin},     {0x00D8, 0x00F6, LetterScript::latin},
    {0x00F8, 0x02AF, LetterScript::latin},     {0x0370, 0x0373, LetterScript::other},
    {0x0376, 0x037D, LetterScript::other},     {0x037F, 0x17FF, LetterScript::other},
    {0x1820, 0x1884, LetterScript::mongolian}, {0x1887, 0x18AA, LetterScript::mongolian},
    {0x18B0, 0x1DBF, LetterScript::other},     {0x1E00, 0x1EFF, LetterScript::latin},
    {0x1F00, 0x1FFF, LetterScript::other},     {0x2C00, 0x2DFF, LetterScript::other},
    {0x2E80, 0x2FDF, LetterScript::han},       {0x3005, 0x3007, LetterScript::han},
    {0x3021, 0x3029, LetterScript::han},       {0x3038, 0x303B, LetterScript::han},
    {0x3041, 0x312F, LetterScript::han},       {0x3131, 0x31BF, LetterScript::han},
    {0x31F0, 0x31FF, LetterScript::han},       {0x3400, 0x4DBF, LetterScript::han},
    {0x4E00, 0x9FFF, LetterScript::han},       {0xA000, 0xABFF, LetterScript::other},
    {0xAC00, 0xD7FF, LetterScript::han},       {0xF900, 0xFAFF, LetterScript::han},
    {0xFB00, 0xFB06, LetterScript::latin},     {0xFB13, 0xFDFF, LetterScript::other},
    {0xFE70, 0xFEFC, LetterScript::other},     {0xFF21, 0xFF3A, LetterScript::latin},
    {0xFF41, 0xFF5A, LetterScript::latin},     {0xFF66, 0xFFDC, LetterScript::han},
    {0x10000, 0x1165F, LetterScript::other},   {0x11680, 0x1CFFF, LetterScript::other},
    {0x20000, 0x3FFFF, LetterScript::han},
};

}  // namespace

LetterScript letter_script(char32_t character) {
    for (const LetterRange& block : blocks) {
        if (character < block.first) return LetterScript::none;
        if (character <= block.last) return block.script;
    }
    return LetterScript::none;
}

LetterScript first_letter_script(std::u16string_view text) {
    for (TextIndex index = 0; index < text.size();) {
        const CodePoint point = code_point_at(text, index);
        if (const LetterScript script = letter_script(point.value); script != LetterScript::none) return script;
        index += point.size;
    }
    return LetterScript::none;
}

std::string foreign_language(std::u16string_view text, std::string_view language) {
    const LetterScript script = first_letter_script(text);
    const bool mongolian = writing_mode_of(std::string{language}) == WritingMode::vertical_lr;
    const bool east_asian =
        language.substr(0, 2) == "zh" || language.substr(0, 2) == "ja" || language.substr(0, 2) == "ko";
    if (script == LetterScript::mongolian && !mongolian) return "mn-Mong";
    if (script == LetterScript::han && !east_asian) return "zh-Hans";
    return {};
}

bool is_wide(char32_t character) {
    const bool mark = (character >= 0x3000 && character <= 0x303F) || (character >= 0xFF01 && character <= 0xFF60);
    return mark || (letter_script(character) == LetterScript::han && (character < 0xAC00 || character > 0xD7FF));
}

bool is_language_tag(std::string_view tag) {
    const auto in = [](char c, char from, char to) { return c >= from && c <= to; };
    bool good = !tag.empty();
    std::size_t part = 0;
    bool first = true;
    for (std::size_t i = 0; i <= tag.size() && good; ++i) {
        if (i < tag.size() && tag[i] != '-') {
            good = in(tag[i], 'a', 'z') || in(tag[i], 'A', 'Z') || (!first && in(tag[i], '0', '9'));
            continue;
        }
        const std::size_t size = i - part;
        good = size <= 8 && size >= (first ? 2U : 1U);
        first = false;
        part = i + 1;
    }
    return good;
}

}  // namespace bichig::document
