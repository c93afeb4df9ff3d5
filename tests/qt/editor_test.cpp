// The editor of examples/qt-editor, driven as a user does: typing and its pages, spelling, errors, search, files, PDF.
#include "window.h"

#include <cstring>
#include <memory>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTranslator>

#include "find_bar.h"
#include "message_list.h"
#include "page_setter.h"
#include "qt/tools.h"

using bichig::qt::Label;
using bichig::qt::LineEdit;
using qt_editor::Colours;
using qt_editor::MessageList;
using qt_editor::PageSetter;

namespace {

const QString example = QStringLiteral(BICHIG_EXAMPLES "/notice/notice.md");

QByteArray bytes_of(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("no file %s", qPrintable(path));
}

/// Letters that have no key of their own on the keyboard of a test.
void type(QWidget* widget, const QString& text) {
    for (const QChar unit : text) {
        QKeyEvent key(QEvent::KeyPress, 0, Qt::NoModifier, QString(unit));
        QApplication::sendEvent(widget, &key);
    }
}

/// Puts all that the program says into angle brackets.
class Brackets : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int) const override {
        if (std::strncmp(context, "qt_editor::", 11) != 0) return {};
        return QLatin1Char('<') + QString::fromUtf8(source) + QLatin1Char('>');
    }
};

/// The window with a text, its pages set.
struct Shown {
    explicit Shown(const QString& path = {}, const bichig::qt::Speller& speller = {}) : window{speller} {
        if (!path.isEmpty() && !window.open(path)) qFatal("cannot open %s", qPrintable(path));
        window.show();
        if (!QTest::qWaitForWindowExposed(&window)) qFatal("no window");
        QApplication::setActiveWindow(&window);
        editor->setFocus();
        settle();
    }
    void settle() {
        if (!QTest::qWaitFor([this] { return window.is_settled(); }, 20000)) qFatal("no pages");
    }
    /// Writes a text in place of what there is.
    void write(const QString& text) {
        editor->selectAll();
        editor->insertPlainText(text);
        settle();
    }
    void trigger(const char* name) {
        auto* action = window.findChild<QAction*>(QLatin1String(name));
        if (action == nullptr || !action->isEnabled()) qFatal("no action %s", name);
        action->trigger();
    }
    QString text_of(const char* label) const { return window.findChild<QLabel*>(QLatin1String(label))->text(); }
    LineEdit* field(const char* name) const { return window.findChild<LineEdit*>(QLatin1String(name)); }
    QString pages() const {
        QString text;
        for (int page = 0; page < window.preview()->pageCount(); ++page) text += window.preview()->pages().text(page);
        return text;
    }
    /// Presses a button of the question that comes next, and keeps what it asked.
    void answer(QMessageBox::StandardButton button) {
        asked.clear();
        QTimer::singleShot(0, &window, [this, button] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (box == nullptr) return;
            asked = box->text();
            box->button(button)->click();
        });
    }

    qt_editor::Window window;
    bichig::qt::TextEdit* editor = window.editor();
    MessageList* messages = window.findChild<MessageList*>();
    QString asked;
};

}  // namespace

class EditorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        bichig::qt::Fonts::setApplication(widgets::fonts());
        QString reason;
        speller_ = bichig::qt::Speller::open(QStringLiteral(BICHIG_DICTIONARY), {}, &reason);
        QVERIFY2(!speller_.isNull(), qPrintable(reason));
        QVERIFY(folder_.isValid());
    }

    void opens_the_notice_with_its_title_and_pages() {
        Shown shown(example, speller_);
        const QString text = QString::fromUtf8(bytes_of(example));
        QCOMPARE(shown.editor->toPlainText(), text);
        QString title = text.mid(text.indexOf(QLatin1String("title: ")) + 7);
        title.truncate(title.indexOf(QLatin1Char('\n')));
        QCOMPARE(shown.window.findChild<Label*>(QStringLiteral("title"))->text(), title);
        QCOMPARE(shown.window.preview()->pageCount(), 6);
        QCOMPARE(shown.text_of("pages"), QStringLiteral("6 page(s)"));
        QVERIFY(shown.pages().contains(QString::fromUtf8("阿拉腾敖包旗")));
        QVERIFY(!shown.window.isWindowModified());
        for (const Colours colours : {Colours::Light, Colours::Dark, Colours::HighContrast}) {
            shown.window.set_colours(colours);
            QCoreApplication::processEvents();  // widgets are told of colours by an event
            const QString name = QStringLiteral("editor_%1").arg(static_cast<int>(colours));
            const QImage image = widgets::picture(shown.window, name);
            const QColor ground = qt_editor::palette_of(colours).color(QPalette::Base);
            const QWidget* inside = shown.editor->viewport();
            const QRect view(inside->mapTo(&shown.window, QPoint(0, 0)), inside->size());
            QCOMPARE(image.pixelColor(view.bottomRight() - QPoint(20, 3)), ground);
            QVERIFY(widgets::ink(image, ground, view) > 1000);
        }
        shown.window.set_colours(Colours::System);
    }

    void pages_follow_the_text_when_typing_pauses() {
        Shown shown;
        QSignalSpy set(shown.window.findChild<PageSetter*>(), &PageSetter::set);
        const QString word = widgets::office().left(20);
        type(shown.editor, word);
        QCOMPARE(set.count(), 0);
        QVERIFY(!shown.window.is_settled());
        shown.settle();
        QCOMPARE(set.count(), 1);
        QVERIFY(shown.pages().contains(word));
        QVERIFY(shown.window.isWindowModified());
        type(shown.editor, QStringLiteral("\n\n2"));
        QVERIFY(!shown.pages().contains(QLatin1Char('2')));
        shown.settle();
        QVERIFY(shown.pages().contains(QLatin1Char('2')));
    }

    void the_text_is_asked_for_once_after_many_changes() {
        int asked = 0;
        PageSetter setter([&] {
            ++asked;
            return qt_editor::Source{QStringLiteral("one"), qt_editor::Kind::Markdown, {}, widgets::fonts()};
        });
        for (int i = 0; i < 20; ++i) setter.set_soon();
        QCOMPARE(asked, 0);
        int pages = 0;
        setter.when_settled([&](const qt_editor::Document& document) { pages = document.pages.count(); });
        QTRY_COMPARE(pages, 1);  // at once, since somebody waits for them
        QCOMPARE(asked, 1);
        QVERIFY(setter.is_settled());
    }

    void windows_close_while_pages_are_set() {
        for (int i = 0; i < 5; ++i) {
            qt_editor::Window window({});
            QVERIFY(window.open(example));
            window.editor()->insertPlainText(QStringLiteral(" "));
            QTest::qWait(10 * i);
        }
    }

    void wrong_words_are_marked_and_put_right() {
        Shown shown({}, speller_);
        const QColor wave(0x8E, 0x24, 0xAA);
        shown.window.set_colours(Colours::Light);
        type(shown.editor, QString::fromUtf8("ᠬᠠᠪᠤᠷ ᠮᠤᠩᠭᠤᠯ "));
        const auto marked = [&] {
            return widgets::count_near(widgets::picture(shown.window, QStringLiteral("editor_mark")), wave) > 5;
        };
        QVERIFY(!marked());  // not while it is written
        QTRY_VERIFY(marked());
        QVERIFY(shown.window.go_to_fault());
        QCOMPARE(shown.editor->selectedText(), QString::fromUtf8("ᠮᠤᠩᠭᠤᠯ"));
        const std::unique_ptr<QMenu> menu(shown.editor->createStandardContextMenu(
            shown.editor->characterRect(shown.editor->anchorPosition()).center().toPoint()));
        const QList<QAction*> actions = menu->actions();
        QVERIFY(actions.at(0)->text().startsWith(QLatin1String("Wrong encoding")));
        QVERIFY(actions.at(1)->isSeparator());
        const QString meant = actions.at(2)->text();
        actions.at(2)->trigger();
        QCOMPARE(shown.editor->toPlainText(), QString::fromUtf8("ᠬᠠᠪᠤᠷ ") + meant + QLatin1Char(' '));
        QTRY_VERIFY(!marked());
        QVERIFY(!shown.window.go_to_fault());
        shown.window.set_colours(Colours::System);
    }

    void errors_have_a_line_that_the_caret_goes_to() {
        Shown shown(example);
        const QString before = shown.pages();
        const auto at = shown.editor->toPlainText().indexOf(QLatin1String("::: version mn-Mong"));
        shown.editor->setSelection(static_cast<int>(at) + 4, static_cast<int>(at) + 11);
        shown.editor->insertPlainText(QStringLiteral("vresion"));
        shown.settle();
        QVERIFY(shown.messages->isVisible());
        const QString said = shown.messages->item(0)->text();
        QVERIFY2(said.startsWith(QLatin1String("Line 42, column 1: ")) && said.contains(QLatin1String("vresion")),
                 qPrintable(said));
        QCOMPARE(shown.pages(), before);  // those of before stay
        shown.editor->setCursorPosition(0);
        QTest::mouseClick(shown.messages->viewport(), Qt::LeftButton, {},
                          shown.messages->visualItemRect(shown.messages->item(0)).center());
        QCOMPARE(shown.editor->cursorPosition(), static_cast<int>(at));
        QVERIFY(shown.editor->hasFocus());
        QTRY_COMPARE(shown.text_of("place"), QStringLiteral("Line 42, column 1"));
        shown.editor->undo();
        shown.settle();
        for (int row = 0; row < shown.messages->count(); ++row) {
            QVERIFY(!shown.messages->item(row)->text().contains(QLatin1String("vresion")));
        }
    }

    void places_are_counted_in_code_points() {
        const QString text = QString::fromUtf8("a🔥b\n\n🔥🔥c");
        QCOMPARE(qt_editor::offset_of(text, 1, 3), 3);
        QCOMPARE(qt_editor::offset_of(text, 2, 9), 5);
        QCOMPARE(qt_editor::offset_of(text, 3, 3), 10);
        QCOMPARE(qt_editor::offset_of(text, 7, 1), 6);
        for (const int offset : {0, 1, 3, 4, 5, 6, 8, 10, 11}) {
            const qt_editor::LineAndColumn place = qt_editor::place_of(text, offset);
            QCOMPARE(qt_editor::offset_of(text, place.line, place.column), offset);
        }
    }

    void plain_text_and_json_have_pages() {
        const QString plain = folder_.filePath(QStringLiteral("plain.txt"));
        write(plain, (widgets::office() + QStringLiteral("\n\n# no *heading* \"2\"\n::: version")).toUtf8());
        Shown shown(plain);
        QVERIFY2(shown.pages().contains(QLatin1String("# no *heading* \"2\"")), qPrintable(shown.pages()));
        QVERIFY(shown.pages().contains(QLatin1String("::: version")));
        QCOMPARE(shown.window.findChild<Label*>(QStringLiteral("title"))->text(), QStringLiteral("plain.txt"));
        QVERIFY(shown.window.open(QStringLiteral(BICHIG_EXAMPLES "/notice/notice.json")));
        shown.settle();
        QCOMPARE(shown.window.preview()->pageCount(), 6);
        shown.write(QStringLiteral("{\n\"kind\": 3}"));
        QVERIFY2(shown.messages->item(0)->text().startsWith(QLatin1String("Line 2, ")),
                 qPrintable(shown.messages->item(0)->text()));
    }

    void finds_and_replaces() {
        Shown shown;
        shown.write(QStringLiteral("one two one\nthree one"));
        shown.editor->setCursorPosition(0);
        shown.trigger("find");
        LineEdit* field = shown.field("find");
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("one"));
        const auto found = [&](int begin) {
            return shown.editor->anchorPosition() == begin && shown.editor->cursorPosition() == begin + 3;
        };
        QVERIFY(found(0));
        QCOMPARE(shown.text_of("found"), QStringLiteral("1 of 3"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(found(8));
        shown.trigger("findNext");
        QVERIFY(found(18));
        QCOMPARE(shown.text_of("found"), QStringLiteral("3 of 3"));
        shown.trigger("findNext");
        QVERIFY(found(0));
        shown.trigger("findPrevious");
        QVERIFY(found(18));
        shown.field("replace")->setText(QStringLiteral("ones"));
        QTest::keyClick(shown.field("replace"), Qt::Key_Return);
        QCOMPARE(shown.editor->toPlainText(), QStringLiteral("one two one\nthree ones"));
        QVERIFY(found(0));
        field->setText(QStringLiteral("none"));
        QCOMPARE(shown.text_of("found"), QStringLiteral("Not found"));
        QVERIFY(found(0) || shown.editor->selectedText().isEmpty());
        field->setText(QStringLiteral("one"));
        shown.window.find_bar()->replace_all();
        QCOMPARE(shown.editor->toPlainText(), QStringLiteral("ones two ones\nthree oness"));
        shown.editor->undo();
        QCOMPARE(shown.editor->toPlainText(), QStringLiteral("one two one\nthree ones"));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!shown.window.find_bar()->isVisible());
        QVERIFY(shown.editor->hasFocus());
    }

    /// What looks alike is found whichever letters it is written with, unless the same letters are asked for.
    void finds_what_looks_alike() {
        Shown shown;
        const QString right = QString::fromUtf8("ᠮᠣᠩᠭᠣᠯ");
        const QString alike = QString::fromUtf8("ᠮᠤᠩᠭᠤᠯ");
        shown.write(right + QLatin1Char(' ') + alike);
        shown.editor->setSelection(0, static_cast<int>(right.size()));
        shown.trigger("find");
        QCOMPARE(shown.field("find")->text(), right);
        QCOMPARE(shown.text_of("found"), QStringLiteral("1 of 2"));
        shown.window.find_bar()->find(true);
        QCOMPARE(shown.editor->selectedText(), alike);
    }

    void files_come_back_as_they_were_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("notice") << bytes_of(example);
        QTest::newRow("mark and CR LF") << QByteArray("\xEF\xBB\xBF# One\r\n\r\ntwo\r\n");
        QTest::newRow("no last line end") << QByteArray("one\n\ntwo");
        QTest::newRow("blanks") << QByteArray("\n\n one \t\n\n\n");
        QTest::newRow("characters without ink")
            << QString::fromUtf8("ᠭ᠎ᠠ ᠰᠦ᠋ \u202F\u200B\u2028\u00A0\uFEFFx🔥\u0301").toUtf8();
        QTest::newRow("empty") << QByteArray();
    }
    void files_come_back_as_they_were() {
        QFETCH(QByteArray, bytes);
        const QString path = folder_.filePath(QStringLiteral("as_it_was.md"));
        const QString other = folder_.filePath(QStringLiteral("other.md"));
        write(path, bytes);
        Shown shown(path);
        QVERIFY(shown.window.save_as(other));
        QCOMPARE(bytes_of(other), bytes);
        shown.editor->setCursorPosition(0);
        QTest::keyClick(shown.editor, Qt::Key_X);
        QVERIFY(shown.window.isWindowModified());
        shown.trigger("save");
        QVERIFY(!shown.window.isWindowModified());
        QByteArray changed = bytes;
        changed.insert(bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0, 'x');
        QCOMPARE(bytes_of(other), changed);
        QVERIFY(shown.window.open(other));
        shown.trigger("save");
        QCOMPARE(bytes_of(other), changed);
        QCOMPARE(bytes_of(path), bytes);
    }

    void files_that_would_lose_something_are_told() {
        const QString path = folder_.filePath(QStringLiteral("bad.md"));
        write(path, "one\ntwo \xC4\xFF\n");
        Shown shown(example);
        QVERIFY(!shown.window.open(path));
        QVERIFY(shown.messages->item(0)->text().contains(QLatin1String("not UTF-8, from line 2 on")));
        QCOMPARE(shown.editor->toPlainText(), QString::fromUtf8(bytes_of(example)));
        QCOMPARE(shown.window.path(), example);
        write(path, "one\r\ntwo\nthree");
        QVERIFY(shown.window.open(path));
        QVERIFY(shown.messages->item(0)->text().contains(QLatin1String("different ways")));
        QTest::keyClick(shown.editor, Qt::Key_X);
        QVERIFY(!shown.window.save_as(folder_.filePath(QStringLiteral("none/text.md"))));
        QVERIFY(shown.messages->item(0)->text().contains(QLatin1String("was not saved")));
        QVERIFY(shown.window.isWindowModified());
        QCOMPARE(shown.window.path(), path);
    }

    void exports_pdf() {
        Shown shown(example);
        const QString path = folder_.filePath(QStringLiteral("notice.pdf"));
        const QString word = QStringLiteral("typedbeforeexport");
        const auto end = shown.editor->toPlainText().lastIndexOf(QLatin1String(":::"));
        shown.editor->setCursorPosition(static_cast<int>(end));
        shown.editor->insertPlainText(word + QStringLiteral("\n\n"));
        QSignalSpy exported(&shown.window, &qt_editor::Window::exported);
        shown.window.export_pdf(path);  // of the text as it is, though its pages are not set yet
        QTRY_COMPARE(exported.count(), 1);
        QVERIFY(exported.at(0).at(1).toBool());
        QProcess reader;
        reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), path, QStringLiteral("-")});
        QVERIFY2(reader.waitForFinished(), "pdftotext is needed");
        const QString text = QString::fromUtf8(reader.readAllStandardOutput());
        QVERIFY(text.contains(word));
        QVERIFY(text.contains(QString::fromUtf8("ᠪᠢᠯᠴᠢᠭᠡᠷ")));
        QVERIFY(QFile::remove(path));
        shown.write(QStringLiteral("::: wrong"));
        shown.window.export_pdf(path);
        QTRY_COMPARE(exported.count(), 2);
        QVERIFY(!exported.at(1).at(1).toBool());
        QVERIFY(!QFile::exists(path));
        QVERIFY(shown.messages->item(0)->text().contains(QLatin1String("was not written")));
        shown.trigger("print");
        QVERIFY(shown.messages->item(1)->text().contains(QLatin1String("no pages to print")));
    }

    /// A PDF that was asked for is written though the window goes.
    void closing_waits_for_a_pdf() {
        const QString path = folder_.filePath(QStringLiteral("closed.pdf"));
        {
            qt_editor::Window window({});
            QVERIFY(window.open(example));
            window.export_pdf(path);
        }
        QVERIFY(bytes_of(path).startsWith("%PDF"));
    }

    void asks_before_changes_are_lost() {
        const QString path = folder_.filePath(QStringLiteral("asked.md"));
        write(path, "one");
        Shown shown(path);
        shown.answer(QMessageBox::Cancel);
        QVERIFY(shown.window.close());  // nothing was changed
        QVERIFY(shown.asked.isEmpty());
        shown.window.show();
        QTest::keyClick(shown.editor, Qt::Key_X);
        shown.answer(QMessageBox::Cancel);
        QVERIFY(!shown.window.close());
        QVERIFY(!shown.asked.isEmpty());
        QCOMPARE(bytes_of(path), QByteArray("one"));
        shown.answer(QMessageBox::Save);
        shown.trigger("new");
        QVERIFY(!shown.asked.isEmpty());
        QCOMPARE(bytes_of(path), QByteArray("xone"));
        QVERIFY(shown.editor->toPlainText().isEmpty());
        QVERIFY(shown.window.path().isEmpty());
        QTest::keyClick(shown.editor, Qt::Key_X);
        shown.answer(QMessageBox::Discard);
        QVERIFY(shown.window.close());
        QVERIFY(!shown.asked.isEmpty());
    }

    void what_is_put_right_in_a_paste_is_told() {
        Shown shown;
        QApplication::clipboard()->setText(QString::fromUtf8("ᠬᠠᠪᠤᠷ\u202Fᠤᠨ ᠴᠠᠭ"));
        shown.trigger("paste");
        QVERIFY(shown.messages->isVisible());
        QVERIFY2(shown.messages->item(0)->text().contains(QLatin1String("1 older connector")),
                 qPrintable(shown.messages->item(0)->text()));
        QVERIFY(!shown.editor->toPlainText().contains(QChar(0x202F)));
        shown.trigger("undo");
        QVERIFY(shown.editor->toPlainText().contains(QChar(0x202F)));
        QVERIFY(!shown.messages->isVisible());
        shown.write(QStringLiteral("x"));
        shown.trigger("cleanPaste");
        shown.trigger("paste");
        QVERIFY(shown.editor->toPlainText().contains(QChar(0x202F)));
    }

    /// The keys of menus are different ones, and what they do is done to the widget with the focus.
    void menus_serve_the_widget_in_focus() {
        Shown shown(example, speller_);
        QStringList keys;
        for (const QAction* action : shown.window.findChildren<QAction*>()) {
            if (action->shortcut().isEmpty() || action->objectName().isEmpty()) continue;
            QVERIFY2(!keys.contains(action->shortcut().toString()), qPrintable(action->text()));
            keys.append(action->shortcut().toString());
        }
        QVERIFY(keys.size() > 20);
        shown.trigger("replace");
        shown.field("find")->setText(QStringLiteral("abc"));
        shown.field("find")->setFocus();
        shown.trigger("selectAll");
        QCOMPARE(shown.field("find")->selectedText(), QStringLiteral("abc"));
        shown.trigger("copy");
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("abc"));
        shown.window.preview()->setFocus();
        shown.trigger("selectAll");
        QVERIFY(shown.window.preview()->hasSelection());
        shown.trigger("paste");  // pages cannot be pasted into
        QVERIFY(shown.editor->toPlainText().startsWith(QLatin1String("abc")));
        shown.trigger("zoomOriginal");
        QCOMPARE(shown.text_of("zoom"), QStringLiteral("100 %"));
        shown.trigger("zoomIn");
        QCOMPARE(shown.text_of("zoom"), QStringLiteral("120 %"));
        shown.trigger("fitPage");
        QVERIFY(shown.window.preview()->zoom() < 1);
        shown.trigger("invisibles");
        QVERIFY(shown.editor->showsInvisibles());
        shown.trigger("pages");
        QVERIFY(!shown.window.preview()->isVisible());
    }

    void all_that_is_said_can_be_translated() {
        Brackets brackets;
        QCoreApplication::installTranslator(&brackets);
        {
            Shown shown(example, speller_);
            QStringList texts{shown.text_of("words"), shown.text_of("pages"), shown.text_of("place"),
                              shown.text_of("zoom"), shown.editor->accessibleName(),
                              shown.window.preview()->accessibleName(), shown.field("find")->placeholderText()};
            for (const QAction* action : shown.window.menuBar()->actions()) texts.append(action->text());
            for (const QAction* action : shown.window.findChildren<QAction*>()) {
                if (!action->objectName().isEmpty()) texts.append(action->text());
            }
            for (const QPushButton* button : shown.window.findChildren<QPushButton*>()) {
                texts.append(button->text());
                texts.append(button->toolTip());
            }
            QVERIFY(texts.size() > 50);
            for (const QString& text : texts) QVERIFY2(text.startsWith(QLatin1Char('<')), qPrintable(text));
        }
        QCoreApplication::removeTranslator(&brackets);
    }

private:
    bichig::qt::Speller speller_;
    QTemporaryDir folder_;
};

QTEST_MAIN(EditorTest)
#include "editor_test.moc"
