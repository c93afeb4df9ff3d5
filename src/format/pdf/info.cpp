// Gives what was read of a PDF in Bichig's own types.
#include <bichig/format/pdf/info.h>

#include <utility>

#include <bichig/base/file.h>

#include "format/pdf/internal/facts.h"

namespace bichig::format {

Result<PdfInfo> read_pdf_info(const std::string& path) {
    const Result<std::string> bytes = read_file(path);
    if (!bytes) return fail(bytes.error());
    pdf::Facts facts;
    pdf::Refusal refusal = pdf::read_facts(path, *bytes, facts);
    if (!refusal.message.empty()) {
        return fail({ErrorCode::invalid_input, std::move(refusal.message), std::move(refusal.hint), {path, 0, 0, ""}});
    }
    PdfInfo info;
    info.version = std::move(facts.version);
    info.pages = facts.pages;
    for (const pdf::SizeFact& size : facts.sizes) {
        info.sizes.push_back({{Length::points(size.width), Length::points(size.height)}, size.pages});
    }
    info.title = std::move(facts.title);
    info.author = std::move(facts.author);
    info.subject = std::move(facts.subject);
    info.keywords = std::move(facts.keywords);
    info.creator = std::move(facts.creator);
    info.producer = std::move(facts.producer);
    info.created = std::move(facts.created);
    info.modified = std::move(facts.modified);
    info.language = std::move(facts.language);
    info.profile = std::move(facts.profile);
    info.script_order = std::move(facts.script_order);
    info.pdfa = std::move(facts.pdfa);
    info.pdfua = std::move(facts.pdfua);
    info.tagged = facts.tagged;
    info.encrypted = facts.encrypted;
    for (pdf::FontFact& font : facts.fonts) {
        info.fonts.push_back({std::move(font.name), std::move(font.type), font.embedded, font.subset, font.pages});
    }
    info.languages = std::move(facts.languages);
    info.elements = std::move(facts.elements);
    info.bookmarks = facts.bookmarks;
    info.links = facts.links;
    info.text = std::move(facts.text);
    return info;
}

}  // namespace bichig::format
