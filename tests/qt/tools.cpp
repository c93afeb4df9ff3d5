// Fonts, texts, palettes and measures for the tests of widgets.
#include "qt/tools.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include <QApplication>
#include <QDrag>
#include <QMouseEvent>
#include <QPainter>
#include <QTest>
#include <QTimer>

#include <bichig/c/text.h>

#include "qt/internal/accessible_text.h"

namespace widgets {

const bichig::qt::Fonts& fonts() {
    static const bichig::qt::Fonts opened = [] {
        QString reason;
        const bichig::qt::Fonts staged = bichig::qt::Fonts::open(QStringLiteral(BICHIG_FONT_FOLDER), &reason);
        if (staged.isNull()) qFatal("no fonts: %s", qPrintable(reason));
        return staged;
    }();
    return opened;
}

QString office() { return QString::fromUtf8("ᠠᠯᠲᠠᠨ ᠣᠪᠣᠭ᠎ᠠ ᠬᠣᠰᠢᠭᠤᠨ ᠤ ᠠᠷᠠᠳ ᠤᠨ ᠵᠠᠰᠠᠭ ᠤᠨ ᠣᠷᠳᠣᠨ"); }

QString mixed() { return QString::fromUtf8("ᠬᠠᠪᠤᠷ ᠤᠨ ᠴᠠᠭ 草原防火 GPS 2024 ᠣᠨ 🔥 ᠪᠢᠯᠴᠢᠭᠡᠷ ᠢ ᠠᠮᠠᠷᠠᠭᠤᠯᠬᠤ 18 ᠤ ᠡᠳᠦᠷ"); }

QString letters(const char* latin) {
    char* text = nullptr;
    std::size_t length = 0;
    if (bichig_convert_utf8(latin, std::strlen(latin), BICHIG_FROM_EAC, &text, &length, nullptr, nullptr, nullptr) !=
        BICHIG_OK) {
        qFatal("no Mongolian: %s", latin);
    }
    const QString result = QString::fromUtf8(text, static_cast<int>(length));
    bichig_free(text);
    return result;
}

QImage picture(QWidget& widget, const QString& name, double ratio) {
    QImage image(widget.size() * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(widget.palette().color(QPalette::Window));
    widget.render(&image);
    // The same test may run without a screen and on one at the same time.
    const QString platform = QGuiApplication::platformName();
    const QString file = platform == QLatin1String("offscreen") ? name : platform + QLatin1Char('-') + name;
    if (!image.save(QStringLiteral(BICHIG_PICTURES "/%1.png").arg(file))) qFatal("a picture cannot be written");
    image.setDevicePixelRatio(1);
    return image;
}

namespace {

void move_mouse(QWidget& widget, QPoint to) {
    QMouseEvent event(QEvent::MouseMove, QPointF(to), QPointF(widget.mapToGlobal(to)), Qt::NoButton, Qt::LeftButton,
                      Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
}

}  // namespace

void drag(QWidget& widget, QPoint from, QPoint to) {
    // A screen would wait for its own mouse to let go of what is dragged.
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, [] { QDrag::cancel(); });
    timer.start(5);
    QTest::mousePress(&widget, Qt::LeftButton, {}, from);
    move_mouse(widget, (from + to) / 2);
    move_mouse(widget, to);
    QTest::mouseRelease(&widget, Qt::LeftButton, {}, to);
}

QPalette dark() {
    QPalette colours(QColor(0x20, 0x22, 0x26));
    const QColor ink(0xE6, 0xE6, 0xE6);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) colours.setColor(role, ink);
    colours.setColor(QPalette::Base, QColor(0x17, 0x18, 0x1B));
    colours.setColor(QPalette::Highlight, QColor(0x2D, 0x5F, 0x9A));
    colours.setColor(QPalette::HighlightedText, Qt::white);
    return colours;
}

QPalette high_contrast() {
    QPalette colours(Qt::black);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        colours.setColor(role, Qt::yellow);
    }
    colours.setColor(QPalette::Base, Qt::black);
    colours.setColor(QPalette::Highlight, Qt::white);
    colours.setColor(QPalette::HighlightedText, Qt::black);
    return colours;
}

namespace {

double difference(QRgb a, QRgb b) {
    return (std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b))) / 765.0;
}

template <class Each>
void for_pixels(const QImage& image, const QRect& where, Each each) {
    const QRect area = where.isNull() ? image.rect() : where & image.rect();
    const QImage pixels = image.convertToFormat(QImage::Format_ARGB32);
    for (int y = area.top(); y <= area.bottom(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(pixels.constScanLine(y));
        for (int x = area.left(); x <= area.right(); ++x) each(x, y, line[x]);
    }
}

std::vector<AccessibleEvents::Event>& events() {
    static std::vector<AccessibleEvents::Event> all;
    return all;
}

void remember(QAccessibleEvent& announced) {
    QAccessibleEvent* event = &announced;
    AccessibleEvents::Event kept{event->type(), event->object(), -1, {}, {}};
    switch (event->type()) {
        case QAccessible::TextInserted: {
            const auto* text = static_cast<QAccessibleTextInsertEvent*>(event);
            kept.position = text->changePosition();
            kept.inserted = text->textInserted();
            break;
        }
        case QAccessible::TextRemoved: {
            const auto* text = static_cast<QAccessibleTextRemoveEvent*>(event);
            kept.position = text->changePosition();
            kept.removed = text->textRemoved();
            break;
        }
        case QAccessible::TextUpdated: {
            const auto* text = static_cast<QAccessibleTextUpdateEvent*>(event);
            kept.position = text->changePosition();
            kept.inserted = text->textInserted();
            kept.removed = text->textRemoved();
            break;
        }
        case QAccessible::TextCaretMoved:
            kept.position = static_cast<QAccessibleTextCursorEvent*>(event)->cursorPosition();
            break;
        default: break;
    }
    events().push_back(kept);
}

}  // namespace

double ink(const QImage& image, const QColor& ground, const QRect& where) {
    double sum = 0;
    for_pixels(image, where, [&](int, int, QRgb pixel) { sum += difference(pixel, ground.rgb()); });
    return sum;
}

QRect ink_box(const QImage& image, const QColor& ground, const QRect& where) {
    QRect box;
    for_pixels(image, where, [&](int x, int y, QRgb pixel) {
        if (difference(pixel, ground.rgb()) > 0.1) box |= QRect(x, y, 1, 1);
    });
    return box;
}

int count_near(const QImage& image, const QColor& colour, int distance) {
    int count = 0;
    const int red = colour.red(), green = colour.green(), blue = colour.blue();
    for_pixels(image, {}, [&](int, int, QRgb pixel) {
        const int far = std::max({std::abs(qRed(pixel) - red), std::abs(qGreen(pixel) - green),
                                  std::abs(qBlue(pixel) - blue)});
        if (far <= distance) ++count;
    });
    return count;
}

AccessibleEvents::AccessibleEvents() {
    events().clear();
    bichig::qt::observe_announcements(remember);
}

AccessibleEvents::~AccessibleEvents() { bichig::qt::observe_announcements(nullptr); }

const std::vector<AccessibleEvents::Event>& AccessibleEvents::all() const { return events(); }

bool AccessibleEvents::has(QAccessible::Event type, const QObject* object) const {
    return std::any_of(events().begin(), events().end(),
                       [&](const Event& event) { return event.type == type && event.object == object; });
}

void AccessibleEvents::clear() { events().clear(); }

}  // namespace widgets
