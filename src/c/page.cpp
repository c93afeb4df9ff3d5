// Calls of bichig/c/page.h: what a page holds, put into the structs of C one by one.
#include "c/internal/page.h"

#include <utility>

#include <bichig/page/image.h>
#include <bichig/page/wave.h>

#include "c/internal/document.h"
#include "c/internal/layout.h"

struct bichig_glyph_face {
    bichig::font::Font font;
};

namespace bichig::c {

namespace {

unsigned long colour_of(page::Colour colour) {
    return static_cast<unsigned long>(colour.red) << 16 | static_cast<unsigned long>(colour.green) << 8 | colour.blue;
}

const bichig_char16* units_of(const std::u16string& text) {
    return reinterpret_cast<const bichig_char16*>(text.c_str());
}

/// A text in both encodings.
class BothTexts {
public:
    explicit BothTexts(const std::u16string& text) : utf16_{text}, utf8_{to_utf8(text)}, offsets_{text} {}

    bichig_page_text shown(bichig_range source) const {
        return {utf8_.c_str(), utf8_.size(), units_of(utf16_), utf16_.size(), source};
    }
    bichig_range in_utf8(TextRange range) const { return offsets_.range(range); }

private:
    const std::u16string& utf16_;
    std::string utf8_;
    ResultOffsets<char> offsets_;
};

/// Lines and curves as parts of a path.
class PathParts final : public font::OutlineSink {
public:
    std::vector<bichig_path_part> parts;

    void move_to(double x, double y) override { parts.push_back({BICHIG_PATH_MOVE, 0, 0, 0, 0, x, y}); }
    void line_to(double x, double y) override { parts.push_back({BICHIG_PATH_LINE, 0, 0, 0, 0, x, y}); }
    void quadratic_to(double x1, double y1, double x, double y) override {
        parts.push_back({BICHIG_PATH_QUADRATIC, x1, y1, 0, 0, x, y});
    }
    void cubic_to(double x1, double y1, double x2, double y2, double x, double y) override {
        parts.push_back({BICHIG_PATH_CUBIC, x1, y1, x2, y2, x, y});
    }
    void close() override { parts.push_back({BICHIG_PATH_CLOSE, 0, 0, 0, 0, 0, 0}); }
};

/// Calls one callback, if it is there.
template <class Value>
void call(int (*callback)(void*, Value), void* user, Value value) {
    if (callback != nullptr && callback(user, value) != 0) throw Failure{BICHIG_CANCELLED, cancelled()};
}

/// Shows the items of a page.
class Show {
public:
    Show(const bichig_page_visitor& visitor, const Alternatives& alternatives, const SourceMap& source)
        : visitor_{visitor}, alternatives_{alternatives}, source_{source} {}

    void operator()(const page::GlyphRun& run) const;
    void operator()(const page::MissingBox& box) const;
    void operator()(const page::Stroke& stroke) const;
    void operator()(const page::Wave& wave) const;
    void operator()(const page::ImageBox& box) const;
    void operator()(const page::GlyphImage& image) const;

private:
    void path(const PathParts& path, double width, bool round, page::Colour colour, const std::u16string& text = {},
              const SourceRange& source = {}, page::ElementId element = page::artifact) const;
    void image(const PhysicalRect& box, const page::ImageData& data, const std::u16string& text,
               const SourceRange& source, const std::u16string& alternative, page::ElementId element) const;

