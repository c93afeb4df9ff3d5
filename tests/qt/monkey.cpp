// Random events: which, and what is compared after each.
#include "qt/monkey.h"

#include <algorithm>

#include <QApplication>
#include <QClipboard>
#include <QScreen>
#include <QWindow>

#include <bichig/c/language.h>

namespace widgets {

namespace {

constexpr int long_text = 60;  ///< units; a longer one is cut, so that events stay cheap

QString shown(const QString& text, int anchor, int head) {
    QString all;
    for (int i = 0; i <= text.size(); ++i) {
        if (i == anchor && anchor != head) all += QLatin1Char('{');
        if (i == head) all += QLatin1Char('|');
        if (i == text.size()) break;
        const ushort unit = text.at(i).unicode();
        all += unit > 0x20 && unit < 0x7F ? QString(text.at(i))
                                          : QStringLiteral("\\%1").arg(unit, 4, 16, QLatin1Char('0'));
    }
    return all;
}

/// What the screen shows of a window after all that waits to be painted was.
QImage on_screen(QWidget& widget) {
    QEvent paints(QEvent::UpdateRequest);
    QApplication::sendEvent(&widget, &paints);
    return widget.windowHandle()->screen()->grabWindow(widget.winId()).toImage();
}

}  // namespace

Monkey::Monkey(Edited& edit, const QString& start, unsigned seed)
    : edit_{edit}, model_{start, edit.is_field()}, random_{seed} {
    edit.set_text(start);
    clip_ = QStringLiteral("clip");
    QApplication::clipboard()->setText(clip_);
    since_.start();
}

void Monkey::act() {
    wrong_.clear();
    seal_when_slow();
    if (model_.size() > long_text) {
        what_ = QStringLiteral("cut short");
        edit_.select(long_text / 3, model_.size());
        model_.select(long_text / 3, model_.size());
        key(Qt::Key_Backspace);
        model_.backspace();
    } else {
        choose();
    }
    ++counts_[what_];
    compare();
}

/// Typing after a pause is another step of undo: nothing may depend on how long a busy machine takes.
void Monkey::seal_when_slow() {
    if (since_.elapsed() > 2000) {
        edit_.select(model_.now().anchor, model_.now().head);
        model_.select(model_.now().anchor, model_.now().head);
    }
    since_.start();
}

void Monkey::choose() {
    const int which = number(100);
    if (which < 36) return type();
    if (which < 68) return choose_key();
    if (which < 73) return click();
    if (which < 77) return drag();
    if (which < 79) return double_click();
    if (which < 87) return compose();
    if (which < 91) return paste();
    if (which < 93) return drop();
    choose_rarely();
}

void Monkey::choose_key() {
    const int which = number(32);
    if (which < 9) return erase();
    if (which < 11) return erase_word();
    if (which < 17) return move_along();
    if (which < 20) return move_across();
    if (which < 23) return move_far();
    if (which < 29) return undo_or_redo();
    clip();
}

void Monkey::choose_rarely() {
    const int which = number(20);
    if (which < 8) return call();
    if (which < 11) return change_settings();
    if (which < 17) return change_looks();
    if (which < 19) return select_as_method();
    read_only();
}

void Monkey::expect(bool right, const char* otherwise) {
    if (!right && wrong_.isEmpty()) wrong_ = QLatin1String(otherwise);
}

void Monkey::compare() {
    const TextModel::State& now = model_.now();
    const QString text = edit_.text();
    if (text != now.text || edit_.anchor() != now.anchor || edit_.head() != now.head) {
        if (wrong_.isEmpty()) {
            wrong_ = QStringLiteral("\n  is     %1\n  should %2")
                         .arg(shown(text, edit_.anchor(), edit_.head()),
                              shown(now.text, now.anchor, now.head));
        }
    }
    expect(edit_.selected() == now.text.mid(model_.begin(), model_.end() - model_.begin()),
           "the selection has another text");
    if (number(8) != 0) return;  // what is not right now would not be right soon
    expect(edit_.can_undo() == model_.can_undo(), "undo is offered otherwise");
    expect(edit_.can_redo() == model_.can_redo(), "redo is offered otherwise");
    expect(edit_.is_changed() == model_.is_changed(), "it is modified otherwise");
}

bool Monkey::has_stops_of_library() const {
    const QString& text = model_.now().text;
    std::size_t* offsets = nullptr;
    std::size_t count = 0;
    bichig_boundaries_utf16(reinterpret_cast<const bichig_char16*>(text.utf16()),
                            static_cast<std::size_t>(text.size()), BICHIG_GRAPHEMES, &offsets, &count, nullptr);
    std::vector<std::size_t> stops;
    for (int i = 0; i <= text.size(); ++i) {
        if (is_caret_stop(text, i)) stops.push_back(static_cast<std::size_t>(i));
    }
    const bool same = std::equal(stops.begin(), stops.end(), offsets, offsets + count);
    bichig_free(offsets);
    return same;
}

bool Monkey::paints_parts_as_whole() {
    QCoreApplication::processEvents();  // what a server has to say of sizes and of focus
    const QImage partly = on_screen(edit_.widget());
    edit_.canvas().update();
    const QImage wholly = on_screen(edit_.widget());
    QWidget& widget = edit_.widget();  // blanks alone may be seen, but where it has the focus there is a caret
    const bool painted = !widget.hasFocus() || ink(wholly, widget.palette().color(QPalette::Base)) > 0;
    if (partly == wholly && painted) return true;
    partly.save(QStringLiteral(BICHIG_PICTURES "/monkey-partly.png"));
    wholly.save(QStringLiteral(BICHIG_PICTURES "/monkey-wholly.png"));
    return false;
}

bool Monkey::undoes_and_redoes_all() {
    for (const bool back : {true, false}) {
        what_ = back ? QStringLiteral("undo all") : QStringLiteral("redo all");
        while (back ? model_.can_undo() : model_.can_redo()) {
            back ? edit_.undo() : edit_.redo();
            back ? model_.undo() : model_.redo();
            compare();
            if (!wrong_.isEmpty()) return false;
        }
    }
    return true;
}

QString Monkey::piece() {
    static const QString pieces[] = {
        QStringLiteral("a"), QStringLiteral("1"), QStringLiteral(" "), QString(QChar(0x182E)), QString(QChar(0x1820)),
        QString(QChar(0x1828)), QString(QChar(0x180B)), QString(QChar(0x180D)), QString(QChar(0x180F)),
        QString(QChar(0x180E)), QString(QChar(0x202F)), QString::fromUtf8("草"), QString::fromUtf8("。"),
        QString::fromUtf8("🔥"), QString::fromUtf8("👨"), QString(QChar(0x200D)), QString(QChar(0xD83D)),
        QString(QChar(0xDD25)), QString(QChar(0x301)), QString(QChar(0x3000))};
    return pieces[number(20)];
}

/// Also a little outside.
QPoint Monkey::point() {
    const QWidget& canvas = edit_.canvas();
    return {number(canvas.width() + 8) - 4, number(canvas.height() + 8) - 4};
}

void Monkey::key(int which, Qt::KeyboardModifiers modifiers, const QString& text) {
    QKeyEvent event(QEvent::KeyPress, which, modifiers, text);
    send(event);
}

}  // namespace widgets
