// Drawings are compared as outlines, since a font may have one drawing as several glyphs.
#include "conformance/agreement.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace bichig::conformance {

namespace {

/// Writes an outline down as text.
class Writer : public font::OutlineSink {
public:
    std::string text;

    void move_to(double x, double y) override { put('M', {x, y}); }
    void line_to(double x, double y) override { put('L', {x, y}); }
    void quadratic_to(double x1, double y1, double x, double y) override { put('Q', {x1, y1, x, y}); }
    void cubic_to(double x1, double y1, double x2, double y2, double x, double y) override {
        put('C', {x1, y1, x2, y2, x, y});
    }
    void close() override { text += 'Z'; }

private:
    void put(char command, std::initializer_list<double> numbers) {
        text += command;
        for (const double number : numbers) text += std::to_string(std::lround(number)) + ' ';
    }
};

}  // namespace

const std::string& Agreement::outline(font::GlyphId glyph) {
    const auto [found, is_new] = outlines_.try_emplace(glyph);
    if (is_new) {
        Writer writer;
        font_.outline(glyph, writer);
        found->second = std::move(writer.text);
    }
    return found->second;
}

void Agreement::add(const std::string& units, const shape::ShapedText& shaped) {
    std::string drawing;
    for (const shape::Glyph& glyph : shaped.glyphs) {
        const std::string& drawn = outline(glyph.id);
        if (drawn.empty() && glyph.advance == FontUnits{}) continue;
        drawing += drawn + '|' + std::to_string(glyph.advance.count()) + ',' + std::to_string(glyph.shift_x.count()) +
                   ',' + std::to_string(glyph.shift_y.count()) + ';';
    }
    ++drawings_of_units_[units][drawing];
}

std::uint32_t Agreement::count() const {
    std::map<std::string_view, std::uint32_t> most_claims;  // of each drawing, by one kind of units
    for (const auto& [units, drawings] : drawings_of_units_) {
        for (const auto& [drawing, times] : drawings) {
            std::uint32_t& most = most_claims[drawing];
            most = std::max(most, times);
        }
    }
    std::uint32_t agreeing = 0;
    for (const auto& [units, drawings] : drawings_of_units_) {
        const auto usual = std::max_element(drawings.begin(), drawings.end(),
                                            [](const auto& a, const auto& b) { return a.second < b.second; });
        if (most_claims[usual->first] == usual->second) agreeing += usual->second;
    }
    return agreeing;
}

}  // namespace bichig::conformance
