// Which legacy encoding a text is in, and when not to guess.
//
// Codes alone do not tell vendors apart; how words are built does: in Menksoft text every word ends with a code that
// draws a final form. A text too short to show this, or one whose words do not, is refused.
#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>

#include <bichig/script/legacy.h>

#include "script/legacy/ink.h"
#include "script/legacy/menksoft.h"
#include "script/legacy/z52.h"

namespace bichig::script {

namespace {

using Kind = LegacyDetection::Kind;

constexpr std::size_t few_words = 3;

/// What was counted of a text.
struct Counts {
    std::size_t menksoft_words = 0;
    std::size_t menksoft_whole = 0;  ///< those that end with a final form
    std::size_t z52_words = 0;
    std::size_t z52_whole = 0;
    std::size_t hudum_and_todo = 0;  ///< U+1820–184E: letters that Z52 does not use
    std::size_t saiyin = 0;          ///< U+E350–E353: codes of Saiyin that Menksoft does not have
    std::size_t boljoo = 0;          ///< U+E610–E7BD
    std::size_t other_private = 0;   ///< other codes of the range that vendors use
};

Counts count(std::u16string_view text) {
    Counts counts;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char16_t c = text[i];
        const bool last = i + 1 == text.size();
        if (const generated::Glyph* glyph = menksoft_glyph(c)) {
            if (!last && menksoft_glyph(text[i + 1])) continue;
            ++counts.menksoft_words;
            const bool joined = !last && (text[i + 1] == u'\uE23E' || text[i + 1] == u'\u200D');
            if (joined || ends_word(glyph->ink[glyph->size - 1u])) ++counts.menksoft_whole;
        } else if (is_z52_letter(c)) {
            if (!last && is_z52_letter(text[i + 1])) continue;
            ++counts.z52_words;
            if (ends_z52_word(c)) ++counts.z52_whole;
        } else if (c >= 0x1820 && c < 0x184F) {
            ++counts.hudum_and_todo;
        } else if (c >= 0xE350 && c < 0xE354) {
            ++counts.saiyin;
        } else if (c >= 0xE610 && c < 0xE7BE) {
            ++counts.boljoo;
        } else if (c >= 0xE000 && c < 0xE234) {
            ++counts.other_private;
        }
    }
    return counts;
}

double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// What the name of a font says.
struct FontName {
    std::string_view part;
    Kind kind;
    Legacy legacy;
    std::string_view reason;
};

constexpr std::array<FontName, 12> fonts{{
    {"z52", Kind::legacy, Legacy::z52, "the font is one of Z52"},
    {"menksoft", Kind::legacy, Legacy::menksoft, "the font is one of Menksoft"},
    {"\xE8\x92\x99\xE7\xA7\x91\xE7\xAB\x8B", Kind::legacy, Legacy::menksoft, "the font is one of Menksoft"},
    {"menk", Kind::legacy, Legacy::menksoft, "the font is one of Menksoft"},
    {"delehi", Kind::legacy, Legacy::delehi, "the font is one of Delehi"},
    {"\xE5\xBE\xB7\xE5\x8A\x9B\xE6\xB5\xB7", Kind::legacy, Legacy::delehi, "the font is one of Delehi"},
    {"saiyin", Kind::refused, Legacy::menksoft, "the font is one of Saiyin, whose codes have no public table"},
    {"sayin", Kind::refused, Legacy::menksoft, "the font is one of Saiyin, whose codes have no public table"},
    {"\xE8\xB5\x9B\xE9\x9F\xB3", Kind::refused, Legacy::menksoft,
     "the font is one of Saiyin, whose codes have no public table"},
    {"boljoo", Kind::refused, Legacy::menksoft, "the font is one of Boljoo, whose codes have no public table"},
    {"oyun", Kind::refused, Legacy::menksoft, "the font is one of Oyun, whose codes have no public table"},
    {"zvvnmod", Kind::refused, Legacy::menksoft, "the font is one of ZVVNMOD, which is not converted"},
}};

const FontName* font_named(std::string_view hint) {
    std::string small(hint);
    std::transform(small.begin(), small.end(), small.begin(), [](unsigned char c) { return std::tolower(c); });
    const auto found = std::find_if(fonts.begin(), fonts.end(), [&](const FontName& font) {
        return small.find(font.part) != std::string::npos;
    });
    return found == fonts.end() ? nullptr : &*found;
}

LegacyDetection by_font(const FontName& font, const Counts& counts) {
    if (font.kind == Kind::refused) return {Kind::refused, font.legacy, 0, font.reason};
    Legacy legacy = font.legacy;
    if (legacy == Legacy::menksoft && counts.menksoft_words == 0) {
        if (counts.hudum_and_todo == 0) return {Kind::unicode, legacy, 0.9, "no glyph codes and no Hudum letters"};
        legacy = Legacy::menksoft_letter;
    }
    if (legacy == Legacy::z52 && counts.z52_words == 0) return {Kind::unicode, legacy, 0.9, "no codes of Z52"};
    return {Kind::legacy, legacy, 0.95, font.reason};
}

LegacyDetection by_private_codes(const Counts& counts) {
    if (counts.saiyin > 0) {
        return {Kind::refused, Legacy::menksoft, 0, "private codes that Menksoft does not have: perhaps Saiyin"};
    }
    if (counts.boljoo > 0) {
        return {Kind::refused, Legacy::menksoft, 0,
                "private codes in U+E610–E7BD: perhaps Boljoo, or characters of GB 18030"};
    }
    if (counts.other_private > 0) {
        return {Kind::refused, Legacy::menksoft, 0, "private codes below U+E234, which Menksoft does not have"};
    }
    if (counts.z52_words > counts.menksoft_words) {
        return {Kind::refused, Legacy::menksoft, 0, "glyph codes of Menksoft and codes that Z52 uses"};
    }
    const double whole = share(counts.menksoft_whole, counts.menksoft_words);
    if (whole < 0.8) {
        return {Kind::refused, Legacy::menksoft, 0, "these private codes make no Menksoft words: perhaps Saiyin"};
    }
    if (counts.menksoft_words < few_words) {
        return {Kind::refused, Legacy::menksoft, 0.5, "too few words to tell Menksoft from Saiyin"};
    }
    return {Kind::legacy, Legacy::menksoft, whole < 0.95 ? 0.8 : 0.95, "private codes that make Menksoft words"};
}

}  // namespace

LegacyDetection detect_legacy(std::u16string_view text, std::string_view font_hint) {
    const Counts counts = count(text);
    if (const FontName* font = font_hint.empty() ? nullptr : font_named(font_hint)) return by_font(*font, counts);
    const bool vendors = counts.saiyin + counts.boljoo + counts.other_private > 0;
    if (vendors || counts.menksoft_words > 0) return by_private_codes(counts);
    if (counts.z52_words == 0) return {Kind::unicode, Legacy::z52, 1, "no glyph codes"};
    if (counts.hudum_and_todo > 0) {
        return {Kind::unicode, Legacy::z52, 0.9, "letters that Z52 does not use stand in the text"};
    }
    const double whole = share(counts.z52_whole, counts.z52_words);
    if (whole < 0.5) return {Kind::unicode, Legacy::z52, 0.8, "letters of Sibe or Manchu that make no words of Z52"};
    if (whole < 0.9 || counts.z52_words < few_words) {
        return {Kind::refused, Legacy::z52, 0.5, "Z52, or Sibe or Manchu in Unicode: the text does not tell"};
    }
    return {Kind::legacy, Legacy::z52, 0.9, "letters of other systems that make words of Z52 alone"};
}

}  // namespace bichig::script
