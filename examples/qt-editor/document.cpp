// Documents by the C interface, which may be called on any thread: read, set, written, with what is to be said of each.
#include "document.h"

#include <algorithm>
#include <memory>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <bichig/c/document.h>
#include <bichig/c/language.h>

namespace qt_editor {

namespace {

struct Close {
    void operator()(bichig_document* document) const { bichig_document_close(document); }
    void operator()(bichig_findings* findings) const { bichig_findings_free(findings); }
};
using OwnedDocument = std::unique_ptr<bichig_document, Close>;
using OwnedFindings = std::unique_ptr<bichig_findings, Close>;

QString with_hint(const char* text, const char* hint) {
    const QString said = QString::fromUtf8(text);
    return hint[0] == '\0' ? said : QStringLiteral("%1 (%2)").arg(said, QString::fromUtf8(hint));
}

void add(QVector<Message>& messages, const bichig_error& error) {
    messages.append({Message::Weight::Error, static_cast<int>(error.line), static_cast<int>(error.column),
                     with_hint(error.message, error.hint)});
}

void add(QVector<Message>& messages, const bichig_findings* findings) {
    for (std::size_t i = 0; i < bichig_findings_count(findings); ++i) {
        bichig_finding one = BICHIG_FINDING_INIT;
        if (bichig_findings_item(findings, i, &one, nullptr) != BICHIG_OK) continue;
        const Message::Weight weight = one.severity == BICHIG_NOTE      ? Message::Weight::Note
                                       : one.severity == BICHIG_WARNING ? Message::Weight::Warning
                                                                        : Message::Weight::Error;
        messages.append({weight, static_cast<int>(one.line), static_cast<int>(one.column),
                         with_hint(one.message, one.hint)});
    }
}

/// That of its first letter which has a script of its own here.
QString language_of(const QString& text) {
    for (const QChar unit : text) {
        if (unit.script() == QChar::Script_Mongolian) return QStringLiteral("mn-Mong");
        if (unit.script() == QChar::Script_Han) return QStringLiteral("zh-Hans");
    }
    return QStringLiteral("en");
}

/// Plain text has no marks: each of its lines is a paragraph, and stands a line further down in the JSON.
QString json_of(const QString& text) {
    QStringList paragraphs;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        const QJsonObject paragraph{{QStringLiteral("type"), QStringLiteral("paragraph")},
                                    {QStringLiteral("text"), line}};
        paragraphs.append(QString::fromUtf8(QJsonDocument(paragraph).toJson(QJsonDocument::Compact)));
    }
    const QString head = QStringLiteral("{\"kind\":\"document\",\"sections\":[{\"language\":\"%1\",\"blocks\":[\n");
    return head.arg(language_of(text)) + paragraphs.join(QStringLiteral(",\n")) + QStringLiteral("\n]}]}");
}

/// Those of plain text are of the JSON that was made of it.
void place_in_plain_text(QVector<Message>& messages) {
    for (Message& message : messages) {
        message.line = std::max(0, message.line - 1);
        message.column = std::min(message.line, 1);
    }
}

OwnedDocument read(const Source& source, QVector<Message>& messages) {
    const QByteArray bytes = (source.kind == Kind::Plain ? json_of(source.text) : source.text).toUtf8();
    const QByteArray folder = QFile::encodeName(source.folder);
    bichig_read_options options = BICHIG_READ_OPTIONS_INIT;
    options.source = source.kind == Kind::Markdown ? BICHIG_MARKDOWN : BICHIG_JSON;
    options.folder = folder.isEmpty() ? nullptr : folder.constData();
    bichig_document* document = nullptr;
    bichig_findings* findings = nullptr;
    bichig_error error = BICHIG_ERROR_INIT;
    const bichig_status status = bichig_document_read_utf8(
        bytes.constData(), static_cast<std::size_t>(bytes.size()), &options, &document, &findings, &error);
    const OwnedFindings owned(findings);
    add(messages, findings);
    if (status != BICHIG_OK) add(messages, error);
    return OwnedDocument(document);
}

int is_cancelled(void* cancelled, std::size_t, std::size_t) {
    return static_cast<const std::atomic<bool>*>(cancelled)->load() ? 1 : 0;
}
/// What is handed through the C interface as void*; it is only read.
void* user_of(const std::atomic<bool>& cancelled) { return const_cast<std::atomic<bool>*>(&cancelled); }

/// The first entry of the outline: headings have theirs.
QString title_of(const bichig::qt::Pages& pages) {
    QString title;
    bichig_page_visitor visitor = BICHIG_PAGE_VISITOR_INIT;
    visitor.user = &title;
    visitor.place = [](void* found, const bichig_page_place* place) {
        if (place->level == 0) return 0;
        *static_cast<QString*>(found) = QString::fromUtf8(place->name);
        return 1;
    };
    for (int page = 0; page < pages.count() && title.isEmpty(); ++page) {
        bichig_pages_visit(pages.handle(), static_cast<std::size_t>(page), &visitor, nullptr);
    }
    return title;
}

int words_of(const QString& text) {
    bichig_counts counts = BICHIG_COUNTS_INIT;
    bichig_count_utf16(reinterpret_cast<const bichig_char16*>(text.utf16()), static_cast<std::size_t>(text.size()),
                       &counts, nullptr);
    return static_cast<int>(counts.words + counts.han + counts.other_words);
}

}  // namespace

