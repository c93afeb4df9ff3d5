// Blocks and runs from JSON.
#include <format/json/internal/blocks.h>

#include <bichig/base/utf.h>
#include <bichig/document/table_grid.h>

#include <document/internal/files.h>
#include <document/internal/finish.h>

namespace bichig::format {

namespace {

using document::Block;
using document::Run;
using document::StyleRole;

class BlockReader {
public:
    BlockReader(const StyleNames& styles, const JsonBlockOptions& options) : styles_{styles}, options_{options} {}

    std::vector<Block> blocks(const JsonPlace& place, StyleRole role) const {
        std::vector<Block> made;
        ++depth_;
        for (const JsonPlace& item : place.items()) made.push_back(block(item, role));
        --depth_;
        return made;
    }

private:
    using Read = Block (BlockReader::*)(const JsonPlace&, StyleRole) const;

    Block block(const JsonPlace& place, StyleRole role) const {
        Block made = block_of_type(place, role);
        for (const JsonMember& member : place.value().members) {
            if (member.name == "id") made.id = read_id({member.value, place.pointer() + "/id"});
        }
        return made;
    }

    static std::string read_id(const JsonPlace& place) {
        if (place.string().empty() || place.string().find_first_of(" \t\r\n") != std::string::npos) {
            throw place.fault("'" + place.string() + "' is no id", "write a name without spaces");
        }
        return place.string();
    }

    Block block_of_type(const JsonPlace& place, StyleRole role) const {
        if (place.value().kind != JsonValue::Kind::object)
            throw place.fault("an object is wanted here", "write a block with its type");
        for (const JsonMember& member : place.value().members) {
            if (member.name != "type") continue;
            if (in_note_ && member.value.string != "paragraph" && member.value.string != "list") {
                throw JsonPlace{member.value, place.pointer() + "/type"}.fault("a note holds paragraphs and lists only",
                                                                              "put it into the text");
            }
            const Read read = JsonPlace{member.value, place.pointer() + "/type"}.one_of<Read>(
                {{"paragraph", &BlockReader::paragraph},
                 {"heading", &BlockReader::heading},
                 {"list", &BlockReader::list},
                 {"table", &BlockReader::table},
                 {"rule", &BlockReader::rule},
                 {"image", &BlockReader::image},
                 {"foot", &BlockReader::foot},
                 {"page_break", &BlockReader::page_break},
                 {"space", &BlockReader::space},
                 {"bookmark", &BlockReader::bookmark},
                 {"pair", &BlockReader::pair}});
            return (this->*read)(place, role);
        }
        throw place.fault("field 'type' is missing", "add it, for instance \"type\": \"paragraph\"");
    }

    std::uint16_t style(const JsonFields& fields, StyleRole role) const {
        const auto name = fields.find("style");
        return name ? styles_.index(*name, options_.mode) : styles_.default_index(role, options_.mode);
    }

    Run run(const JsonPlace& place) const {
        const JsonFields fields{
            place, {"text", "size", "han", "mongolian", "colour", "strong", "emphasis", "code", "right_line",
                    "left_line", "strike", "wavy_line", "raised", "language", "link", "image", "alternative_text",
                    "width", "height", "note", "reference", "shows"}};
        Run made = run_content(fields);
        for (const std::string_view name : {"alternative_text", "width", "height"}) {
            if (const auto found = fields.find(name); found && !made.image)
                throw found->fault("'" + std::string{name} + "' without 'image'", "name an image, or take it out");
        }
        if (const auto size = fields.find("size")) made.style.size = size->length();
        if (const auto han = fields.find("han")) made.style.han = read_han_face(*han);
        if (const auto mongolian = fields.find("mongolian")) made.style.mongolian = read_mongolian_face(*mongolian);
        if (const auto colour = fields.find("colour")) made.style.colour = colour->colour();
        fields.set("strong", made.style.strong, &JsonPlace::boolean);
        fields.set("emphasis", made.style.emphasis, &JsonPlace::boolean);
        fields.set("code", made.style.code, &JsonPlace::boolean);
        fields.set("right_line", made.style.right_line, &JsonPlace::boolean);
        fields.set("left_line", made.style.left_line, &JsonPlace::boolean);
        fields.set("strike", made.style.strike, &JsonPlace::boolean);
        fields.set("wavy_line", made.style.wavy_line, &JsonPlace::boolean);
        fields.set("raised", made.style.raised, &JsonPlace::boolean);
        fields.set("language", made.language, &JsonPlace::language);
        if (const auto link = fields.find("link")) made.link = to_utf8(link->field().text);
        return made;
    }

