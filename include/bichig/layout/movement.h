// Movement of the caret: by keys and by what they stand for, in one paragraph and from one to the next.
#pragma once

#include <cstdint>
#include <optional>

#include <bichig/layout/caret.h>
#include <bichig/text/boundaries.h>

namespace bichig::layout {

/// How far a step goes.
enum class Step : std::uint8_t {
    grapheme,   ///< to the next stop
    word,       ///< to the next word or number; marks and white space are passed
    line,       ///< to the next line, at the goal coordinate
    line_edge,  ///< to the last (or first) stop of the line
    paragraph   ///< back to the start of the paragraph, on to the start of the next one
};

/// Along the text or against it.
enum class Direction : std::uint8_t { backward, forward };

/// A key with an arrow.
enum class Arrow : std::uint8_t { up, down, left, right };

/// What arrow keys follow.
enum class ArrowKeys : std::uint8_t {
    physical,  ///< what is seen: in vertical lines ↓ goes on in the text and ← → change the line
    logical    ///< as in horizontal text, whatever the writing mode: → goes on in the text and ↑ ↓ change the line
};

/// Where a step forward by a word ends.
enum class WordStop : std::uint8_t { next_start, end };

/// Settings of a user. Value.
struct MovementOptions {
    ArrowKeys arrow_keys = ArrowKeys::physical;
    WordStop word_stop = WordStop::next_start;
    text::Suffixes suffixes = text::Suffixes::with_stem;  ///< `apart`: steps by a word stop before suffixes, too
};

/// A caret that may be on its way from line to line. Value.
struct Caret {
    CaretPosition position;
    std::optional<Length> goal{};  ///< where on the inline axis steps by lines aim; the same for all paragraphs
    bool operator==(const Caret&) const = default;
};

/// The paragraph that a step leads out to.
enum class Leaving : std::uint8_t { no, to_previous, to_next };

/// The outcome of a step. Value.
struct Moved {
    Caret caret;                    ///< in this paragraph; where the step leaves it, what enter() is to be given
    Leaving leaving = Leaving::no;  ///< where there is no such paragraph, `caret` is where the step ends
};

/// A step in the direction of the text. Every step but those by lines forgets the goal. Where the step leads out of the
/// paragraph, `leaving` says so and the caret stays where it is, but a step forward by a paragraph takes it to the end.
/// O(log lines + length of the lines touched); by words, time grows with the distance to the next one. Total.
Moved move(const Paragraph& paragraph, const Caret& caret, Step step, Direction direction,
           const MovementOptions& options = {});

/// A step by a key: along the line it goes by `step`, which is `grapheme` or `word` (or `line_edge`); across the lines
/// it goes by a line, or by a paragraph where `step` is `word` or `paragraph`. Total.
Moved move(const Paragraph& paragraph, const Caret& caret, Arrow arrow, Step step = Step::grapheme,
           const MovementOptions& options = {});

/// Where the caret stands after a step out of the neighbouring paragraph: `moved` is what move() gave, `step` its step.
/// A step by a word ends at the end that it comes to. Total.
Caret enter(const Paragraph& paragraph, const Moved& moved, Step step);

/// The step and the direction that a key stands for; of move() and enter().
struct KeyMeaning {
    Step step;
    Direction direction;
};

/// What `arrow` does in lines of `mode`.
KeyMeaning meaning(Arrow arrow, Step step, WritingMode mode, ArrowKeys keys);

}  // namespace bichig::layout
