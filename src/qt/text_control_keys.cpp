// Keys of a text that is edited. Arrows go where they point in vertical lines: down and up along the line, right and
// left from line to line; all else is what QKeySequence says of the platform.
#include <QApplication>
#include <QKeyEvent>

#include "qt/internal/text_control.h"

namespace bichig::qt {

namespace {

/// All but control characters: people type selectors and MVS as they type letters, and Qt 5 knows no U+180F.
bool is_printable(const QString& text) {
    return !text.isEmpty() && text.at(0).category() != QChar::Other_Control;
}

}  // namespace

/// Whether a key that may also be a shortcut is for the text.
bool TextControl::is_ours(const QKeyEvent& key) const {
    static const QKeySequence::StandardKey ours[] = {
        QKeySequence::Copy, QKeySequence::Cut, QKeySequence::Paste, QKeySequence::Undo, QKeySequence::Redo,
        QKeySequence::SelectAll, QKeySequence::Delete, QKeySequence::Backspace, QKeySequence::DeleteStartOfWord,
        QKeySequence::DeleteEndOfWord, QKeySequence::DeleteEndOfLine, QKeySequence::DeleteCompleteLine,
        QKeySequence::MoveToStartOfLine, QKeySequence::MoveToEndOfLine, QKeySequence::MoveToStartOfDocument,
        QKeySequence::MoveToEndOfDocument};
    for (const QKeySequence::StandardKey one : ours) {
        if (key.matches(one)) return true;
    }
    const bool plain = (key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    return plain && (is_printable(key.text()) || (key.key() >= Qt::Key_Home && key.key() <= Qt::Key_PageDown));
}

bool TextControl::press(QKeyEvent& key) {
    if (key.matches(QKeySequence::Copy)) {
        copy();
    } else if (key.matches(QKeySequence::SelectAll)) {
        select_all();
    } else if (move(key)) {
        sync();
        reveal_caret();  // also where it could not move
    } else if (settings_.read_only) {
        return false;
    } else if (key.matches(QKeySequence::Cut)) {
        cut();
    } else if (key.matches(QKeySequence::Paste)) {
        paste();
    } else if (key.matches(QKeySequence::Undo)) {
        undo();
    } else if (key.matches(QKeySequence::Redo)) {
        redo();
    } else if (change(key)) {
        sync();
    } else {
        return false;
    }
    return true;
}

bool TextControl::move(const QKeyEvent& key) {
    const bool extends = key.modifiers() & Qt::ShiftModifier;
    const bool by_word = key.modifiers() & (Qt::ControlModifier | Qt::AltModifier);
    const double screenful = canvas_->width() / scale() * 0.9;
    const auto matches = [&](QKeySequence::StandardKey one, QKeySequence::StandardKey selecting) {
        return key.matches(one) || key.matches(selecting);
    };
    if (matches(QKeySequence::MoveToStartOfDocument, QKeySequence::SelectStartOfDocument)) {
        editor_.move(EditStep::Text, false, extends);
    } else if (matches(QKeySequence::MoveToEndOfDocument, QKeySequence::SelectEndOfDocument)) {
        editor_.move(EditStep::Text, true, extends);
    } else if (matches(QKeySequence::MoveToStartOfLine, QKeySequence::SelectStartOfLine)) {
        editor_.move(EditStep::LineEdge, false, extends);
    } else if (matches(QKeySequence::MoveToEndOfLine, QKeySequence::SelectEndOfLine)) {
        editor_.move(EditStep::LineEdge, true, extends);
    } else if (key.key() == Qt::Key_PageDown && !by_word) {
        editor_.move_by(screenful, extends);
    } else if (key.key() == Qt::Key_PageUp && !by_word) {
        editor_.move_by(-screenful, extends);
    } else if (key.key() >= Qt::Key_Left && key.key() <= Qt::Key_Down && !(key.modifiers() & Qt::MetaModifier)) {
        editor_.move(key.key(), by_word, extends);
    } else {
        return false;
    }
    return true;
}

bool TextControl::change(const QKeyEvent& key) {
    const qint64 now = clock_.elapsed();
    const bool writes = !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) ||
                        key.modifiers() & Qt::GroupSwitchModifier ||
                        (key.modifiers() & Qt::ControlModifier && key.modifiers() & Qt::AltModifier);  // AltGr
    if (key.matches(QKeySequence::Delete)) {
        editor_.erase(EditStep::Grapheme, true, now);
    } else if (key.matches(QKeySequence::DeleteStartOfWord)) {
        editor_.erase(EditStep::Word, false, now);
    } else if (key.matches(QKeySequence::DeleteEndOfWord)) {
        editor_.erase(EditStep::Word, true, now);
    } else if (key.matches(QKeySequence::DeleteEndOfLine)) {
        editor_.erase(EditStep::LineEdge, true, now);
    } else if (key.key() == Qt::Key_Backspace && !(key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier))) {
        editor_.erase(EditStep::Grapheme, false, now);
    } else if (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) {
        if (settings_.single_line) {
            Q_EMIT returnPressed();
            return false;  // a dialog's default button gets it too
        }
        if (key.modifiers() & (Qt::ControlModifier | Qt::AltModifier)) return false;
        editor_.insert(QStringLiteral("\n"), now);
    } else if (key.key() == Qt::Key_Tab && !tab_moves_on && !settings_.single_line && !key.modifiers()) {
        editor_.insert(QStringLiteral("\t"), now);
    } else if (writes && is_printable(key.text())) {
        editor_.insert(key.text(), now);
    } else {
        return false;
    }
    return true;
}

}  // namespace bichig::qt
