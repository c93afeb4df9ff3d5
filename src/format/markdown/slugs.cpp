// The rule of GitHub: small letters, all but letters, digits, "_", "-" and spaces left out, each space a "-".
#include <format/markdown/internal/slugs.h>

#include <bichig/base/utf.h>

#include <document/internal/walk.h>

namespace bichig::format {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

/// Punctuation, symbols, spaces and controls beyond ASCII, block by block.
constexpr Range left_out[] = {{0x80, 0xA9},       {0xAB, 0xB4},       {0xB6, 0xB9},       {0xBB, 0xBF},
                              {0xD7, 0xD7},       {0xF7, 0xF7},       {0x1800, 0x180A},   {0x180E, 0x180E},
                              {0x2000, 0x206F},   {0x20A0, 0x20CF},   {0x2190, 0x2BFF},   {0x2E00, 0x2E7F},
                              {0x3000, 0x3004},   {0x3008, 0x3020},   {0x3030, 0x3030},   {0xE000, 0xF8FF},
                              {0xFE10, 0xFE1F},   {0xFE30, 0xFE32},   {0xFE35, 0xFE4C},   {0xFE50, 0xFE6F},
                              {0xFF01, 0xFF0F},   {0xFF1A, 0xFF20},   {0xFF3B, 0xFF3E},   {0xFF5B, 0xFF65},
                              {0xFFE0, 0xFFFF},   {0x1F000, 0x1FAFF}, {0xF0000, 0x10FFFF}};

bool stays(char32_t c) {
    if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') || c == U'_' || c == U'-';
    for (const Range& range : left_out) {
        if (c >= range.first && c <= range.last) return false;
    }
    return true;
}

/// Latin, Greek and Cyrillic as far as they are common.
char32_t small(char32_t c) {
    if ((c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7)) return c + 0x20;
    if ((c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) return c + 0x20;
    if (c >= 0x400 && c <= 0x40F) return c + 0x50;
    if ((c >= 0x490 && c <= 0x4BF) || (c >= 0x4D0 && c <= 0x52F)) return c | 1;
    return c;
}

}  // namespace

std::string slug(std::u16string_view text) {
    std::u16string made;
    for (TextIndex at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        const char32_t c = small(point.value);
        if (c == U' ' || c == U'\n') {
            made += u'-';
        } else if (stays(c) && c < 0x10000) {
            made += static_cast<char16_t>(c);
        } else if (stays(c)) {
            made += text.substr(at, point.size);
        }
        at += point.size;
    }
    return to_utf8(made);
}

void set_heading_ids(std::vector<document::Block>& blocks, std::set<std::string>& taken) {
    document::for_each_block(blocks, [&](document::Block& block) { taken.insert(block.id); });
    document::for_each_block(blocks, [&](document::Block& block) {
        const auto* heading = std::get_if<document::Paragraph>(&block.value);
        if (heading == nullptr || heading->heading_level == 0 || !block.id.empty()) return;
        std::u16string text;
        for (const document::Run& run : heading->runs) text += run.note.empty() ? run.text : u"";
        const std::string made = slug(text);
        if (made.empty()) return;
        std::string id = made;
        for (unsigned number = 1; !taken.insert(id).second; ++number) id = made + "-" + std::to_string(number);
        block.id = std::move(id);
    });
}

}  // namespace bichig::format
