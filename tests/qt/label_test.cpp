// The label: what it paints, how it measures and shrinks, selection, and what a screen reader gets.
#include <bichig/qt/label.h>

#include <cmath>

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QSignalSpy>
#include <QTest>

#include <bichig/c/label.h>

#include "qt/tools.h"

using bichig::qt::Label;
using bichig::qt::TextStyle;

namespace {

QFont font_of(double points) {
    QFont font;
    font.setPointSizeF(points);
    return font;
}

/// What bichig_render_text draws, on white.
QImage drawn_by_bichig(const QString& text, double points, const Label& label) {
    bichig_style style = BICHIG_STYLE_INIT;
    style.font_size = points;
    bichig_label_options options = BICHIG_LABEL_OPTIONS_INIT;
    options.dots_per_inch = label.logicalDpiY();
    options.width = label.width() * 72.0 / label.logicalDpiY();
    options.height = label.height() * 72.0 / label.logicalDpiY();
    options.padding = label.margin() * 72.0 / label.logicalDpiY();
    options.white = 1;
    bichig_picture picture = BICHIG_PICTURE_INIT;
    bichig_error error = BICHIG_ERROR_INIT;
    const auto* units = reinterpret_cast<const bichig_char16*>(text.utf16());
    if (bichig_render_text_utf16(widgets::fonts().handle(), units, static_cast<size_t>(text.size()), &style, &options,
                                 &picture, &error) != BICHIG_OK) {
        qFatal("%s", error.message);
    }
    const QImage image = QImage(picture.bytes, static_cast<int>(picture.width), static_cast<int>(picture.height),
                                QImage::Format_RGBA8888).convertToFormat(QImage::Format_ARGB32_Premultiplied);
    bichig_free(picture.bytes);
    return image;
}

}  // namespace

class LabelTest : public QObject {
    Q_OBJECT

private:
    static void show(QWidget& widget) {
        widget.show();
        QVERIFY(QTest::qWaitForWindowExposed(&widget));
    }
    static void set_white(QWidget& widget) {
        QPalette colours(Qt::white);
        colours.setColor(QPalette::WindowText, Qt::black);
        colours.setColor(QPalette::Window, Qt::white);
        widget.setPalette(colours);
    }

private Q_SLOTS:
    void initTestCase() { bichig::qt::Fonts::setApplication(widgets::fonts()); }

