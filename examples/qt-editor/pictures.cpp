// The window is brought into a state, given time to settle, and drawn.
#include "pictures.h"

#include <algorithm>
#include <cstdlib>
#include <memory>

#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QHash>
#include <QMenu>
#include <QPainter>
#include <QTimer>

#include "find_bar.h"

namespace qt_editor {

namespace {

constexpr int patience = 20000;  ///< milliseconds for the pages of a long text
constexpr int moment = 500;      ///< milliseconds in which words are checked

void wait(int milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

void settle(const Window& window) {
    QElapsedTimer clock;
    clock.start();
    while (!window.is_settled() && clock.elapsed() < patience) wait(20);
    wait(moment);
}

/// With the 256 most frequent of 32,768 colours, others as the nearest of these: the file is a third of the size.
QImage of_few_colours(const QImage& picture) {
    QImage from = picture.convertToFormat(QImage::Format_RGB32);
    const auto coarse = [](int part) { return (part & 0xF8) | (part >> 5); };
    QHash<QRgb, int> counts;
    for (int y = 0; y < from.height(); ++y) {
        for (int x = 0; x < from.width(); ++x) {
            const QRgb colour = from.pixel(x, y);
            from.setPixel(x, y, qRgb(coarse(qRed(colour)), coarse(qGreen(colour)), coarse(qBlue(colour))));
            ++counts[from.pixel(x, y)];
        }
    }
    QVector<QRgb> colours;
    for (auto one = counts.cbegin(); one != counts.cend(); ++one) colours.append(one.key());
    std::sort(colours.begin(), colours.end(), [&](QRgb a, QRgb b) {
        return counts.value(a) != counts.value(b) ? counts.value(a) > counts.value(b) : a < b;
    });
    const QVector<QRgb> table = colours.mid(0, 256);
    const auto far = [](QRgb a, QRgb b) {
        return std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b));
    };
    QHash<QRgb, uint> places;
    for (const QRgb colour : colours) {
        const auto nearest = std::min_element(table.begin(), table.end(),
                                              [&](QRgb a, QRgb b) { return far(a, colour) < far(b, colour); });
        places.insert(colour, static_cast<uint>(nearest - table.begin()));
    }
    QImage made(from.size(), QImage::Format_Indexed8);
    made.setColorTable(table);
    for (int y = 0; y < from.height(); ++y) {
        for (int x = 0; x < from.width(); ++x) made.setPixel(x, y, places.value(from.pixel(x, y)));
    }
    return made;
}

class Album {
public:
    Album(Window& window, const QString& folder) : window_{window}, folder_{folder} {}

    void add(const QString& name, const QPixmap& picture) {
        const QString path = QDir(folder_).filePath(name + QStringLiteral(".png"));
        if (of_few_colours(picture.toImage()).save(path, "PNG", 0)) {  // 0: as small as can be
            written_.append(path);
        } else {
            failed_ = true;
        }
    }
    void add(const QString& name) {
        settle(window_);
        add(name, window_.grab());
    }
    QStringList written() const { return failed_ ? QStringList() : written_; }

private:
    Window& window_;
    QString folder_;
    QStringList written_;
    bool failed_ = false;
};

/// The window with the menu of the word that is selected, which is a window of its own on a screen.
QPixmap with_menu(Window& window) {
    bichig::qt::TextEdit* editor = window.editor();
    const int first = std::min(editor->anchorPosition(), editor->cursorPosition());
    const QPoint point = editor->characterRect(first).center().toPoint();
    const std::unique_ptr<QMenu> menu(editor->createStandardContextMenu(point));
    menu->popup(editor->viewport()->mapToGlobal(point));
    wait(20);
    QPixmap picture = window.grab();
    QPainter(&picture).drawPixmap(window.mapFromGlobal(menu->pos()), menu->grab());
    return picture;
}

/// The word that the caret is at, or the one behind it.
QString word_to_search(const QString& text, int from) {
    int end = from;
    while (end < text.size() && text.at(end).script() == QChar::Script_Mongolian) ++end;
    return text.mid(from, end - from);
}

}  // namespace

QStringList write_pictures(Window& window, const QString& folder) {
    Album album(window, folder);
    window.set_colours(Colours::Light);
    album.add(QStringLiteral("window"));
    window.set_colours(Colours::Dark);
    album.add(QStringLiteral("dark"));
    window.set_colours(Colours::HighContrast);
    album.add(QStringLiteral("high_contrast"));

    window.set_colours(Colours::Light);
    bichig::qt::TextEdit* editor = window.editor();
    const QString text = editor->toPlainText();
    int letter = 0;
    while (letter < text.size() && text.at(letter).script() != QChar::Script_Mongolian) ++letter;
    const QString word = word_to_search(text, letter);
    editor->setSelection(letter, letter + static_cast<int>(word.size()));
    window.find_bar()->begin(false);
    window.find_bar()->find(true);
    album.add(QStringLiteral("find"));
    window.find_bar()->hide();

    editor->setCursorPosition(0);
    if (window.go_to_fault()) {
        settle(window);
        album.add(QStringLiteral("spelling"), with_menu(window));
    }
    editor->setCursorPosition(static_cast<int>(text.indexOf(QStringLiteral("\n\n"))));
    editor->insertPlainText(QStringLiteral("\n\n::: vresion mn-Mong"));
    album.add(QStringLiteral("error"));
    editor->undo();
    return album.written();
}

}  // namespace qt_editor
