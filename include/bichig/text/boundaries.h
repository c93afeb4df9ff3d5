// Where the user-perceived characters, the words and the sentences of a text begin. Lines: bichig/text/analysis.h.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <bichig/base/text_range.h>

namespace bichig::text {

/// The places at which a caret may stand, in order: 0, …, the size of the text (0 alone for an empty text). Grapheme
/// clusters of UAX #29, but MVS has no stop of its own: it goes with the letter after it, so that a letter typed at the
/// stop before it extends the stem, and without such a letter with the character before it. Selectors and joiners
/// stay with their letter. Total: any UTF-16; without ICU's data every code point is a stop. Any thread.
std::vector<TextIndex> grapheme_boundaries(std::u16string_view text);

/// What a stretch between two word boundaries is.
enum class SegmentKind : std::uint8_t {
    blank,   ///< white space, line ends
    mark,    ///< punctuation, symbols, controls
    number,  ///< digits, with what connects them
    word     ///< letters or ideographs; a number with a Mongolian suffix too
};

/// A stretch between two word boundaries. Value.
struct Segment {
    TextRange range;
    SegmentKind kind = SegmentKind::mark;

    bool operator==(const Segment&) const = default;
};

/// Whether a word with suffixes is one word or several.
enum class Suffixes : std::uint8_t {
    with_stem,  ///< one word, as EAC MGC/01-11 counts
    apart       ///< the stem, then each connector with its suffix
};

/// The text cut at word boundaries, without gaps: those of UAX #29 (Chinese by ICU's dictionary), but nirugu and the
/// syllable marker stay inside their word, and Latin letters and digits without a connector end a Mongolian one.
/// Total: any UTF-16; without ICU's data Mongolian words alone are told. Any thread.
std::vector<Segment> segments(std::u16string_view text, Suffixes suffixes = Suffixes::with_stem);

/// The places at which sentences begin, in order, and the size of the text: UAX #29 as ICU has it. White space after a
/// sentence belongs to it. Total: any UTF-16; without ICU's data the text is one sentence. Any thread.
std::vector<TextIndex> sentence_boundaries(std::u16string_view text);

}  // namespace bichig::text
