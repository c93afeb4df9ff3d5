// `bichig info`: what a finished PDF or a document before it is set holds.
#include <cstdio>
#include <memory>
#include <string>
#include <type_traits>
#include <variant>

#include <nlohmann/json.hpp>

#include <bichig/base/file.h>
#include <bichig/base/utf.h>
#include <bichig/document/text.h>
#include <bichig/format/pdf/info.h>
#include <bichig/text/count.h>

#include "cli/internal/command.h"
#include "cli/internal/document_file.h"
#include "document/internal/walk.h"

namespace bichig::cli {

namespace {

using Json = nlohmann::ordered_json;

struct InfoOptions {
    std::string input;
    bool json = false;
};

double millimetres(Length length) { return static_cast<double>(length.in_points() * 25.4 / 72.0); }

/// 297 x 210 mm, to a tenth.
std::string size_text(PhysicalSize size) {
    char text[64];
    std::snprintf(text, sizeof text, "%.1f x %.1f mm", millimetres(size.width), millimetres(size.height));
    return text;
}

void set_text(Json& out, const char* name, const std::string& text) {
    if (!text.empty()) out[name] = text;
}

Json described(const format::PdfInfo& info) {
    Json out;
    out["kind"] = "PDF " + info.version;
    out["pages"] = info.pages;
    for (const format::PdfPageSize& size : info.sizes) {
        out["sizes"].push_back({{"size", size_text(size.size)}, {"pages", size.pages}});
    }
    set_text(out, "title", info.title);
    set_text(out, "author", info.author);
    set_text(out, "subject", info.subject);
    set_text(out, "keywords", info.keywords);
    set_text(out, "creator", info.creator);
    set_text(out, "producer", info.producer);
    set_text(out, "created", info.created);
    set_text(out, "modified", info.modified);
    set_text(out, "language", info.language);
    set_text(out, "profile", info.profile);
    set_text(out, "script_order", info.script_order);
    Json claims = Json::array();
    if (!info.pdfa.empty()) claims.push_back("PDF/A-" + info.pdfa);
    if (!info.pdfua.empty()) claims.push_back("PDF/UA-" + info.pdfua);
    out["claims"] = claims;
    out["tagged"] = info.tagged;
    out["encrypted"] = info.encrypted;
    out["fonts"] = Json::array();
    for (const format::PdfFont& font : info.fonts) {
        out["fonts"].push_back({{"name", font.name}, {"type", font.type}, {"embedded", font.embedded},
                                {"subset", font.subset}, {"pages", font.pages}});
    }
    out["languages"] = info.languages;
    out["elements"] = info.elements;
    out["bookmarks"] = info.bookmarks;
    out["links"] = info.links;
    out["text"] = info.text;
    return out;
}

/// How many blocks of each kind a section has.
Json blocks_of(const document::Section& section) {
    Json counts{{"paragraphs", 0}, {"headings", 0}, {"lists", 0}, {"tables", 0}, {"images", 0}};
    document::for_each_block(section.blocks, [&](const document::Block& block) {
        const auto add = [&](const char* name) { counts[name] = counts[name].get<std::uint64_t>() + 1; };
        const auto add_images = [&](const std::vector<document::Run>& runs) {
            for (const document::Run& run : runs) {
                if (run.image) add("images");
            }
        };
        if (const auto* paragraph = std::get_if<document::Paragraph>(&block.value)) {
            add(paragraph->heading_level != 0 ? "headings" : "paragraphs");
            add_images(paragraph->runs);
        } else if (std::holds_alternative<document::List>(block.value)) {
            add("lists");
        } else if (std::holds_alternative<document::Table>(block.value)) {
            add("tables");
            for (const document::TableRow& row : std::get<document::Table>(block.value).rows) {
                for (const document::TableCell& cell : row.cells) add_images(cell.runs);
            }
        } else if (std::holds_alternative<document::Image>(block.value)) {
            add("images");
        }
    });
    return counts;
}

Json described(const document::Document& made) {
    Json out;
    out["kind"] = "document";
    const document::Properties& of = made.properties;
    set_text(out, "title", to_utf8(of.title));
    set_text(out, "author", to_utf8(of.author));
    set_text(out, "subject", to_utf8(of.subject));
    std::string keywords;
    for (const std::u16string& word : of.keywords) keywords += (keywords.empty() ? "" : ", ") + to_utf8(word);
    set_text(out, "keywords", keywords);
    set_text(out, "date", of.date);
    set_text(out, "language", of.language);
    set_text(out, "profile", of.profile);
    set_text(out, "script_order", of.script_order);
    out["sections"] = Json::array();
    for (const document::Section& section : made.sections) {
        const bool vertical = section.writing_mode == document::WritingMode::vertical_lr;
        Json row{{"language", section.language},
                 {"lines", vertical ? "vertical, left to right" : "horizontal"},
                 {"page", size_text({section.page.width, section.page.height})}};
        row.update(blocks_of(section));
        out["sections"].push_back(row);
    }
    const std::u16string text = document::reading_text(made);
    const text::Counts counts = text::count(text);
    out["words"] = {{"mongolian", counts.words}, {"han", counts.han}, {"other", counts.other_words}};
    constexpr std::size_t sample = 200;
    std::u16string first = text.substr(0, sample);
    if (!first.empty() && (first.back() & 0xFC00) == 0xD800) first.pop_back();
    for (char16_t& unit : first) unit = unit == u'\n' || unit == u'\t' ? u' ' : unit;
    out["text"] = to_utf8(first);
    return out;
}

std::string value_text(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
    return value.dump();
}

/// "a 1, b 2" for an object.
std::string row_text(const Json& object) {
    std::string row;
    for (const auto& [name, value] : object.items()) {
        row += (row.empty() ? "" : ", ") + name + " " + value_text(value);
    }
    return row.empty() ? "none" : row;
}

/// One line a field; lists of objects go on below.
std::string as_text(const Json& fields) {
    std::string out;
    for (const auto& [name, value] : fields.items()) {
        out += name + ":" + std::string(name.size() < 12 ? 12 - name.size() : 1, ' ');
        if (value.is_object()) {
            out += row_text(value) + "\n";
        } else if (!value.is_array()) {
            out += value_text(value) + "\n";
        } else if (value.empty()) {
            out += "none\n";
        } else {
            bool first = true;
            for (const Json& item : value) {
                const std::string row = item.is_object() ? row_text(item) : value_text(item);
                out += std::string(first ? 0 : 13, ' ') + row + "\n";
                first = false;
            }
        }
    }
    return out;
}

Exit say(const InfoOptions& options, const Json& fields) {
    return print(options.json ? fields.dump(2, ' ', false, Json::error_handler_t::replace) + "\n" : as_text(fields));
}

bool is_pdf(const std::string& path) {
    if (has_extension(path, {".pdf"})) return true;
    const auto bytes = path == "-" ? Result<std::string>{std::string{}} : read_file(path);
    return bytes && bytes->substr(0, 1024).find("%PDF-") != std::string::npos;
}

Exit run(const InfoOptions& options) {
    if (is_pdf(options.input)) {
        const auto info = format::read_pdf_info(options.input);
        return info ? say(options, described(*info)) : report(info.error());
    }
    Diagnostics diagnostics;
    const auto document = read_document(options.input, diagnostics);
    if (!document) return report(document.error());
    const Exit said = say(options, described(*document));
    report(diagnostics);
    return said;
}

}  // namespace

std::function<Exit()> declare_info(ArgumentTable& app) {
    auto options = std::make_shared<InfoOptions>();
    app.add_option("INPUT", options->input, "A PDF of any program, or a Markdown or JSON document; - is standard input")
        .type_name("FILE")
        .required();
    app.add_flag("--json", options->json, "One JSON object");
    return [options] { return run(*options); };
}

}  // namespace bichig::cli
