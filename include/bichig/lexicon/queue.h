// The review queue: words from elsewhere as rows of entries that nobody has looked at yet.
//
// A queue is a table of its own below `queue/` in the folder of the source, which dictionary.toml does not name:
// nothing of it is built until a linguist moves a row into a table of entries.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <bichig/base/result.h>
#include <bichig/lexicon/hunspell_import.h>
#include <bichig/lexicon/lexicon.h>
#include <bichig/lexicon/table.h>
#include <bichig/script/legacy.h>
#include <bichig/text/encoding.h>

namespace bichig::lexicon {

/// How the bytes of a word list are read. Value.
struct ListOptions {
    std::optional<text::Encoding> encoding{};  ///< none: detected
    bool unicode = false;                      ///< the letters are Unicode, however they look
    std::optional<script::Legacy> legacy{};    ///< none: detected
    std::string font_hint{};                   ///< the font that the list was set in, which may tell the encoding
};

/// The text of a list in Unicode. Errors: invalid_input with file and line for bytes that are in no encoding, and where
/// several legacy encodings fit and none is named.
Result<std::u16string> text_of_list(const NamedBytes& file, const ListOptions& options = {});
/// The same for text that was decoded already.
Result<std::u16string> unicode_of(std::u16string text, const std::string& file, const ListOptions& options);

/// The words of a list: one a line. After a tab, a comma or a semicolon may follow, in any order, how often it was met,
/// its Cyrillic form, and what else is to be noted. Lines that begin with # and empty ones say nothing. A word that
/// comes again adds to its count. Total.
ImportedWords words_of_list(std::u16string_view text, const std::string& file);

/// What the rows of a queue say of themselves. Value.
struct QueueOptions {
    std::string name;     ///< of the table, for messages
    std::string source;   ///< id of the list as a source
    std::string licence;  ///< SPDX
    std::string date;     ///< ISO 8601
};

/// A queue. Value.
struct Queue {
    Table table;                  ///< columns as those of entries
    std::size_t added = 0;
    std::size_t known = 0;        ///< of those that were added: the dictionary has the form
    std::size_t same_shape = 0;   ///< … it has a form that looks the same
    std::size_t repeated = 0;     ///< rows that the queue had already, which are left as they are
    std::size_t other_script = 0; ///< words that are neither Mongolian nor Cyrillic, which are left out
};

/// Puts `words` into a queue: Mongolian ones by their letters in Latin, Cyrillic ones into the column cyrillic. What
/// the dictionary knows is marked in the note: "known" or "same shape as a form of STEM". `old` is the queue so far, if
/// there is one. Words that cannot be written in Latin have a finding. Errors: invalid_input where the columns of `old`
/// are others.
Result<Queue> queue_of(const Lexicon& lexicon, const ImportedWords& words, const QueueOptions& options,
                       std::optional<Table> old, Findings& findings, const Progress& progress = {});

}  // namespace bichig::lexicon
