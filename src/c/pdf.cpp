// Calls of bichig/c/pdf.h.
#include <bichig/c/pdf.h>

#include <iterator>

#include <bichig/format/pdf/info.h>

#include "c/internal/call.h"

struct bichig_pdf_info {
    bichig::format::PdfInfo info;
};

namespace bichig::c {

namespace {

const format::PdfInfo& info_of(const bichig_pdf_info* info) {
    require(info != nullptr, "the information is NULL");
    return info->info;
}

void facts(const bichig_pdf_info* handle, bichig_pdf_facts* out) {
    const format::PdfInfo& info = info_of(handle);
    bichig_pdf_facts value{};
    value.version = info.version.c_str();
    value.title = info.title.c_str();
    value.author = info.author.c_str();
    value.subject = info.subject.c_str();
    value.keywords = info.keywords.c_str();
    value.creator = info.creator.c_str();
    value.producer = info.producer.c_str();
    value.created = info.created.c_str();
    value.modified = info.modified.c_str();
    value.language = info.language.c_str();
    value.profile = info.profile.c_str();
    value.script_order = info.script_order.c_str();
    value.pdfa = info.pdfa.c_str();
    value.pdfua = info.pdfua.c_str();
    value.text = info.text.c_str();
    value.tagged = info.tagged;
    value.encrypted = info.encrypted;
    value.pages = info.pages;
    value.bookmarks = static_cast<std::size_t>(info.bookmarks);
    value.links = static_cast<std::size_t>(info.links);
    value.page_size_count = info.sizes.size();
    value.font_count = info.fonts.size();
    value.language_count = info.languages.size();
    value.element_count = info.elements.size();
    fill(out, value);
}

void counted(const std::map<std::string, std::uint64_t>& items, std::size_t index, const char** name,
             std::size_t* count) {
    require(name != nullptr && count != nullptr, "a result is NULL");
    *name = nullptr;
    *count = 0;
    require(index < items.size(), "there is no item of that number");
    const auto item = std::next(items.begin(), static_cast<std::ptrdiff_t>(index));
    *name = item->first.c_str();
    *count = static_cast<std::size_t>(item->second);
}

}  // namespace

}  // namespace bichig::c

using namespace bichig;

extern "C" {

bichig_status bichig_pdf_info_open(const char* path, bichig_pdf_info** info, bichig_error* error) {
    return c::guarded(error, [&] {
        c::require(info != nullptr, "a result is NULL");
        *info = nullptr;
        c::require(path != nullptr, "the path is NULL");
        *info = c::make_handle<bichig_pdf_info>(c::value_of(format::read_pdf_info(path)));
    });
}
void bichig_pdf_info_close(bichig_pdf_info* info) { c::close_handle(info); }

bichig_status bichig_pdf_info_facts(const bichig_pdf_info* info, bichig_pdf_facts* facts, bichig_error* error) {
    return c::guarded(error, [&] { c::facts(info, facts); });
}
bichig_status bichig_pdf_info_page_size(const bichig_pdf_info* info, size_t index, double* width, double* height,
                                        size_t* pages, bichig_error* error) {
    return c::guarded(error, [&] {
        c::require(width != nullptr && height != nullptr && pages != nullptr, "a result is NULL");
        *width = *height = 0;
        *pages = 0;
        c::require(index < c::info_of(info).sizes.size(), "there is no item of that number");
        const format::PdfPageSize& item = info->info.sizes[index];
        *width = item.size.width.in_points();
        *height = item.size.height.in_points();
        *pages = item.pages;
    });
}
bichig_status bichig_pdf_info_font(const bichig_pdf_info* info, size_t index, bichig_pdf_font* font,
                                   bichig_error* error) {
    return c::guarded(error, [&] {
        c::require(index < c::info_of(info).fonts.size(), "there is no font of that number");
        const format::PdfFont& item = info->info.fonts[index];
        c::fill(font, bichig_pdf_font{0, item.name.c_str(), item.type.c_str(), item.embedded, item.subset, item.pages});
    });
}
bichig_status bichig_pdf_info_language(const bichig_pdf_info* info, size_t index, const char** name, size_t* count,
                                       bichig_error* error) {
    return c::guarded(error, [&] { c::counted(c::info_of(info).languages, index, name, count); });
}
bichig_status bichig_pdf_info_element(const bichig_pdf_info* info, size_t index, const char** name, size_t* count,
                                      bichig_error* error) {
    return c::guarded(error, [&] { c::counted(c::info_of(info).elements, index, name, count); });
}

}  // extern "C"
