// The editor: where the text stands in its view, how it scrolls, and which events are the text's.
#include <bichig/qt/text_edit.h>

#include <algorithm>
#include <cmath>

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include "qt/internal/text_control.h"

namespace bichig::qt {

namespace {

constexpr int margin = 4;  ///< pixels around the text

}  // namespace

class TextEdit::Private {
public:
    explicit Private(TextEdit* edit) : q{edit}, control{edit, edit->viewport(), false} {}

    /// Lines are as long as the view is high.
    void place() {
        control.place({static_cast<double>(margin - q->horizontalScrollBar()->value()), static_cast<double>(margin)},
                      std::max(1, q->viewport()->height() - 2 * margin));
    }
    void set_scroll_bar() {
        QScrollBar* bar = q->horizontalScrollBar();
        const int room = q->viewport()->width();
        bar->setRange(0, std::max(0, static_cast<int>(std::ceil(control.extent())) + 2 * margin - room));
        bar->setPageStep(room);
        bar->setSingleStep(std::max(1, static_cast<int>(control.line_pitch())));
        place();
    }
    /// Keeps what is seen where it is, though it stands elsewhere in the text as it is known now.
    void shift(double distance) {
        QScrollBar* bar = q->horizontalScrollBar();
        const int to = bar->value() + static_cast<int>(std::lround(distance));
        if (to > bar->maximum()) bar->setMaximum(to);
        bar->setValue(to);
        set_scroll_bar();
    }
    /// Scrolls as little as shows a part of the text.
    void show(const QRectF& rect) {
        QScrollBar* bar = q->horizontalScrollBar();
        const double left = rect.left() - margin;
        const double right = rect.right() + margin - q->viewport()->width();
        if (left < 0) {
            bar->setValue(bar->value() + static_cast<int>(std::floor(left)));
        } else if (right > 0) {
            bar->setValue(bar->value() + static_cast<int>(std::ceil(right)));
        }
    }
    template <class Change>
    void change_settings(Change change) {
        EditorSettings settings = control.settings();
        change(settings);
        control.set_settings(settings);
    }

    TextEdit* q;
    TextControl control;
};

TextEdit::TextEdit(QWidget* parent) : QAbstractScrollArea{parent}, d{std::make_unique<Private>(this)} {
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const TextControl* control = &d->control;
    connect(control, &TextControl::textChanged, this, &TextEdit::textChanged);
    connect(control, &TextControl::selectionChanged, this, &TextEdit::selectionChanged);
    connect(control, &TextControl::cursorPositionChanged, this, &TextEdit::cursorPositionChanged);
    connect(control, &TextControl::copyAvailable, this, &TextEdit::copyAvailable);
    connect(control, &TextControl::undoAvailable, this, &TextEdit::undoAvailable);
    connect(control, &TextControl::redoAvailable, this, &TextEdit::redoAvailable);
    connect(control, &TextControl::modificationChanged, this, &TextEdit::modificationChanged);
    connect(control, &TextControl::textCleaned, this, &TextEdit::textCleaned);
    connect(control, &TextControl::resized, this, [this] { d->set_scroll_bar(); });
    connect(control, &TextControl::shifted, this, [this](double distance) { d->shift(distance); });
    connect(control, &TextControl::wanted, this, [this](const QRectF& rect) { d->show(rect); });
    d->place();
    d->control.set_look();
}

TextEdit::TextEdit(const QString& text, QWidget* parent) : TextEdit{parent} { setPlainText(text); }

TextEdit::~TextEdit() = default;

// ---- text and settings ----

QString TextEdit::toPlainText() const { return d->control.plain_text(); }
void TextEdit::setPlainText(const QString& text) { d->control.set_plain_text(text); }
void TextEdit::insertPlainText(const QString& text) { d->control.insert(text); }
void TextEdit::clear() { setPlainText({}); }

QString TextEdit::placeholderText() const { return d->control.placeholder(); }
void TextEdit::setPlaceholderText(const QString& text) { d->control.set_placeholder(text); }

bool TextEdit::isReadOnly() const { return d->control.settings().read_only; }
void TextEdit::setReadOnly(bool on) {
    d->change_settings([on](EditorSettings& settings) { settings.read_only = on; });
}
int TextEdit::maxLength() const { return d->control.settings().max_length; }
void TextEdit::setMaxLength(int length) {
    d->change_settings([length](EditorSettings& settings) { settings.max_length = std::max(0, length); });
}
bool TextEdit::hasLogicalKeys() const { return d->control.settings().logical_keys; }
void TextEdit::setLogicalKeys(bool on) {
    d->change_settings([on](EditorSettings& settings) { settings.logical_keys = on; });
}
bool TextEdit::isBackspaceByCodePoint() const { return d->control.settings().backspace_by_code_point; }
void TextEdit::setBackspaceByCodePoint(bool on) {
    d->change_settings([on](EditorSettings& settings) { settings.backspace_by_code_point = on; });
}

bool TextEdit::isModified() const { return d->control.editor().is_changed(); }
void TextEdit::setModified(bool modified) { d->control.set_modified(modified); }
bool TextEdit::tabChangesFocus() const { return d->control.tab_moves_on; }
void TextEdit::setTabChangesFocus(bool on) { d->control.tab_moves_on = on; }
bool TextEdit::showsInvisibles() const { return d->control.shows_hidden(); }
void TextEdit::setShowInvisibles(bool on) { d->control.set_shows_hidden(on); }
bool TextEdit::cleansPaste() const { return d->control.cleans(); }
void TextEdit::setCleanPaste(bool on) { d->control.set_cleans(on); }

Fonts TextEdit::fonts() const { return d->control.fonts(); }
void TextEdit::setFonts(const Fonts& fonts) { d->control.set_fonts(fonts); }
TextStyle TextEdit::textStyle() const { return d->control.style(); }
void TextEdit::setTextStyle(const TextStyle& style) { d->control.set_style(style); }
Speller TextEdit::speller() const { return d->control.speller(); }
void TextEdit::setSpeller(const Speller& speller) { d->control.set_speller(speller); }
void TextEdit::recheckSpelling() { d->control.recheck(); }

// ---- caret and selection ----

int TextEdit::cursorPosition() const { return d->control.editor().head(); }
int TextEdit::anchorPosition() const { return d->control.editor().anchor(); }
void TextEdit::setCursorPosition(int position) { setSelection(position, position); }
void TextEdit::setSelection(int anchor, int position) { d->control.set_selection(anchor, position); }
QString TextEdit::selectedText() const { return d->control.selected_text(); }
bool TextEdit::isUndoAvailable() const { return d->control.editor().can_undo(); }
bool TextEdit::isRedoAvailable() const { return d->control.editor().can_redo(); }
QRectF TextEdit::cursorRect() const { return d->control.caret_rect(); }
QRectF TextEdit::characterRect(int offset) const { return d->control.character_rect(offset); }
int TextEdit::offsetAt(const QPointF& point) const { return d->control.place_at(point); }
void TextEdit::ensureCursorVisible() { d->show(d->control.caret_room()); }

bool TextEdit::find(const QString& text, bool forward, bichig_key_level level) {
    return d->control.find(text, forward, level);
}
int TextEdit::replaceAll(const QString& text, const QString& with, bichig_key_level level) {
    return d->control.replace_all(text, with, level);
}
QString TextEdit::codePoints() const { return d->control.code_points(); }
QMenu* TextEdit::createStandardContextMenu(const QPoint& point) { return d->control.menu_at(point); }

void TextEdit::undo() { d->control.undo(); }
void TextEdit::redo() { d->control.redo(); }
void TextEdit::cut() { d->control.cut(); }
void TextEdit::copy() { d->control.copy(); }
void TextEdit::paste() { d->control.paste(); }
void TextEdit::selectAll() { d->control.select_all(); }

// ---- the widget ----

QSize TextEdit::sizeHint() const { return {256, 192}; }
QSize TextEdit::minimumSizeHint() const {
    const int line = static_cast<int>(std::ceil(d->control.line_pitch()));
    return {line + 2 * (margin + frameWidth()), 4 * line};
}

QVariant TextEdit::inputMethodQuery(Qt::InputMethodQuery query) const { return inputMethodQuery(query, {}); }
QVariant TextEdit::inputMethodQuery(Qt::InputMethodQuery query, const QVariant& argument) const {
    const QVariant answer = d->control.query(query, argument);
    return answer.isValid() ? answer : QAbstractScrollArea::inputMethodQuery(query);
}

bool TextEdit::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::ScreenChangeInternal) {
        if (d->control.handle(event)) return true;
    }
    return QAbstractScrollArea::event(event);
}

