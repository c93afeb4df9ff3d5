// Pages of a whole document: section after section, page after page.
#include <bichig/paginate/paginate.h>

#include "paginate/internal/flow.h"
#include "paginate/internal/page_builder.h"
#include "paginate/internal/text_setter.h"

namespace bichig::paginate {

namespace {

page::Properties properties_of(const document::Document& document) {
    const document::Properties& from = document.properties;
    page::Properties to{from.title, from.author, from.subject, from.keywords, from.language, from.date,
                        from.profile, from.script_order};
    if (to.language.empty() && !document.sections.empty()) to.language = document.sections.front().language;
    return to;
}

}  // namespace

Result<Summary> paginate(const document::Document& document, const font::Catalogue& catalogue, page::Sink& sink,
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
        builder.start_section(section);
        internal::Flow flow{work, section};
        flow.blocks(section.blocks, id);
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

}  // namespace bichig::paginate
