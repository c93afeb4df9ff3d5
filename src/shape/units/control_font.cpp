// Builds a TrueType font of a few frames in memory: no binary is kept, and writers embed it as any other font.
#include "shape/units/control_font.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

namespace bichig::shape::units {

namespace {

struct Box {
    int left, bottom, right, top;
};

void put(std::string& out, unsigned value, int bytes) {
    for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(value >> 8 * i & 255);
}

constexpr int advance = 770, stroke = 40;

/// A frame, and in it the digit of a selector, M or N, drawn of bars. The middle is that of the stem (cmap U+180A).
std::vector<Box> boxes_of(unsigned glyph) {
    constexpr int left = 60, right = 710, bottom = -25, top = 625;
    std::vector<Box> boxes = {{left, bottom, right, bottom + stroke}, {left, top - stroke, right, top},
                              {left, bottom + stroke, left + stroke, top - stroke},
                              {right - stroke, bottom + stroke, right, top - stroke}};
    constexpr int a = 260, b = 510, low = 100, middle = 280, high = 460, tall = 500;
    const Box segments[] = {{a, high, b, high + stroke}, {a, middle, b, middle + stroke}, {a, low, b, low + stroke},
                            {a, middle, a + stroke, tall}, {b - stroke, middle, b, tall},
                            {a, low, a + stroke, middle + stroke}, {b - stroke, low, b, middle + stroke},
                            {(a + b - stroke) / 2, low, (a + b + stroke) / 2, tall}};
    static const std::array<std::vector<int>, 7> drawn = {
        {{}, {7}, {0, 1, 2, 4, 5}, {0, 1, 2, 4, 6}, {1, 3, 4, 6}, {0, 3, 4, 5, 6, 7}, {0, 3, 4, 5, 6}}};
    for (const int segment : drawn[glyph]) boxes.push_back(segments[segment]);
    return boxes;
}

std::string outline(const std::vector<Box>& boxes) {
    std::string out;
    put(out, static_cast<unsigned>(boxes.size()), 2);
    int extremes[4] = {32767, 32767, -32767, -32767};
    for (const Box& box : boxes) {
        extremes[0] = std::min(extremes[0], box.left);
        extremes[1] = std::min(extremes[1], box.bottom);
        extremes[2] = std::max(extremes[2], box.right);
        extremes[3] = std::max(extremes[3], box.top);
    }
    for (const int value : extremes) put(out, static_cast<unsigned>(value), 2);
    for (std::size_t i = 0; i < boxes.size(); ++i) put(out, static_cast<unsigned>(4 * i + 3), 2);
    put(out, 0, 2);
    out.append(4 * boxes.size(), '\x01');  // on the curve, coordinates in two bytes
    const auto corners = [](const Box& box) {
        return std::array<std::array<int, 2>, 4>{
            {{box.left, box.bottom}, {box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}}};
    };
    for (int axis = 0; axis < 2; ++axis) {
        int last = 0;
        for (const Box& box : boxes) {
            for (const auto& corner : corners(box)) {
                put(out, static_cast<unsigned>(corner[axis] - last), 2);
                last = corner[axis];
            }
        }
    }
    while (out.size() % 4 != 0) out += '\0';
    return out;
}

std::string character_map() {
    std::string out;
    put(out, 0, 2), put(out, 1, 2), put(out, 3, 2), put(out, 1, 2), put(out, 12, 4);
    // Format 4: the stem, by which faces are centred, and the end.
    put(out, 4, 2), put(out, 32, 2), put(out, 0, 2), put(out, 4, 2), put(out, 4, 2), put(out, 1, 2), put(out, 0, 2);
    put(out, 0x180A, 2), put(out, 0xFFFF, 2), put(out, 0, 2), put(out, 0x180A, 2), put(out, 0xFFFF, 2);
    put(out, static_cast<unsigned>(7 - 0x180A), 2), put(out, 1, 2), put(out, 0, 2), put(out, 0, 2);
    return out;
}

std::string names() {
    const std::string family = "Bichig Controls", postscript = "BichigControls-Regular";
    std::string out, text;
    put(out, 0, 2), put(out, 2, 2), put(out, 6 + 2 * 12, 2);
    for (const auto& [id, value] : {std::pair{1u, family}, std::pair{6u, postscript}}) {
        put(out, 3, 2), put(out, 1, 2), put(out, 0x409, 2), put(out, id, 2);
        put(out, static_cast<unsigned>(2 * value.size()), 2), put(out, static_cast<unsigned>(text.size()), 2);
        for (const char c : value) text += '\0', text += c;
    }
    return out + text;
}

std::string font_file() {
    constexpr unsigned glyphs = 8;
    std::string glyf, loca, hmtx;
    for (unsigned glyph = 0; glyph < glyphs; ++glyph) {
        put(loca, static_cast<unsigned>(glyf.size()), 4);
        glyf += outline(glyph == 7 ? std::vector<Box>{{0, 270, 100, 330}} : boxes_of(glyph));
        put(hmtx, advance, 2), put(hmtx, glyph == 7 ? 0 : 60, 2);
    }
    put(loca, static_cast<unsigned>(glyf.size()), 4);
    std::string head, hhea, maxp, post;
    put(head, 0x00010000, 4), put(head, 0x00010000, 4), put(head, 0, 4), put(head, 0x5F0F3CF5, 4), put(head, 3, 2);
    put(head, 1000, 2), put(head, 0, 4), put(head, 0, 4), put(head, 0, 4), put(head, 0, 4);
    for (const int value : {0, -25, 710, 625}) put(head, static_cast<unsigned>(value), 2);
    put(head, 0, 2), put(head, 8, 2), put(head, 2, 2), put(head, 1, 2), put(head, 0, 2);
    put(hhea, 0x00010000, 4);
    for (const int value : {800, -200, 0, advance, 60, 60, 710, 1, 0, 0, 0, 0, 0, 0, 0, static_cast<int>(glyphs)}) {
        put(hhea, static_cast<unsigned>(value), 2);
    }
    put(maxp, 0x00010000, 4);
    for (const unsigned value : {glyphs, 64u, 16u, 0u, 0u, 2u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u}) put(maxp, value, 2);
    put(post, 0x00030000, 4), post.append(28, '\0');
    const std::pair<const char*, const std::string> tables[] = {
        {"cmap", character_map()}, {"glyf", glyf}, {"head", head}, {"hhea", hhea}, {"hmtx", hmtx},
        {"loca", loca}, {"maxp", maxp}, {"name", names()}, {"post", post}};
    std::string file, body;
    put(file, 0x00010000, 4), put(file, std::size(tables), 2), put(file, 128, 2), put(file, 3, 2), put(file, 16, 2);
    for (const auto& [tag, bytes] : tables) {
        file += tag;
        put(file, 0, 4);
        put(file, static_cast<unsigned>(12 + 16 * std::size(tables) + body.size()), 4);
        put(file, static_cast<unsigned>(bytes.size()), 4);
        body += bytes;
        while (body.size() % 4 != 0) body += '\0';
    }
    return file + body;
}

font::Font make() {
    auto font = font::Font::from_memory(std::make_shared<const std::string>(font_file()), 0, "Bichig Controls");
    if (!font) std::abort();  // the bytes do not depend on anything outside
    return *font;
}

}  // namespace

const font::Font& control_font() {
    static const font::Font font = make();
    return font;
}

}  // namespace bichig::shape::units
