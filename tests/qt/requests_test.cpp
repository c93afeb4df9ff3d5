// What users of Mongolian widgets ask for, a test for each request by its name.
#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QInputMethodEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QTest>
#include <QWheelEvent>

#include <bichig/c/text.h>
#include <bichig/qt/label.h>

#include "qt/edited.h"
#include "qt/text_model.h"
#include "qt/tools.h"

using bichig::qt::Label;
using bichig::qt::LineEdit;
using bichig::qt::TextEdit;
using widgets::Edited;
using widgets::EditedIn;
using widgets::letters;

namespace {

void show(QWidget& widget, QSize size, double points = 16) {
    QFont font = widget.font();
    font.setPointSizeF(points);
    widget.setFont(font);
    widget.resize(size);
    widget.show();
    if (!QTest::qWaitForWindowExposed(&widget)) qFatal("no window");
    QApplication::setActiveWindow(&widget);
    widget.setFocus();
}

void press(QWidget& widget, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, const QString& text = {}) {
    QKeyEvent event(QEvent::KeyPress, key, modifiers, text);
    QApplication::sendEvent(&widget, &event);
}

std::vector<int> stops_of(const QString& text) {
    std::vector<int> stops;
    for (int i = 0; i <= text.size(); ++i) {
        if (widgets::is_caret_stop(text, i)) stops.push_back(i);
    }
    return stops;
}

/// U+180B to U+180F.
const ushort selectors_and_mvs[] = {0x180B, 0x180C, 0x180D, 0x180E, 0x180F};

/// Every word of two texts, with each of the characters at each of its places.
QStringList words_with(ushort character) {
    QStringList all;
    for (const QString& word : (widgets::office() + QLatin1Char(' ') + widgets::mixed()).split(QLatin1Char(' '))) {
        for (int i = 0; i <= word.size(); ++i) {
            if (i < word.size() && word.at(i).isLowSurrogate()) continue;
            all.push_back(QString(word).insert(i, QChar(character)));
        }
    }
    return all;
}

/// How the caret moves through a text; empty: never back, never far, and to each stop.
QString jump(Edited& edit, const QString& text) {
    const std::vector<int> stops = stops_of(text);
    const double em = edit.widget().logicalDpiY() / 72.0 * 16;
    edit.set_text(text);
    edit.select(0, 0);
    QRectF before = edit.caret();
    for (std::size_t i = 1; i < stops.size(); ++i) {
        press(edit.widget(), Qt::Key_Down);
        const QRectF now = edit.caret();
        if (edit.head() != stops[i]) return QStringLiteral("down to %1").arg(edit.head());
        if (now.top() < before.top() - 0.01 || now.top() > before.top() + 3 * em ||
            std::abs(now.center().x() - before.center().x()) > 0.01) {
            return QStringLiteral("a jump to %1, %2").arg(now.center().x()).arg(now.top());
        }
        before = now;
    }
    for (std::size_t i = stops.size() - 1; i > 0; --i) {
        press(edit.widget(), Qt::Key_Up);
        if (edit.head() != stops[i - 1]) return QStringLiteral("up to %1").arg(edit.head());
    }
    return {};
}

/// A click where the caret stands at a stop leads there, or to another stop at the very place.
QString missed_click(Edited& edit, const QString& text) {
    edit.set_text(text);
    for (const int stop : stops_of(text)) {
        edit.select(stop, stop);
        const QPointF at = edit.caret().center();
        edit.select(0, 0);
        const QPoint pixel(static_cast<int>(at.x()), static_cast<int>(at.y()));
        QTest::mouseClick(&edit.canvas(), Qt::LeftButton, {}, pixel);
        if (std::abs(edit.caret().center().y() - at.y()) > 1 || !widgets::is_caret_stop(text, edit.head())) {
            return QStringLiteral("a click at %1 leads to %2").arg(stop).arg(edit.head());
        }
    }
    return {};
}

/// Backspace and delete take what the caret steps over; undo brings it back.
QString wrong_erasing(Edited& edit, const QString& text) {
    const std::vector<int> stops = stops_of(text);
    edit.set_text(text);
    for (std::size_t i = 1; i < stops.size(); ++i) {
        QString less = text;
        less.remove(stops[i - 1], stops[i] - stops[i - 1]);
        for (const bool back : {true, false}) {
            edit.select(stops[back ? i : i - 1], stops[back ? i : i - 1]);
            press(edit.widget(), back ? Qt::Key_Backspace : Qt::Key_Delete);
            if (edit.text() != less) return QStringLiteral("erased at %1, %2").arg(stops[i]).arg(back);
            edit.undo();
            if (edit.text() != text) return QStringLiteral("not undone at %1").arg(stops[i]);
        }
    }
    return {};
}

/// Typed key by key it is the word, and the caret is behind what was typed.
QString wrong_typing(Edited& edit, const QString& text) {
    edit.set_text({});
    for (int i = 0; i < text.size(); ++i) {
        press(edit.widget(), 0, Qt::NoModifier, QString(text.at(i)));
        const QString typed = text.left(i + 1);
        if (edit.text() != typed || edit.head() != typed.size()) return QStringLiteral("typed %1").arg(i);
    }
    return {};
}

QByteArray failure(const QString& what, const QString& text) {
    QString all = what + QLatin1String(" in");
    for (const QChar unit : text) all += QStringLiteral(" %1").arg(unit.unicode(), 4, 16, QLatin1Char('0'));
    return all.toUtf8();
}

}  // namespace

class RequestsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        bichig::qt::Fonts::setApplication(widgets::fonts());
        QApplication::setCursorFlashTime(0);
    }

    void multi_line_field() {
        TextEdit edit;
        show(edit, {300, 240});
        for (const char* word : {"monɡgol", "xele", "bičig"}) {
            for (const QChar unit : letters(word)) press(edit, 0, Qt::NoModifier, QString(unit));
            press(edit, Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"));
        }
        const QString text = letters("monɡgol") + QLatin1Char('\n') + letters("xele") + QLatin1Char('\n') +
                             letters("bičig") + QLatin1Char('\n');
        QCOMPARE(edit.toPlainText(), text);
        // Lines go on to the right, all from the top.
        double x = 0;
        for (int at = 0; at < text.size(); at = static_cast<int>(text.indexOf(QLatin1Char('\n'), at)) + 1) {
            const QRectF first = edit.characterRect(at);
            QVERIFY(first.left() > x);
            QCOMPARE(first.top(), edit.characterRect(0).top());
            x = first.left() + 20;
        }
        QVERIFY(edit.cursorRect().left() > x);
        // A long paragraph wraps at the lower edge.
        edit.setPlainText(widgets::office());
        const QRectF last = edit.characterRect(static_cast<int>(widgets::office().size()) - 1);
        QVERIFY(last.left() > edit.characterRect(0).left() + 20);
        QVERIFY(last.bottom() <= edit.viewport()->height());
        widgets::picture(edit, QStringLiteral("request-lines"), 2);
    }

    void caret_does_not_jump_at_selectors_and_mvs_data() {
        QTest::addColumn<int>("character");
        QTest::addColumn<bool>("in_field");
        for (const ushort character : selectors_and_mvs) {
            for (const bool in_field : {false, true}) {
                const QByteArray name = QByteArray::number(character, 16) + (in_field ? " field" : " editor");
                QTest::newRow(name) << int{character} << in_field;
            }
        }
    }
    void caret_does_not_jump_at_selectors_and_mvs() {
        QFETCH(int, character);
        QFETCH(bool, in_field);
        TextEdit editor;
        LineEdit field;
        EditedIn in_editor(editor);
        EditedIn in_line(field);
        Edited& edit = in_field ? static_cast<Edited&>(in_line) : in_editor;
        show(edit.widget(), {in_field ? 40 : 120, 600});
        for (const QString& text : words_with(static_cast<ushort>(character))) {
            for (const auto& check : {jump, missed_click, wrong_erasing, wrong_typing}) {
                const QString found = check(edit, text);
                if (!found.isEmpty()) QFAIL(failure(found, text));
            }
        }
    }

    void arrow_keys_go_where_they_point_or_along_the_text() {
        TextEdit edit(widgets::office());
        show(edit, {300, 200});
        edit.setCursorPosition(2);
        const QRectF start = edit.cursorRect();
        press(edit, Qt::Key_Down);
        QVERIFY(edit.cursorRect().top() > start.top() && edit.cursorRect().left() == start.left());
        press(edit, Qt::Key_Up);
        QCOMPARE(edit.cursorPosition(), 2);
        press(edit, Qt::Key_Right);
        QVERIFY(edit.cursorRect().left() > start.left() + 10 && edit.cursorPosition() > 8);
        press(edit, Qt::Key_Left);
        QCOMPARE(edit.cursorPosition(), 2);
        edit.setLogicalKeys(true);
        press(edit, Qt::Key_Right);
        QCOMPARE(edit.cursorPosition(), 3);
        press(edit, Qt::Key_Left);
        QCOMPARE(edit.cursorPosition(), 2);
        press(edit, Qt::Key_Down);
        QVERIFY(edit.cursorRect().left() > start.left() + 10);
        press(edit, Qt::Key_Up);
        QCOMPARE(edit.cursorPosition(), 2);
    }

    /// Handles are drawn by the platform, as with Qt's own widgets, at the rectangles of caret and anchor. These are as
    /// wide as the line: their right edge is its right side, clear of the letters, and each is on the line that its
    /// end of the selection is on, also where that line is broken.
    void selection_handles_have_a_place_on_the_right_side() {
        TextEdit edit(widgets::office());
        show(edit, {300, 200});
        edit.setCursorPosition(0);
        press(edit, Qt::Key_End);
        const int end = edit.cursorPosition();  // of the first line, which is broken there
        QVERIFY(end > 4 && end < widgets::office().size());
        const double line = edit.cursorRect().right();
        const auto handle = [&](Qt::InputMethodQuery query) { return edit.inputMethodQuery(query).toRectF(); };
        const QPointF viewport = edit.viewport()->pos();
        for (const bool from_end : {false, true}) {
            if (from_end) edit.setSelection(end, 0);
            else press(edit, Qt::Key_Home), press(edit, Qt::Key_End, Qt::ShiftModifier);
            const QRectF first = handle(from_end ? Qt::ImCursorRectangle : Qt::ImAnchorRectangle);
            const QRectF second = handle(from_end ? Qt::ImAnchorRectangle : Qt::ImCursorRectangle);
            for (const QRectF& rect : {first, second}) {
                QVERIFY(rect.height() >= 1 && rect.height() <= 3);
                QVERIFY(std::abs(rect.right() - viewport.x() - line) < 0.01);
            }
            QVERIFY(first.top() < viewport.y() + edit.characterRect(0).center().y());
            QVERIFY(second.top() > viewport.y() + edit.characterRect(end - 2).center().y());
        }
        widgets::picture(edit, QStringLiteral("request-handles"), 2);
    }

    /// By wheel, keys, the mouse held beyond the edge, and by a text that grows; while composing, too.
    void no_crash_when_text_scrolls() {
        TextEdit edit;
        show(edit, {200, 150});
        QString text;
        for (int i = 0; i < 60; ++i) text += widgets::mixed().repeated(1 + i % 4) + QLatin1Char('\n');
        edit.setPlainText(text);
        const QRect view = edit.viewport()->rect();
        const auto turn = [&](QPoint angle) {
            QWheelEvent event(QPointF(50, 50), edit.viewport()->mapToGlobal(QPoint(50, 50)), QPoint(), angle,
                              Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(edit.viewport(), &event);
        };
        for (int i = 0; edit.horizontalScrollBar()->value() < edit.horizontalScrollBar()->maximum(); ++i) {
            QVERIFY(i < 500);
            turn(i % 2 == 0 ? QPoint(0, -120) : QPoint(-120, 0));
            if (i % 5 == 0) edit.grab();
        }
        QVERIFY(view.contains(edit.characterRect(static_cast<int>(text.size()) - 2).center().toPoint()));
        for (const int key : {Qt::Key_PageUp, Qt::Key_Left, Qt::Key_Right, Qt::Key_PageDown, Qt::Key_Up,
                              Qt::Key_Down}) {
            for (int i = 0; i < 40; ++i) press(edit, key, i % 3 == 0 ? Qt::ShiftModifier : Qt::NoModifier);
            QVERIFY(view.intersects(edit.cursorRect().toAlignedRect()));
        }
        // Held beyond the edge, the mouse goes on selecting by itself.
        press(edit, Qt::Key_Home, Qt::ControlModifier);
        QTest::mousePress(edit.viewport(), Qt::LeftButton, {}, {20, 20});
        QMouseEvent move(QEvent::MouseMove, QPointF(view.right() + 30, 60),
                         QPointF(edit.viewport()->mapToGlobal(QPoint(view.right() + 30, 60))), Qt::NoButton,
                         Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(edit.viewport(), &move);
        const int selected = static_cast<int>(edit.selectedText().size());
        QTRY_VERIFY(edit.selectedText().size() > selected + 30);
        QTest::mouseRelease(edit.viewport(), Qt::LeftButton, {}, {20, 20});
        // The widget changes its size, to nothing as well, while a word is composed; the caret stays in view.
        press(edit, Qt::Key_End, Qt::ControlModifier);
        for (int i = 0; i < 30; ++i) {
            QInputMethodEvent event(letters("monɡgol").left(1 + i % 6), {});
            QApplication::sendEvent(&edit, &event);
            edit.resize(i % 7 == 0 ? QSize(1, 1) : QSize(100 + 11 * i, 60 + 7 * i));
            edit.grab();
            if (i % 3 == 0) turn({0, i % 2 == 0 ? 1200 : -1200});
        }
        QCOMPARE(edit.toPlainText(), text);
        // A very long paragraph in a field.
        LineEdit field;
        show(field, {40, 150});
        field.setText(widgets::mixed().repeated(100));
        press(field, Qt::Key_End);
        field.grab();
        QVERIFY(field.rect().contains(field.cursorRect().toRect()));
        for (int i = 0; i < 12; ++i) press(field, Qt::Key_Backspace, Qt::ControlModifier);
        QVERIFY(field.rect().contains(field.cursorRect().toRect()));
    }

    /// A number goes to the next line whole, as a word does; one longer than a line goes on in the next; two digits
    /// stand upright side by side, and are never parted.
    void digits_wrap() {
        TextEdit edit;
        show(edit, {500, 200});
        const auto column = [&](int at) { return edit.characterRect(at).center().x(); };
        const QString word = widgets::office().left(5) + QLatin1Char(' ');
        for (const char* digits : {"123456789", "2024", "18"}) {
            const QString number = QLatin1String(digits);
            int broken = 0;
            for (int words = 1; words < 12; ++words) {
                edit.setPlainText(word.repeated(words) + number + QLatin1Char(' ') + word);
                const int begin = words * static_cast<int>(word.size());
                const int last = begin + static_cast<int>(number.size()) - 1;
                QVERIFY(std::abs(column(begin) - column(last)) < 0.01);
                QVERIFY(edit.characterRect(last).bottom() <= edit.viewport()->height());
                broken += column(begin) > column(begin - 2) + 1 ? 1 : 0;
            }
            QVERIFY2(broken > 0, digits);  // it did go to the next line
        }
        const QString longest = QStringLiteral("1234567890").repeated(6);
        edit.setPlainText(word + longest + QLatin1Char(' ') + word);
        for (int i = 0; i < edit.toPlainText().size(); ++i) {
            QVERIFY(edit.characterRect(i).bottom() <= edit.viewport()->height() + 0.5);
        }
        QVERIFY(column(edit.toPlainText().indexOf(longest) + 59) > column(edit.toPlainText().indexOf(longest)) + 20);
        widgets::picture(edit, QStringLiteral("request-digits"), 2);
        edit.setPlainText(QStringLiteral("18"));
        const QImage image = widgets::picture(*edit.viewport(), QStringLiteral("request-two-digits"), 4);
        const QRect inked = widgets::ink_box(image, edit.palette().color(QPalette::Base), QRect(0, 40, 400, 600));
        QVERIFY(inked.width() > inked.height());  // beside each other
    }

    /// The middle of the ink is on the axis of the line, beside Mongolian and alone.
    void emoji_and_han_are_centred_on_the_axis_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("tolerance");
        for (const char* one : {"国", "草", "固", "🔥", "😀", "👨", "18", "回"}) {
            QTest::newRow(one) << QString::fromUtf8(one) << (std::strcmp(one, "👨") == 0 ? 0.08 : 0.06);
        }
    }
    void emoji_and_han_are_centred_on_the_axis() {
        QFETCH(QString, text);
        QFETCH(double, tolerance);
        const double em = 48;
        const double pixels = 2;
        TextEdit edit(letters("mori") + QLatin1Char(' ') + text);
        edit.setFocusPolicy(Qt::NoFocus);
        show(edit, {300, 500}, em);
        const QImage image = widgets::picture(*edit.viewport(), QStringLiteral("request-axis-") + text, pixels);
        const QRectF place = edit.characterRect(5);
        const double room = edit.logicalDpiY() / 72.0 * em * pixels;
        const double axis = place.center().x() * pixels;
        const QRectF around(axis - room, place.top() * pixels, 2 * room, image.height() - place.top() * pixels);
        const QRect inked = widgets::ink_box(image, edit.palette().color(QPalette::Base), around.toRect());
        QVERIFY(inked.width() > room / 3);
        const double off = (inked.left() + inked.right() + 1) / 2.0 - axis;
        QVERIFY2(std::abs(off) < tolerance * room, qPrintable(QString::number(off / room)));
        // It is the axis of the Mongolian beside it too.
        QCOMPARE(edit.characterRect(0).center().x(), place.center().x());
    }

    /// Names, fields and editors: all is vertical and goes on to the right, by the tab key as well. Lists and buttons
    /// are not among these widgets; menus are Qt's own.
    void whole_form_is_vertical() {
        QWidget form;
        auto* row = new QHBoxLayout(&form);
        std::vector<QWidget*> fields;
        for (const char* name : {"nere", "xayaɡ", "utasu"}) {
            row->addWidget(new Label(letters(name)));
            auto* field = new LineEdit;
            field->setPlaceholderText(letters("bičig"));
            row->addWidget(field);
            fields.push_back(field);
        }
        auto* edit = new TextEdit(widgets::office());
        row->addWidget(edit);
        show(form, {500, 260});
        double x = -1;
        for (int i = 0; i < row->count(); ++i) {
            QWidget* widget = row->itemAt(i)->widget();
            QVERIFY(widget->x() > x);
            x = widget->x() + widget->width() - 1;
            QVERIFY(widget == edit || widget->width() < 60);
            QVERIFY(widget == edit || widget->height() > 3 * widget->width());
        }
        fields[0]->setFocus();
        for (std::size_t i = 1; i < fields.size(); ++i) {
            QTest::keyClick(fields[i - 1], Qt::Key_Tab);
            QVERIFY(fields[i]->hasFocus());
        }
        QTest::keyClick(fields.back(), Qt::Key_Tab);
        QVERIFY(edit->hasFocus());
        widgets::picture(form, QStringLiteral("request-form"), 2);
    }

    /// What was pasted in codes of a font is kept in Unicode; the code points are in the menu, one by one.
    void text_is_standard_unicode_with_code_points_to_be_seen() {
        const QString words = letters("monɡgol xele bičig");
        bichig_char16* glyphs = nullptr;
        std::size_t length = 0;
        QCOMPARE(bichig_convert_utf16(reinterpret_cast<const bichig_char16*>(words.utf16()),
                                      static_cast<std::size_t>(words.size()), BICHIG_TO_MENKSOFT, &glyphs, &length,
                                      nullptr, nullptr, nullptr), BICHIG_OK);
        const QString codes(reinterpret_cast<const QChar*>(glyphs), static_cast<int>(length));
        bichig_free(glyphs);
        const auto is_private = [](QChar unit) { return unit.category() == QChar::Other_PrivateUse; };
        QVERIFY(std::any_of(codes.begin(), codes.end(), is_private));
        TextEdit edit;
        show(edit, {200, 300});
        QApplication::clipboard()->setText(codes);
        edit.paste();
        const QString text = edit.toPlainText();
        QVERIFY(std::none_of(text.begin(), text.end(), is_private));
        QCOMPARE(text, words);
        edit.setPlainText(letters("sar_a") + QChar(0x180B));
        edit.selectAll();
        QCOMPARE(edit.codePoints(), QStringLiteral("U+1830 MONGOLIAN LETTER SA\nU+1820 MONGOLIAN LETTER A\n"
                                                   "U+1837 MONGOLIAN LETTER RA\nU+180E MONGOLIAN VOWEL SEPARATOR\n"
                                                   "U+1820 MONGOLIAN LETTER A\n"
                                                   "U+180B MONGOLIAN FREE VARIATION SELECTOR ONE"));
        std::unique_ptr<QMenu> menu(edit.createStandardContextMenu({10, 10}));
        const QList<QAction*> actions = menu->actions();
        QVERIFY(std::any_of(actions.begin(), actions.end(), [](QAction* action) {
            return action->text().remove(QLatin1Char('&')) == QLatin1String("Show Code Points");
        }));
        edit.setShowInvisibles(true);
        widgets::picture(edit, QStringLiteral("request-code-points"), 2);
    }

    void spelling_is_checked_in_mongolian() {
        QString reason;
        const auto speller = bichig::qt::Speller::open(QStringLiteral(BICHIG_DICTIONARY), {}, &reason);
        QVERIFY2(!speller.isNull(), qPrintable(reason));
        const QString wrong = QString::fromUtf8("ᠮᠤᠩᠭᠤᠯ");  // looks like the right word
        LineEdit field(wrong + QLatin1Char(' '));
        show(field, {40, 200});
        field.setSpeller(speller);
        const QPoint at = field.characterRect(2).center().toPoint();
        const auto first = [&] {
            std::unique_ptr<QMenu> menu(field.createStandardContextMenu(at));
            return menu->actions().first()->text();
        };
        QTRY_VERIFY(first().startsWith(QLatin1String("Wrong encoding: ")));
        std::unique_ptr<QMenu> menu(field.createStandardContextMenu(at));
        const auto actions = menu->actions();
        const auto right = std::find_if(actions.begin(), actions.end(),
                                        [](QAction* action) { return action->text() == letters("monɡgol"); });
        QVERIFY(right != actions.end());
        (*right)->trigger();
        QCOMPARE(field.text(), letters("monɡgol") + QLatin1Char(' '));
        QTRY_VERIFY(!first().startsWith(QLatin1String("Wrong encoding: ")));
    }
};

QTEST_MAIN(RequestsTest)
#include "requests_test.moc"
