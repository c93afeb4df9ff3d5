// Spelling marks of a text that is edited: what they are, and the work that finds them, for any thread.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <string_view>
#include <vector>

#include <bichig/base/length.h>
#include <bichig/edit/options.h>
#include <bichig/spell/checker.h>

namespace bichig::edit {

/// A word with a fault. Value.
struct Mark {
    TextStretch range;
    spell::FaultClass fault = spell::FaultClass::unknown;
    std::string_view id;      ///< as spell::Finding
    std::string_view reason;  ///< likewise
    bool certain = false;     ///< whether the first suggestion can be taken unseen
    std::vector<spell::Suggestion> suggestions;  ///< the best first

    bool operator==(const Mark&) const = default;
};

/// Where a mark is drawn: one for each line of text that the word stands in. Value; in the axes of the text.
struct MarkShape {
    TextStretch range;  ///< of the mark
    spell::FaultClass fault = spell::FaultClass::unknown;
    Length begin;       ///< on the inline axis
    Length end;
    Length block;       ///< middle of the line: right of vertical lines, below horizontal ones
    Length size;        ///< of the text

    bool operator==(const MarkShape&) const = default;
};

/// A part of a text to be checked. It holds all it needs: run it on any thread while the text is edited, then give it
/// back to the editor (Editor::finish). One that is never given back is noticed when it is gone. Move-only.
class SpellingJob {
public:
    SpellingJob(SpellingJob&&) noexcept;
    SpellingJob& operator=(SpellingJob&&) noexcept;
    ~SpellingJob();

    /// Checks until all is done or `stop` is asked for; what is left can be run later. True when all is done.
    bool run(std::stop_token stop = {});
    /// Checks until the time is up: at least one piece of some words.
    bool run_for(std::chrono::microseconds budget);
    /// How many code units it holds, and how many of them are done.
    std::size_t units() const;
    std::size_t units_done() const;

private:
    struct State;
    explicit SpellingJob(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
    friend class Editor;
};

/// How far the marks of a text have come. Value.
struct SpellingProgress {
    std::size_t parts = 0;  ///< paragraphs with something left to check, and parts of them that jobs have
    bool done() const { return parts == 0; }
};

}  // namespace bichig::edit