    /// What a run is: text, an image, the mark of a note, a reference.
    Run run_content(const JsonFields& fields) const {
        const auto note = fields.find("note");
        const auto reference = fields.find("reference");
        const int leads = (note ? 1 : 0) + (reference ? 1 : 0) + (fields.find("link") ? 1 : 0);
        if (leads > 1 || (note && (fields.find("text") || fields.find("image")))) {
            throw fields.place().fault(note ? "a note with more than its text" : "a link and a reference in one run",
                                       "give each a run of its own");
        }
        Run made;
        made.source = fields.place().value().source;
        if (note) {
            set_note(*note, made);
        } else if (fields.find("image")) {
            made = image_run(fields);
        } else if (fields.find("text") || !reference) {
            made = plain_run(fields.at("text"));
        }
        if (reference) set_reference(*reference, fields.find("shows"), made);
        return made;
    }

    void set_note(const JsonPlace& place, Run& out) const {
        if (in_note_) throw place.fault("a note in a note", "put it into the text, or into the note above");
        out.source = place.value().source;
        BlockReader inner = *this;
        inner.in_note_ = true;
        if (place.value().kind == JsonValue::Kind::string) {
            if (place.string().empty()) throw place.fault("a note without text", "write its text, or take it out");
            document::Paragraph made;
            made.runs.push_back(plain_run(place));
            made.style = styles_.default_index(StyleRole::note, options_.mode);
            document::set_foreign_language(made.runs, options_.language);
            out.note.push_back({std::move(made)});
            return;
        }
        const JsonPlace blocks = JsonFields{place, {"blocks"}}.at("blocks");
        out.note = inner.blocks(blocks, StyleRole::note);
        if (out.note.empty()) throw blocks.fault("a note without text", "write its text, or take it out");
    }

    static void set_reference(const JsonPlace& place, const std::optional<JsonPlace>& shows, Run& out) {
        using document::Shows;
        out.reference = read_id(place);
        if (out.source.empty()) out.source = place.value().source;
        if (shows) {
            out.shows = shows->one_of<Shows>({{"text", Shows::text}, {"number", Shows::number}, {"page", Shows::page}});
        }
    }

    Run image_run(const JsonFields& fields) const {
        if (const auto text = fields.find("text"))
            throw text->fault("both 'text' and 'image'", "put the text into a run of its own");
        Run made;
        made.text = u"\uFFFC";
        made.image = std::make_shared<const document::Image>(read_image(fields, "image"));
        made.source = made.image->source;
        return made;
    }

    static Run plain_run(const JsonPlace& place) {
        Run made;
        made.text = place.text();
        made.source = place.value().source;
        return made;
    }

    /// The field "text" or "runs", whichever is there.
    std::vector<Run> runs(const JsonFields& fields) const {
        const auto text = fields.find("text");
        const auto parts = fields.find("runs");
        if (text.has_value() == parts.has_value()) {
            throw fields.place().fault(text ? "both 'text' and 'runs'" : "neither 'text' nor 'runs'",
                                       "give one of them");
        }
        std::vector<Run> made;
        if (text) {
            if (!text->string().empty()) made.push_back(plain_run(*text));
        } else {
            for (const JsonPlace& part : parts->items()) made.push_back(run(part));
        }
        document::set_foreign_language(made, options_.language);
        return made;
    }

    Block paragraph(const JsonPlace& place, StyleRole role) const {
        const JsonFields fields{place, {"type", "id", "text", "runs", "style"}};
        document::Paragraph made;
        made.runs = runs(fields);
        made.style = style(fields, role);
        return {std::move(made)};
    }

