// Pages of a whole document: section after section, page after page.
//
// Page numbers that the text shows are known only when all is laid out. Such a document is laid out for their sake
// alone, without a writer, until they change no more; then once more for the writer.
#include <bichig/paginate/paginate.h>

#include <bichig/document/references.h>

#include "paginate/internal/facing.h"
#include "paginate/internal/flow.h"
#include "paginate/internal/page_builder.h"
#include "paginate/internal/page_references.h"
#include "paginate/internal/text_setter.h"

namespace bichig::paginate {

namespace {

page::Properties properties_of(const document::Document& document) {
    const document::Properties& from = document.properties;
    page::Properties to;
    to.title = from.title;
    to.author = from.author;
    to.subject = from.subject;
    to.keywords = from.keywords;
    to.language = from.language;
    to.date = from.date;
    to.profile = from.profile;
    to.script_order = from.script_order;
    if (to.language.empty() && !document.sections.empty()) to.language = document.sections.front().language;
    for (std::size_t index = 0; index + 1 < document.sections.size(); ++index) {
        if (!document.sections[index].facing) continue;
        const bool begins_left = index == 0 && !document.sections[index].facing->leading_blank;
        to.layout = begins_left ? page::PageLayout::odd_pages_left : page::PageLayout::odd_pages_right;
        break;
    }
    return to;
}

void set_section(internal::Work& work, const document::Section& section, page::ElementId parent) {
    page::Element element;
    element.role = page::ElementRole::section;
    element.language = section.language;
    const page::ElementId id = work.builder.begin_element(std::move(element), parent);
    work.builder.start_section(section, id);
    internal::Flow flow{work, section};
    flow.blocks(section.blocks, id);
    flow.finish();
    work.builder.end_section();
    work.builder.end_element(id);
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
    for (std::size_t index = 0; index < document.sections.size() && !builder.failed(); ++index) {
        const document::Section& section = document.sections[index];
        if (section.facing && index + 1 < document.sections.size()) {
            internal::set_facing(work, section, document.sections[++index], root_id);
        } else {
            set_section(work, section, root_id);
        }
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
