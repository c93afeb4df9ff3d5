// From the runs of a paragraph to shaped text and lines, with what each stretch carries onto the page.
#pragma once

#include <set>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include <bichig/base/diagnostics.h>
#include <bichig/document/model.h>
#include <bichig/font/catalogue.h>
#include <bichig/layout/lines.h>
#include <bichig/paginate/paginate.h>
#include <bichig/shape/shaper.h>
#include <bichig/text/analysis.h>

#include "paginate/internal/fragment.h"

namespace bichig::paginate::internal {

/// A paragraph that was shaped and broken into lines.
struct SetText {
    std::u16string text;
    text::Analysis analysis;
    std::vector<shape::Span> spans;
    std::vector<layout::SpanMarks> marks;      ///< one for each span
    std::vector<std::uint32_t> run_of_span;    ///< index of the document's run each span came from
    std::vector<layout::InlineObject> objects; ///< images in lines
    layout::WritingMode mode = layout::WritingMode::vertical_lr;
    shape::ShapedText shaped;
    layout::Lines lines;
    Length size;
    Length pitch;  ///< from line to line
};

/// Which box a text is set in. Indents are lengths from the edges of the flow.
struct Box {
    Length measure;
    Length start;  ///< indent of the box on the inline axis, before the paragraph's own
    bool first_line_indent = true;
};

/// Sets the text of paragraphs with the fonts of one catalogue. Scratch.
class TextSetter {
public:
    TextSetter(const font::Catalogue& catalogue, const document::Document& document, Diagnostics& diagnostics,
               const Options& options);

    /// Shapes `runs`; no lines yet.
    SetText shape(const std::vector<document::Run>& runs, const document::ParagraphStyle& style,
                  const document::Section& section);
    /// Breaks and justifies.
    void set_lines(SetText& set, const document::ParagraphStyle& style, const Box& box,
                   document::Alignment alignment) const;
    /// Sets `text` as one line of a page number: horizontal, digits in the Han face.
    SetText shape_number(const std::u16string& text, const document::PageNumberStyle& style);

    /// Sets `text` as one line of `measure` for a margin, along the lines of `section`; of a longer one what fits.
    SetText set_margin_line(const std::u16string& text, const document::RunningHead& style,
                            const document::Section& section, Length measure);

    /// So many notes were set with it: they are named by their number.
    std::uint32_t notes = 0;

private:
    shape::FontSet fonts(const document::TextStyle& text, const document::ParagraphStyle& style) const;
    font::Font mongolian(const document::TextStyle& text, const document::ParagraphStyle& style) const;
    /// Asks the catalogue for faces of characters that no face of a role has.
    void find_others(const SetText& set);
    /// Says once of each face what is wrong with how it was used.
    void report_faces(const SetText& set);
    void report(const SetText& set, const shape::Run& run, Diagnostic found);
    /// The object for the image of `run`, which stands at `index` and is no larger than the type area.
    void add_image(SetText& set, const document::Run& run, TextIndex index, const document::ParagraphStyle& style,
                   const document::Section& section) const;
    void add_spans(SetText& set, const document::Run& run, std::uint32_t index, TextIndex begin, TextIndex end,
                   const document::ParagraphStyle& style, const document::Section& section) const;

    const font::Catalogue& catalogue_;
    const document::Document& document_;
    Diagnostics& diagnostics_;
    std::vector<font::Font> others_;                                  ///< faces beside those of roles
    std::unordered_set<char32_t> looked_for_;                         ///< characters that others_ was asked for
    std::set<std::pair<std::string, std::uintptr_t>> reported_;       ///< by diagnostic and face
    std::vector<shape::UnitMap> maps_;  ///< of faces whose words the written-unit engine may join
    shape::Shaper shaper_;
};

/// Width of the widest line and of the widest part that cannot be broken.
struct ContentWidths {
    Length widest_line;
    Length widest_part;
};
ContentWidths content_widths(const SetText& set);

}  // namespace bichig::paginate::internal
