// Calls of bichig/c/layout.h and label.h for Python: styles, glyphs, paragraphs in lines, pictures of a text.
#include "python/handles.h"

namespace bichig::python {

Style::Style(double font_size, unsigned weight, int mongolian, int han, std::string language, unsigned long colour,
             int direction, int alignment, double line_pitch, double first_line_indent, unsigned combine_digits,
             double han_scale)
    : language_{std::move(language)} {
    style_.font_size = font_size;
    style_.weight = weight;
    style_.mongolian = static_cast<bichig_mongolian_face>(mongolian);
    style_.han = static_cast<bichig_han_face>(han);
    style_.language = language_.c_str();
    style_.colour = colour;
    style_.direction = static_cast<bichig_direction>(direction);
    style_.alignment = static_cast<bichig_alignment>(alignment);
    style_.line_pitch = line_pitch;
    style_.first_line_indent = first_line_indent;
    style_.combine_digits = combine_digits;
    style_.han_scale = han_scale;
}

Picture picture_of(const bichig_picture& picture) {
    const Owned<bichig_byte> owned{picture.bytes};
    std::optional<nb::bytes> bytes;
    if (picture.bytes != nullptr) bytes = nb::bytes(picture.bytes, picture.byte_count);
    return {std::move(bytes),   picture.width,       picture.height,    picture.width_points, picture.height_points,
            picture.text_width, picture.text_height, picture.font_size, picture.overflow != 0};
}

namespace {

using Glyph = std::tuple<unsigned long, std::size_t, double, double, double>;
using Run = std::tuple<std::size_t, std::size_t, int, double, std::string, std::vector<Glyph>>;
using Line = std::tuple<std::size_t, std::size_t, Rect, bool>;

std::vector<Run> shape(const Fonts& fonts, const nb::str& text, const Style& style) {
    const Utf16 units{text};
    Array<bichig_glyph> glyphs;
    const auto runs = array_of<bichig_run>(units, [&](auto** out, std::size_t* count, bichig_error* error) {
        return bichig_shape_utf16(fonts.get(), units.data(), units.size(), style.get(), out, count, glyphs.out(),
                                  glyphs.count(), error);
    });
    std::vector<Run> all;
    for (const bichig_run& run : runs) {
        std::vector<Glyph> own;
        for (std::size_t i = run.glyph_begin; i < run.glyph_end; ++i) {
            const bichig_glyph& glyph = glyphs.begin()[i];
            own.emplace_back(glyph.id, units.index(glyph.cluster), glyph.advance, glyph.shift_x, glyph.shift_y);
        }
        const Range range = range_of(run.text, units.places());
        all.emplace_back(range.first, range.second, run.orientation, run.font_size, run.face, std::move(own));
    }
    return all;
}

/// A text in lines. Shared.
class Layout {
public:
    Layout(const Fonts& fonts, const nb::str& text, const Style& style, double measure) {
        const Utf16 units{text};
        bichig_layout* made = nullptr;
        run(true, &units.places(), [&](bichig_error* error) {
            return bichig_layout_open_utf16(fonts.get(), units.data(), units.size(), style.get(), measure, &made,
                                            error);
        });
        layout_.reset(made);
        places_ = units.places();
    }

    std::pair<double, double> size() const {
        std::pair<double, double> size;
        run(false, nullptr,
            [&](bichig_error* error) { return bichig_layout_size(layout_.get(), &size.first, &size.second, error); });
        return size;
    }

    std::vector<Line> lines() const {
        std::vector<Line> all;
        const std::size_t count = bichig_layout_line_count(layout_.get());
        all.reserve(count);
        for (std::size_t i = 0; i < count; ++i) {
            bichig_line line = BICHIG_LINE_INIT;
            run(false, nullptr,
                [&](bichig_error* error) { return bichig_layout_line(layout_.get(), i, &line, error); });
            const Range range = range_of(line.text, places_);
            all.emplace_back(range.first, range.second, rect_of(line.box), line.overfull != 0);
        }
        return all;
    }

    Hit hit_test(double x, double y) const {
        bichig_hit hit = BICHIG_HIT_INIT;
        run(false, nullptr,
            [&](bichig_error* error) { return bichig_layout_hit_test(layout_.get(), x, y, &hit, error); });
        return hit_of(hit, places_);
    }

