// What a SpellingJob holds.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <bichig/edit/spelling.h>

namespace bichig::edit {

/// A part of a paragraph with the words around it. Value.
struct SpellingPiece {
    std::u16string text;
    TextRange core;          ///< of `text`: findings that begin in it count
    std::optional<std::vector<spell::Finding>> findings;  ///< of the core, in indexes of `text`; none: not done
};

struct SpellingJob::State {
    spell::Checker checker;
    spell::CheckOptions options;
    std::vector<SpellingPiece> pieces;
    std::uint64_t number = 0;
    std::shared_ptr<int> alive;  ///< by which the editor notices that the job is gone
    std::size_t next = 0;        ///< pieces before this one are done
    std::size_t units = 0;
    std::size_t units_done = 0;

    /// Checks some pieces at once, so that equal words are judged once, as long as `goes_on` says so. Those that were
    /// finished are done; false: it was ended.
    bool check_some(const spell::CheckProgress& goes_on);
};

}  // namespace bichig::edit
