// Pictures of every widget in every theme, kept as hashes in pictures-1x.tsv; on a screen with twice the pixels in
// pictures-2x.tsv. BICHIG_RECORD=1 renews the rows: after the pictures were looked at, which are in the build folder.
#include <memory>

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QHash>
#include <QInputMethodEvent>
#include <QSaveFile>
#include <QScreen>
#include <QTest>
#include <QTextCharFormat>
#include <QWindow>

#include <bichig/qt/label.h>
#include <bichig/qt/line_edit.h>
#include <bichig/qt/page_view.h>
#include <bichig/qt/text_edit.h>

#include "qt/picture_hash.h"
#include "qt/tools.h"

using bichig::qt::Label;
using bichig::qt::LineEdit;
using bichig::qt::PageView;
using bichig::qt::TextEdit;
using widgets::PictureHash;

namespace {

const QString wrong = QString::fromUtf8("ᠮᠤᠩᠭᠤᠯ");  // looks like a word of the dictionary

/// The kept hashes, by name.
class Table {
public:
    Table() {
        QFile file(name());
        if (!file.open(QIODevice::ReadOnly)) return;
        while (!file.atEnd()) {
            const QList<QByteArray> columns = file.readLine().trimmed().split('\t');
            if (columns.size() != 4 || columns[0].startsWith('#')) continue;
            rows_[QString::fromUtf8(columns[0])] = {columns[1].toInt(), columns[2].toInt(), columns[3]};
        }
    }
    PictureHash find(const QString& picture) const { return rows_.value(picture); }
    void set(const QString& picture, const PictureHash& hash) { rows_[picture] = hash; }
    bool write() const {
        QSaveFile file(name());
        if (!file.open(QIODevice::WriteOnly)) return false;
        file.write("# Pictures of widgets: name, columns and rows of cells, colour of each (picture_hash.h)\n");
        QStringList names = rows_.keys();
        names.sort();
        for (const QString& picture : names) {
            const PictureHash& hash = rows_[picture];
            file.write(QStringLiteral("%1\t%2\t%3\t").arg(picture).arg(hash.columns()).arg(hash.rows()).toUtf8() +
                       hash.letters() + '\n');
        }
        return file.commit();
    }
    static QString name() {
        return QStringLiteral(BICHIG_PICTURE_TABLES "/pictures-%1x.tsv").arg(qApp->devicePixelRatio());
    }

private:
    QHash<QString, PictureHash> rows_;
};

std::unique_ptr<QWidget> label() {
    auto shown = std::make_unique<Label>(widgets::mixed());
    shown->setMargin(6);
    shown->setTextSelectable(true);
    shown->setSelection(2, 5);
    shown->resize(136, 200);
    return shown;
}

std::unique_ptr<TextEdit> editor(const QString& text) {
    auto shown = std::make_unique<TextEdit>(text);
    shown->setSpeller(bichig::qt::Speller::open(QStringLiteral(BICHIG_DICTIONARY), {}));
    shown->resize(240, 200);
    return shown;
}

/// Spelling marks, a selection, names of characters without ink.
std::unique_ptr<QWidget> editor_with_marks() {
    auto shown = editor(widgets::office() + QLatin1Char('\n') + wrong + QStringLiteral(" 草原 2024\nBichig"));
    shown->setShowInvisibles(true);
    shown->setSelection(6, 20);
    return shown;
}

/// A composition whose first letters are being chosen for, in the middle of a text.
std::unique_ptr<QWidget> editor_composing() {
    auto shown = editor(widgets::office());
    shown->setCursorPosition(6);
    QTextCharFormat target;
    target.setBackground(Qt::yellow);
    QInputMethodEvent event(QString::fromUtf8("ᠬᠠᠪᠤᠷ"),
                            {{QInputMethodEvent::TextFormat, 0, 2, QVariant::fromValue<QTextFormat>(target)},
                             {QInputMethodEvent::Cursor, 2, 1, QVariant()}});
    QApplication::sendEvent(shown.get(), &event);
    return shown;
}

std::unique_ptr<QWidget> field() {
    auto shown = std::make_unique<LineEdit>(QString::fromUtf8("ᠬᠠᠪᠤᠷ 18 ᠬᠠᠪᠤᠷ"));
    shown->setSelection(0, 5);
    shown->resize(40, 200);
    return shown;
}

/// What was found, and the second of it selected.
std::unique_ptr<QWidget> pages() {
    auto shown = std::make_unique<PageView>();
    shown->resize(280, 240);
    shown->setPages(bichig::qt::Pages::open(QStringLiteral(BICHIG_EXAMPLES "/notice/notice.md"), widgets::fonts()));
    shown->setZoomMode(PageView::ZoomMode::FitWidth);
    shown->find(QString::fromUtf8("ᠪᠢᠯᠴᠢᠭᠡᠷ"));
    shown->findNext();
    return shown;
}

const struct {
    const char* name;
    std::unique_ptr<QWidget> (*make)();
} pictured[] = {{"label", label}, {"editor", editor_with_marks}, {"composing", editor_composing}, {"field", field},
                {"pages", pages}};

/// What the screen shows, or would show.
QImage shown_on_screen(QWidget& widget) {
    if (QGuiApplication::platformName() == QLatin1String("offscreen")) return widget.grab().toImage();
    QTest::qWait(50);  // until the screen has what was painted last
    return widget.windowHandle()->screen()->grabWindow(widget.winId()).toImage();
}

}  // namespace

class PicturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        table_ = std::make_unique<Table>();
        QApplication::setCursorFlashTime(0);  // the caret stays
        bichig::qt::Fonts::setApplication(widgets::fonts());
        // What Qt itself writes is in a font of our own too.
        const QString file = QStringLiteral(BICHIG_FONT_FOLDER "/LiberationSerif-Regular.ttf");
        const int id = QFontDatabase::addApplicationFont(file);
        QVERIFY(id >= 0);
        QFont font(QFontDatabase::applicationFontFamilies(id).first());
        font.setPointSizeF(16);
        font.setHintingPreference(QFont::PreferNoHinting);  // whatever the machine's settings are
        font.setStyleStrategy(QFont::NoSubpixelAntialias);
        QApplication::setFont(font);
    }

    void are_those_that_were_looked_at_data() {
        QTest::addColumn<int>("widget");
        QTest::addColumn<QPalette>("colours");
        const struct { const char* name; QPalette colours; } themes[] = {
            {"light", QPalette(QColor(0xEF, 0xEF, 0xEF))}, {"dark", widgets::dark()},
            {"contrast", widgets::high_contrast()}};
        int widget = 0;
        for (const auto& one : pictured) {
            for (const auto& theme : themes) QTest::addRow("%s-%s", one.name, theme.name) << widget << theme.colours;
            ++widget;
        }
    }
    void are_those_that_were_looked_at() {
        QFETCH(int, widget);
        QFETCH(QPalette, colours);
        QApplication::setPalette(colours);
        const std::unique_ptr<QWidget> shown = pictured[widget].make();
        shown->show();
        QApplication::setActiveWindow(shown.get());
        shown->activateWindow();
        shown->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(shown.get()));
        QTRY_VERIFY(shown->hasFocus());
        wait_for_marks(*shown);
        const double ratio = shown->devicePixelRatioF();
        const QImage image = shown_on_screen(*shown);
        QCOMPARE(image.size(), (QSizeF(shown->size()) * ratio).toSize());
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const QString path = QStringLiteral(BICHIG_PICTURES "/looked-at-%1-%2x").arg(name).arg(ratio);
        QVERIFY(image.save(path + QStringLiteral(".png")));
        const PictureHash hash(image, ratio);
        if (qEnvironmentVariableIntValue("BICHIG_RECORD") == 1) {
            table_->set(name, hash);
            return;
        }
        const PictureHash kept = table_->find(name);
        QVERIFY2(!kept.is_empty(), qPrintable(QStringLiteral("no row for %1.png in %2").arg(path, Table::name())));
        const QString difference = hash.difference(kept);
        if (difference.isEmpty()) return;
        kept.image().save(path + QStringLiteral("-kept.png"));
        QFAIL(qPrintable(QStringLiteral("%1.png is another picture than the one that is kept, which is roughly "
                                        "%1-kept.png: %2. Where it is right, BICHIG_RECORD=1 renews its row")
                             .arg(path, difference)));
    }

    void cleanupTestCase() {
        if (qEnvironmentVariableIntValue("BICHIG_RECORD") == 1) QVERIFY(table_->write());
    }

private:
    /// Spelling is looked at when nobody types.
    static void wait_for_marks(QWidget& shown) {
        auto* edit = qobject_cast<TextEdit*>(&shown);
        if (edit == nullptr || !edit->toPlainText().contains(wrong)) return;
        QAccessibleTextInterface* text = QAccessible::queryAccessibleInterface(edit)->textInterface();
        int begin = 0;
        int end = 0;
        const int at = static_cast<int>(edit->toPlainText().indexOf(wrong));
        QTRY_VERIFY(text->attributes(at, &begin, &end).contains(QLatin1String("invalid")));
    }

    std::unique_ptr<Table> table_;
};

QTEST_MAIN(PicturesTest)
#include "pictures_test.moc"
