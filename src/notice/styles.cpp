// Turns the numbers of profile.h into paragraph and page styles.
#include <bichig/notice/styles.h>

#include <bichig/document/stylesheet.h>

#include <notice/internal/profile.h>
#include <notice/internal/styles.h>

namespace bichig::notice {

namespace {

using document::Alignment;
using document::Ems;
using document::HanFace;
using document::ParagraphStyle;
using document::StyleRole;

ParagraphStyle text_style(const Profile& profile) {
    ParagraphStyle style;
    style.size = profile.sizes.text;
    style.han = profile.faces.text;
    style.line_pitch = line_pitch();
    style.character_pitch = character_pitch();
    style.orphans = 1;  // pages are full: 22 lines
    style.widows = 1;
    return style;
}

std::vector<ParagraphStyle> mode_styles(const Profile& profile) {
    // Clause 7.3.3; level 1 is the title, which the body does not use.
    const HanFace level_faces[6] = {profile.faces.title, profile.faces.level_1, profile.faces.level_2,
                                    profile.faces.text,  profile.faces.text,    profile.faces.text};
    std::vector<ParagraphStyle> styles(document::style_role_count, text_style(profile));
    const auto style = [&](StyleRole role) -> ParagraphStyle& { return styles[static_cast<std::size_t>(role)]; };
    style(StyleRole::body).first_line_indent = Ems{indent::first_line};
    style(StyleRole::list).first_line_indent = Ems{indent::first_line};  // items begin as paragraphs do
    for (unsigned level = 1; level <= 6; ++level) {
        ParagraphStyle& heading = style(document::heading_role(level));
        heading.han = level_faces[level - 1];
        heading.first_line_indent = Ems{indent::first_line};
        heading.keep_with_next = true;
    }
    style(StyleRole::quotation).han = profile.faces.level_2;
    style(StyleRole::quotation).start_indent = Ems{indent::quotation};
    style(StyleRole::quotation).end_indent = Ems{indent::quotation};
    style(StyleRole::code).alignment = Alignment::start;
    ParagraphStyle& note = style(StyleRole::note);  // the standard knows no notes: size 5, as in plain documents
    note.size = Length::points(size::note);
    note.line_pitch = Length{};
    note.character_pitch = Length{};
    ParagraphStyle& table = style(StyleRole::table);
    table.size = profile.sizes.table;
    table.alignment = Alignment::centre;
    table.line_pitch = Length{};
    table.character_pitch = Length{};
    return styles;
}

ParagraphStyle back_matter_style(const Profile& profile) {
    ParagraphStyle style = text_style(profile);
    style.size = profile.sizes.back_matter;
    style.line_pitch = style.size.scaled(gap::back_matter_line);
    style.character_pitch = Length{};
    style.start_indent = Ems{indent::back_matter};
    style.end_indent = Ems{indent::back_matter};
    return style;
}

/// Of what stands above the text.
ParagraphStyle head_style(Part part, const Profile& profile) {
    ParagraphStyle style = text_style(profile);
    style.keep_with_next = true;
    if (part == Part::copy_number || part == Part::secrecy) {
        style.alignment = Alignment::start;
        if (part == Part::secrecy) style.han = profile.faces.level_1;
        return style;
    }
    style.character_pitch = Length{};
    style.alignment = part == Part::upward_number ? Alignment::start : Alignment::centre;
    if (part == Part::upward_number) style.start_indent = style.end_indent = Ems{indent::upward};
    if (part == Part::title) {
        style.size = profile.sizes.title;
        style.han = profile.faces.title;
        style.mongolian = profile.faces.mongolian_title;
    }
    return style;
}

}  // namespace

std::vector<ParagraphStyle> body_styles(const Profile& profile) {
    return document::for_both_modes(mode_styles(profile));
}

ParagraphStyle part_style(Part part, const Profile& profile) {
    ParagraphStyle style = text_style(profile);
    switch (part) {
    case Part::copy_number:
    case Part::secrecy:
    case Part::number:
    case Part::upward_number:
    case Part::title: return head_style(part, profile);
    case Part::addressee:
        style.space_before = line_pitch() * gap::addressee;
        style.keep_with_next = true;
        break;
    case Part::attachment_note:
        style.space_before = line_pitch() * gap::attachment_note;
        [[fallthrough]];
    case Part::attachment_name:
        style.alignment = Alignment::start;
        style.keep_with_next = true;  // the closing may not stand alone on a page
        break;
    case Part::attendance:
        style.start_indent = Ems{indent::attendance};
        style.alignment = Alignment::start;
        break;
    case Part::closing:
        style.alignment = Alignment::end;
        style.end_indent = Ems{indent::sealed_date};
        style.character_pitch = Length{};
        break;
    case Part::annotation:
        style.first_line_indent = Ems{indent::annotation};
        break;
    case Part::annex_label:
        style.han = profile.faces.level_1;
        style.alignment = Alignment::start;
        style.keep_with_next = true;
        break;
    case Part::carbon_copy:
    case Part::printing:
        style = back_matter_style(profile);
        if (part == Part::printing) {
            style.alignment = Alignment::start;
            style.fit_on_line = true;
        }
        break;
    }
    return style;
}

ParagraphStyle mark_style(Length size, const Profile& profile) {
    ParagraphStyle style;
    style.size = size;
    style.han = profile.faces.mark;
    style.mongolian = profile.faces.mongolian_mark;
    style.colour = profile.red;
    style.alignment = Alignment::centre;
    style.line_pitch = size.scaled(gap::mark_leading);
    style.fit_on_line = true;
    style.keep_with_next = true;
    return style;
}

document::PageStyle notice_page(Kind kind, const Profile& profile) {
    document::PageStyle page;
    page.width = Length::millimetres(paper::width);
    page.height = Length::millimetres(paper::height);
    page.margin_top = Length::millimetres(paper::top);
    page.margin_left = Length::millimetres(paper::binding);
    // The area is given, not the other margins: they are what is left of the paper.
    page.margin_right = page.width - page.margin_left - Length::millimetres(paper::area_width);
    page.margin_bottom = page.height - page.margin_top - Length::millimetres(paper::area_height);
    page.number.position = document::PageNumberStyle::Position::outside;
    page.number.before = profile.page_number_before;
    page.number.after = profile.page_number_after;
    page.number.size = profile.sizes.page_number;
    page.number.han = HanFace::song;
    page.number.indent = Ems{indent::page_number};
    page.number.below = Length::millimetres(gap::page_number);
    if (kind == Kind::letter) {  // clause 10.1
        const LetterPage& letter = profile.letter;
        page.number.first_page = letter.first_page_number;
        const Length outer = letter.foot + letter.thick / 2;
        const Length inner = letter.foot + letter.thick + letter.between + letter.thin / 2;
        page.first_page_rules = {{inner, letter.start_overhang, letter.end_overhang, letter.thin, profile.red},
                                 {outer, letter.start_overhang, letter.end_overhang, letter.thick, profile.red}};
    }
    page.restart_numbers = true;  // each version is issued as a document by itself
    return page;
}

Length half_leading(const ParagraphStyle& style) { return (style.line_pitch - style.size) / 2; }

}  // namespace bichig::notice
