// A text that is edited: caret, selection, undo, input methods, search and spelling marks over layout::TextLayout.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/edit/change.h>
#include <bichig/edit/characters.h>
#include <bichig/edit/composition.h>
#include <bichig/edit/paste.h>
#include <bichig/edit/search.h>
#include <bichig/edit/spelling.h>
#include <bichig/layout/text_caret.h>

namespace bichig::edit {

/// What is at a point. Value.
struct Hit {
    TextOffset offset = 0;  ///< the nearest place of the caret
    layout::Affinity affinity = layout::Affinity::downstream;
    std::size_t line = 0;   ///< of its paragraph
    TextStretch character;  ///< under the point or nearest to it
    bool inside = false;    ///< whether the point is on it
};

/// A text that is edited. Scratch: move-only, one thread at a time.
///
/// Offsets count the text without composition; points and boxes, which have the axes of layout::TextLayout, count it
/// with it. CR LF, CR and U+2029 that are put in become U+000A. Places beyond the text stand for its end. Caret and
/// anchor are at stops always (layout::CaretPosition): where an edit would leave one inside of a grapheme it goes to
/// the start of it, after typing to its end. What the user does ends a composition that was not committed. Total; where
/// memory runs out (std::bad_alloc) the text is as before or after the edit, and what could be undone may be forgotten.
class Editor {
public:
    Editor(std::u16string_view text, layout::TextLayoutOptions layout, EditingOptions options = {});
    Editor(Editor&&) noexcept;
    Editor& operator=(Editor&&) noexcept;
    ~Editor();

    TextOffset size() const;
    std::u16string text() const;
    std::u16string text(TextStretch range) const;
    std::size_t paragraph_count() const;
    /// The text of a paragraph, without its end; a number out of range stands for the last one.
    TextStretch paragraph(std::size_t number) const;
    /// Another text, with nothing to undo and the caret at its start. Also where the text is read-only.
    void set_text(std::u16string_view text);
    const EditingOptions& options() const;
    void set_options(const EditingOptions& options);
    /// Sets the text in other styles or looks: O(n) without shaping. A text in a single line has an endless measure.
    void set_layout(layout::TextLayoutOptions layout);
    void set_measure(Length measure);

    // Edits answer whether the text changed. `time` is told by the caller, from any start: typing is one step of undo
    // until a pause, a movement, another kind of edit, or the start of the next word.

    /// Puts in what was typed, in place of the selection.
    bool insert(std::u16string_view text, std::chrono::milliseconds time = {});
    /// Takes the selection away, or without one all up to where such a step leads. `grapheme` backward is the backspace
    /// key, which may take less (EditingOptions::backspace).
    bool erase(layout::Step step, layout::Direction direction, std::chrono::milliseconds time = {});
    /// Replaces a stretch, as a step of its own; the selection stays with its text.
    bool replace(TextStretch range, std::u16string_view text);
    /// Puts in text from elsewhere, in place of the selection. What cleaning changes is a step of its own: the first
    /// undo gives the text as it came, the second takes it away.
    PasteReport paste(std::u16string_view text, const PasteOptions& options = {});
    /// Cleans a stretch of the text.
    CleanReport clean(TextStretch range, const PasteOptions& options = {});
    /// Moves a stretch to another place outside of it, and selects it there: dragging.
    bool move_text(TextStretch range, TextOffset to);

    bool undo();
    bool redo();
    bool can_undo() const;
    bool can_redo() const;
    /// Whether the text differs from what it was at the last call of set_saved(), or when it was opened.
    bool is_changed() const;
    void set_saved();

    /// Shows what an input method composes, at the caret; a selection is taken away first. An empty one ends it.
    bool compose(Composition composition);
    /// Ends the composition and puts `text` in as typed, in place of `range` of the text where there is one.
    bool commit(std::u16string_view text, std::optional<TextStretch> range = {}, std::chrono::milliseconds time = {});
    const Composition& composition() const;

