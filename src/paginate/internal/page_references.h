// Finds the page on which each block with an id begins, and fills in the references that show it.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include <bichig/document/model.h>
#include <bichig/page/sink.h>

namespace bichig::paginate::internal {

/// Printed page numbers by the id of a block.
using PageNumbers = std::map<std::string, std::uint32_t, std::less<>>;

/// Takes pages and keeps where ids stand. Scratch.
class PageFinder final : public page::Sink {
public:
    Result<void> begin(const page::Properties&) override { return {}; }
    Result<void> page(page::Page page) override {
        for (const page::Destination& destination : page.destinations) pages_.emplace(destination.name, page.number);
        return {};
    }
    Result<void> finish() override { return {}; }

    const PageNumbers& pages() const { return pages_; }

private:
    PageNumbers pages_;
};

/// Writes `pages` into the references that show a page; whether any of them changed.
bool set_page_numbers(document::Document& document, const PageNumbers& pages);

}  // namespace bichig::paginate::internal
