// The content stream of a page: text, boxes, strokes and images inside the marked content that tags them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include <bichig/base/diagnostics.h>
#include <bichig/base/result.h>
#include <bichig/page/page.h>

#include "format/pdf/internal/font_codes.h"
#include "format/pdf/internal/images.h"
#include "format/pdf/internal/structure.h"
#include "format/pdf/internal/text_plan.h"

namespace bichig::format::pdf {

/// Builds one content stream after the other. Scratch.
class ContentWriter {
public:
    ContentWriter(File& file, FontStore& fonts, ImageStore& images, StructureTree& structure, ColourSpaces spaces,
                  Diagnostics& diagnostics);

    /// Draws `page`, whose elements have begun. Errors: those of images.
    Result<void> draw(const page::Page& page);
    /// The content stream of the page drawn last.
    const std::string& content() const { return out_; }
    /// The entries of the resource dictionary of that page.
    std::string resources() const;
    /// Whether that page needs a blending colour space.
    bool transparent() const { return transparent_; }

private:
    /// What a stretch of content is marked as.
    struct Mark {
        page::ElementId element = page::artifact;
        std::string_view language;
        bool operator==(const Mark&) const = default;
    };
    enum class Open : std::uint8_t { nothing, mark, span };

    void start();
    void enter_text();
    void leave_text();
    void open_mark(const Mark& mark);
    void open_span(const Mark& mark, std::u16string_view text);
    void close_mark();
    page::ElementId known(page::ElementId id) const { return structure_.is_open(id) ? id : page::artifact; }

    void draw_run(const std::vector<page::Item>& items, std::size_t number);
    bool plan_joined(const std::vector<page::Item>& items, std::size_t index, bool opens, TextPlan& plan);
    std::u16string joined_text(const std::vector<page::Item>& items, std::size_t index);
    void draw_missing(const page::MissingBox& box);
    void draw_stroke(const page::Stroke& stroke);
    void draw_wave(const page::Wave& wave);
    Result<void> draw_image(const page::ImageBox& box);
    Result<void> draw_glyph_image(const page::GlyphImage& image);
    /// Shows `image` in `box`, inside the mark that is open.
    void show_image(const PhysicalRect& box, const page::ImageData& data, const ImageObject& image);
    /// Text for readers alone: an unseen glyph of `carrier` that fills `box` along the line.
    void show_unseen(std::u16string_view text, const font::Font& carrier, Length size, page::Orientation orientation,
                     const PhysicalRect& box);
    /// Lets text be drawn with a stroke along its outlines, or ends that.
    void start_bold(const page::GlyphRun& run);
    void end_bold();

    void set_fill(page::Colour colour);
    void set_stroke(page::Colour colour);
    void set_font(FontCodes& codes, std::uint16_t part, WritingMode mode, Length size);
    void colour_operands(page::Colour colour, bool stroke);
    void matrix(page::Orientation orientation, double x, double y);
    void note_text(std::u16string_view text);

    /// The pen within a run: where readers think it is.
    struct Pen;
    void show(const page::GlyphRun& run, FontCodes& codes, const TextPiece& piece, Pen& pen);
    void move_pen(const page::GlyphRun& run, const PlannedGlyph& glyph, Pen& pen);
    void flush_codes(bool end);
    void append_code(std::uint16_t value);

    File& file_;
    FontStore& fonts_;
    ImageStore& images_;
    StructureTree& structure_;
    ColourSpaces spaces_;
    Diagnostics& diagnostics_;

    std::string out_;
    double page_height_ = 0;
    bool transparent_ = false;
    bool in_text_ = false;
    Open open_ = Open::nothing;
    bool opened_in_text_ = false;
    bool span_in_artifact_ = false;
    Mark mark_;
    std::uint32_t font_ = 0;  ///< resource number of the font in force
    Length size_;
    bool fill_set_ = false;
    bool stroke_set_ = false;
    page::Colour fill_;
    page::Colour stroke_;
    bool array_open_ = false;
    bool string_open_ = false;
    std::map<std::uint32_t, ObjectNumber> used_fonts_;
    std::map<ObjectNumber, std::uint32_t> used_images_;
    TextPlan plan_;
    TextPlan next_plan_;
    bool joined_ = false;  ///< the span that is open holds the first word of the next run
};

}  // namespace bichig::format::pdf
