// The text of a document in the order of its pages, where notes stand between the texts of two pages.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <bichig/document/model.h>
#include <bichig/page/sink.h>

namespace bichig::paginate {

/// Hands pages on to another sink and counts how much of the text and of the notes stands on each. The text itself is
/// taken from the document, which has it with its spaces and line feeds. Scratch.
class PageOrder final : public page::Sink {
public:
    /// `next` takes the pages, and lives as long as this; null: they are dropped.
    explicit PageOrder(page::Sink* next = nullptr) : next_{next} {}

    Result<void> begin(const page::Properties& properties) override;
    Result<void> page(page::Page page) override;
    Result<void> finish() override;

    /// document::reading_text() in the order of the pages: on each, what flows and then the notes. `document` is what
    /// was paginated; page numbers that its text shows are those of the pages.
    std::u16string text(const document::Document& document) const;
    /// The same, cut where pages end: a text for each page. White space where a page ends stands on that page.
    std::vector<std::u16string> texts(const document::Document& document) const;

private:
    /// Characters of one page that are no white space of ASCII, in UTF-16.
    struct Count {
        std::uint32_t section = 0;  ///< from 0; of a page without text, 0
        std::size_t body = 0;
        std::size_t notes = 0;
    };

    page::Sink* next_;
    /// By element.
    struct Place {
        std::uint32_t section = 0;
        bool is_root = false;
        bool in_note = false;
    };
    std::vector<Place> places_;
    std::uint32_t sections_ = 0;  ///< begun so far
    std::vector<Count> counts_;
    std::map<std::string, std::uint32_t, std::less<>> numbers_;  ///< printed page numbers by id
};

}  // namespace bichig::paginate
