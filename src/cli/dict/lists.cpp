// Word lists and spreadsheets as the verbs of `bichig dict` take them.
#include "cli/internal/dict_lists.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include <bichig/base/file.h>

#include "cli/internal/command.h"
#include "cli/internal/text_file.h"

namespace bichig::cli {

void declare_word_list_options(ArgumentTable& app, WordListOptions& options) {
    app.add_option("--input-encoding", options.encoding,
                   "Bytes of a list: utf-8, utf-16, utf-16le, utf-16be or gb18030; by default what they look like")
        .check(encoding_check());
    app.add_option("--from", options.from,
                   "Letters of a list: auto (the default), menksoft, menksoft-letter, delehi, z52 or unicode")
        .check(one_of({"auto", "menksoft", "menksoft-letter", "delehi", "z52", "unicode"}));
    app.add_option("--font-hint", options.font_hint, "Name of the font that the list was set in").type_name("NAME");
}

lexicon::ListOptions list_options(const WordListOptions& options) {
    lexicon::ListOptions list;
    if (!options.encoding.empty()) list.encoding = *text::encoding_named(options.encoding);
    list.unicode = options.from == "unicode";
    if (options.from != "auto" && options.from != "unicode") list.legacy = script::legacy_named(options.from);
    list.font_hint = options.font_hint;
    return list;
}

Result<lexicon::ImportedWords> read_word_list(const std::string& path, const WordListOptions& options) {
    auto bytes = read_file(path);
    if (!bytes) return fail(bytes.error());
    const auto text = lexicon::text_of_list({path, std::move(*bytes)}, list_options(options));
    if (!text) return fail(text.error());
    return lexicon::words_of_list(*text, path);
}

Result<format::Workbook> read_spreadsheet(const std::string& path, const std::string& format) {
    const auto bytes = read_file(path);
    if (!bytes) return fail(bytes.error());
    if (format == "xlsx") return format::read_xlsx(*bytes, path);
    auto sheet = format::read_csv(*bytes, path);
    if (!sheet) return fail(sheet.error());
    return format::Workbook{{std::move(*sheet)}};
}

void report(const lexicon::Findings& findings) {
    for (const lexicon::Finding& finding : findings) {
        std::fprintf(stderr, "bichig: %s\n", describe(finding).c_str());
    }
}

std::string today() {
    std::time_t seconds = std::time(nullptr);
    if (const char* fixed = std::getenv("SOURCE_DATE_EPOCH")) seconds = std::strtoll(fixed, nullptr, 10);
    const auto day = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::from_time_t(seconds));
    const std::chrono::year_month_day date{day};
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()) % 10000,
                  static_cast<unsigned>(date.month()) % 100, static_cast<unsigned>(date.day()) % 100);
    return text;
}

}  // namespace bichig::cli
