// Where the fonts of widgets come from.
#include <bichig/qt/fonts.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace bichig::qt {

namespace {

Fonts open_with(const bichig_font_options& options, QString* reason) {
    bichig_fonts* fonts = nullptr;
    bichig_error error = BICHIG_ERROR_INIT;
    if (bichig_fonts_open(&options, &fonts, nullptr, &error) == BICHIG_OK) return Fonts::adopt(fonts);
    if (reason != nullptr) *reason = QString::fromUtf8(error.message);
    return {};
}

Fonts& chosen() {
    static Fonts fonts;
    return fonts;
}

/// What application() found by itself; looked for once.
Fonts found() {
    const QString inner = QStringLiteral("bichig/fonts");
    QStringList folders{QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("../share/") + inner)};
    folders += QStandardPaths::locateAll(QStandardPaths::GenericDataLocation, inner, QStandardPaths::LocateDirectory);
    for (const QString& folder : qAsConst(folders)) {
        if (!QDir(folder).exists()) continue;
        const Fonts fonts = Fonts::open(folder);
        if (!fonts.isNull()) return fonts;
    }
    QString reason;
    const Fonts fonts = Fonts::system(&reason);
    if (fonts.isNull()) qWarning("bichig: no fonts for widgets: %s (call Fonts::setApplication)", qPrintable(reason));
    return fonts;
}

}  // namespace

Fonts Fonts::open(const QString& folder, QString* reason) {
    const QByteArray name = QFile::encodeName(folder);
    bichig_font_options options = BICHIG_FONT_OPTIONS_INIT;
    options.staged = name.constData();
    return open_with(options, reason);
}

Fonts Fonts::system(QString* reason) {
    bichig_font_options options = BICHIG_FONT_OPTIONS_INIT;
    options.system_fonts = 1;
    return open_with(options, reason);
}

Fonts Fonts::adopt(bichig_fonts* handle) {
    Fonts fonts;
    if (handle != nullptr) fonts.handle_.reset(handle, bichig_fonts_close);
    return fonts;
}

Fonts Fonts::application() {
    if (chosen().isNull()) chosen() = found();
    return chosen();
}

void Fonts::setApplication(const Fonts& fonts) { chosen() = fonts; }

}  // namespace bichig::qt
