// The view of pages: what it paints, zoom, scrolling, selection, search, links, print, and what a screen reader gets.
#include <bichig/qt/page_view.h>

#include <cmath>

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QPrinter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include "qt/tools.h"

using bichig::qt::Pages;
using bichig::qt::PageView;

namespace {

const Pages& notice() {
    static const Pages pages = [] {
        QString reason;
        const Pages read = Pages::open(QStringLiteral(BICHIG_EXAMPLES "/notice/notice.md"), widgets::fonts(), &reason);
        if (read.isNull()) qFatal("%s", qPrintable(reason));
        return read;
    }();
    return pages;
}

QString whole_text() {
    QString all;
    for (int i = 0; i < notice().count(); ++i) all += notice().text(i);
    return all;
}

/// What Cairo draws of a page in the library.
QImage drawn_by_bichig(int page, double dots_per_inch) {
    bichig_picture_options options = BICHIG_PICTURE_OPTIONS_INIT;
    options.dots_per_inch = dots_per_inch;
    options.white = 1;
    bichig_picture picture = BICHIG_PICTURE_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    if (bichig_pages_draw(notice().handle(), static_cast<size_t>(page), &options, &picture, &error) != BICHIG_OK) {
        qFatal("%s", error.message);
    }
    const QImage image = QImage(picture.bytes, static_cast<int>(picture.width), static_cast<int>(picture.height),
                                QImage::Format_RGBA8888).convertToFormat(QImage::Format_ARGB32_Premultiplied);
    bichig_free(picture.bytes);
    return image;
}

}  // namespace

class PageViewTest : public QObject {
    Q_OBJECT

private:
    static void show(PageView& view, QSize size = {700, 500}) {
        view.setPages(notice());
        view.resize(size);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
    }
    /// A point of the viewport over a character of the first page's text.
    static QPoint point_of(PageView& view, int offset) {
        QAccessibleInterface* reader = QAccessible::queryAccessibleInterface(&view);
        const QRect rect = reader->textInterface()->characterRect(offset);
        return view.viewport()->mapFromGlobal(rect.center());
    }

private Q_SLOTS:
    void initTestCase() { bichig::qt::Fonts::setApplication(widgets::fonts()); }

    /// A second opinion: Cairo draws the same page in the library.
    void pages_are_those_of_the_library() {
        PageView view;
        show(view, {900, 1300});
        view.setFrameStyle(QFrame::NoFrame);
        view.setZoom(1);
        const QRect rect = view.pageRect(0).toAlignedRect();
        QVERIFY(view.viewport()->rect().contains(rect));
        const QImage shown = widgets::picture(*view.viewport(), QStringLiteral("pages-100")).copy(rect);
        const QImage drawn = drawn_by_bichig(0, view.logicalDpiY());
        QVERIFY(std::abs(drawn.width() - shown.width()) <= 1 && std::abs(drawn.height() - shown.height()) <= 1);
        const double all = widgets::ink(drawn, Qt::white);
        QVERIFY(all > 5000);
        const double there_too = widgets::ink(shown, Qt::white);
        QVERIFY2(std::abs(there_too - all) < all * 0.03, qPrintable(QString::number(there_too / all)));
        const QRect here = widgets::ink_box(shown, Qt::white);
        const QRect there = widgets::ink_box(drawn, Qt::white);
        QVERIFY((here.topLeft() - there.topLeft()).manhattanLength() <= 2);
        QVERIFY((here.bottomRight() - there.bottomRight()).manhattanLength() <= 4);
    }

    void zooms() {
        PageView view;
        show(view);
        QSignalSpy zoomed(&view, &PageView::zoomChanged);
        view.setZoomMode(PageView::ZoomMode::FitWidth);
        QCOMPARE(zoomed.count(), 1);
        const QRectF wide = view.pageRect(0);
        QVERIFY(wide.left() >= 0 && wide.right() <= view.viewport()->width());
        QVERIFY(wide.width() > view.viewport()->width() * 0.9);
        view.resize(500, 500);
        QVERIFY(view.pageRect(0).width() < wide.width());
        view.setZoomMode(PageView::ZoomMode::FitPage);
        const QRectF whole = view.pageRect(0);
        QVERIFY(whole.height() <= view.viewport()->height());
        view.setZoom(1);
        QCOMPARE(view.zoomMode(), PageView::ZoomMode::Free);
        QCOMPARE(view.pageRect(0).width(), std::round(notice().size(0).width() * view.logicalDpiY() / 72));
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(view.zoom() > 1.1);
        QTest::keyClick(&view, Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(view.zoom(), 1.0);
        view.setZoom(1000);
        QCOMPARE(view.zoom(), 16.0);
    }

    /// What is in the middle of the view stays there.
    void zoom_keeps_its_place() {
        PageView view;
        show(view);
        view.goToPage(2);
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() + 300);
        const QPointF middle = QRectF(view.viewport()->rect()).center();
        const auto place = [&] { return (middle - view.pageRect(2).topLeft()) / view.zoom(); };
        const QPointF before = place();
        view.setZoom(2.5);
        QVERIFY(std::abs((place() - before).y()) < 12);
    }