    const Selection& selection() const;
    void select(TextOffset anchor, TextOffset head);
    void select_all();
    /// What the character at `offset` belongs to; beside a composition, as if it were none.
    TextStretch unit_at(TextOffset offset, SelectionUnit unit);
    /// Selects that, at an offset or at a point; of graphemes it sets the caret.
    void select_at(TextOffset offset, SelectionUnit unit);
    void select_at(LogicalPoint point, SelectionUnit unit);
    /// Moves the head, by the unit of the last select_at(): dragging.
    void extend_to(LogicalPoint point);
    /// A step by a key, or in the direction of the text. Without `extend` a step by a grapheme from a selection goes to
    /// its end on that side.
    void move(layout::Arrow arrow, layout::Step step = layout::Step::grapheme, Extend extend = Extend::no);
    void move(layout::Step step, layout::Direction direction, Extend extend = Extend::no);
    /// A step by a screenful (layout::move_by), and to the start or end of the text.
    void move_by(Length distance, Extend extend = Extend::no);
    void move_to_end(layout::Direction direction, Extend extend = Extend::no);

    layout::WritingMode mode() const;
    Length block_size() const;
    /// What is seen (layout::TextLayout::show); it is also what is checked first for spelling.
    layout::View show(Length offset, Length extent);
    /// Where an index of a paragraph of the view is in the text; in a composition, where that is.
    TextOffset offset_of(std::size_t paragraph, TextIndex index) const;
    /// What is shown in place of an empty text, until the next call; null where there is text or a composition.
    const layout::Paragraph* placeholder();
    layout::CaretBox caret_box();
    layout::CaretBox caret_box(TextOffset offset, layout::Affinity affinity = layout::Affinity::downstream);
    Hit hit_test(LogicalPoint point);
    /// The shapes of a stretch, of the selection, and of a part of the composition, in what is seen.
    std::vector<layout::TextSelectionPart> shapes(TextStretch range, Length offset, Length extent);
    std::vector<layout::TextSelectionPart> selection_shapes(Length offset, Length extent);
    std::vector<layout::TextSelectionPart> composition_shapes(TextRange part, Length offset, Length extent);
    layout::TextLayoutFigures figures() const;

    /// The next occurrence from `from` on, or the one before it. Matches do not overlap.
    std::optional<Match> find(std::u16string_view pattern, TextOffset from, layout::Direction direction,
                              const SearchOptions& options = {}) const;
    /// Selects the next occurrence after (or before) the selection.
    std::optional<Match> find_next(std::u16string_view pattern, layout::Direction direction,
                                   const SearchOptions& options = {});
    /// All occurrences in the order of the text, at most `limit`.
    std::vector<TextStretch> find_all(std::u16string_view pattern, const SearchOptions& options = {},
                                      std::size_t limit = static_cast<std::size_t>(-1)) const;
    /// Replaces all occurrences in one step of undo; how many.
    std::size_t replace_all(std::u16string_view pattern, std::u16string_view text, const SearchOptions& options = {});

    /// Checks spelling from now on, or no more. All marks go.
    void set_checker(std::optional<spell::Checker> checker, spell::CheckOptions options = {});
    /// Checks all anew, after a word was learnt: marks stay until they are found wrong.
    void recheck();
    /// Checks on this thread until the time is up; true when nothing is left that no job has.
    bool check_spelling(std::chrono::microseconds budget);
    /// Work for another thread, of about so many code units, what is seen first; none when nothing is left.
    std::optional<SpellingJob> take_spelling(std::size_t units = 20'000);
    /// Takes over what a job found. Marks move with edits made meanwhile; where text changed it is checked again.
    void finish(SpellingJob job);
    SpellingProgress spelling() const;
    /// The marks that touch a stretch; without the word that is being typed.
    std::vector<Mark> marks(TextStretch range) const;
    /// Their lines in what is seen.
    std::vector<MarkShape> mark_shapes(Length offset, Length extent);

    /// What happened since the last call, in order.
    std::vector<Change> take_changes();

private:
    struct State;
    class Use;
    std::unique_ptr<State> state_;
};

}  // namespace bichig::edit
