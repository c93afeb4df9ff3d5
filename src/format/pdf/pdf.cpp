// The sink that turns pages into a PDF: holds the parts together and writes the page objects and the catalog.
#include <bichig/format/pdf.h>

#include <bichig/base/utf.h>

#include "format/pdf/internal/content.h"
#include "format/pdf/internal/destinations.h"
#include "format/pdf/internal/embed.h"
#include "format/pdf/internal/metadata.h"
#include "format/pdf/internal/outline.h"
#include "format/pdf/internal/page_tree.h"

namespace bichig::format {

namespace {

using namespace pdf;

class PdfSink final : public page::Sink {
public:
    PdfSink(PdfOptions options, std::unique_ptr<File> file, Diagnostics& diagnostics)
        : options_{std::move(options)}, file_{std::move(file)}, diagnostics_{diagnostics},
          spaces_{write_colour_spaces(*file_)}, images_{*file_, spaces_, diagnostics}, structure_{*file_, diagnostics},
          content_{*file_, fonts_, images_, structure_, spaces_, diagnostics}, pages_{*file_} {}

    Result<void> begin(const page::Properties& properties) override;
    Result<void> page(page::Page page) override;
    Result<void> finish() override;

private:
    std::string write_links(const page::Page& page, ObjectNumber page_object);
    void write_page(const page::Page& page, ObjectNumber page_object, const std::string& annotations);
    ObjectNumber write_catalogue(ObjectNumber structure);
    void choose_title(const page::Page& page);

