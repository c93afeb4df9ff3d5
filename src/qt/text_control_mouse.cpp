// The mouse, drag and drop, and the clipboards of a text that is edited.
#include <QApplication>
#include <QClipboard>
#include <QDrag>
#include <QDropEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QTextDocumentFragment>

#include "qt/internal/compat.h"
#include "qt/internal/primary.h"
#include "qt/internal/text_control.h"

namespace bichig::qt {

namespace {

constexpr int scroll_interval = 40;  ///< milliseconds, while the mouse is beyond the edge

/// A selection as a page of its own would show it.
QString html_of(const QString& text, const QString& language) {
    QString body = text.toHtmlEscaped();
    body.replace(QLatin1Char('\n'), QLatin1String("<br>"));
    return QStringLiteral("<div lang=\"%1\" style=\"writing-mode: vertical-lr; white-space: pre-wrap\">%2</div>")
        .arg(language.toHtmlEscaped(), body);
}

bool holds_text(const QMimeData& data) { return data.hasText() || data.hasHtml(); }

QString text_in(const QMimeData& data) {
    if (data.hasText()) return data.text();
    QString text = QTextDocumentFragment::fromHtml(data.html()).toPlainText();
    return text.replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
}

}  // namespace

// ---- the mouse ----

bool TextControl::press(const QMouseEvent& event) {
    const QPointF at = point_of(event);
    const bool is_near = (at - pressed_).manhattanLength() < QApplication::startDragDistance();
    pointed_ = pressed_ = at;
    if (event.button() == Qt::MiddleButton) {
        const PrimarySelection& primary = PrimarySelection::application();
        if (settings_.read_only || !primary.is_there()) return false;
        // Read first: the caret may be moved out of the selection that it is.
        const QMimeData* data = primary.data();
        const QString text = data != nullptr ? text_in(*data) : QString();
        editor_.select_at(to_points(at), EditUnit::Grapheme);
        if (text.isEmpty()) {
            sync();
        } else {
            paste_text(text);
        }
        return true;
    }
    if (event.button() != Qt::LeftButton) return false;
    // Whoever clicks at another place wants to go on there, with what was composed put in.
    if (!editor_.composition().isEmpty()) QGuiApplication::inputMethod()->commit();
    const int place = place_at(at);
    const bool third = is_near && since_double_click_.isValid() &&
                       since_double_click_.elapsed() < QApplication::doubleClickInterval();
    may_drag_ = false;
    selecting_ = true;
    if (third) {
        editor_.select_at(to_points(at), EditUnit::Paragraph);
    } else if (event.modifiers() & Qt::ShiftModifier) {
        editor_.select(editor_.anchor(), place);
    } else if (place > editor_.begin() && place < editor_.end()) {
        may_drag_ = true;
        selecting_ = false;
    } else {
        editor_.select_at(to_points(at), EditUnit::Grapheme);
    }
    since_double_click_.invalidate();
    sync();
    return true;
}

bool TextControl::double_press(const QMouseEvent& event) {
    if (event.button() != Qt::LeftButton) return false;
    pressed_ = point_of(event);
    editor_.select_at(to_points(pressed_), EditUnit::Word);
    selecting_ = true;
    may_drag_ = false;
    since_double_click_.start();
    sync();
    return true;
}

bool TextControl::drag(const QMouseEvent& event) {
    pointed_ = point_of(event);
    if (may_drag_ && (pointed_ - pressed_).manhattanLength() >= QApplication::startDragDistance()) {
        may_drag_ = false;
        start_dragging();
        return true;
    }
    if (!selecting_ || !(event.buttons() & Qt::LeftButton)) return false;
    editor_.extend_to(to_points(pointed_));
    sync();
    // Beyond the edge it goes on by itself.
    if (canvas_->rect().contains(pointed_.toPoint())) {
        scroller_.stop();
    } else if (!scroller_.isActive()) {
        scroller_.start(scroll_interval, this);
    }
    return true;
}

bool TextControl::release(const QMouseEvent& event) {
    if (event.button() != Qt::LeftButton) return false;
    scroller_.stop();
    if (may_drag_) {  // a click into the selection
        editor_.select_at(to_points(pressed_), EditUnit::Grapheme);
        sync();
    }
    if (selecting_) own_primary();
    may_drag_ = selecting_ = false;
    return true;
}

// ---- drag and drop ----

void TextControl::start_dragging() {
    auto* drag = new QDrag(canvas_);
    drag->setMimeData(selected_data());
    const int begin = editor_.begin();
    const int end = editor_.end();
    const QString text = selected_text();
    const Qt::DropActions actions = settings_.read_only ? Qt::CopyAction : Qt::CopyAction | Qt::MoveAction;
    const Qt::DropAction done = drag->exec(actions, settings_.read_only ? Qt::CopyAction : Qt::MoveAction);
    // Within this text the drop has moved it already.
    if (done == Qt::MoveAction && drag->target() != canvas_ && editor_.text(begin, end) == text) {
        editor_.replace(begin, end, {});
        sync();
    }
}

bool TextControl::accept_drag(QDropEvent& event) {
    if (settings_.read_only || !host_->isEnabled() || event.mimeData() == nullptr || !holds_text(*event.mimeData())) {
        event.ignore();
        return false;
    }
    drop_at_ = place_at(point_of(event));
    canvas_->update();
    Q_EMIT wanted(to_pixels(editor_.caret(*drop_at_)));
    event.acceptProposedAction();
    return true;
}

void TextControl::drop(QDropEvent& event) {
    if (!accept_drag(event)) return;
    const int at = *drop_at_;
    drop_at_.reset();
    if (event.source() == canvas_ && event.dropAction() == Qt::MoveAction) {
        if (at < editor_.begin() || at > editor_.end()) editor_.move_text(editor_.begin(), editor_.end(), at);
        sync();
        return;
    }
    editor_.select(at, at);
    const QString text = text_in(*event.mimeData());
    paste_text(text);
    host_->setFocus(Qt::OtherFocusReason);
}

// ---- clipboards ----

QMimeData* TextControl::selected_data() const {
    auto* data = new QMimeData;
    data->setText(selected_text());
    data->setHtml(html_of(selected_text(), style_.language));
    return data;
}

void TextControl::paste_data(const QMimeData& data) {
    if (holds_text(data)) paste_text(text_in(data));
}

/// What is selected can be put elsewhere by the middle button, on X11.
void TextControl::own_primary() const {
    PrimarySelection& primary = PrimarySelection::application();
    if (primary.is_there() && editor_.begin() != editor_.end()) {
        primary.set(std::unique_ptr<QMimeData>(selected_data()));
    }
}

void TextControl::copy() const {
    if (editor_.begin() != editor_.end()) QApplication::clipboard()->setMimeData(selected_data());
}

void TextControl::cut() {
    if (settings_.read_only || editor_.begin() == editor_.end()) return;
    copy();
    remove_selected();
}

void TextControl::paste() {
    if (settings_.read_only) return;
    if (const QMimeData* data = QApplication::clipboard()->mimeData()) paste_data(*data);
}

void TextControl::remove_selected() {
    if (!settings_.read_only && editor_.begin() != editor_.end()) {
        editor_.erase(EditStep::Grapheme, false, clock_.elapsed());
        sync();
    }
}

void TextControl::select_all() {
    editor_.select(0, editor_.size());
    sync(false);
    own_primary();
}

void TextControl::undo() {
    editor_.undo();
    sync();
}

void TextControl::redo() {
    editor_.redo();
    sync();
}

}  // namespace bichig::qt
