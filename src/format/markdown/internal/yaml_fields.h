// Access to a YAML mapping of which every key must be known and every value of the right kind.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <yaml-cpp/yaml.h>

#include <bichig/notice/notice.h>

#include <format/markdown/internal/source_text.h>

namespace bichig::format {

/// YAML text inside a file: turns yaml-cpp's marks into places. Value.
struct YamlText {
    const SourceText* source = nullptr;
    std::uint32_t begin = 0;  ///< of the YAML text in the file
    std::uint32_t end = 0;

    /// An error at `mark`, about `key`.
    Error error(const YAML::Mark& mark, const std::string& key, std::string message, std::string hint) const;
};

/// A mapping whose keys are taken one by one; throws Error, which read_front_matter catches.
class YamlFields {
public:
    /// `path` names the mapping in messages: "" for the whole front matter, "versions[0]". Throws when `node` is no
    /// mapping, has a key twice or one that is not in `known`.
    YamlFields(const YamlText& text, const YAML::Node& node, std::string path,
               std::initializer_list<std::string_view> known);

    bool has(const char* key) const { return static_cast<bool>(node_[key]); }
    /// The text of `key`; empty if it is missing and not `required`.
    notice::Field text(const char* key, bool required = false) const;
    /// The texts of the list `key`; empty if it is missing.
    std::vector<notice::Field> texts(const char* key) const;
    /// The text of `key`, or its texts where it is a list; none if it is missing.
    std::vector<notice::Field> text_or_texts(const char* key) const;
    /// The text that `value` holds; `path` names it in messages.
    notice::Field field(const YAML::Node& value, const std::string& path) const;
    /// The value of `key`, of any kind; an undefined node if it is missing and not `required`.
    YAML::Node node(const char* key, bool required = false) const;
    /// Name of `key` in messages.
    std::string path(const std::string& key) const { return path_.empty() ? key : path_ + "." + key; }
    /// An error about `key`, at its value or, if it is missing, at the mapping.
    Error error(const char* key, std::string message, std::string hint) const;

private:
    const YamlText& text_;
    YAML::Node node_;
    std::string path_;
};

/// The key "date"; empty if it is missing. Throws where it is no calendar day.
std::string yaml_date(const YamlFields& fields);
/// The texts without their places.
std::vector<std::u16string> plain_texts(std::vector<notice::Field> fields);

}  // namespace bichig::format
