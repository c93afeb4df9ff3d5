// Reads the inlines of a block and finds the exact bytes of each.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <bichig/base/result.h>
#include <bichig/document/model.h>

#include <format/markdown/internal/source_text.h>

struct cmark_node;

namespace bichig::format {

/// An image among inlines. Value.
struct InlineImage {
    std::size_t run = 0;  ///< number of the run that stands for it
    std::string path;
    std::u16string alternative_text;
    SourceRange source;
};

/// What a block holds. Value.
struct Inlines {
    std::vector<document::Run> runs;
    std::vector<InlineImage> images;
};

/// Reads the children of `block`, whose content is `content`. Errors: what the model cannot hold (raw HTML). Link
/// titles, which no format shows, and text struck by single tildes are diagnostics.
Result<Inlines> read_inlines(cmark_node* block, const Content& content, const SourceText& source,
                             Diagnostics& diagnostics);

}  // namespace bichig::format
