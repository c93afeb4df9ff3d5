// From JSON to the fields of a sign.
#pragma once

#include <bichig/notice/sign.h>

#include <format/json/internal/fields.h>

namespace bichig::format {

/// Reads the object `root`, whose kind is "sign". Sources are left to the caller. Throws JsonFault.
notice::Sign read_json_sign(const JsonPlace& root);

}  // namespace bichig::format
