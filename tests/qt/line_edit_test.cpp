// The field of one line: what differs from the editor.
#include <bichig/qt/line_edit.h>

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QInputMethodEvent>
#include <QSignalSpy>
#include <QTest>

#include "qt/tools.h"

using bichig::qt::LineEdit;

namespace {

/// Two fields in a window; the first has focus.
struct Shown {
    explicit Shown(const QString& text = {}) {
        auto* row = new QHBoxLayout(&window);
        for (LineEdit* edit : {&first, &second}) {
            QFont font;
            font.setPointSizeF(16);
            edit->setFont(font);
            row->addWidget(edit);
        }
        first.setText(text);
        window.resize(200, 260);
        window.show();
        if (!QTest::qWaitForWindowExposed(&window)) qFatal("no window");
        QApplication::setActiveWindow(&window);
        first.setFocus();
    }
    ~Shown() {
        first.setParent(nullptr);
        second.setParent(nullptr);
    }
    QWidget window;
    LineEdit first;
    LineEdit second;
};

}  // namespace

class LineEditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { bichig::qt::Fonts::setApplication(widgets::fonts()); }

    void is_one_line_wide() {
        Shown shown(widgets::office());
        LineEdit& edit = shown.first;
        QCOMPARE(edit.width(), edit.sizeHint().width());
        QVERIFY(edit.height() > 200);
        QVERIFY(edit.width() < 50);
        const QImage image = widgets::picture(edit, QStringLiteral("line-office"), 2);
        QVERIFY(widgets::count_near(image, edit.palette().color(QPalette::Text), 60) > 300);
        QTest::keyClick(&edit, Qt::Key_Right);
        QCOMPARE(edit.characterRect(0).center().x(), edit.characterRect(20).center().x());
        // The line stands in the middle of the field.
        QVERIFY(std::abs(edit.cursorRect().center().x() - edit.width() / 2.0) <= 1);
    }

    void line_ends_become_spaces() {
        Shown shown;
        LineEdit& edit = shown.first;
        QApplication::clipboard()->setText(QStringLiteral("a\nb\r\nc"));
        QTest::keySequence(&edit, QKeySequence(QKeySequence::Paste));
        QCOMPARE(edit.text(), QStringLiteral("a b c"));
        edit.setText(QStringLiteral("x\ny"));
        QCOMPARE(edit.text(), QStringLiteral("x y"));
    }

    void return_and_leaving_end_the_editing() {
        Shown shown;
        LineEdit& edit = shown.first;
        QSignalSpy returned(&edit, &LineEdit::returnPressed);
        QSignalSpy finished(&edit, &LineEdit::editingFinished);
        QSignalSpy changed(&edit, &LineEdit::textChanged);
        QTest::keyClicks(&edit, QStringLiteral("ab"));
        QTest::keyClick(&edit, Qt::Key_Return);
        QCOMPARE(edit.text(), QStringLiteral("ab"));
        QCOMPARE(changed.count(), 2);
        QCOMPARE(changed.last().first().toString(), QStringLiteral("ab"));
        QCOMPARE(returned.count(), 1);
        QCOMPARE(finished.count(), 1);
        QTest::keyClick(&edit, Qt::Key_Tab);
        QVERIFY(shown.second.hasFocus());
        QCOMPARE(finished.count(), 2);
        QTest::keyClick(&shown.second, Qt::Key_Backtab);
        QVERIFY(edit.hasFocus());
        QCOMPARE(edit.selectedText(), QStringLiteral("ab"));  // as fields do that are reached by the tab key
    }

    void a_long_line_is_scrolled() {
        const QString text = (widgets::office() + QLatin1Char(' ')).repeated(3);
        Shown shown(text);
        LineEdit& edit = shown.first;
        QTest::keyClick(&edit, Qt::Key_End);
        QCOMPARE(edit.cursorPosition(), static_cast<int>(text.size()));
        QVERIFY(edit.rect().contains(edit.cursorRect().toRect()));
        QVERIFY(edit.characterRect(0).bottom() < 0);
        widgets::picture(edit, QStringLiteral("line-end"), 2);
        QTest::keyClick(&edit, Qt::Key_Home);
        QVERIFY(edit.rect().contains(edit.cursorRect().toRect()));
        QVERIFY(edit.characterRect(0).top() >= 0);
        for (int i = 0; i < 60; ++i) {
            QTest::keyClick(&edit, Qt::Key_Down);
            QVERIFY(edit.rect().contains(edit.cursorRect().toRect()));
        }
        edit.clear();
        QVERIFY(edit.rect().contains(edit.cursorRect().toRect()));
    }

    void edits_as_the_editor_does() {
        Shown shown;
        LineEdit& edit = shown.first;
        edit.setPlaceholderText(widgets::office());
        QVERIFY(widgets::count_near(widgets::picture(edit, QStringLiteral("line-placeholder"), 2),
                                    edit.palette().color(QPalette::PlaceholderText), 60) > 50);
        QInputMethodEvent composing(QStringLiteral("xy"), {});
        QApplication::sendEvent(&edit, &composing);
        QVERIFY(edit.text().isEmpty());
        QInputMethodEvent committing;
        committing.setCommitString(QStringLiteral("xyz"));
        QApplication::sendEvent(&edit, &committing);
        QCOMPARE(edit.text(), QStringLiteral("xyz"));
        QCOMPARE(edit.inputMethodQuery(Qt::ImSurroundingText).toString(), QStringLiteral("xyz"));
        QVERIFY(!(edit.inputMethodQuery(Qt::ImHints).toInt() & Qt::ImhMultiLine));
        QTest::keySequence(&edit, QKeySequence(QKeySequence::Undo));
        QVERIFY(edit.text().isEmpty() && edit.isRedoAvailable());
        edit.redo();
        edit.setMaxLength(4);
        QTest::keyClicks(&edit, QStringLiteral("123"));
        QCOMPARE(edit.text(), QStringLiteral("xyz1"));
        widgets::drag(edit, {edit.width() / 2, 1}, {edit.width() / 2, edit.height() - 2});
        QCOMPARE(edit.selectedText(), QStringLiteral("xyz1"));
        edit.setReadOnly(true);
        QTest::keyClick(&edit, Qt::Key_Delete);
        QCOMPARE(edit.text(), QStringLiteral("xyz1"));
    }

    void themes_and_screen_readers() {
        for (const QPalette& colours : {widgets::dark(), widgets::high_contrast()}) {
            Shown shown(widgets::office());
            LineEdit& edit = shown.first;
            edit.setPalette(colours);
            edit.setSelection(0, 5);
            const QImage image = widgets::picture(edit, QStringLiteral("line-theme"), 2);
            const auto group = edit.hasFocus() ? QPalette::Active : QPalette::Inactive;
            QVERIFY(widgets::count_near(image, edit.palette().color(group, QPalette::Text)) > 200);
            QVERIFY(widgets::count_near(image, edit.palette().color(group, QPalette::Highlight)) > 500);
        }
        Shown shown(widgets::office());
        QAccessibleInterface* reader = QAccessible::queryAccessibleInterface(&shown.first);
        QCOMPARE(reader->role(), QAccessible::EditableText);
        QVERIFY(!reader->state().multiLine);
        QCOMPARE(reader->text(QAccessible::Value), widgets::office());
        reader->setText(QAccessible::Value, QStringLiteral("new"));
        QCOMPARE(shown.first.text(), QStringLiteral("new"));
        const widgets::AccessibleEvents events;
        QTest::keyClicks(&shown.first, QStringLiteral("z"));
        QVERIFY(events.has(QAccessible::TextInserted, &shown.first));
    }
};

QTEST_MAIN(LineEditTest)
#include "line_edit_test.moc"
