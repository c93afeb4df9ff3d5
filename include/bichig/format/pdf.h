// Writes pages as one file that is PDF/A-2u (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) at once.
#pragma once

#include <memory>
#include <string>

#include <bichig/base/diagnostics.h>
#include <bichig/base/result.h>
#include <bichig/page/sink.h>

namespace bichig::format {

/// How a PDF is written. Value.
struct PdfOptions {
    std::string path;         ///< of the file; it appears whole on finish(), or not at all
    std::string producer = "Bichig";
    bool compress = true;     ///< deflate streams; off for reading the file by eye
    std::string* memory = nullptr;  ///< where not null, gets the bytes in place of a file; outlives the sink
};

/// A writer of tagged PDF: structure, bookmarks and language as the pages say, fonts subset and embedded, and text
/// that copies out exactly. Bytes depend on the pages and properties alone; without Properties::date the file states
/// no date. `diagnostics` outlives the sink and collects what could not be written as asked. Errors: system.
Result<std::unique_ptr<page::Sink>> open_pdf(PdfOptions options, Diagnostics& diagnostics);

}  // namespace bichig::format
