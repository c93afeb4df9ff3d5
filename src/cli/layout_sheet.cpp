// Reads sheets. The published schema says the same as this reader, and both are asked, so that neither goes astray.
#include "cli/internal/layout_sheet.h"

#include <algorithm>
#include <filesystem>
#include <memory>

#include <bichig/base/file.h>
#include <bichig/base/utf.h>
#include <bichig/page/image.h>

#include "cli/internal/text_file.h"
#include "format/json/internal/fields.h"
#include "format/json/internal/schema.h"
#include "format/json/internal/value.h"

namespace bichig::cli {

namespace {

using format::JsonFault;
using format::JsonFields;
using format::JsonPlace;
using format::JsonValue;

constexpr const char* schema_hint = "see data/schema/sheet.schema.json";

using Names = std::vector<std::string_view>;

/// The fields of a span's look, and those of a paragraph's lines.
const Names style_fields{"size",      "weight",     "mongolian", "han",    "language",  "colour", "combine_digits",
                         "han_scale", "right_line", "left_line", "strike", "wavy_line", "raised"};
const Names line_fields{"alignment",    "last_line",  "most_stretch",      "tab_distance",    "tab_stops",
                        "start_indent", "end_indent", "first_line_indent", "character_pitch", "mark_spacing",
                        "line_pitch",   "space_before", "space_after"};

Names names_of(Names own, std::initializer_list<Names> shared) {
    for (const Names& names : shared) own.insert(own.end(), names.begin(), names.end());
    return own;
}

font::Role read_mongolian(const JsonPlace& place) {
    using font::Role;
    return place.one_of<Role>({{"text", Role::mongolian}, {"title", Role::mongolian_title}});
}

font::Role read_han(const JsonPlace& place) {
    using font::Role;
    return place.one_of<Role>({{"fangsong", Role::han_fangsong}, {"song", Role::han_song}, {"hei", Role::han_hei},
                               {"kai", Role::han_kai}, {"title", Role::han_title}});
}

Length positive_length(const JsonPlace& place) {
    const Length length = place.length();
    if (length <= Length{}) throw place.fault("a length above zero is wanted here", schema_hint);
    return length;
}

void set_positive(const JsonFields& fields, std::string_view name, Length& out) {
    if (const auto found = fields.find(name)) out = positive_length(*found);
}

/// The fields of a span's look; an object that has them may have others.
void read_style(const JsonFields& fields, SheetStyle& style) {
    set_positive(fields, "size", style.size);
    if (const auto weight = fields.find("weight")) style.weight = weight->integer(1, 1000);
    if (const auto mongolian = fields.find("mongolian")) style.mongolian = read_mongolian(*mongolian);
    if (const auto han = fields.find("han")) style.han = read_han(*han);
    fields.set("language", style.language, &JsonPlace::language);
    if (const auto colour = fields.find("colour")) {
        const document::Colour read = colour->colour();
        style.colour = {read.red, read.green, read.blue};
    }
    fields.set("right_line", style.decorations.right_line, &JsonPlace::boolean);
    fields.set("left_line", style.decorations.left_line, &JsonPlace::boolean);
    fields.set("strike", style.decorations.strike, &JsonPlace::boolean);
    fields.set("wavy_line", style.decorations.wavy_line, &JsonPlace::boolean);
    fields.set("raised", style.raised, &JsonPlace::boolean);
    if (const auto digits = fields.find("combine_digits")) style.combine_digits = digits->integer(0, 4);
    if (const auto scale = fields.find("han_scale")) {
        style.han_scale = scale->number();
        if (!(style.han_scale >= 0.25 && style.han_scale <= 4)) {
            throw scale->fault("a scale from 0.25 to 4 is wanted here", schema_hint);
        }
    }
}

layout::Alignment read_alignment(const JsonPlace& place) {
    using layout::Alignment;
    return place.one_of<Alignment>({{"start", Alignment::start}, {"centre", Alignment::centre},
                                    {"end", Alignment::end}, {"justify", Alignment::justify}});
}

layout::TabStop read_tab_stop(const JsonPlace& place) {
    using layout::TabAlignment;
    const JsonFields fields{place, {"position", "alignment"}};
    layout::TabStop stop{fields.at("position").length()};
    if (const auto alignment = fields.find("alignment")) {
        stop.alignment = alignment->one_of<TabAlignment>({{"start", TabAlignment::start},
                                                          {"centre", TabAlignment::centre},
                                                          {"end", TabAlignment::end},
                                                          {"decimal", TabAlignment::decimal}});
    }
    return stop;
}

void read_options(const JsonFields& fields, SheetParagraph& paragraph) {
    layout::ParagraphOptions& options = paragraph.options;
    if (const auto alignment = fields.find("alignment")) options.alignment = read_alignment(*alignment);
    if (const auto last = fields.find("last_line")) options.last_line = read_alignment(*last);
    if (const auto most = fields.find("most_stretch")) {
        options.most_stretch = most->number();
        if (!(options.most_stretch >= 0 && options.most_stretch <= 1000)) {
            throw most->fault("a number from 0 to 1000 is wanted here", schema_hint);
        }
    }
    fields.set("tab_distance", options.tab_distance, &JsonPlace::length);
    if (const auto stops = fields.find("tab_stops")) {
        options.tab_stops.clear();
        for (const JsonPlace& stop : stops->items()) options.tab_stops.push_back(read_tab_stop(stop));
    }
    fields.set("start_indent", options.start_indent, &JsonPlace::length);
    fields.set("end_indent", options.end_indent, &JsonPlace::length);
    fields.set("first_line_indent", options.first_line_indent, &JsonPlace::length);
    if (const auto spacing = fields.find("mark_spacing")) {
        using layout::MarkSpacing;
        options.mark_spacing =
            spacing->one_of<MarkSpacing>({{"even", MarkSpacing::even}, {"as_written", MarkSpacing::as_written}});
    }
    set_positive(fields, "character_pitch", options.character_pitch);
    set_positive(fields, "line_pitch", options.line_pitch);
    fields.set("space_before", paragraph.space_before, &JsonPlace::length);
    fields.set("space_after", paragraph.space_after, &JsonPlace::length);
}

layout::WritingMode read_mode(const JsonPlace& place) {
    using layout::WritingMode;
    return place.one_of<WritingMode>(
        {{"vertical_lr", WritingMode::vertical_lr}, {"horizontal_tb", WritingMode::horizontal_tb}});
}

/// The image of a span, which no path may take from outside the folder of the sheet.
layout::InlineObject read_image(const JsonFields& fields, const std::filesystem::path& folder) {
    const JsonPlace name = fields.at("image");
    const std::filesystem::path path{name.string()};
    const auto leads_out = [](const std::filesystem::path& part) { return part == ".."; };
    if (path.empty() || path.is_absolute() || std::any_of(path.begin(), path.end(), leads_out)) {
        throw name.fault("the image is not in the folder of the sheet", "name a file beside the sheet or below it");
    }
    auto bytes = read_file((folder / path).string());
    if (!bytes) throw name.fault(bytes.error().message, bytes.error().hint);
    auto image = page::recognize_image(std::make_shared<const std::string>(std::move(*bytes)));
    if (!image) throw name.fault(image.error().message, image.error().hint);
    layout::InlineObject object;
    object.image = std::move(*image);
    object.size = {positive_length(fields.at("width")), positive_length(fields.at("height"))};
    object.alternative_text = fields.at("alt").text();
    if (object.alternative_text.empty()) {
        throw fields.at("alt").fault("the image has no alternative text", "say what it shows");
    }
    return object;
}

SheetBlock read_block(const JsonPlace& place) {
    const JsonFields fields{place, {"text", "measure", "writing_mode"}};
    SheetBlock block{fields.at("text").text(), positive_length(fields.at("measure"))};
    if (const auto mode = fields.find("writing_mode")) block.mode = read_mode(*mode);
    return block;
}

SheetSpan read_span(const JsonPlace& place, const SheetStyle& style, const std::filesystem::path& folder) {
    const JsonFields fields{place, names_of({"text", "image", "width", "height", "alt", "block"}, {style_fields})};
    SheetSpan span{{}, style};
    if (fields.find("image")) {
        span.text = u"\uFFFC";
        span.image = read_image(fields, folder);
    } else if (const auto block = fields.find("block")) {
        span.text = u"\uFFFC";
        span.block = read_block(*block);
    } else {
        span.text = fields.at("text").text();
    }
    read_style(fields, span.style);
    return span;
}

/// A paragraph, or the `defaults` of all, which has no text.
class ParagraphReader {
public:
    static SheetParagraph read(const JsonPlace& place, const SheetParagraph& like, SheetStyle style,
                               const std::filesystem::path& folder) {
        const JsonFields fields{place, names_of({"text", "spans"}, {line_fields, style_fields})};
        SheetParagraph paragraph = like;
        paragraph.where.detail = place.pointer();
        read_options(fields, paragraph);
        read_style(fields, style);
        const auto text = fields.find("text");
        const auto spans = fields.find("spans");
        if (text && spans) throw place.fault("there are both 'text' and 'spans'", "leave one of them out");
        if (text) {
            paragraph.spans = {{text->text(), style}};
        } else {
            for (const JsonPlace& span : fields.at("spans").items()) {
                paragraph.spans.push_back(read_span(span, style, folder));
            }
        }
        return paragraph;
    }

