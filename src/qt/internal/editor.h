// The editor of the C interface in Qt's types: one place that knows its calls. Offsets are units of UTF-16; lengths are
// points, y downwards, 0, 0 the corner where the first line begins.
#pragma once

#include <limits>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <QPointF>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <bichig/c/edit_text.h>
#include <bichig/c/edit_view.h>
#include <bichig/qt/fonts.h>

#include "qt/internal/drawing.h"

namespace bichig::qt {

/// How far a key takes the caret or erases.
enum class EditStep { Grapheme, Word, LineEdge, Text };
/// What a click selects.
enum class EditUnit { Grapheme, Word, Paragraph };

/// A part of a composition that looks otherwise.
struct CompositionStretch {
    int begin = 0;
    int end = 0;
    bool target = false;  ///< the part that is being chosen for
};

/// What cleaning did to a pasted text.
struct Cleaned {
    int words = 0;       ///< from a legacy encoding
    int connectors = 0;  ///< that were of the older kind
    bool cut = false;    ///< not all of it fitted in
};

/// What may be meant by a word.
struct Suggestion {
    QString text;
    int cost = 0;  ///< 0: it looks the same
};

/// A word with a fault.
struct Mark {
    int begin = 0;
    int end = 0;
    bichig_fault fault = BICHIG_FAULT_UNKNOWN;
    QLatin1String id;  ///< stable name of the reason
    QString reason;
    std::vector<Suggestion> suggestions;
};

/// Its line beside the text.
struct MarkLine {
    bichig_fault fault = BICHIG_FAULT_UNKNOWN;
    QPointF begin;
    QPointF end;
    double size = 0;  ///< of the font
};

/// What changed in the text.
struct TextChange {
    int begin = 0;
    QString removed;
    QString inserted;
};

/// What changed since it was asked last.
struct Changes {
    bool edited = false;   ///< the text is another one:
    std::vector<TextChange> texts;  ///< so, if this was asked
    bool looks = false;    ///< lines are to be drawn anew,
    bool all = false;      ///< wherever they stand,
    double from = std::numeric_limits<double>::infinity();  ///< or from here
    double to = -std::numeric_limits<double>::infinity();   ///< to here, in points from the first line on
    bool marks = false;    ///< spelling marks came or went
    bool refused = false;  ///< something was not done, or not all of it
};

/// What an editor was like when it was asked last: what is another now is told.
struct Seen {
    int anchor = 0, head = 0;
    bool can_undo = false, can_redo = false, changed = false;
    double extent = 0;
    bool placeholder = true;
    QRectF caret;  ///< in points
};

struct EditorSettings {
    bool read_only = false;
    bool single_line = false;
    int max_length = 0;              ///< 0: no limit
    bool logical_keys = false;
    bool backspace_by_code_point = false;
};

/// A text that is edited. Where there are no fonts it only keeps the text. GUI thread.
class Editor {
public:
    /// Opens it, or sets what is open in another look. `measure` 0: lines without an end.
    void set_look(const Fonts& fonts, const bichig_style& style, double measure);
    void set_settings(const EditorSettings& settings);
    void set_measure(double measure);
    const QString& placeholder() const { return placeholder_; }
    void set_placeholder(const QString& text);

    int size() const;
    QString text(int begin, int end) const;
    QString text() const { return text(0, size()); }
    void set_text(const QString& text);

    bool insert(const QString& text, qint64 time);
    bool erase(EditStep step, bool forward, qint64 time);
    bool replace(int begin, int end, const QString& text);
    Cleaned paste(const QString& text, bool clean);
    bool move_text(int begin, int end, int to);
    bool undo();
    bool redo();
    bool can_undo() const;
    bool can_redo() const;
    bool is_changed() const;
    void set_saved();

    void compose(const QString& text, int caret);
    bool commit(const QString& text, std::optional<std::pair<int, int>> range, qint64 time);
    QString composition() const;

    int anchor() const { return static_cast<int>(selection().anchor); }
    int head() const { return static_cast<int>(selection().head); }
    int begin() const { return anchor() < head() ? anchor() : head(); }
    int end() const { return anchor() < head() ? head() : anchor(); }
    void select(int anchor, int head);
    void select_at(const QPointF& point, EditUnit unit);
    void extend_to(const QPointF& point);
    /// By an arrow: Qt::Key_Left, Qt::Key_Up, …; `by_word` along the line a word, across it a paragraph.
    void move(int arrow, bool by_word, bool extend);
    void move(EditStep step, bool forward, bool extend);
    void move_by(double distance, bool extend);

    /// What is told of when it changes: asked for one by one it would take several times as long.
    Seen seen() const;

    /// Lays out what is seen, and says where it begins then: what was not seen before is known better now.
    double show(double x, double width);
    double extent() const { return state().extent; }       ///< of all lines, across them
    double length() const { return state().line_length; }  ///< of a single line
    QRectF caret() const;
    /// `upstream`: at the end of a line, not at the start of the next.
    QRectF caret(int offset, bool upstream = false) const;
    bichig_hit hit(const QPointF& point) const;
    std::vector<QRectF> shapes(int begin, int end, double x, double width) const;
    std::vector<QRectF> composition_shapes(int begin, int end, double x, double width) const;
    /// The text of the paragraphs that are seen.
    std::pair<int, int> paragraphs(double x, double width) const;
    Drawing drawing(double x, double width) const;

    /// Selects what is found next, from the end on from the start.
    std::optional<std::pair<int, int>> find(const QString& pattern, bool forward, bichig_key_level level);
    int replace_all(const QString& pattern, const QString& with, bichig_key_level level);

    void set_checker(const bichig_checker* checker, bool accepts_nnbsp);
    void recheck();
    /// Whether nothing is left to check.
    bool check(int microseconds);
    std::optional<Mark> mark_at(int offset) const;
    /// Begin and end of each word in [begin, end) with a mark.
    std::vector<std::pair<int, int>> marked(int begin, int end) const;
    std::vector<MarkLine> mark_lines(double x, double width) const;

    std::vector<bichig_character> characters(int begin, int end, bool hidden_ones) const;
    /// `with_texts` for those who want to hear what was put in and taken out: that may be all there is.
    Changes take_changes(bool with_texts);

private:
    struct Close {
        void operator()(bichig_editor* editor) const { bichig_editor_close(editor); }
    };
    bichig_editor_state state() const;
    bichig_selection selection() const;
    void fill_in(std::vector<TextChange>& changes) const;

    std::unique_ptr<bichig_editor, Close> editor_;
    EditorSettings settings_;
    QString replaced_;  ///< all that was there before the text was set anew
    QString kept_;  ///< the text, while there is no editor
    QString composition_;
    QString placeholder_;
};

}  // namespace bichig::qt
