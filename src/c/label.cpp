// Calls of bichig/c/label.h: the size that fits is found by halving.
#include <bichig/c/label.h>

#include <algorithm>

#include "c/internal/layout.h"

namespace bichig::c {

namespace {

/// A box without an end along the line: longer than any text of 2 GB would need in sense.
const Length endless = Length::points(1e6);

/// The room of a label on the axes of its lines; nothing where it has no end.
struct Room {
    std::optional<Length> inline_;
    std::optional<Length> block;
};

struct Set {
    layout::Paragraph paragraph;
    LogicalSize extent;
    bool fits = false;
};

/// The text in one size. Without an end along the line the lines get the length of the longest.
Set set_in(std::u16string_view text, Style& style, Length size, const Room& room, const Fonts& fonts) {
    set_size(style, size);
    Length measure = room.inline_.value_or(endless);
    if (!room.inline_) {
        Style natural = style;
        natural.options.alignment = layout::Alignment::start;
        measure = std::max(extent_of(lay_out(text, natural, endless, fonts)).inline_, Length::points(1));
    }
    Set set{lay_out(text, style, measure, fonts), {}, false};
    set.extent = extent_of(set.paragraph);
    const bool whole = std::none_of(set.paragraph.lines.lines.begin(), set.paragraph.lines.lines.end(),
                                    [](const layout::Line& line) { return line.overfull; });
    set.fits = whole && set.extent.inline_ <= measure && (!room.block || set.extent.block <= *room.block);
    return set;
}

/// The largest size from `smallest` to that of the style that fits, to a fiftieth of it.
Set fit(std::u16string_view text, Style& style, double smallest, const Room& room, const Fonts& fonts) {
    const double largest = style.font_size.in_points();
    Set best = set_in(text, style, style.font_size, room, fonts);
    if (best.fits || smallest >= largest) return best;
    best = set_in(text, style, Length::points(smallest), room, fonts);
    if (!best.fits) return best;
    double low = smallest;
    double high = largest;
    while (high - low > low / 50) {
        const double middle = (low + high) / 2;
        Set set = set_in(text, style, Length::points(middle), room, fonts);
        if (set.fits) {
            low = middle;
            best = std::move(set);
        } else {
            high = middle;
        }
    }
    return best;
}

Length room_of(double side, double padding) { return Length::points(side - padding * 2); }

template <class Char>
void render(const bichig_fonts* fonts, const Char* text, std::size_t length, const bichig_style* given_style,
            const bichig_label_options* given, bichig_picture* out) {
    fill(out, bichig_picture{});
    const Fonts& shared = *fonts_of(fonts);
    const Source source{text, length};
    const bichig_label_options options = options_of(given);
    const bichig_picture_options drawn =
        bichig_picture_options{sizeof(bichig_picture_options), options.format, options.dots_per_inch, options.padding,
                               options.white};
    const bichig_picture_options how = picture_options_of(&drawn);
    for (const double side : {options.width, options.height}) {
        number_of(side, 0, 1e5, "a box is 0 to 100000 points long");
        require(side == 0 || side >= how.padding * 2 + 1, "the padding leaves no room in the box");
    }
    number_of(options.smallest, 0, 4096, "a size is from 0 to 4096 points");
    Style style = style_of(given_style, shared);
    const bool vertical = style.mode == layout::WritingMode::vertical_lr;
    const double along = vertical ? options.height : options.width;
    const double across = vertical ? options.width : options.height;
    Room room;
    if (along > 0) room.inline_ = room_of(along, how.padding);
    if (across > 0) room.block = room_of(across, how.padding);
    const double smallest = options.smallest == 0 ? style.font_size.in_points() : std::max(options.smallest, 0.1);
    const Set set = fit(source.text(), style, smallest, room, shared);
    const PhysicalSize taken = layout::to_physical(set.extent, style.mode);
    const Length padding = Length::points(how.padding);
    const PhysicalSize size{options.width > 0 ? Length::points(options.width) : taken.width + padding * 2,
                            options.height > 0 ? Length::points(options.height) : taken.height + padding * 2};
    bichig_picture picture{};
    picture.text_width = taken.width.in_points();
    picture.text_height = taken.height.in_points();
    picture.font_size = set.paragraph.spans.front().size.in_points();
    picture.overflow = !set.fits;
    if (options.measure_only == 0) {
        draw_picture(page_of(set.paragraph, style.marks, size, {padding, padding}), how, picture);
    } else {
        picture.width_points = size.width.in_points();
        picture.height_points = size.height.in_points();
    }
    fill(out, picture);
}

}  // namespace

}  // namespace bichig::c

using namespace bichig;

extern "C" {

bichig_status bichig_render_text_utf8(const bichig_fonts* fonts, const char* text, size_t length,
                                      const bichig_style* style, const bichig_label_options* options,
                                      bichig_picture* picture, bichig_error* error) {
    return c::guarded(error, [&] { c::render(fonts, text, length, style, options, picture); });
}
bichig_status bichig_render_text_utf16(const bichig_fonts* fonts, const bichig_char16* text, size_t length,
                                       const bichig_style* style, const bichig_label_options* options,
                                       bichig_picture* picture, bichig_error* error) {
    return c::guarded(error, [&] { c::render(fonts, text, length, style, options, picture); });
}

}  // extern "C"