    Rect caret(std::size_t offset, bool upstream, double thickness) const {
        bichig_rect caret{};
        run(false, &places_, [&](bichig_error* error) {
            return bichig_layout_caret(layout_.get(), places_.unit(offset), upstream ? 1 : 0, thickness, &caret, error);
        });
        return rect_of(caret);
    }

    std::vector<Rect> selection(std::size_t begin, std::size_t end) const {
        Array<bichig_rect> boxes;
        run(false, &places_, [&](bichig_error* error) {
            return bichig_layout_selection(layout_.get(), places_.unit(begin), places_.unit(end), boxes.out(),
                                           boxes.count(), error);
        });
        std::vector<Rect> all;
        for (const bichig_rect& box : boxes) all.push_back(rect_of(box));
        return all;
    }

    Picture draw(int format, double dots_per_inch, double padding, bool white) const {
        bichig_picture_options options = BICHIG_PICTURE_OPTIONS_INIT;
        options.format = static_cast<bichig_format>(format);
        options.dots_per_inch = dots_per_inch;
        options.padding = padding;
        options.white = white ? 1 : 0;
        bichig_picture picture = BICHIG_PICTURE_INIT;
        run(true, nullptr,
            [&](bichig_error* error) { return bichig_layout_draw(layout_.get(), &options, &picture, error); });
        return picture_of(picture);
    }

private:
    Owned<bichig_layout> layout_;
    Places places_;
};

Picture render_text(const Fonts& fonts, const nb::str& text, const Style& style, int format, double dots_per_inch,
                    double width, double height, double padding, double smallest, bool measure_only, bool white) {
    const Utf16 units{text};
    bichig_label_options options = BICHIG_LABEL_OPTIONS_INIT;
    options.format = static_cast<bichig_format>(format);
    options.dots_per_inch = dots_per_inch;
    options.width = width;
    options.height = height;
    options.padding = padding;
    options.smallest = smallest;
    options.measure_only = measure_only ? 1 : 0;
    options.white = white ? 1 : 0;
    bichig_picture picture = BICHIG_PICTURE_INIT;
    run(true, &units.places(), [&](bichig_error* error) {
        return bichig_render_text_utf16(fonts.get(), units.data(), units.size(), style.get(), &options, &picture,
                                        error);
    });
    return picture_of(picture);
}

}  // namespace

void bind_layout(nb::module_& module) {
    nb::class_<Style>(module, "Style")
        .def(nb::init<double, unsigned, int, int, std::string, unsigned long, int, int, double, double, unsigned,
                      double>(),
             nb::arg("font_size"), nb::arg("weight"), nb::arg("mongolian"), nb::arg("han"), nb::arg("language"),
             nb::arg("colour"), nb::arg("direction"), nb::arg("alignment"), nb::arg("line_pitch"),
             nb::arg("first_line_indent"), nb::arg("combine_digits"), nb::arg("han_scale"));
    nb::class_<Layout>(module, "Layout")
        .def(nb::init<const Fonts&, const nb::str&, const Style&, double>(), nb::arg("fonts"), nb::arg("text"),
             nb::arg("style"), nb::arg("measure"))
        .def("size", &Layout::size)
        .def("lines", &Layout::lines)
        .def("hit_test", &Layout::hit_test, nb::arg("x"), nb::arg("y"))
        .def("caret", &Layout::caret, nb::arg("offset"), nb::arg("upstream"), nb::arg("thickness"))
        .def("selection", &Layout::selection, nb::arg("begin"), nb::arg("end"))
        .def("draw", &Layout::draw, nb::arg("format"), nb::arg("dots_per_inch"), nb::arg("padding"), nb::arg("white"));
    module.def("shape", &shape, nb::arg("fonts"), nb::arg("text"), nb::arg("style"));
    module.def("render_text", &render_text, nb::arg("fonts"), nb::arg("text"), nb::arg("style"), nb::arg("format"),
               nb::arg("dots_per_inch"), nb::arg("width"), nb::arg("height"), nb::arg("padding"), nb::arg("smallest"),
               nb::arg("measure_only"), nb::arg("white"));
}

}  // namespace bichig::python
