// An editor of official documents in vertical Mongolian text: the program around its window.
#include <cstdio>

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QStandardPaths>

#include "pictures.h"
#include "window.h"

namespace {

/// The folder of a dictionary: beside the program as Bichig installs it, or where the system keeps data of programs.
QString dictionary_folder() {
    const QString inner = QStringLiteral("bichig/dictionaries/mn_Mong_CN");
    const QDir beside(QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("../share/") + inner));
    if (beside.exists()) return beside.absolutePath();
    return QStandardPaths::locate(QStandardPaths::GenericDataLocation, inner, QStandardPaths::LocateDirectory);
}

/// Words that the user taught the program.
QString own_words() {
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    return folder.mkpath(QStringLiteral(".")) ? folder.filePath(QStringLiteral("words.txt")) : QString();
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("bichig-editor"));
    QApplication::setApplicationDisplayName(QStringLiteral("Bichig"));
    QCommandLineParser line;
    const QCommandLineOption fonts(QStringLiteral("fonts"), QStringLiteral("Folder of Bichig's fonts."),
                                   QStringLiteral("folder"));
    const QCommandLineOption dictionary(QStringLiteral("dictionary"), QStringLiteral("Folder of a built dictionary."),
                                        QStringLiteral("folder"), dictionary_folder());
    const QCommandLineOption pictures(QStringLiteral("pictures"),
                                      QStringLiteral("Draws the window into PNG files of a folder, and ends."),
                                      QStringLiteral("folder"));
    line.addPositionalArgument(QStringLiteral("file"), QStringLiteral("Text in Markdown, JSON, or plain (*.txt)."));
    line.addOptions({fonts, dictionary, pictures});
    line.addHelpOption();
    line.process(application);

    using namespace bichig::qt;
    QString reason;
    if (line.isSet(fonts)) Fonts::setApplication(Fonts::open(line.value(fonts), &reason));
    Speller speller;
    if (!line.value(dictionary).isEmpty()) {
        speller = Speller::open(line.value(dictionary), line.isSet(pictures) ? QString() : own_words(), &reason);
    }
    if (!reason.isEmpty()) std::fprintf(stderr, "bichig-editor: %s\n", qPrintable(reason));

    qt_editor::Window window(speller);
    const QString file = line.positionalArguments().value(0);
    const bool opened = file.isEmpty() ? window.open_copy(QStringLiteral(":/notice.md")) : window.open(file);
    window.show();
    if (!line.isSet(pictures)) return QApplication::exec();
    if (!opened || !QDir(line.value(pictures)).exists()) {
        std::fprintf(stderr, "bichig-editor: %s cannot be opened\n", qPrintable(opened ? line.value(pictures) : file));
        return 2;
    }
    const QStringList written = qt_editor::write_pictures(window, line.value(pictures));
    for (const QString& path : written) std::printf("%s\n", qPrintable(path));
    return written.isEmpty() ? 1 : 0;
}
