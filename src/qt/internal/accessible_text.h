// What a screen reader is told of a widget that shows text.
#pragma once

#include <utility>

#include <QAccessible>
#include <QPointF>
#include <QRectF>
#include <QString>

class QWidget;

namespace bichig::qt {

/// What a stretch of text is like.
struct Attributes {
    int begin = 0;
    int end = 0;
    QString language;       ///< BCP 47
    double font_size = 0;   ///< points
    bool misspelt = false;
};

/// A widget's text for screen readers. Its Private implements this, and holds a Readable as long as it lives. Offsets
/// are units of text(), points and rectangles those of the widget.
class TextForReaders {
public:
    virtual QString text() const = 0;
    virtual QAccessible::Role role() const = 0;
    /// What stands for the widget in lists; mostly the text itself.
    virtual QString name() const = 0;
    virtual QAccessible::State state(QAccessible::State of_widget) const { return of_widget; }
    /// -1 without a caret.
    virtual int cursor() const { return -1; }
    virtual void move_cursor(int /*offset*/) {}
    /// Begin and end; equal where nothing is selected.
    virtual std::pair<int, int> selection() const { return {0, 0}; }
    virtual void select(int /*begin*/, int /*end*/) {}
    virtual QRectF rect_of(int offset) const = 0;
    /// The character under the point; -1 where there is none.
    virtual int offset_at(const QPointF& point) const = 0;
    /// The line that holds the offset.
    virtual std::pair<int, int> line_at(int offset) const = 0;
    virtual Attributes attributes_at(int offset) const;
    virtual void reveal(int /*begin*/, int /*end*/) {}
    /// Whether it is to be written into; then replace() does it, as one step of undo.
    virtual bool is_editable() const { return false; }
    virtual void replace(int /*begin*/, int /*end*/, const QString& /*with*/) {}

protected:
    ~TextForReaders() = default;
};

/// Tells readers, as QAccessible::updateAccessibility() does. `observer`, where there is one, gets it too, also where
/// nobody reads: for tests.
void announce(QAccessibleEvent& event);
/// Whether anybody would hear it: what costs something is not made ready for nobody.
bool is_heard();
void observe_announcements(void (*observer)(QAccessibleEvent&));

/// Says that `widget` shows `text`, for as long as this lives. GUI thread.
class Readable {
public:
    Readable(QWidget* widget, TextForReaders* text);
    ~Readable();
    Readable(const Readable&) = delete;
    Readable& operator=(const Readable&) = delete;

private:
    QWidget* widget_;
};

}  // namespace bichig::qt
