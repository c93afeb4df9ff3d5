// Pages of a document: read, measured, printed.
#include <bichig/qt/pages.h>

#include <algorithm>

#include <QFile>
#include <QFileInfo>
#include <QPageLayout>
#include <QPainter>
#include <QPrinter>

#include "qt/internal/drawing.h"
#include "qt/internal/text_box.h"

namespace bichig::qt {

namespace {

/// "notice.md:3:7: what is wrong (what to do)".
QString message_of(const bichig_error& error) {
    QString message;
    if (error.file[0] != '\0') {
        message = QString::fromUtf8(error.file) + QLatin1Char(':');
        if (error.line > 0) message += QStringLiteral("%1:%2:").arg(error.line).arg(error.column);
        message += QLatin1Char(' ');
    }
    message += QString::fromUtf8(error.message);
    if (error.hint[0] != '\0') message += QStringLiteral(" (%1)").arg(QString::fromUtf8(error.hint));
    return message;
}

Pages failed(const bichig_error& error, QString* reason) {
    if (reason != nullptr) *reason = message_of(error);
    return {};
}

struct CloseDocument {
    void operator()(bichig_document* document) const { bichig_document_close(document); }
};

Pages set_pages(const char* text, std::size_t size, const bichig_read_options& options, const Fonts& fonts,
                QString* reason) {
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_document* read = nullptr;
    if (bichig_document_read_utf8(text, size, &options, &read, nullptr, &error) != BICHIG_OK) {
        return failed(error, reason);
    }
    const std::unique_ptr<bichig_document, CloseDocument> document(read);
    bichig_pages* pages = nullptr;
    if (bichig_pages_open(read, fonts.handle(), nullptr, &pages, nullptr, nullptr, &error) != BICHIG_OK) {
        return failed(error, reason);
    }
    return Pages::adopt(pages);
}

/// The pages that a printer was told to print, from 0, as first and last.
QPair<int, int> range_of(const QPrinter& printer, int count) {
    if (printer.printRange() != QPrinter::PageRange || printer.fromPage() <= 0) return {0, count - 1};
    return {printer.fromPage() - 1, std::min(std::max(printer.toPage(), printer.fromPage()), count) - 1};
}

}  // namespace

Pages Pages::read(const QString& text, bichig_source source, const QString& folder, const Fonts& fonts,
                  QString* reason) {
    const QByteArray bytes = text.toUtf8();
    const QByteArray where = QFile::encodeName(folder);
    bichig_read_options options = BICHIG_READ_OPTIONS_INIT;
    options.source = source;
    options.folder = where.isEmpty() ? nullptr : where.constData();
    return set_pages(bytes.constData(), static_cast<std::size_t>(bytes.size()), options, fonts, reason);
}

Pages Pages::open(const QString& file, const Fonts& fonts, QString* reason) {
    QFile input(file);
    if (!input.open(QIODevice::ReadOnly)) {
        if (reason != nullptr) *reason = QStringLiteral("%1: %2").arg(file, input.errorString());
        return {};
    }
    const QByteArray bytes = input.readAll();
    const QFileInfo info(file);
    const QByteArray name = QFile::encodeName(file);
    const QByteArray folder = QFile::encodeName(info.absolutePath());
    bichig_read_options options = BICHIG_READ_OPTIONS_INIT;
    options.source = info.suffix() == QLatin1String("json") ? BICHIG_JSON : BICHIG_MARKDOWN;
    options.name = name.constData();
    options.folder = folder.constData();
    return set_pages(bytes.constData(), static_cast<std::size_t>(bytes.size()), options, fonts, reason);
}

Pages Pages::adopt(bichig_pages* handle) {
    Pages pages;
    if (handle != nullptr) pages.handle_.reset(handle, bichig_pages_close);
    return pages;
}

int Pages::count() const { return handle_ ? static_cast<int>(bichig_pages_count(handle_.get())) : 0; }

QSizeF Pages::size(int page) const {
    double width = 0;
    double height = 0;
    if (page >= 0 && page < count()) {
        bichig_pages_size(handle_.get(), static_cast<std::size_t>(page), &width, &height, nullptr);
    }
    return {width, height};
}

QString Pages::text(int page) const {
    bichig_char16* text = nullptr;
    std::size_t length = 0;
    if (page >= 0 && page < count()) {
        bichig_pages_text_utf16(handle_.get(), static_cast<std::size_t>(page), &text, &length, nullptr);
    }
    const std::unique_ptr<void, FreeBlock> owned(text);
    return QString(reinterpret_cast<const QChar*>(text), static_cast<int>(length));
}

bool Pages::print(QPrinter& printer) const {
    const auto [first, last] = range_of(printer, count());
    if (first > last) return false;
    printer.setFullPage(true);
    QPainter painter;
    if (!painter.begin(&printer)) return false;
    const bool backwards = printer.pageOrder() == QPrinter::LastPageFirst;
    for (int i = first; i <= last; ++i) {
        const int page = backwards ? last - (i - first) : i;
        if (i > first && !printer.newPage()) return false;
        if (printer.printerState() == QPrinter::Aborted) return false;
        const QSizeF points = size(page);
        const QSizeF paper = QSizeF(printer.pageLayout().fullRectPixels(printer.resolution()).size());
        const double scale = std::min({printer.resolution() / 72.0, paper.width() / points.width(),
                                       paper.height() / points.height()});
        painter.save();
        painter.translate((paper.width() - points.width() * scale) / 2, (paper.height() - points.height() * scale) / 2);
        painter.scale(scale, scale);
        drawing_of(handle_.get(), page).paint(painter, QRectF(QPointF(), points));
        painter.restore();
    }
    return painter.end();
}

}  // namespace bichig::qt
