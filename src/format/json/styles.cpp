// Styles and pages from JSON.
#include <format/json/internal/blocks.h>

namespace bichig::format {

namespace {

using document::ParagraphStyle;
using document::StyleRole;

/// Names of the default styles, in the order of StyleRole.
constexpr std::string_view role_names[document::style_role_count] = {
    "body",      "heading_1", "heading_2", "heading_3", "heading_4", "heading_5",
    "heading_6", "list",      "table",     "code",      "quotation", "note"};

void set_ems(const JsonFields& fields, std::string_view name, document::Ems& out) {
    if (const auto found = fields.find(name)) out.count = found->number();
}

void set_lines(const JsonFields& fields, std::string_view name, std::uint8_t& out) {
    constexpr std::uint32_t most = 100;
    if (const auto found = fields.find(name)) out = static_cast<std::uint8_t>(found->integer(1, most));
}

ParagraphStyle read_style(const JsonPlace& place) {
    const JsonFields fields{place, {"size", "han", "mongolian", "colour", "alignment", "first_line_indent",
                                    "start_indent", "end_indent", "line_pitch", "space_before", "space_after",
                                    "character_pitch", "keep_with_next", "orphans", "widows"}};
    ParagraphStyle style;
    fields.set("size", style.size, &JsonPlace::length);
    if (const auto han = fields.find("han")) style.han = read_han_face(*han);
    if (const auto mongolian = fields.find("mongolian")) style.mongolian = read_mongolian_face(*mongolian);
    fields.set("colour", style.colour, &JsonPlace::colour);
    if (const auto alignment = fields.find("alignment")) style.alignment = read_alignment(*alignment);
    set_ems(fields, "first_line_indent", style.first_line_indent);
    set_ems(fields, "start_indent", style.start_indent);
    set_ems(fields, "end_indent", style.end_indent);
    fields.set("line_pitch", style.line_pitch, &JsonPlace::length);
    fields.set("space_before", style.space_before, &JsonPlace::length);
    fields.set("space_after", style.space_after, &JsonPlace::length);
    fields.set("character_pitch", style.character_pitch, &JsonPlace::length);
    fields.set("keep_with_next", style.keep_with_next, &JsonPlace::boolean);
    set_lines(fields, "orphans", style.orphans);
    set_lines(fields, "widows", style.widows);
    return style;
}

void read_page_number(const JsonPlace& place, document::PageNumberStyle& number) {
    const JsonFields fields{place, {"position", "before", "after", "size", "han", "indent", "first_page",
                                    "below"}};
    using Position = document::PageNumberStyle::Position;
    if (const auto position = fields.find("position")) {
        number.position = position->one_of<Position>(
            {{"none", Position::none}, {"centre", Position::centre}, {"outside", Position::outside}});
    }
    fields.set("before", number.before, &JsonPlace::text);
    fields.set("after", number.after, &JsonPlace::text);
    fields.set("size", number.size, &JsonPlace::length);
    if (const auto han = fields.find("han")) number.han = read_han_face(*han);
    set_ems(fields, "indent", number.indent);
    fields.set("first_page", number.first_page, &JsonPlace::boolean);
    fields.set("below", number.below, &JsonPlace::length);
}

void read_running_head(const JsonPlace& place, document::RunningHead& head) {
    const JsonFields fields{place, {"text", "even_text", "position", "alignment", "size", "han", "mongolian",
                                    "first_page"}};
    using Position = document::RunningHead::Position;
    head.text = fields.at("text").text();
    fields.set("even_text", head.even_text, &JsonPlace::text);
    head.position = fields.at("position").one_of<Position>({{"top", Position::top},
                                                            {"left", Position::left},
                                                            {"right", Position::right},
                                                            {"outside", Position::outside}});
    if (const auto alignment = fields.find("alignment")) head.alignment = read_alignment(*alignment);
    fields.set("size", head.size, &JsonPlace::length);
    if (const auto han = fields.find("han")) head.han = read_han_face(*han);
    if (const auto mongolian = fields.find("mongolian")) head.mongolian = read_mongolian_face(*mongolian);
    fields.set("first_page", head.first_page, &JsonPlace::boolean);
}

void read_note_style(const JsonPlace& place, document::NoteStyle& notes) {
    const JsonFields fields{place, {"marks", "rule_length", "rule_thickness", "space_before", "space_after"}};
    using Marks = document::NoteStyle::Marks;
    if (const auto marks = fields.find("marks"))
        notes.marks = marks->one_of<Marks>({{"digits", Marks::digits}, {"circled", Marks::circled}});
    const auto set_length = [&](std::string_view name, Length& out) {
        fields.set(name, out, &JsonPlace::length);
        if (out < Length{} || out > Length::points(72)) {
            throw fields.at(name).fault("this length is not between 0 and 72 pt", "write one that is");
        }
    };
    fields.set("rule_length", notes.rule_length, &JsonPlace::length);
    set_length("rule_thickness", notes.rule_thickness);
    set_length("space_before", notes.space_before);
    set_length("space_after", notes.space_after);
}

document::PageRule read_page_rule(const JsonPlace& place) {
    const JsonFields fields{place, {"from_end", "start_overhang", "end_overhang", "thickness", "colour"}};
    document::PageRule rule;
    rule.from_end = fields.at("from_end").length();
    fields.set("start_overhang", rule.start_overhang, &JsonPlace::length);
    fields.set("end_overhang", rule.end_overhang, &JsonPlace::length);
    fields.set("thickness", rule.thickness, &JsonPlace::length);
    fields.set("colour", rule.colour, &JsonPlace::colour);
    return rule;
}

}  // namespace

document::HanFace read_han_face(const JsonPlace& place) {
    using document::HanFace;
    return place.one_of<HanFace>({{"fangsong", HanFace::fangsong}, {"song", HanFace::song}, {"hei", HanFace::hei},
                                  {"kai", HanFace::kai}, {"title", HanFace::title}});
}

document::MongolianFace read_mongolian_face(const JsonPlace& place) {
    using document::MongolianFace;
    return place.one_of<MongolianFace>({{"text", MongolianFace::text}, {"title", MongolianFace::title}});
}

document::Alignment read_alignment(const JsonPlace& place) {
    using document::Alignment;
    return place.one_of<Alignment>({{"start", Alignment::start}, {"centre", Alignment::centre},
                                    {"end", Alignment::end}, {"justify", Alignment::justify}});
}

StyleNames::StyleNames(std::vector<ParagraphStyle>& styles, const std::optional<JsonPlace>& place) {
    if (!place) return;
    if (place->value().kind != JsonValue::Kind::object)
        throw place->fault("an object is wanted here", "give styles by name");
    for (const JsonMember& member : place->value().members) {
        const JsonPlace own{member.value, place->pointer() + "/" + member.name};
        if (member.name.empty()) throw own.fault("a style without a name", "name it");
        constexpr std::size_t most = 60000;
        if (styles.size() > most) throw own.fault("too many styles", "use fewer");
        own_[member.name] = static_cast<std::uint16_t>(styles.size());
        styles.push_back(read_style(own));
    }
}

std::uint16_t StyleNames::index(const JsonPlace& place, document::WritingMode mode) const {
    const std::string& name = place.string();
    if (const auto own = own_.find(name); own != own_.end()) return own->second;
    for (std::uint16_t role = 0; role < document::style_role_count; ++role) {
        if (role_names[role] == name) return default_index(static_cast<StyleRole>(role), mode);
    }
    throw place.fault("there is no style '" + name + "'", "add it to styles, or use a default style such as body");
}

std::uint16_t StyleNames::default_index(StyleRole role, document::WritingMode mode) const {
    const auto own = own_.find(role_names[static_cast<std::size_t>(role)]);
    return own != own_.end() ? own->second : document::style_index(mode, role);
}

void read_json_page(const JsonPlace& place, document::PageStyle& page) {
    const JsonFields fields{place, {"width", "height", "margin_top", "margin_bottom", "margin_left", "margin_right",
                                    "number", "head", "notes", "first_page_rules", "restart_numbers"}};
    fields.set("width", page.width, &JsonPlace::length);
    fields.set("height", page.height, &JsonPlace::length);
    fields.set("margin_top", page.margin_top, &JsonPlace::length);
    fields.set("margin_bottom", page.margin_bottom, &JsonPlace::length);
    fields.set("margin_left", page.margin_left, &JsonPlace::length);
    fields.set("margin_right", page.margin_right, &JsonPlace::length);
    fields.set("restart_numbers", page.restart_numbers, &JsonPlace::boolean);
    if (const auto number = fields.find("number")) read_page_number(*number, page.number);
    if (const auto rules = fields.find("first_page_rules")) {
        for (const JsonPlace& rule : rules->items()) page.first_page_rules.push_back(read_page_rule(rule));
    }
    if (const auto head = fields.find("head")) read_running_head(*head, page.head);
    if (const auto notes = fields.find("notes")) read_note_style(*notes, page.notes);
    const Length least = Length::millimetres(10);
    if (page.width - page.margin_left - page.margin_right < least ||
        page.height - page.margin_top - page.margin_bottom < least) {
        throw place.fault("the margins leave no room on the page", "make them smaller, or the page larger");
    }
}

}  // namespace bichig::format
