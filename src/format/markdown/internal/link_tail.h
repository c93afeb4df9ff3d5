// The end of a link or image in Markdown source: "](destination "title")", "][label]", "][]" or "]".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bichig::format {

/// How many bytes the end of a link takes at the start of `text`, which begins with the "]" after the text of a link
/// that cmark has found to be one; 0 if there is no "]".
std::size_t link_tail_size(std::string_view text);

/// `text` with "%20" and the like for the bytes they stand for.
std::string percent_decoded(std::string_view text);

}  // namespace bichig::format