    PdfOptions options_;
    std::unique_ptr<File> file_;
    Diagnostics& diagnostics_;
    page::Properties properties_;
    ColourSpaces spaces_;
    FontStore fonts_;
    ImageStore images_;
    StructureTree structure_;
    ContentWriter content_;
    PageTree pages_;
    Outline outline_;
    Destinations destinations_;
    std::string scratch_;
};

Result<void> PdfSink::begin(const page::Properties& properties) {
    properties_ = properties;
    if (!properties_.date.empty() && !pdf_date(properties_.date)) {
        diagnostics_.add({"document-date", "\"" + properties_.date + "\" is no date; the file states none",
                          "write it as 2024-05-16 or 2024-05-16T08:00:00+08:00", {}, {}});
        properties_.date.clear();
    }
    return {};
}

/// PDF/UA demands a title (ISO 14289-1, 7.1): without one, the first heading, or else the first words, name the file.
void PdfSink::choose_title(const page::Page& page) {
    constexpr std::size_t longest = 60;
    if (!properties_.title.empty()) return;
    if (!page.bookmarks.empty()) properties_.title = page.bookmarks.front().title;
    for (const page::Item& item : page.items) {
        if (!properties_.title.empty()) return;
        const auto* run = std::get_if<page::GlyphRun>(&item);
        if (run != nullptr && structure_.is_open(run->element)) properties_.title = run->text.substr(0, longest);
    }
}

Result<void> PdfSink::page(page::Page page) {
    const ObjectNumber page_object = file_->allocate();
    for (const page::Element& element : page.begun) structure_.begin(element);
    choose_title(page);
    structure_.start_page(page_object);
    if (auto drawn = content_.draw(page); !drawn) return drawn;
    const std::string annotations = write_links(page, page_object);
    for (const page::Bookmark& bookmark : page.bookmarks) {
        const bool known = structure_.is_open(bookmark.element);
        outline_.add(bookmark, page_object, page.size.height.in_points(),
                     known ? structure_.object(bookmark.element) : 0, *file_);
    }
    for (const page::Destination& destination : page.destinations) {
        destinations_.add(destination, page_object, page.size.height.in_points());
    }
    structure_.end_page();
    for (const page::ElementId id : page.ended) structure_.end(id);
    write_page(page, page_object, annotations);
    return file_->status();
}

std::string PdfSink::write_links(const page::Page& page, ObjectNumber page_object) {
    std::string annotations;
    for (const page::LinkArea& link : page.links) {
        if (!structure_.is_open(link.element)) {
            diagnostics_.add({"link-without-element", "a link to " + link.uri + " belongs to no element; left out",
                              "give the area its link element", {}, {}});
            continue;
        }
        const ObjectNumber object = file_->allocate();
        const double height = page.size.height.in_points();
        const double left = link.box.origin.x.in_points();
        const double top = height - link.box.origin.y.in_points();
        const Rectangle box{left, top - link.box.size.height.in_points(), left + link.box.size.width.in_points(), top};
        const std::uint32_t key = structure_.add_annotation(link.element, object);
        const std::u16string& alternative = structure_.element(link.element).alternative_text;
        const auto uri = to_utf16(link.uri.empty() ? link.destination : link.uri);
        const std::string where = link.destination.empty() ? "/A<</S/URI/URI" + byte_string(link.uri) + ">>"
                                                           : "/Dest" + destination_name(link.destination);
        // Flag 4: printed with the page (ISO 19005-2, 6.3.2).
        file_->object(object, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect" + describe_rectangle(box) + "/P " +
                                  reference(page_object) + where + "/StructParent " + std::to_string(key) +
                                  "/Contents" +
                                  text_string(alternative.empty() && uri ? *uri : alternative) + ">>");
        append_reference(annotations, object);
        annotations.push_back(' ');
    }
    return annotations;
}

void PdfSink::write_page(const page::Page& page, ObjectNumber page_object, const std::string& annotations) {
    const ObjectNumber contents = file_->allocate();
    file_->stream(contents, "", content_.content());
    scratch_ = "<</Type/Page/Parent " + reference(pages_.add(page_object)) + "/MediaBox[0 0 ";
    append_length(scratch_, page.size.width);
    scratch_.push_back(' ');
    append_length(scratch_, page.size.height);
    scratch_ += "]/Contents " + reference(contents) + "/Resources<<" + content_.resources() + ">>/StructParents " +
                std::to_string(structure_.page_key()) + "/Tabs/S";
    if (!annotations.empty()) scratch_ += "/Annots[" + annotations + "]";
    if (content_.transparent()) {
        scratch_ += "/Group<</Type/Group/S/Transparency/CS " + reference(spaces_.rgb) + ">>";
    }
    file_->object(page_object, scratch_ + ">>");
}

ObjectNumber PdfSink::write_catalogue(ObjectNumber structure) {
    const std::string language = properties_.language.empty() ? "und" : properties_.language;
    std::string out = "<</Type/Catalog/Pages " + reference(pages_.finish()) + "/StructTreeRoot " +
                      reference(structure) + "/MarkInfo<</Marked true>>/Lang" + byte_string(language) +
                      "/ViewerPreferences<</DisplayDocTitle true>>/Metadata " +
                      reference(write_xmp(properties_, options_.producer, *file_));
    if (const ObjectNumber outline = outline_.write(*file_); outline != 0) {
        out += "/Outlines " + reference(outline) + "/PageMode/UseOutlines";
    }
    if (const ObjectNumber names = destinations_.write(*file_); names != 0) {
        out += "/Names<</Dests " + reference(names) + ">>";
    }
    if (properties_.layout == page::PageLayout::odd_pages_right) out += "/PageLayout/TwoPageRight";
    if (properties_.layout == page::PageLayout::odd_pages_left) out += "/PageLayout/TwoPageLeft";
    const ObjectNumber catalogue = file_->allocate();
    file_->object(catalogue, out + ">>");
    return catalogue;
}

Result<void> PdfSink::finish() {
    if (properties_.title.empty()) properties_.title = u"Untitled";
    const ObjectNumber structure = structure_.finish();
    for (const auto& codes : fonts_.all()) {
        if (auto embedded = embed(*codes, *file_, diagnostics_); !embedded) return embedded;
    }
    const ObjectNumber catalogue = write_catalogue(structure);
    const ObjectNumber info = write_info(properties_, options_.producer, *file_);
    return file_->finish(catalogue, info);
}

}  // namespace

Result<std::unique_ptr<page::Sink>> open_pdf(PdfOptions options, Diagnostics& diagnostics) {
    auto file = File::create(options.path, options.memory, options.compress);
    if (!file) return tl::unexpected<Error>{file.error()};
    return std::make_unique<PdfSink>(std::move(options), std::move(*file), diagnostics);
}

}  // namespace bichig::format
