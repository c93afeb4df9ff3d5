// Finds the numbers that stand upright in vertical lines, and sets their digits side by side.
#include "shape/internal/numbers.h"

#include <algorithm>
#include <cmath>

#include <bichig/base/utf.h>
#include <bichig/script/properties.h>

#include "font/internal/face.h"

namespace bichig::shape::internal {

namespace {

constexpr double widest = 1.1;  // ems: so little beyond its em, a number stays as drawn

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

char32_t character_before(std::u16string_view text, TextIndex index) {
    if (index == 0) return 0;
    const char16_t unit = text[index - 1];
    const bool pair = unit >= 0xDC00 && unit < 0xE000 && index >= 2;
    return code_point_at(text, pair ? index - 2 : index - 1).value;
}

char32_t character_at(std::u16string_view text, TextIndex index) {
    return index < text.size() ? code_point_at(text, index).value : 0;
}

/// Marks that end a sentence or a clause, but stand inside a number before another digit.
bool is_mark_of_numbers(char32_t c) { return c == U'.' || c == U',' || c == U':' || c == U'\'' || c == 0xB7; }

/// Characters that may stand beside a number that is a word by itself.
bool may_touch(char32_t c) {
    if (c < 0x80) {
        constexpr std::u32string_view allowed = U"\"'()[]{};!?";
        return c <= U' ' || allowed.find(c) != std::u32string_view::npos;
    }
    if (c == 0x180E || c == 0x202F) return true;
    if (c >= 0x1800 && c <= 0x18AF) return c <= 0x180A && c != 0x1806 && c != 0x180A;
    if (c >= 0x2000 && c <= 0x206F) {
        const bool space = c <= 0x200B || c == 0x2028 || c == 0x2029 || c == 0x205F;
        const bool quotation = c >= 0x2018 && c <= 0x201F;
        return space || quotation || c == 0x2026 || c == 0x203C || (c >= 0x2047 && c <= 0x2049);
    }
    return c == 0x85 || c == 0xA0 || c == 0xAB || c == 0xBB || (c >= 0x2E80 && c < 0xFE00 && c != 0x30FC) ||
           (c >= 0xFE30 && c < 0xFF0E && c != 0xFF0B && c != 0xFF0D) || (c >= 0x20000 && c < 0x40000) ||
           (c >= 0xFF1A && c <= 0xFF1F && c != 0xFF1D) || (c >= 0xFF3B && c <= 0xFF3D) ||
           (c >= 0xFF5B && c <= 0xFF65);
}

hb_tag_t narrow_form(std::size_t digits) {
    switch (digits) {
        case 2: return HB_TAG('h', 'w', 'i', 'd');
        case 3: return HB_TAG('t', 'w', 'i', 'd');
        default: return HB_TAG('q', 'w', 'i', 'd');
    }
}

/// Shapes the digits in a horizontal row; its width.
std::int64_t shape_row(hb_buffer_t* buffer, std::u16string_view digits, const font::Font& font, hb_tag_t form) {
    hb_buffer_clear_contents(buffer);
    const auto size = static_cast<int>(digits.size());
    hb_buffer_add_utf16(buffer, reinterpret_cast<const std::uint16_t*>(digits.data()), size, 0, size);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_LATIN);
    hb_buffer_set_language(buffer, HB_LANGUAGE_INVALID);
    const hb_feature_t feature{form, 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    hb_shape(font.data().font.get(), buffer, &feature, form != 0 ? 1 : 0);
    unsigned count = 0;
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
    std::int64_t width = 0;
    for (unsigned i = 0; i < count; ++i) width += positions[i].x_advance;
    return width;
}

}  // namespace

TextIndex upright_number_end(std::u16string_view text, TextIndex begin, TextRange span, text::Script script,
                             unsigned most_digits, bool apart) {
    if (most_digits == 0 || !is_digit(text[begin])) return begin;
    if (script != text::mongolian && script != text::han && script != text::common) return begin;
    TextIndex stop = begin;
    const TextIndex limit = apart ? span.end : static_cast<TextIndex>(text.size());
    while (stop < limit && is_digit(text[stop])) ++stop;
    if (stop > span.end || stop - begin > most_digits) return begin;
    const char32_t before = character_before(text, begin);
    const char32_t after = character_at(text, stop);
    const bool number_before = is_mark_of_numbers(before) && is_digit(character_before(text, begin - 1));
    const bool number_after = is_mark_of_numbers(after) && is_digit(character_at(text, stop + 1));
    if (number_before || number_after) return begin;
    const bool from_outside = begin == span.begin && (apart || !is_digit(before));
    const bool to_outside = stop == span.end;
    const bool alone = (from_outside || may_touch(before) || is_mark_of_numbers(before)) &&
                       (to_outside || may_touch(after) || is_mark_of_numbers(after));
    return alone ? stop : begin;
}

double shape_upright_number(hb_buffer_t* buffer, std::u16string_view digits, const font::Font& font,
                            std::vector<Glyph>& out) {
    const font::Metrics& metrics = font.metrics();
    const std::int64_t em = metrics.units_per_em.count();
    const auto room = static_cast<std::int64_t>(static_cast<double>(em) * widest);
    std::int64_t width = shape_row(buffer, digits, font, 0);
    if (width > room && digits.size() > 1) {
        const std::int64_t narrow = shape_row(buffer, digits, font, narrow_form(digits.size()));
        if (narrow > 0 && narrow < width) {
            width = narrow;
        } else {
            width = shape_row(buffer, digits, font, 0);
        }
    }
    const double scale = width > room ? static_cast<double>(em) / static_cast<double>(width) : 1.0;
    // Digits are centred by the height of a nought: fonts differ in where figures stand in the em.
    const font::Ink nought = font.ink(font.glyph(U'0'));
    const std::int64_t middle = (nought.top.count() + nought.bottom.count()) / 2;
    const auto cell = static_cast<std::int64_t>(std::llround(static_cast<double>(em) / scale));
    const FontUnits down{metrics.central_baseline.count() - middle - (cell - em) / 2};
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, nullptr);
    std::int64_t pen = -width / 2;
    for (unsigned i = 0; i < count; ++i) {
        Glyph glyph;
        glyph.id = infos[i].codepoint;
        // An upright glyph is centred on the axis by its own advance.
        glyph.shift_x = FontUnits{pen + font.advance(glyph.id).count() / 2 + positions[i].x_offset};
        glyph.shift_y = down + FontUnits{positions[i].y_offset};
        if (i + 1 == count) glyph.advance = FontUnits{cell};
        pen += positions[i].x_advance;
        out.push_back(glyph);
    }
    return scale;
}

}  // namespace bichig::shape::internal
