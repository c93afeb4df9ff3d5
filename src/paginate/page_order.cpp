// Counts what stands on each page, and cuts the text of the document there.
#include <bichig/paginate/page_order.h>

#include <algorithm>
#include <utility>

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
        Place place = element.parent < places_.size() ? places_[element.parent] : Place{};
        if (element.role == page::ElementRole::section && place.is_root) place.section = sections_++;
        place.is_root = element.role == page::ElementRole::document;
        place.in_note = place.in_note || element.role == page::ElementRole::note;
        places_.resize(std::max<std::size_t>(places_.size(), std::size_t{element.id} + 1));
        places_[element.id] = place;
    }
    Count count;
    const auto add = [&](page::ElementId element, const std::u16string& text) {
        if (element == page::artifact || element >= places_.size()) return;
        const auto black = std::count_if(text.begin(), text.end(), [](char16_t unit) { return !is_space(unit); });
        count.section = places_[element].section;
        (places_[element].in_note ? count.notes : count.body) += static_cast<std::size_t>(black);
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
    std::u16string text;
    for (const std::u16string& page : texts(document)) text += page;
    return text;
}

std::vector<std::u16string> PageOrder::texts(const document::Document& document) const {
    document::Document filled;
    const bool shows_pages = document::shows_pages(document);
    if (shows_pages) {
        filled = document;
        internal::set_page_numbers(filled, numbers_);
    }
    const document::Document& whole = shows_pages ? filled : document;
    struct Reading {
        document::SectionText text;
        std::size_t body = 0;
        std::size_t notes = 0;
    };
    std::vector<Reading> sections;
    for (const document::Section& section : whole.sections) sections.push_back({document::reading_text(section), 0, 0});
    std::vector<std::u16string> texts(std::max<std::size_t>(counts_.size(), 1));
    std::uint32_t begun = 0;
    const auto finish = [](Reading& reading, std::u16string& text) {
        text += reading.text.body.substr(std::exchange(reading.body, reading.text.body.size()));
        text += reading.text.notes.substr(std::exchange(reading.notes, reading.text.notes.size()));
    };
    for (std::size_t index = 0; index < counts_.size(); ++index) {
        const Count& page = counts_[index];
        if (page.section >= sections.size() || page.body + page.notes == 0) continue;
        Reading& reading = sections[page.section];
        // What pages do not show, such as an empty line, goes with the section before, but facing ones come in turn.
        for (; begun < page.section && !whole.sections[begun].facing; ++begun) {
            finish(sections[begun], texts[index == 0 ? 0 : index - 1]);
        }
        std::u16string& text = texts[index];
        text += take(reading.text.body, reading.body, page.body);
        text += take(reading.text.notes, reading.notes, page.notes);
    }
    for (Reading& reading : sections) finish(reading, texts.back());
    return texts;
}

}  // namespace bichig::paginate
