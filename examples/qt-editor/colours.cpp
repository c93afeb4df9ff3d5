// The palettes: widgets take all their colours from these.
#include "colours.h"

#include <QApplication>

namespace qt_editor {

namespace {

/// `ground` behind windows, `base` behind text.
QPalette made_of(const QColor& ground, const QColor& base, const QColor& ink, const QColor& highlight,
                 const QColor& highlighted) {
    QPalette palette(ground);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, ink);
    }
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, ground);
    palette.setColor(QPalette::ToolTipBase, base);
    palette.setColor(QPalette::Highlight, highlight);
    palette.setColor(QPalette::HighlightedText, highlighted);
    QColor pale = ink;
    pale.setAlphaF(0.5F);
    palette.setColor(QPalette::PlaceholderText, pale);
    const QColor disabled((ink.red() + ground.red()) / 2, (ink.green() + ground.green()) / 2,
                          (ink.blue() + ground.blue()) / 2);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, disabled);
    }
    return palette;
}

}  // namespace

QPalette palette_of(Colours colours) {
    switch (colours) {
        case Colours::Light:
            return made_of(QColor(0xEF, 0xEF, 0xEF), Qt::white, QColor(0x1C, 0x1C, 0x1C), QColor(0x30, 0x70, 0xB8),
                           Qt::white);
        case Colours::Dark:
            return made_of(QColor(0x2A, 0x2C, 0x30), QColor(0x1B, 0x1C, 0x1F), QColor(0xE6, 0xE6, 0xE6),
                           QColor(0x2D, 0x5F, 0x9A), Qt::white);
        case Colours::HighContrast:
            return made_of(Qt::black, Qt::black, Qt::yellow, Qt::white, Qt::black);
        case Colours::System: break;
    }
    static const QPalette system = QApplication::palette();  // as it was before any other was chosen
    return system;
}

}  // namespace qt_editor