    const bichig_page_visitor& visitor_;
    const Alternatives& alternatives_;
    const SourceMap& source_;
};

/// Where the outlines of a run stand: the rules of place that page::GlyphRun states.
std::vector<bichig_placed_glyph> placed_glyphs(const page::GlyphRun& run, const BothTexts& texts, double scale) {
    const font::Metrics& metrics = run.font.metrics();
    const bool sideways = run.orientation == page::Orientation::sideways;
    const bool upright = run.orientation == page::Orientation::upright;
    const double top = scale * static_cast<double>(metrics.central_baseline.count()) + run.size.in_points() / 2;
    std::vector<bichig_placed_glyph> glyphs;
    glyphs.reserve(run.glyphs.size());
    for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
        const page::PlacedGlyph& glyph = run.glyphs[i];
        const Length next = i + 1 < run.glyphs.size() ? run.glyphs[i + 1].along : run.advance;
        const double along = glyph.along.in_points();
        const double shift_x = scale * static_cast<double>(glyph.shift_x.count());
        const double shift_y = scale * static_cast<double>(glyph.shift_y.count());
        bichig_placed_glyph placed{};
        placed.id = glyph.glyph;
        placed.advance = (next - glyph.along).in_points();
        placed.utf16 = {glyph.text.begin, glyph.text.end};
        placed.utf8 = texts.in_utf8(glyph.text);
        placed.x = run.origin.x.in_points();
        placed.y = run.origin.y.in_points();
        if (upright) {
            placed.x += shift_x - scale * static_cast<double>(run.font.advance(glyph.glyph).count()) / 2;
            placed.y += along + top - shift_y;
        } else if (sideways) {
            placed.x += shift_y;
            placed.y += along + shift_x;
        } else {
            placed.x += along + shift_x;
            placed.y -= shift_y;
        }
        glyphs.push_back(placed);
    }
    return glyphs;
}

void Show::operator()(const page::GlyphRun& run) const {
    if (visitor_.glyphs == nullptr) return;
    const bichig_glyph_face face{run.font};
    const BothTexts texts{run.text};
    const auto em = static_cast<double>(run.font.metrics().units_per_em.count());
    const double scale = run.size.in_points() / em;
    const std::vector<bichig_placed_glyph> glyphs = placed_glyphs(run, texts, scale);
    bichig_glyph_run shown{};
    shown.face = &face;
    shown.face_id = static_cast<unsigned long>(run.font.identity());
    shown.face_name = run.font.postscript_name().c_str();
    shown.units_per_em = em;
    shown.font_size = run.size.in_points();
    // Turned clockwise, the font's y, which is upwards, points to the right.
    shown.matrix = run.orientation == page::Orientation::sideways ? bichig_matrix{0, scale, scale, 0, 0, 0}
                                                                  : bichig_matrix{scale, 0, 0, -scale, 0, 0};
    shown.stroke_width = run.font.synthetic_bold() ? run.size.in_points() * font::synthetic_bold_stroke : 0;
    shown.colour = colour_of(run.colour);
    shown.orientation = static_cast<bichig_orientation>(run.orientation);
    shown.x = run.origin.x.in_points();
    shown.y = run.origin.y.in_points();
    shown.advance = run.advance.in_points();
    shown.glyphs = glyphs.data();
    shown.glyph_count = glyphs.size();
    shown.text = texts.shown(source_(run.source));
    shown.joins_next = run.joins_next;
    shown.element = run.element;
    shown.language = run.language.c_str();
    call<const bichig_glyph_run*>(visitor_.glyphs, visitor_.user, &shown);
}

void Show::path(const PathParts& path, double width, bool round, page::Colour colour, const std::u16string& text,
                const SourceRange& source, page::ElementId element) const {
    const BothTexts texts{text};
    const bichig_page_path shown{path.parts.data(), path.parts.size(), width, round, colour_of(colour),
                                 texts.shown(source_(source)), element};
    call<const bichig_page_path*>(visitor_.path, visitor_.user, &shown);
}

void Show::operator()(const page::MissingBox& box) const {
    if (visitor_.path == nullptr) return;
    // As all writers have it: the line stays inside the box, so that boxes side by side stay apart.
    const bichig_rect rect = rect_of(box.box);
    const double line = box.size.in_points() / 32;
    PathParts rectangle;
    rectangle.move_to(rect.x + line, rect.y + line);
    rectangle.line_to(rect.x + rect.width - line, rect.y + line);
    rectangle.line_to(rect.x + rect.width - line, rect.y + rect.height - line);
    rectangle.line_to(rect.x + line, rect.y + rect.height - line);
    rectangle.close();
    path(rectangle, line, false, box.colour, box.text, box.source, box.element);
}

void Show::operator()(const page::Stroke& stroke) const {
    if (visitor_.path == nullptr) return;
    PathParts line;
    line.move_to(stroke.from.x.in_points(), stroke.from.y.in_points());
    line.line_to(stroke.to.x.in_points(), stroke.to.y.in_points());
    path(line, stroke.width.in_points(), false, stroke.colour);
}

void Show::operator()(const page::Wave& wave) const {
    if (visitor_.path == nullptr) return;
    const std::vector<PhysicalPoint> points = page::curve(wave);
    const auto x = [&](std::size_t index) { return points[index].x.in_points(); };
    const auto y = [&](std::size_t index) { return points[index].y.in_points(); };
    PathParts curve;
    curve.move_to(x(0), y(0));
    for (std::size_t i = 1; i + 2 < points.size(); i += 3) {
        curve.cubic_to(x(i), y(i), x(i + 1), y(i + 1), x(i + 2), y(i + 2));
    }
    path(curve, wave.width.in_points(), true, wave.colour);
}

void Show::image(const PhysicalRect& box, const page::ImageData& data, const std::u16string& text,
                 const SourceRange& source, const std::u16string& alternative, page::ElementId element) const {
    if (visitor_.image == nullptr || !data.bytes) return;
    const BothTexts texts{text};
    const std::string shown_text = to_utf8(alternative);
    const page::ImageCorners at = page::corners(box, data.orientation);
    bichig_page_image shown{};
    shown.box = rect_of(box);
    shown.bytes = data.bytes->data();
    shown.byte_count = data.bytes->size();
    shown.type = data.format == page::ImageData::Format::png ? "image/png" : "image/jpeg";
    shown.width = data.width;
    shown.height = data.height;
    shown.matrix = {(at.row_end.x - at.first.x).in_points(),  (at.row_end.y - at.first.y).in_points(),
                    (at.last_row.x - at.first.x).in_points(), (at.last_row.y - at.first.y).in_points(),
                    at.first.x.in_points(),                   at.first.y.in_points()};
    shown.text = texts.shown(source_(source));
    shown.alternative = shown_text.c_str();
    shown.element = element;
    call<const bichig_page_image*>(visitor_.image, visitor_.user, &shown);
}

void Show::operator()(const page::ImageBox& box) const {
    const auto found = alternatives_.find(box.element);
    image(box.box, box.image, {}, {}, found != alternatives_.end() ? found->second : std::u16string{}, box.element);
}

void Show::operator()(const page::GlyphImage& glyph) const {
    image(glyph.box, glyph.image, glyph.text, glyph.source, {}, glyph.element);
}

void show_places(const page::Page& page, const bichig_page_visitor& visitor) {
    for (const page::LinkArea& area : page.links) {
        const bichig_page_link shown{rect_of(area.box), area.uri.c_str(), area.destination.c_str(), area.element};
        call<const bichig_page_link*>(visitor.link, visitor.user, &shown);
    }
    for (const page::Destination& destination : page.destinations) {
        const bichig_page_place shown{destination.target.x.in_points(), destination.target.y.in_points(),
                                      destination.name.c_str(), 0, page::artifact};
        call<const bichig_page_place*>(visitor.place, visitor.user, &shown);
    }
    for (const page::Bookmark& bookmark : page.bookmarks) {
        const std::string title = to_utf8(bookmark.title);
        const bichig_page_place shown{bookmark.target.x.in_points(), bookmark.target.y.in_points(), title.c_str(),
                                      bookmark.level, bookmark.element};
        call<const bichig_page_place*>(visitor.place, visitor.user, &shown);
    }
}

/// Shows pages as they come.
class VisitSink final : public page::Sink {
public:
    explicit VisitSink(const bichig_page_visitor& visitor) : visitor_{visitor} {}