Document set_document(const Source& source, const std::atomic<bool>& cancelled) {
    Document made;
    if (const OwnedDocument document = read(source, made.messages)) {
        bichig_pages_options options = BICHIG_PAGES_OPTIONS_INIT;
        options.progress = is_cancelled;
        options.progress_user = user_of(cancelled);
        bichig_pages* pages = nullptr;
        bichig_findings* findings = nullptr;
        bichig_error error = BICHIG_ERROR_INIT;
        const bichig_status status = bichig_pages_open(document.get(), source.fonts.handle(), &options, &pages, nullptr,
                                                       &findings, &error);
        const OwnedFindings owned(findings);
        add(made.messages, findings);
        if (status != BICHIG_OK) add(made.messages, error);
        made.pages = bichig::qt::Pages::adopt(pages);
    }
    made.title = title_of(made.pages);
    made.words = words_of(source.text);
    if (source.kind == Kind::Plain) place_in_plain_text(made.messages);
    return made;
}

QVector<Message> write_pdf(const Source& source, const QString& path) {
    QVector<Message> messages;
    if (const OwnedDocument document = read(source, messages)) {
        bichig_write_options options = BICHIG_WRITE_OPTIONS_INIT;
        options.format = BICHIG_PDF;
        bichig_error error = BICHIG_ERROR_INIT;
        if (bichig_document_write_file(document.get(), source.fonts.handle(), &options,
                                       QFile::encodeName(path).constData(), nullptr, nullptr, &error) != BICHIG_OK) {
            add(messages, error);
        }
    }
    if (source.kind == Kind::Plain) place_in_plain_text(messages);
    return messages;
}

int offset_of(const QString& text, int line, int column) {
    int offset = 0;
    for (; line > 1; --line) {
        const auto end = text.indexOf(QLatin1Char('\n'), offset);
        if (end < 0) break;
        offset = static_cast<int>(end) + 1;
    }
    for (; column > 1 && offset < text.size() && text.at(offset) != QLatin1Char('\n'); --column) {
        offset += text.at(offset).isHighSurrogate() && offset + 1 < text.size() ? 2 : 1;
    }
    return offset;
}

LineAndColumn place_of(const QString& text, int offset) {
    LineAndColumn place;
    for (int i = 0; i < offset && i < text.size(); ++i) {
        if (text.at(i) == QLatin1Char('\n')) {
            ++place.line;
            place.column = 1;
        } else if (!text.at(i).isLowSurrogate()) {
            ++place.column;
        }
    }
    return place;
}

}  // namespace qt_editor
