// Scrolling reaches the end of a text, with the margin behind it, and there is nothing beyond.
#include <QScrollBar>
#include <QTest>

#include <bichig/qt/text_edit.h>

#include "qt/tools.h"

using bichig::qt::TextEdit;

class ScrollTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { bichig::qt::Fonts::setApplication(widgets::fonts()); }

    void pages_lead_to_the_end_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("one paragraph") << QString(widgets::office() + QLatin1Char(' ')).repeated(120);
        QTest::newRow("many") << QString(widgets::mixed() + QLatin1Char('\n')).repeated(60) + widgets::office();
        QTest::newRow("much at the end") << QStringLiteral("1\n").repeated(400) +
                                                QString(widgets::office() + QLatin1Char(' ')).repeated(20);
    }
    void pages_lead_to_the_end() {
        QFETCH(QString, text);
        TextEdit edit(text);
        edit.resize(400, 240);
        edit.show();
        QVERIFY(QTest::qWaitForWindowExposed(&edit));
        QScrollBar* bar = edit.horizontalScrollBar();
        QVERIFY(bar->maximum() > 3 * bar->pageStep());
        int last = -1;
        int pages = 0;
        for (; bar->value() != last && pages < 200; ++pages) {
            last = bar->value();
            bar->setValue(last + bar->pageStep());
        }
        QVERIFY(pages > 3);
        QCOMPARE(bar->value(), bar->maximum());
        const QImage page = widgets::picture(*edit.viewport(), QStringLiteral("scroll-%1").arg(QLatin1String(
                                                 QTest::currentDataTag())));
        const QRect ink = widgets::ink_box(page, edit.palette().color(QPalette::Base));
        // The last line has half of its pitch after its axis, then there is the margin.
        QVERIFY2(ink.right() < page.width() - 4, qPrintable(QString::number(page.width() - ink.right())));
        QVERIFY2(ink.right() > page.width() - 40, qPrintable(QString::number(page.width() - ink.right())));
        edit.setCursorPosition(static_cast<int>(text.size()));
        QCOMPARE(bar->value(), bar->maximum());
        bar->setValue(0);
        QCOMPARE(bar->value(), 0);
    }
};

QTEST_MAIN(ScrollTest)
#include "scroll_test.moc"
