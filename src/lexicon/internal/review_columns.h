// The columns of a pack for native readers.
#pragma once

#include <array>
#include <string_view>

namespace bichig::lexicon {

inline constexpr std::string_view verdict_column = "verdict";
inline constexpr std::array<std::string_view, 14> review_columns = {
    "number", "key",   "file",    "word",         "stem",       "pos",     "paradigm", "cyrillic", "gloss_zh",
    "forms",  verdict_column, "correction", "comment", "reviewer"};

}  // namespace bichig::lexicon
