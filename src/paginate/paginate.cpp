// Pages of a whole document: section after section, page after page.
//
// Page numbers that the text shows are known only when all is laid out. Such a document is laid out for their sake
// alone, without a writer, until they change no more; then once more for the writer.
#include <bichig/paginate/paginate.h>

#include <map>

#include <bichig/document/references.h>

#include "paginate/internal/flow.h"
#include "paginate/internal/page_builder.h"
#include "paginate/internal/page_references.h"
#include "paginate/internal/text_setter.h"

namespace bichig::paginate {

namespace {

page::Properties properties_of(const document::Document& document) {
    const document::Properties& from = document.properties;
    page::Properties to{from.title, from.author, from.subject, from.keywords, from.language, from.date};
    if (to.language.empty() && !document.sections.empty()) to.language = document.sections.front().language;
    return to;
}

Result<Summary> lay_out(const document::Document& document, const font::Catalogue& catalogue, page::Sink& sink,
                        Diagnostics& diagnostics, const Options& options) {
    if (auto begun = sink.begin(properties_of(document)); !begun) return fail(begun.error());
    Summary summary;
    internal::TextSetter setter{catalogue, document, diagnostics, options};
    internal::PageBuilder builder{sink, setter};
    internal::Work work{document, setter, builder, diagnostics, summary};

    page::Element root;
    root.role = page::ElementRole::document;
    const page::ElementId root_id = builder.begin_element(std::move(root), 0);
    for (const document::Section& section : document.sections) {
        page::Element element;
        element.role = page::ElementRole::section;
        element.language = section.language;
        const page::ElementId id = builder.begin_element(std::move(element), root_id);
        builder.start_section(section, id);
        internal::Flow flow{work, section};
        flow.blocks(section.blocks, id);
        flow.finish();
        builder.end_section();
        builder.end_element(id);
        if (builder.failed()) break;
    }
    builder.end_element(root_id);
    builder.finish();
    if (auto sent = builder.result(); !sent) return fail(sent.error());
    if (auto finished = sink.finish(); !finished) return fail(finished.error());
    summary.pages = builder.pages();
    return summary;
}

}  // namespace

Result<Summary> paginate(const document::Document& document, const font::Catalogue& catalogue, page::Sink& sink,
                         Diagnostics& diagnostics, const Options& options) {
    if (!document::shows_pages(document)) return lay_out(document, catalogue, sink, diagnostics, options);
    constexpr int most_passes = 3;
    Options shared = options;
    if (!shared.maps) shared.maps = unit_maps(catalogue, options.policy);
    if (!shared.words) shared.words.emplace();
    document::Document filled = document;
    bool stable = false;
    for (int pass = 0; pass < most_passes && !stable; ++pass) {
        internal::PageFinder finder;
        Diagnostics unheard;
        if (auto done = lay_out(filled, catalogue, finder, unheard, shared); !done) return done;
        stable = !internal::set_page_numbers(filled, finder.pages());
    }
    if (!stable) {
        diagnostics.add({"page-references", "the numbers of pages that the text shows change what they count",
                         "check them in the result, or put a word more or less before a page ends", {}, {}});
    }
    return lay_out(filled, catalogue, sink, diagnostics, shared);
}

}  // namespace bichig::paginate
