// Warnings that a call collects while it goes on: each with a place and a hint.
#pragma once

#include <string>
#include <vector>

#include <bichig/base/result.h>
#include <bichig/base/text_range.h>

namespace bichig::inline base {

/// One finding that did not stop the work. Value.
struct Diagnostic {
    std::string id;      ///< stable name of the finding, such as "missing-glyph"
    std::string message; ///< what was found, in one line of UTF-8
    std::string hint;    ///< what to do about it; may be empty
    Place where;         ///< filled by whoever knows the file; may be empty
    SourceRange source;  ///< the bytes it is about; empty if unknown
};

/// The findings of a call, in the order in which they were met. Value.
struct Diagnostics {
    std::vector<Diagnostic> items;

    bool empty() const { return items.empty(); }
    void add(Diagnostic diagnostic) { items.push_back(std::move(diagnostic)); }
};

/// "FILE:LINE:COLUMN: what was found (what to do)" in one line.
std::string describe(const Diagnostic& diagnostic);

}  // namespace bichig::inline base
