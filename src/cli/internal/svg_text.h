// What pictures in SVG are written of: numbers, text that is no markup, and outlines of glyphs as path data.
#pragma once

#include <cstdio>
#include <initializer_list>
#include <string>
#include <string_view>

#include <bichig/font/font.h>

namespace bichig::cli {

/// A number with at most `decimals` of them, without zeros at its end.
inline std::string svg_number(double value, int decimals = 3) {
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    std::string out = text;
    if (out.find('.') != std::string::npos) {
        while (out.back() == '0') out.pop_back();
        if (out.back() == '.') out.pop_back();
    }
    return out == "-0" ? "0" : out;
}

/// `text` for an element or a quoted attribute of SVG or HTML.
inline std::string markup_escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '"' ? "&quot;" : std::string(1, c);
    }
    return out;
}

/// Writes the outline of a glyph as an SVG path, in font units, y upwards.
class PathSink : public font::OutlineSink {
public:
    std::string path;

    void move_to(double x, double y) override { add('M', {x, y}); }
    void line_to(double x, double y) override { add('L', {x, y}); }
    void quadratic_to(double x1, double y1, double x, double y) override { add('Q', {x1, y1, x, y}); }
    void cubic_to(double x1, double y1, double x2, double y2, double x, double y) override {
        add('C', {x1, y1, x2, y2, x, y});
    }
    void close() override { path += "Z"; }

private:
    void add(char command, std::initializer_list<double> values) {
        path += command;
        for (const double value : values) path += svg_number(value) + " ";
    }
};

}  // namespace bichig::cli
