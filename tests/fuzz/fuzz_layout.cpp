// Fuzz target: any text in any styles and measures (zero, negative and enormous ones too) is laid out and placed,
// alone and as a part of a long text that is edited and looked at.
//
// Byte 0 chooses mode, alignment and spacing of marks, bytes 1 to 8 lengths of the paragraph, bytes 9 to 12 spans and
// an edit, bytes 13 and 14 the look of the spans and objects; the rest is the text, and U+FFFC in it an object.
#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <bichig/font/catalogue.h>
#include <bichig/layout/text_layout.h>

#include "expect.h"
#include "loose_utf16.h"

namespace {

using namespace bichig;
using fuzz::expect;

constexpr std::size_t header = 15;

const shape::FontSet& faces() {
    static const shape::FontSet set = [] {
        const auto catalogue = font::Catalogue::open(BICHIG_FONT_FOLDER);
        expect(catalogue.has_value(), "the fonts are staged");
        using font::Role;
        return shape::FontSet{catalogue->font(Role::mongolian), catalogue->font(Role::han_fangsong),
                              catalogue->font(Role::latin), catalogue->font(Role::colour_emoji),
                              catalogue->font(Role::fallback)};
    }();
    return set;
}

Length length_of(std::uint8_t byte) {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    const std::array hostile{Length{},           Length::raw(1),       Length::raw(-1),          Length::raw(most),
                             Length::raw(-most), Length::points(1e15), -Length::points(1e15),    Length::points(1),
                             -Length::points(7), Length::points(1e6),  Length::points(1.0 / 3), -Length::points(1e6)};
    return byte < hostile.size() ? hostile[byte] : Length::points(byte * 2.0);
}

layout::ParagraphOptions options_of(const std::uint8_t* bytes) {
    layout::ParagraphOptions options;
    options.alignment = static_cast<layout::Alignment>(bytes[0] & 3);
    if ((bytes[0] & 4) != 0) options.last_line = static_cast<layout::Alignment>((bytes[0] >> 3) & 3);
    if ((bytes[0] & 0x40) != 0) options.mark_spacing = layout::MarkSpacing::as_written;
    options.measure = length_of(bytes[1]);
    // Most of these stay zero, or nothing but clamped lines would be seen.
    Length* const others[] = {&options.start_indent,    &options.end_indent,  &options.first_line_indent,
                              &options.character_pitch, &options.line_pitch,  &options.tab_distance};
    for (std::size_t i = 0; i < std::size(others); ++i) *others[i] = length_of(bytes[2 + i]);
    if (bytes[8] != 0) {
        options.tab_stops = {{length_of(bytes[8]), static_cast<layout::TabAlignment>(bytes[8] & 3)},
                             {Length::points(90), layout::TabAlignment::decimal}};
    }
    return options;
}

/// What stands for the characters U+FFFC of a text: nothing at all, a picture that is not there, a block.
std::vector<layout::InlineObject> objects_of(const std::u16string& text, std::uint8_t byte, shape::Shaper& shaper) {
    std::vector<layout::InlineObject> objects;
    if (byte == 0) return objects;
    layout::ParagraphOptions options;
    options.measure = length_of(static_cast<std::uint8_t>(byte + 5));
    for (TextIndex i = 0; i < text.size() && objects.size() < 50; ++i) {
        if (text[i] != 0xFFFC && (byte & 0x80) == 0) continue;  // some name characters that are no objects
        layout::InlineObject object;
        object.index = i;
        object.size = {length_of(byte), length_of(static_cast<std::uint8_t>(byte + i))};
        if ((byte & 1) != 0) {
            const std::u16string inner = text.substr(i, 20);
            const std::vector<shape::Span> spans{
                {{0, static_cast<TextIndex>(inner.size())}, faces(), Length::points(9), ""}};
            const PhysicalSize size = object.size;
            object = layout::inline_block(i, layout::lay_out_paragraph(inner, spans, options,
                                                                       layout::WritingMode::horizontal_tb, shaper));
            if ((byte & 2) != 0) object.size = size;
        }
        objects.push_back(std::move(object));
    }
    return objects;
}

layout::SpanMarks marks_of(std::uint8_t byte) {
    layout::SpanMarks marks;
    marks.decorations = {(byte & 1) != 0, (byte & 2) != 0, (byte & 4) != 0, (byte & 8) != 0};
    marks.raised = (byte & 16) != 0;
    return marks;
}

void check(const layout::Paragraph& paragraph, std::uint8_t look) {
    const auto& lines = paragraph.lines.lines;
    const auto glyphs = static_cast<std::uint32_t>(paragraph.shaped.glyphs.size());
    expect(!lines.empty(), "a paragraph has a line");
    expect(paragraph.lines.positions.size() == glyphs + 1, "a position for each glyph and the end");
    TextIndex text = 0;
    std::uint32_t glyph = 0;
    for (const layout::Line& line : lines) {
        expect(line.text.begin == text && line.text.end >= text, "lines follow one another in the text");
        expect(line.glyph_begin == glyph && line.glyph_end >= glyph && line.trailing_end >= line.glyph_end,
               "lines follow one another in the glyphs");
        Length sum;
        for (std::uint32_t g = line.glyph_begin; g < line.glyph_end; ++g) {
            sum += paragraph.lines.positions[g + 1] - paragraph.lines.positions[g] + paragraph.lines.before[g] +
                   paragraph.lines.after[g];
        }
        expect(sum == line.width, "the parts of a line add up to it");
        text = line.text.end;
        glyph = line.trailing_end;
    }
    expect(text == paragraph.text.size() && glyph == glyphs, "lines cover text and glyphs");
    expect(lines.back().last, "the last line is marked");
    std::vector<page::Item> items;
    std::vector<layout::SpanMarks> marks(paragraph.spans.size());
    if (!marks.empty()) marks.back() = marks_of(look);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        layout::place(paragraph.text, paragraph.shaped, paragraph.lines, i, paragraph.spans, marks,
                      {{}, {{}, paragraph.axis(i)}, paragraph.mode, Length::points(16)}, items);
    }
}

