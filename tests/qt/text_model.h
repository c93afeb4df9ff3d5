// A plain model of a text that is edited: a string, a selection, and a list of what both were before and after each
// step. It says what an editor must hold after each event, and uses nothing of what it is compared with.
#pragma once

#include <deque>
#include <optional>
#include <vector>

#include <QString>

namespace widgets {

/// Where a caret may stand: between graphemes. It knows the characters that the tests type, no others.
bool is_caret_stop(const QString& text, int offset);
int stop_at_or_before(const QString& text, int offset);
int stop_at_or_after(const QString& text, int offset);

/// Line ends as a text keeps them: U+000A, in a field of one line a space.
QString kept_line_ends(QString text, bool single_line);

/// What its functions are told is what the user did; offsets are units of UTF-16.
class TextModel {
public:
    struct State {
        QString text;
        int anchor = 0;
        int head = 0;
    };

    TextModel(const QString& text, bool single_line) : single_line_{single_line} { set_text(text); }

    const State& now() const { return now_; }
    int size() const { return static_cast<int>(now_.text.size()); }
    int begin() const { return std::min(now_.anchor, now_.head); }
    int end() const { return std::max(now_.anchor, now_.head); }
    bool is_composing() const { return composing_; }
    bool can_undo() const { return done_ > 0; }
    bool can_redo() const { return done_ < steps_.size(); }
    bool is_changed() const { return saved_ != forgotten_ + done_; }
    bool backspace_by_code_point = false;
    int max_length = 0;

    void set_text(const QString& text);
    void type(const QString& text);
    void backspace();
    void remove_forward();
    /// What stands between the caret, or the ends of the selection, and `to`.
    void erase(int to);
    void replace(int begin, int end, const QString& text);
    /// Text from elsewhere, and what it is after cleaning.
    void paste(const QString& text, const QString& clean);
    void compose(const QString& text);
    /// In place of `length` units from `from` on, counted from the caret.
    void commit(const QString& text, int from, int length);
    void undo();
    void redo();
    void set_saved();

    void select(int anchor, int head);
    void move_to(int head, bool extend) { select(extend ? now_.anchor : head, head); }
    void step(bool forward, bool extend);
    void end_composition() { composing_ = false; }
    /// Typing goes on at the caret.
    void end_typing() { typed_at_.reset(); }

private:
    enum class Kind { Typing, Backspacing, Deleting, Other };
    struct Step {
        Kind kind;
        State before, after;
        int begin;  ///< of what was replaced
        QString removed, inserted;
    };

    void put(Kind kind, int begin, int end, const QString& text);
    bool merge(const Step& step);
    QString fitting(const QString& text, int begin, int end) const;
    void place_caret(int offset);

    bool single_line_;
    State now_;
    bool composing_ = false;
    std::optional<int> typed_at_;  ///< where typing goes on, while no caret can stand there
    std::deque<Step> steps_;
    std::size_t done_ = 0, forgotten_ = 0;
    std::optional<std::size_t> saved_;
    bool open_ = false;  ///< the last step may go on
};

}  // namespace widgets