    void scrolls_from_page_to_page() {
        PageView view;
        show(view);
        view.setZoomMode(PageView::ZoomMode::FitPage);
        QCOMPARE(view.currentPage(), 0);
        QSignalSpy pages(&view, &PageView::currentPageChanged);
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_PageDown);
        QTest::keyClick(&view, Qt::Key_PageDown);
        QVERIFY(view.currentPage() >= 1);
        QVERIFY(pages.count() >= 1);
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.currentPage(), view.pageCount() - 1);
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.currentPage(), 0);
        view.goToPage(3);
        QCOMPARE(view.currentPage(), 3);
        view.setOrientation(Qt::Horizontal);
        QCOMPARE(view.currentPage(), 3);
        QVERIFY(view.pageRect(4).left() > view.pageRect(3).right());
        QCOMPARE(view.pageRect(4).top(), view.pageRect(3).top());
        const int before = view.horizontalScrollBar()->value();
        QWheelEvent wheel(QPointF(50, 50), view.viewport()->mapToGlobal(QPoint(50, 50)), QPoint(), QPoint(0, -120),
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(view.viewport(), &wheel);
        QCOMPARE(view.horizontalScrollBar()->value(), before + 120);
        widgets::picture(view, QStringLiteral("pages-horizontal"));
    }

    void text_is_selected_and_copied_in_its_order() {
        PageView view;
        show(view);
        view.setZoom(1.5);
        QSignalSpy selected(&view, &PageView::selectionChanged);
        const QString text = notice().text(0);
        const int begin = static_cast<int>(text.indexOf(QString::fromUtf8("ᠬᠠᠪᠤᠷ")));
        QVERIFY(begin > 0);
        QAccessible::queryAccessibleInterface(&view)->textInterface()->scrollToSubstring(begin, begin + 4);
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, point_of(view, begin + 1));
        QVERIFY(selected.count() >= 1);
        QVERIFY2(view.selectedText().startsWith(QString::fromUtf8("ᠬᠠᠪᠤᠷ")), qPrintable(view.selectedText()));
        QTest::keySequence(&view, QKeySequence(QKeySequence::Copy));
        QCOMPARE(QApplication::clipboard()->text(), view.selectedText());
        widgets::picture(view, QStringLiteral("pages-selected"));
        widgets::drag(*view.viewport(), point_of(view, begin + 1), point_of(view, begin + 12));
        QVERIFY(view.selectedText().size() >= 10);
        QVERIFY(text.contains(view.selectedText()));
        const int size = static_cast<int>(view.selectedText().size());
        QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(view.selectedText().size() > size);
        QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(view.selectedText().size() > size + 3);
        view.selectAll();
        QCOMPARE(view.selectedText(), whole_text());
        view.clearSelection();
        QVERIFY(!view.hasSelection());
    }

    void finds_what_looks_alike() {
        PageView view;
        show(view);
        const QString word = QString::fromUtf8("ᠪᠢᠯᠴᠢᠭᠡᠷ");
        const int count = view.find(word);
        QVERIFY(count >= 10);
        QVERIFY(view.hasSelection());
        QVERIFY(view.selectedText().contains(word));
        const QRectF first = view.pageRect(view.currentPage());
        widgets::picture(view, QStringLiteral("pages-found"));
        QVERIFY(!first.isEmpty());
        QVector<QPair<int, QString>> seen;
        QAccessibleTextInterface* text = QAccessible::queryAccessibleInterface(&view)->textInterface();
        for (int i = 0; i < count; ++i) {
            int begin = 0;
            int end = 0;
            text->selection(0, &begin, &end);
            if (!seen.isEmpty()) QVERIFY(begin > seen.last().first);
            seen.append({begin, view.selectedText()});
            view.findNext();
        }
        int begin = 0;
        int end = 0;
        text->selection(0, &begin, &end);
        QCOMPARE(begin, seen.first().first);  // after the last the first
        view.findPrevious();
        text->selection(0, &begin, &end);
        QCOMPARE(begin, seen.last().first);
        QCOMPARE(view.find(QStringLiteral("nowhere")), 0);
        QCOMPARE(view.matchCount(), 0);
    }

    void prints_every_page_and_those_that_were_asked_for() {
        const QTemporaryDir folder;
        const auto print = [&](const QString& name, int from, int to) {
            QPrinter printer(QPrinter::HighResolution);
            printer.setOutputFormat(QPrinter::PdfFormat);
            printer.setOutputFileName(folder.filePath(name));
            printer.setPageSize(QPageSize(QPageSize::A4));
            if (from > 0) {
                printer.setPrintRange(QPrinter::PageRange);
                printer.setFromTo(from, to);
            }
            if (!notice().print(printer)) return QByteArray();
            QFile file(folder.filePath(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const auto pages_in = [](const QByteArray& pdf) { return pdf.count("/Type /Page\n"); };
        const QByteArray all = print(QStringLiteral("all.pdf"), 0, 0);
        QCOMPARE(static_cast<int>(pages_in(all)), notice().count());
        QCOMPARE(static_cast<int>(pages_in(print(QStringLiteral("some.pdf"), 2, 3))), 2);
        QFile kept(QStringLiteral(BICHIG_PICTURES "/printed.pdf"));
        QVERIFY(kept.open(QIODevice::WriteOnly));
        kept.write(all);
    }

    void links_lead_out_or_inside() {
        const QString source = QStringLiteral("[far](https://example.org/a) and [near](#end)\n\n") +
                               QStringLiteral("text\n\n").repeated(200) + QStringLiteral("# end\n");
        QString reason;
        const Pages pages = Pages::read(source, BICHIG_MARKDOWN, {}, widgets::fonts(), &reason);
        QVERIFY2(!pages.isNull(), qPrintable(reason));
        PageView view;
        show(view);
        view.setPages(pages);
        QSignalSpy out(&view, &PageView::linkActivated);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, point_of(view, 1));
        QCOMPARE(out.count(), 1);
        QCOMPARE(out.first().first().toString(), QStringLiteral("https://example.org/a"));
        QVERIFY(pages.count() > 1);
        QCOMPARE(view.currentPage(), 0);
        const int near = static_cast<int>(pages.text(0).indexOf(QLatin1String("near")));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, point_of(view, near + 1));
        QCOMPARE(out.count(), 1);
        QCOMPARE(view.currentPage(), pages.count() - 1);
    }

    void faults_of_a_document_have_a_place() {
        QString reason;
        const Pages pages = Pages::read(QStringLiteral("{\"kind\": 3"), BICHIG_JSON, {}, widgets::fonts(), &reason);
        QVERIFY(pages.isNull());
        QVERIFY2(reason.contains(QLatin1String(":1:")), qPrintable(reason));
        QVERIFY(Pages::open(QStringLiteral("/nowhere.md"), widgets::fonts(), &reason).isNull());
        QVERIFY(reason.startsWith(QLatin1String("/nowhere.md: ")));
        PageView view;
        view.resize(300, 300);
        view.selectAll();
        view.find(QStringLiteral("x"));
        view.goToPage(3);
        QCOMPARE(view.currentPage(), -1);
        QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
        QTest::mouseClick(view.viewport(), Qt::LeftButton);
        widgets::picture(view, QStringLiteral("pages-none"));
    }

    void is_seen_in_every_theme() {
        const struct { const char* name; QPalette colours; } themes[] = {
            {"light", QPalette(QColor(0xEF, 0xEF, 0xEF))}, {"dark", widgets::dark()},
            {"contrast", widgets::high_contrast()}};
        for (const auto& theme : themes) {
            PageView view;
            view.setPalette(theme.colours);
            show(view, {500, 600});
            view.setZoomMode(PageView::ZoomMode::FitWidth);
            view.find(QString::fromUtf8("ᠪᠢᠯᠴᠢᠭᠡᠷ"));
            const QImage image = widgets::picture(view, QStringLiteral("pages-") + QLatin1String(theme.name), 2);
            QVERIFY(widgets::count_near(image, Qt::white) > 100000);
            QVERIFY(widgets::count_near(image, QColor(0xFF, 0xE0, 0x80)) > 500);
            QColor selected = view.palette().color(view.hasFocus() ? QPalette::Active : QPalette::Inactive,
                                                   QPalette::Highlight);
            if (selected == Qt::white) selected = Qt::black;  // else it would not be seen on paper
            view.clearSelection();
            const QImage without = widgets::picture(view, QStringLiteral("pages-unselected"), 2);
            QVERIFY2(widgets::count_near(image, selected) > widgets::count_near(without, selected) + 500, theme.name);
        }
    }

    void screen_readers_get_a_document() {
        PageView view;
        show(view);
        QAccessibleInterface* reader = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(reader != nullptr);
        QCOMPARE(reader->role(), QAccessible::Document);
        QVERIFY(reader->state().readOnly);
        QAccessibleTextInterface* text = reader->textInterface();
        QCOMPARE(text->characterCount(), static_cast<int>(whole_text().size()));
        QCOMPARE(text->text(0, text->characterCount()), whole_text());
        const int offset = static_cast<int>(notice().text(0).size()) + 20;  // on the second page
        text->scrollToSubstring(offset, offset + 1);
        QCOMPARE(view.currentPage(), 1);
        const QRect rect = text->characterRect(offset);
        QVERIFY(!rect.isEmpty());
        QCOMPARE(text->offsetAtPoint(rect.center()), offset);
        int begin = 0;
        int end = 0;
        const QString line = text->textAtOffset(offset, QAccessible::LineBoundary, &begin, &end);
        QVERIFY(begin <= offset && offset < end);
        QVERIFY(line.size() > 3 && line.size() < 120);
        text->setCursorPosition(text->characterCount());
        QCOMPARE(view.currentPage(), notice().count() - 1);
        const widgets::AccessibleEvents events;
        text->setSelection(0, 5, 9);
        QCOMPARE(view.selectedText(), notice().text(0).mid(5, 4));
        QVERIFY(events.has(QAccessible::TextSelectionChanged, &view));
    }
};

QTEST_MAIN(PageViewTest)
#include "page_view_test.moc"
