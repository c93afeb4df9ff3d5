// The dump of `bichig layout`: pages as text that people can read and `diff` can compare.
//
// Lengths are in points with at most three decimals. An item begins with its kind, its font and its place on the page;
// the glyphs of a run follow as GLYPH:TEXT+ADVANCE with TEXT the index in the run's text, and ~X,Y where the glyph is
// shifted (in font units). White space and controls are written as their code points.
#include <algorithm>
#include <cstdio>
#include <string>

#include <bichig/base/utf.h>

#include "cli/internal/layout_pages.h"

namespace bichig::cli {

namespace {

std::string points(Length length) {
    char text[48];
    std::snprintf(text, sizeof text, "%.3f", length.in_points());
    std::string number = text;
    number.erase(number.find_last_not_of('0') + 1);
    if (number.back() == '.') number.pop_back();
    return number == "-0" ? "0" : number;
}

std::string pair(Length a, Length b) { return points(a) + "," + points(b); }

/// Whether a character would not be seen in a dump, or would change what stands beside it.
bool is_unseen(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0xAD || (c >= 0x180B && c <= 0x180F) ||
           (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) ||
           c == 0x3000 || c == 0xFEFF || c == 0xFFFC || (c >= 0xFE00 && c <= 0xFE0F) ||
           (c >= 0xD800 && c < 0xE000) || c >= 0xE0000;
}

std::string quoted(std::u16string_view text) {
    std::string out = "\"";
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = code_point_at(text, static_cast<TextIndex>(i));
        if (is_unseen(c.value)) {
            char code[16];
            std::snprintf(code, sizeof code, "<%04X>", static_cast<unsigned>(c.value));
            out += code;
        } else {
            if (c.value == U'"' || c.value == U'\\' || c.value == U'<') out += '\\';
            out += to_utf8(text.substr(i, c.size));
        }
        i += c.size;
    }
    return out + "\"";
}

const char* name(page::Orientation orientation) {
    switch (orientation) {
        case page::Orientation::horizontal: return "horizontal";
        case page::Orientation::sideways: return "sideways";
        case page::Orientation::upright: break;
    }
    return "upright";
}

std::string colour_of(page::Colour colour) {
    if (colour == page::Colour{}) return {};
    char text[16];
    std::snprintf(text, sizeof text, " #%02X%02X%02X", colour.red, colour.green, colour.blue);
    return text;
}

/// Writes items; one overload for each kind.
class ItemWriter {
public:
    ItemWriter(const font::Catalogue& catalogue, std::string& out) : catalogue_{catalogue}, out_{out} {}

    void operator()(const page::GlyphRun& run) {
        out_ += "    glyphs " + face(run.font) + " " + points(run.size) + " " + name(run.orientation) + " at " +
                pair(run.origin.x, run.origin.y) + " advance " + points(run.advance) + colour_of(run.colour) + " " +
                quoted(run.text) + "\n     ";
        for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
            const page::PlacedGlyph& glyph = run.glyphs[i];
            const Length next = i + 1 < run.glyphs.size() ? run.glyphs[i + 1].along : run.advance;
            out_ += " " + std::to_string(glyph.glyph) + ":" + std::to_string(glyph.text.begin) + "+" +
                    points(next - glyph.along);
            if (glyph.shift_x != FontUnits{} || glyph.shift_y != FontUnits{}) {
                out_ += "~" + std::to_string(glyph.shift_x.count()) + "," + std::to_string(glyph.shift_y.count());
            }
        }
        out_ += "\n";
    }
    void operator()(const page::MissingBox& missing) {
        out_ += "    missing " + box(missing.box) + " " + quoted(missing.text) + "\n";
    }
    void operator()(const page::Stroke& stroke) {
        out_ += "    stroke " + pair(stroke.from.x, stroke.from.y) + " to " + pair(stroke.to.x, stroke.to.y) +
                " width " + points(stroke.width) + colour_of(stroke.colour) + "\n";
    }
    void operator()(const page::Wave& wave) {
        out_ += "    wave " + pair(wave.from.x, wave.from.y) + " to " + pair(wave.to.x, wave.to.y) + " width " +
                points(wave.width) + " amplitude " + points(wave.amplitude) + colour_of(wave.colour) + "\n";
    }
    void operator()(const page::ImageBox& image) { out_ += "    image " + box(image.box) + "\n"; }
    void operator()(const page::GlyphImage& image) {
        out_ += "    picture " + box(image.box) + " " + quoted(image.text) + "\n";
    }
    template <class Other>
    void operator()(const Other&) {
        out_ += "    other\n";
    }

private:
    static std::string box(const PhysicalRect& rect) {
        return "at " + pair(rect.origin.x, rect.origin.y) + " size " + pair(rect.size.width, rect.size.height);
    }

