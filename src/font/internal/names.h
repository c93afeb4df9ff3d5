// How names of fonts are compared.
#pragma once

#include <string>
#include <string_view>

namespace bichig::font::internal {

/// `name` without its spaces and with its ASCII letters small: programs spell one font in several ways.
inline std::string folded(std::string_view name) {
    std::string out;
    for (const char c : name) {
        if (c != ' ') out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

}  // namespace bichig::font::internal
