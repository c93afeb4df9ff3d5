// What TextEdit and LineEdit share: a text that is edited in a widget. It gets the widget's events, paints, and says
// what changed; the widget decides where the text stands and scrolls. All points are those of `canvas`, in pixels.
#pragma once

#include <memory>
#include <utility>

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QObject>
#include <QVariant>

#include <bichig/qt/spelling.h>

#include "qt/internal/accessible_text.h"
#include "qt/internal/editor.h"
#include "qt/internal/text_box.h"

class QDropEvent;
class QInputMethodEvent;
class QKeyEvent;
class QMenu;
class QMimeData;
class QMouseEvent;

namespace bichig::qt {

class TextControl final : public QObject, public TextForReaders {
    Q_OBJECT

public:
    /// `host` has focus, palette and font and is what screen readers know; `canvas` is painted and gets mouse events.
    TextControl(QWidget* host, QWidget* canvas, bool single_line);
    ~TextControl() override;

    const Editor& editor() const { return editor_; }
    QString plain_text() const { return editor_.text(); }
    void set_plain_text(const QString& text);
    void insert(const QString& text);
    void paste_text(const QString& text);
    QString selected_text() const { return editor_.text(editor_.begin(), editor_.end()); }
    void set_selection(int anchor, int head);
    bool find(const QString& pattern, bool forward, bichig_key_level level);
    int replace_all(const QString& pattern, const QString& with, bichig_key_level level);
    void set_modified(bool modified);

    const EditorSettings& settings() const { return settings_; }
    void set_settings(const EditorSettings& settings);
    Fonts fonts() const { return fonts_; }
    void set_fonts(const Fonts& fonts);
    const TextStyle& style() const { return style_; }
    void set_style(const TextStyle& style);
    QString placeholder() const { return editor_.placeholder(); }
    void set_placeholder(const QString& text);
    bool shows_hidden() const { return shows_hidden_; }
    void set_shows_hidden(bool on);
    bool cleans() const { return cleans_; }
    void set_cleans(bool on) { cleans_ = on; }
    Speller speller() const { return speller_; }
    void set_speller(const Speller& speller);
    void recheck();
    bool tab_moves_on = false;  ///< the tab key leaves the widget

    /// Where the text's 0, 0 is on the canvas; `measure` is the length of lines in pixels (0: without an end).
    void place(const QPointF& origin, double measure);
    const QPointF& origin() const { return origin_; }
    double scale() const { return pixels_per_point(*host_); }
    /// Size and weight of the host's font, or its screen, are others.
    void set_look();
    /// What the lines take across them, in pixels.
    double extent() const { return editor_.extent() * scale(); }
    /// How long a single line is, in pixels.
    double length() const { return editor_.length() * scale(); }
    double line_pitch() const;
    QRectF caret_rect() const;
    QRectF anchor_rect() const;
    QRectF caret_room() const;
    QRectF character_rect(int offset) const;
    int place_at(const QPointF& point) const;

    void paint(QPainter& painter, const QRect& clip);
    /// Whether the event was the text's: keys, mouse, focus, input methods, drag and drop, context menu.
    bool handle(QEvent* event);
    QVariant query(Qt::InputMethodQuery query, const QVariant& argument) const;

