// A page drawn by Cairo in points: glyphs as their outlines, by the same rules of place as format/svg has them.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>

#include <cairo.h>

#include <bichig/format/png.h>
#include <bichig/page/image.h>
#include <bichig/page/wave.h>

#include "format/png/internal/image_pixels.h"

namespace bichig::format {

namespace {

struct ContextRelease {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};
struct PatternRelease {
    void operator()(cairo_pattern_t* pattern) const { cairo_pattern_destroy(pattern); }
};

/// The outline of a glyph as a path of Cairo's, in font units.
class CairoPath final : public font::OutlineSink {
public:
    explicit CairoPath(cairo_t* context) : context_{context} {}

    void move_to(double x, double y) override { cairo_move_to(context_, x, y); }
    void line_to(double x, double y) override { cairo_line_to(context_, x, y); }
    void quadratic_to(double x1, double y1, double x, double y) override {
        double x0 = x1;
        double y0 = y1;
        if (cairo_has_current_point(context_)) cairo_get_current_point(context_, &x0, &y0);
        cairo_curve_to(context_, x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3, x + (x1 - x) * 2 / 3,
                       y + (y1 - y) * 2 / 3, x, y);
    }
    void cubic_to(double x1, double y1, double x2, double y2, double x, double y) override {
        cairo_curve_to(context_, x1, y1, x2, y2, x, y);
    }
    void close() override { cairo_close_path(context_); }

private:
    cairo_t* context_;
};

class Drawing {
public:
    explicit Drawing(cairo_t* context) : context_{context} {}

    void add(const page::GlyphRun& run);
    void add(const page::MissingBox& box);
    void add(const page::Stroke& stroke);
    void add(const page::Wave& wave);
    void add(const page::ImageBox& box) { add_image(box.box, box.image); }
    void add(const page::GlyphImage& image) { add_image(image.box, image.image); }

    void set_colour(page::Colour colour) {
        cairo_set_source_rgb(context_, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0);
    }

private:
    void add_image(const PhysicalRect& box, const page::ImageData& image);

