// The default styles as one table; no reader or profile repeats these numbers.
#include <bichig/document/stylesheet.h>

#include <algorithm>

#include <document/internal/walk.h>

namespace bichig::document {

namespace {

/// One row of the table of headings.
struct HeadingDefault {
    double size;          ///< pt: Chinese sizes 2, small 2, 3, small 3, 4, 4
    HanFace han;
    MongolianFace mongolian;
    Alignment alignment;
    double space_before;  ///< pt
    double space_after;   ///< pt
};

constexpr HeadingDefault heading_defaults[6] = {
    {22, HanFace::title, MongolianFace::title, Alignment::centre, 16, 16},
    {18, HanFace::hei, MongolianFace::title, Alignment::start, 14, 8},
    {16, HanFace::hei, MongolianFace::title, Alignment::start, 12, 6},
    {15, HanFace::hei, MongolianFace::text, Alignment::start, 10, 4},
    {14, HanFace::hei, MongolianFace::text, Alignment::start, 8, 4},
    {14, HanFace::kai, MongolianFace::text, Alignment::start, 8, 4},
};

constexpr double body_size = 14;
constexpr double table_size = 12;
constexpr double code_size = 12;
constexpr double note_size = 10.5;  ///< Chinese size 5, customary for notes under text of size 4
constexpr Ems body_indent{2};
constexpr Ems quotation_indent{2};
constexpr double block_gap = 6;  ///< pt around code and quotations

/// The styles of one writing mode in the order of StyleRole. Both modes share them: what differs between the two,
/// the direction of lines and the face of each script, is no matter of the style.
std::vector<ParagraphStyle> mode_styles() {
    ParagraphStyle body;
    body.size = Length::points(body_size);
    body.han = HanFace::song;

    std::vector<ParagraphStyle> styles(style_role_count, body);
    const auto style = [&](StyleRole role) -> ParagraphStyle& { return styles[static_cast<std::size_t>(role)]; };

    style(StyleRole::body).first_line_indent = body_indent;
    for (unsigned level = 1; level <= 6; ++level) {
        const HeadingDefault& row = heading_defaults[level - 1];
        ParagraphStyle& heading = style(heading_role(level));
        heading.size = Length::points(row.size);
        heading.han = row.han;
        heading.mongolian = row.mongolian;
        heading.alignment = row.alignment;
        heading.space_before = Length::points(row.space_before);
        heading.space_after = Length::points(row.space_after);
        heading.keep_with_next = true;
    }
    style(StyleRole::table).size = Length::points(table_size);
    style(StyleRole::table).alignment = Alignment::centre;
    style(StyleRole::code).size = Length::points(code_size);
    style(StyleRole::code).alignment = Alignment::start;
    style(StyleRole::code).space_before = Length::points(block_gap);
    style(StyleRole::code).space_after = Length::points(block_gap);
    style(StyleRole::note).size = Length::points(note_size);
    style(StyleRole::quotation).han = HanFace::kai;
    style(StyleRole::quotation).start_indent = quotation_indent;
    style(StyleRole::quotation).end_indent = quotation_indent;
    style(StyleRole::quotation).space_before = Length::points(block_gap);
    style(StyleRole::quotation).space_after = Length::points(block_gap);
    return styles;
}

bool equal_ignoring_case(const std::string& text, std::size_t begin, std::size_t size, const char* lower) {
    for (std::size_t i = 0; i < size; ++i) {
        const char c = text[begin + i];
        const char folded = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (lower[i] == '\0' || folded != lower[i]) return false;
    }
    return lower[size] == '\0';
}

}  // namespace

std::vector<ParagraphStyle> for_both_modes(const std::vector<ParagraphStyle>& styles) {
    std::vector<ParagraphStyle> both(std::size_t{style_role_count} * 2);
    for (std::uint16_t role = 0; role < style_role_count; ++role) {
        for (const WritingMode mode : {WritingMode::vertical_lr, WritingMode::horizontal_tb}) {
            both[style_index(mode, static_cast<StyleRole>(role))] = styles.at(role);
        }
    }
    return both;
}

std::vector<ParagraphStyle> default_styles() { return for_both_modes(mode_styles()); }

PageStyle default_page(WritingMode mode) {
    PageStyle page;
    if (mode == WritingMode::vertical_lr) std::swap(page.width, page.height);
    return page;
}

WritingMode writing_mode_of(const std::string& language) {
    for (std::size_t begin = 0; begin <= language.size();) {
        const std::size_t end = std::min(language.find('-', begin), language.size());
        if (begin != 0 && equal_ignoring_case(language, begin, end - begin, "mong")) return WritingMode::vertical_lr;
        begin = end + 1;
    }
    return WritingMode::horizontal_tb;
}

std::vector<SourceRange> close_heading_gaps(Document& document) {
    std::vector<SourceRange> changed;
    unsigned current = 0;
    for_each_paragraph(document, [&](Paragraph& paragraph) {
        if (paragraph.heading_level == 0) return;
        if (paragraph.heading_level > current + 1) {
            paragraph.heading_level = static_cast<std::uint8_t>(current + 1);
            changed.push_back(paragraph.runs.empty() ? SourceRange{} : paragraph.runs.front().source);
        }
        current = paragraph.heading_level;
    });
    return changed;
}

}  // namespace bichig::document
