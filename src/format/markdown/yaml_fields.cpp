// Strict reading of YAML mappings, with the bytes of each value.
#include <format/markdown/internal/yaml_fields.h>

#include <algorithm>
#include <set>

#include <bichig/base/utf.h>

#include <document/internal/files.h>

namespace bichig::format {

namespace {

std::string known_keys(std::initializer_list<std::string_view> known) {
    std::string list;
    for (const std::string_view key : known) list.append(list.empty() ? "" : ", ").append(key);
    return list;
}

constexpr const char* empty_text = "text is wanted here, not nothing";
constexpr const char* empty_hint = "write the text, or leave the key out";

const char* kind_of(const YAML::Node& node) {
    switch (node.Type()) {
    case YAML::NodeType::Map: return "a mapping";
    case YAML::NodeType::Sequence: return "a list";
    case YAML::NodeType::Scalar: return "text";
    default: return "nothing";
    }
}

}  // namespace

Error YamlText::error(const YAML::Mark& mark, const std::string& key, std::string message, std::string hint) const {
    const std::uint32_t offset = mark.is_null() ? begin : std::min(begin + static_cast<std::uint32_t>(mark.pos), end);
    Error made = source->error(offset, std::move(message), std::move(hint));
    made.where.detail = key;
    return made;
}

YamlFields::YamlFields(const YamlText& text, const YAML::Node& node, std::string path,
                       std::initializer_list<std::string_view> known)
    : text_{text}, node_{node}, path_{std::move(path)} {
    if (!node.IsMap()) {
        throw text.error(node.Mark(), path_, std::string{"a mapping is wanted here, not "} + kind_of(node),
                         "write lines 'key: value'; keys are " + known_keys(known));
    }
    std::set<std::string> met;
    for (const auto& pair : node) {
        const std::string key = pair.first.IsScalar() ? pair.first.Scalar() : std::string{};
        if (std::find(known.begin(), known.end(), key) == known.end()) {
            throw text.error(pair.first.Mark(), this->path(key), "unknown key", "known keys are " + known_keys(known));
        }
        if (!met.insert(key).second) {
            throw text.error(pair.first.Mark(), this->path(key), "this key is here twice", "take one of them out");
        }
    }
}

Error YamlFields::error(const char* key, std::string message, std::string hint) const {
    const YAML::Node value = node_[key];
    return text_.error(value ? value.Mark() : node_.Mark(), path(key), std::move(message), std::move(hint));
}

YAML::Node YamlFields::node(const char* key, bool required) const {
    const YAML::Node value = node_[key];
    if (!value && required) throw error(key, "this key is missing", "add a line '" + std::string{key} + ": …'");
    return value;
}

notice::Field YamlFields::text(const char* key, bool required) const {
    const YAML::Node value = node(key, required);
    if (!value) return {};
    if (value.IsNull()) {  // its mark is where the next key begins
        for (const auto& pair : node_) {
            if (pair.first.Scalar() == key) throw text_.error(pair.first.Mark(), path(key), empty_text, empty_hint);
        }
    }
    return field(value, path(key));
}

std::vector<notice::Field> YamlFields::texts(const char* key) const {
    std::vector<notice::Field> fields;
    const YAML::Node value = node(key);
    if (!value) return fields;
    if (!value.IsSequence()) {
        throw error(key, std::string{"a list is wanted here, not "} + kind_of(value), "write '[first, second]'");
    }
    for (std::size_t i = 0; i < value.size(); ++i) {
        fields.push_back(field(value[i], path(key) + "[" + std::to_string(i) + "]"));
    }
    return fields;
}

std::vector<notice::Field> YamlFields::text_or_texts(const char* key) const {
    if (!has(key) || node(key).IsSequence()) return texts(key);
    return {text(key)};
}

notice::Field YamlFields::field(const YAML::Node& value, const std::string& path) const {
    if (!value.IsScalar() || value.Scalar().empty()) {
        throw text_.error(value.Mark(), path, value.IsScalar() ? empty_text : std::string{"text is wanted here, not "} +
                          kind_of(value), empty_hint);
    }
    const std::string& scalar = value.Scalar();
    notice::Field field;
    field.text = to_utf16(scalar).value_or(std::u16string{});
    const std::string_view yaml = text_.source->bytes().substr(0, text_.end);
    const std::size_t begin = text_.begin + static_cast<std::size_t>(std::max(value.Mark().pos, 0));
    // Plain text stands at the mark, quoted text one byte later; escaped or folded text somewhere from there on.
    for (const std::size_t at : {begin, begin + 1}) {
        if (at < yaml.size() && yaml.substr(at, scalar.size()) == scalar) {
            field.source = {0, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + scalar.size())};
            return field;
        }
    }
    const std::size_t line_end = std::min(yaml.find('\n', begin), yaml.size());
    field.source = {0, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(std::max(line_end, begin + 1))};
    return field;
}

std::string yaml_date(const YamlFields& fields) {
    std::string date = to_utf8(fields.text("date").text);
    if (!date.empty() && !document::is_iso_date(date)) {
        throw fields.error("date", "'" + date + "' is no date", "write year, month and day as 2024-05-16");
    }
    return date;
}

std::vector<std::u16string> plain_texts(std::vector<notice::Field> fields) {
    std::vector<std::u16string> texts;
    for (notice::Field& field : fields) texts.push_back(std::move(field.text));
    return texts;
}

}  // namespace bichig::format
