// What `bichig layout` lays out: a sheet of paragraphs, read from JSON or made of plain text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/result.h>
#include <bichig/font/catalogue.h>
#include <bichig/layout/lines.h>
#include <bichig/shape/shaper.h>

namespace bichig::cli {

/// How a stretch of a sheet's text looks. Value.
struct SheetStyle {
    Length size = Length::points(16);
    unsigned weight = font::regular_weight;
    font::Role mongolian = font::Role::mongolian;
    font::Role han = font::Role::han_song;
    std::string language;
    page::Colour colour;
    unsigned combine_digits = 2;
    double han_scale = 1.0;
    layout::Decorations decorations{};
    bool raised = false;  ///< `size` is that of the text around it
};

/// Text in lines of its own, which stand in a line as one object. Value.
struct SheetBlock {
    std::u16string text;
    Length measure;
    layout::WritingMode mode = layout::WritingMode::vertical_lr;
};

/// A stretch of text in one style, or an object, whose text is U+FFFC. Value.
struct SheetSpan {
    std::u16string text;
    SheetStyle style;
    std::optional<layout::InlineObject> image{};
    std::optional<SheetBlock> block{};
};

/// A paragraph of a sheet. Value.
struct SheetParagraph {
    std::vector<SheetSpan> spans;
    layout::ParagraphOptions options;  ///< without a measure: that is the sheet's
    Length space_before;
    Length space_after;
    Place where;                       ///< in the file it was read from
};

/// What stands around the text. Value.
struct SheetFrame {
    PhysicalSize size;
    Length margin = Length::points(12);
    layout::WritingMode mode = layout::WritingMode::vertical_lr;
};

/// A sheet. Value.
struct Sheet {
    SheetFrame frame;
    std::vector<SheetParagraph> paragraphs;
};

/// Reads a sheet as data/schema/sheet.schema.json describes it, and its images, which lie in the folder of `name` or
/// below it. Errors: invalid_input, with line, column and JSON pointer.
Result<Sheet> read_sheet(std::string bytes, const std::string& name);

/// Makes a sheet of plain text, a line a paragraph, each like `like`.
std::vector<SheetParagraph> plain_paragraphs(std::u16string_view text, const std::string& name,
                                             const SheetStyle& style, const SheetParagraph& like);

/// The faces of a style.
shape::FontSet faces_of(const SheetStyle& style, const font::Catalogue& catalogue);

/// The length that `text` names ("120pt", "40mm"). Errors: invalid_input.
Result<Length> length_named(const std::string& text);

}  // namespace bichig::cli
