// What the tests of widgets share: fonts, texts, palettes, and measures of pictures.
#pragma once

#include <vector>

#include <QAccessible>
#include <QImage>
#include <QPalette>
#include <QString>
#include <QWidget>

#include <bichig/qt/fonts.h>

namespace widgets {

/// The staged fonts, opened once.
const bichig::qt::Fonts& fonts();

/// Words of examples/notice: Mongolian with MVS and suffixes.
QString office();
/// Mongolian, Chinese, Latin, digits and an emoji.
QString mixed();

/// Mongolian from Latin letters.
QString letters(const char* latin);

/// The widget's picture with so many pixels to one of Qt's; kept under `name` to be looked at.
QImage picture(QWidget& widget, const QString& name, double ratio = 1);

/// Presses the left button, moves and releases; QTest's mouseMove() moves the cursor alone in Qt 5.
void drag(QWidget& widget, QPoint from, QPoint to);

QPalette dark();
QPalette high_contrast();

/// How much of a picture is ink: the sum of the differences from `ground`, a pixel of the opposite colour being 1.
double ink(const QImage& image, const QColor& ground, const QRect& where = {});
/// The rectangle of pixels that differ from `ground`.
QRect ink_box(const QImage& image, const QColor& ground, const QRect& where = {});
/// How many pixels are near `colour`.
int count_near(const QImage& image, const QColor& colour, int distance = 24);

/// Keeps what accessibility events say while it lives.
class AccessibleEvents {
public:
    AccessibleEvents();
    ~AccessibleEvents();
    AccessibleEvents(const AccessibleEvents&) = delete;
    AccessibleEvents& operator=(const AccessibleEvents&) = delete;
    struct Event {
        QAccessible::Event type;
        QObject* object;
        int position = -1;  ///< of text that was inserted, removed or changed, or of the caret
        QString inserted;
        QString removed;
    };
    const std::vector<Event>& all() const;
    bool has(QAccessible::Event type, const QObject* object) const;
    void clear();
};

}  // namespace widgets
