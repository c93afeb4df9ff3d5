// What benchmarks of widgets share: the text, its font, one name for what two editors call differently, and frames.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include <QApplication>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextCursor>
#include <QTextEdit>

#include <bichig/qt/text_edit.h>

#include "vocabulary.h"

namespace bichig::bench {

constexpr std::size_t known_words = 20'000;
const QSize window(800, 600);

inline const std::vector<std::u16string>& known() {
    static const std::vector<std::u16string> words = vocabulary(known_words);
    return words;
}

/// `words` drawn by Zipf's law with a fixed seed, in paragraphs of 20 to 180 or in a single one.
inline QString text_of(std::size_t words, bool one_paragraph) {
    std::u16string text;
    std::mt19937 random{20240516};
    std::size_t left = 20;
    for (const std::u16string& word : running_text(known(), words)) {
        text += word;
        text += --left == 0 && !one_paragraph ? u'\n' : u' ';
        if (left == 0) left = 20 + random() % 161;
    }
    return QString::fromStdU16String(text);
}

/// The staged Mongolian face for Qt: the file that the library has too.
inline const QFont& font() {
    static const QFont staged = [] {
        const int id = QFontDatabase::addApplicationFont(QStringLiteral(BICHIG_FONT_FOLDER) +
                                                         QStringLiteral("/NotoSansMongolian_400Regular.ttf"));
        const QStringList families = QFontDatabase::applicationFontFamilies(id);
        if (families.isEmpty()) qFatal("the staged Mongolian font cannot be opened");
        return QFont(families.first(), 14);
    }();
    return staged;
}

/// Counts paintings of a widget.
class Watch : public QObject {
public:
    explicit Watch(QWidget* watched) { watched->installEventFilter(this); }
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::Paint) ++paintings;
        return false;
    }
    int paintings = 0;
};

/// Paints what waits to be painted, by the event that a window gets for that.
inline void paint_now(QWidget& widget) {
    QEvent event(QEvent::UpdateRequest);
    QApplication::sendEvent(widget.window(), &event);
}

inline void press(QWidget& widget, int key, Qt::KeyboardModifiers modifiers, const QString& text = {}) {
    QKeyEvent event(QEvent::KeyPress, key, modifiers, text);
    QApplication::sendEvent(&widget, &event);
}

// ---- what the two editors call differently ----

inline void go_to(qt::TextEdit& edit, int offset) { edit.setCursorPosition(offset); }
inline void go_to(QTextEdit& edit, int offset) {
    QTextCursor cursor = edit.textCursor();
    cursor.setPosition(offset);
    edit.setTextCursor(cursor);
    edit.ensureCursorVisible();
}
inline QScrollBar* bar_of(qt::TextEdit& edit) { return edit.horizontalScrollBar(); }
inline QScrollBar* bar_of(QTextEdit& edit) { return edit.verticalScrollBar(); }
/// The arrow on along the line, and the one to the next line.
inline std::pair<int, int> arrows(const qt::TextEdit&) { return {Qt::Key_Down, Qt::Key_Right}; }
inline std::pair<int, int> arrows(const QTextEdit&) { return {Qt::Key_Right, Qt::Key_Down}; }
inline void settle(qt::TextEdit&) {}
inline void settle(QTextEdit& edit) {  // lays out what it put off until there is time
    if (edit.document()->size().isEmpty()) qFatal("a text without a size");
}

template <class Edit>
void prepare(Edit& edit) {
    edit.setFont(font());
    edit.resize(window);
}

/// Gives it its text, and waits until the first frame was painted.
template <class Edit>
void show(Edit& edit, const QString& text) {
    edit.setPlainText(text);
    const Watch watch(edit.viewport());
    edit.show();
    for (int turn = 0; turn < 1000 && watch.paintings == 0; ++turn) QApplication::processEvents();
    if (watch.paintings == 0) qFatal("the window is not seen");
}

}  // namespace bichig::bench
