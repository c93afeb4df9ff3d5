// The editor: keys, input methods, mouse, clipboards, undo, drag and drop, spelling, what it paints, and what a screen
// reader gets.
#include <bichig/qt/text_edit.h>

#include <cmath>

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QInputMethodEvent>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextCharFormat>
#include <QWheelEvent>

#include <bichig/c/language.h>

#include "qt/tools.h"

using bichig::qt::TextEdit;
using widgets::letters;

namespace {

std::vector<int> stops(const QString& text) {
    std::size_t* offsets = nullptr;
    std::size_t count = 0;
    bichig_boundaries_utf16(reinterpret_cast<const bichig_char16*>(text.utf16()), static_cast<std::size_t>(text.size()),
                            BICHIG_GRAPHEMES, &offsets, &count, nullptr);
    std::vector<int> all;
    for (std::size_t i = 0; i < count; ++i) all.push_back(static_cast<int>(offsets[i]));
    bichig_free(offsets);
    return all;
}

/// An editor on the screen, with focus.
struct Shown {
    explicit Shown(const QString& text = {}, QSize size = {400, 240}) : edit{text} {
        QFont font;
        font.setPointSizeF(16);
        edit.setFont(font);
        edit.resize(size);
        edit.show();
        if (!QTest::qWaitForWindowExposed(&edit)) qFatal("no window");
        QApplication::setActiveWindow(&edit);
        edit.setFocus();
    }
    void compose(const QString& preedit, const QString& commit = {}, int from = 0, int length = 0,
                 const QList<QInputMethodEvent::Attribute>& attributes = {}) {
        QInputMethodEvent event(preedit, attributes);
        event.setCommitString(commit, from, length);
        QApplication::sendEvent(&edit, &event);
    }
    QPoint middle(int offset) const { return edit.characterRect(offset).center().toPoint(); }
    TextEdit edit;
};

}  // namespace

class TextEditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { bichig::qt::Fonts::setApplication(widgets::fonts()); }

    void writes_what_is_typed() {
        Shown shown;
        TextEdit& edit = shown.edit;
        QSignalSpy changes(&edit, &TextEdit::textChanged);
        QTest::keyClicks(&edit, QStringLiteral("Bichig"));
        QTest::keyClick(&edit, Qt::Key_Return);
        QTest::keyClicks(&edit, QStringLiteral("2"));
        QCOMPARE(edit.toPlainText(), QStringLiteral("Bichig\n2"));
        QCOMPARE(changes.count(), 8);
        QTest::keyClick(&edit, Qt::Key_Backspace);
        QTest::keyClick(&edit, Qt::Key_Backspace);
        QCOMPARE(edit.toPlainText(), QStringLiteral("Bichig"));
        QTest::keyClick(&edit, Qt::Key_Home);
        QCOMPARE(edit.cursorPosition(), 0);
        QTest::keyClick(&edit, Qt::Key_Delete);
        QCOMPARE(edit.toPlainText(), QStringLiteral("ichig"));
        QTest::keyClick(&edit, Qt::Key_End);
        QCOMPARE(edit.cursorPosition(), 5);
        QTest::keyClick(&edit, Qt::Key_Backspace, Qt::ControlModifier);
        QVERIFY(edit.toPlainText().isEmpty());
        // Selectors and MVS are typed as letters are.
        for (const ushort unit : {0x182D, 0x180B, 0x180E, 0x1820}) {
            QKeyEvent key(QEvent::KeyPress, 0, Qt::NoModifier, QString(QChar(unit)));
            QApplication::sendEvent(&edit, &key);
        }
        QCOMPARE(edit.toPlainText().size(), 4);
    }

    /// Down and up go along the line, right and left from line to line; all stops, none inside of a grapheme.
    void arrows_go_where_they_point() {
        const QString text = QString::fromUtf8("ᠣᠪᠣᠭ᠎ᠠ ᠭᠠᠯᠲᠤᠰᠦ᠋ᠬᠡ 🔥草原 e\u0301 18\nᠬᠠᠪᠤᠷ");
        Shown shown(text, {400, 700});
        TextEdit& edit = shown.edit;
        edit.setCursorPosition(0);
        std::vector<int> met{0};
        QRectF before = edit.cursorRect();
        while (edit.cursorPosition() < text.indexOf(QLatin1Char('\n'))) {
            QTest::keyClick(&edit, Qt::Key_Down);
            QVERIFY(edit.cursorPosition() > met.back());
            met.push_back(edit.cursorPosition());
            QVERIFY(edit.cursorRect().top() >= before.top());
            before = edit.cursorRect();
        }
        std::vector<int> expected;
        for (const int stop : stops(text)) {
            if (stop <= text.indexOf(QLatin1Char('\n'))) expected.push_back(stop);
        }
        QCOMPARE(met, expected);
        for (auto stop = met.rbegin() + 1; stop != met.rend(); ++stop) {
            QTest::keyClick(&edit, Qt::Key_Up);
            QCOMPARE(edit.cursorPosition(), *stop);
        }
        const double x = edit.cursorRect().center().x();
        QTest::keyClick(&edit, Qt::Key_Right);
        QVERIFY(edit.cursorRect().center().x() > x + 10);
        QVERIFY(edit.cursorPosition() > text.indexOf(QLatin1Char('\n')));
        QTest::keyClick(&edit, Qt::Key_Left);
        QCOMPARE(edit.cursorRect().center().x(), x);
        edit.setLogicalKeys(true);
        edit.setCursorPosition(0);
        QTest::keyClick(&edit, Qt::Key_Right);
        QCOMPARE(edit.cursorPosition(), expected[1]);
    }

    /// The caret lies across its line: wide and flat.
    void caret_is_flat() {
        Shown shown(widgets::office());
        const QRectF caret = shown.edit.cursorRect();
        QVERIFY(caret.width() > 10);
        QVERIFY(caret.height() <= 3);
        const QRectF asked = shown.edit.inputMethodQuery(Qt::ImCursorRectangle).toRectF();
        QVERIFY(asked.width() > 10 && asked.height() <= 3);
    }

    void backspace_takes_a_grapheme_or_a_code_point() {
        const QString text = letters("gal") + QChar(0x180B);
        Shown shown(text);
        shown.edit.setCursorPosition(static_cast<int>(text.size()));
        QTest::keyClick(&shown.edit, Qt::Key_Backspace);
        QCOMPARE(shown.edit.toPlainText(), text.left(2));
        QTest::keySequence(&shown.edit, QKeySequence(QKeySequence::Undo));
        QCOMPARE(shown.edit.toPlainText(), text);
        shown.edit.setBackspaceByCodePoint(true);
        shown.edit.setCursorPosition(static_cast<int>(text.size()));
        QTest::keyClick(&shown.edit, Qt::Key_Backspace);
        QCOMPARE(shown.edit.toPlainText(), text.left(3));
    }

    void input_method_composes_and_commits() {
        Shown shown(QStringLiteral("ab"));
        TextEdit& edit = shown.edit;
        edit.setCursorPosition(1);
        const QString word = letters("mori");
        QTextCharFormat target;
        target.setBackground(Qt::yellow);
        shown.compose(word, {}, 0, 0,
                      {{QInputMethodEvent::TextFormat, 0, 2, QVariant::fromValue<QTextFormat>(target)},
                       {QInputMethodEvent::Cursor, 2, 1, QVariant()}});
        QCOMPARE(edit.toPlainText(), QStringLiteral("ab"));  // what is composed is no part of the text
        widgets::picture(edit, QStringLiteral("edit-composing"));
        QCOMPARE(edit.inputMethodQuery(Qt::ImSurroundingText).toString(), QStringLiteral("ab"));
        shown.compose({}, word);
        QCOMPARE(edit.toPlainText(), QLatin1Char('a') + word + QLatin1Char('b'));
        QCOMPARE(edit.cursorPosition(), 5);
        shown.compose({}, letters("ula"), -4, 4);  // in place of the word before the caret
        QCOMPARE(edit.toPlainText(), QLatin1Char('a') + letters("ula") + QLatin1Char('b'));
        QTest::keySequence(&edit, QKeySequence(QKeySequence::Undo));
        QVERIFY(edit.toPlainText() != QLatin1Char('a') + letters("ula") + QLatin1Char('b'));
        edit.selectAll();
        shown.compose(QStringLiteral("x"));
        shown.compose({}, QStringLiteral("x"));
        QCOMPARE(edit.toPlainText(), QStringLiteral("x"));
    }

    /// As in Qt's own editors, what is selected goes first; and a caret that was hidden comes back with the next key.
    void input_method_replaces_beside_a_selection() {
        Shown shown(QStringLiteral("abcdef"));
        TextEdit& edit = shown.edit;
        edit.setSelection(2, 4);
        shown.compose({}, QStringLiteral("x"), -1, 1);
        QCOMPARE(edit.toPlainText(), QStringLiteral("axef"));
        QCOMPARE(edit.cursorPosition(), 2);
        QApplication::setCursorFlashTime(0);
        shown.compose(QStringLiteral("yy"), {}, 0, 0, {{QInputMethodEvent::Cursor, 1, 0, QVariant()}});
        QTest::keyClick(&edit, Qt::Key_End);
        const QImage image = widgets::picture(*edit.viewport(), QStringLiteral("edit-caret"));
        QVERIFY(widgets::ink(image, edit.palette().color(QPalette::Base), edit.cursorRect().toAlignedRect()) > 5);
    }

    void input_method_is_told_of_the_text() {
        const QString text = widgets::office() + QLatin1Char('\n') + widgets::mixed();
        Shown shown(text);
        TextEdit& edit = shown.edit;
        const int start = static_cast<int>(widgets::office().size()) + 1;
        edit.setSelection(start + 2, start + 6);
        QVERIFY(edit.inputMethodQuery(Qt::ImEnabled).toBool());
        QCOMPARE(edit.inputMethodQuery(Qt::ImSurroundingText).toString(), widgets::mixed());
        QCOMPARE(edit.inputMethodQuery(Qt::ImCursorPosition).toInt(), 6);
        QCOMPARE(edit.inputMethodQuery(Qt::ImAnchorPosition).toInt(), 2);
        QCOMPARE(edit.inputMethodQuery(Qt::ImAbsolutePosition).toInt(), start + 6);
        QCOMPARE(edit.inputMethodQuery(Qt::ImCurrentSelection).toString(), widgets::mixed().mid(2, 4));
        QCOMPARE(edit.inputMethodQuery(Qt::ImTextBeforeCursor, 4).toString(), widgets::mixed().mid(2, 4));
        QCOMPARE(edit.inputMethodQuery(Qt::ImTextAfterCursor, 3).toString(), widgets::mixed().mid(6, 3));
        QVERIFY(edit.inputMethodQuery(Qt::ImAnchorRectangle).toRectF().width() > 10);
        edit.setInputMethodHints(Qt::ImhNoPredictiveText);
        QCOMPARE(edit.inputMethodQuery(Qt::ImHints).toInt(),
                 static_cast<int>(Qt::ImhNoPredictiveText | Qt::ImhMultiLine));
        edit.setReadOnly(true);
        QVERIFY(!edit.inputMethodQuery(Qt::ImEnabled).toBool());
    }

    void selects_by_mouse() {
        Shown shown(widgets::office());
        TextEdit& edit = shown.edit;
        QSignalSpy selected(&edit, &TextEdit::selectionChanged);
        QSignalSpy copyable(&edit, &TextEdit::copyAvailable);
        widgets::drag(*edit.viewport(), shown.middle(0) - QPoint(0, 6), shown.middle(4));
        QVERIFY(edit.selectedText().size() >= 3);
        QVERIFY(widgets::office().startsWith(edit.selectedText()));
        QVERIFY(selected.count() >= 1);
        QCOMPARE(copyable.count(), 1);
        QTest::mouseDClick(edit.viewport(), Qt::LeftButton, {}, shown.middle(8));
        QCOMPARE(edit.selectedText().trimmed(), widgets::office().mid(6, 6));
        QTest::mouseClick(edit.viewport(), Qt::LeftButton, {}, shown.middle(8));  // the third click
        QCOMPARE(edit.selectedText(), widgets::office());
        QTest::mouseClick(edit.viewport(), Qt::LeftButton, Qt::ShiftModifier, shown.middle(3));
        QVERIFY(edit.selectedText().size() < widgets::office().size());
    }

    void copies_text_and_html_and_pastes_both() {
        Shown shown(QStringLiteral("a<b\nc"));
        TextEdit& edit = shown.edit;
        QTest::keySequence(&edit, QKeySequence(QKeySequence::SelectAll));
        QTest::keySequence(&edit, QKeySequence(QKeySequence::Copy));
        const QMimeData* data = QApplication::clipboard()->mimeData();
        QCOMPARE(data->text(), QStringLiteral("a<b\nc"));
        QVERIFY(data->html().contains(QLatin1String("a&lt;b<br>c")));
        QVERIFY(data->html().contains(QLatin1String("vertical-lr")));
        QTest::keySequence(&edit, QKeySequence(QKeySequence::Cut));
        QVERIFY(edit.toPlainText().isEmpty());
        QTest::keySequence(&edit, QKeySequence(QKeySequence::Paste));
        QCOMPARE(edit.toPlainText(), QStringLiteral("a<b\nc"));
        auto* html = new QMimeData;
        html->setHtml(QStringLiteral("<p>one</p><p>two</p>"));
        QApplication::clipboard()->setMimeData(html);
        edit.selectAll();
        edit.paste();
        QCOMPARE(edit.toPlainText(), QStringLiteral("one\ntwo"));
    }

    /// An older connector becomes MVS; the first undo brings the text back as it came, the second takes it away.
    void paste_is_cleaned_in_a_step_of_its_own() {
        const QString old = letters("mori") + QChar(0x202F) + letters("yin");
        Shown shown;
        TextEdit& edit = shown.edit;
        QSignalSpy cleaned(&edit, &TextEdit::textCleaned);
        QApplication::clipboard()->setText(old);
        edit.paste();
        QCOMPARE(edit.toPlainText(), QString(old).replace(QChar(0x202F), QChar(0x180E)));
        QCOMPARE(cleaned.count(), 1);
        QCOMPARE(cleaned.first().at(1).toInt(), 1);
        edit.undo();
        QCOMPARE(edit.toPlainText(), old);
        edit.undo();
        QVERIFY(edit.toPlainText().isEmpty());
        edit.setCleanPaste(false);
        edit.paste();
        QCOMPARE(edit.toPlainText(), old);
    }

    /// The caret goes on behind what a program puts in, as QTextEdit's does.
    void text_put_in_is_before_the_caret() {
        Shown shown(QStringLiteral("one three"));
        TextEdit& edit = shown.edit;
        edit.setCursorPosition(4);
        edit.insertPlainText(QStringLiteral("two "));
        QCOMPARE(edit.toPlainText(), QStringLiteral("one two three"));
        QCOMPARE(edit.cursorPosition(), 8);
        edit.setSelection(8, 4);
        edit.insertPlainText(QStringLiteral("2\r\n"));
        QCOMPARE(edit.toPlainText(), QStringLiteral("one 2\nthree"));
        QCOMPARE(edit.cursorPosition(), 6);
        QCOMPARE(edit.anchorPosition(), 6);
        edit.undo();
        QCOMPARE(edit.selectedText(), QStringLiteral("two "));
        edit.setReadOnly(true);
        edit.insertPlainText(QStringLiteral("2"));
        QCOMPARE(edit.selectedText(), QStringLiteral("two "));
    }

    void undo_and_redo_are_told() {
        Shown shown;
        TextEdit& edit = shown.edit;
        QSignalSpy undo(&edit, &TextEdit::undoAvailable);
        QSignalSpy redo(&edit, &TextEdit::redoAvailable);
        QSignalSpy modified(&edit, &TextEdit::modificationChanged);
        QTest::keyClicks(&edit, QStringLiteral("word"));
        QCOMPARE(undo.count(), 1);
        QVERIFY(edit.isUndoAvailable() && edit.isModified());
        QTest::keySequence(&edit, QKeySequence(QKeySequence::Undo));
        QVERIFY(edit.toPlainText().isEmpty());  // typing is one step
        QVERIFY(!edit.isUndoAvailable() && edit.isRedoAvailable() && !edit.isModified());
        QCOMPARE(redo.count(), 1);
        QTest::keySequence(&edit, QKeySequence(QKeySequence::Redo));
        QCOMPARE(edit.toPlainText(), QStringLiteral("word"));
        edit.setModified(false);
        QVERIFY(!edit.isModified());
        QCOMPARE(modified.count(), 4);
    }

    void text_is_dropped_and_moved() {
        Shown shown(QStringLiteral("one two"));
        TextEdit& edit = shown.edit;
        QMimeData data;
        data.setText(QStringLiteral("three "));
        const QPoint at(shown.middle(4).x(), static_cast<int>(edit.characterRect(4).top()) + 1);
        QDropEvent drop(at, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QDragEnterEvent enter(at, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(edit.viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QApplication::sendEvent(edit.viewport(), &drop);
        QCOMPARE(edit.toPlainText(), QStringLiteral("one three two"));
        edit.undo();
        QCOMPARE(edit.toPlainText(), QStringLiteral("one two"));
        edit.setReadOnly(true);
        QDragEnterEvent refused(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(edit.viewport(), &refused);
        QVERIFY(!refused.isAccepted());
    }

    void reads_only_and_is_full() {
        Shown shown(widgets::office());
        TextEdit& edit = shown.edit;
        edit.setReadOnly(true);
        QTest::keyClicks(&edit, QStringLiteral("x"));
        QTest::keyClick(&edit, Qt::Key_Delete);
        shown.compose({}, QStringLiteral("y"));
        edit.paste();
        edit.cut();
        QCOMPARE(edit.toPlainText(), widgets::office());
        QTest::keySequence(&edit, QKeySequence(QKeySequence::SelectAll));
        QTest::keySequence(&edit, QKeySequence(QKeySequence::Copy));
        QCOMPARE(QApplication::clipboard()->text(), widgets::office());
        edit.setReadOnly(false);
        edit.clear();
        edit.setMaxLength(3);
        QTest::keyClicks(&edit, QStringLiteral("12345"));
        QCOMPARE(edit.toPlainText(), QStringLiteral("123"));
    }

    /// The wheel goes on to the right, where the next lines are; so do keys, and the caret stays in view.
    void scrolls_sideways() {
        QString text;
        for (int i = 0; i < 40; ++i) text += widgets::office() + QLatin1Char('\n');
        Shown shown(text);
        TextEdit& edit = shown.edit;
        QScrollBar* bar = edit.horizontalScrollBar();
        QVERIFY(bar->maximum() > 1000);
        QCOMPARE(bar->value(), 0);
        QWheelEvent wheel(QPointF(50, 50), edit.viewport()->mapToGlobal(QPoint(50, 50)), QPoint(), QPoint(0, -120),
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(edit.viewport(), &wheel);
        QVERIFY(bar->value() > 50);
        QTest::keyClick(&edit, Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(edit.cursorPosition(), static_cast<int>(text.size()));
        QVERIFY(bar->value() > bar->maximum() - 20);
        QVERIFY(edit.viewport()->rect().contains(edit.cursorRect().toRect()));
        QTest::keyClick(&edit, Qt::Key_PageUp);
        QVERIFY(edit.cursorPosition() < text.size() - 100);
        QVERIFY(edit.viewport()->rect().contains(edit.cursorRect().toRect()));
        for (int i = 0; i < 12; ++i) QTest::keyClick(&edit, Qt::Key_Left);
        QVERIFY(edit.viewport()->rect().contains(edit.cursorRect().toRect()));
        QTest::keyClick(&edit, Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(bar->value(), 0);
    }

    /// What is seen does not depend on how it was reached, though lines that were never seen are only estimated.
    void lines_stay_where_they_are_while_scrolling() {
        QString text;
        for (int i = 0; i < 300; ++i) text += widgets::mixed().repeated(1 + i % 5) + QLatin1Char('\n');
        Shown shown(text);
        TextEdit& edit = shown.edit;
        edit.horizontalScrollBar()->setValue(edit.horizontalScrollBar()->maximum() / 2);
        const QImage first = widgets::picture(*edit.viewport(), QStringLiteral("edit-middle"));
        QVERIFY(widgets::ink(first, edit.palette().color(QPalette::Base)) > 1000);
        const int offset = edit.offsetAt({200, 50});
        const QRectF place = edit.characterRect(offset);
        edit.horizontalScrollBar()->setValue(edit.horizontalScrollBar()->value() - 40);
        const QRectF after = edit.characterRect(offset);
        QVERIFY2(std::abs(after.x() - place.x() - 40) < 1.5, qPrintable(QString::number(after.x() - place.x())));
    }

    void is_seen_in_every_theme() {
        const struct { const char* name; QPalette colours; } themes[] = {
            {"light", QPalette(QColor(0xEF, 0xEF, 0xEF))}, {"dark", widgets::dark()},
            {"contrast", widgets::high_contrast()}};
        for (const auto& theme : themes) {
            Shown shown(widgets::office() + QLatin1Char('\n') + widgets::mixed());
            TextEdit& edit = shown.edit;
            edit.setPalette(theme.colours);
            edit.setSelection(6, 12);
            const QImage image = widgets::picture(edit, QStringLiteral("edit-") + QLatin1String(theme.name), 2);
            const auto group = edit.hasFocus() ? QPalette::Active : QPalette::Inactive;
            QVERIFY2(widgets::count_near(image, edit.palette().color(group, QPalette::Text)) > 300, theme.name);
            QVERIFY2(widgets::count_near(image, edit.palette().color(group, QPalette::Highlight)) > 2000, theme.name);
            QVERIFY2(widgets::count_near(image, edit.palette().color(group, QPalette::HighlightedText)) > 100,
                     theme.name);
        }
    }

    void placeholder_and_invisible_characters() {
        Shown shown;
        TextEdit& edit = shown.edit;
        const QColor base = edit.palette().color(QPalette::Base);
        const auto seen = [&](const char* name) {
            return widgets::ink(widgets::picture(*edit.viewport(), QLatin1String(name)), base, {8, 12, 380, 200});
        };
        QCOMPARE(seen("edit-empty"), 0.0);
        edit.setPlaceholderText(widgets::office());
        QVERIFY(seen("edit-placeholder") > 50);
        QVERIFY(edit.toPlainText().isEmpty());
        edit.setPlainText(QString::fromUtf8("ᠣᠪᠣᠭ᠎ᠠ ᠭᠠᠯᠲᠤᠰᠦ᠋ᠬᠡ\nᠨ᠋"));
        const double without = seen("edit-visible");
        edit.setShowInvisibles(true);
        QVERIFY(seen("edit-invisibles") > without * 1.05);
        edit.setSelection(0, 2);
        QCOMPARE(edit.codePoints(), QStringLiteral("U+1823 MONGOLIAN LETTER O\nU+182A MONGOLIAN LETTER BA"));
        edit.setCursorPosition(4);
        QVERIFY(edit.codePoints().contains(QLatin1String("U+180E MONGOLIAN VOWEL SEPARATOR")));
    }

    void spelling_is_marked_and_mended_from_the_menu() {
        QString reason;
        const auto speller = bichig::qt::Speller::open(QStringLiteral(BICHIG_DICTIONARY), {}, &reason);
        QVERIFY2(!speller.isNull(), qPrintable(reason));
        const QString right = letters("mongɡol");
        const QString wrong = QString::fromUtf8("ᠮᠤᠩᠭᠤᠯ");  // looks the same
        Shown shown(widgets::office() + QLatin1Char(' ') + wrong + QLatin1Char(' '));
        TextEdit& edit = shown.edit;
        const int at = static_cast<int>(edit.toPlainText().indexOf(wrong));
        const QColor purple(0x8E, 0x24, 0xAA);
        const auto waves = [&](const char* name) {
            return widgets::count_near(widgets::picture(*edit.viewport(), QLatin1String(name), 2), purple);
        };
        QCOMPARE(waves("edit-unchecked"), 0);
        widgets::AccessibleEvents events;
        edit.setSpeller(speller);
        QTRY_VERIFY(waves("edit-marks") > 20);
        QVERIFY(events.has(QAccessible::TextAttributeChanged, &edit));
        int begin = 0;
        int end = 0;
        QAccessibleTextInterface* text = QAccessible::queryAccessibleInterface(&edit)->textInterface();
        QVERIFY(text->attributes(at, &begin, &end).contains(QLatin1String("invalid:spelling;")));
        QCOMPARE(begin, at);
        QCOMPARE(end, at + static_cast<int>(wrong.size()));
        QVERIFY(!text->attributes(1, &begin, &end).contains(QLatin1String("invalid")));
        const QImage marked = widgets::picture(*edit.viewport(), QStringLiteral("edit-marks"), 2);
        // On the right side of the line, beside the word.
        QRect wave;
        for (int y = 0; y < marked.height(); ++y) {
            for (int x = 0; x < marked.width(); ++x) {
                const QColor there(marked.pixel(x, y));
                if (std::abs(there.red() - purple.red()) < 30 && std::abs(there.green() - purple.green()) < 30 &&
                    std::abs(there.blue() - purple.blue()) < 30) {
                    wave |= QRect(x / 2, y / 2, 1, 1);
                }
            }
        }
        const QRectF first = edit.characterRect(at);
        QVERIFY(wave.left() > first.center().x() + first.width() / 8);
        QVERIFY(wave.right() <= first.center().x() + first.width() * 0.8);
        QVERIFY(wave.top() >= first.top() - 3);
        std::unique_ptr<QMenu> menu(edit.createStandardContextMenu(shown.middle(at + 1)));
        QVERIFY(menu->actions().first()->text().startsWith(QLatin1String("Wrong encoding: ")));
        QAction* mend = menu->actions().at(2);
        QVERIFY(mend->text() != wrong);
        mend->trigger();
        QCOMPARE(edit.toPlainText(), widgets::office() + QLatin1Char(' ') + mend->text() + QLatin1Char(' '));
        QTRY_COMPARE(waves("edit-mended"), 0);
        edit.undo();
        QCOMPARE(edit.toPlainText().mid(at, wrong.size()), wrong);
    }

    void finds_and_replaces() {
        Shown shown(QString::fromUtf8("ᠬᠠᠪᠤᠷ ᠤᠨ ᠬᠠᠪᠤᠷ"));
        TextEdit& edit = shown.edit;
        const QString word = QString::fromUtf8("ᠬᠠᠪᠤᠷ");
        QVERIFY(edit.find(word));
        QCOMPARE(edit.selectedText(), word);
        const int first = edit.anchorPosition();
        QVERIFY(edit.find(word));
        QVERIFY(edit.anchorPosition() != first);
        QVERIFY(edit.find(word, false));
        QCOMPARE(std::min(edit.anchorPosition(), edit.cursorPosition()), first);
        QCOMPARE(edit.replaceAll(word, QStringLiteral("x")), 2);
        QVERIFY(!edit.find(word));
        edit.undo();
        QVERIFY(edit.find(word));
    }

    void screen_readers_follow_the_text() {
        Shown shown(widgets::office());
        TextEdit& edit = shown.edit;
        QAccessibleInterface* reader = QAccessible::queryAccessibleInterface(&edit);
        QVERIFY(reader != nullptr);
        QCOMPARE(reader->role(), QAccessible::EditableText);
        QVERIFY(reader->state().editable && reader->state().multiLine && !reader->state().readOnly);
        QCOMPARE(reader->text(QAccessible::Value), widgets::office());
        QAccessibleTextInterface* text = reader->textInterface();
        QAccessibleEditableTextInterface* editable = reader->editableTextInterface();
        QVERIFY(text != nullptr && editable != nullptr);
        widgets::AccessibleEvents events;
        QTest::keyClick(&edit, Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClicks(&edit, QStringLiteral("x"));
        const auto& all = events.all();
        const auto inserted = std::find_if(all.begin(), all.end(),
                                           [](const auto& event) { return event.type == QAccessible::TextInserted; });
        QVERIFY(inserted != all.end());
        QCOMPARE(inserted->inserted, QStringLiteral("x"));
        QCOMPARE(inserted->position, 0);
        QVERIFY(events.has(QAccessible::TextCaretMoved, &edit));
        editable->replaceText(0, 1, QStringLiteral("ab"));
        QVERIFY(events.has(QAccessible::TextUpdated, &edit));
        editable->deleteText(0, 2);
        QVERIFY(events.has(QAccessible::TextRemoved, &edit));
        QCOMPARE(edit.toPlainText(), widgets::office());
        text->setCursorPosition(3);
        QCOMPARE(edit.cursorPosition(), 3);
        text->setSelection(0, 1, 4);
        QCOMPARE(edit.selectedText(), widgets::office().mid(1, 3));
        QVERIFY(events.has(QAccessible::TextSelectionChanged, &edit));
        int begin = -1;
        int end = -1;
        text->textAtOffset(0, QAccessible::LineBoundary, &begin, &end);
        QCOMPARE(begin, 0);
        QVERIFY(end > 5 && end < widgets::office().size());
        const QRect rect = text->characterRect(7);
        QCOMPARE(text->offsetAtPoint(rect.center()), 7);
        QCOMPARE(text->offsetAtPoint(edit.mapToGlobal(QPoint(380, 230))), -1);
        text->attributes(0, &begin, &end);
        QCOMPARE(begin, 0);
        QCOMPARE(end, static_cast<int>(widgets::office().size()));
        events.clear();
        edit.setPlainText(QStringLiteral("new"));
        const auto changed = std::find_if(all.begin(), all.end(),
                                          [](const auto& event) { return event.type == QAccessible::TextUpdated; });
        QVERIFY(changed != all.end());
        QCOMPARE(changed->removed, widgets::office());
        QCOMPARE(changed->inserted, QStringLiteral("new"));
        edit.setReadOnly(true);
        QVERIFY(reader->editableTextInterface() == nullptr);
        QVERIFY(events.has(QAccessible::StateChanged, &edit));
    }

    /// The last character of a line is as long as it would be in the middle of one.
    void characters_at_line_ends_have_their_room() {
        Shown shown(QString::fromUtf8("草").repeated(40), {400, 240});
        const QRectF first = shown.edit.characterRect(0);
        int ends = 0;
        for (int i = 1; i < 40; ++i) {
            const QRectF rect = shown.edit.characterRect(i);
            QVERIFY2(std::abs(rect.height() - first.height()) < 0.5, qPrintable(QString::number(i)));
            if (rect.center().x() > shown.edit.characterRect(i - 1).center().x() + 1) ++ends;
        }
        QVERIFY(ends >= 2);
    }

    void hostile_texts_and_sizes() {
        Shown shown(QString(QChar(0xD800)) + QStringLiteral("a\r\nb\u2029c") + QChar(0) + QChar(0x180E), {60, 60});
        TextEdit& edit = shown.edit;
        edit.resize(1, 1);
        edit.resize(300, 20);
        widgets::picture(edit, QStringLiteral("edit-hostile"));
        edit.setSelection(-5, 1000);
        edit.setCursorPosition(100000);
        QTest::keyClick(&edit, Qt::Key_PageDown, Qt::ShiftModifier);
        edit.setFont(QFont());
        bichig::qt::TextStyle style;
        style.linePitch = 3;
        edit.setTextStyle(style);
        edit.clear();
        widgets::picture(edit, QStringLiteral("edit-hostile"));
        QVERIFY(edit.toPlainText().isEmpty());
    }
};

QTEST_MAIN(TextEditTest)
#include "text_edit_test.moc"
