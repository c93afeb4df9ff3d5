// What the menus of the widgets say, in every language; and text that is dragged out of the editor or put in by the
// middle button.
#include <bichig/qt/text_edit.h>

#include <cstring>
#include <memory>

#include <QApplication>
#include <QDrag>
#include <QMenu>
#include <QMimeData>
#include <QRawFont>
#include <QTest>
#include <QTimer>
#include <QTranslator>
#include <QWindow>

#include <bichig/c/language.h>

#include "qt/internal/primary.h"
#include "qt/tools.h"

using bichig::qt::TextEdit;
using widgets::letters;

namespace {

/// Puts all that the widgets say into angle brackets.
class Brackets : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int) const override {
        if (std::strncmp(context, "bichig::qt::", 12) != 0) return {};
        return QLatin1Char('<') + QString::fromUtf8(source) + QLatin1Char('>');
    }
};

/// A selection that needs no screen of X11.
class Selection : public bichig::qt::PrimarySelection {
public:
    Selection() { set_application(this); }
    ~Selection() override { set_application(nullptr); }
    bool is_there() const override { return true; }
    const QMimeData* data() const override { return data_.get(); }
    void set(std::unique_ptr<QMimeData> data) override { data_ = std::move(data); }

private:
    std::unique_ptr<QMimeData> data_;
};

struct Shown {
    explicit Shown(const QString& text) : edit{text} {
        QFont font;
        font.setPointSizeF(16);
        edit.setFont(font);
        edit.resize(400, 300);
        edit.show();
        if (!QTest::qWaitForWindowExposed(&edit)) qFatal("no window");
        edit.setFocus();
    }
    QPoint middle(int offset) const { return edit.characterRect(offset).center().toPoint(); }
    TextEdit edit;
};

}  // namespace

class MenuTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        bichig::qt::Fonts::setApplication(widgets::fonts());
        QString reason;
        speller_ = bichig::qt::Speller::open(QStringLiteral(BICHIG_DICTIONARY), {}, &reason);
        QVERIFY2(!speller_.isNull(), qPrintable(reason));
    }

    void faults_are_said_in_words_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("section");
        QTest::newRow("encoding") << QString::fromUtf8("ᠮᠤᠩᠭᠤᠯ")
                                  << QStringLiteral("<Wrong encoding: %1><it looks like a word of the dictionary>")
                                  << QStringLiteral("<Looks the Same>");
        QTest::newRow("suffix")
            << QString::fromUtf8("ᠬᠠᠪᠤᠷ\u202Fᠤᠨ")
            << QStringLiteral("<Wrong suffix: %1><NNBSP before it, as until 2023, not MVS>") << QString();
        QTest::newRow("spelling") << letters("bbbb")
                                  << QStringLiteral("<Wrong spelling: %1><no Mongolian word is built so>") << QString();
        QTest::newRow("mixed") << letters("mongɡol") + QStringLiteral("abc")
                               << QStringLiteral("<Mixed writing: %1><letters of another script in it or beside it>")
                               << QString();
    }
    void faults_are_said_in_words() {
        QFETCH(QString, text);
        QFETCH(QString, title);
        QFETCH(QString, section);
        Brackets brackets;
        Shown shown(text + QStringLiteral(" "));
        shown.edit.setSpeller(speller_);
        std::unique_ptr<QMenu> menu;
        const auto first = [&] {
            menu.reset(shown.edit.createStandardContextMenu(shown.middle(1)));
            return menu->actions().first();
        };
        QTRY_VERIFY(!first()->isEnabled() && first()->text() != QLatin1String("&Undo"));
        QCoreApplication::installTranslator(&brackets);
        // The reason is put into the title, whose brackets come last here.
        const QStringList parts = title.split(QStringLiteral("><"));
        const QString reason = QLatin1Char('<') + parts[1];
        QCOMPARE(first()->text(), QString(parts[0] + QLatin1Char('>')).replace(QStringLiteral("%1"), reason));
        QVERIFY(section.isEmpty() || menu->actions().at(1)->text() == section);
        int suggestions = 0;
        for (const QAction* action : menu->actions()) {
            if (action->isSeparator() && action->text().isEmpty()) continue;
            if (action->text().startsWith(QLatin1Char('<'))) continue;
            ++suggestions;  // what may be meant is no text of the widget
            QVERIFY2(action->text().at(0).unicode() >= 0x1800, qPrintable(action->text()));
            QVERIFY(QRawFont::fromFont(action->font()).supportsCharacter(action->text().at(0)));  // else it is a box
        }
        QVERIFY(section.isEmpty() || suggestions > 0);
        QCoreApplication::removeTranslator(&brackets);
    }

    void older_connectors_are_right_where_that_is_wanted() {
        Shown shown(QString::fromUtf8("ᠬᠠᠪᠤᠷ\u202Fᠤᠨ") + QLatin1Char(' ') + letters("bbbb"));
        const auto faults = [&](int offset) {
            const std::unique_ptr<QMenu> menu{shown.edit.createStandardContextMenu(shown.middle(offset))};
            return !menu->actions().first()->isEnabled() && menu->actions().first()->text() != QLatin1String("&Undo");
        };
        shown.edit.setSpeller(speller_);
        QTRY_VERIFY(faults(1) && faults(10));
        bichig::qt::Speller lenient = speller_;
        lenient.setAcceptNnbsp(true);
        shown.edit.setSpeller(lenient);
        QTRY_VERIFY(!faults(1) && faults(10));
        QVERIFY(shown.edit.speller().acceptsNnbsp() && !speller_.acceptsNnbsp());
        shown.edit.setSpeller(speller_);
        QTRY_VERIFY(faults(1));
    }

    /// What is dragged out is text and HTML; where it was moved to another window, it is gone here.
    void text_is_dragged_out() {
        Shown from(QStringLiteral("one two three"));
        from.edit.setSelection(4, 8);
        QString text;
        QString html;
        Qt::DropActions supported;
        const auto look = [&] {  // it lives until the event loop is reached again
            if (const auto* drag = from.edit.viewport()->findChild<QDrag*>()) {
                text = drag->mimeData()->text();
                html = drag->mimeData()->html();
                supported = drag->supportedActions();
            }
        };
        QTimer timer;  // where dragging has a loop of its own
        connect(&timer, &QTimer::timeout, this, [&] {
            look();
            QDrag::cancel();
        });
        timer.start(0);
        widgets::drag(*from.edit.viewport(), from.middle(6), from.middle(6) + QPoint(80, 0));
        look();
        QCOMPARE(text, QStringLiteral("two "));
        QVERIFY(html.contains(QLatin1String("vertical-lr")) && html.contains(QLatin1String("two ")));
        QCOMPARE(from.edit.toPlainText(), QStringLiteral("one two three"));
        QVERIFY(supported & Qt::MoveAction);
    }

    void middle_button_puts_the_selection_in() {
        Selection primary;
        Shown from(widgets::office());
        widgets::drag(*from.edit.viewport(), from.middle(0) - QPoint(0, 6), from.middle(4));
        QVERIFY(primary.data() != nullptr);
        const QString selected = from.edit.selectedText();
        QVERIFY(selected.size() >= 3);
        QCOMPARE(primary.data()->text(), selected);
        Shown to(QStringLiteral("ab"));
        const QRectF second = to.edit.characterRect(1);
        const QPoint between(static_cast<int>(second.center().x()), static_cast<int>(second.top()) + 1);
        QTest::mouseClick(to.edit.viewport(), Qt::MiddleButton, {}, between);
        QCOMPARE(to.edit.toPlainText(), QLatin1Char('a') + selected + QLatin1Char('b'));
        to.edit.setReadOnly(true);
        QTest::mouseClick(to.edit.viewport(), Qt::MiddleButton, {}, between);
        QCOMPARE(to.edit.toPlainText(), QLatin1Char('a') + selected + QLatin1Char('b'));
    }

private:
    bichig::qt::Speller speller_;
};

QTEST_MAIN(MenuTest)
#include "menu_test.moc"
