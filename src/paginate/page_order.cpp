// Counts what stands on each page, and cuts the text of the document there.
#include <bichig/paginate/page_order.h>

#include <algorithm>

#include <bichig/document/references.h>
#include <bichig/document/text.h>

#include "paginate/internal/page_references.h"

namespace bichig::paginate {

namespace {

bool is_space(char16_t unit) { return unit == u' ' || (unit >= 0x09 && unit <= 0x0D); }

/// Takes `count` characters that are no white space off `text` from `at` on, with the white space before, among and
/// after them.
std::u16string_view take(std::u16string_view text, std::size_t& at, std::size_t count) {
    const std::size_t begin = at;
    while (at < text.size() && (count > 0 || is_space(text[at]))) count -= is_space(text[at++]) ? 0 : 1;
    return text.substr(begin, at - begin);
}

}  // namespace

Result<void> PageOrder::begin(const page::Properties& properties) {
    return next_ != nullptr ? next_->begin(properties) : Result<void>{};
}

Result<void> PageOrder::page(page::Page page) {
    for (const page::Element& element : page.begun) {
        const bool inside = element.parent < is_note_.size() && is_note_[element.parent] != 0;
        is_note_.resize(std::max<std::size_t>(is_note_.size(), std::size_t{element.id} + 1));
        is_note_[element.id] = inside || element.role == page::ElementRole::note ? 1 : 0;
        if (element.role == page::ElementRole::section) ++sections_;
    }
    Count count;
    count.section = sections_ == 0 ? 0 : sections_ - 1;
    const auto add = [&](page::ElementId element, const std::u16string& text) {
        if (element == page::artifact) return;
        const auto black = std::count_if(text.begin(), text.end(), [](char16_t unit) { return !is_space(unit); });
        const bool note = element < is_note_.size() && is_note_[element] != 0;
        (note ? count.notes : count.body) += static_cast<std::size_t>(black);
    };
    for (const page::Item& item : page.items) {
        if (const auto* run = std::get_if<page::GlyphRun>(&item)) add(run->element, run->text);
        if (const auto* box = std::get_if<page::MissingBox>(&item)) add(box->element, box->text);
        if (const auto* image = std::get_if<page::GlyphImage>(&item)) add(image->element, image->text);
    }
    counts_.push_back(count);
    for (const page::Destination& destination : page.destinations) numbers_.emplace(destination.name, page.number);
    return next_ != nullptr ? next_->page(std::move(page)) : Result<void>{};
}

Result<void> PageOrder::finish() { return next_ != nullptr ? next_->finish() : Result<void>{}; }

std::u16string PageOrder::text(const document::Document& document) const {
    document::Document filled;
    const bool shows_pages = document::shows_pages(document);
    if (shows_pages) {
        filled = document;
        internal::set_page_numbers(filled, numbers_);
    }
    std::u16string text;
    auto page = counts_.begin();
    std::uint32_t number = 0;
    for (const document::Section& section : (shows_pages ? filled : document).sections) {
        const document::SectionText whole = document::reading_text(section);
        std::size_t body = 0;
        std::size_t notes = 0;
        for (; page != counts_.end() && page->section == number; ++page) {
            text += take(whole.body, body, page->body);
            text += take(whole.notes, notes, page->notes);
        }
        text += whole.body.substr(body) + whole.notes.substr(notes);
        ++number;
    }
    return text;
}

}  // namespace bichig::paginate
