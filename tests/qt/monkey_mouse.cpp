// Random events of the mouse, of input methods and of the program that a widget stands in.
#include <QAccessible>
#include <QApplication>
#include <QDropEvent>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTextCharFormat>
#include <QWheelEvent>

#include "qt/monkey.h"

namespace widgets {

void Monkey::mouse(QEvent::Type type, QPoint at, Qt::KeyboardModifiers modifiers) {
    QWidget& canvas = edit_.canvas();
    const bool moves = type == QEvent::MouseMove;
    QMouseEvent event(type, QPointF(at), QPointF(canvas.mapToGlobal(at)), moves ? Qt::NoButton : Qt::LeftButton,
                      type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, modifiers);
    QCoreApplication::sendEvent(&canvas, &event);
}

/// Whether the button, pressed there, is pressed for the third time.
bool Monkey::is_third(QPoint at) const {
    return after_double_click_ && (at - pressed_).manhattanLength() < QApplication::startDragDistance();
}

/// Presses the button, and says whether dragging selects from here on.
bool Monkey::press(QPoint at, Qt::KeyboardModifiers modifiers) {
    const bool third = is_third(at);
    const bool composing = model_.is_composing();
    const int offset = edit_.offset_at(at);
    pressed_ = at;
    after_double_click_ = false;
    mouse(QEvent::MouseButtonPress, at, modifiers);
    if (composing && !third) {  // what was composed is gone, and the lines are others
        learn_selection();
        expect(model_.begin() == model_.end() || (modifiers & Qt::ShiftModifier), "a click selected something");
        return true;
    }
    if (third) {
        learn_selection();
        const QString& text = model_.now().text;
        expect(model_.begin() == 0 || text.at(model_.begin() - 1) == QLatin1Char('\n'), "not all of a paragraph");
        expect(model_.end() == text.size() || text.at(model_.end()) == QLatin1Char('\n'), "not all of a paragraph");
        return false;
    }
    if (modifiers & Qt::ShiftModifier) {
        model_.move_to(offset, true);
    } else if (offset > model_.begin() && offset < model_.end()) {
        return false;  // it may be dragged away
    } else {
        model_.move_to(offset, false);
    }
    return true;
}

void Monkey::learn_selection() {
    const QString& text = model_.now().text;
    expect(is_caret_stop(text, edit_.anchor()) && is_caret_stop(text, edit_.head()), "inside of a grapheme");
    model_.select(edit_.anchor(), edit_.head());
}

void Monkey::click() {
    const bool shift = one_in(3);
    what_ = shift ? QStringLiteral("shift and click") : QStringLiteral("click");
    const QPoint at = one_in(8) && after_double_click_ ? pressed_ : point();
    const bool third = is_third(at);
    if (third) what_ = QStringLiteral("third click");
    const int offset = edit_.offset_at(at);
    const bool selects = press(at, shift ? Qt::ShiftModifier : Qt::NoModifier);
    mouse(QEvent::MouseButtonRelease, at);
    if (!selects && !third) model_.move_to(offset, false);  // a click into the selection
}

void Monkey::drag() {
    what_ = QStringLiteral("drag");
    const QPoint from = point();
    const bool third = is_third(from);
    const int offset = edit_.offset_at(from);
    if (press(from, Qt::NoModifier)) {
        for (int left = 1 + number(3); left > 0; --left) {
            const QPoint to = point();
            const int head = edit_.offset_at(to);
            mouse(QEvent::MouseMove, to);
            model_.move_to(head, true);
            if (left > 1) compare();
        }
        mouse(QEvent::MouseButtonRelease, point());
    } else {
        mouse(QEvent::MouseButtonRelease, from);
        if (!third) model_.move_to(offset, false);  // a click into the selection
    }
}

/// How far the word reaches is the widget's affair.
void Monkey::double_click() {
    what_ = QStringLiteral("double click");
    const QPoint at = point();
    press(at, Qt::NoModifier);
    mouse(QEvent::MouseButtonRelease, at);
    const int offset = edit_.offset_at(at);
    mouse(QEvent::MouseButtonDblClick, at);
    mouse(QEvent::MouseButtonRelease, at);
    learn_selection();
    bool hit = offset >= model_.begin() && offset <= model_.end();
    for (int i = model_.begin(); i < model_.end(); ++i) {  // a tab may be flat: then two places are as near
        const QRectF character = edit_.character(i);
        hit = hit || (character.top() <= at.y() && character.bottom() >= at.y());
    }
    expect(hit, "another word was selected");
    after_double_click_ = true;
}

void Monkey::drop() {
    QMimeData data;
    const QString text = piece() + piece();
    data.setText(text);
    const QPoint at = point();
    QWidget& canvas = edit_.canvas();
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&canvas, &enter);
    expect(enter.isAccepted(), "nothing may be dropped");
    if (one_in(4)) {
        what_ = QStringLiteral("drag away");
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(&canvas, &leave);
        return;
    }
    what_ = QStringLiteral("drop");
    edit_.clean_paste(false);
    const int offset = edit_.offset_at(at);
    QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&canvas, &event);
    model_.move_to(offset, false);
    model_.paste(text, text);
}

