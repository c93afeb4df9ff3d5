// Small tools for the cells of tables.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace bichig::lexicon {

/// The parts of `text` between `separator`; none of an empty text. Empty parts are kept.
inline std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    if (text.empty()) return parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

/// Whether `id` is one of small letters, digits and "_", which begins with a letter.
inline bool is_id(std::string_view id) {
    return !id.empty() && id.size() <= 64 && id.front() >= 'a' && id.front() <= 'z' &&
           std::all_of(id.begin(), id.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.'; });
}

}  // namespace bichig::lexicon
