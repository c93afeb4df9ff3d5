// Reads JSON documents and notices. The reader itself finds faults, because it can say what to write instead; what it
// accepts is then held against the published schema, so that no document is accepted that the schema refuses.
#include <bichig/format/json.h>

#include <algorithm>

#include <bichig/base/utf.h>
#include <bichig/document/stylesheet.h>
#include <bichig/document/text.h>
#include <bichig/notice/notice.h>
#include <bichig/notice/styles.h>

#include <document/internal/files.h>
#include <document/internal/finish.h>
#include <format/json/internal/blocks.h>
#include <format/json/internal/fields.h>
#include <format/json/internal/schema.h>
#include <format/json/internal/value.h>

namespace bichig::format {

namespace {

using document::Document;

void read_properties(const JsonFields& fields, document::Properties& out) {
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

void set_field(const JsonFields& fields, std::string_view name, notice::Field& out) {
    fields.set(name, out, &JsonPlace::field);
}

class Reader {
public:
    Reader(Document& document, const std::string& base_folder) : document_{document}, base_folder_{base_folder} {}

    void read(const JsonPlace& root) {
        if (root.value().kind != JsonValue::Kind::object) {
            throw root.fault("an object is wanted here",
                             "write {\"kind\": \"document\", …} or {\"kind\": \"notice\", …}");
        }
        for (const JsonMember& member : root.value().members) {
            if (member.name != "kind") continue;
            const bool is_notice =
                JsonPlace{member.value, "/kind"}.one_of<bool>({{"document", false}, {"notice", true}});
            is_notice ? read_notice(root) : read_document(root);
            return;
        }
        throw root.fault("field 'kind' is missing", "add \"kind\": \"document\" or \"kind\": \"notice\"");
    }

private:
    void read_document(const JsonPlace& root) {
        const JsonFields fields{
            root, {"kind", "title", "author", "subject", "keywords", "language", "date", "styles", "sections"}};
        read_properties(fields, document_.properties);
        fields.set("title", document_.properties.title, &JsonPlace::text);
        fields.set("language", document_.properties.language, &JsonPlace::language);
        document_.styles = document::default_styles();
        const StyleNames styles{document_.styles, fields.find("styles")};
        const JsonPlace sections = fields.at("sections");
        for (const JsonPlace& section : sections.items()) document_.sections.push_back(read_section(section, styles));
        if (document_.sections.empty()) throw sections.fault("a document without sections", "add a section");
        if (document_.properties.language.empty()) document_.properties.language = document_.sections.front().language;
    }

    document::Section read_section(const JsonPlace& place, const StyleNames& styles) {
        using document::WritingMode;
        const JsonFields fields{place, {"language", "writing_mode", "page", "blocks"}};
        document::Section section;
        section.language = fields.at("language").language();
        section.writing_mode = document::writing_mode_of(section.language);
        if (const auto mode = fields.find("writing_mode")) {
            section.writing_mode = mode->one_of<WritingMode>(
                {{"vertical_lr", WritingMode::vertical_lr}, {"horizontal_tb", WritingMode::horizontal_tb}});
        }
        section.page = document::default_page(section.writing_mode);
        if (const auto page = fields.find("page")) read_json_page(*page, section.page);
        section.blocks = read_json_blocks(fields.at("blocks"), styles,
                                          {section.writing_mode, section.language, base_folder_, false});
        return section;
    }

    void read_notice(const JsonPlace& root) {
        const JsonFields fields{
            root,
            {"kind", "issuer", "number", "date", "author", "subject", "keywords", "sealed", "styles", "versions"}};
        notice::Notice notice;
        read_properties(fields, notice.properties);
        const JsonFields issuer{fields.at("issuer"), {"mn", "zh"}};
        notice.issuer_mongolian = issuer.at("mn").field();
        notice.issuer_chinese = issuer.at("zh").field();
        if (const auto place = fields.find("number")) {
            const JsonFields number{*place, {"mn", "zh"}};
            set_field(number, "mn", notice.number_mongolian);
            notice.number_chinese = number.at("zh").field();
        }
        fields.set("sealed", notice.sealed, &JsonPlace::boolean);
        notice.styles = notice::body_styles();
        const StyleNames styles{notice.styles, fields.find("styles")};
        const JsonPlace versions = fields.at("versions");
        for (const JsonPlace& place : versions.items()) {
            notice::Version version = read_version(place, styles);
            for (const notice::Version& other : notice.versions) {
                if (other.language != version.language) continue;
                throw place.fault("there are two versions in " + version.language, "give each language once");
            }
            notice.versions.push_back(std::move(version));
        }
        if (notice.versions.empty()) throw versions.fault("a notice without versions", "add a version");
        notice.sources = document_.sources;
        document_ = notice::to_document(std::move(notice));
    }

    notice::Version read_version(const JsonPlace& place, const StyleNames& styles) {
        const JsonFields fields{place, {"language", "copy_number", "secrecy", "urgency", "title", "addressee",
                                        "attachments", "signature", "date", "annotation", "cc", "printing",
                                        "blocks"}};
        notice::Version version;
        version.language = fields.at("language").one_of<const char*>({{"mn-Mong", "mn-Mong"}, {"zh-Hans", "zh-Hans"}});
        version.title = fields.at("title").field();
        set_field(fields, "copy_number", version.copy_number);
        set_field(fields, "secrecy", version.secrecy);
        set_field(fields, "urgency", version.urgency);
        set_field(fields, "addressee", version.addressee);
        if (const auto attachments = fields.find("attachments")) {
            for (const JsonPlace& name : attachments->items()) version.attachments.push_back(name.field());
        }
        set_field(fields, "signature", version.signature);
        set_field(fields, "date", version.date);
        set_field(fields, "annotation", version.annotation);
        set_field(fields, "cc", version.carbon_copy);
        if (const auto found = fields.find("printing")) {
            const JsonFields printing{*found, {"body", "date"}};
            version.printing_body = printing.at("body").field();
            version.printing_date = printing.at("date").field();
        }
        const document::WritingMode mode = document::writing_mode_of(version.language);
        version.body = read_json_blocks(fields.at("blocks"), styles, {mode, version.language, base_folder_, true});
        return version;
    }

    Document& document_;
    const std::string& base_folder_;
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
        Reader{document, base_folder}.read({*root, ""});
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