    /// A second opinion: Cairo draws the same layout in the library.
    void ink_is_that_of_the_library_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("Mongolian") << widgets::office();
        QTest::newRow("mixed") << widgets::mixed();
    }
    void ink_is_that_of_the_library() {
        QFETCH(QString, text);
        Label label(text);
        label.setFont(font_of(18));
        label.setMargin(4);
        set_white(label);
        label.resize(200, 240);
        const QImage shown = widgets::picture(label, QStringLiteral("label-") + QTest::currentDataTag());
        const QImage drawn = drawn_by_bichig(text, 18, label);
        QCOMPARE(drawn.size(), shown.size());
        drawn.save(QStringLiteral(BICHIG_PICTURES "/label-%1-library.png").arg(QTest::currentDataTag()));
        const double all = widgets::ink(drawn, Qt::white);
        QVERIFY(all > 500);
        double apart = 0;
        for (int y = 0; y < shown.height(); ++y) {
            for (int x = 0; x < shown.width(); ++x) apart += std::abs(qGreen(shown.pixel(x, y)) -
                                                                      qGreen(drawn.pixel(x, y))) / 255.0;
        }
        // The two rasterizers differ at edges; the emoji is drawn by both from its outline or picture.
        QVERIFY2(apart < all * 0.08, qPrintable(QString::number(apart / all)));
        QVERIFY(std::abs(widgets::ink(shown, Qt::white) - all) < all * 0.03);
        const QRect box = widgets::ink_box(drawn, Qt::white);
        QVERIFY(widgets::ink_box(shown, Qt::white).adjusted(-1, -1, 1, 1).contains(box));
    }

    void lines_run_down_and_follow_from_left_to_right() {
        Label label(widgets::office());
        label.setFont(font_of(18));
        label.resize(300, 160);
        QRectF before = label.characterRect(0);
        QVERIFY(before.width() > before.height() / 4);
        int lines = 1;
        for (int i = 1; i < label.text().size(); ++i) {
            const QRectF rect = label.characterRect(i);
            if (rect.isEmpty() || rect == before) continue;
            if (std::abs(rect.center().x() - before.center().x()) < 1) {
                QVERIFY(rect.top() >= before.top() - 0.5);  // further down in the same line
            } else {
                QVERIFY(rect.center().x() > before.center().x());  // the next line is to the right
                QVERIFY(rect.top() < before.top());
                ++lines;
            }
            before = rect;
        }
        QVERIFY(lines >= 3);
    }

    /// Han and emoji stand upright, centred on the middle of the line.
    void han_and_emoji_are_centred_on_the_axis() {
        for (const char* text : {"防", "🔥", "8"}) {
            Label label(QString::fromUtf8(text));
            label.setFont(font_of(30));
            set_white(label);
            label.resize(label.sizeHint());
            const QRect box = widgets::ink_box(widgets::picture(label, QStringLiteral("label-axis")), Qt::white);
            const double axis = label.characterRect(0).center().x();
            QVERIFY2(std::abs(box.center().x() + 0.5 - axis) < 2.5, text);
        }
    }

    void wraps_by_height() {
        Label label(widgets::office());
        label.setFont(font_of(16));
        const int high = label.widthForHeight(2000);
        QVERIFY(label.widthForHeight(200) > high);
        QVERIFY(label.widthForHeight(100) > label.widthForHeight(200));
        // A line is one and a half font sizes wide.
        QCOMPARE(high, static_cast<int>(std::ceil(16 * 1.5 * label.logicalDpiY() / 72)) + 4);
        label.resize(label.widthForHeight(200), 200);
        QVERIFY(!label.isOverflowing());
        label.resize(label.widthForHeight(200) - 8, 200);
        QVERIFY(label.isOverflowing());
        label.setWordWrap(false);
        QCOMPARE(label.sizeHint().width(), high);
        QVERIFY(label.sizeHint().height() > 300);
    }

    void a_layout_gives_it_the_width_for_its_height() {
        QWidget window;
        auto* row = new QHBoxLayout(&window);
        auto* label = new Label(widgets::office() + QLatin1Char(' ') + widgets::office());
        label->setFont(font_of(16));
        row->addWidget(label);
        row->addStretch(1);
        window.resize(700, 180);
        show(window);
        QTRY_VERIFY(label->width() >= label->widthForHeight(label->height()));
        QVERIFY(!label->isOverflowing());
        const int width = label->width();
        window.resize(700, 420);
        QTRY_VERIFY(label->width() < width);
        QTRY_COMPARE(label->width(), label->widthForHeight(label->height()));
        QVERIFY(!label->isOverflowing());
    }

    void shrinks_to_fit() {
        Label label(widgets::office());
        label.setFont(font_of(24));
        label.resize(70, 160);
        QVERIFY(label.isOverflowing());
        QCOMPARE(label.shownFontSize(), 24.0);
        label.setSmallestFontSize(6);
        QVERIFY(label.shownFontSize() < 24);
        QVERIFY(label.shownFontSize() >= 6);
        QVERIFY(!label.isOverflowing());
        widgets::picture(label, QStringLiteral("label-shrunk"));
        label.setWordWrap(false);
        QVERIFY(label.shownFontSize() >= 6);
        label.resize(70, 300);
        QVERIFY(!label.isOverflowing());
        label.setSmallestFontSize(20);
        QVERIFY(label.isOverflowing());
        QCOMPARE(label.shownFontSize(), 20.0);
    }

    void aligns_along_and_across() {
        Label label(QString::fromUtf8("ᠬᠠᠪᠤᠷ"));
        label.setFont(font_of(18));
        label.resize(200, 300);
        const QRectF start = label.characterRect(0);
        label.setAlignment(Qt::AlignVCenter | Qt::AlignHCenter);
        const QRectF middle = label.characterRect(0);
        label.setAlignment(Qt::AlignBottom | Qt::AlignRight);
        const QRectF end = label.characterRect(0);
        QVERIFY(start.x() < middle.x() && middle.x() < end.x());
        QVERIFY(start.y() < middle.y() && middle.y() < end.y());
        QVERIFY(std::abs((start.x() + end.x()) / 2 - middle.x()) < 1);
        QVERIFY(std::abs((start.y() + end.y()) / 2 - middle.y()) < 1);
    }

    void takes_the_colours_of_its_palette() {
        const struct { const char* name; QPalette colours; } themes[] = {
            {"light", QPalette(Qt::white)}, {"dark", widgets::dark()}, {"contrast", widgets::high_contrast()}};
        for (const auto& theme : themes) {
            Label label(widgets::office());
            label.setFont(font_of(18));
            label.setPalette(theme.colours);
            label.resize(200, 220);
            label.setTextSelectable(true);
            label.setSelection(7, 12);
            const QImage shown = widgets::picture(label, QStringLiteral("label-") + QLatin1String(theme.name), 2);
            const auto colour = [&](QPalette::ColorRole role) {
                return label.palette().color(QPalette::Inactive, role);
            };
            QVERIFY2(widgets::count_near(shown, colour(QPalette::WindowText)) > 200, theme.name);
            QVERIFY2(widgets::count_near(shown, colour(QPalette::Highlight)) > 2000, theme.name);
            QVERIFY2(widgets::count_near(shown, colour(QPalette::HighlightedText)) > 100, theme.name);
            label.setEnabled(false);
            const QColor pale = label.palette().color(QPalette::Disabled, QPalette::WindowText);
            QVERIFY(widgets::count_near(widgets::picture(label, QStringLiteral("label-disabled"), 2), pale) > 100);
        }
    }

    /// The same picture with twice the pixels, not a picture made larger: edges stay sharp.
    void is_drawn_in_the_pixels_of_the_screen() {
        Label label(widgets::mixed());
        label.setFont(font_of(14));
        set_white(label);
        label.resize(160, 200);
        const QImage once = widgets::picture(label, QStringLiteral("label-1x"));
        const QImage twice = widgets::picture(label, QStringLiteral("label-2x"), 2);
        QCOMPARE(twice.size(), once.size() * 2);
        const double small = widgets::ink(once, Qt::white);
        const double large = widgets::ink(twice, Qt::white) / 4;
        QVERIFY(std::abs(small - large) < small * 0.03);
        const double enlarged = widgets::count_near(once.scaled(twice.size()), Qt::black, 40);
        QVERIFY(widgets::count_near(twice, Qt::black, 40) > enlarged);
    }

    void is_selected_by_mouse_and_copied() {
        Label label(widgets::office());
        label.setFont(font_of(18));
        label.setTextSelectable(true);
        label.resize(200, 300);
        show(label);
        QSignalSpy changes(&label, &Label::selectionChanged);
        const auto middle = [&](int offset) { return label.characterRect(offset).center().toPoint(); };
        widgets::drag(label, middle(0) - QPoint(0, 8), middle(5));
        QVERIFY(changes.count() >= 1);
        QVERIFY(!label.selectedText().isEmpty());
        QVERIFY(widgets::office().startsWith(label.selectedText()));
        QTest::mouseDClick(&label, Qt::LeftButton, {}, middle(1));
        QCOMPARE(label.selectedText(), QString::fromUtf8("ᠠᠯᠲᠠᠨ"));
        QTest::keySequence(&label, QKeySequence(QKeySequence::Copy));
        QCOMPARE(QApplication::clipboard()->text(), QString::fromUtf8("ᠠᠯᠲᠠᠨ"));
        QTest::keySequence(&label, QKeySequence(QKeySequence::SelectAll));
        QCOMPARE(label.selectedText(), widgets::office());
        label.setTextSelectable(false);
        QVERIFY(label.selectedText().isEmpty());
        QTest::mouseDClick(&label, Qt::LeftButton, {}, middle(1));
        QVERIFY(label.selectedText().isEmpty());
    }

    /// With the shift key, arrows go where they point: down along the line, right to the next line.
    void is_selected_by_keys_in_their_direction() {
        Label label(widgets::office());
        label.setFont(font_of(18));
        label.setTextSelectable(true);
        label.resize(200, 160);
        show(label);
        label.setFocus();
        label.setSelection(0, 0);
        QTest::keyClick(&label, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(label.selectedText(), widgets::office().left(1));
        QTest::keyClick(&label, Qt::Key_Right, Qt::ShiftModifier);
        const int end = label.selectionStart() + static_cast<int>(label.selectedText().size());
        QVERIFY(label.characterRect(end).center().x() > label.characterRect(0).center().x() + 10);
        QTest::keyClick(&label, Qt::Key_Left, Qt::ShiftModifier);
        QTest::keyClick(&label, Qt::Key_Up, Qt::ShiftModifier);
        QVERIFY(label.selectedText().size() <= 1);
    }

    /// No place for a caret lies inside of what a selector or MVS belongs to.
    void selection_keeps_characters_whole() {
        const QString text = QString::fromUtf8("ᠣᠪᠣᠭ᠎ᠠ ᠭᠠᠯᠲᠤᠰᠦ᠋ᠬᠡ🔥");
        Label label(text);
        label.setFont(font_of(18));
        label.resize(200, 400);
        for (int y = 0; y < 400; ++y) {
            const int offset = label.offsetAt({20, static_cast<double>(y)});
            QVERIFY(offset == text.size() || text.at(offset) != QChar(0x180B));
            QVERIFY(offset == text.size() || !text.at(offset).isLowSurrogate());
        }
    }

    void screen_readers_get_static_text() {
        Label label(widgets::office());
        label.setFont(font_of(18));
        label.resize(200, 160);
        show(label);
        QAccessibleInterface* reader = QAccessible::queryAccessibleInterface(&label);
        QVERIFY(reader != nullptr);
        QCOMPARE(reader->role(), QAccessible::StaticText);
        QCOMPARE(reader->text(QAccessible::Name), widgets::office());
        QAccessibleTextInterface* text = reader->textInterface();
        QVERIFY(text != nullptr);
        QVERIFY(reader->editableTextInterface() == nullptr);
        QCOMPARE(text->characterCount(), static_cast<int>(widgets::office().size()));
        int begin = -1;
        int end = -1;
        QCOMPARE(text->textAtOffset(2, QAccessible::WordBoundary, &begin, &end), QString::fromUtf8("ᠠᠯᠲᠠᠨ"));
        QCOMPARE(begin, 0);
        QCOMPARE(end, 5);
        const QString line = text->textAtOffset(0, QAccessible::LineBoundary, &begin, &end);
        QVERIFY(end < label.text().size());
        const QString next = text->textAfterOffset(0, QAccessible::LineBoundary, &begin, &end);
        QCOMPARE(begin, static_cast<int>(line.size()));
        QCOMPARE(next, label.text().mid(begin, end - begin));
        const QRect rect = text->characterRect(3);
        QCOMPARE(label.mapFromGlobal(rect.center()), label.characterRect(3).toAlignedRect().center());
        QCOMPARE(text->offsetAtPoint(rect.center()), 3);
        QCOMPARE(text->offsetAtPoint(label.mapToGlobal(QPoint(-20, 10))), -1);
        const widgets::AccessibleEvents events;
        label.setText(widgets::mixed());
        QVERIFY(events.has(QAccessible::NameChanged, &label));
        label.setAccessibleName(QStringLiteral("name"));
        QCOMPARE(reader->text(QAccessible::Name), QStringLiteral("name"));
    }

    void hostile_and_empty_texts() {
        Label label;
        label.resize(label.sizeHint());
        widgets::picture(label, QStringLiteral("label-empty"));
        label.setText(QString(QChar(0xD800)) + QLatin1String("a\r\n\n") + QChar(0x180E) + QChar(0));
        label.resize(0, 0);
        label.resize(1, 1);
        label.resize(200, 100);
        QVERIFY(widgets::ink(widgets::picture(label, QStringLiteral("label-hostile")),
                             label.palette().color(QPalette::Window)) > 1);
        label.setFont(font_of(0.2));
        label.setSmallestFontSize(1);
        label.sizeHint();
        label.setTextStyle(TextStyle{BICHIG_MONGOLIAN_TITLE, BICHIG_HAN_HEI, QString(), 99, 7, 0});
        widgets::picture(label, QStringLiteral("label-hostile"));
    }
};

QTEST_MAIN(LabelTest)
#include "label_test.moc"
