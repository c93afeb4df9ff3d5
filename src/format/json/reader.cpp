// Reads JSON documents and notices. The reader itself finds faults, because it can say what to write instead; what it
// accepts is then held against the published schema, so that no document is accepted that the schema refuses.
#include <bichig/format/json.h>

#include <algorithm>

#include <bichig/base/utf.h>
#include <bichig/document/stylesheet.h>
#include <bichig/document/text.h>
#include <bichig/notice/notice.h>

#include <document/internal/files.h>
#include <document/internal/finish.h>
#include <format/json/internal/blocks.h>
#include <format/json/internal/fields.h>
#include <format/json/internal/notice.h>
#include <format/json/internal/schema.h>
#include <format/json/internal/sign.h>
#include <format/json/internal/value.h>

namespace bichig::format {

namespace {

using document::Document;

std::string known_kinds() {
    std::string names = "document, sign";
    for (const notice::Kind kind : notice::kinds) names.append(", ").append(notice::name_of(kind));
    return names;
}

class Reader {
public:
    Reader(Document& document, const std::string& base_folder, Diagnostics& diagnostics)
        : document_{document}, base_folder_{base_folder}, diagnostics_{diagnostics} {}

    void read(const JsonPlace& root) {
        if (root.value().kind != JsonValue::Kind::object) {
            throw root.fault("an object is wanted here",
                             "write {\"kind\": \"document\", …} or {\"kind\": \"notice\", …}");
        }
        for (const JsonMember& member : root.value().members) {
            if (member.name != "kind") continue;
            const JsonPlace place{member.value, "/kind"};
            const auto kind = notice::kind_named(place.string());
            if (place.string() == "sign") {
                notice::Sign sign = read_json_sign(root);
                sign.sources = document_.sources;
                document_ = notice::to_document(std::move(sign));
                return;
            }
            if (!kind && place.string() != "document") {
                throw place.fault("'" + place.string() + "' is not known here", "known are " + known_kinds());
            }
            kind ? read_notice(root, *kind) : read_document(root);
            return;
        }
        throw root.fault("field 'kind' is missing", "add \"kind\": \"document\" or \"kind\": \"notice\"");
    }

private:
    void read_document(const JsonPlace& root) {
        const JsonFields fields{
            root, {"kind", "title", "author", "subject", "keywords", "language", "date", "styles", "sections"}};
        read_json_properties(fields, document_.properties);
        fields.set("title", document_.properties.title, &JsonPlace::text);
        fields.set("language", document_.properties.language, &JsonPlace::language);
        document_.styles = document::default_styles();
        const StyleNames styles{document_.styles, fields.find("styles")};
        const JsonPlace sections = fields.at("sections");
        for (const JsonPlace& section : sections.items()) {
            const bool faces = !document_.sections.empty() && document_.sections.back().facing.has_value();
            document_.sections.push_back(read_section(section, styles));
            if (!faces || !document_.sections.back().facing) continue;
            throw section.fault("this section faces the one before it and the next one",
                                "write \"facing\" into the first of each two sections");
        }
        if (!document_.sections.empty() && document_.sections.back().facing) {
            throw sections.fault("the last section has 'facing', but no section follows", "take it out, or add one");
        }
        if (document_.sections.empty()) throw sections.fault("a document without sections", "add a section");
        if (document_.properties.language.empty()) document_.properties.language = document_.sections.front().language;
    }

    document::Section read_section(const JsonPlace& place, const StyleNames& styles) {
        const JsonFields fields{place, {"language", "writing_mode", "page", "facing", "blocks"}};
        document::Section section;
        section.language = fields.at("language").language();
        section.writing_mode = read_writing_mode(fields, section.language);
        section.page = document::default_page(section.writing_mode);
        if (const auto page = fields.find("page")) read_json_page(*page, section.page);
        if (const auto facing = fields.find("facing")) section.facing = read_facing(*facing);
        section.blocks = read_json_blocks(fields.at("blocks"), styles,
                                          {section.writing_mode, section.language, base_folder_, false});
        return section;
    }

    static document::Facing read_facing(const JsonPlace& place) {
        using document::Leaf;
        const JsonFields fields{place, {"leaf", "align_headings", "leading_blank"}};
        document::Facing made;
        made.leaf = fields.at("leaf").one_of<Leaf>({{"left", Leaf::left}, {"right", Leaf::right}});
        if (const auto level = fields.find("align_headings")) {
            made.align_headings = static_cast<std::uint8_t>(level->integer(0, 6));
        }
        fields.set("leading_blank", made.leading_blank, &JsonPlace::boolean);
        return made;
    }

    void read_notice(const JsonPlace& root, notice::Kind kind) {
        notice::Notice notice = read_json_notice(root, kind, base_folder_);
        notice.sources = document_.sources;
        notice::check(notice, diagnostics_);
        document_ = notice::to_document(std::move(notice));
    }

    Document& document_;
    const std::string& base_folder_;
    Diagnostics& diagnostics_;
};

/// `error` with the place of `source` in the file.
Error placed(Error error, const Document& document, SourceRange source) {
    source.end = std::max(source.end, source.begin + 1);  // an empty string has a place too
    const Place place = document::place_of(document, source);
    error.where.file = place.file;
    error.where.line = place.line;
    error.where.column = place.column;
    return error;
}

}  // namespace

void read_json_properties(const JsonFields& fields, document::Properties& out) {
    fields.set("author", out.author, &JsonPlace::text);
    fields.set("subject", out.subject, &JsonPlace::text);
    if (const auto keywords = fields.find("keywords")) {
        for (const JsonPlace& keyword : keywords->items()) out.keywords.push_back(keyword.field().text);
    }
    if (const auto date = fields.find("date")) {
        out.date = date->string();
        if (!document::is_iso_date(out.date)) {
            throw date->fault("'" + out.date + "' is no date", "write year, month and day as 2024-05-16");
        }
    }
}

Result<Document> read_json(std::string bytes, const std::string& name, const std::string& base_folder,
                           Diagnostics& diagnostics) {
    if (bytes.size() > 0xFFFFFFF0U) {
        return fail({ErrorCode::unsupported, "the file is larger than 4 GB", "divide it", {name, 0, 0, ""}});
    }
    if (const auto text = to_utf16(bytes); !text) {
        Error error = text.error();
        error.where.file = name;
        return fail(std::move(error));
    }
    Document document;
    const auto shared = std::make_shared<const std::string>(std::move(bytes));
    document.sources.push_back({name, shared});
    const Document file = document;  // keeps the source for places while `document` is being made
    try {
        SourceRange fault;
        const Result<JsonValue> root = parse_json(*shared, fault);
        if (!root) return fail(placed(root.error(), file, fault));
        Reader{document, base_folder, diagnostics}.read({*root, ""});
    } catch (const JsonFault& fault) {
        return fail(placed(fault.error, file, fault.source));
    }
    if (const auto fault = schema_fault(*shared)) {
        return fail({ErrorCode::invalid_input, fault->message, "see data/schema/document.schema.json",
                     {name, 0, 0, fault->pointer}});
    }
    if (auto error = document::finish(document, diagnostics)) return fail(std::move(*error));
    return document;
}

}  // namespace bichig::format
