// The fields of an official document in front matter.
#pragma once

#include <string>

#include <yaml-cpp/yaml.h>

#include <bichig/notice/notice.h>

#include <format/markdown/internal/yaml_fields.h>

namespace bichig::format {

/// Reads the mapping `root`, whose kind is `kind`. Styles, sources, texts and annexes are left to the caller. Throws
/// Error, also for what notice::fault_of() finds.
notice::Notice read_notice_fields(const YamlText& text, const YAML::Node& root, notice::Kind kind,
                                  const std::string& base_folder);

}  // namespace bichig::format
