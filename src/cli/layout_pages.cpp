// Fills pages with the lines of a sheet, one paragraph after the other.
#include "cli/internal/layout_pages.h"

#include <algorithm>
#include <utility>

#include <bichig/base/utf.h>
#include <bichig/shape/shaper.h>

namespace bichig::cli {

namespace {

/// The room inside the margins, on logical axes.
LogicalSize room_of(const SheetFrame& frame) {
    const Length width = frame.size.width - frame.margin - frame.margin;
    const Length height = frame.size.height - frame.margin - frame.margin;
    return frame.mode == layout::WritingMode::vertical_lr ? LogicalSize{height, width} : LogicalSize{width, height};
}

class Filler {
public:
    Filler(const Sheet& sheet, const font::Catalogue& catalogue, Diagnostics& diagnostics)
        : sheet_{sheet}, catalogue_{catalogue}, diagnostics_{diagnostics}, room_{room_of(sheet.frame)} {}

    SetSheet run() {
        made_.frame = sheet_.frame;
        turn_page();
        for (const SheetParagraph& paragraph : sheet_.paragraphs) add(paragraph);
        return std::move(made_);
    }

private:
    void turn_page() {
        made_.pages.emplace_back();
        made_.pages.back().page.size = sheet_.frame.size;
        block_ = {};
    }

    void add(const SheetParagraph& from) {
        layout::ParagraphOptions options = from.options;
        options.measure = room_.inline_;
        std::u16string text;
        std::vector<shape::Span> spans;
        std::vector<layout::SpanMarks> marks;
        for (const SheetSpan& span : from.spans) {
            const auto begin = static_cast<TextIndex>(text.size());
            text += span.text;
            const Length size = span.style.raised ? span.style.size.scaled(layout::raised_size) : span.style.size;
            spans.push_back({{begin, static_cast<TextIndex>(text.size())}, faces_of(span.style, catalogue_),
                             size, span.style.language, span.style.combine_digits, span.style.han_scale});
            layout::SpanMarks mark;
            mark.colour = span.style.colour;
            mark.language = span.style.language;
            mark.decorations = span.style.decorations;
            mark.raised = span.style.raised;
            add_object(span, begin, mark, options.objects);
            marks.push_back(std::move(mark));
        }
        made_.paragraphs.push_back(
            layout::lay_out_paragraph(std::move(text), std::move(spans), options, sheet_.frame.mode, shaper_));
        report(made_.paragraphs.back(), from);
        if (block_ != Length{}) block_ += from.space_before;
        for (std::size_t line = 0; line < made_.paragraphs.back().lines.lines.size(); ++line) add_line(line, marks);
        block_ += from.space_after;
    }

    /// The object that the character of a span stands for, if it is one. Images are figures of the page that is open.
    void add_object(const SheetSpan& span, TextIndex index, const layout::SpanMarks& marks,
                    std::vector<layout::InlineObject>& objects) {
        if (span.image) {
            layout::InlineObject image = *span.image;
            image.index = index;
            image.element = ++elements_;
            page::Element element;
            element.id = image.element;
            element.role = page::ElementRole::figure;
            element.alternative_text = image.alternative_text;
            made_.pages.back().page.begun.push_back(element);
            objects.push_back(std::move(image));
        } else if (span.block) {
            layout::ParagraphOptions options;
            options.measure = span.block->measure;
            options.alignment = layout::Alignment::start;
            const auto size = static_cast<TextIndex>(span.block->text.size());
            objects.push_back(layout::inline_block(
                index, layout::lay_out_paragraph(span.block->text,
                                                 {{{0, size}, faces_of(span.style, catalogue_), span.style.size,
                                                   span.style.language, span.style.combine_digits,
                                                   span.style.han_scale}},
                                                 options, span.block->mode, shaper_),
                {marks}));
        }
    }

    void add_line(std::size_t line, const std::vector<layout::SpanMarks>& marks) {
        const layout::Paragraph& paragraph = made_.paragraphs.back();
        if (block_ + paragraph.pitch > room_.block && !made_.pages.back().lines.empty()) turn_page();
        SetPage& page = made_.pages.back();
        const Length axis = block_ + paragraph.pitch / 2;
        const Length margin = sheet_.frame.margin;
        const std::size_t item_begin = page.page.items.size();
        Length largest;
        for (const shape::Span& span : paragraph.spans) largest = std::max(largest, span.size);
        layout::place(paragraph.text, paragraph.shaped, paragraph.lines, line, paragraph.spans, marks,
                      {{margin, margin}, {{}, axis}, sheet_.frame.mode, largest}, page.page.items);
        page.lines.push_back({made_.paragraphs.size() - 1, line, axis, item_begin, page.page.items.size()});
        block_ += paragraph.pitch;
    }

    void report(const layout::Paragraph& paragraph, const SheetParagraph& from) {
        std::u32string missing;
        for (const shape::Glyph& glyph : paragraph.shaped.glyphs) {
            const char32_t c = code_point_at(paragraph.text, glyph.cluster).value;
            if (glyph.id == 0 && c != 0xFFFC && missing.find(c) == std::u32string::npos) missing += c;
        }
        if (!missing.empty()) {
            std::string list;
            for (const char32_t c : missing.substr(0, 8)) {
                char code[16];
                std::snprintf(code, sizeof code, " U+%04X", static_cast<unsigned>(c));
                list += code;
            }
            diagnostics_.add({"missing-glyph", "no font has" + list, "boxes stand in; add a font", from.where, {}});
        }
        for (const layout::Line& line : paragraph.lines.lines) {
            if (!line.overfull) continue;
            const auto part = std::u16string_view(paragraph.text).substr(line.text.begin, line.text.size());
            diagnostics_.add({"overfull-line", "a word longer than its line was cut: '" + to_utf8(part) + "'",
                              "make the line longer or the text smaller", from.where, {}});
            break;
        }
    }

    const Sheet& sheet_;
    const font::Catalogue& catalogue_;
    Diagnostics& diagnostics_;
    LogicalSize room_;
    shape::Shaper shaper_;
    SetSheet made_;
    Length block_;
    page::ElementId elements_ = 0;
};

}  // namespace

SetSheet set_sheet(const Sheet& sheet, const font::Catalogue& catalogue, Diagnostics& diagnostics) {
    return Filler{sheet, catalogue, diagnostics}.run();
}

}  // namespace bichig::cli
