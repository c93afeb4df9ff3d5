// Random events of the keyboard and of the clipboard.
#include <QApplication>
#include <QClipboard>

#include "qt/monkey.h"

namespace widgets {

void Monkey::type() {
    const int which = number(24);
    if (which == 0 && !edit_.is_field()) {
        what_ = QStringLiteral("tab");
        key(Qt::Key_Tab, Qt::NoModifier, QStringLiteral("\t"));
        return model_.type(QStringLiteral("\t"));
    }
    if (which < 3) {
        what_ = QStringLiteral("return");
        key(Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"));
        if (!edit_.is_field()) model_.type(QStringLiteral("\n"));
        return;
    }
    what_ = QStringLiteral("type");
    const QString text = piece();
    key(0, one_in(4) ? Qt::ShiftModifier : Qt::NoModifier, text);
    model_.type(text);
}

void Monkey::erase() {
    if (one_in(2)) {
        what_ = QStringLiteral("backspace");
        key(Qt::Key_Backspace);
        return model_.backspace();
    }
    what_ = QStringLiteral("delete");
    key(Qt::Key_Delete);
    model_.remove_forward();
}

/// How far a word reaches is the widget's affair: but that is all that goes.
void Monkey::erase_word() {
    const bool forward = one_in(2);
    what_ = forward ? QStringLiteral("delete word") : QStringLiteral("backspace word");
    key(forward ? Qt::Key_Delete : Qt::Key_Backspace, Qt::ControlModifier);
    const int gone = model_.size() - static_cast<int>(edit_.text().size());
    expect(gone >= 0, "the text grew");
    model_.erase(model_.now().head + (forward ? gone : -gone));
}

/// Down and up, or by the setting right and left: along the text by a grapheme or a word.
void Monkey::move_along() {
    const bool forward = one_in(2);
    const bool extend = one_in(2);
    const int arrow = logical_ ? (forward ? Qt::Key_Right : Qt::Key_Left) : (forward ? Qt::Key_Down : Qt::Key_Up);
    const Qt::KeyboardModifiers shift = extend ? Qt::ShiftModifier : Qt::NoModifier;
    if (one_in(4)) {
        what_ = QStringLiteral("by a word");
        key(arrow, shift | Qt::ControlModifier);
        return learn_place(extend, forward ? 1 : -1);
    }
    what_ = extend ? QStringLiteral("extend") : QStringLiteral("step");
    key(arrow, shift);
    model_.step(forward, extend);
}

/// Right and left to the next line; there is none beside a field.
void Monkey::move_across() {
    const bool forward = one_in(2);
    const bool extend = one_in(2);
    const int arrow = logical_ ? (forward ? Qt::Key_Down : Qt::Key_Up) : (forward ? Qt::Key_Right : Qt::Key_Left);
    const Qt::KeyboardModifiers shift = extend ? Qt::ShiftModifier : Qt::NoModifier;
    what_ = QStringLiteral("to a line");
    key(arrow, one_in(3) ? shift | Qt::ControlModifier : shift);
    if (edit_.is_field()) return model_.move_to(forward ? model_.size() : 0, extend);
    learn_place(extend, forward ? 1 : -1);
}

void Monkey::move_far() {
    const bool forward = one_in(2);
    const bool extend = one_in(2);
    const Qt::KeyboardModifiers shift = extend ? Qt::ShiftModifier : Qt::NoModifier;
    const int which = number(3);
    if (which == 0) {
        what_ = QStringLiteral("to an end of the text");
        key(forward ? Qt::Key_End : Qt::Key_Home, shift | Qt::ControlModifier);
        return model_.move_to(forward ? model_.size() : 0, extend);
    }
    what_ = which == 1 ? QStringLiteral("to an end of the line") : QStringLiteral("by a page");
    if (which == 1) {
        key(forward ? Qt::Key_End : Qt::Key_Home, shift);
    } else {
        key(forward ? Qt::Key_PageDown : Qt::Key_PageUp, shift);
    }
    if (edit_.is_field()) return model_.move_to(forward ? model_.size() : 0, extend);
    learn_place(extend, forward ? 1 : -1);
}

/// Where lines end is the widget's affair; that it goes the right way to a stop, and does nothing else, is not.
void Monkey::learn_place(bool extend, int direction) {
    const int before = model_.now().head;
    const int head = edit_.head();
    expect(is_caret_stop(model_.now().text, head), "the caret is inside of a grapheme");
    expect((head - before) * direction >= 0, "the caret went the other way");
    model_.move_to(head, extend);
}

void Monkey::undo_or_redo() {
    const bool back = one_in(3) ? number(2) == 0 : !model_.can_redo();
    const bool by_key = one_in(2);
    what_ = back ? QStringLiteral("undo") : QStringLiteral("redo");
    for (int left = one_in(4) ? 1 + number(12) : 1; left > 0; --left) {
        if (by_key) {
            key(Qt::Key_Z, back ? Qt::ControlModifier : Qt::ControlModifier | Qt::ShiftModifier);
        } else {
            back ? edit_.undo() : edit_.redo();
        }
        back ? model_.undo() : model_.redo();
        if (left > 1) compare();
    }
}

void Monkey::clip() {
    const bool selected = model_.begin() != model_.end();
    const QString text = model_.now().text.mid(model_.begin(), model_.end() - model_.begin());
    if (selected) clip_ = text;
    if (one_in(2)) {
        what_ = QStringLiteral("copy");
        one_in(2) ? edit_.copy() : key(Qt::Key_C, Qt::ControlModifier);
    } else {
        what_ = QStringLiteral("cut");
        one_in(2) ? edit_.cut() : key(Qt::Key_X, Qt::ControlModifier);
        if (selected) model_.backspace();
    }
    expect(QApplication::clipboard()->text() == clip_, "the clipboard has another text");
}

/// Cleaning is right or wrong elsewhere: here texts are known that it changes, and how.
void Monkey::paste() {
    static const QString stem = QString::fromUtf8("ᠮᠣᠷᠢ");
    static const QString suffix = QString::fromUtf8("ᠶᠢᠨ");
    const int which = number(4);
    if (which == 0) clip_ = piece() + QStringLiteral("\r\n") + piece() + QStringLiteral("\r") + piece();
    if (which == 1) clip_ = stem + QChar(0x202F) + suffix;
    if (which < 2) QApplication::clipboard()->setText(clip_);
    const bool cleans = which == 1 && model_.max_length == 0;
    what_ = cleans ? QStringLiteral("paste and clean") : QStringLiteral("paste");
    edit_.clean_paste(cleans);
    one_in(2) ? edit_.paste() : key(Qt::Key_V, Qt::ControlModifier);
    model_.paste(clip_, cleans ? stem + QChar(0x180E) + suffix : clip_);
}

}  // namespace widgets