    Result<void> begin(const page::Properties&) override { return {}; }
    Result<void> page(page::Page page) override {
        for (const page::Element& element : page.begun) {
            if (!element.alternative_text.empty()) alternatives_.emplace(element.id, element.alternative_text);
        }
        show(page, count_++, alternatives_, bytes_of_source, visitor_);
        for (const page::ElementId id : page.ended) alternatives_.erase(id);
        return {};
    }
    Result<void> finish() override { return {}; }

private:
    const bichig_page_visitor& visitor_;
    Alternatives alternatives_;
    std::size_t count_ = 0;
};

void visit(const bichig_document* document, const bichig_fonts* fonts, const bichig_page_visitor* given,
           bichig_summary* summary, bichig_findings** findings) {
    if (findings != nullptr) *findings = nullptr;
    if (summary != nullptr) fill(summary, bichig_summary{});
    require(document != nullptr, "the document is NULL");
    const Fonts& shared = *fonts_of(fonts);
    const bichig_page_visitor visitor = visitor_of(given);
    Diagnostics diagnostics;
    VisitSink sink{visitor};
    const bichig_summary done = paginate_into(sink, document, shared, bichig_write_options{}, diagnostics);
    if (summary != nullptr) fill(summary, done);
    give_findings(std::move(diagnostics), findings);
}

void visit(const bichig_layout* layout, const bichig_page_visitor* given) {
    const layout::Paragraph& paragraph = paragraph_of(layout);
    const bichig_page_visitor visitor = visitor_of(given);
    const std::string utf8 = to_utf8(paragraph.text);
    layout::SpanMarks marks = layout->marks;
    marks.source = {0, 0, static_cast<std::uint32_t>(utf8.size())};
    marks.source_is_text = true;
    layout::index_source(marks, paragraph.text);
    const Offsets bytes{utf8};
    const std::size_t size = paragraph.text.size();
    const SourceMap in_units = [&](const SourceRange& range) {
        if (layout->offsets.in_utf8()) return bytes_of_source(range);
        return bichig_range{bytes.index(range.begin, size), bytes.index(range.end, size)};
    };
    const page::Page page = page_of(paragraph, marks, layout::to_physical(paragraph.size(), paragraph.mode), {});
    show(page, 0, {}, in_units, visitor);
}

void outline(const bichig_glyph_face* face, unsigned long glyph, bichig_path_part** parts, std::size_t* count) {
    clear_result(parts, count);
    require(face != nullptr, "the face is NULL");
    require(glyph < face->font.glyph_count(), "the face has no glyph of that number");
    PathParts path;
    face->font.outline(static_cast<font::GlyphId>(glyph), path);
    ArrayBlock{path.parts}.give(parts, count);
}

}  // namespace

