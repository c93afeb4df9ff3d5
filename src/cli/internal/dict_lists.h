// What the verbs of `bichig dict` share that read lists and spreadsheets.
#pragma once

#include <string>

#include <bichig/base/result.h>
#include <bichig/format/package/sheet.h>
#include <bichig/lexicon/finding.h>
#include <bichig/lexicon/queue.h>

#include "cli/internal/arguments.h"

namespace bichig::cli {

/// How a word list is written, as the command line says it.
struct WordListOptions {
    std::string encoding;      ///< empty: detected
    std::string from = "auto"; ///< a legacy encoding, "unicode", or detected
    std::string font_hint;
};

/// Declares --input-encoding, --from and --font-hint.
void declare_word_list_options(ArgumentTable& app, WordListOptions& options);
lexicon::ListOptions list_options(const WordListOptions& options);

/// The words of the list at `path`.
Result<lexicon::ImportedWords> read_word_list(const std::string& path, const WordListOptions& options);

/// The spreadsheet at `path`: "xlsx" or "csv".
Result<format::Workbook> read_spreadsheet(const std::string& path, const std::string& format);

/// Prints each finding on standard error.
void report(const lexicon::Findings& findings);

/// The date of today, or that of SOURCE_DATE_EPOCH, in UTC.
std::string today();

}  // namespace bichig::cli
