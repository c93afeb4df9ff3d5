// What an editor lets its user do, and how.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

#include <bichig/layout/movement.h>
#include <bichig/layout/text_caret.h>

namespace bichig::edit {

/// An index of a UTF-16 code unit in the whole text, and a stretch between two of them. Each end of a paragraph is one
/// unit, U+000A.
using layout::TextOffset;
using layout::TextStretch;

/// What the backspace key takes away.
enum class Backspace : std::uint8_t {
    grapheme,   ///< all that the caret steps over at once: a letter with its selectors
    code_point  ///< the last character alone: the selector, then the letter
};

/// What can be undone. Value.
struct UndoOptions {
    std::size_t steps = 1000;             ///< at most so many
    std::size_t units = std::size_t{1} << 24;  ///< that hold so many code units together; the newest stays in any case
    /// Typing goes on in the same step if it follows within this time, as the caller tells the time.
    std::chrono::milliseconds pause{5000};
};

/// How a text is edited; all of it may change while it is. Value.
struct EditingOptions {
    layout::MovementOptions movement;
    bool read_only = false;     ///< the user may move, select and search, but change nothing
    bool single_line = false;   ///< line ends of what is put in become spaces
    TextOffset max_length = 0;  ///< code units that fit in; 0: no limit. What is put in is cut between graphemes
    Backspace backspace = Backspace::grapheme;
    std::u16string placeholder{};  ///< what is shown while there is no text
    UndoOptions undo;
    std::uint32_t style = 0;        ///< what is put in has this style: index of layout::TextLayoutOptions::styles
    bool mark_unknown = false;      ///< findings that are no fault by themselves are marks, too
    bool mark_while_typing = false; ///< the word at the caret has its mark while it is typed
};

/// What is selected: from the anchor, which stays, to the head, where the caret is. Value.
struct Selection {
    TextOffset anchor = 0;
    TextOffset head = 0;
    layout::Affinity affinity = layout::Affinity::downstream;  ///< of the head

    TextOffset begin() const { return anchor < head ? anchor : head; }
    TextOffset end() const { return anchor < head ? head : anchor; }
    bool empty() const { return anchor == head; }
    bool operator==(const Selection&) const = default;
};

/// Whether a movement takes the anchor of the selection along.
enum class Extend : std::uint8_t { no, yes };

/// What is selected at once: by double click, by triple click. A line is one as it is laid out.
enum class SelectionUnit : std::uint8_t { grapheme, word, sentence, paragraph, line };

}  // namespace bichig::edit
