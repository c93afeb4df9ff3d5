// Why a code stands for a pair and not for a glyph: in Mongolian the same glyph is drawn for different letters, and
// variation selectors and vowel separators change a form without a glyph of their own. A ToUnicode map by glyph could
// give back only one of these texts; a map by pair gives back each.
#include "format/pdf/internal/font_codes.h"

#include <cmath>

#include <hb.h>

#include "font/internal/face.h"

namespace bichig::format::pdf {

namespace {

constexpr std::uint64_t empty_slot = ~std::uint64_t{0};

/// The byte values that need no escape in a literal string: all but CR, the parentheses and the backslash.
std::array<std::uint8_t, 252> plain_bytes() {
    std::array<std::uint8_t, 252> bytes{};
    std::size_t count = 0;
    for (unsigned value = 0; value < 256; ++value) {
        if (value == '\r' || value == '(' || value == ')' || value == '\\') continue;
        bytes[count++] = static_cast<std::uint8_t>(value);
    }
    return bytes;
}

std::size_t spread(std::uint64_t key) {
    key *= 0x9E3779B97F4A7C15u;
    return key ^ key >> 32;
}

}  // namespace

std::uint16_t code_value(std::uint32_t index_in_part) {
    static const std::array<std::uint8_t, 252> bytes = plain_bytes();
    return static_cast<std::uint16_t>(bytes[index_in_part / 252] << 8 | bytes[index_in_part % 252]);
}

FontCodes::FontCodes(font::Font font) : font_{std::move(font)}, slots_(1024, Slot{empty_slot, 0}) {}

std::uint32_t FontCodes::text_number(std::u16string_view text) {
    if (text.size() == 1) return text[0];
    const auto found = long_texts_.find(text);
    if (found != long_texts_.end()) return found->second;
    const auto number = static_cast<std::uint32_t>(0x10000 + long_texts_.size());
    long_texts_.emplace(text, number);
    return number;
}

Code FontCodes::code(font::GlyphId glyph, std::u16string_view text) {
    const std::uint64_t key = std::uint64_t{glyph} << 32 | text_number(text);
    const std::size_t mask = slots_.size() - 1;
    std::size_t place = spread(key) & mask;
    while (slots_[place].key != key) {
        if (slots_[place].key == empty_slot) {
            slots_[place] = {key, static_cast<std::uint32_t>(pairs_.size())};
            pairs_.push_back({glyph, std::u16string{text}});
            if (pairs_.size() * 2 > slots_.size()) {
                grow();
                return code(glyph, text);
            }
            break;
        }
        place = (place + 1) & mask;
    }
    const std::uint32_t index = slots_[place].index;
    return {code_value(index % codes_per_part), static_cast<std::uint16_t>(index / codes_per_part)};
}

void FontCodes::grow() {
    std::vector<Slot> old(slots_.size() * 2, Slot{empty_slot, 0});
    old.swap(slots_);
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
        if (slot.key == empty_slot) continue;
        std::size_t place = spread(slot.key) & mask;
        while (slots_[place].key != empty_slot) place = (place + 1) & mask;
        slots_[place] = slot;
    }
}

int FontCodes::width(font::GlyphId glyph) {
    if (glyph >= font_.glyph_count()) return 0;
    if (glyph >= widths_.size()) widths_.resize(glyph + 1, -1);
    std::int32_t& width = widths_[glyph];
    if (width < 0) {
        const auto em = static_cast<double>(font_.metrics().units_per_em.count());
        width = static_cast<std::int32_t>(std::lround(static_cast<double>(font_.advance(glyph).count()) * 1000 / em));
    }
    return width;
}

bool FontCodes::blank(font::GlyphId glyph) const {
    hb_glyph_extents_t extents{};
    return hb_font_get_glyph_extents(font_.data().font.get(), glyph, &extents) == 0 ||
           (extents.width == 0 && extents.height == 0);
}

font::GlyphId FontCodes::carrier() const {
    const font::GlyphId space = font_.glyph(U' ');
    return space != 0 ? space : 1;
}

font::GlyphId FontCodes::inked_carrier() {
    for (const char32_t character : {U'n', U'\u1820', U'\u4E00'}) {
        if (const font::GlyphId glyph = font_.glyph(character); glyph != 0) return glyph;
    }
    for (font::GlyphId glyph = 1; glyph < 64; ++glyph) {
        if (!blank(glyph) && width(glyph) > 0) return glyph;
    }
    return carrier();
}

FontCodes& FontStore::use(const font::Font& font) {
    if (last_ != nullptr && last_->font().identity() == font.identity()) return *last_;
    for (const auto& codes : all_) {
        if (codes->font().identity() == font.identity()) return *(last_ = codes.get());
    }
    all_.push_back(std::make_unique<FontCodes>(font));
    return *(last_ = all_.back().get());
}

const Type0& FontStore::type0(FontCodes& codes, std::uint16_t part, WritingMode mode, File& file) {
    if (part >= codes.type0().size()) codes.type0().resize(part + 1u);
    Type0& font = codes.type0()[part][mode == WritingMode::vertical ? 1 : 0];
    if (font.resource == 0) font = {file.allocate(), ++resources_};
    return font;
}

}  // namespace bichig::format::pdf