    QMenu* menu_at(const QPointF& point);
    QString code_points() const { return code_points(editor_.begin(), editor_.end()); }

public Q_SLOTS:
    void undo();
    void redo();
    void cut();
    void copy() const;
    void paste();
    void remove_selected();
    void select_all();

Q_SIGNALS:
    void textChanged();
    void selectionChanged();
    void cursorPositionChanged();
    void copyAvailable(bool yes);
    void undoAvailable(bool yes);
    void redoAvailable(bool yes);
    void modificationChanged(bool changed);
    void textCleaned(int words, int connectors);
    void resized();  ///< the lines take more or less room than before
    /// What is seen stands so many pixels farther to the right than was thought: to be scrolled as much.
    void shifted(double distance);
    void wanted(const QRectF& rect);  ///< to be scrolled into view
    void returnPressed();
public:  // for screen readers
    QString text() const override { return editor_.text(); }
    QAccessible::Role role() const override { return QAccessible::EditableText; }
    QString name() const override { return editor_.placeholder(); }
    QAccessible::State state(QAccessible::State of_widget) const override;
    int cursor() const override { return editor_.head(); }
    void move_cursor(int offset) override { set_selection(offset, offset); }
    std::pair<int, int> selection() const override { return {editor_.begin(), editor_.end()}; }
    void select(int begin, int end) override { set_selection(begin, end); }
    QRectF rect_of(int offset) const override;
    int offset_at(const QPointF& point) const override;
    std::pair<int, int> line_at(int offset) const override;
    Attributes attributes_at(int offset) const override;
    void reveal(int begin, int end) override;
    bool is_editable() const override { return !settings_.read_only; }
    void replace(int begin, int end, const QString& with) override;

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    // text_control.cpp
    void sync(bool reveals = true);
    void reveal_caret();
    void update_for(const Changes& changes, const Seen& before);
    bool is_empty() const { return editor_.size() == 0 && editor_.composition().isEmpty(); }
    void tell_readers(const TextChange& change);
    void restart_blinking();
    void check_soon();
    QRectF to_pixels(const QRectF& points) const;
    QRectF flat(const QRectF& caret) const;
    QPointF to_points(const QPointF& pixels) const { return (pixels - origin_) / scale(); }
    double seen_from() const { return -origin_.x() / scale(); }
    double seen_width() const { return canvas_->width() / scale(); }
    bool settle();
    void paint_marks(QPainter& painter, double x, double width) const;
    void paint_hidden(QPainter& painter) const;
    void paint_composition(QPainter& painter) const;
    // text_control_keys.cpp
    bool is_ours(const QKeyEvent& key) const;
    bool press(QKeyEvent& key);
    bool move(const QKeyEvent& key);
    bool change(const QKeyEvent& key);
    // text_control_mouse.cpp
    bool press(const QMouseEvent& event);
    bool double_press(const QMouseEvent& event);
    bool drag(const QMouseEvent& event);
    bool release(const QMouseEvent& event);
    void start_dragging();
    bool accept_drag(QDropEvent& event);
    void drop(QDropEvent& event);
    QMimeData* selected_data() const;
    void paste_data(const QMimeData& data);
    void own_primary() const;
    // text_control_input.cpp
    void compose(const QInputMethodEvent& event);
    std::pair<int, int> paragraph() const { return paragraph_at(editor_.head()); }
    std::pair<int, int> paragraph_at(int offset) const;
    // text_control_menu.cpp
    static QString title_of(const Mark& mark);
    void add_suggestions(QMenu& menu, const Mark& mark);
    void learn(const QString& word);
    QString code_points(int begin, int end) const;
    void show_code_points(int begin, int end);

    QWidget *host_, *canvas_;
    Editor editor_;
    EditorSettings settings_;
    Fonts fonts_;
    TextStyle style_;
    Speller speller_;
    bool shows_hidden_ = false, cleans_ = true;
    QPointF origin_;
    double measure_ = 0;
    Seen seen_;
    QElapsedTimer clock_, since_double_click_;
    Drawing drawing_;  ///< of what is seen
    bool drawn_ = false;
    double drawn_from_ = 0, drawn_width_ = 0;
    std::vector<CompositionStretch> composed_;
    bool caret_hidden_ = false, caret_on_ = false;  ///< hidden by the input method; shown just now
    QBasicTimer blinker_, checker_, scroller_;
    bool selecting_ = false, may_drag_ = false;
    QPointF pressed_, pointed_;
    std::optional<int> drop_at_;
    Readable readable_;
};

}  // namespace bichig::qt
