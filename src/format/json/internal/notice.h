// From JSON to the fields of an official document.
#pragma once

#include <string>

#include <bichig/document/model.h>
#include <bichig/notice/notice.h>

#include <format/json/internal/fields.h>

namespace bichig::format {

/// What every document says of itself: author, subject, keywords, date. Throws JsonFault.
void read_json_properties(const JsonFields& fields, document::Properties& out);

/// Reads the object `root`, whose kind is `kind`; images and profiles are looked for in `base_folder`. Throws
/// JsonFault, also for what notice::fault_of() and notice::annex_fault() find.
notice::Notice read_json_notice(const JsonPlace& root, notice::Kind kind, const std::string& base_folder);

}  // namespace bichig::format