    Block heading(const JsonPlace& place, StyleRole) const {
        const JsonFields fields{place, {"type", "id", "level", "text", "runs", "style", "in_outline"}};
        document::Paragraph made;
        made.heading_level = static_cast<std::uint8_t>(fields.at("level").integer(1, 6));
        if (options_.in_notice && made.heading_level == 1) {
            throw fields.at("level").fault("a heading of level 1 in the text of a notice",
                                           "begin at 2: the field title has level 1");
        }
        made.runs = runs(fields);
        if (made.runs.empty()) throw place.fault("a heading without text", "write its text, or take it out");
        made.style = style(fields, document::heading_role(made.heading_level));
        fields.set("in_outline", made.in_outline, &JsonPlace::boolean);
        return {std::move(made)};
    }

    Block list(const JsonPlace& place, StyleRole) const {
        using document::Counter;
        const JsonFields fields{place, {"type", "id", "counter", "start", "style", "items"}};
        document::List made;
        if (const auto counter = fields.find("counter")) {
            made.counter = counter->one_of<Counter>({{"bullet", Counter::bullet},
                                                     {"decimal_dot", Counter::decimal_dot},
                                                     {"decimal_parenthesis", Counter::decimal_parenthesis},
                                                     {"han_comma", Counter::han_comma},
                                                     {"han_parenthesis", Counter::han_parenthesis},
                                                     {"decimal_wide", Counter::decimal_wide},
                                                     {"decimal_wide_parenthesis", Counter::decimal_wide_parenthesis},
                                                     {"circled", Counter::circled},
                                                     {"mongolian", Counter::mongolian},
                                                     {"latin_lower", Counter::latin_lower},
                                                     {"latin_upper", Counter::latin_upper},
                                                     {"roman_lower", Counter::roman_lower},
                                                     {"roman_upper", Counter::roman_upper}});
        }
        constexpr std::uint32_t largest_start = 999999999;
        if (const auto start = fields.find("start")) made.start = start->integer(0, largest_start);
        made.style = style(fields, StyleRole::list);
        const JsonPlace items = fields.at("items");
        const StyleRole role = in_note_ ? StyleRole::note : StyleRole::list;
        if (in_note_ && !fields.find("style")) made.style = styles_.default_index(role, options_.mode);
        for (const JsonPlace& item : items.items()) made.items.push_back(list_item(item, role));
        if (made.items.empty()) throw items.fault("a list without items", "add an item, or take the list out");
        return {std::move(made)};
    }

    document::ListItem list_item(const JsonPlace& place, StyleRole role) const {
        using document::Task;
        if (place.value().kind != JsonValue::Kind::object) return {blocks(place, role)};
        const JsonFields fields{place, {"blocks", "task"}};
        document::ListItem made{blocks(fields.at("blocks"), role)};
        if (const auto task = fields.find("task")) {
            made.task = task->one_of<Task>({{"none", Task::none}, {"open", Task::open}, {"done", Task::done}});
        }
        return made;
    }

    Block table(const JsonPlace& place, StyleRole) const {
        const JsonFields fields{place, {"type", "id", "header_rows", "style", "caption", "rows"}};
        document::Table made;
        if (const auto found = fields.find("caption")) made.caption = caption(*found);
        if (const auto header = fields.find("header_rows"))
            made.header_rows = static_cast<std::uint16_t>(header->integer(0, 0xFFFF));
        made.style = style(fields, StyleRole::table);
        const JsonPlace rows = fields.at("rows");
        for (const JsonPlace& row : rows.items()) {
            document::TableRow& made_row = made.rows.emplace_back();
            for (const JsonPlace& item : row.items())
                made_row.cells.push_back(cell(item, made.rows.size() <= made.header_rows));
        }
        if (made.rows.empty()) throw rows.fault("a table without rows", "add a row, or take the table out");
        if (const auto uneven = document::uneven_row(made)) {
            throw rows.items()[*uneven].fault("the cells of this row do not fill the columns of the table",
                                              "give all rows as many cells; one with \"columns\" or \"rows\" counts "
                                              "for each that it reaches over, and stays in or out of the header rows");
        }
        return {std::move(made)};
    }

