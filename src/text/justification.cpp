// Which characters give or take space when a line is justified.
#include <unicode/uscript.h>

#include <bichig/text/analysis.h>

#include <text/characters.h>

namespace bichig::text {

bool is_stretchable_space(char32_t character) {
    return character == 0x20 || character == 0xA0 || character == 0x202F;
}

bool is_han_like(char32_t character) {
    if (is_plain_ideograph(character)) return true;
    if (character < 0x1100 || character == 0x3000) return false;
    if (is_cjk_mark_or_form(character)) return true;
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(static_cast<UChar32>(character), &status)) {
        case USCRIPT_HAN:
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
        case USCRIPT_KATAKANA_OR_HIRAGANA:
        case USCRIPT_BOPOMOFO:
        case USCRIPT_HANGUL:
            return true;
        case USCRIPT_COMMON:  // the kana length mark, squared abbreviations; but no emoji
            return is_east_asian(character) &&
                   !u_hasBinaryProperty(static_cast<UChar32>(character), UCHAR_EMOJI_PRESENTATION);
        default:
            return false;
    }
}

Squeeze squeeze_side(char32_t character, bool vertical_line) {
    switch (character) {
        case 0x2018: case 0x201C: case 0x3008: case 0x300A: case 0x300C: case 0x300E: case 0x3010: case 0x3014:
        case 0x3016: case 0x3018: case 0x301A: case 0x301D: case 0xFF08: case 0xFF3B: case 0xFF5B: case 0xFF5F:
            return Squeeze::start;
        case 0x2019: case 0x201D: case 0x3001: case 0x3002: case 0x3009: case 0x300B: case 0x300D: case 0x300F:
        case 0x3011: case 0x3015: case 0x3017: case 0x3019: case 0x301B: case 0x301E: case 0x301F: case 0xFF09:
        case 0xFF0C: case 0xFF0E: case 0xFF3D: case 0xFF5D: case 0xFF60:
            return Squeeze::end;
        case 0xFF01: case 0xFF1A: case 0xFF1B: case 0xFF1F:
            return vertical_line ? Squeeze::both : Squeeze::end;
        case 0x00B7: case 0x30FB:
            return Squeeze::both;
        default:
            return Squeeze::none;
    }
}

}  // namespace bichig::text
