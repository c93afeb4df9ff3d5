// References that show the page on which a block begins.
#include "paginate/internal/page_references.h"

#include <document/internal/walk.h>

namespace bichig::paginate::internal {

bool set_page_numbers(document::Document& document, const PageNumbers& pages) {
    bool changed = false;
    for (document::Section& section : document.sections) {
        document::for_each_run(section.blocks, [&](document::Run& run) {
            if (run.reference.empty() || run.shows != document::Shows::page) return;
            const auto found = pages.find(run.reference);
            if (found == pages.end()) return;
            const std::string digits = std::to_string(found->second);
            const std::u16string text{digits.begin(), digits.end()};
            changed = changed || text != run.text;
            run.text = text;
        });
    }
    return changed;
}

}  // namespace bichig::paginate::internal
