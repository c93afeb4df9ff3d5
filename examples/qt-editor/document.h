// What a text is as a document: its pages, or what is wrong with it; and the same as PDF.
#pragma once

#include <atomic>

#include <QMetaType>
#include <QString>
#include <QVector>

#include <bichig/qt/pages.h>

#include "text_file.h"

namespace qt_editor {

/// What is to be set. Value.
struct Source {
    QString text;
    Kind kind = Kind::Markdown;
    QString folder;  ///< where its images are
    bichig::qt::Fonts fonts;
};

struct Message {
    enum class Weight { Error, Warning, Note };
    Weight weight = Weight::Note;
    int line = 0;  ///< from 1; 0 where it is of no place
    int column = 0;  ///< from 1, in code points
    QString text;
};

/// What became of it. Value.
struct Document {
    bichig::qt::Pages pages;  ///< null where there is an error
    QString title;            ///< its first heading; may be empty
    int words = 0;
    QVector<Message> messages;
};

/// Sets the text. It takes its time, runs on any thread, and ends early where `cancelled`.
Document set_document(const Source& source, const std::atomic<bool>& cancelled);
/// Writes a tagged PDF; what is wrong, with an error where no file was written.
QVector<Message> write_pdf(const Source& source, const QString& path);

/// The offset of a line and column in a text, and the other way round.
int offset_of(const QString& text, int line, int column);
struct LineAndColumn {
    int line = 1;
    int column = 1;
};
LineAndColumn place_of(const QString& text, int offset);

}  // namespace qt_editor

Q_DECLARE_METATYPE(qt_editor::Document)
