// Offsets from source to result.
#include <algorithm>

#include <bichig/script/conversion.h>

namespace bichig::script {

TextIndex result_index(const std::vector<Alignment>& alignments, TextIndex source) {
    const auto found = std::upper_bound(alignments.begin(), alignments.end(), source,
                                        [](TextIndex index, const Alignment& part) { return index < part.source.end; });
    if (found != alignments.end()) return found->result.begin;
    return alignments.empty() ? 0 : alignments.back().result.end;
}

}  // namespace bichig::script
