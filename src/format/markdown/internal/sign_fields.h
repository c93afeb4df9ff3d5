// From front matter to the fields of a sign.
#pragma once

#include <yaml-cpp/yaml.h>

#include <bichig/notice/sign.h>

#include <format/markdown/internal/yaml_fields.h>

namespace bichig::format {

/// Reads the mapping `root`, whose kind is "sign". Sources are left to the caller. Throws Error.
notice::Sign read_sign_fields(const YamlText& text, const YAML::Node& root);

}  // namespace bichig::format
