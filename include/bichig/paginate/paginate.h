// Turns a document into pages, one by one, into a sink.
#pragma once

#include <cstdint>

#include <bichig/base/diagnostics.h>
#include <bichig/base/result.h>
#include <bichig/document/model.h>
#include <bichig/font/catalogue.h>
#include <bichig/page/sink.h>

namespace bichig::paginate {

/// What was paginated. Value.
struct Summary {
    std::uint32_t pages = 0;
    std::uint32_t missing_characters = 0;  ///< characters that no font has; each has a diagnostic, up to 100
    std::uint32_t overfull_lines = 0;      ///< words broken at the line's end because they are longer than a line
    std::uint32_t underfull_lines = 0;     ///< justified lines that nothing on them could fill
};

/// Lays out `document` with the fonts of `catalogue` and hands each page to `sink` as soon as it is full; begin() and
/// finish() of the sink are called here too. Laying out cannot fail: what does not fit is a diagnostic. Errors are
/// the sink's.
Result<Summary> paginate(const document::Document& document, const font::Catalogue& catalogue, page::Sink& sink,
                         Diagnostics& diagnostics);

}  // namespace bichig::paginate
