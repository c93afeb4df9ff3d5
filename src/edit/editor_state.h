// What an editor holds, and the few steps that all edits are made of: shared by its source files.
#pragma once

#include <exception>
#include <optional>
#include <string>
#include <vector>

#include <bichig/edit/editor.h>

#include "edit/buffer.h"
#include "edit/change_log.h"
#include "edit/history.h"
#include "edit/spelling_store.h"

namespace bichig::edit {

/// The measure of a single line, which is never broken.
inline constexpr Length endless = Length::points(1e9);

struct Editor::State {
    State(std::u16string_view text, layout::TextLayoutOptions layout, const EditingOptions& given);

    // editor.cpp

    /// After memory ran out in a call: the text as it is, without its history.
    void recover();

    /// Replaces a stretch and says so; nothing about undo, caret or limits. What stood there.
    SharedText apply(TextStretch range, std::u16string_view text);
    /// The same as a step of undo, with the caret at `caret` after it.
    void step(StepKind kind, TextStretch range, std::u16string_view text, TextOffset caret,
              std::chrono::milliseconds time = {});
    /// Does what a step says, or undoes it.
    void replay(const Step& step, bool forward);
    /// Whether the user may change the text; says so where not.
    bool may_edit();
    /// `text` as it can be put in place of `range`: line ends, length. `cut`: not all of it.
    std::u16string fitting(std::u16string_view text, TextStretch range, bool& cut);
    void end_composition();
    void say_history();
    void say_layout();
    /// Takes the selection away where there is one, as a step.
    void erase_selection(std::chrono::milliseconds time);

    // editor_caret.cpp

    /// Sets caret and anchor, both at stops, and says so.
    void set_selection(TextOffset anchor, const layout::TextCaret& head);
    void set_selection(TextOffset anchor, TextOffset head);
    /// After an edit: the caret alone. Where it cannot stand it stands behind, and typing goes on where it should be.
    void place_caret(TextOffset offset);
    TextOffset head_offset() const { return shown.head; }
    /// Goes to `to`, with the anchor or without it.
    void go(const layout::TextCaret& to, Extend extend);
    TextStretch unit_at(TextOffset offset, SelectionUnit wanted);
    /// Ends typing: the caret has its place, the word its mark.
    void end_typing();

    // editor_spelling.cpp

    void say_marks(std::size_t first, std::size_t last);
    /// The word that is being typed has no mark.
    bool hides(TextStretch mark) const;

    bool broken = false;  ///< memory ran out in a call: what is here may not fit together
    EditingOptions options;
    layout::TextLayoutOptions layout_options;
    Buffer buffer;
    History history;
    ChangeLog changes;
    Composition composition;
    layout::TextCaret head;
    Selection shown;
    /// Where typing goes on while the caret cannot stand there: after a connector before the letter it goes with.
    std::optional<TextOffset> typing_point;
    bool typing = false;
    SelectionUnit unit = SelectionUnit::grapheme;
    TextStretch anchor_unit;
    bool could_undo = false, could_redo = false, was_changed = false;

    std::optional<spell::Checker> checker;
    spell::CheckOptions check_options;
    SpellingStore spelling;
    std::uint64_t jobs = 0;
    Length seen_offset;  ///< what was shown last
    std::optional<layout::TextLayout> placeholder;  ///< laid out when it is asked for
};

/// The state for the length of a call that may change it. A call that memory ran out in leaves it for the next one to
/// put right.
class Editor::Use {
public:
    explicit Use(State& used) : state{used}, exceptions_{std::uncaught_exceptions()} {
        if (state.broken) state.recover();
    }
    ~Use() {
        if (std::uncaught_exceptions() > exceptions_) state.broken = true;
    }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;

    State& state;

private:
    int exceptions_;
};

}  // namespace bichig::edit
