// A document behind a handle, and how its pages are set for a caller.
#pragma once

#include <bichig/base/diagnostics.h>
#include <bichig/c/document.h>
#include <bichig/document/model.h>
#include <bichig/page/sink.h>

#include "c/internal/fonts.h"

struct bichig_document {
    bichig::document::Document document;
};

namespace bichig::c {

/// What a sink answers when the caller's function said to stop.
Error cancelled();

/// Sets the document into `sink`; of the options those count that are not of one format. Throws a Failure; where
/// `options.progress` said to stop, BICHIG_CANCELLED.
bichig_summary paginate_into(page::Sink& sink, const bichig_document* handle, const Fonts& fonts,
                             const bichig_write_options& options, Diagnostics& diagnostics);

}  // namespace bichig::c
