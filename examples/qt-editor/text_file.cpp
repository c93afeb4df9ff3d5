// Text from files and into files.
#include "text_file.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace qt_editor {

namespace {

const QByteArray byte_order_mark = QByteArrayLiteral("\xEF\xBB\xBF");

QString tr(const char* text) { return QCoreApplication::translate("qt_editor::TextFile", text); }

/// The line of the first byte that is no UTF-8, from 1.
qint64 bad_line(const QByteArray& bytes, const QByteArray& again) {
    const auto length = std::min(bytes.size(), again.size());
    const auto differs = std::mismatch(bytes.begin(), bytes.begin() + length, again.begin()).first;
    return std::count(bytes.begin(), differs, '\n') + 1;
}

}  // namespace

Kind kind_of(const QString& path) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("json")) return Kind::Json;
    return suffix == QLatin1String("txt") ? Kind::Plain : Kind::Markdown;
}

std::optional<TextFile> read_file(const QString& path, QString* reason) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        *reason = file.errorString();
        return std::nullopt;
    }
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError) {
        *reason = file.errorString();
        return std::nullopt;
    }
    TextFile read;
    read.has_mark = bytes.startsWith(byte_order_mark);
    if (read.has_mark) bytes.remove(0, byte_order_mark.size());
    read.text = QString::fromUtf8(bytes);
    // What is put in for ill-formed bytes would be written over them.
    if (const QByteArray again = read.text.toUtf8(); again != bytes) {
        *reason = tr("it is not UTF-8, from line %1 on").arg(bad_line(bytes, again));
        return std::nullopt;
    }
    const auto pairs = read.text.count(QStringLiteral("\r\n"));
    read.ends_with_crlf = pairs > 0 && pairs == read.text.count(QLatin1Char('\n')) &&
                          pairs == read.text.count(QLatin1Char('\r'));
    if (read.ends_with_crlf) read.text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    read.mixes_line_ends =
        read.text.contains(QLatin1Char('\r')) || read.text.contains(QChar(QChar::ParagraphSeparator));
    return read;
}

bool write_file(const QString& path, const TextFile& file, QString* reason) {
    QString text = file.text;
    if (file.ends_with_crlf) text.replace(QLatin1Char('\n'), QStringLiteral("\r\n"));
    const QByteArray bytes = (file.has_mark ? byte_order_mark : QByteArray()) + text.toUtf8();
    QSaveFile output(path);
    if (output.open(QIODevice::WriteOnly) && output.write(bytes) == bytes.size() && output.commit()) return true;
    *reason = output.errorString();
    return false;
}

}  // namespace qt_editor
