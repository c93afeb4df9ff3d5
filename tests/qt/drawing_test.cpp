// What is painted from masks and images of words looks as what is filled from outlines, wherever it stands.
#include <algorithm>

#include <QPainter>
#include <QTest>

#include <bichig/qt/label.h>

#include "qt/tools.h"

using bichig::qt::Label;

namespace {

/// Turned by a right angle, nothing is painted from images; turned back, it should be the same picture.
QImage filled_from_outlines(QWidget& widget, double ratio) {
    const QSize size = (QSizeF(widget.size()) * ratio).toSize();
    QImage turned(size.transposed(), QImage::Format_ARGB32_Premultiplied);
    turned.fill(Qt::white);
    QPainter painter(&turned);
    painter.translate(size.height(), 0);
    painter.rotate(90);
    painter.scale(ratio, ratio);
    widget.render(&painter);
    painter.end();
    return turned.transformed(QTransform().rotate(-90));
}

QImage painted_from_masks(QWidget& widget, double ratio) {
    QImage image((QSizeF(widget.size()) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(ratio, ratio);
    widget.render(&painter);
    return image;
}

}  // namespace

class DrawingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { bichig::qt::Fonts::setApplication(widgets::fonts()); }

    void words_from_masks_look_as_from_outlines_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("points");
        QTest::addColumn<double>("ratio");
        QTest::addColumn<QColor>("colour");
        QTest::newRow("small") << widgets::office() << 9.0 << 1.0 << QColor(Qt::black);
        QTest::newRow("usual") << widgets::office() << 14.0 << 1.0 << QColor(Qt::black);
        QTest::newRow("large") << widgets::office() << 28.0 << 1.0 << QColor(Qt::black);
        QTest::newRow("mixed") << widgets::mixed() << 14.0 << 1.0 << QColor(Qt::black);
        QTest::newRow("finer") << widgets::office() << 14.0 << 1.5 << QColor(Qt::black);
        QTest::newRow("coloured") << widgets::mixed() << 14.0 << 1.0 << QColor(160, 20, 60);
        QTest::newRow("seen through") << widgets::office() << 14.0 << 1.0 << QColor(0, 0, 0, 128);
    }
    void words_from_masks_look_as_from_outlines() {
        QFETCH(QString, text);
        QFETCH(double, points);
        QFETCH(double, ratio);
        QFETCH(QColor, colour);
        Label label(text);
        label.setWordWrap(true);
        QFont font;
        font.setPointSizeF(points);
        label.setFont(font);
        QPalette colours(Qt::white);
        colours.setColor(QPalette::WindowText, colour);
        colours.setColor(QPalette::Window, Qt::white);
        label.setPalette(colours);
        label.resize(240, 200);
        const QImage masks = painted_from_masks(label, ratio);
        const QImage outlines = filled_from_outlines(label, ratio);
        const QString name = QStringLiteral(BICHIG_PICTURES "/drawing-%1").arg(QTest::currentDataTag());
        masks.save(name + QStringLiteral(".png"));
        outlines.save(name + QStringLiteral("-outlines.png"));
        QCOMPARE(masks.size(), outlines.size());
        int most = 0;
        double apart = 0;
        for (int y = 0; y < masks.height(); ++y) {
            for (int x = 0; x < masks.width(); ++x) {
                const int difference = std::abs(qGreen(masks.pixel(x, y)) - qGreen(outlines.pixel(x, y)));
                most = std::max(most, difference);
                apart += difference / 255.0;
            }
        }
        const double all = widgets::ink(outlines, Qt::white);
        QVERIFY(all > 200);
        QVERIFY(most < 48);  // an image stands within a sixteenth of a pixel, a mask within half of that
        QVERIFY(apart < 0.06 * all);
    }
};

QTEST_MAIN(DrawingTest)
#include "drawing_test.moc"