    /// The first role that the face serves, and its PostScript name.
    std::string face(const font::Font& font) const {
        std::string role = "-";
        for (std::size_t i = 0; i < font::role_count && role == "-"; ++i) {
            const auto candidate = static_cast<font::Role>(i);
            for (const unsigned weight : {font::regular_weight, font::bold_weight}) {
                if (catalogue_.font(candidate, weight).identity() != font.identity()) continue;
                role = font::name(candidate);
                break;
            }
        }
        return role + " " + font.postscript_name() + (font.synthetic_bold() ? "+stroke" : "");
    }

    const font::Catalogue& catalogue_;
    std::string& out_;
};

std::string line_head(const layout::Line& line, const SetLine& set) {
    std::string out = "  line " + std::to_string(set.paragraph + 1) + "." + std::to_string(set.line + 1) + " text " +
                      std::to_string(line.text.begin) + ".." + std::to_string(line.text.end) + " start " +
                      points(line.start) + " width " + points(line.width) + " of " + points(line.available) +
                      " axis " + points(set.axis);
    if (line.last) out += " last";
    if (line.overfull) out += " overfull";
    if (line.underfull) out += " underfull";
    if (line.hyphen_at_start) out += " hyphen-at-start";
    if (line.hyphen_at_end) out += " hyphen-at-end";
    return out + "\n";
}

}  // namespace

std::string dump(const SetSheet& sheet, const font::Catalogue& catalogue) {
    const bool vertical = sheet.frame.mode == layout::WritingMode::vertical_lr;
    std::string out = std::string("sheet ") + (vertical ? "vertical_lr" : "horizontal_tb") + " " +
                      pair(sheet.frame.size.width, sheet.frame.size.height) + " margin " +
                      points(sheet.frame.margin) + "\n";
    for (std::size_t i = 0; i < sheet.paragraphs.size(); ++i) {
        const layout::Paragraph& paragraph = sheet.paragraphs[i];
        out += "paragraph " + std::to_string(i + 1) + " text 0.." + std::to_string(paragraph.text.size()) + " lines " +
               std::to_string(paragraph.lines.lines.size()) + " measure " + points(paragraph.options.measure) +
               " pitch " + points(paragraph.pitch) + "\n";
    }
    for (std::size_t i = 0; i < sheet.pages.size(); ++i) {
        const SetPage& page = sheet.pages[i];
        out += "page " + std::to_string(i + 1) + "\n";
        for (const SetLine& set : page.lines) {
            const layout::Paragraph& paragraph = sheet.paragraphs[set.paragraph];
            const layout::Line& line = paragraph.lines.lines[set.line];
            out += line_head(line, set);
            const std::u16string_view text = paragraph.text;
            out += "    " + quoted(text.substr(line.text.begin, line.text.size())) + "\n";
            for (std::size_t item = set.item_begin; item < set.item_end; ++item) {
                std::visit(ItemWriter{catalogue, out}, page.page.items[item]);
            }
        }
    }
    return out;
}

}  // namespace bichig::cli
