// A window with each widget, for a screen reader in another process (reader.py): it answers lines on standard input
// with a line of JSON, and ends with its input. Arguments: a name, and how far down the screen the window is.
#include <iostream>
#include <string>

#include <QApplication>
#include <QGridLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>

#include <bichig/qt/label.h>
#include <bichig/qt/line_edit.h>
#include <bichig/qt/page_view.h>
#include <bichig/qt/text_edit.h>

#include "qt/tools.h"

namespace {

QJsonArray on_screen(const QWidget& canvas, const QRectF& rect) {
    const QRect box(canvas.mapToGlobal(rect.toAlignedRect().topLeft()), rect.toAlignedRect().size());
    return {box.x(), box.y(), box.width(), box.height()};
}

class Window {
public:
    /// `top`: where on the screen it stands.
    explicit Window(int top) {
        auto* room = new QHBoxLayout(&window_);
        QFont font;
        font.setPointSizeF(16);
        label_.setTextSelectable(true);
        edit_.setAccessibleName(QStringLiteral("editor"));
        field_.setAccessibleName(QStringLiteral("field"));
        view_.setAccessibleName(QStringLiteral("pages"));
        for (QWidget* widget : std::initializer_list<QWidget*>{&label_, &edit_, &field_, &view_}) {
            widget->setFont(font);
            room->addWidget(widget);
        }
        edit_.setFixedWidth(340);
        view_.setFixedWidth(420);
        label_.setFixedWidth(160);
        label_.setText(widgets::office());
        edit_.setPlainText(widgets::office() + QLatin1Char('\n') + QString::fromUtf8("ᠮᠤᠩᠭᠤᠯ ") +
                           widgets::mixed());
        edit_.setSpeller(bichig::qt::Speller::open(QStringLiteral(BICHIG_DICTIONARY), {}));
        view_.setPages(bichig::qt::Pages::open(QStringLiteral(BICHIG_EXAMPLES "/notice/notice.md"), widgets::fonts()));
        view_.setZoomMode(bichig::qt::PageView::ZoomMode::FitWidth);
        window_.setWindowTitle(QApplication::applicationName());
        window_.setGeometry(20, top, 1080, 420);
        window_.show();
        window_.activateWindow();
        edit_.setFocus();
    }

    QJsonObject answer(const QString& asked) {
        const QString command = asked.section(QLatin1Char(' '), 0, 0);
        const QString argument = asked.section(QLatin1Char(' '), 1);
        if (command == QLatin1String("picture")) return {{QStringLiteral("saved"), window_.grab().save(argument)}};
        if (command == QLatin1String("activate")) window_.activateWindow();
        if (command == QLatin1String("text")) edit_.setPlainText(argument);
        return {{QStringLiteral("active"), window_.isActiveWindow()},
                {QStringLiteral("editor"), edit_.toPlainText()},
                {QStringLiteral("caret"), edit_.cursorPosition()},
                {QStringLiteral("anchor"), edit_.anchorPosition()},
                {QStringLiteral("field"), field_.text()},
                {QStringLiteral("label"), label_.selectedText()},
                {QStringLiteral("pages"), view_.selectedText()},
                {QStringLiteral("page"), view_.currentPage()},
                {QStringLiteral("places"), places()}};
    }

private:
    /// Where each unit of the editor's text is on the screen.
    QJsonArray places() const {
        QJsonArray all;
        const int size = static_cast<int>(edit_.toPlainText().size());
        for (int i = 0; i < size; ++i) all.append(on_screen(*edit_.viewport(), edit_.characterRect(i)));
        return all;
    }

    QWidget window_;
    bichig::qt::Label label_;
    bichig::qt::TextEdit edit_;
    bichig::qt::LineEdit field_;
    bichig::qt::PageView view_;
};

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(QLatin1String(argc > 1 ? argv[1] : "widgets"));
    QApplication::setCursorFlashTime(0);
    bichig::qt::Fonts::setApplication(widgets::fonts());
    Window window(argc > 2 ? std::stoi(argv[2]) : 20);
    const QSocketNotifier asked(0, QSocketNotifier::Read);
    QObject::connect(&asked, &QSocketNotifier::activated, &application, [&] {
        std::string line;
        if (!std::getline(std::cin, line)) return QApplication::quit();
        const QJsonObject answer = window.answer(QString::fromStdString(line));
        std::cout << QJsonDocument(answer).toJson(QJsonDocument::Compact).toStdString() << std::endl;
    });
    return QApplication::exec();
}
