// Writes a page as operators (ISO 32000-1, 8, 9 and 14.6). Marked content never nests, for readers that look for
// ActualText lose their way in nests; text of artifacts is the one exception, where the tag of the artifact must stay
// around it. State that is already in force is not set again, which keeps the streams short.
#include "format/pdf/internal/content.h"

#include <algorithm>
#include <cmath>

#include <bichig/base/utf.h>
#include <bichig/page/image.h>
#include <bichig/page/wave.h>

namespace bichig::format::pdf {

/// The pen moves by what the strings say, in whole thousandths of the em; glyphs stand at absolute places. The
/// difference is made good where it grows visible, so rounding never adds up along a line.
struct ContentWriter::Pen {
    double at = 0;         ///< points along the run from where the matrix put the pen
    double across = 0;     ///< the shift across the run that is in force
    double size = 0;
    bool upright = false;
};

ContentWriter::ContentWriter(File& file, FontStore& fonts, ImageStore& images, StructureTree& structure,
                             ColourSpaces spaces, Diagnostics& diagnostics)
    : file_{file}, fonts_{fonts}, images_{images}, structure_{structure}, spaces_{spaces}, diagnostics_{diagnostics} {}

void ContentWriter::start() {
    out_.clear();
    in_text_ = false;
    transparent_ = false;
    open_ = Open::nothing;
    font_ = 0;
    fill_set_ = stroke_set_ = false;
    used_fonts_.clear();
    used_images_.clear();
    joined_ = false;
}

Result<void> ContentWriter::draw(const page::Page& page) {
    start();
    page_height_ = page.size.height.in_points();
    // A page without any colour operator would count as one in device colour.
    set_fill({});
    for (std::size_t index = 0; index < page.items.size(); ++index) {
        const page::Item& item = page.items[index];
        if (std::holds_alternative<page::GlyphRun>(item)) {
            draw_run(page.items, index);
        } else if (const auto* box = std::get_if<page::MissingBox>(&item)) {
            draw_missing(*box);
        } else if (const auto* stroke = std::get_if<page::Stroke>(&item)) {
            draw_stroke(*stroke);
        } else if (const auto* wave = std::get_if<page::Wave>(&item)) {
            draw_wave(*wave);
        } else if (const auto* picture = std::get_if<page::GlyphImage>(&item)) {
            if (auto done = draw_glyph_image(*picture); !done) return done;
        } else if (auto done = draw_image(std::get<page::ImageBox>(item)); !done) {
            return done;
        }
    }
    leave_text();
    close_mark();
    return {};
}

std::string ContentWriter::resources() const {
    std::string out = "/ColorSpace<</G " + reference(spaces_.gray) + "/C " + reference(spaces_.rgb) + ">>";
    if (!used_fonts_.empty()) {
        out += "/Font<<";
        for (const auto& [resource, object] : used_fonts_) {
            out += "/F" + std::to_string(resource) + " " + reference(object);
        }
        out += ">>";
    }
    if (!used_images_.empty()) {
        out += "/XObject<<";
        for (const auto& [object, resource] : used_images_) {
            out += "/I" + std::to_string(resource) + " " + reference(object);
        }
        out += ">>";
    }
    return out;
}

void ContentWriter::enter_text() {
    if (in_text_) return;
    close_mark();
    out_ += "BT\n";
    in_text_ = true;
}

void ContentWriter::leave_text() {
    if (!in_text_) return;
    if (opened_in_text_) close_mark();
    out_ += "ET\n";
    in_text_ = false;
}

void ContentWriter::close_mark() {
    if (open_ == Open::nothing) return;
    out_ += span_in_artifact_ ? "EMC\nEMC\n" : "EMC\n";
    span_in_artifact_ = false;
    open_ = Open::nothing;
}

void ContentWriter::open_mark(const Mark& mark) {
    if (open_ == Open::mark && mark_ == mark && opened_in_text_ == in_text_) return;
    close_mark();
    if (mark.element == page::artifact) {
        out_ += "/Artifact BMC\n";
    } else {
        out_.push_back('/');
        out_ += mark.language.empty() ? structure_.type(mark.element) : std::string_view{"Span"};
        out_ += "<</MCID ";
        append_integer(out_, structure_.mark(mark.element));
        if (!mark.language.empty()) out_ += "/Lang" + byte_string(mark.language);
        out_ += ">>BDC\n";
    }
    open_ = Open::mark;
    mark_ = mark;
    opened_in_text_ = in_text_;
}

void ContentWriter::open_span(const Mark& mark, std::u16string_view text) {
    close_mark();
    if (mark.element == page::artifact) {
        out_ += "/Artifact BMC\n/Span<<";
        span_in_artifact_ = true;
    } else {
        out_ += "/Span<</MCID ";
        append_integer(out_, structure_.mark(mark.element));
    }
    if (!mark.language.empty()) out_ += "/Lang" + byte_string(mark.language);
    out_ += "/ActualText<FEFF";
    append_utf16_hex(out_, actual_text(text));
    out_ += ">>>BDC\n";
    open_ = Open::span;
    mark_ = mark;
    opened_in_text_ = in_text_;
}

void ContentWriter::colour_operands(page::Colour colour, bool stroke) {
    if (colour.red == colour.green && colour.green == colour.blue) {
        out_ += stroke ? "/G CS " : "/G cs ";
        append_number(out_, colour.red / 255.0);
    } else {
        out_ += stroke ? "/C CS " : "/C cs ";
        append_number(out_, colour.red / 255.0);
        out_.push_back(' ');
        append_number(out_, colour.green / 255.0);
        out_.push_back(' ');
        append_number(out_, colour.blue / 255.0);
    }
    out_ += stroke ? " SC\n" : " sc\n";
}

void ContentWriter::set_fill(page::Colour colour) {
    if (fill_set_ && fill_ == colour) return;
    colour_operands(colour, false);
    fill_ = colour;
    fill_set_ = true;
}

void ContentWriter::set_stroke(page::Colour colour) {
    if (stroke_set_ && stroke_ == colour) return;
    colour_operands(colour, true);
    stroke_ = colour;
    stroke_set_ = true;
}

void ContentWriter::set_font(FontCodes& codes, std::uint16_t part, WritingMode mode, Length size) {
    const Type0& type0 = fonts_.type0(codes, part, mode, file_);
    if (font_ == type0.resource && size_ == size) return;
    flush_codes(true);
    out_ += "/F";
    append_integer(out_, type0.resource);
    out_.push_back(' ');
    append_length(out_, size);
    out_ += " Tf\n";
    font_ = type0.resource;
    size_ = size;
    used_fonts_.emplace(type0.resource, type0.object);
}

void ContentWriter::matrix(page::Orientation orientation, double x, double y) {
    // Sideways glyphs are turned 90° clockwise: text runs down the page, its upper side to the right.
    out_ += orientation == page::Orientation::sideways ? "0 -1 1 0 " : "1 0 0 1 ";
    append_number(out_, x);
    out_.push_back(' ');
    append_number(out_, page_height_ - y);
    out_ += " Tm\n";
}

void ContentWriter::append_code(std::uint16_t value) {
    if (!array_open_) {
        out_.push_back('[');
        array_open_ = true;
    }
    const bool binary = file_.compresses();
    if (!string_open_) {
        out_.push_back(binary ? '(' : '<');
        string_open_ = true;
    }
    if (binary) {
        out_.push_back(static_cast<char>(value >> 8));
        out_.push_back(static_cast<char>(value & 255));
    } else {
        for (int shift = 12; shift >= 0; shift -= 4) out_.push_back("0123456789ABCDEF"[value >> shift & 15]);
    }
}

/// Ends the string under way, and with `end` the array around it.
void ContentWriter::flush_codes(bool end) {
    if (string_open_) out_.push_back(file_.compresses() ? ')' : '>');
    string_open_ = false;
    if (end && array_open_) {
        out_ += "]TJ\n";
        array_open_ = false;
    }
}

void ContentWriter::move_pen(const page::GlyphRun& run, const PlannedGlyph& glyph, Pen& pen) {
    const double across = pen.upright ? glyph.shift_x : glyph.shift_y;
    const double wanted = glyph.along + (pen.upright ? -glyph.shift_y : glyph.shift_x);
    if (across != pen.across) {
        flush_codes(true);
        pen.across = across;
        if (pen.upright) {
            matrix(run.orientation, run.origin.x.in_points() + across, run.origin.y.in_points() + wanted);
            pen.at = wanted;
        } else {
            append_number(out_, across);
            out_ += " Ts\n";
        }
    }
    // Three quarters of a thousandth of the em: below that no eye sees it, and whole widths differ by up to a half.
    const double thousandths = (wanted - pen.at) * 1000 / pen.size;
    if (std::abs(thousandths) < 0.75) return;
    const auto move = std::llround(thousandths);
    flush_codes(false);
    if (!array_open_) out_.push_back('[');
    array_open_ = true;
    // A number in the array moves back along a line and, in vertical writing, down it (9.4.3).
    append_integer(out_, pen.upright ? move : -move);
    pen.at += static_cast<double>(move) * pen.size / 1000;
}

void ContentWriter::show(const page::GlyphRun& run, FontCodes& codes, const TextPiece& piece, Pen& pen) {
    const std::u16string_view text = run.text;
    const WritingMode mode = pen.upright ? WritingMode::vertical : WritingMode::horizontal;
    for (std::uint32_t index = piece.begin; index < piece.end; ++index) {
        const PlannedGlyph& glyph = plan_.glyphs[index];
        // A later glyph of a cluster must say something: nothing that is seen or heard.
        const bool later = glyph.text.empty();
        const Code code = codes.code(glyph.glyph, later ? std::u16string_view{u"\u200B"}
                                                        : text.substr(glyph.text.begin, glyph.text.size()));
        set_font(codes, code.part, mode, run.size);
        move_pen(run, glyph, pen);
        append_code(code.value);
        pen.at += (pen.upright ? 1000 : codes.width(glyph.glyph)) * pen.size / 1000;
    }
    flush_codes(true);
}

/// Readers cannot be given half of a surrogate pair.
void ContentWriter::note_text(std::u16string_view text) {
    for (TextIndex index = 0; index < text.size();) {
        const CodePoint point = code_point_at(text, index);
        if (point.value >= 0xD800 && point.value < 0xE000) {
            diagnostics_.add({"lone-surrogate", "the text holds half of a surrogate pair, written as U+FFFD",
                              "repair the text", {}, {}});
            return;
        }
        index += point.size;
    }
}

namespace {

/// Whether `next` stands right behind `run` on the same line, without a space.
bool goes_on(const page::GlyphRun& run, const page::GlyphRun& next) {
    if (run.text.empty() || next.text.empty() || run.text.back() == u' ' || next.text.front() == u' ') return false;
    const bool sideways = run.orientation == page::Orientation::sideways;
    const PhysicalPoint& from = run.origin;
    const PhysicalPoint& to = next.origin;
    const Length along = sideways ? to.y - from.y : to.x - from.x;
    const Length across = sideways ? to.x - from.x : to.y - from.y;
    return along == run.advance && across < run.size && -across < run.size;
}

/// The run whose text goes on with that of run number `index`, or null. With `whole`, all of that run is in a span
/// already: PDFium measures from the begin of such a span and finds a space after it, so what follows goes in as well.
const page::GlyphRun* joined_run(const std::vector<page::Item>& items, std::size_t index, bool whole) {
    const auto& run = std::get<page::GlyphRun>(items[index]);
    if (run.orientation == page::Orientation::upright || index + 1 >= items.size()) return nullptr;
    const auto* next = std::get_if<page::GlyphRun>(&items[index + 1]);
    const bool alike = next != nullptr && next->element == run.element && next->language == run.language &&
                       next->orientation == run.orientation && next->size.in_raw() > 0;
    return alike && (run.joins_next || (whole && goes_on(run, *next))) ? next : nullptr;
}

std::u16string_view text_of(const page::GlyphRun& run, const TextPiece& piece) {
    return std::u16string_view{run.text}.substr(piece.text.begin, piece.text.size());
}

}  // namespace

/// Plans run number `index`, whose first word is in an open span with `opens`. Returns whether its last word is in a
/// span that goes on in the next run.
bool ContentWriter::plan_joined(const std::vector<page::Item>& items, std::size_t index, bool opens, TextPlan& plan) {
    const auto& run = std::get<page::GlyphRun>(items[index]);
    const bool joins = joined_run(items, index, false) != nullptr;
    plan.make(run, fonts_.use(run.font), opens, joins);
    const bool whole = opens && plan.pieces.size() == 1;
    return joins || (whole && joined_run(items, index, true) != nullptr);
}

/// The text that the runs after number `index` add to a span: the first word of the next, and more where that is all
/// of it.
std::u16string ContentWriter::joined_text(const std::vector<page::Item>& items, std::size_t index) {
    std::u16string text;
    for (bool joins = true; joins;) {
        joins = plan_joined(items, ++index, true, next_plan_);
        if (next_plan_.pieces.empty()) break;
        text += text_of(std::get<page::GlyphRun>(items[index]), next_plan_.pieces.front());
        joins = joins && next_plan_.pieces.size() == 1;
    }
    return text;
}

void ContentWriter::draw_run(const std::vector<page::Item>& items, std::size_t number) {
    const auto& run = std::get<page::GlyphRun>(items[number]);
    if (run.size.in_raw() <= 0) return;
    FontCodes& codes = fonts_.use(run.font);
    const bool joins = plan_joined(items, number, joined_, plan_);
    if (plan_.glyphs.empty()) return;
    note_text(run.text);
    const Mark mark{known(run.element), run.language};
    Pen pen;
    pen.size = run.size.in_points();
    pen.upright = run.orientation == page::Orientation::upright;
    enter_text();
    bool placed = false;
    for (const TextPiece& piece : plan_.pieces) {
        const bool last = &piece == &plan_.pieces.back();
        if (joined_ && !placed) {
            joined_ = false;  // its text was stated with the word that the run before ends with
        } else if (piece.actual) {
            std::u16string text{text_of(run, piece)};
            if (last && joins) text += joined_text(items, number);
            open_span(mark, text);
        } else {
            open_mark(mark);
        }
        if (!placed) {
            set_fill(run.colour);
            if (run.font.synthetic_bold()) start_bold(run);
            matrix(run.orientation, run.origin.x.in_points(), run.origin.y.in_points());
            placed = true;
        }
        show(run, codes, piece, pen);
    }
    joined_ = joins;
    if (pen.across != 0 && !pen.upright) out_ += "0 Ts\n";
    if (placed && run.font.synthetic_bold()) end_bold();
}

/// Joints are rounded: a mitre would stick out where the strokes of letters meet at sharp angles. The width counts in
/// the page's own space, whatever the text matrix is (9.3.6).
void ContentWriter::start_bold(const page::GlyphRun& run) {
    set_stroke(run.colour);
    append_number(out_, run.size.in_points() * font::synthetic_bold_stroke);
    out_ += " w 1 j 2 Tr\n";
}

void ContentWriter::end_bold() { out_ += "0 Tr 0 j\n"; }

void ContentWriter::draw_missing(const page::MissingBox& box) {
    if (box.text.empty() || box.size.in_raw() <= 0) return;
    note_text(box.text);
    leave_text();
    open_mark({known(box.element), {}});
    set_stroke(box.colour);
    // The line stays inside the box, so that boxes side by side stay apart.
    const double line = box.size.in_points() / 32;
    const double left = box.box.origin.x.in_points();
    const double top = box.box.origin.y.in_points();
    const double width = box.box.size.width.in_points();
    const double height = box.box.size.height.in_points();
    append_number(out_, line);
    out_ += " w ";
    append_number(out_, left + line);
    out_.push_back(' ');
    append_number(out_, page_height_ - top - height + line);
    out_.push_back(' ');
    append_number(out_, width - 2 * line);
    out_.push_back(' ');
    append_number(out_, height - 2 * line);
    out_ += " re S\n";
    show_unseen(box.text, box.carrier, box.size, box.orientation, box.box);
    close_mark();
}

void ContentWriter::show_unseen(std::u16string_view text, const font::Font& carrier, Length size,
                                page::Orientation orientation, const PhysicalRect& box) {
    // Readers find text only where a glyph with ink is shown: an unseen one, as wide as the box. Its code states the
    // text, since PDFium passes over an ActualText beyond the first plane.
    const double left = box.origin.x.in_points();
    const double top = box.origin.y.in_points();
    const double width = box.size.width.in_points();
    const double height = box.size.height.in_points();
    FontCodes& codes = fonts_.use(carrier);
    const font::GlyphId glyph = codes.inked_carrier();
    const Code code = codes.code(glyph, text);
    out_ += "BT\n";
    set_font(codes, code.part, WritingMode::horizontal, size);
    const bool horizontal = orientation == page::Orientation::horizontal;
    const double natural = codes.width(glyph) * size.in_points() / 1000;
    const double extent = horizontal ? width : height;
    const double stretch = natural > 0 && extent > 0 ? extent / natural : 1;
    append_number(out_, stretch * 100);
    out_ += " Tz 3 Tr\n";
    if (horizontal) {
        matrix(page::Orientation::horizontal, left, top + height * 0.8);
    } else {
        matrix(page::Orientation::sideways, left + width * 0.2, top);
    }
    append_code(code.value);
    flush_codes(true);
    out_ += "0 Tr 100 Tz\nET\n";
}

void ContentWriter::draw_stroke(const page::Stroke& stroke) {
    leave_text();
    open_mark({});
    set_stroke(stroke.colour);
    append_length(out_, stroke.width);
    out_ += " w ";
    append_length(out_, stroke.from.x);
    out_.push_back(' ');
    append_number(out_, page_height_ - stroke.from.y.in_points());
    out_ += " m ";
    append_length(out_, stroke.to.x);
    out_.push_back(' ');
    append_number(out_, page_height_ - stroke.to.y.in_points());
    out_ += " l S\n";
}

void ContentWriter::draw_wave(const page::Wave& wave) {
    leave_text();
    open_mark({});
    set_stroke(wave.colour);
    append_length(out_, wave.width);
    out_ += " w 1 j\n";
    std::size_t index = 0;
    for (const PhysicalPoint& point : page::curve(wave)) {
        append_length(out_, point.x);
        out_.push_back(' ');
        append_number(out_, page_height_ - point.y.in_points());
        out_ += index == 0 ? " m\n" : index % 3 == 0 ? " c\n" : " ";
        ++index;
    }
    out_ += "S 0 j\n";
}

Result<void> ContentWriter::draw_image(const page::ImageBox& box) {
    const Result<ImageObject> image = images_.use(box.image);
    if (!image) return tl::unexpected<Error>{image.error()};
    leave_text();
    const Mark mark{known(box.element), {}};
    const double left = box.box.origin.x.in_points();
    const double bottom = page_height_ - box.box.origin.y.in_points() - box.box.size.height.in_points();
    const double width = box.box.size.width.in_points();
    const double height = box.box.size.height.in_points();
    if (mark.element != page::artifact) {
        structure_.place_figure(mark.element, {left, bottom, left + width, bottom + height});
    }
    open_mark(mark);
    show_image(box.box, box.image, *image);
    close_mark();
    return {};
}

Result<void> ContentWriter::draw_glyph_image(const page::GlyphImage& picture) {
    const Result<ImageObject> image = images_.use(picture.image);
    if (!image) return tl::unexpected<Error>{image.error()};
    leave_text();
    open_mark({known(picture.element), {}});
    show_image(picture.box, picture.image, *image);
    if (!picture.text.empty() && picture.size.in_raw() > 0) {
        note_text(picture.text);
        show_unseen(picture.text, picture.carrier, picture.size, picture.orientation, picture.box);
    }
    close_mark();
    return {};
}

void ContentWriter::show_image(const PhysicalRect& box, const page::ImageData& data, const ImageObject& image) {
    const std::uint32_t resource =
        used_images_.emplace(image.object, static_cast<std::uint32_t>(used_images_.size() + 1)).first->second;
    transparent_ = transparent_ || image.transparent;
    // The unit square of an image has its origin at the start of the last row, and y upwards.
    const page::ImageCorners corners = page::corners(box, data.orientation);
    out_ += "q ";
    for (const Length part : {corners.row_end.x - corners.first.x, corners.first.y - corners.row_end.y,
                              corners.first.x - corners.last_row.x, corners.last_row.y - corners.first.y,
                              corners.last_row.x}) {
        append_length(out_, part);
        out_.push_back(' ');
    }
    append_number(out_, page_height_ - corners.last_row.y.in_points());
    out_ += " cm /I";
    append_integer(out_, resource);
    out_ += " Do Q\n";
}

}  // namespace bichig::format::pdf