bool TextEdit::viewportEvent(QEvent* event) {
    switch (event->type()) {
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonDblClick:
        case QEvent::MouseMove:
        case QEvent::MouseButtonRelease:
        case QEvent::DragEnter:
        case QEvent::DragMove:
        case QEvent::DragLeave:
        case QEvent::Drop:
            if (d->control.handle(event)) return true;
            break;
        default: break;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TextEdit::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    d->control.paint(painter, event->rect());
}

void TextEdit::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    d->place();
    d->set_scroll_bar();
}

void TextEdit::scrollContentsBy(int, int) { d->place(); }

void TextEdit::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    d->control.handle(event);
    if (event->type() == QEvent::FontChange) d->set_scroll_bar();
}

void TextEdit::keyPressEvent(QKeyEvent* event) {
    if (!d->control.handle(event)) QAbstractScrollArea::keyPressEvent(event);
}

void TextEdit::inputMethodEvent(QInputMethodEvent* event) {
    if (!d->control.handle(event)) QAbstractScrollArea::inputMethodEvent(event);
}

void TextEdit::focusInEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusInEvent(event);
    d->control.handle(event);
}

void TextEdit::focusOutEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusOutEvent(event);
    d->control.handle(event);
}

/// The wheel goes on to the next lines, which are to the right.
void TextEdit::wheelEvent(QWheelEvent* event) {
    const int turned = event->angleDelta().x() != 0 ? event->angleDelta().x() : event->angleDelta().y();
    QScrollBar* bar = horizontalScrollBar();
    const int before = bar->value();
    bar->setValue(before - static_cast<int>(std::lround(turned / 120.0 * 3 * bar->singleStep())));
    event->setAccepted(bar->value() != before);
}

void TextEdit::contextMenuEvent(QContextMenuEvent* event) {
    const QPoint at = event->reason() == QContextMenuEvent::Mouse ? event->pos() : cursorRect().center().toPoint();
    QMenu* menu = createStandardContextMenu(at);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(viewport()->mapToGlobal(at));
}

bool TextEdit::focusNextPrevChild(bool next) {
    if (!d->control.tab_moves_on && !isReadOnly()) return false;
    return QAbstractScrollArea::focusNextPrevChild(next);
}

}  // namespace bichig::qt
