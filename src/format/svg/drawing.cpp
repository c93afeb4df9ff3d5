// Each run is a group whose matrix puts font units on the page, turned as the run stands; inside it a glyph is one
// <use> of a shared outline at whole font units, mostly. Readers of the screen get the text from `aria-label`.
#include "format/svg/internal/drawing.h"

#include <charconv>
#include <string_view>
#include <utility>

#include <bichig/base/utf.h>
#include <bichig/page/image.h>
#include <bichig/page/wave.h>

namespace bichig::format::svg {

namespace {

void append_number(std::string& out, double value, int decimals = 3) {
    char buffer[64];
    char* end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, decimals).ptr;
    while (*(end - 1) == '0') --end;
    if (*(end - 1) == '.') --end;
    const std::string_view digits{buffer, static_cast<std::size_t>(end - buffer)};
    out += digits == "-0" ? std::string_view{"0"} : digits;
}

std::string number(double value) {
    std::string out;
    append_number(out, value);
    return out;
}

std::string number(Length value) { return number(value.in_points()); }

std::string attribute(std::string_view name, const std::string& value) {
    return " " + std::string{name} + "=\"" + value + "\"";
}

std::string colour(page::Colour colour) {
    std::string out = "#";
    for (const unsigned part : {colour.red, colour.green, colour.blue}) {
        out.push_back("0123456789abcdef"[part >> 4]);
        out.push_back("0123456789abcdef"[part & 15]);
    }
    return out;
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve(bytes.size() / 3 * 4 + 4);
    for (std::size_t index = 0; index < bytes.size(); index += 3) {
        unsigned group = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            group = group << 8 | (index + i < bytes.size() ? static_cast<unsigned char>(bytes[index + i]) : 0);
        }
        for (std::size_t i = 0; i < 4; ++i) {
            out.push_back(index + i > bytes.size() ? '=' : digits[group >> (18 - 6 * i) & 63]);
        }
    }
    return out;
}

std::string language(const std::string& tag) {
    const auto text = to_utf16(tag);
    return text && !text->empty() ? attribute("xml:lang", escape(*text)) : std::string{};
}

/// An outline as path data in font units, y upwards.
class PathData final : public font::OutlineSink {
public:
    std::string data;

    void move_to(double x, double y) override { add('M', {x, y}); }
    void line_to(double x, double y) override { add('L', {x, y}); }
    void quadratic_to(double x1, double y1, double x, double y) override { add('Q', {x1, y1, x, y}); }
    void cubic_to(double x1, double y1, double x2, double y2, double x, double y) override {
        add('C', {x1, y1, x2, y2, x, y});
    }
    void close() override { data.push_back('Z'); }

private:
    void add(char command, std::initializer_list<double> values) {
        char separator = command;
        for (const double value : values) {
            data.push_back(separator);
            append_number(data, value, 2);
            separator = ' ';
        }
    }
};

/// A page under way: the outlines in use, and the body that uses them.
class Drawing {
public:
    explicit Drawing(const Alternatives& alternatives) : alternatives_{alternatives} {}

    void add(const page::GlyphRun& run);
    void add(const page::MissingBox& box);
    void add(const page::Stroke& stroke);
    void add(const page::Wave& wave);
    void add(const page::ImageBox& box);
    void add(const page::GlyphImage& image);

    const std::string& outlines() const { return outlines_; }
    const std::string& body() const { return body_; }

private:
    void add_image(const PhysicalRect& box, const page::ImageData& image, const std::u16string* label);
    /// The number of the shared outline; 0 where the glyph draws nothing.
    unsigned outline(const font::Font& font, font::GlyphId glyph);

    const Alternatives& alternatives_;
    std::map<std::pair<std::uintptr_t, font::GlyphId>, unsigned> known_;
    unsigned count_ = 0;
    std::string outlines_;
    std::string body_;
};

unsigned Drawing::outline(const font::Font& font, font::GlyphId glyph) {
    const auto [found, inserted] = known_.try_emplace({font.identity(), glyph}, 0);
    if (!inserted) return found->second;
    PathData path;
    font.outline(glyph, path);
    if (path.data.empty()) return 0;
    found->second = ++count_;
    outlines_ += "<path id=\"g" + std::to_string(count_) + "\" d=\"" + path.data + "\"/>\n";
    return count_;
}

void Drawing::add(const page::GlyphRun& run) {
    const font::Metrics& metrics = run.font.metrics();
    const auto em = static_cast<double>(metrics.units_per_em.count());
    const double scale = run.size.in_points() / em;
    if (scale <= 0) return;
    std::string factor;
    append_number(factor, scale, 8);
    const bool sideways = run.orientation == page::Orientation::sideways;
    const bool upright = run.orientation == page::Orientation::upright;
    // Font units have y upwards, the page downwards; turned clockwise, the font's y points to the right.
    const std::string turn = sideways ? "0 " + factor + " " + factor + " 0 " : factor + " 0 0 -" + factor + " ";
    body_ += "<g transform=\"matrix(" + turn + number(run.origin.x) + " " + number(run.origin.y) + ")\"";
    if (run.colour != page::Colour{}) body_ += attribute("fill", colour(run.colour));
    if (run.font.synthetic_bold()) {
        body_ += attribute("stroke", colour(run.colour)) +
                 attribute("stroke-width", number(em * font::synthetic_bold_stroke)) +
                 attribute("stroke-linejoin", "round");
    }
    body_ += language(run.language);
    body_ += attribute("role", "img") + attribute("aria-label", escape(run.text)) + ">";
    for (const page::PlacedGlyph& glyph : run.glyphs) {
        const unsigned shared = glyph.glyph == 0 ? 0 : outline(run.font, glyph.glyph);
        if (shared == 0) continue;
        const double along = glyph.along.in_points() / scale;
        double x = static_cast<double>(glyph.shift_x.count());
        double y = static_cast<double>(glyph.shift_y.count());
        if (upright) {
            x -= static_cast<double>(run.font.advance(glyph.glyph).count()) / 2;
            y -= along + static_cast<double>(metrics.central_baseline.count()) + em / 2;
        } else {
            x += along;
        }
        body_ += "<use xlink:href=\"#g" + std::to_string(shared) + "\"" + attribute("x", number(x));
        if (y != 0) body_ += attribute("y", number(y));
        body_ += "/>";
    }
    body_ += "</g>\n";
}

