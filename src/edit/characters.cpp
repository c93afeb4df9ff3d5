// Codes, names and labels.
#include <bichig/edit/characters.h>

#include <algorithm>
#include <array>

#include <bichig/base/utf.h>
#include <bichig/text/names.h>

namespace bichig::edit {

namespace {

struct Label {
    char32_t code_point;
    std::string_view label;
};

constexpr std::array<Label, 48> labels{{
    {0x09, "TAB"},      {0x0A, "LF"},       {0x0B, "VT"},       {0x0C, "FF"},       {0x0D, "CR"},
    {0x20, "SP"},       {0x85, "NEL"},      {0xA0, "NBSP"},     {0xAD, "SHY"},      {0x034F, "CGJ"},
    {0x061C, "ALM"},    {0x1680, "OGHAM SP"}, {0x180B, "FVS1"}, {0x180C, "FVS2"},   {0x180D, "FVS3"},
    {0x180E, "MVS"},    {0x180F, "FVS4"},   {0x2000, "EN QUAD"}, {0x2001, "EM QUAD"}, {0x2002, "EN SP"},
    {0x2003, "EM SP"},  {0x2004, "3-EM SP"}, {0x2005, "4-EM SP"}, {0x2006, "6-EM SP"}, {0x2007, "FIGURE SP"},
    {0x2008, "PUNCT SP"}, {0x2009, "THIN SP"}, {0x200A, "HAIR SP"}, {0x200B, "ZWSP"}, {0x200C, "ZWNJ"},
    {0x200D, "ZWJ"},    {0x200E, "LRM"},    {0x200F, "RLM"},    {0x2028, "LSEP"},   {0x2029, "PSEP"},
    {0x202A, "LRE"},    {0x202B, "RLE"},    {0x202C, "PDF"},    {0x202D, "LRO"},    {0x202E, "RLO"},
    {0x202F, "NNBSP"},  {0x205F, "MATH SP"}, {0x2060, "WJ"},    {0x2066, "LRI"},    {0x2067, "RLI"},
    {0x2068, "FSI"},    {0x2069, "PDI"},    {0x3000, "IDEO SP"},
}};

constexpr std::array<std::string_view, 16> variation_selectors{
    "VS1", "VS2", "VS3", "VS4", "VS5", "VS6", "VS7", "VS8", "VS9", "VS10", "VS11", "VS12", "VS13", "VS14", "VS15",
    "VS16"};

}  // namespace

std::string_view invisible_label(char32_t code_point) {
    const auto found = std::lower_bound(labels.begin(), labels.end(), code_point,
                                        [](const Label& label, char32_t wanted) { return label.code_point < wanted; });
    if (found != labels.end() && found->code_point == code_point) return found->label;
    if (code_point >= 0xFE00 && code_point <= 0xFE0F) return variation_selectors[code_point - 0xFE00];
    if (code_point == 0xFEFF) return "ZWNBSP";
    if (code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0)) return "CTRL";
    if (code_point >= 0xE0000 && code_point <= 0xE007F) return "TAG";
    if (code_point >= 0xE0100 && code_point <= 0xE01EF) return "VS";
    return {};
}

std::vector<Character> characters_of(std::u16string_view text) {
    std::vector<Character> made;
    for (TextIndex index = 0; index < text.size();) {
        const CodePoint point = code_point_at(text, index);
        const bool lone = point.size == 1 && text[index] >= 0xD800 && text[index] < 0xE000;
        const char32_t value = lone ? char32_t{text[index]} : point.value;
        made.push_back({index, value, lone ? std::string{"lone surrogate"} : text::character_name(value)});
        index += point.size;
    }
    return made;
}

std::vector<Invisible> invisibles_of(std::u16string_view text) {
    std::vector<Invisible> made;
    for (TextIndex index = 0; index < text.size();) {
        const CodePoint point = code_point_at(text, index);
        const std::string_view label = invisible_label(point.value);
        if (!label.empty()) made.push_back({index, point.value, label});
        index += point.size;
    }
    return made;
}

}  // namespace bichig::edit
