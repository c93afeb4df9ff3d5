// The field: where its line stands, how it scrolls, and which events are the text's.
#include <bichig/qt/line_edit.h>

#include <algorithm>
#include <cmath>

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPaintEvent>
#include <QStyleOptionFrame>
#include <QWheelEvent>

#include "qt/internal/text_control.h"

namespace bichig::qt {

namespace {

constexpr int margin = 3;             ///< pixels at the ends of the line
constexpr double usual_length = 12;   ///< font sizes

}  // namespace

class LineEdit::Private {
public:
    explicit Private(LineEdit* edit) : q{edit}, control{edit, edit, true} {}

    QStyleOptionFrame frame_option() const {
        QStyleOptionFrame option;
        option.initFrom(q);
        option.rect = q->rect();
        option.lineWidth = frame ? q->style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &option, q) : 0;
        option.state |= QStyle::State_Sunken;
        if (q->isReadOnly()) option.state |= QStyle::State_ReadOnly;
        return option;
    }
    QRect contents() const {
        const int line = frame_option().lineWidth;
        return q->rect().adjusted(line, line + margin, -line, -line - margin);
    }
    /// How long the line is, and how far it can be scrolled.
    double length() const { return control.length(); }
    void place() {
        const QRect room = contents();
        scrolled = std::clamp(scrolled, 0.0, std::max(0.0, length() - room.height()));
        control.place({room.left() + (room.width() - control.line_pitch()) / 2, room.top() - scrolled}, 0);
    }
    void show(const QRectF& rect) {
        const QRect room = contents();
        if (rect.top() < room.top()) scrolled -= room.top() - rect.top();
        if (rect.bottom() > room.bottom()) scrolled += rect.bottom() - room.bottom();
        place();
    }
    template <class Change>
    void change_settings(Change change) {
        EditorSettings settings = control.settings();
        change(settings);
        control.set_settings(settings);
    }

    LineEdit* q;
    bool frame = true;
    double scrolled = 0;
    TextControl control;
};

LineEdit::LineEdit(QWidget* parent) : QWidget{parent}, d{std::make_unique<Private>(this)} {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    d->control.tab_moves_on = true;
    const TextControl* control = &d->control;
    connect(control, &TextControl::textChanged, this, [this] { Q_EMIT textChanged(text()); });
    connect(control, &TextControl::selectionChanged, this, &LineEdit::selectionChanged);
    connect(control, &TextControl::cursorPositionChanged, this, &LineEdit::cursorPositionChanged);
    connect(control, &TextControl::undoAvailable, this, &LineEdit::undoAvailable);
    connect(control, &TextControl::redoAvailable, this, &LineEdit::redoAvailable);
    connect(control, &TextControl::textCleaned, this, &LineEdit::textCleaned);
    connect(control, &TextControl::wanted, this, [this](const QRectF& rect) { d->show(rect); });
    connect(control, &TextControl::returnPressed, this, [this] {
        Q_EMIT returnPressed();
        Q_EMIT editingFinished();
    });
    d->place();
    d->control.set_look();
}

LineEdit::LineEdit(const QString& text, QWidget* parent) : LineEdit{parent} { setText(text); }

LineEdit::~LineEdit() = default;

// ---- text and settings ----

QString LineEdit::text() const { return d->control.plain_text(); }
void LineEdit::setText(const QString& text) { d->control.set_plain_text(text); }
void LineEdit::insert(const QString& text) { d->control.insert(text); }
void LineEdit::clear() { setText({}); }

QString LineEdit::placeholderText() const { return d->control.placeholder(); }
void LineEdit::setPlaceholderText(const QString& text) { d->control.set_placeholder(text); }

bool LineEdit::isReadOnly() const { return d->control.settings().read_only; }
void LineEdit::setReadOnly(bool on) {
    d->change_settings([on](EditorSettings& settings) { settings.read_only = on; });
}
int LineEdit::maxLength() const { return d->control.settings().max_length; }
void LineEdit::setMaxLength(int length) {
    d->change_settings([length](EditorSettings& settings) { settings.max_length = std::max(0, length); });
}
bool LineEdit::hasLogicalKeys() const { return d->control.settings().logical_keys; }
void LineEdit::setLogicalKeys(bool on) {
    d->change_settings([on](EditorSettings& settings) { settings.logical_keys = on; });
}
bool LineEdit::isBackspaceByCodePoint() const { return d->control.settings().backspace_by_code_point; }
void LineEdit::setBackspaceByCodePoint(bool on) {
    d->change_settings([on](EditorSettings& settings) { settings.backspace_by_code_point = on; });
}

bool LineEdit::isModified() const { return d->control.editor().is_changed(); }
void LineEdit::setModified(bool modified) { d->control.set_modified(modified); }
bool LineEdit::hasFrame() const { return d->frame; }
void LineEdit::setFrame(bool on) {
    d->frame = on;
    d->place();
    updateGeometry();
    update();
}
bool LineEdit::showsInvisibles() const { return d->control.shows_hidden(); }
void LineEdit::setShowInvisibles(bool on) { d->control.set_shows_hidden(on); }
bool LineEdit::cleansPaste() const { return d->control.cleans(); }
void LineEdit::setCleanPaste(bool on) { d->control.set_cleans(on); }