    document::Caption caption(const JsonPlace& place) const {
        document::Caption made;
        made.style = styles_.default_index(StyleRole::table, options_.mode);
        if (place.value().kind == JsonValue::Kind::string) {
            if (!place.string().empty()) made.runs.push_back(plain_run(place));
        } else {
            for (const JsonPlace& part : place.items()) made.runs.push_back(run(part));
        }
        if (made.runs.empty()) throw place.fault("a caption without text", "write its text, or take it out");
        document::set_foreign_language(made.runs, options_.language);
        return made;
    }

    document::TableCell cell(const JsonPlace& place, bool header) const {
        document::TableCell made;
        made.header = header;
        if (place.value().kind == JsonValue::Kind::string) {
            if (!place.string().empty()) made.runs.push_back(plain_run(place));
            document::set_foreign_language(made.runs, options_.language);
            return made;
        }
        const JsonFields fields{place, {"text", "runs", "stacked", "header", "alignment", "columns", "rows"}};
        const auto stacked = fields.find("stacked");
        made.runs = stacked ? stacked_runs(fields, *stacked) : runs(fields);
        constexpr std::uint32_t most = 0xFFFF;
        const auto set_reach = [&](std::string_view name, std::uint16_t& out) {
            if (const auto found = fields.find(name)) out = static_cast<std::uint16_t>(found->integer(1, most));
        };
        set_reach("columns", made.columns);
        set_reach("rows", made.rows);
        fields.set("header", made.header, &JsonPlace::boolean);
        if (const auto alignment = fields.find("alignment")) made.alignment = read_alignment(*alignment);
        return made;
    }

    /// Texts in lines of their own: one beside the other in vertical lines, one above the other in horizontal ones.
    std::vector<Run> stacked_runs(const JsonFields& fields, const JsonPlace& stacked) const {
        if (fields.find("text") || fields.find("runs")) {
            throw stacked.fault("'stacked' beside 'text' or 'runs'", "give one of them");
        }
        std::vector<Run> made;
        for (const JsonPlace& item : stacked.items()) {
            std::vector<Run> line{plain_run(item)};
            document::set_foreign_language(line, options_.language);
            if (!made.empty()) made.emplace_back().text = u"\n";
            made.push_back(std::move(line.front()));
        }
        return made;
    }

    Block rule(const JsonPlace& place, StyleRole) const {
        const JsonFields fields{place, {"type", "id", "thickness", "colour", "space_before", "space_after",
                                        "start_overhang", "end_overhang"}};
        document::Rule made;
        fields.set("thickness", made.thickness, &JsonPlace::length);
        fields.set("colour", made.colour, &JsonPlace::colour);
        fields.set("space_before", made.space_before, &JsonPlace::length);
        fields.set("space_after", made.space_after, &JsonPlace::length);
        fields.set("start_overhang", made.start_overhang, &JsonPlace::length);
        fields.set("end_overhang", made.end_overhang, &JsonPlace::length);
        return {made};
    }

    Block image(const JsonPlace& place, StyleRole) const {
        const JsonFields fields{place, {"type", "id", "file", "alternative_text", "caption", "width", "height"}};
        document::Image made = read_image(fields, "file");
        if (const auto found = fields.find("caption")) made.caption = caption(*found);
        return {std::move(made)};
    }

    /// The image whose file the field `name` names.
    document::Image read_image(const JsonFields& fields, std::string_view name) const {
        const auto extent = [&](std::string_view field) -> std::optional<Length> {
            const auto found = fields.find(field);
            if (!found) return std::nullopt;
            if (found->length() < Length::points(1)) throw found->fault("an image of no size", "write 1pt or more");
            return found->length();
        };
        const JsonPlace file = fields.at(name);
        Result<document::Image> made =
            document::read_image(options_.base_folder, file.string(), {extent("width"), extent("height")});
        if (!made) {
            JsonFault fault = file.fault(made.error().message, made.error().hint);
            fault.error.code = made.error().code;
            throw fault;
        }
        made->alternative_text = fields.at("alternative_text").text();
        made->source = file.value().source;
        return std::move(*made);
    }