void Drawing::add(const page::MissingBox& box) {
    // The line stays inside the box, so that boxes side by side stay apart.
    const Length line = box.size / 32;
    body_ += "<rect" + attribute("x", number(box.box.origin.x + line)) +
             attribute("y", number(box.box.origin.y + line)) +
             attribute("width", number(box.box.size.width - line * 2)) +
             attribute("height", number(box.box.size.height - line * 2)) + attribute("fill", "none") +
             attribute("stroke", colour(box.colour)) + attribute("stroke-width", number(line)) +
             attribute("role", "img") + attribute("aria-label", escape(box.text)) + "/>\n";
}

void Drawing::add(const page::Stroke& stroke) {
    body_ += "<line" + attribute("x1", number(stroke.from.x)) + attribute("y1", number(stroke.from.y)) +
             attribute("x2", number(stroke.to.x)) + attribute("y2", number(stroke.to.y)) +
             attribute("stroke", colour(stroke.colour)) + attribute("stroke-width", number(stroke.width)) + "/>\n";
}

void Drawing::add(const page::Wave& wave) {
    std::string path = "M";
    std::size_t index = 0;
    for (const PhysicalPoint& point : page::curve(wave)) {
        if (index % 3 == 1) path += "C";
        else if (index > 0) path += " ";
        path += number(point.x) + " " + number(point.y);
        ++index;
    }
    body_ += "<path" + attribute("d", path) + attribute("fill", "none") + attribute("stroke", colour(wave.colour)) +
             attribute("stroke-width", number(wave.width)) + attribute("stroke-linejoin", "round") + "/>\n";
}

void Drawing::add(const page::ImageBox& box) {
    const auto alternative = alternatives_.find(box.element);
    add_image(box.box, box.image, alternative != alternatives_.end() ? &alternative->second : nullptr);
}

void Drawing::add(const page::GlyphImage& image) { add_image(image.box, image.image, &image.text); }

void Drawing::add_image(const PhysicalRect& box, const page::ImageData& image, const std::u16string* label) {
    if (!image.bytes) return;
    body_ += "<image";
    if (image.orientation == image::Orientation::upright) {
        body_ += attribute("x", number(box.origin.x)) + attribute("y", number(box.origin.y)) +
                 attribute("width", number(box.size.width)) + attribute("height", number(box.size.height));
    } else {  // not every reader of SVG looks at Exif, and none may do so after this
        const page::ImageCorners at = page::corners(box, image.orientation);
        const std::string matrix = number(at.row_end.x - at.first.x) + " " + number(at.row_end.y - at.first.y) + " " +
                                   number(at.last_row.x - at.first.x) + " " + number(at.last_row.y - at.first.y) +
                                   " " + number(at.first.x) + " " + number(at.first.y);
        body_ += attribute("width", "1") + attribute("height", "1") + attribute("transform", "matrix(" + matrix + ")") +
                 attribute("style", "image-orientation:none");
    }
    body_ += attribute("preserveAspectRatio", "none");
    if (label != nullptr) body_ += attribute("role", "img") + attribute("aria-label", escape(*label));
    body_ += " xlink:href=\"data:image/";
    body_ += image.format == page::ImageData::Format::png ? "png" : "jpeg";
    body_ += ";base64," + base64(*image.bytes) + "\"/>\n";
}

}  // namespace

std::string escape(std::u16string_view text) {
    std::u16string clean;
    clean.reserve(text.size());
    for (const char16_t unit : text) {
        const bool allowed = unit >= 0x20 ? unit < 0xFFFE : unit == '\t' || unit == '\n' || unit == '\r';
        clean.push_back(allowed ? unit : u'\uFFFD');
    }
    std::string out;
    for (const char c : to_utf8(clean)) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\t': out += "&#9;"; break;  // in an attribute these three would else become spaces
            case '\n': out += "&#10;"; break;
            case '\r': out += "&#13;"; break;
            default: out.push_back(c);
        }
    }
    return out;
}

std::string draw(const page::Page& page, const page::Properties& properties, const Alternatives& alternatives) {
    Drawing drawing{alternatives};
    for (const page::Item& item : page.items) {
        std::visit([&drawing](const auto& value) { drawing.add(value); }, item);
    }
    const std::string width = number(page.size.width);
    const std::string height = number(page.size.height);
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                      " version=\"1.1\"";
    out += attribute("width", width + "pt") + attribute("height", height + "pt") +
           attribute("viewBox", "0 0 " + width + " " + height);
    out += language(properties.language) + ">\n";
    if (!properties.title.empty()) out += "<title>" + escape(properties.title) + "</title>\n";
    if (!drawing.outlines().empty()) out += "<defs>\n" + drawing.outlines() + "</defs>\n";
    out += "<rect width=\"" + width + "\" height=\"" + height + "\" fill=\"#ffffff\"/>\n" + drawing.body() + "</svg>\n";
    return out;
}

}  // namespace bichig::format::svg