bichig_range bytes_of_source(const SourceRange& range) { return {range.begin, range.end}; }

bichig_page_visitor visitor_of(const bichig_page_visitor* given) {
    require(given != nullptr, "the visitor is NULL");
    return options_of(given);
}

ElementTexts::ElementTexts(const page::Element& element)
    : alternative{to_utf8(element.alternative_text)}, title{to_utf8(element.title)} {}

bichig_page_element describe(const page::Element& element, const ElementTexts& texts) {
    return {element.id, element.parent, static_cast<bichig_element_role>(element.role), element.heading_level,
            element.column_span, element.row_span, element.row_header, element.language.c_str(),
            texts.alternative.c_str(), texts.title.c_str()};
}

void show(const page::Page& page, std::size_t index, const Alternatives& alternatives, const SourceMap& source,
          const bichig_page_visitor& visitor) {
    const bichig_page_info info{index, page.number, page.size.width.in_points(), page.size.height.in_points()};
    call<const bichig_page_info*>(visitor.begin_page, visitor.user, &info);
    for (const page::Element& element : page.begun) {
        const ElementTexts texts{element};
        const bichig_page_element shown = describe(element, texts);
        call<const bichig_page_element*>(visitor.begin_element, visitor.user, &shown);
    }
    const Show one{visitor, alternatives, source};
    for (const page::Item& item : page.items) std::visit(one, item);
    show_places(page, visitor);
    for (const page::ElementId id : page.ended) call<unsigned long>(visitor.end_element, visitor.user, id);
    call<const bichig_page_info*>(visitor.end_page, visitor.user, &info);
}

}  // namespace bichig::c

using namespace bichig;

extern "C" {

bichig_status bichig_document_visit(const bichig_document* document, const bichig_fonts* fonts,
                                    const bichig_page_visitor* visitor, bichig_summary* summary,
                                    bichig_findings** findings, bichig_error* error) {
    return c::guarded(error, [&] { c::visit(document, fonts, visitor, summary, findings); });
}

bichig_status bichig_layout_visit(const bichig_layout* layout, const bichig_page_visitor* visitor,
                                  bichig_error* error) {
    return c::guarded(error, [&] { c::visit(layout, visitor); });
}

bichig_status bichig_glyph_outline(const bichig_glyph_face* face, unsigned long glyph, bichig_path_part** parts,
                                   size_t* count, bichig_error* error) {
    return c::guarded(error, [&] { c::outline(face, glyph, parts, count); });
}

}  // extern "C"