    Block foot(const JsonPlace& place, StyleRole role) const {
        const JsonFields fields{place, {"type", "id", "blocks"}};
        refuse_in_side(place, "back matter");
        return {document::FootBlock{blocks(fields.at("blocks"), role)}};
    }

    Block page_break(const JsonPlace& place, StyleRole) const {
        const JsonFields fields{place, {"type", "id"}};
        refuse_in_side(place, "a page break");
        return {document::PageBreak{}};
    }

    void refuse_in_side(const JsonPlace& place, const std::string& what) const {
        if (options_.in_side) throw place.fault(what + " in a side of a pair", "put it between two pairs");
    }

    Block pair(const JsonPlace& place, StyleRole) const {
        const JsonFields fields{place, {"type", "id", "share", "gap", "rule", "least_line", "space_after", "sides"}};
        if (options_.in_side || depth_ > 1) {
            throw place.fault("a pair inside of another block", "put it among the blocks of the section");
        }
        document::Pair made;
        if (const auto share = fields.find("share")) {
            made.share = share->number();
            if (!(made.share >= 0.1 && made.share <= 0.9)) {
                throw share->fault("this share leaves one side no room", "write 0.1 to 0.9");
            }
        }
        const auto set_length = [&](std::string_view name, Length& out) {
            const auto found = fields.find(name);
            if (found) out = found->length();
            if (out < Length{}) throw found->fault("a length below zero", "write 0mm or more");
        };
        set_length("gap", made.gap);
        set_length("rule", made.rule);
        set_length("least_line", made.least_line);
        set_length("space_after", made.space_after);
        const JsonPlace sides = fields.at("sides");
        const std::vector<JsonPlace> items = sides.items();
        if (items.size() != made.sides.size()) {
            throw sides.fault("a pair of " + std::to_string(items.size()) + " sides", "give it two");
        }
        for (std::size_t index = 0; index < items.size(); ++index) made.sides[index] = side(items[index]);
        return {std::move(made)};
    }

    document::PairSide side(const JsonPlace& place) const {
        const JsonFields fields{place, {"language", "writing_mode", "blocks"}};
        JsonBlockOptions inner = options_;
        inner.language = fields.at("language").language();
        inner.mode = read_writing_mode(fields, inner.language);
        inner.in_side = true;
        return {inner.mode, inner.language, BlockReader{styles_, inner}.blocks(fields.at("blocks"), StyleRole::body)};
    }

    Block space(const JsonPlace& place, StyleRole) const {
        const JsonFields fields{place, {"type", "id", "extent", "kept"}};
        document::Space made;
        made.extent = fields.at("extent").length();
        fields.set("kept", made.kept, &JsonPlace::boolean);
        return {made};
    }

    Block bookmark(const JsonPlace& place, StyleRole) const {
        const JsonFields fields{place, {"type", "id", "title", "level"}};
        document::Bookmark made;
        made.title = fields.at("title").field().text;
        if (const auto level = fields.find("level")) made.level = static_cast<std::uint8_t>(level->integer(1, 6));
        return {std::move(made)};
    }

    const StyleNames& styles_;
    const JsonBlockOptions& options_;
    bool in_note_ = false;
    mutable int depth_ = 0;  ///< of arrays of blocks
};

}  // namespace

document::WritingMode read_writing_mode(const JsonFields& fields, const std::string& language) {
    using document::WritingMode;
    const auto mode = fields.find("writing_mode");
    if (!mode) return document::writing_mode_of(language);
    return mode->one_of<WritingMode>(
        {{"vertical_lr", WritingMode::vertical_lr}, {"horizontal_tb", WritingMode::horizontal_tb}});
}

std::vector<Block> read_json_blocks(const JsonPlace& place, const StyleNames& styles, const JsonBlockOptions& options) {
    return BlockReader{styles, options}.blocks(place, StyleRole::body);
}

}  // namespace bichig::format
