// Files of text: read so that nothing is lost, and written so that they appear whole or not at all.
#pragma once

#include <optional>

#include <QString>

namespace qt_editor {

enum class Kind { Markdown, Json, Plain };

/// By the end of its name: ".json" and ".txt" say so, anything else is Markdown.
Kind kind_of(const QString& path);

/// A text and what of its file is not in it. Value.
struct TextFile {
    QString text;               ///< without a byte order mark; lines end with U+000A where all ended with CR LF
    bool has_mark = false;      ///< the file begins with a byte order mark
    bool ends_with_crlf = false;
    bool mixes_line_ends = false;  ///< an editor of lines makes them one kind
};

/// Nothing, and the reason, where the file cannot be read or is not UTF-8.
std::optional<TextFile> read_file(const QString& path, QString* reason);
/// Whether it was written; the old file stays where it was not.
bool write_file(const QString& path, const TextFile& file, QString* reason);

}  // namespace qt_editor