    static SheetStyle read_defaults(const JsonPlace& place, SheetParagraph& like) {
        const JsonFields fields{place, names_of({}, {line_fields, style_fields})};
        SheetStyle style;
        read_options(fields, like);
        read_style(fields, style);
        return style;
    }
};

Sheet read_root(const JsonPlace& root, const std::filesystem::path& folder) {
    const JsonFields fields{root, {"kind", "about", "width", "height", "margin", "writing_mode", "defaults",
                                   "paragraphs"}};
    fields.at("kind").one_of<bool>({{"sheet", true}});
    if (const auto about = fields.find("about")) about->text();
    Sheet sheet;
    sheet.frame.size = {positive_length(fields.at("width")), positive_length(fields.at("height"))};
    fields.set("margin", sheet.frame.margin, &JsonPlace::length);
    if (const auto mode = fields.find("writing_mode")) {
        sheet.frame.mode = read_mode(*mode);
    }
    SheetParagraph like;
    SheetStyle style;
    if (const auto defaults = fields.find("defaults")) style = ParagraphReader::read_defaults(*defaults, like);
    for (const JsonPlace& place : fields.at("paragraphs").items()) {
        sheet.paragraphs.push_back(ParagraphReader::read(place, like, style, folder));
    }
    return sheet;
}

/// Line and column of a byte of the file.
void set_place(Error& error, std::string_view bytes, const std::string& name, std::uint32_t byte) {
    const std::string_view before = bytes.substr(0, byte);
    const std::size_t line_begin = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    error.where.file = name;
    error.where.line = static_cast<std::uint32_t>(1 + std::count(before.begin(), before.end(), '\n'));
    error.where.column = static_cast<std::uint32_t>(
        1 + std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line_begin), before.end(),
                          [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
    if (error.hint.find("document.schema.json") != std::string::npos) error.hint = schema_hint;
}

}  // namespace

Result<Sheet> read_sheet(std::string bytes, const std::string& name) {
    if (const auto text = to_utf16(bytes); !text) {
        Error error = text.error();
        error.where.file = name;
        return fail(std::move(error));
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
    try {
        SourceRange wrong;
        const Result<JsonValue> root = format::parse_json(bytes, wrong);
        if (!root) {
            Error error = root.error();
            set_place(error, bytes, name, wrong.begin);
            return fail(std::move(error));
        }
        Sheet sheet = read_root({*root, ""}, std::filesystem::path{name}.parent_path());
        if (const auto broken = format::sheet_schema_fault(bytes)) {
            return fail({ErrorCode::invalid_input, broken->message, schema_hint, {name, 0, 0, broken->pointer}});
        }
        for (SheetParagraph& paragraph : sheet.paragraphs) paragraph.where.file = name;
        return sheet;
    } catch (const JsonFault& fault) {
        Error error = fault.error;
        set_place(error, bytes, name, fault.source.begin);
        return fail(std::move(error));
    }
}

std::vector<SheetParagraph> plain_paragraphs(std::u16string_view text, const std::string& name,
                                             const SheetStyle& style, const SheetParagraph& like) {
    std::vector<SheetParagraph> paragraphs;
    for (const TextLine& line : lines_of(text)) {
        SheetParagraph paragraph = like;
        paragraph.spans = {{std::u16string(line.text), style}};
        paragraph.where = {name, static_cast<std::uint32_t>(paragraphs.size() + 1), 0, ""};
        paragraphs.push_back(std::move(paragraph));
    }
    return paragraphs;
}

shape::FontSet faces_of(const SheetStyle& style, const font::Catalogue& catalogue) {
    using font::Role;
    return {catalogue.font(style.mongolian, style.weight),
            catalogue.font(style.han, style.weight),
            catalogue.font(Role::latin, style.weight),
            catalogue.font(Role::emoji),
            catalogue.font(Role::fallback, style.weight),
            catalogue.font(Role::cyrillic, style.weight),
            catalogue.font(Role::tibetan, style.weight),
            catalogue.font(Role::phags_pa, style.weight)};
}

Result<Length> length_named(const std::string& text) {
    JsonValue value;
    value.kind = JsonValue::Kind::string;
    value.string = text;
    try {
        return JsonPlace{value, ""}.length();
    } catch (const JsonFault& fault) {
        return fail(fault.error);
    }
}

}  // namespace bichig::cli
