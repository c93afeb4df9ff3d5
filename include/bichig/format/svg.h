// Writes pages as SVG files with outlines, one file a page.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <bichig/base/result.h>
#include <bichig/page/sink.h>

namespace bichig::format {

/// How pages become SVG files. Value.
struct SvgOptions {
    /// Path of the file. A document of more than one page becomes files with "-1", "-2", … before the extension.
    std::string path;
    /// Filled by finish() with the files written, where not null; outlives the sink.
    std::vector<std::string>* written = nullptr;
};

/// A writer of SVG 1.1: glyphs as shared outlines, and each run's text in its `aria-label`. The files appear together
/// on finish(), or not at all. Errors: system.
Result<std::unique_ptr<page::Sink>> open_svg(SvgOptions options);

}  // namespace bichig::format