Fonts LineEdit::fonts() const { return d->control.fonts(); }
void LineEdit::setFonts(const Fonts& fonts) { d->control.set_fonts(fonts); }
TextStyle LineEdit::textStyle() const { return d->control.style(); }
void LineEdit::setTextStyle(const TextStyle& style) {
    d->control.set_style(style);
    updateGeometry();
    d->place();
}
Speller LineEdit::speller() const { return d->control.speller(); }
void LineEdit::setSpeller(const Speller& speller) { d->control.set_speller(speller); }

// ---- caret and selection ----

int LineEdit::cursorPosition() const { return d->control.editor().head(); }
int LineEdit::anchorPosition() const { return d->control.editor().anchor(); }
void LineEdit::setCursorPosition(int position) { setSelection(position, position); }
void LineEdit::setSelection(int anchor, int position) { d->control.set_selection(anchor, position); }
QString LineEdit::selectedText() const { return d->control.selected_text(); }
bool LineEdit::isUndoAvailable() const { return d->control.editor().can_undo(); }
bool LineEdit::isRedoAvailable() const { return d->control.editor().can_redo(); }
QRectF LineEdit::cursorRect() const { return d->control.caret_rect(); }
QRectF LineEdit::characterRect(int offset) const { return d->control.character_rect(offset); }
int LineEdit::offsetAt(const QPointF& point) const { return d->control.place_at(point); }
QString LineEdit::codePoints() const { return d->control.code_points(); }
QMenu* LineEdit::createStandardContextMenu(const QPoint& point) { return d->control.menu_at(point); }

void LineEdit::undo() { d->control.undo(); }
void LineEdit::redo() { d->control.redo(); }
void LineEdit::cut() { d->control.cut(); }
void LineEdit::copy() { d->control.copy(); }
void LineEdit::paste() { d->control.paste(); }
void LineEdit::selectAll() { d->control.select_all(); }

// ---- the widget ----

QSize LineEdit::sizeHint() const {
    ensurePolished();
    const int line = d->frame_option().lineWidth;
    const double length = usual_length * points_of(font()) * d->control.scale();
    return {static_cast<int>(std::ceil(d->control.line_pitch())) + 2 * line,
            static_cast<int>(std::ceil(length)) + 2 * (line + margin)};
}
QSize LineEdit::minimumSizeHint() const {
    const QSize hint = sizeHint();
    return {hint.width(), std::min(hint.height(), 2 * hint.width())};
}

QVariant LineEdit::inputMethodQuery(Qt::InputMethodQuery query) const { return inputMethodQuery(query, {}); }
QVariant LineEdit::inputMethodQuery(Qt::InputMethodQuery query, const QVariant& argument) const {
    const QVariant answer = d->control.query(query, argument);
    return answer.isValid() ? answer : QWidget::inputMethodQuery(query);
}

bool LineEdit::event(QEvent* event) {
    switch (event->type()) {
        case QEvent::ShortcutOverride:
        case QEvent::ScreenChangeInternal:
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonDblClick:
        case QEvent::MouseMove:
        case QEvent::MouseButtonRelease:
        case QEvent::DragEnter:
        case QEvent::DragMove:
        case QEvent::DragLeave:
        case QEvent::Drop:
            if (isEnabled() && d->control.handle(event)) return true;
            break;
        default: break;
    }
    return QWidget::event(event);
}

void LineEdit::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    QStyleOptionFrame option = d->frame_option();
    style()->drawPrimitive(QStyle::PE_PanelLineEdit, &option, &painter, this);
    const int line = option.lineWidth;
    const QRect room = event->rect() & rect().adjusted(line, line, -line, -line);
    painter.setClipRect(room);
    d->control.paint(painter, room);
}

void LineEdit::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    d->place();
    d->show(cursorRect());
}

void LineEdit::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    d->control.handle(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateGeometry();
        d->place();
    }
}

void LineEdit::keyPressEvent(QKeyEvent* event) {
    if (!d->control.handle(event)) QWidget::keyPressEvent(event);
}

void LineEdit::inputMethodEvent(QInputMethodEvent* event) {
    if (!d->control.handle(event)) QWidget::inputMethodEvent(event);
}

void LineEdit::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    d->control.handle(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) selectAll();
    update();
}

void LineEdit::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    d->control.handle(event);
    if (event->reason() != Qt::PopupFocusReason) Q_EMIT editingFinished();
    update();
}

void LineEdit::wheelEvent(QWheelEvent* event) {
    const double before = d->scrolled;
    d->scrolled -= event->angleDelta().y() / 120.0 * d->control.line_pitch();
    d->place();
    event->setAccepted(d->scrolled != before);
}

void LineEdit::contextMenuEvent(QContextMenuEvent* event) {
    const QPoint at = event->reason() == QContextMenuEvent::Mouse ? event->pos() : cursorRect().center().toPoint();
    QMenu* menu = createStandardContextMenu(at);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(mapToGlobal(at));
}

}  // namespace bichig::qt