void check_text(const std::u16string& text, const layout::TextLayoutOptions& options, const std::uint8_t* bytes) {
    layout::TextLayout layout{layout::paragraphs_of(text), options};
    const auto at = [&](std::uint8_t byte) { return layout.size() * byte / 255; };
    layout.set_style(at(bytes[9]), at(bytes[10]), 1);
    const layout::View view = layout.show(length_of(bytes[11]), Length::points(bytes[12] * 4.0));
    for (const layout::PlacedParagraph& seen : view.paragraphs) check(*seen.lines, bytes[13]);
    const layout::TextOffset begin = std::min(at(bytes[11]), at(bytes[12]));
    const layout::TextOffset end = std::max(at(bytes[11]), at(bytes[12]));
    const layout::TextOffset size = layout.size();
    const std::u16string part = text.substr(text.size() / 2, bytes[12]);
    layout.replace(begin, end, part, 1);
    expect(layout.size() == size - (end - begin) + part.size(), "an edit changes the size by what it adds and takes");
    for (std::size_t i = 0; i < layout.paragraph_count(); ++i) check(layout.paragraph(i), bytes[13]);
    const std::size_t last = layout.paragraph_count() - 1;
    expect(layout.place_of(layout.size()).paragraph == last, "the end is in the last paragraph");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < header) return 0;
    static shape::Shaper shaper;
    const std::u16string text = fuzz::loose_utf16(data + header, std::min<std::size_t>(size - header, 2000));
    const auto mode = (data[0] & 0x20) != 0 ? layout::WritingMode::horizontal_tb : layout::WritingMode::vertical_lr;
    const auto length = static_cast<TextIndex>(text.size());
    const TextIndex cut = length * data[9] / 255;
    std::vector<shape::Span> spans{{{0, cut}, faces(), Length::points(16), "mn-Mong"},
                                   {{cut, length}, faces(), length_of(data[10]), ""}};
    if (cut == 0 && length > 0) spans.erase(spans.begin());
    if (cut == length) spans.erase(spans.begin() + 1, spans.end());
    for (shape::Span& span : spans) {
        span.combine_digits = data[13] >> 5;
        span.han_scale = 0.25 + (data[13] & 15) * 0.25;
    }
    layout::ParagraphOptions options = options_of(data);
    options.objects = objects_of(text, data[14], shaper);
    check(layout::lay_out_paragraph(text, spans, options, mode, shaper), data[13]);
    options.objects.clear();

    layout::TextLayoutOptions of_text;
    of_text.styles = {{faces(), Length::points(16), "mn-Mong"}, {faces(), length_of(data[10]), "zh-Hans"}};
    of_text.looks = {options};
    of_text.measure = options.measure;
    of_text.mode = mode;
    of_text.kept = data[12] * 8U;
    check_text(text, of_text, data);
    return 0;
}
