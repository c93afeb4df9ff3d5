// Turns the numbers of profile.h into paragraph and page styles.
#include <bichig/notice/styles.h>

#include <bichig/document/stylesheet.h>

#include <notice/internal/profile.h>
#include <notice/internal/styles.h>
#include <notice/internal/words.h>

namespace bichig::notice {

namespace {

using document::Alignment;
using document::Ems;
using document::HanFace;
using document::MongolianFace;
using document::ParagraphStyle;
using document::StyleRole;
using document::WritingMode;

ParagraphStyle text_style() {
    ParagraphStyle style;
    style.size = Length::points(size::text);
    style.han = HanFace::fangsong;
    style.line_pitch = line_pitch();
    style.character_pitch = character_pitch();
    style.orphans = 1;  // pages are full: 22 lines
    style.widows = 1;
    return style;
}

/// Clause 7.3.3; index 0 is level 1, the title, which the body does not use.
constexpr HanFace level_faces[6] = {HanFace::title,    HanFace::hei,      HanFace::kai,
                                    HanFace::fangsong, HanFace::fangsong, HanFace::fangsong};

std::vector<ParagraphStyle> mode_styles() {
    std::vector<ParagraphStyle> styles(document::style_role_count, text_style());
    const auto style = [&](StyleRole role) -> ParagraphStyle& { return styles[static_cast<std::size_t>(role)]; };
    style(StyleRole::body).first_line_indent = Ems{indent::first_line};
    for (unsigned level = 1; level <= 6; ++level) {
        ParagraphStyle& heading = style(document::heading_role(level));
        heading.han = level_faces[level - 1];
        heading.first_line_indent = Ems{indent::first_line};
        heading.keep_with_next = true;
    }
    style(StyleRole::quotation).han = HanFace::kai;
    style(StyleRole::quotation).start_indent = Ems{indent::quotation};
    style(StyleRole::quotation).end_indent = Ems{indent::quotation};
    style(StyleRole::code).alignment = Alignment::start;
    ParagraphStyle& note = style(StyleRole::note);  // the standard knows no notes: size 5, as in plain documents
    note.size = Length::points(size::note);
    note.line_pitch = Length{};
    note.character_pitch = Length{};
    ParagraphStyle& table = style(StyleRole::table);
    table.size = Length::points(size::table);
    table.alignment = Alignment::centre;
    table.line_pitch = Length{};
    table.character_pitch = Length{};
    return styles;
}

ParagraphStyle back_matter_style() {
    ParagraphStyle style = text_style();
    style.size = Length::points(size::back_matter);
    style.line_pitch = style.size.scaled(gap::back_matter_line);
    style.character_pitch = Length{};
    style.start_indent = Ems{indent::back_matter};
    style.end_indent = Ems{indent::back_matter};
    return style;
}

}  // namespace

std::vector<ParagraphStyle> body_styles() {
    return document::for_both_modes(mode_styles());
}

ParagraphStyle part_style(Part part) {
    ParagraphStyle style = text_style();
    switch (part) {
    case Part::copy_number:
        style.alignment = Alignment::start;
        style.keep_with_next = true;
        break;
    case Part::secrecy:
        style.han = HanFace::hei;
        style.alignment = Alignment::start;
        style.keep_with_next = true;
        break;
    case Part::number:
        style.alignment = Alignment::centre;
        style.character_pitch = Length{};
        break;
    case Part::title:
        style.size = Length::points(size::title);
        style.han = HanFace::title;
        style.mongolian = MongolianFace::title;
        style.alignment = Alignment::centre;
        style.character_pitch = Length{};
        style.keep_with_next = true;
        break;
    case Part::addressee:
        style.space_before = line_pitch() * gap::addressee;
        style.keep_with_next = true;
        break;
    case Part::attachment_note:
        style.space_before = line_pitch() * gap::attachment_note;
        style.alignment = Alignment::start;
        style.keep_with_next = true;  // the closing may not stand alone on a page
        break;
    case Part::attachment_name:
        style.alignment = Alignment::start;
        style.keep_with_next = true;
        break;
    case Part::closing:
        style.alignment = Alignment::end;
        style.end_indent = Ems{indent::sealed_date};
        style.character_pitch = Length{};
        break;
    case Part::annotation:
        style.first_line_indent = Ems{indent::annotation};
        break;
    case Part::carbon_copy:
        style = back_matter_style();
        break;
    case Part::printing:
        style = back_matter_style();
        style.alignment = Alignment::start;
        break;
    }
    return style;
}

ParagraphStyle mark_style(Length mark_size) {
    ParagraphStyle style;
    style.size = mark_size;
    style.han = HanFace::title;
    style.mongolian = MongolianFace::title;
    style.colour = document::official_red;
    style.alignment = Alignment::centre;
    style.line_pitch = mark_size.scaled(size::mark_leading);
    style.keep_with_next = true;
    return style;
}

document::PageStyle notice_page(WritingMode mode) {
    const Words& words = words_of(mode);
    document::PageStyle page;
    page.width = Length::millimetres(paper::width);
    page.height = Length::millimetres(paper::height);
    page.margin_top = Length::millimetres(paper::top);
    page.margin_left = Length::millimetres(paper::binding);
    // The area is given, not the other margins: they are what is left of the paper.
    page.margin_right = page.width - page.margin_left - Length::millimetres(paper::area_width);
    page.margin_bottom = page.height - page.margin_top - Length::millimetres(paper::area_height);
    page.number.position = document::PageNumberStyle::Position::outside;
    page.number.before = words.page_number_before;
    page.number.after = words.page_number_after;
    page.number.size = Length::points(size::page_number);
    page.number.han = HanFace::song;
    page.number.indent = Ems{indent::page_number};
    page.number.below = Length::millimetres(gap::page_number);
    page.restart_numbers = true;  // each version is issued as a document by itself
    return page;
}

Length half_leading(const ParagraphStyle& style) { return (style.line_pitch - style.size) / 2; }

}  // namespace bichig::notice