    cairo_t* context_;
};

void Drawing::add(const page::GlyphRun& run) {
    const font::Metrics& metrics = run.font.metrics();
    const auto em = static_cast<double>(metrics.units_per_em.count());
    const double scale = run.size.in_points() / em;
    if (!(scale > 0)) return;
    const bool sideways = run.orientation == page::Orientation::sideways;
    const bool upright = run.orientation == page::Orientation::upright;
    cairo_save(context_);
    // Font units have y upwards, the page downwards; turned clockwise, the font's y points to the right.
    cairo_matrix_t matrix;
    cairo_matrix_init(&matrix, sideways ? 0 : scale, sideways ? scale : 0, sideways ? scale : 0, sideways ? 0 : -scale,
                      run.origin.x.in_points(), run.origin.y.in_points());
    cairo_transform(context_, &matrix);
    set_colour(run.colour);
    cairo_set_line_width(context_, em * font::synthetic_bold_stroke);
    cairo_set_line_join(context_, CAIRO_LINE_JOIN_ROUND);
    CairoPath path{context_};
    for (const page::PlacedGlyph& glyph : run.glyphs) {
        if (glyph.glyph == 0) continue;
        const double along = glyph.along.in_points() / scale;
        double x = static_cast<double>(glyph.shift_x.count());
        double y = static_cast<double>(glyph.shift_y.count());
        if (upright) {
            x -= static_cast<double>(run.font.advance(glyph.glyph).count()) / 2;
            y -= along + static_cast<double>(metrics.central_baseline.count()) + em / 2;
        } else {
            x += along;
        }
        cairo_save(context_);
        cairo_translate(context_, x, y);
        cairo_new_path(context_);
        run.font.outline(glyph.glyph, path);
        if (run.font.synthetic_bold()) {
            cairo_fill_preserve(context_);
            cairo_stroke(context_);
        } else {
            cairo_fill(context_);
        }
        cairo_restore(context_);
    }
    cairo_restore(context_);
}

void Drawing::add(const page::MissingBox& box) {
    // The line stays inside the box, so that boxes side by side stay apart.
    const double line = box.size.in_points() / 32;
    set_colour(box.colour);
    cairo_set_line_width(context_, line);
    cairo_set_line_join(context_, CAIRO_LINE_JOIN_MITER);
    cairo_rectangle(context_, box.box.origin.x.in_points() + line, box.box.origin.y.in_points() + line,
                    box.box.size.width.in_points() - line * 2, box.box.size.height.in_points() - line * 2);
    cairo_stroke(context_);
}

void Drawing::add(const page::Stroke& stroke) {
    set_colour(stroke.colour);
    cairo_set_line_width(context_, stroke.width.in_points());
    cairo_move_to(context_, stroke.from.x.in_points(), stroke.from.y.in_points());
    cairo_line_to(context_, stroke.to.x.in_points(), stroke.to.y.in_points());
    cairo_stroke(context_);
}

void Drawing::add(const page::Wave& wave) {
    const std::vector<PhysicalPoint> curve = page::curve(wave);
    if (curve.empty()) return;
    const auto x = [&](std::size_t index) { return curve[index].x.in_points(); };
    const auto y = [&](std::size_t index) { return curve[index].y.in_points(); };
    set_colour(wave.colour);
    cairo_set_line_width(context_, wave.width.in_points());
    cairo_set_line_join(context_, CAIRO_LINE_JOIN_ROUND);
    cairo_move_to(context_, x(0), y(0));
    for (std::size_t i = 1; i + 2 < curve.size(); i += 3) {
        cairo_curve_to(context_, x(i), y(i), x(i + 1), y(i + 1), x(i + 2), y(i + 2));
    }
    cairo_stroke(context_);
}

void Drawing::add_image(const PhysicalRect& box, const page::ImageData& image) {
    const png::Surface surface = png::decode(image);
    if (!surface) return;
    const page::ImageCorners at = page::corners(box, image.orientation);
    const int width = cairo_image_surface_get_width(surface.get());
    const int height = cairo_image_surface_get_height(surface.get());
    cairo_save(context_);
    cairo_matrix_t matrix;
    cairo_matrix_init(&matrix, (at.row_end.x - at.first.x).in_points() / width,
                      (at.row_end.y - at.first.y).in_points() / width,
                      (at.last_row.x - at.first.x).in_points() / height,
                      (at.last_row.y - at.first.y).in_points() / height, at.first.x.in_points(),
                      at.first.y.in_points());
    cairo_transform(context_, &matrix);
    const std::unique_ptr<cairo_pattern_t, PatternRelease> pattern{cairo_pattern_create_for_surface(surface.get())};
    cairo_pattern_set_filter(pattern.get(), CAIRO_FILTER_GOOD);
    cairo_pattern_set_extend(pattern.get(), CAIRO_EXTEND_PAD);  // else edges fade into the ground
    cairo_set_source(context_, pattern.get());
    cairo_rectangle(context_, 0, 0, width, height);
    cairo_fill(context_);
    cairo_restore(context_);
}

/// Cairo's words of 32 bits, multiplied by alpha, as bytes that are not.
void store_row(const unsigned char* in, std::uint32_t width, std::uint8_t* out) {
    for (std::uint32_t x = 0; x < width; ++x, in += 4, out += 4) {
        const std::uint32_t word = *reinterpret_cast<const std::uint32_t*>(in);
        const std::uint32_t alpha = word >> 24;
        const auto part = [&](unsigned shift) -> std::uint8_t {
            const std::uint32_t value = word >> shift & 0xFF;
            return static_cast<std::uint8_t>(alpha == 0 ? 0 : std::min(255u, (value * 255 + alpha / 2) / alpha));
        };
        out[0] = part(16);
        out[1] = part(8);
        out[2] = part(0);
        out[3] = static_cast<std::uint8_t>(alpha);
    }
}

Result<void> check_size(double width, double height, double resolution) {
    if (!(resolution >= lowest_resolution && resolution <= highest_resolution)) {
        return fail({ErrorCode::invalid_input, "a resolution is from 1 to 10000 dots to the inch",
                     "96 is that of a screen, 300 that of print", {}});
    }
    if (!(width <= largest_picture_side && height <= largest_picture_side &&
          width * height <= static_cast<double>(most_picture_pixels))) {
        return fail({ErrorCode::unsupported, "the picture would be larger than 32000 pixels on a side or 268435456 "
                                             "pixels in all", "lower the resolution", {}});
    }
    return {};
}

}  // namespace

Result<Pixels> draw(const page::Page& page, const PixelOptions& options) {
    const double scale = options.dots_per_inch / 72;
    // A length that is a whole number of pixels but for its rounding to 1/65536 pt fills no pixel more.
    const double width = std::max(1.0, std::ceil(page.size.width.in_points() * scale - 0.01));
    const double height = std::max(1.0, std::ceil(page.size.height.in_points() * scale - 0.01));
    if (auto fits = check_size(width, height, options.dots_per_inch); !fits) return fail(fits.error());
    const png::Surface surface{
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, static_cast<int>(width), static_cast<int>(height))};
    const std::unique_ptr<cairo_t, ContextRelease> context{cairo_create(surface.get())};
    Drawing drawing{context.get()};
    if (options.ground) {
        drawing.set_colour(*options.ground);
        cairo_paint(context.get());
    }
    cairo_scale(context.get(), scale, scale);
    for (const page::Item& item : page.items) {
        std::visit([&drawing](const auto& value) { drawing.add(value); }, item);
    }
    if (const cairo_status_t status = cairo_status(context.get()); status != CAIRO_STATUS_SUCCESS) {
        return fail({ErrorCode::system, std::string{"the page cannot be drawn: "} + cairo_status_to_string(status),
                     "lower the resolution", {}});
    }
    cairo_surface_flush(surface.get());
    Pixels pixels{static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height), {}};
    pixels.rgba.resize(std::size_t{pixels.width} * pixels.height * 4);
    const unsigned char* row = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    for (std::uint32_t y = 0; y < pixels.height; ++y, row += stride) {
        store_row(row, pixels.width, pixels.rgba.data() + std::size_t{y} * pixels.width * 4);
    }
    return pixels;
}

}  // namespace bichig::format
