// Where finished pages go, one by one.
#pragma once

#include <bichig/base/result.h>
#include <bichig/page/page.h>

namespace bichig::page {

/// Takes pages in order; a writer frees each when it is written, so that memory does not grow with the document.
/// Scratch: one thread.
class Sink {
public:
    virtual ~Sink() = default;

    /// Called once, before the first page.
    virtual Result<void> begin(const Properties& properties) = 0;
    /// Called for each page in order. Errors: system, from writing.
    virtual Result<void> page(Page page) = 0;
    /// Called once, after the last page; writes what can only be known then. Without it no file appears.
    virtual Result<void> finish() = 0;
};

}  // namespace bichig::page
