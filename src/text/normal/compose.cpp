// Merges two lists of edits along the text between them.
#include "text/normal/compose.h"

#include <algorithm>
#include <cstdint>

namespace bichig::text {

namespace {

using script::NormalEdit;

/// Whether `range`, which does not begin before `group`, has a character of it or lies inside it.
bool meets(TextRange group, TextRange range) { return range.begin < group.end; }

/// Walks along both lists in the order of the text between them.
class Merge {
public:
    Merge(const std::vector<NormalEdit>& first, const std::vector<NormalEdit>& second)
        : first_{first}, second_{second} {}

    std::vector<NormalEdit> run() {
        std::vector<NormalEdit> merged;
        merged.reserve(first_.size() + second_.size());
        while (i_ < first_.size() || j_ < second_.size()) merged.push_back(next());
        return merged;
    }

private:
    /// Where the next edit of each list stands between; what was taken away there comes before what was replaced.
    bool first_is_next() const {
        if (i_ == first_.size() || j_ == second_.size()) return j_ == second_.size();
        const TextRange a = first_[i_].result;
        const TextRange b = second_[j_].source;
        return a.begin != b.begin ? a.begin < b.begin : a.empty() || !b.empty();
    }

    NormalEdit next() {
        const bool from_first = first_is_next();
        TextRange between = from_first ? first_[i_].result : second_[j_].source;
        NormalEdit made;
        made.source.begin = shifted(between.begin, to_source_);
        made.result.begin = shifted(between.begin, to_result_);
        from_first ? take_first(between, made) : take_second(between, made);
        for (;;) {
            if (i_ < first_.size() && meets(between, first_[i_].result)) {
                take_first(between, made);
            } else if (j_ < second_.size() && meets(between, second_[j_].source)) {
                take_second(between, made);
            } else {
                break;
            }
        }
        made.source.end = shifted(between.end, to_source_);
        made.result.end = shifted(between.end, to_result_);
        return made;
    }

    void take_first(TextRange& between, NormalEdit& made) {
        const NormalEdit& edit = first_[i_++];
        between.end = std::max(between.end, edit.result.end);
        to_source_ = difference(edit.source.end, edit.result.end);
        made.rules |= edit.rules;
    }
    void take_second(TextRange& between, NormalEdit& made) {
        const NormalEdit& edit = second_[j_++];
        between.end = std::max(between.end, edit.source.end);
        to_result_ = difference(edit.result.end, edit.source.end);
        made.rules |= edit.rules;
    }

    static std::int64_t difference(TextIndex a, TextIndex b) { return std::int64_t{a} - std::int64_t{b}; }
    static TextIndex shifted(TextIndex index, std::int64_t by) {
        return static_cast<TextIndex>(std::int64_t{index} + by);
    }

    const std::vector<NormalEdit>& first_;
    const std::vector<NormalEdit>& second_;
    std::size_t i_ = 0;
    std::size_t j_ = 0;
    std::int64_t to_source_ = 0;  ///< from a place between, behind all edits so far, to its place in the source
    std::int64_t to_result_ = 0;
};

}  // namespace

std::vector<NormalEdit> compose_edits(const std::vector<NormalEdit>& first, const std::vector<NormalEdit>& second) {
    if (first.empty()) return second;
    if (second.empty()) return first;
    return Merge{first, second}.run();
}

}  // namespace bichig::text
