// The four questions that analyze() answers, each in a file of its own.
#pragma once

#include <string_view>
#include <vector>

#include <bichig/text/analysis.h>

namespace bichig::text {

/// Words as Analysis::words has them.
std::vector<TextRange> find_words(std::u16string_view text);

/// Script runs as Analysis::scripts has them; `words` from find_words(text).
std::vector<ScriptRun> resolve_scripts(std::u16string_view text, const std::vector<TextRange>& words);

/// Orientations as Analysis::orientations has them; `scripts` from resolve_scripts.
std::vector<VerticalOrientation> find_orientations(std::u16string_view text, const std::vector<ScriptRun>& scripts);

/// Breaks as Analysis::breaks has them, as far as they can be had without ICU's line breaking data: after white space,
/// and where a paragraph ends.
std::vector<Break> find_breaks_without_icu(std::u16string_view text);

/// Breaks as Analysis::breaks has them; `words` from find_words(text).
std::vector<Break> find_breaks(std::u16string_view text, const std::vector<TextRange>& words);

}  // namespace bichig::text