void Monkey::compose() {
    const QString preedit = one_in(3) ? QString() : one_in(2) ? piece() : piece() + piece() + piece();
    const int size = static_cast<int>(preedit.size());
    QTextCharFormat target;
    target.setBackground(Qt::yellow);
    QInputMethodEvent event(preedit, {{QInputMethodEvent::TextFormat, 0, number(size + 1),
                                       QVariant::fromValue<QTextFormat>(target)},
                                      {QInputMethodEvent::Cursor, number(size + 1), number(2), QVariant()}});
    what_ = QStringLiteral("compose");
    if (one_in(2)) {
        const QString text = one_in(4) ? QString() : piece();
        const bool replaces = one_in(3);
        const int from = replaces ? number(6) - 4 : 0;
        const int length = replaces ? number(4) : 0;
        event.setCommitString(text, from, length);
        what_ = replaces ? QStringLiteral("commit in place") : QStringLiteral("commit");
        if (!text.isEmpty() || length > 0) model_.commit(text, from, length);
    }
    send(event);
    model_.compose(preedit);
}

/// A selection that an input method asks for, counted from the start of the paragraph.
void Monkey::select_as_method() {
    what_ = QStringLiteral("selection by input method");
    const QString& text = model_.now().text;
    const int head = model_.now().head;
    const int paragraph = head == 0 ? 0 : static_cast<int>(text.lastIndexOf(QLatin1Char('\n'), head - 1)) + 1;
    const int begin = number(8);
    const int length = number(6);
    QInputMethodEvent event(QString(), {{QInputMethodEvent::Selection, begin, length, QVariant()}});
    send(event);
    model_.select(paragraph + begin, paragraph + begin + length);
}

/// What a program or a screen reader asks for.
void Monkey::call() {
    const int which = number(5);
    if (which == 0) {
        what_ = QStringLiteral("put in");
        const QString text = piece() + (one_in(2) ? QStringLiteral("\n") : QString()) + piece();
        edit_.put_in(text);
        model_.paste(text, text);
    } else if (which == 1) {
        what_ = QStringLiteral("select");
        const int anchor = place();
        const int head = place() + (one_in(8) ? 1000 : 0);
        edit_.select(anchor, head);
        model_.select(anchor, head);
    } else if (which == 2) {
        what_ = QStringLiteral("replaced by a reader");
        const int begin = place();
        const int end = std::min(model_.size(), begin + number(6));
        const QString text = one_in(3) ? QString() : piece();
        QAccessible::queryAccessibleInterface(&edit_.widget())->editableTextInterface()->replaceText(begin, end, text);
        model_.replace(begin, end, text);
    } else if (which == 3) {
        what_ = QStringLiteral("saved");
        edit_.set_saved();
        model_.set_saved();
    } else {
        what_ = QStringLiteral("another text");
        if (!one_in(20)) return;
        const QString text = office().left(number(30)) + piece() + QLatin1Char('\n') + piece();
        edit_.set_text(text);
        model_.set_text(text);
    }
}

void Monkey::change_settings() {
    const int which = number(4);
    if (which == 0) {
        what_ = QStringLiteral("backspace by code point");
        model_.backspace_by_code_point = !model_.backspace_by_code_point;
        edit_.backspace_by_code_point(model_.backspace_by_code_point);
    } else if (which == 1) {
        what_ = QStringLiteral("logical keys");
        logical_ = !logical_;
        edit_.logical_keys(logical_);
    } else if (which == 2) {
        what_ = QStringLiteral("greatest length");
        model_.max_length = model_.max_length > 0 ? 0 : 1 + number(300);
        edit_.max_length(model_.max_length);
    } else {
        what_ = QStringLiteral("font");
        QFont font = edit_.widget().font();
        font.setPointSizeF(font.pointSizeF() != 12 ? 12 : 8 + number(16));
        if (font == edit_.widget().font()) return;
        edit_.widget().setFont(font);
    }
    model_.end_composition();
    model_.end_typing();
}

/// Nothing of this changes text or selection, nor ends a composition.
void Monkey::change_looks() {
    QWidget& widget = edit_.widget();
    const int which = number(6);
    if (which < 2) {
        what_ = QStringLiteral("resize");
        widget.resize(edit_.is_field() ? widget.width() : 60 + number(400), 40 + number(300));
    } else if (which == 2) {
        what_ = QStringLiteral("wheel");
        QWheelEvent event(QPointF(5, 5), edit_.canvas().mapToGlobal(QPoint(5, 5)), QPoint(),
                          QPoint(0, 120 * (number(9) - 4)), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&edit_.canvas(), &event);
    } else if (which == 3) {
        what_ = QStringLiteral("invisibles");
        edit_.show_invisibles(one_in(2));
    } else if (which == 4) {
        what_ = QStringLiteral("colours");
        widget.setPalette(one_in(2) ? dark() : high_contrast());
    } else {
        what_ = QStringLiteral("focus");
        widget.clearFocus();
        widget.setFocus(Qt::OtherFocusReason);
    }
}

void Monkey::read_only() {
    what_ = QStringLiteral("read only");
    edit_.read_only(true);
    model_.end_composition();
    model_.end_typing();
    compare();
    key(0, Qt::NoModifier, piece());
    key(Qt::Key_Backspace);
    key(Qt::Key_Z, Qt::ControlModifier);
    edit_.undo();
    edit_.redo();
    edit_.paste();
    QInputMethodEvent event(piece(), {});
    event.setCommitString(piece(), -1, 1);
    send(event);
    edit_.put_in(piece());
    compare();
    edit_.read_only(false);
    model_.end_typing();
}

}  // namespace widgets
