// The two long answers of `bichig shape`.
#include "cli/internal/shape_output.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include <nlohmann/json.hpp>

#include <bichig/base/utf.h>

#include "cli/internal/command.h"
#include "cli/internal/svg_text.h"

namespace bichig::cli {

namespace {

const char* name(shape::Orientation orientation) {
    switch (orientation) {
        case shape::Orientation::horizontal: return "horizontal";
        case shape::Orientation::sideways: return "sideways";
        case shape::Orientation::upright: break;
    }
    return "upright";
}

/// One glyph with its pen at (x, y) of the picture.
std::string drawn_glyph(const shape::Run& run, const shape::Glyph& glyph, double x, double y, double scale) {
    PathSink sink;
    run.font.outline(glyph.id, sink);
    if (sink.path.empty()) return {};
    const double middle = static_cast<double>(run.font.metrics().central_baseline.count());
    const double em = static_cast<double>(run.font.metrics().units_per_em.count());
    const auto shift_x = static_cast<double>(glyph.shift_x.count());
    const auto shift_y = static_cast<double>(glyph.shift_y.count());
    std::string matrix;
    if (run.orientation == shape::Orientation::upright) {
        const double left = x - scale * static_cast<double>(run.font.advance(glyph.id).count()) / 2;
        const double baseline = y + scale * (middle + em / 2);
        matrix = svg_number(scale) + " 0 0 " + svg_number(-scale) + " " + svg_number(left) + " " + svg_number(baseline);
    } else {
        matrix = "0 " + svg_number(scale) + " " + svg_number(scale) + " 0 " +
                 svg_number(x + scale * (shift_y - middle)) + " " + svg_number(y + scale * shift_x);
    }
    return "<path transform=\"matrix(" + matrix + ")\" d=\"" + sink.path + "\"/>\n";
}

/// `text` along the line, its middle at `y`, its baseline at `x`.
std::string drawn_label(std::string_view text, const font::Font& font, double x, double y, double size) {
    const double scale = size / static_cast<double>(font.metrics().units_per_em.count());
    double width = 0;
    for (const char c : text) width += scale * static_cast<double>(font.advance(font.glyph(char32_t(c))).count());
    double pen = y - width / 2;
    std::string out;
    for (const char c : text) {
        PathSink sink;
        font.outline(font.glyph(char32_t(c)), sink);
        out += "<path transform=\"matrix(0 " + svg_number(scale) + " " + svg_number(scale) + " 0 " + svg_number(x) +
               " " + svg_number(pen) + ")\" d=\"" + sink.path + "\"/>\n";
        pen += scale * static_cast<double>(font.advance(font.glyph(char32_t(c))).count());
    }
    return out;
}

/// The marks of a review beside a line whose middle is at `x`: letters at its right, controls at its left, each control
/// with a stroke that shows where it stands.
std::string drawn_marks(const shape::ShapedText& shaped, const std::vector<double>& pens, double x, double size,
                        const font::Font& labels) {
    std::string out;
    double controls_end = 0;  // labels that would run into each other are moved on
    for (const shape::ReviewMark& mark : shaped.review) {
        const shape::Run& run = shaped.runs[mark.run];
        const double scale = size / static_cast<double>(run.font.metrics().units_per_em.count());
        const double y = pens[mark.glyph] + scale * static_cast<double>(mark.along.count());
        const std::string text = label(mark);
        const bool letter = mark.kind == shape::ReviewKind::look_alike;
        const bool invalid = mark.kind == shape::ReviewKind::invalid_selector;
        const bool selector = invalid || mark.kind == shape::ReviewKind::idle_selector;
        const char* colour = letter ? "#2a7a2a" : invalid ? "#c00000" : selector ? "#b06000" : "#2040c0";
        out += std::string("<g fill=\"") + colour + "\" data-kind=\"" + std::string(shape::name(mark.kind)) + "\">\n";
        if (letter) {
            out += drawn_label(text, labels, x + size * 0.62, y, size * 0.3);
        } else {
            const double half = size * 0.08 * static_cast<double>(text.size());
            const double middle = std::max(y, controls_end + half);
            controls_end = middle + half;
            out += "<path d=\"M" + svg_number(x - size * 0.72) + " " + svg_number(y) + "h" + svg_number(size * 1.3) +
                   "v" + svg_number(size * 0.02) + "h" + svg_number(-size * 1.3) + "z\"/>\n";
            out += drawn_label(text, labels, x - size * 1.0, middle, size * 0.3);
        }
        out += "</g>\n";
    }
    return out;
}

}  // namespace

std::string shaped_json(const ShapedLine& line) {
    nlohmann::ordered_json runs = nlohmann::ordered_json::array();
    for (const shape::Run& run : line.shaped.runs) {
        nlohmann::ordered_json glyphs = nlohmann::ordered_json::array();
        for (std::uint32_t i = run.glyph_begin; i < run.glyph_end; ++i) {
            const shape::Glyph& glyph = line.shaped.glyphs[i];
            nlohmann::ordered_json row{{"glyph", glyph.id}, {"cluster", glyph.cluster},
                                       {"advance", glyph.advance.count()}};
            if (glyph.shift_x != FontUnits{}) row["shift_x"] = glyph.shift_x.count();
            if (glyph.shift_y != FontUnits{}) row["shift_y"] = glyph.shift_y.count();
            glyphs.push_back(std::move(row));
        }
        runs.push_back({{"begin", run.text.begin}, {"end", run.text.end}, {"font", run.font.postscript_name()},
                        {"units_per_em", run.font.metrics().units_per_em.count()},
                        {"orientation", name(run.orientation)}, {"glyphs", std::move(glyphs)}});
    }
    nlohmann::ordered_json answer{{"text", to_utf8(line.text)}, {"runs", std::move(runs)}};
    for (const shape::ReviewMark& mark : line.shaped.review) {
        answer["review"].push_back({{"kind", shape::name(mark.kind)}, {"begin", mark.text.begin},
                                    {"end", mark.text.end}, {"run", mark.run}, {"glyph", mark.glyph},
                                    {"along", mark.along.count()}, {"label", label(mark)}});
    }
    return answer.dump();
}

std::string shaped_svg(const std::vector<ShapedLine>& lines, double size, const font::Font* labels) {
    const bool reviewed = std::any_of(lines.begin(), lines.end(),
                                      [](const ShapedLine& line) { return !line.shaped.review.empty(); });
    const double pitch = size * (reviewed ? 2.4 : 1.6);
    double height = 0;
    std::string body;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        double y = size / 2;
        std::vector<double> pens;
        for (const shape::Run& run : lines[i].shaped.runs) {
            const double scale = size / static_cast<double>(run.font.metrics().units_per_em.count());
            for (std::uint32_t glyph = run.glyph_begin; glyph < run.glyph_end; ++glyph) {
                const shape::Glyph& drawn = lines[i].shaped.glyphs[glyph];
                pens.push_back(y);
                body += drawn_glyph(run, drawn, pitch * (static_cast<double>(i) + 0.5), y, scale);
                y += scale * static_cast<double>(drawn.advance.count());
            }
        }
        if (labels != nullptr) {
            body += drawn_marks(lines[i].shaped, pens, pitch * (static_cast<double>(i) + 0.5), size, *labels);
        }
        height = std::max(height, y + size / 2);
    }
    const std::string width = svg_number(pitch * static_cast<double>(lines.size()));
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "pt\" height=\"" + svg_number(height) +
           "pt\" viewBox=\"0 0 " + width + " " + svg_number(height) + "\">\n" + body + "</svg>\n";
}

void declare_policy(ArgumentTable& app, std::string& policy) {
    app.add_option("--policy", policy,
                   "Who chooses the forms of Mongolian letters: font (its own rules), units (the written-unit engine), "
                   "or auto (the engine where the font is wrong; the default)")
        .check(listed("{font,units,auto}", [](const std::string& name) {
            return shape::policy_named(name) ? std::string{} : "there is no policy '" + name + "'";
        }));
}

std::string user_cache_folder() {
    if (const char* folder = std::getenv("XDG_CACHE_HOME"); folder != nullptr && *folder == '/') {
        return std::string(folder) + "/bichig";
    }
    const char* home = std::getenv("HOME");
    return home != nullptr && *home == '/' ? std::string(home) + "/.cache/bichig" : std::string{};
}

}  // namespace bichig::cli
