// Pages shown to the callbacks of a caller.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <bichig/c/page.h>
#include <bichig/page/page.h>

#include "c/internal/text_in_out.h"

namespace bichig::c {

/// Alternative texts of figures, by element.
using Alternatives = std::map<page::ElementId, std::u16string>;

/// The caller's range for the bytes of the source that a text came from.
using SourceMap = std::function<bichig_range(const SourceRange&)>;
bichig_range bytes_of_source(const SourceRange& range);

/// A visitor as a caller gave it; refuses NULL.
bichig_page_visitor visitor_of(const bichig_page_visitor* given);

/// Shows page number `index`. Throws a Failure with BICHIG_CANCELLED where a callback says so.
void show(const page::Page& page, std::size_t index, const Alternatives& alternatives, const SourceMap& source,
          const bichig_page_visitor& visitor);

/// An element with its texts, which must outlive what describe() gives. Value.
struct ElementTexts {
    explicit ElementTexts(const page::Element& element);
    std::string alternative;
    std::string title;
};
bichig_page_element describe(const page::Element& element, const ElementTexts& texts);

}  // namespace bichig::c
