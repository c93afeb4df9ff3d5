// From JSON to blocks, styles and pages of the document model.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <bichig/document/model.h>
#include <bichig/document/stylesheet.h>

#include <format/json/internal/fields.h>

namespace bichig::format {

/// The styles of a document by name. Value.
class StyleNames {
public:
    /// Takes the default styles and adds those of the object `place` to `styles`.
    StyleNames(std::vector<document::ParagraphStyle>& styles, const std::optional<JsonPlace>& place);

    /// Index of the style that `place` names.
    std::uint16_t index(const JsonPlace& place, document::WritingMode mode) const;
    /// Index of the style of `role`: the document's own, or the default.
    std::uint16_t default_index(document::StyleRole role, document::WritingMode mode) const;

private:
    std::map<std::string, std::uint16_t, std::less<>> own_;
};

/// The value that the string at `place` names. Throws JsonFault.
document::HanFace read_han_face(const JsonPlace& place);
document::MongolianFace read_mongolian_face(const JsonPlace& place);
document::Alignment read_alignment(const JsonPlace& place);

/// What the blocks of a section have in common. Value.
struct JsonBlockOptions {
    document::WritingMode mode = document::WritingMode::vertical_lr;
    std::string language;
    std::string base_folder;
    bool in_notice = false;  ///< headings begin at level 2
    bool in_side = false;    ///< a side of a pair: no page ends in it
};

/// The field "writing_mode", or what `language` is set in. Throws JsonFault.
document::WritingMode read_writing_mode(const JsonFields& fields, const std::string& language);

/// Reads the array `place`. Throws JsonFault.
std::vector<document::Block> read_json_blocks(const JsonPlace& place, const StyleNames& styles,
                                              const JsonBlockOptions& options);

/// Reads the object `place` over the defaults in `page`. Throws JsonFault.
void read_json_page(const JsonPlace& place, document::PageStyle& page);

}  // namespace bichig::format
