// Random events: what readers are told, put together, is the text; undone, it is what it was; the caret is never inside
// of a grapheme. BICHIG_MONKEY_EVENTS and BICHIG_MONKEY_SEED run more, or others.
#include <bichig/qt/text_edit.h>

#include <algorithm>
#include <random>

#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QScreen>
#include <QTest>
#include <QWindow>

#include <bichig/c/language.h>

#include "qt/tools.h"

using bichig::qt::TextEdit;

namespace {

bool is_stop(const QString& text, int offset) {
    std::size_t* offsets = nullptr;
    std::size_t count = 0;
    bichig_boundaries_utf16(reinterpret_cast<const bichig_char16*>(text.utf16()), static_cast<std::size_t>(text.size()),
                            BICHIG_GRAPHEMES, &offsets, &count, nullptr);
    const bool found = std::binary_search(offsets, offsets + count, static_cast<std::size_t>(offset));
    bichig_free(offsets);
    return found;
}

class Monkey {
public:
    Monkey(TextEdit& edit, unsigned seed) : edit_{edit}, random_{seed} {}

    void act() {
        switch (number(14)) {
            case 0:
            case 1:
            case 2:
            case 3: type(piece()); break;
            case 4: key(pick({Qt::Key_Backspace, Qt::Key_Delete, Qt::Key_Return, Qt::Key_Tab})); break;
            case 5:
            case 6: key(pick({Qt::Key_Up, Qt::Key_Down, Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End,
                              Qt::Key_PageUp, Qt::Key_PageDown})); break;
            case 7:
                QTest::keySequence(&edit_, QKeySequence(number(3) == 0 ? QKeySequence::Redo : QKeySequence::Undo));
                break;
            case 8: widgets::drag(*edit_.viewport(), point(), point()); break;
            case 9: QTest::mouseDClick(edit_.viewport(), Qt::LeftButton, {}, point()); break;
            case 10: compose(); break;
            case 11: paste(); break;
            case 12: drop(); break;
            case 13: number(2) == 0 ? edit_.resize(60 + number(400), 40 + number(300))
                                    : edit_.horizontalScrollBar()->setValue(number(2000)); break;
        }
    }
    int number(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }

private:
    int pick(std::initializer_list<int> from) { return from.begin()[number(static_cast<int>(from.size()))]; }
    QPoint point() { return {number(edit_.viewport()->width()), number(edit_.viewport()->height())}; }
    QString piece() {
        static const QString pieces[] = {
            QStringLiteral("a"), QStringLiteral("1"), QStringLiteral(" "), QString(QChar(0x182E)),
            QString(QChar(0x1820)), QString(QChar(0x180B)), QString(QChar(0x180E)), QString(QChar(0x202F)),
            QString::fromUtf8("草"), QString::fromUtf8("🔥"), QString(QChar(0xD83D)), QString(QChar(0x301))};
        return pieces[number(12)];
    }
    void type(const QString& text) {
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, text);
        QApplication::sendEvent(&edit_, &press);
    }
    void key(int which) {
        const Qt::KeyboardModifiers modifiers[] = {Qt::NoModifier, Qt::ShiftModifier, Qt::ControlModifier,
                                                   Qt::ControlModifier | Qt::ShiftModifier};
        QTest::keyClick(&edit_, static_cast<Qt::Key>(which), modifiers[number(4)]);
    }
    void compose() {
        QInputMethodEvent event(number(3) == 0 ? QString() : piece() + piece(), {});
        if (number(2) == 0) event.setCommitString(piece(), -number(3), number(3));
        QApplication::sendEvent(&edit_, &event);
    }
    void paste() {
        if (number(2) == 0) return edit_.copy();
        if (number(2) == 0) QApplication::clipboard()->setText(piece() + QStringLiteral("\r\n") + piece() + piece());
        edit_.paste();
    }
    void drop() {
        QMimeData data;
        data.setText(piece() + piece());
        const QPoint at = point();
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(edit_.viewport(), &enter);
        QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(edit_.viewport(), &event);
    }

    TextEdit& edit_;
    std::mt19937 random_;
};

/// What a reader knows that was only told of changes. False where a change does not fit.
bool follow(QString& mirror, const widgets::AccessibleEvents::Event& event) {
    const int removed = static_cast<int>(event.removed.size());
    if (event.position < 0 || mirror.mid(event.position, removed) != event.removed) return false;
    mirror.replace(event.position, removed, event.inserted);
    return true;
}

/// What the screen shows of a window after all that waits to be painted was.
QImage shown(QWidget& widget) {
    QEvent paints(QEvent::UpdateRequest);
    QApplication::sendEvent(&widget, &paints);
    return widget.windowHandle()->screen()->grabWindow(widget.winId()).toImage();
}

}  // namespace

class MonkeyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void random_events() {
        bichig::qt::Fonts::setApplication(widgets::fonts());
        const int events = qEnvironmentVariableIntValue("BICHIG_MONKEY_EVENTS");
        const auto seed = static_cast<unsigned>(qEnvironmentVariableIntValue("BICHIG_MONKEY_SEED"));
        const QString start = widgets::office() + QLatin1Char('\n') + widgets::mixed();
        TextEdit edit(start);
        edit.resize(300, 200);
        QApplication::setCursorFlashTime(0);  // or the caret may blink between two pictures
        edit.show();
        QVERIFY(QTest::qWaitForWindowExposed(&edit));
        edit.setFocus();
        Monkey monkey(edit, seed);
        QString mirror = start;
        widgets::AccessibleEvents heard;
        for (int i = 0; i < (events > 0 ? events : 2000); ++i) {
            heard.clear();
            monkey.act();
            const QByteArray where = "event " + QByteArray::number(i) + " of seed " + QByteArray::number(seed);
            for (const auto& event : heard.all()) {
                const bool text = event.type == QAccessible::TextInserted || event.type == QAccessible::TextRemoved ||
                                  event.type == QAccessible::TextUpdated;
                QVERIFY2(!text || follow(mirror, event), where);
            }
            const QString now = edit.toPlainText();
            QVERIFY2(now == mirror, where);
            QVERIFY2(is_stop(now, edit.cursorPosition()) && is_stop(now, edit.anchorPosition()), where);
            if (i % 4 != 0) continue;
            // Only what an event changes is painted; all anew it would look the same.
            const QImage partly = shown(edit);
            edit.viewport()->update();
            const QImage wholly = shown(edit);
            if (partly != wholly) {
                partly.save(QStringLiteral(BICHIG_PICTURES "/monkey-partly.png"));
                wholly.save(QStringLiteral(BICHIG_PICTURES "/monkey-wholly.png"));
            }
            QVERIFY2(partly == wholly, where);
            QVERIFY2(widgets::ink(wholly, edit.palette().color(QPalette::Base)) > 0, where);
        }
        const QString end = edit.toPlainText();
        QInputMethodEvent none;
        QApplication::sendEvent(&edit, &none);
        int steps = 0;
        for (; edit.isUndoAvailable(); ++steps) edit.undo();
        QVERIFY(steps > 10);
        QVERIFY(steps == 1000 || edit.toPlainText() == start);  // as many are kept
        while (edit.isRedoAvailable()) edit.redo();
        QCOMPARE(edit.toPlainText(), end);
    }
};

QTEST_MAIN(MonkeyTest)
#include "monkey_test.moc"
