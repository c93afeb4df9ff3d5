// Where Qt 6 dropped what Qt 5.12 has: one name for both.
#pragma once

#include <QDropEvent>
#include <QMouseEvent>
#include <QWheelEvent>

namespace bichig::qt {

inline QPointF point_of(const QMouseEvent& event) {
#if QT_VERSION >= QT_VERSION_CHECK(6, 0, 0)
    return event.position();
#else
    return event.localPos();
#endif
}

inline QPoint screen_point_of(const QMouseEvent& event) {
#if QT_VERSION >= QT_VERSION_CHECK(6, 0, 0)
    return event.globalPosition().toPoint();
#else
    return event.globalPos();
#endif
}

inline QPointF point_of(const QWheelEvent& event) {
#if QT_VERSION >= QT_VERSION_CHECK(5, 14, 0)
    return event.position();
#else
    return event.posF();
#endif
}

inline QPointF point_of(const QDropEvent& event) {
#if QT_VERSION >= QT_VERSION_CHECK(6, 0, 0)
    return event.position();
#else
    return event.posF();
#endif
}

}  // namespace bichig::qt
