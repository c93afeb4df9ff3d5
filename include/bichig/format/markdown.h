// Reads Markdown into the document model.
#pragma once

#include <string>

#include <bichig/base/diagnostics.h>
#include <bichig/base/result.h>
#include <bichig/document/model.h>

namespace bichig::format {

/// Reads the Markdown text `bytes` (UTF-8) that was named `name`. With the front matter `kind: notice`, or another kind
/// of notice::kinds, it is an official document; without front matter it is one section whose lines are vertical when
/// its first letter is Mongolian. Images and profiles are read from the folder `base_folder` and nowhere outside it.
/// Errors carry file, line and column, for front matter the key in where.detail, and a hint; what the model cannot hold
/// (raw HTML, images among text) is an error.
///
/// A run's source is one unbroken stretch of bytes. They are its text in UTF-8 byte for byte, except that the first
/// byte of the white space at a line's end may stand for a space (soft break) or a line feed; a character reference
/// such as &amp; is a run of its own and the only one of which text and bytes differ.
///
/// Markdown is CommonMark with tables. White space that is not ASCII (U+00A0, U+202F, U+3000) is text and is kept, at
/// the start of a paragraph too. A line end between two Chinese characters is nothing, elsewhere a space.
Result<document::Document> read_markdown(std::string bytes, const std::string& name,
                                         const std::string& base_folder, Diagnostics& diagnostics);

}  // namespace bichig::format
