// The content codes of the fonts of a document: one code for each pair of a glyph and the text it stands for.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <bichig/font/font.h>

#include "format/pdf/internal/file.h"

namespace bichig::format::pdf {

/// The two ways in which a Type0 font advances (ISO 32000-1, 9.7.4.3): WMode 0 and 1.
enum class WritingMode : std::uint8_t { horizontal, vertical };

/// Two bytes of a content string, and the part of the face's codes that they belong to.
struct Code {
    std::uint16_t value = 0;
    std::uint16_t part = 0;
};

/// A pair of glyph and text, in the order of the codes.
struct CodedGlyph {
    font::GlyphId glyph = 0;
    std::u16string text;
};

/// A Type0 font object: one part of the codes of a face in one writing mode.
struct Type0 {
    ObjectNumber object = 0;
    std::uint32_t resource = 0;  ///< F1, F2, … in the resources of pages; 0 if never used
};

/// No byte of a code is one that a literal string would have to escape, so strings are written as they are.
inline constexpr std::uint32_t codes_per_part = 252 * 252;
std::uint16_t code_value(std::uint32_t index_in_part);

/// The codes of one face. Scratch.
class FontCodes {
public:
    explicit FontCodes(font::Font font);

    const font::Font& font() const { return font_; }
    /// The code for `glyph` standing for `text`, which is not empty.
    Code code(font::GlyphId glyph, std::u16string_view text);
    /// The advance of `glyph` in thousandths of the em, rounded as it is written: some readers take whole numbers only.
    int width(font::GlyphId glyph);
    /// Whether `glyph` draws nothing.
    bool blank(font::GlyphId glyph) const;
    /// A glyph to carry text that is not to be seen: that of the space where there is one.
    font::GlyphId carrier() const;
    /// A glyph with ink to carry text in invisible rendering: PDFium passes over text whose glyphs have no extent.
    font::GlyphId inked_carrier();

    const std::vector<CodedGlyph>& pairs() const { return pairs_; }
    /// The Type0 fonts by part, each in both writing modes.
    std::vector<std::array<Type0, 2>>& type0() { return type0_; }

private:
    std::uint32_t text_number(std::u16string_view text);
    void grow();

    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::u16string_view text) const { return std::hash<std::u16string_view>{}(text); }
    };

    font::Font font_;
    std::vector<CodedGlyph> pairs_;
    std::vector<std::array<Type0, 2>> type0_;
    std::vector<std::int32_t> widths_;  ///< by glyph; negative where not yet asked
    std::unordered_map<std::u16string, std::uint32_t, TextHash, std::equal_to<>> long_texts_;
    struct Slot {
        std::uint64_t key;
        std::uint32_t index;
    };
    std::vector<Slot> slots_;  ///< open addressing; the size is a power of two
};

/// All faces of a document. Scratch.
class FontStore {
public:
    /// The codes of `font`, made on its first use.
    FontCodes& use(const font::Font& font);
    /// The Type0 font for a code, made on its first use.
    const Type0& type0(FontCodes& codes, std::uint16_t part, WritingMode mode, File& file);

    const std::vector<std::unique_ptr<FontCodes>>& all() const { return all_; }

private:
    std::vector<std::unique_ptr<FontCodes>> all_;
    FontCodes* last_ = nullptr;
    std::uint32_t resources_ = 0;
};

}  // namespace bichig::format::pdf
