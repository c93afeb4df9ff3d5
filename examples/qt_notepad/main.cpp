// What a platform does to have vertical text in a window of its own: a label, and an editor that checks spelling.
#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QHBoxLayout>
#include <QTimer>

#include <bichig/qt/label.h>
#include <bichig/qt/text_edit.h>

using namespace bichig::qt;

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QCommandLineParser line;
    line.addPositionalArgument("file", "Text in UTF-8.");
    line.addOptions({{"fonts", "Folder of Bichig's fonts.", "folder"},
                     {"dictionary", "Folder of a built dictionary.", "folder"},
                     {"picture", "Draws the window into a PNG file and ends.", "file"}});
    line.addHelpOption();
    line.process(application);

    QString reason;  // why fonts or dictionary cannot be opened
    if (line.isSet("fonts")) Fonts::setApplication(Fonts::open(line.value("fonts"), &reason));

    QWidget window;
    window.setFont(QFont(window.font().family(), 16));
    auto* label = new Label(QString::fromUtf8("ᠮᠡᠳᠡᠭᠳᠡᠯ"));
    auto* editor = new TextEdit;
    editor->setPlaceholderText(QString::fromUtf8("ᠪᠢᠴᠢᠭ"));
    if (line.isSet("dictionary")) editor->setSpeller(Speller::open(line.value("dictionary"), {}, &reason));
    auto* row = new QHBoxLayout(&window);
    row->addWidget(label);
    row->addWidget(editor, 1);

    QFile file(line.positionalArguments().value(0));
    if (file.open(QIODevice::ReadOnly)) editor->setPlainText(QString::fromUtf8(file.readAll()));
    if (!reason.isEmpty()) qWarning("%s", qPrintable(reason));
    window.resize(640, 480);
    window.show();
    if (line.isSet("picture")) {
        QTimer::singleShot(1000, &window, [&] { application.exit(window.grab().save(line.value("picture")) ? 0 : 1); });
    }
    return application.exec();
}
