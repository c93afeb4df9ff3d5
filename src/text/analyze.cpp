// Puts the parts of an analysis together.
#include <bichig/text/analysis.h>

#include <text/phases.h>

namespace bichig::text {

Analysis analyze(std::u16string_view text) {
    Analysis analysis;
    analysis.words = find_words(text);
    analysis.scripts = resolve_scripts(text, analysis.words);
    analysis.orientations = find_orientations(text, analysis.scripts);
    analysis.breaks = find_breaks(text, analysis.words);
    return analysis;
}

}  // namespace bichig::text
