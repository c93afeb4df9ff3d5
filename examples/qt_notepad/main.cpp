// A notepad in vertical lines: a label, an editor with spelling marks, and the pages of what is written.
#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QHBoxLayout>
#include <QTimer>

#include <bichig/qt/label.h>
#include <bichig/qt/page_view.h>
#include <bichig/qt/text_edit.h>

using namespace bichig::qt;

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QCommandLineParser line;
    line.addPositionalArgument("file", "Text in Markdown.");
    line.addOptions({{"fonts", "Folder of Bichig's fonts.", "folder"},
                     {"dictionary", "Folder of a built dictionary.", "folder"},
                     {"picture", "Draws the window into a PNG file and ends.", "file"}});
    line.addHelpOption();
    line.process(application);

    QString reason;
    if (line.isSet("fonts")) Fonts::setApplication(Fonts::open(line.value("fonts"), &reason));

    QWidget window;
    window.setFont(QFont(window.font().family(), 16));
    auto* title = new Label(QString::fromUtf8("ᠮᠡᠳᠡᠭᠳᠡᠯ"));
    title->setAlignment(Qt::AlignVCenter);
    auto* editor = new TextEdit;
    editor->setPlaceholderText(QString::fromUtf8("ᠪᠢᠴᠢᠭ"));
    if (line.isSet("dictionary")) editor->setSpeller(Speller::open(line.value("dictionary"), {}, &reason));
    auto* preview = new PageView;
    preview->setZoomMode(PageView::ZoomMode::FitPage);

    QTimer pause;  // pages are set when the writer takes one
    pause.setSingleShot(true);
    pause.setInterval(300);
    const auto show_pages = [&] {
        const Pages pages = Pages::read(editor->toPlainText(), BICHIG_MARKDOWN, {}, Fonts::application());
        if (!pages.isNull()) preview->setPages(pages, true);
    };
    QObject::connect(editor, &TextEdit::textChanged, &pause, QOverload<>::of(&QTimer::start));
    QObject::connect(&pause, &QTimer::timeout, show_pages);
    QFile file(line.positionalArguments().value(0));
    if (file.open(QIODevice::ReadOnly)) editor->setPlainText(QString::fromUtf8(file.readAll()));
    if (!reason.isEmpty()) qWarning("%s", qPrintable(reason));

    auto* row = new QHBoxLayout(&window);
    row->addWidget(title);
    row->addWidget(editor, 3);
    row->addWidget(preview, 2);
    window.resize(1000, 640);
    window.show();
    if (line.isSet("picture")) {
        QTimer::singleShot(1500, &window, [&] { application.exit(window.grab().save(line.value("picture")) ? 0 : 1); });
    }
    return application.exec();
}
